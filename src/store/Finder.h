#pragma once

#include "Cursor.h"
#include "TrigramSample.h"
#include "core/TaskCard.h"

#include <functional>

namespace naryad::store {

/// Whatever a typed text finds, of every kind. Reads only; throws SQLite::Exception. Not past its database.
class Finder
{
public:
    Finder(SQLite::Database &mirror, TrigramSample &sample, const std::function<bool()> &givenUp);

    /// Best first within each kind, kinds in the order of their best. At most `limit` of each.
    QVector<Hit> find(const QString &typed, int limit);
    /// Contractors for a picker, best first.
    QStringList contractorIds(const QString &typed, int limit);

    struct Found
    {
        Hit hit;
        int rank = 0;
        QString sort;
        QString phone; ///< of a contractor found by it, as it is written
    };
    /// Contractors by a phone or by words of their names, their persons' too; best first.
    QVector<Found> callers(const QString &typed, int limit);

private:
    QVector<Found> tasks(const QString &typed, int limit);
    /// Everything but tasks, or only one kind of it.
    QVector<Found> entities(const QString &typed, std::optional<Hit::Kind> kind);
    QVector<Found> byText(const QStringList &words, std::optional<Hit::Kind> kind);
    void addByPhone(const QString &typed, QVector<Found> &found);
    std::optional<Found> contractor(const QString &id, const QStringList &words);
    std::optional<Found> named(Hit::Kind kind, const QString &id, const QStringList &words);

    SQLite::Database &m_mirror;
    TrigramSample &m_sample;
    const std::function<bool()> &m_givenUp;
};

} // namespace naryad::store
