#include "ContractorFinder.h"

#include "ContractorForest.h"
#include "Cursor.h"
#include "ListSql.h"
#include "SearchText.h"
#include "core/Phone.h"
#include "core/Text.h"

#include <algorithm>
#include <numeric>

namespace naryad::store {

namespace {

constexpr qsizetype TrigramLetters = 3;

qint64 versionOf(SQLite::Database &database)
{
    return database.execAndGet("PRAGMA data_version").getInt64();
}

bool holds(QByteArrayView text, const QVector<QByteArray> &words)
{
    return std::all_of(
        words.begin(), words.end(), [&text](const QByteArray &word) { return text.contains(word); });
}

/// The words as a searchText() is looked through for them: one of one or two letters only at the beginning of
/// a word, as the index finds it.
QVector<QByteArray> sought(const QStringList &words)
{
    QVector<QByteArray> utf8;
    for (const QString &word : words)
        utf8.append((word.size() < TrigramLetters ? QLatin1Char(' ') + word : word).toUtf8());
    return utf8;
}

} // namespace

bool ContractorFinder::isAnother(SQLite::Database &mirror, SQLite::Database &journal)
{
    const qint64 mirrored = versionOf(mirror);
    const qint64 said = versionOf(journal);
    const bool another = mirrored != m_mirrorVersion || said != m_journalVersion;
    if (mirrored != m_mirrorVersion)
        m_tree.reset();
    m_mirrorVersion = mirrored;
    m_journalVersion = said;
    return another;
}

const ContractorLaid &ContractorFinder::laid(SQLite::Database &mirror, SQLite::Database &journal)
{
    if (isAnother(mirror, journal)) {
        ContractorLaid laid = contractorsLaid(journal, mirror);
        if (!laid.looksLike(m_laid))
            m_tree.reset();
        m_laid = std::move(laid);
    }
    return m_laid;
}

ContractorTreePtr ContractorFinder::tree(SQLite::Database &mirror, SQLite::Database &journal)
{
    laid(mirror, journal);
    if (!m_tree) {
        m_placeOfEntity.clear();
        m_tree = std::make_shared<const ContractorTree>(contractorForest(mirror, m_laid));
    }
    return m_tree;
}

ContractorTreePtr
ContractorFinder::tree(SQLite::Database &mirror, SQLite::Database &journal, const QString &typed)
{
    const ContractorTreePtr whole = tree(mirror, journal);
    if (wordsToFind(typed).isEmpty())
        return whole;
    QVector<char> hit(whole->nodes.size(), 0);
    if (!mark(mirror, typed, hit))
        mark(mirror, swapLayout(typed), hit);
    // Level by level: a parent's place is before its children's.
    QVector<char> kept = hit;
    for (qsizetype place = 0; place < kept.size(); ++place) {
        const int parent = whole->nodes.at(place).parent;
        if (parent >= 0 && kept.at(parent) != 0)
            kept[place] = 1;
    }
    for (qsizetype place = kept.size() - 1; place >= 0; --place) {
        const int parent = whole->nodes.at(place).parent;
        if (parent >= 0 && kept.at(place) != 0)
            kept[parent] = 1;
    }
    return std::make_shared<const ContractorTree>(prunedTree(*whole, kept, hit));
}

bool ContractorFinder::mark(SQLite::Database &mirror, const QString &typed, QVector<char> &hit)
{
    const QStringList words = wordsToFind(typed);
    if (words.isEmpty())
        return false;
    const QString digits = typedPhoneKey(typed);
    markByText(mirror, words, hit);
    markMade(words, digits, hit);
    leaveOutOfParents(mirror, words, hit);
    if (!digits.isEmpty())
        markByPhone(mirror, digits, hit);
    return hit.contains(1);
}

/// Both lists are in the order of the ids' bytes.
void ContractorFinder::learnEntities(SQLite::Database &mirror)
{
    const ContractorTree &tree = *m_tree;
    QVector<int> byId(tree.nodes.size());
    std::iota(byId.begin(), byId.end(), 0);
    const auto idAt = [&tree](int place) {
        const int from = place == 0 ? 0 : tree.nodes.at(place - 1).idEnd;
        return QByteArrayView(tree.ids).sliced(from, tree.nodes.at(place).idEnd - from);
    };
    std::sort(byId.begin(), byId.end(), [&idAt](int a, int b) { return idAt(a) < idAt(b); });
    m_placeOfEntity.fill(-1, 1);
    Cursor read(mirror, sql::ContractorEntities);
    auto next = byId.cbegin();
    while (read.next()) {
        const QByteArrayView id = read.utf8(1);
        while (next != byId.cend() && idAt(*next) < id)
            ++next;
        if (next == byId.cend() || idAt(*next) != id)
            continue;
        const qint64 row = read.number(0);
        if (row >= m_placeOfEntity.size())
            m_placeOfEntity.resize(std::max<qsizetype>(row + 1, 2 * m_placeOfEntity.size()), -1);
        m_placeOfEntity[row] = *next;
    }
}

void ContractorFinder::markByText(SQLite::Database &mirror, const QStringList &words, QVector<char> &hit)
{
    if (m_placeOfEntity.isEmpty())
        learnEntities(mirror);
    QStringList trigrams;
    for (const QString &word : words)
        trigrams += trigramsOf(word, false);
    trigrams.removeDuplicates();
    // One of so few letters is in the index just as it is looked for.
    const bool sure = words.size() == 1 && words.constFirst().size() <= TrigramLetters;
    const QVector<QByteArray> wanted = sought(words);
    Cursor match(mirror, sql::EntityFound);
    Cursor text(mirror, sql::EntityText);
    match.with(matchOf(trigrams));
    while (match.next()) {
        const qint64 row = match.number(0);
        const int place = row < m_placeOfEntity.size() ? m_placeOfEntity.at(row) : -1;
        if (place >= 0 && (sure || (text.with(row).next() && holds(text.utf8(2), wanted))))
            hit[place] = 1;
    }
}

/// A client's text has its parent's name in it. Where that alone is what was found, and the parent is shown
/// for it, the client is shown below it but does not match.
void ContractorFinder::leaveOutOfParents(
    SQLite::Database &mirror, const QStringList &words, QVector<char> &hit)
{
    const auto &nodes = m_tree->nodes;
    const QVector<QByteArray> wanted = sought(words);
    Cursor shown(mirror, sql::ContractorRowShown);
    const auto nameOf = [&shown](RowId row) -> QString {
        const bool there = row > 0 && shown.with(row).next();
        return QLatin1Char(' ') + (there ? foldText(shown.text(1)) : QString());
    };
    const QVector<char> found = hit;
    int asked = -1;
    bool explains = false;
    for (qsizetype place = 0; place < hit.size(); ++place) {
        const ContractorNode &node = nodes.at(place);
        if (found.at(place) == 0 || node.row < 0 || node.parent < 0 || found.at(node.parent) == 0)
            continue;
        if (node.parent != asked) {
            asked = node.parent;
            explains = holds(nameOf(nodes.at(asked).row).toUtf8(), wanted);
        }
        if (!explains)
            continue;
        const QByteArray own = nameOf(node.row).toUtf8();
        const bool hasOne = std::any_of(
            wanted.begin(), wanted.end(), [&own](const QByteArray &word) { return own.contains(word); });
        hit[place] = hasOne ? 1 : 0;
    }
}

void ContractorFinder::markByPhone(SQLite::Database &mirror, const QString &digits, QVector<char> &hit)
{
    QString reversed = digits;
    std::reverse(reversed.begin(), reversed.end());
    Cursor ends(mirror, sql::PhoneEnds);
    Cursor row(mirror, sql::ContractorRowOfId);
    ends.with(reversed, QString(reversed + QChar(u':'))); // the character after the digits
    while (ends.next()) {
        if (!row.with(ends.text(0)).next())
            continue;
        if (const int place = m_tree->placeOf(RowId(row.number(0))); place >= 0)
            hit[place] = 1;
    }
}

/// What is made or renamed here is in no index: it is little.
void ContractorFinder::markMade(const QStringList &words, const QString &digits, QVector<char> &hit)
{
    const QVector<QByteArray> wanted = sought(words);
    for (const ContractorLaid::Made &made : m_laid.made) {
        const bool hasPhone
            = std::any_of(made.phones.begin(), made.phones.end(), [&digits](const QString &phone) {
                  const QStringList keys = phoneKeys(phone);
                  return std::any_of(keys.begin(), keys.end(), [&digits](const QString &key) {
                      return !digits.isEmpty() && key.endsWith(digits);
                  });
              });
        const int place = m_tree->placeOf(made.row);
        if (place >= 0 && (hasPhone || holds(searchText(made.said).toUtf8(), wanted)))
            hit[place] = 1;
    }
    for (auto one = m_laid.renamed.begin(); one != m_laid.renamed.end(); ++one) {
        const int place = m_tree->placeOf(one.key());
        if (place >= 0 && holds(searchText({one.value()}).toUtf8(), wanted))
            hit[place] = 1;
    }
}

} // namespace naryad::store
