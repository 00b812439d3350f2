#include "JournalPrivate.h"

#include "TaskColumns.h"

/// The dictionaries kept in the journal. Closing results, which were there first, have a table of their own.
namespace naryad::store {

void Journal::Private::writeWord(const DictionaryEntry &word)
{
    SQLite::Statement statement(
        *database,
        "INSERT INTO dictionary(kind, id, name, learned) VALUES(?1,?2,?3,?4) ON CONFLICT(kind, id) DO UPDATE "
        "SET name=?3, learned=?4 WHERE ?3<>''");
    bindAll(
        statement, toName(word.kind), word.id, word.name, word.source == DictionaryEntry::Source::Learned);
    statement.exec();
}

void Journal::Private::eraseWord(DictionaryKind kind, const QString &id)
{
    SQLite::Statement erase(*database, "DELETE FROM dictionary WHERE kind=? AND id=?");
    bindAll(erase, toName(kind), id);
    erase.exec();
}

Result<QVector<DictionaryEntry>> Journal::dictionary(DictionaryKind kind) const
{
    return guarded([&]() -> Result<QVector<DictionaryEntry>> { return wordsOf(*d->database, kind); });
}

Result<void> Journal::keepWord(const DictionaryEntry &word)
{
    if (word.id.isEmpty())
        return {};
    if (word.kind == DictionaryKind::Results)
        return keepResult({word.id, word.name});
    return d->store(word, [&] { d->writeWord(word); });
}

Result<void> Journal::dropWord(DictionaryKind kind, const QString &id)
{
    if (kind == DictionaryKind::Results)
        return dropResult(id);
    return d->store(DroppedWord{kind, id}, [&] { d->eraseWord(kind, id); });
}

Result<void> Journal::learnWord(DictionaryKind kind, const NamedRef &word)
{
    if (kind == DictionaryKind::Results)
        return learnResult(word);
    if (word.isNothing() || word.name.isEmpty())
        return {};
    const auto known = dictionary(kind);
    if (!known)
        return tl::unexpected(known.error());
    for (const DictionaryEntry &one : *known) {
        if (one.id == word.id && !one.name.isEmpty()
            && (one.source == DictionaryEntry::Source::Typed || one.name == word.name))
            return {};
    }
    return keepWord({kind, word.id, word.name, DictionaryEntry::Source::Learned});
}

QVector<DictionaryEntry> wordsOf(SQLite::Database &journal, DictionaryKind kind)
{
    QVector<DictionaryEntry> words;
    if (kind == DictionaryKind::Results) {
        SQLite::Statement find(journal, "SELECT id, name FROM result ORDER BY name, id");
        while (find.executeStep())
            words.append({kind, textAt(find, 0), textAt(find, 1), DictionaryEntry::Source::Typed});
        return words;
    }
    SQLite::Statement find(
        journal, "SELECT id, name, learned FROM dictionary WHERE kind=? ORDER BY name, id");
    bindAll(find, toName(kind));
    while (find.executeStep()) {
        const bool learned = find.getColumn(2).getInt() != 0;
        words.append(
            {kind, textAt(find, 0), textAt(find, 1),
             learned ? DictionaryEntry::Source::Learned : DictionaryEntry::Source::Typed});
    }
    return words;
}

} // namespace naryad::store
