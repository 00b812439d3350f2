#pragma once

#include "FilteredRows.h"
#include "RowSet.h"
#include "TaskListing.h"
#include "TrigramSample.h"
#include "store/Reader.h"

#include <functional>

namespace naryad::store {

/// The tasks a typed text finds. By plan with the latest first: the exact number, then a contractor's phone,
/// then what has every word at a word's beginning, then inside; in any other order as that says.
///
/// Reads only; throws SQLite::Exception. Not past its database, nor the transaction it was made in.
class TaskSearch
{
public:
    TaskSearch(
        SQLite::Database &database, const TrigramSample &sample, const TaskQuery &query,
        const std::function<bool()> &givenUp);

    /// At most `limit` rows (below 0: all); false in `complete` where there may be more.
    QVector<RowId> rows(int limit, bool &complete);
    /// How many of the last rows(), from the first on, say every word at a word's beginning, are the exact
    /// number or a phone's; by plan with the latest first only.
    qsizetype atBeginning() const { return m_atBeginning; }

private:
    enum class Where {
        Nowhere,
        Inside,
        Beginning,
    };
    struct Hits
    {
        QVector<RowId> beginning;
        QVector<RowId> inside;
        bool complete = true;
    };
    /// The tasks of those whose phone is, or ends, as typed; and of those in whose phone the digits stand.
    struct ByPhone
    {
        QVector<RowId> first;
        QVector<RowId> later;
    };
    /// How far a pass through the index goes.
    struct Extent
    {
        bool onlyBeginning = false;
        bool together = false; ///< all in one row, as `beginning`
        qsizetype enough = -1; ///< ends when so many are at a beginning; below 0: never
        qsizetype enoughInside = -1; ///< or so many inside
    };

    QVector<RowId> ranked(const QStringList &words, int limit, bool &complete);
    QVector<RowId> sorted(int limit, bool &complete);
    Hits pass(const Extent &extent);
    Hits passOfFilter(const Extent &extent);
    Hits passOfIndex(const Extent &extent);
    bool add(Hits &hits, const Extent &extent, Where where, RowId row) const;
    Where whereIn(QByteArrayView text) const;
    void takeExact(const QStringList &words, QVector<RowId> &rows);
    ByPhone rowsByPhone(const QVector<RowId> &before);
    bool finds(qint64 key);
    QVector<QStringList> trigramsOfWords(bool atBeginning) const;
    void look() const;

    SQLite::Database &m_database;
    const TrigramSample &m_sample;
    TaskQuery m_query;
    const std::function<bool()> &m_givenUp;
    FilteredRows m_filter;
    bool m_narrow = false;
    QVector<QByteArray> m_words; ///< as UTF-8, with a space before
    bool m_allShort = false; ///< every word is found at beginnings only
    qsizetype m_atBeginning = 0;
    RowSet m_ranked; ///< rows that stand higher already
    Cursor m_textOf;
};

} // namespace naryad::store
