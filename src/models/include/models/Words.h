#pragma once

#include "core/AccountZone.h"
#include "core/Commands.h"
#include "core/SyncState.h"
#include "core/Task.h"
#include "core/TaskCard.h"

#include <QString>
#include <QStringList>

/// Values in words of the interface language: the one place where screens and models get them.
namespace naryad::models {

QString notKnownText(); ///< "—?"
QString words(TaskState state);
QString words(PendingState state);
/// The State column: "draft", "sent", "draft · waiting", "to be sent" … always words, never colour alone.
QString stateText(const TaskRow &row);
/// Why a value is not known, for a tooltip.
QString notKnownReason();
/// "24.11 09:00–11:00", "24.11 14:00", "no time"; "—?" where not known.
QString planText(const Known<QDateTime> &start, const Known<QDateTime> &end, const AccountZone &zone);
/// The status bar's line: "Online · 14:32 · 3 waiting".
QString statusText(const SyncState &state, const AccountZone &zone);
/// "Create task “Монтаж” for Ромашка", "Close task 1042: Выполнено".
QString commandText(const Command &command);
QString words(CommandState state);
/// The same for one command, with what it waits for: "held, 7 s", "unsure, being looked for".
QString stateText(const JournalEntry &entry, const QDateTime &now);
/// The same without how long it is held.
QString stateWord(const JournalEntry &entry);
/// What became of an entry, in a sentence; for unsure ones what is not known.
QString outcomeText(const JournalEntry &entry, const AccountZone &zone);
/// A field two people changed: its name, and the three values as they are read.
struct ConflictWords
{
    QString name;
    QString before;
    QString mine;
    QString theirs;
};
QString partName(const FieldConflict &conflict);
QString partNames(const QVector<FieldConflict> &parts); ///< "Address, Planned start"
ConflictWords wordsOf(const FieldConflict &conflict, const AccountZone &zone);
/// What an update with a base changes: `base` what it was, `mine` what it is to be. Sending it is none of
/// these. Empty for other commands.
QVector<FieldConflict> changesOf(const Command &command);
/// The same, a line each: "Address: “Mira 1” → “Mira 3”"; that it is sent to its worker is the
/// last one.
QStringList changeLines(const Command &command, const AccountZone &zone);
/// What others changed of an update's object meanwhile, in a sentence; empty where nothing.
QString mergedText(const JournalEntry &entry, const AccountZone &zone);
/// A value as it is read in the interface language: a number with its decimal mark.
QString valueText(const FieldValue &value);
/// "74 Done"; "#74 (no name yet)".
QString resultText(const NamedRef &result);
/// The values of the rows of a task, one a line: "Сумма: 100".
QString fieldLine(const FieldRow &row);

} // namespace naryad::models
