#include "TrigramSample.h"

#include "Cursor.h"
#include "ListSql.h"
#include "SearchText.h"

#include <QRandomGenerator>

#include <algorithm>

namespace naryad::store {

namespace {

constexpr int Places = 150;
constexpr int TextsAtOnce = 8;
constexpr int InAll = 3; ///< trigrams asked for in any case, as far as there are so many
constexpr int MostAsked = 8;
constexpr double FewByChance = 50; ///< texts that have the asked trigrams, were each in its place by chance
constexpr double RarePart = 0.015;
constexpr double LongList = 0.1; ///< of all texts: walking it costs more than it spares
constexpr qint64 FewTasks = 50000; ///< any query over these is quick enough in one go

} // namespace

void TrigramSample::refresh(SQLite::Database &database)
{
    // During a first synchronisation all tasks are known by their ids long before they say anything.
    const qint64 tasks = database.execAndGet("SELECT tasks FROM tally").getInt64();
    const qint64 read = database.execAndGet("SELECT max(0, tasks-wanted) FROM tally").getInt64();
    if (m_learnedFrom >= 0 && read < m_learnedFrom + m_learnedFrom / 2 + 1000)
        return;
    m_learnedFrom = read;
    m_counts.clear();
    m_texts = 0;
    if (read < FewTasks)
        return;
    // Rows are numbered as they came: a random row is a random task.
    Cursor keyOf(database, "SELECT text_key FROM task WHERE row=?1");
    Cursor texts(database, sql::SampleText);
    QRandomGenerator dice(static_cast<quint32>(tasks)); // the same answer to the same question
    for (int i = 0; i < Places; ++i) {
        keyOf.with(static_cast<qint64>(dice.bounded(static_cast<double>(tasks))) + 1);
        if (!keyOf.next() || keyOf.number(0) == 0)
            continue;
        texts.with(keyOf.number(0), TextsAtOnce);
        while (texts.next()) {
            const QStringList trigrams = trigramsOfText(texts.text(1));
            for (const QString &trigram : trigrams)
                ++m_counts[trigram];
            ++m_texts;
        }
    }
}

/// The rarest of each word, then of all of them, until what has them by chance is little to verify.
QStringList TrigramSample::toAsk(const QVector<QStringList> &words) const
{
    const auto isRarer
        = [this](const QString &a, const QString &b) { return m_counts.value(a) < m_counts.value(b); };
    const double texts = std::max(1, m_texts);
    const auto part = [&](const QString &trigram) { return (m_counts.value(trigram) + 0.5) / texts; };
    QVector<QStringList> sorted = words;
    bool anyRare = false;
    for (QStringList &trigrams : sorted) {
        std::stable_sort(trigrams.begin(), trigrams.end(), isRarer);
        anyRare = anyRare || trigrams.isEmpty() || part(trigrams.constFirst()) < RarePart;
    }
    QStringList left;
    QStringList asked;
    for (const QStringList &trigrams : std::as_const(sorted)) {
        // Two: what one word of several has in common with many other words is not yet the word.
        asked += trigrams.mid(0, anyRare ? 1 : 2);
        left += trigrams;
    }
    asked.removeDuplicates();
    left.removeDuplicates();
    left.removeIf([&asked](const QString &trigram) { return asked.contains(trigram); });
    std::stable_sort(left.begin(), left.end(), isRarer);
    double byChance = static_cast<double>(m_learnedFrom);
    for (const QString &trigram : std::as_const(asked))
        byChance *= part(trigram);
    for (const QString &trigram : std::as_const(left)) {
        const bool little = byChance < FewByChance || part(trigram) > LongList;
        if (asked.size() >= MostAsked || (asked.size() >= InAll && little))
            break;
        asked.append(trigram);
        byChance *= part(trigram);
    }
    return asked;
}

} // namespace naryad::store
