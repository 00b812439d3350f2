#pragma once

#include "core/AccountZone.h"
#include "core/Commands.h"

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
    bool drop = false;
    friend bool operator==(const OutboxActions &, const OutboxActions &) = default;
};

/// How far the look for an unsure create has come.
struct LookState
{
    bool made = false;
    QString whyNotAgain; ///< what stands against sending it again; empty: nothing
};

/// Three for an unsure command, always: a create is looked for before it can be sent again.
OutboxActions actionsFor(const JournalEntry &entry, const LookState &look);
bool isCreate(const Command &command);

/// One command of the Outbox as lines of plain text. Thread: any.
class OutboxDetails
{
    Q_DECLARE_TR_FUNCTIONS(naryad::ui::OutboxDetails)
public:
    /// What was asked, what became of it, the service's own words, what is not known, attempts and times, and
    /// what each button that applies does.
    static QString text(const JournalEntry &entry, const AccountZone &zone, const LookState &look = {});

    // What the buttons do, in words: for the details and for tooltips.
    static QString undoWords();
    static QString fixWords();
    static QString retryWords(const JournalEntry &entry);
    static QString lookForItWords();
    static QString itIsThereWords(const JournalEntry &entry);
    static QString sendAgainWords(const JournalEntry &entry, const LookState &look);
    static QString dropWords(const JournalEntry &entry);

private:
    static QStringList bodyLines(const TaskBody &body, const AccountZone &zone);
    static QStringList askedLines(const JournalEntry &entry, const AccountZone &zone);
    static QStringList fateLines(const JournalEntry &entry, const AccountZone &zone);
    static QStringList buttonLines(const JournalEntry &entry, const LookState &look);
};

} // namespace naryad::ui
