#pragma once

#include "core/CommandKinds.h"
#include "core/Dictionary.h"
#include "core/Result.h"

#include <QFile>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

namespace naryad::store {

/// An entry as one JSON object and back: the journal's row and the line of its text copy.
QJsonObject entryToJson(const JournalEntry &entry);
Result<JournalEntry> entryFromJson(const QJsonObject &json);

/// A command's subject as the journal's table has it; a kind before the id, since ids of other kinds may be
/// the same.
QString subjectKey(ObjectKind kind, const ObjectRef &object);
QString subjectKey(const ObjectRef &task);

/// The number of a closing result that the user took out of the dictionary.
struct DroppedResult
{
    QString id;
};

/// The same of another dictionary.
struct DroppedWord
{
    DictionaryKind kind = DictionaryKind::Results;
    QString id;
    friend bool operator==(const DroppedWord &, const DroppedWord &) = default;
};

/// What the text copy tells: the last state of every entry, and the dictionaries.
struct JournalTold
{
    QVector<JournalEntry> entries; ///< oldest first
    QVector<NamedRef> results;
    QStringList droppedResults; ///< numbers the user took out, and has not kept again since
    QVector<DictionaryEntry> words; ///< of the other dictionaries
    QVector<DroppedWord> droppedWords; ///< likewise
    /// Every line but a torn last one could be read. If not, an entry may have gone further than is told
    /// here.
    bool whole = true;
};

/// The append-only second copy of the journal: after every change the whole entry as one JSON line, on the
/// disk when append() returns. Thread: the journal's.
class JournalText
{
public:
    explicit JournalText(const QString &path);

    Result<void> append(const JournalEntry &entry);
    /// All of them, a line each, in one step.
    Result<void> append(const QVector<JournalEntry> &entries);
    Result<void> append(const NamedRef &result);
    Result<void> append(const DroppedResult &result);
    Result<void> append(const DictionaryEntry &word);
    Result<void> append(const DroppedWord &word);
    /// Takes the last append() back: what it was for did not happen.
    void takeBack();
    /// Those of the tokens that no line of it tells; none where the file can't be read. Reads all lines.
    QSet<QString> lacking(const QStringList &tokens) const;

    static JournalTold read(const QString &path);

private:
    Result<void> appendLine(const QByteArray &line);
    bool open();
    void dropTornLine();

    QFile m_file;
    qint64 m_before = -1; ///< the size before the last append; -1: nothing to take back
};

} // namespace naryad::store
