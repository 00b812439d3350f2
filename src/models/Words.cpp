#include "models/Words.h"

#include <QCoreApplication>
#include <QLocale>

namespace naryad::models {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("naryad::models", source);
}

QString number(int value)
{
    return QLocale().toString(value);
}

QString taskName(const TaskBody &body)
{
    QString name = body.taskTemplate.name;
    if (body.contractor.isKnown() && !body.contractor.value.name.isEmpty())
        name += QStringLiteral(", ") + body.contractor.value.name;
    return name;
}

} // namespace

QString notKnownText()
{
    return QStringLiteral("—?");
}

QString words(TaskState state)
{
    switch (state) {
    case TaskState::NotKnown:
        return text("not known");
    case TaskState::Draft:
        return text("draft");
    case TaskState::Sent:
        return text("sent");
    case TaskState::Closed:
        return text("closed");
    case TaskState::Gone:
        return text("gone");
    }
    return {};
}

QString words(PendingState state)
{
    switch (state) {
    case PendingState::None:
        return {};
    case PendingState::Held:
        return text("held");
    case PendingState::Waiting:
        return text("waiting");
    case PendingState::Sending:
        return text("sending");
    case PendingState::Unsure:
        return text("unsure");
    case PendingState::Refused:
        return text("refused");
    }
    return {};
}

QString stateText(const TaskRow &row)
{
    const QString pending = words(row.pending);
    return pending.isEmpty() ? words(row.state) : words(row.state) + QStringLiteral(" · ") + pending;
}

QString notKnownReason()
{
    return text("Not known: the service does not tell this, and it was not said from this computer.");
}

QString planText(const Known<QDateTime> &start, const Known<QDateTime> &end, const AccountZone &zone)
{
    if (!start.isKnown())
        return notKnownText();
    if (!start.value.isValid())
        return text("no time");
    const QDateTime from = zone.local(start.value);
    QString plan = from.toString(QStringLiteral("dd.MM.yyyy HH:mm"));
    if (end.isKnown() && end.value.isValid()) {
        const QDateTime to = zone.local(end.value);
        plan += QChar(0x2013)
            + to.toString(to.date() == from.date() ? QStringLiteral("HH:mm") : QStringLiteral("dd.MM HH:mm"));
    }
    return plan;
}

QString statusText(const SyncState &state, const AccountZone &zone)
{
    QStringList parts;
    switch (state.phase) {
    case SyncState::Phase::Starting:
        parts.append(text("Starting"));
        break;
    case SyncState::Phase::Online:
        parts.append(text("Online"));
        break;
    case SyncState::Phase::Syncing:
        parts.append(state.total > 0 ? text("Syncing %1 of %2").arg(number(state.done), number(state.total))
                                     : text("Syncing"));
        break;
    case SyncState::Phase::Offline:
        parts.append(text("Offline"));
        break;
    case SyncState::Phase::KeyRefused:
        parts.append(text("Key refused"));
        break;
    case SyncState::Phase::Trouble:
        parts.append(text("Trouble"));
        break;
    case SyncState::Phase::Stopped:
        parts.append(text("Stopped"));
        break;
    }
    if (state.lastSuccess.isValid())
        parts.append(text("mirror %1").arg(zone.local(state.lastSuccess).toString(QStringLiteral("HH:mm"))));
    if (state.detailsMissing > 0) {
        parts.append(text("details %1 of %2")
                         .arg(number(state.tasksKnown - state.detailsMissing), number(state.tasksKnown)));
    }
    if (state.waiting > 0)
        parts.append(QCoreApplication::translate("naryad::models", "%n waiting", nullptr, state.waiting));
    if (state.unsure > 0)
        parts.append(QCoreApplication::translate("naryad::models", "%n unsure", nullptr, state.unsure));
    if (state.refused > 0)
        parts.append(QCoreApplication::translate("naryad::models", "%n refused", nullptr, state.refused));
    return parts.join(QStringLiteral(" · "));
}

QString commandText(const Command &command)
{
    if (const auto *create = std::get_if<CreateTask>(&command))
        return (create->body.draft ? text("New draft: %1") : text("New task: %1")).arg(taskName(create->body));
    if (const auto *update = std::get_if<UpdateTask>(&command)) {
        const QString name = update->body.number.isEmpty()
            ? taskName(update->body)
            : update->body.number + QStringLiteral(", ") + taskName(update->body);
        return (update->body.draft ? text("Change draft %1") : text("Send task %1")).arg(name);
    }
    if (const auto *comment = std::get_if<AddComment>(&command))
        return text("Comment on task %1: %2").arg(comment->taskNumber, comment->text);
    const auto &close = std::get<CloseTask>(command);
    return text("Close task %1: %2").arg(close.taskNumber, close.result.name.isEmpty() ? close.result.id : close.result.name);
}

QString words(CommandState state)
{
    switch (state) {
    case CommandState::Held:
        return text("held");
    case CommandState::Waiting:
        return text("waiting");
    case CommandState::Sending:
        return text("sending");
    case CommandState::Unsure:
        return text("unsure");
    case CommandState::Refused:
        return text("refused");
    case CommandState::Sent:
        return text("sent");
    case CommandState::Dropped:
        return text("dropped");
    }
    return {};
}

QString outcomeText(const JournalEntry &entry, const AccountZone &zone)
{
    switch (entry.state) {
    case CommandState::Sent:
        return entry.resultId.isEmpty() ? text("The service accepted it.")
                                        : text("The service accepted it (id %1).").arg(entry.resultId);
    case CommandState::Dropped:
        return text("Dropped here: it is not sent.");
    case CommandState::Unsure: {
        QString outcome = text("No whole answer came: it is not known whether the service has done it.");
        if (entry.lastAttemptAt.isValid()) {
            outcome += QLatin1Char(' ')
                + text("Tried at %1.").arg(zone.local(entry.lastAttemptAt).toString(QStringLiteral("dd.MM HH:mm:ss")));
        }
        if (entry.error && !entry.error->words.isEmpty())
            outcome += QLatin1Char(' ') + entry.error->words;
        return outcome;
    }
    default:
        return entry.error ? describe(*entry.error) : QString();
    }
}

QString fieldLine(const FieldRow &row)
{
    const QString value = row.value.isEmpty() && row.value.kind() != FieldValue::Kind::Checkbox
        ? QStringLiteral("—")
        : row.value.displayText();
    const QString name = row.name.isEmpty() ? QLatin1Char('#') + row.fieldId : row.name;
    return name + QStringLiteral(": ") + value;
}

} // namespace naryad::models
