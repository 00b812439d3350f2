#include "outbox/OutboxDetails.h"

#include "core/CommandKinds.h"
#include "core/HumanTime.h"
#include "models/SaidLines.h"
#include "models/Words.h"
#include "outbox/FoundTasks.h"

namespace naryad::ui {

using namespace Qt::StringLiterals;

bool hasEditor(const Command &command)
{
    const ObjectKind kind = kindOf(command);
    if (kind == ObjectKind::Contractor || kind == ObjectKind::Person || kind == ObjectKind::Phone
        || kind == ObjectKind::Equipment || kind == ObjectKind::EquipmentModel)
        return !isDelete(command);
    return std::holds_alternative<CreateTask>(command) || std::holds_alternative<UpdateTask>(command)
        || std::holds_alternative<AddComment>(command) || std::holds_alternative<CloseTask>(command)
        || std::holds_alternative<AddTaskFields>(command) || std::holds_alternative<RemoveTaskFields>(command)
        || std::holds_alternative<CreateTemplate>(command) || std::holds_alternative<UpdateTemplate>(command)
        || std::holds_alternative<CreateTemplateField>(command)
        || std::holds_alternative<UpdateTemplateField>(command);
}

OutboxActions actionsFor(const JournalEntry &entry)
{
    OutboxActions can;
    switch (entry.state) {
    case CommandState::Held:
        can.undo = true;
        break;
    case CommandState::Waiting:
        can.retry = true;
        can.drop = true;
        break;
    case CommandState::Refused:
        can.fix = hasEditor(entry.command) && entry.conflicts.isEmpty();
        can.retry = entry.conflicts.isEmpty();
        can.keepMine = !entry.conflicts.isEmpty();
        can.keepTheirs = can.keepMine;
        can.drop = true;
        break;
    case CommandState::Unsure:
        can.lookForIt = !entry.needsUser;
        can.itIsThere = true;
        can.sendAgain = entry.needsUser;
        can.drop = true;
        break;
    case CommandState::Sending:
    case CommandState::Sent:
    case CommandState::Dropped:
        break;
    }
    return can;
}

QString OutboxDetails::undoWords()
{
    return tr("Undo: takes it back, and what you typed is there again. Nothing of it has been sent.");
}

QString OutboxDetails::fixWords()
{
    return tr("Fix: opens it again as you typed it, so that you can change it and send it anew.");
}

QString OutboxDetails::retryWords(const JournalEntry &entry)
{
    return entry.state == CommandState::Waiting ? tr("Retry: tries now instead of waiting for the next time.")
                                                : tr("Retry: sends it once more just as it is.");
}

QString OutboxDetails::lookForItWords()
{
    return tr(
        "Look for it: asks the service at once whether it was done, and lists what it may have become.");
}

QString OutboxDetails::itIsThereWords(const JournalEntry &entry)
{
    return isCreate(entry.command)
        ? tr("It is there: what is chosen in the list is what this became. Nothing is sent again.")
        : tr("It is there: you have seen that the service did it. Nothing is sent again.");
}

QString OutboxDetails::sendAgainWords(const JournalEntry &entry)
{
    if (std::holds_alternative<CreateTask>(entry.command))
        return tr("Send again: if the first one did arrive after all, there will be two tasks; no task can "
                  "be deleted.");
    if (isCreate(entry.command))
        return tr("Send again: if the first one did arrive after all, there will be two of it.");
    if (std::holds_alternative<AddComment>(entry.command))
        return tr("Send again: if the first one did arrive after all, the comment will stand there twice.");
    return tr(
        "Send again: if the first one did arrive after all, the same is said to the service a second time.");
}

QString OutboxDetails::keepMineWords()
{
    return tr("Keep mine: what you typed goes over what others said of these fields. Their other changes "
              "stay.");
}

QString OutboxDetails::keepTheirsWords()
{
    return tr("Keep theirs: these fields stay as others left them. Your other changes are sent.");
}

QString OutboxDetails::dropWords(const JournalEntry &entry)
{
    return entry.state == CommandState::Unsure
        ? tr("Drop: stops asking about it and never sends it again. If it did arrive, it stays on the "
             "service.")
        : tr("Drop: it is never sent. Its text can be read and copied here for 30 days more.");
}

QStringList OutboxDetails::conflictLines(const JournalEntry &entry, const AccountZone &zone)
{
    QStringList lines;
    for (const FieldConflict &conflict : entry.conflicts) {
        const models::ConflictWords words = models::wordsOf(conflict, zone);
        lines.append(tr("%1: it was %2").arg(words.name, words.before));
        lines.append(tr("    here (mine): %1").arg(words.mine));
        lines.append(tr("    on the service (theirs): %1").arg(words.theirs));
    }
    return lines;
}

QStringList OutboxDetails::foundLines(const JournalEntry &entry, const AccountZone &zone)
{
    QStringList lines;
    const bool isTask = std::holds_alternative<CreateTask>(entry.command);
    for (const FoundObject &one : entry.found)
        lines.append(tr("Found: %1").arg(FoundTasks::line(one, isTask, zone)));
    return lines;
}

QStringList OutboxDetails::decidedLines(const Consent &consent, const AccountZone &zone)
{
    QString what;
    if (consent.decision == Decision::Drop && !consent.objectId.isEmpty())
        return {tr("You mended it and said it anew, %1").arg(humanTime(consent.at, zone))};
    switch (consent.decision) {
    case Decision::Retry:
        what = tr("Retry");
        break;
    case Decision::SendAgain:
        what = tr("Send again");
        break;
    case Decision::ItIsThere:
        what = tr("It is there");
        break;
    case Decision::Drop:
        what = tr("Drop");
        break;
    case Decision::KeepMine:
        what = tr("Keep mine");
        break;
    case Decision::KeepTheirs:
        what = tr("Keep theirs");
        break;
    }
    QStringList lines{tr("You decided: %1, %2").arg(what, humanTime(consent.at, zone))};
    for (const FieldConflict &part : consent.parts) {
        const models::ConflictWords words = models::wordsOf(part, zone);
        lines.append(
            consent.decision == Decision::KeepTheirs
                ? tr("    You had: %1: %2; it gave way to %3").arg(words.name, words.mine, words.theirs)
                : tr("    Others had: %1: %2; yours is %3").arg(words.name, words.theirs, words.mine));
    }
    return lines;
}

QStringList OutboxDetails::fateLines(const JournalEntry &entry, const AccountZone &zone)
{
    QStringList lines;
    if (entry.error) {
        if (!entry.error->words.isEmpty())
            lines.append(tr("The words that came back: %1").arg(entry.error->words));
        if (!entry.error->serviceCode.isEmpty())
            lines.append(tr("Code: %1").arg(entry.error->serviceCode));
        if (entry.error->httpStatus != 0)
            lines.append(tr("Answer status: %1").arg(entry.error->httpStatus));
    }
    if (entry.state == CommandState::Unsure && entry.needsUser)
        lines.append(tr("Not known: whether the service did it. It is not sent again by itself."));
    else if (entry.state == CommandState::Unsure)
        lines.append(tr("Not known yet: whether the service did it. It is looked for first, and sent again "
                        "by itself only where that can't make two of it."));
    lines.append(tr("Said: %1").arg(humanTime(entry.createdAt, zone)));
    lines.append(tr("Attempts: %1").arg(entry.attempts));
    if (entry.lastAttemptAt.isValid())
        lines.append(tr("Last attempt: %1").arg(humanTime(entry.lastAttemptAt, zone)));
    if (entry.state == CommandState::Waiting && entry.notBefore.isValid())
        lines.append(tr("Not tried again before: %1").arg(humanTime(entry.notBefore, zone)));
    if (entry.settledAt.isValid())
        lines.append(tr("Settled: %1").arg(humanTime(entry.settledAt, zone)));
    if (!entry.resultId.isEmpty())
        lines.append(tr("The service's id: %1").arg(entry.resultId));
    for (const Consent &consent : entry.consents)
        lines.append(decidedLines(consent, zone));
    return lines;
}

QStringList OutboxDetails::buttonLines(const JournalEntry &entry)
{
    const OutboxActions can = actionsFor(entry);
    QStringList lines;
    if (can.undo)
        lines.append(undoWords());
    if (can.fix)
        lines.append(fixWords());
    else if (entry.state == CommandState::Refused && entry.conflicts.isEmpty())
        lines.append(tr("It can't be changed here: send it as it is, or drop it and say it anew."));
    if (can.retry)
        lines.append(retryWords(entry));
    if (can.lookForIt)
        lines.append(lookForItWords());
    if (can.itIsThere)
        lines.append(itIsThereWords(entry));
    if (can.sendAgain)
        lines.append(sendAgainWords(entry));
    if (can.keepMine)
        lines.append(keepMineWords());
    if (can.keepTheirs)
        lines.append(keepTheirsWords());
    if (can.drop)
        lines.append(dropWords(entry));
    return lines;
}

QStringList OutboxDetails::parts(
    const JournalEntry &entry, const AccountZone &zone, const QDateTime &now,
    const std::optional<JournalEntry> &front, const QString &sides)
{
    return {
        models::commandText(entry.command),
        QString(tr("State: %1").arg(models::stateText(entry, now)) + u'\n' + models::outcomeText(entry, zone))
            .trimmed(),
        front ? tr("Waits for: %1 (%2)")
                    .arg(models::commandText(front->command), models::stateText(*front, now))
              : QString(),
        sides,
        models::saidLines(entry.command, zone).join(u'\n'),
        fateLines(entry, zone).join(u'\n'),
    };
}

QString OutboxDetails::text(
    const JournalEntry &entry, const AccountZone &zone, const QDateTime &now,
    const std::optional<JournalEntry> &front)
{
    // What is for the user to choose from stands in tables of their own.
    const QStringList found = isFinal(entry.state) ? foundLines(entry, zone) : QStringList();
    QStringList all = parts(entry, zone, now, front, found.join(u'\n'));
    all.append(buttonLines(entry).join(u'\n'));
    all.removeAll(QString());
    return all.join(u"\n\n"_s);
}

QString OutboxDetails::copyText(
    const JournalEntry &entry, const AccountZone &zone, const QDateTime &now,
    const std::optional<JournalEntry> &front)
{
    QStringList all
        = parts(entry, zone, now, front, (conflictLines(entry, zone) + foundLines(entry, zone)).join(u'\n'));
    for (QString &part : all)
        part = part.trimmed();
    all.removeAll(QString());
    return all.join(u'\n');
}

} // namespace naryad::ui
