#include "Finder.h"

#include "ListSql.h"
#include "Phones.h"
#include "RowReader.h"
#include "SearchText.h"
#include "TaskColumns.h"
#include "TaskSearch.h"
#include "core/Phone.h"
#include "core/Serial.h"
#include "core/Text.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace naryad::store {

namespace {

constexpr int Candidates = 2000; ///< of a text that very much holds; those are ranked
constexpr int Beginnings = 200; ///< contractors that begin as typed are always among them
constexpr int AskedTrigrams = 3;

enum Rank {
    Exact,
    ByPhone, ///< a whole number, or its end
    PhoneBegins,
    LastPart, ///< "Ромашка / Подразделение 2" by "подразделение 2"
    Begins,
    AllAtBeginnings,
    FirstAtBeginning,
    PhoneInside,
    Inside,
    Elsewhere, ///< in an address, a person's name
};

Rank rankOf(const QString &name, const QStringList &words)
{
    const QString typed = words.join(QLatin1Char(' '));
    const QString spaced = QLatin1Char(' ') + name;
    if (name == typed)
        return Exact;
    if (name.endsWith(QLatin1String(" / ") + typed))
        return LastPart;
    if (name.startsWith(typed))
        return Begins;
    if (spaced.contains(QLatin1Char(' ') + typed))
        return AllAtBeginnings;
    if (spaced.contains(QLatin1Char(' ') + words.constFirst()))
        return FirstAtBeginning;
    return name.contains(words.constFirst()) ? Inside : Elsewhere;
}

Rank rankOf(PhoneMatch match)
{
    switch (match) {
    case PhoneMatch::Whole:
    case PhoneMatch::End:
        return ByPhone;
    case PhoneMatch::Beginning:
        return PhoneBegins;
    case PhoneMatch::Inside:
        return PhoneInside;
    case PhoneMatch::None:
        break;
    }
    return Elsewhere;
}

bool begins(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) {
        return text.contains(QLatin1Char(' ') + word);
    });
}

bool holds(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) {
        return text.contains(word.size() < 3 ? QLatin1Char(' ') + word : word);
    });
}

QString joined(const QString &a, const QString &b)
{
    return a.isEmpty() ? b : b.isEmpty() ? a : a + QStringLiteral(" · ") + b;
}

} // namespace

Finder::Finder(SQLite::Database &mirror, TrigramSample &sample, const std::function<bool()> &givenUp)
    : m_mirror(mirror)
    , m_sample(sample)
    , m_givenUp(givenUp)
{}

QVector<Finder::Found> Finder::tasks(const QString &typed, int limit)
{
    m_sample.refresh(m_mirror);
    TaskQuery query;
    query.text = typed;
    bool complete = true;
    TaskSearch search(m_mirror, m_sample, query, m_givenUp);
    const QVector<RowId> rows = search.rows(limit, complete);
    NameCache names;
    Packing packing(m_mirror);
    RowReader reader(m_mirror, names, packing);
    const QStringList words = wordsToFind(typed);
    QVector<Found> found;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const RowId row = rows.at(i);
        const auto task = reader.read(row);
        if (!task)
            continue;
        Found one;
        one.hit = Hit{
            Hit::Kind::Task, row, task->id, task->number,
            joined(task->taskTemplate.name, task->contractor.value.name)};
        const bool exact = words.size() == 1 && foldText(task->number) == words.constFirst();
        one.rank = exact ? Exact : i < search.atBeginning() ? AllAtBeginnings : Inside;
        found.append(one);
    }
    return found;
}

std::optional<Finder::Found> Finder::contractor(const QString &id, const QStringList &words)
{
    SQLite::Statement find(m_mirror, sql::ContractorShown);
    bindAll(find, id);
    if (!find.executeStep())
        return std::nullopt;
    Found found;
    found.hit = Hit{Hit::Kind::Contractor, 0, id, textAt(find, 0), textAt(find, 1)};
    found.rank = words.isEmpty() ? Elsewhere : rankOf(textAt(find, 2), words);
    found.sort = textAt(find, 3);
    return found;
}

std::optional<Finder::Found> Finder::named(Hit::Kind kind, const QString &id, const QStringList &words)
{
    const char *query = kind == Hit::Kind::Employee ? "SELECT name, '' FROM employee WHERE id=? AND gone=0"
        : kind == Hit::Kind::Template               ? "SELECT name, '' FROM template WHERE id=? AND gone=0"
        : kind == Hit::Kind::Field ? "SELECT name, card FROM template_field WHERE id=? AND gone=0"
                                   : "SELECT name, card FROM equipment WHERE id=? AND gone=0";
    SQLite::Statement find(m_mirror, query);
    bindAll(find, id);
    if (!find.executeStep())
        return std::nullopt;
    Found found;
    const QString name = textAt(find, 0);
    QString line;
    if (kind == Hit::Kind::Equipment) {
        const Equipment piece = serial::equipmentFromJson(objectOf(bytesAt(find, 1)));
        line = joined(piece.model.value.name, piece.contractor.value.name);
    }
    found.hit = Hit{kind, 0, id, name, line};
    found.rank = rankOf(foldText(name), words);
    found.sort = sortKey(name);
    return found;
}

QVector<Finder::Found> Finder::byText(const QStringList &words, std::optional<Hit::Kind> kind)
{
    Cursor match(m_mirror, sql::EntityFound);
    Cursor text(m_mirror, sql::EntityText);
    QVector<Found> found;
    QSet<QString> contractors;
    QSet<qint64> met;
    const auto take = [&](Hit::Kind one, const QString &id) {
        const bool isContractor = one == Hit::Kind::Contractor;
        if (isContractor && contractors.contains(id))
            return;
        if (auto hit = isContractor ? contractor(id, words) : named(one, id, words)) {
            if (isContractor)
                contractors.insert(id);
            found.append(*hit);
        }
    };
    if (!kind || kind == Hit::Kind::Contractor) {
        // Of very many only some are ranked: these must be among them.
        const QString typed = words.join(QLatin1Char(' '));
        Cursor beginning(m_mirror, sql::ContractorBegins);
        beginning.with(typed, QString(typed + QChar(u'\uffff')), Beginnings);
        while (beginning.next())
            take(Hit::Kind::Contractor, beginning.text(0));
    }
    // Then what has every word at a word's beginning, before what has it only inside.
    for (const bool atBeginning : {true, false}) {
        QStringList trigrams;
        for (const QString &word : words)
            trigrams += trigramsOf(word, atBeginning);
        trigrams.removeDuplicates();
        match.with(matchOf(trigrams.mid(0, AskedTrigrams * words.size())));
        int left = Candidates;
        while (left > 0 && match.next()) {
            if (!text.with(match.number(0)).next())
                continue;
            const auto one = static_cast<Hit::Kind>(text.number(0));
            const QString said = text.text(2);
            if ((kind && *kind != one) || !(atBeginning ? begins(said, words) : holds(said, words)))
                continue;
            --left;
            if (met.contains(match.number(0)))
                continue;
            met.insert(match.number(0));
            take(one, text.text(1));
        }
    }
    return found;
}

void Finder::addByPhone(const QString &typed, QVector<Found> &found)
{
    for (const PhoneOwner &owner : ownersOfPhone(m_mirror, typedPhones(typed))) {
        const auto known = std::find_if(found.begin(), found.end(), [&owner](const Found &one) {
            return one.hit.kind == Hit::Kind::Contractor && one.hit.id == owner.contractorId;
        });
        // A place and not an iterator: appending may move them all.
        const qsizetype place = known - found.begin();
        if (place == found.size()) {
            const auto hit = contractor(owner.contractorId, {});
            if (!hit)
                continue;
            found.append(*hit);
        }
        Found &one = found[place];
        one.rank = std::min<int>(one.rank, rankOf(owner.match));
        one.phone = owner.shown;
        one.hit.line = joined(one.hit.line, owner.shown);
    }
}

QVector<Finder::Found> Finder::entities(const QString &typed, std::optional<Hit::Kind> kind)
{
    QVector<Found> found;
    for (const QString &reading : {typed, swapLayout(typed)}) {
        const QStringList words = wordsToFind(reading);
        if (words.isEmpty())
            continue;
        found = byText(words, kind);
        if (!kind || kind == Hit::Kind::Contractor)
            addByPhone(reading, found);
        if (!found.isEmpty())
            break;
    }
    std::stable_sort(found.begin(), found.end(), [](const Found &a, const Found &b) {
        return std::tie(a.rank, a.sort) < std::tie(b.rank, b.sort);
    });
    return found;
}

QVector<Hit> Finder::find(const QString &typed, int limit)
{
    if (wordsToFind(typed).isEmpty())
        return {};
    QMap<Hit::Kind, QVector<Found>> kinds;
    QVector<Hit::Kind> order;
    const QVector<Found> all = tasks(typed, limit) + entities(typed, std::nullopt);
    for (const Found &one : all) {
        QVector<Found> &same = kinds[one.hit.kind];
        if (same.size() < limit)
            same.append(one);
    }
    for (auto kind = kinds.keyBegin(); kind != kinds.keyEnd(); ++kind)
        order.append(*kind);
    std::stable_sort(order.begin(), order.end(), [&kinds](Hit::Kind a, Hit::Kind b) {
        return kinds[a].constFirst().rank < kinds[b].constFirst().rank;
    });
    QVector<Hit> hits;
    for (const Hit::Kind kind : std::as_const(order)) {
        for (const Found &one : std::as_const(kinds[kind]))
            hits.append(one.hit);
    }
    return hits;
}

QVector<Finder::Found> Finder::callers(const QString &typed, int limit)
{
    return entities(typed, Hit::Kind::Contractor).mid(0, limit);
}

QStringList Finder::contractorIds(const QString &typed, int limit)
{
    QStringList ids;
    const QVector<Found> found = entities(typed, Hit::Kind::Contractor);
    for (const Found &one : found) {
        if (ids.size() < limit)
            ids.append(one.hit.id);
    }
    return ids;
}

} // namespace naryad::store
