#include "outbox/OutboxDetails.h"

#include "core/HumanTime.h"
#include "models/Words.h"

namespace naryad::ui {

using namespace Qt::StringLiterals;

OutboxActions actionsFor(const JournalEntry &entry, const LookState &look)
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
        can.fix = true;
        can.retry = true;
        can.drop = true;
        break;
    case CommandState::Unsure:
        can.lookForIt = isCreate(entry.command) && !look.made;
        can.itIsThere = true;
        can.sendAgain = !can.lookForIt;
        can.drop = true;
        break;
    case CommandState::Sending:
    case CommandState::Sent:
    case CommandState::Dropped:
        break;
    }
    return can;
}

bool isCreate(const Command &command)
{
    return std::holds_alternative<CreateTask>(command);
}

QString OutboxDetails::undoWords()
{
    return tr("Undo: takes it back. Nothing of it has been sent, and nothing will be.");
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
        "Look for it: asks the service for the tasks that came since and lists those it may have become.");
}

QString OutboxDetails::itIsThereWords(const JournalEntry &entry)
{
    return isCreate(entry.command)
        ? tr("It is there: the task chosen in the list is what this became. Nothing is sent again.")
        : tr("It is there: you have seen that the service did it. Nothing is sent again.");
}

QString OutboxDetails::sendAgainWords(const JournalEntry &entry, const LookState &look)
{
    if (isCreate(entry.command) && !look.whyNotAgain.isEmpty())
        return look.whyNotAgain;
    if (isCreate(entry.command))
        return tr("Send again: if the first one did arrive after all, there will be two tasks; no task can "
                  "be deleted.");
    if (std::holds_alternative<AddComment>(entry.command))
        return tr("Send again: if the first one did arrive after all, the comment will stand there twice.");
    return tr(
        "Send again: if the first one did arrive after all, the same is said to the service a second time.");
}

QString OutboxDetails::dropWords(const JournalEntry &entry)
{
    return entry.state == CommandState::Unsure
        ? tr("Drop: stops asking about it and never sends it again. If it did arrive, it stays on the "
             "service.")
        : tr("Drop: it is never sent. Its text can be read and copied here for 30 days more.");
}

QStringList OutboxDetails::bodyLines(const TaskBody &body, const AccountZone &zone)
{
    QStringList lines;
    lines.append(tr("Template: %1").arg(body.taskTemplate.name));
    if (!body.number.isEmpty())
        lines.append(tr("Number: %1").arg(body.number));
    if (body.contractor.isKnown())
        lines.append(tr("Contractor: %1").arg(body.contractor.value.name));
    if (body.worker.isKnown())
        lines.append(tr("Worker: %1").arg(body.worker.value.name));
    if (body.plannedStart.isValid() || body.plannedEnd.isValid()) {
        lines.append(tr("Plan: %1")
                         .arg(models::planText(
                             Known<QDateTime>::fromHere(body.plannedStart),
                             Known<QDateTime>::fromHere(body.plannedEnd), zone)));
    }
    if (body.address.isKnown() && !body.address.value.isEmpty()) {
        lines.append(tr("Address: %1").arg(body.address.value.oneLine()));
        if (!body.address.value.notes.isEmpty())
            lines.append(tr("Address notes: %1").arg(body.address.value.notes));
    }
    if (body.resultCheck.isKnown() && body.resultCheck.value)
        lines.append(tr("The result is to be checked"));
    lines.append(body.draft ? tr("To be kept as a draft") : tr("To be sent to the worker"));
    for (const FieldEntry &entry : body.details) {
        FieldRow row;
        row.fieldId = entry.fieldId;
        row.name = entry.name;
        row.typeId = entry.typeId;
        row.value = entry.value;
        lines.append(models::fieldLine(row));
    }
    return lines;
}

QStringList OutboxDetails::askedLines(const JournalEntry &entry, const AccountZone &zone)
{
    QStringList lines;
    if (const auto *create = std::get_if<CreateTask>(&entry.command))
        lines = bodyLines(create->body, zone);
    else if (const auto *update = std::get_if<UpdateTask>(&entry.command))
        lines = bodyLines(update->body, zone);
    else if (const auto *comment = std::get_if<AddComment>(&entry.command))
        lines = QStringList{tr("Comment: %1").arg(comment->text)};
    else if (const auto *close = std::get_if<CloseTask>(&entry.command)) {
        lines.append(tr("Result: %1 (%2)").arg(close->result.name, close->result.id));
        if (!close->note.isEmpty())
            lines.append(tr("Result note: %1").arg(close->note));
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
    if (entry.state == CommandState::Unsure) {
        lines.append(tr("Not known: whether the service did it. It is not sent again by itself."));
    }
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
    return lines;
}

QStringList OutboxDetails::buttonLines(const JournalEntry &entry, const LookState &look)
{
    const OutboxActions can = actionsFor(entry, look);
    QStringList lines;
    if (can.undo)
        lines.append(undoWords());
    if (can.fix)
        lines.append(fixWords());
    if (can.retry)
        lines.append(retryWords(entry));
    if (can.lookForIt)
        lines.append(lookForItWords());
    if (can.itIsThere)
        lines.append(itIsThereWords(entry));
    if (can.sendAgain)
        lines.append(sendAgainWords(entry, look));
    if (can.drop)
        lines.append(dropWords(entry));
    return lines;
}

QString OutboxDetails::text(const JournalEntry &entry, const AccountZone &zone, const LookState &look)
{
    QStringList parts{
        models::commandText(entry.command),
        tr("State: %1").arg(models::words(entry.state)) + u'\n' + models::outcomeText(entry, zone),
        askedLines(entry, zone).join(u'\n'),
        fateLines(entry, zone).join(u'\n'),
        buttonLines(entry, look).join(u'\n'),
    };
    parts.removeAll(QString());
    return parts.join(u"\n\n"_s);
}

} // namespace naryad::ui
