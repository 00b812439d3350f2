#pragma once

#include "Db.h"
#include "JournalText.h"
#include "store/Journal.h"

#include <QDir>
#include <QFileInfo>

#include <string>

namespace naryad::store {

/// Begins the meta keys that tell which result a template's tasks were closed with last.
inline QString resultUsedPrefix()
{
    return QStringLiteral("result used/");
}

/// The inside of the journal: one file and its text copy, always written together.
class Journal::Private
{
public:
    Private(const QString &where, const Clock &time)
        : path(where)
        , clock(time)
        , text(beside(QStringLiteral("journal.txt")))
    {}

    QString beside(const QString &name) const { return QFileInfo(path).dir().filePath(name); }

    // The file (JournalFile.cpp).
    Result<void> openFile(const QString &file);
    void backUp(const QString &stamp);
    QStringList backups() const;
    void backUpDaily();
    Result<void> replaceDamaged();
    Result<void> restore();
    bool takeFromBackup(const QString &file, JournalTold &told);

    CommandId nextId() const;
    JournalEntry fresh(const Intent &intent, CommandId id) const;

    // Its rows; all but select() within a transaction of the caller's.
    void write(const JournalEntry &entry);
    void eraseDraft(const QString &key);
    /// The draft a held command was typed as, until the command goes.
    void holdDraft(CommandId id, const QString &key);
    void bringDraftBack(CommandId id);
    void eraseHeldDraft(CommandId id);
    void writeResult(const NamedRef &result);
    /// And what was closed with it last offers it no more.
    void eraseResult(const QString &id);
    // JournalDictionary.cpp
    void writeWord(const DictionaryEntry &word);
    void eraseWord(DictionaryKind kind, const QString &id);
    void writeMeta(const QString &key, const QString &value);
    QString readMeta(const QString &key) const;
    Result<QVector<JournalEntry>> select(const std::string &sql, qint64 parameter) const;

    static void doubt(JournalEntry &entry, const QString &why);
    Result<void> refuseTakenBack();
    Result<void> doubtInterrupted(Journal &journal);

    /// What `call` answers, a failure with this file as its place.
    template <class Call> Result<void> here(Call call)
    {
        auto done = guarded(std::move(call));
        if (!done && done.error().place.isEmpty())
            done.error().place = path;
        return done;
    }

    /// One transaction and one line of text: both are on disk when it returns, or neither.
    template <class Told, class Write> Result<void> store(const Told &told, Write writeRow)
    {
        return here([&]() -> Result<void> {
            SQLite::Transaction transaction(*database);
            writeRow();
            if (auto copied = text.append(told); !copied)
                return copied;
            try {
                transaction.commit();
            } catch (const SQLite::Exception &) {
                text.takeBack();
                throw;
            }
            return {};
        });
    }

    Result<void> store(const JournalEntry &entry)
    {
        return store(entry, [&] { write(entry); });
    }

    QString path;
    const Clock &clock;
    std::unique_ptr<SQLite::Database> database;
    JournalText text;
    bool damaged = false;
};

/// A kind of the dictionary as it is kept, by name. Throws SQLite::Exception.
QVector<DictionaryEntry> wordsOf(SQLite::Database &journal, DictionaryKind kind);

} // namespace naryad::store
