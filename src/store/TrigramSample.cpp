#include "TrigramSample.h"

#include "Cursor.h"
#include "ListSql.h"
#include "SearchText.h"

#include <QRandomGenerator>

#include <algorithm>
#include <limits>

namespace naryad::store {

namespace {

constexpr int Places = 150;
constexpr int TextsAtOnce = 8;
constexpr int Ranges = 12;
constexpr int InAll = 3; ///< trigrams asked for in any case, as far as there are so many
constexpr int MostAsked = 8;
constexpr double FewByChance = 50; ///< texts that have the asked trigrams, were each in its place by chance
constexpr int RarePart = 60; ///< what fewer than one text in so many has is rare
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
    m_ranges = {{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()}};
    if (read < FewTasks)
        return;
    // Rows are numbered as they came: a random row is a random task.
    Cursor keyOf(database, "SELECT text_key FROM task WHERE row=?1");
    Cursor texts(database, sql::SampleText);
    QVector<qint64> keys;
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
            keys.append(texts.number(0));
        }
    }
    m_texts = static_cast<int>(keys.size());
    std::sort(keys.begin(), keys.end());
    if (keys.size() < Ranges)
        return;
    m_ranges.clear();
    qint64 above = std::numeric_limits<qint64>::max();
    for (int i = Ranges - 1; i >= 1; --i) {
        const qint64 from = keys.at(keys.size() * i / Ranges);
        if (from > above)
            continue;
        m_ranges.append({from, above});
        above = from - 1;
    }
    m_ranges.append({std::numeric_limits<qint64>::min(), above});
}

/// The rarest of each word, then of all of them, until what has them by chance is little to verify.
QStringList TrigramSample::toAsk(const QVector<QStringList> &words) const
{
    const auto isRarer
        = [this](const QString &a, const QString &b) { return m_counts.value(a) < m_counts.value(b); };
    QStringList left;
    QStringList asked;
    for (const QStringList &trigrams : words) {
        if (trigrams.isEmpty())
            continue;
        const auto rarest = std::min_element(trigrams.begin(), trigrams.end(), isRarer);
        asked.append(*rarest);
        left += trigrams;
    }
    asked.removeDuplicates();
    left.removeDuplicates();
    left.removeIf([&asked](const QString &trigram) { return asked.contains(trigram); });
    std::stable_sort(left.begin(), left.end(), isRarer);
    const double texts = std::max(1, m_texts);
    const auto part = [&](const QString &trigram) { return (m_counts.value(trigram) + 0.5) / texts; };
    double byChance = static_cast<double>(m_learnedFrom);
    for (const QString &trigram : std::as_const(asked))
        byChance *= part(trigram);
    for (const QString &trigram : std::as_const(left)) {
        if (asked.size() >= MostAsked || (asked.size() >= InAll && byChance < FewByChance))
            break;
        asked.append(trigram);
        byChance *= part(trigram);
    }
    return asked;
}

bool TrigramSample::isRare(const QStringList &trigrams) const
{
    const auto few = m_texts / RarePart;
    return std::any_of(trigrams.begin(), trigrams.end(), [this, few](const QString &trigram) {
        return m_counts.value(trigram) <= few;
    });
}

} // namespace naryad::store
