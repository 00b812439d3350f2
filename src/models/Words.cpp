#include "models/Words.h"

#include <QCoreApplication>
#include <QLocale>

namespace naryad::models {

namespace {

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

/// "task 17", "the new task “Монтаж, Ромашка”", "task #5"
QString aboutTask(const ObjectRef &task, const QString &number, const QString &name)
{
    if (!number.isEmpty())
        return QCoreApplication::translate("naryad::models", "task %1").arg(number);
    const QString id = task.isLocal() ? QString() : QLatin1Char('#') + task.id;
    if (!id.isEmpty()) {
        return name.isEmpty() ? QCoreApplication::translate("naryad::models", "task %1").arg(id)
                              : QCoreApplication::translate("naryad::models", "task %1 “%2”").arg(id, name);
    }
    return name.isEmpty() ? QCoreApplication::translate("naryad::models", "the new task")
                          : QCoreApplication::translate("naryad::models", "the new task “%1”").arg(name);
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
        return QCoreApplication::translate("naryad::models", "not known");
    case TaskState::Draft:
        return QCoreApplication::translate("naryad::models", "draft");
    case TaskState::Sent:
        return QCoreApplication::translate("naryad::models", "sent");
    case TaskState::Closed:
        return QCoreApplication::translate("naryad::models", "closed");
    case TaskState::Gone:
        return QCoreApplication::translate("naryad::models", "gone");
    case TaskState::ToBeSent:
        return QCoreApplication::translate("naryad::models", "to be sent");
    }
    return {};
}

QString words(PendingState state)
{
    switch (state) {
    case PendingState::None:
        return {};
    case PendingState::Held:
        return QCoreApplication::translate("naryad::models", "held");
    case PendingState::Waiting:
        return QCoreApplication::translate("naryad::models", "waiting");
    case PendingState::Sending:
        return QCoreApplication::translate("naryad::models", "sending");
    case PendingState::Unsure:
        return QCoreApplication::translate("naryad::models", "unsure");
    case PendingState::Refused:
        return QCoreApplication::translate("naryad::models", "refused");
    }
    return {};
}

/// Of a task that is on its way to its worker.
static QString sendingText(PendingState pending)
{
    switch (pending) {
    case PendingState::Held:
        return QCoreApplication::translate("naryad::models", "held, not sent");
    case PendingState::Sending:
        return QCoreApplication::translate("naryad::models", "being sent");
    case PendingState::Unsure:
        return QCoreApplication::translate("naryad::models", "unsure if sent");
    case PendingState::Refused:
        return QCoreApplication::translate("naryad::models", "sending refused");
    case PendingState::None:
    case PendingState::Waiting:
        break;
    }
    return words(TaskState::ToBeSent);
}

QString stateText(const TaskRow &row)
{
    if (row.state == TaskState::ToBeSent)
        return sendingText(row.pending);
    const QString pending = words(row.pending);
    return pending.isEmpty() ? words(row.state) : words(row.state) + QStringLiteral(" · ") + pending;
}

QString notKnownReason()
{
    return QCoreApplication::translate(
        "naryad::models",
        "Not known: the service does not tell this, and it was not said from this computer.");
}

QString planText(const Known<QDateTime> &start, const Known<QDateTime> &end, const AccountZone &zone)
{
    if (!start.isKnown())
        return notKnownText();
    if (!start.value.isValid())
        return QCoreApplication::translate("naryad::models", "no time");
    const QDateTime from = zone.local(start.value);
    const bool thisYear = from.date().year() == QDate::currentDate().year();
    QString plan
        = from.toString(thisYear ? QStringLiteral("dd.MM HH:mm") : QStringLiteral("dd.MM.yyyy HH:mm"));
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
    const QString read = number(state.tasksKnown - state.detailsMissing);
    const QString known = number(state.tasksKnown);
    // The details of all tasks are one count, however often the program was started or paused meanwhile.
    const bool countsDetails = state.phase == SyncState::Phase::Syncing
        && state.step == SyncState::Step::Details && state.detailsMissing > 0;
    switch (state.phase) {
    case SyncState::Phase::Starting:
        parts.append(QCoreApplication::translate("naryad::models", "Starting"));
        break;
    case SyncState::Phase::Online:
        parts.append(QCoreApplication::translate("naryad::models", "Online"));
        break;
    case SyncState::Phase::Syncing:
        parts.append(
            countsDetails ? QCoreApplication::translate("naryad::models", "Syncing %1 of %2").arg(read, known)
                : state.total > 0 ? QCoreApplication::translate("naryad::models", "Syncing %1 of %2")
                                        .arg(number(state.done), number(state.total))
                                  : QCoreApplication::translate("naryad::models", "Syncing"));
        break;
    case SyncState::Phase::Offline:
        parts.append(QCoreApplication::translate("naryad::models", "Offline"));
        break;
    case SyncState::Phase::KeyRefused:
        parts.append(QCoreApplication::translate("naryad::models", "Key refused"));
        break;
    case SyncState::Phase::Trouble:
        parts.append(QCoreApplication::translate("naryad::models", "Trouble"));
        break;
    case SyncState::Phase::Stopped:
        parts.append(QCoreApplication::translate("naryad::models", "Stopped"));
        break;
    }
    if (state.lastSuccess.isValid())
        parts.append(QCoreApplication::translate("naryad::models", "mirror %1")
                         .arg(zone.local(state.lastSuccess).toString(QStringLiteral("HH:mm"))));
    if (state.detailsMissing > 0 && !countsDetails)
        parts.append(QCoreApplication::translate("naryad::models", "details %1 of %2").arg(read, known));
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
        return (create->body.draft ? QCoreApplication::translate("naryad::models", "New draft: %1")
                                   : QCoreApplication::translate("naryad::models", "New task: %1"))
            .arg(taskName(create->body));
    if (const auto *update = std::get_if<UpdateTask>(&command)) {
        const QString name = update->body.number.isEmpty()
            ? taskName(update->body)
            : update->body.number + QStringLiteral(", ") + taskName(update->body);
        return (update->body.draft ? QCoreApplication::translate("naryad::models", "Change draft %1")
                                   : QCoreApplication::translate("naryad::models", "Send task %1"))
            .arg(name);
    }
    if (const auto *comment = std::get_if<AddComment>(&command)) {
        const QString task = aboutTask(comment->task, comment->taskNumber, comment->taskName);
        return QCoreApplication::translate("naryad::models", "Comment on %1: %2").arg(task, comment->text);
    }
    const auto &close = std::get<CloseTask>(command);
    const QString task = aboutTask(close.task, close.taskNumber, close.taskName);
    return QCoreApplication::translate("naryad::models", "Close %1: %2")
        .arg(task, close.result.name.isEmpty() ? close.result.id : close.result.name);
}

QString words(CommandState state)
{
    switch (state) {
    case CommandState::Held:
        return QCoreApplication::translate("naryad::models", "held", "a command");
    case CommandState::Waiting:
        return QCoreApplication::translate("naryad::models", "waiting", "a command");
    case CommandState::Sending:
        return QCoreApplication::translate("naryad::models", "sending", "a command");
    case CommandState::Unsure:
        return QCoreApplication::translate("naryad::models", "unsure", "a command");
    case CommandState::Refused:
        return QCoreApplication::translate("naryad::models", "refused", "a command");
    case CommandState::Sent:
        return QCoreApplication::translate("naryad::models", "done", "a command");
    case CommandState::Dropped:
        return QCoreApplication::translate("naryad::models", "dropped", "a command");
    }
    return {};
}

QString outcomeText(const JournalEntry &entry, const AccountZone &zone)
{
    switch (entry.state) {
    case CommandState::Sent:
        return entry.resultId.isEmpty()
            ? QCoreApplication::translate("naryad::models", "The service accepted it.")
            : QCoreApplication::translate("naryad::models", "The service accepted it (id %1).")
                  .arg(entry.resultId);
    case CommandState::Dropped:
        return QCoreApplication::translate("naryad::models", "Dropped here: it is not sent.");
    case CommandState::Unsure: {
        QString outcome = QCoreApplication::translate(
            "naryad::models", "No whole answer came: it is not known whether the service has done it.");
        if (entry.lastAttemptAt.isValid()) {
            outcome += QLatin1Char(' ')
                + QCoreApplication::translate("naryad::models", "Tried at %1.")
                      .arg(zone.local(entry.lastAttemptAt).toString(QStringLiteral("dd.MM HH:mm:ss")));
        }
        if (entry.error && !entry.error->words.isEmpty())
            outcome += QLatin1Char(' ') + entry.error->words;
        return outcome;
    }
    default:
        return entry.error ? describe(*entry.error) : QString();
    }
}

QString valueText(const FieldValue &value)
{
    QString text = value.displayText();
    if (value.kind() == FieldValue::Kind::Number)
        text.replace(QLatin1Char('.'), QLocale().decimalPoint());
    return text;
}

QString fieldLine(const FieldRow &row)
{
    const QString value = row.value.isEmpty() && row.value.kind() != FieldValue::Kind::Checkbox
        ? QStringLiteral("—")
        : valueText(row.value);
    const QString name = row.name.isEmpty() ? QLatin1Char('#') + row.fieldId : row.name;
    return name + QStringLiteral(": ") + value;
}

} // namespace naryad::models
