#pragma once

#include "core/AccountZone.h"
#include "core/CommandKinds.h"

#include <QCoreApplication>
#include <QString>

namespace naryad::ui {

/// What the user can do about a command in this state.
struct OutboxActions
{
    bool undo = false;
    bool fix = false;
    bool retry = false;
    bool lookForIt = false;
    bool itIsThere = false;
    bool sendAgain = false;
    bool keepMine = false;
    bool keepTheirs = false;
    bool drop = false;
    friend bool operator==(const OutboxActions &, const OutboxActions &) = default;
};

/// A window of this program can show the command as it was typed.
bool hasEditor(const Command &command);

/// Three for an unsure command, always: as long as it is looked for by itself, it can be looked for at once;
/// when nothing more can be told by looking, it can be sent again.
OutboxActions actionsFor(const JournalEntry &entry);

/// One command of the Outbox as lines of plain text. Thread: any.
class OutboxDetails
{
    Q_DECLARE_TR_FUNCTIONS(naryad::ui::OutboxDetails)
public:
    /// What was asked, what became of it, the service's own words, what is not known, attempts and times, and
    /// what each button that applies does. `front`: what it waits for.
    static QString text(
        const JournalEntry &entry, const AccountZone &zone, const QDateTime &now,
        const std::optional<JournalEntry> &front = {});
    /// The same for another program: with both sides of a conflict and what was found, which the screen
    /// shows as tables, and without a word about buttons.
    static QString copyText(
        const JournalEntry &entry, const AccountZone &zone, const QDateTime &now,
        const std::optional<JournalEntry> &front = {});

    // What the buttons do, in words: for the details and for tooltips.
    static QString undoWords();
    static QString fixWords();
    static QString retryWords(const JournalEntry &entry);
    static QString lookForItWords();
    static QString itIsThereWords(const JournalEntry &entry);
    static QString sendAgainWords(const JournalEntry &entry);
    static QString keepMineWords();
    static QString keepTheirsWords();
    static QString dropWords(const JournalEntry &entry);

private:
    static QStringList conflictLines(const JournalEntry &entry, const AccountZone &zone);
    static QStringList foundLines(const JournalEntry &entry, const AccountZone &zone);
    static QStringList fateLines(const JournalEntry &entry, const AccountZone &zone);
    static QStringList parts(
        const JournalEntry &entry, const AccountZone &zone, const QDateTime &now,
        const std::optional<JournalEntry> &front, const QString &sides);
    static QStringList decidedLines(const Consent &consent, const AccountZone &zone);
    static QStringList buttonLines(const JournalEntry &entry);
};

} // namespace naryad::ui
