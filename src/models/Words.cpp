#include "models/Words.h"

#include <QCoreApplication>
#include <QLocale>

namespace naryad::models {

namespace {

QString number(int value)
{
    return QLocale().toString(value);
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
        parts.append(
            state.lastError
                ? QCoreApplication::translate("naryad::models", "Trouble: %1").arg(describe(*state.lastError))
                : QCoreApplication::translate("naryad::models", "Trouble"));
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
    if (const int refused = state.refused - state.conflicts; refused > 0)
        parts.append(QCoreApplication::translate("naryad::models", "%n refused", nullptr, refused));
    if (state.conflicts > 0)
        parts.append(
            QCoreApplication::translate("naryad::models", "%n conflict(s)", nullptr, state.conflicts));
    return parts.join(QStringLiteral(" · "));
}

QString valueText(const FieldValue &value)
{
    QString text = value.displayText();
    if (value.kind() == FieldValue::Kind::Number)
        text.replace(QLatin1Char('.'), QLocale().decimalPoint());
    return text;
}

QString resultText(const NamedRef &result)
{
    return result.name.isEmpty()
        ? QCoreApplication::translate("naryad::models", "#%1 (no name yet)").arg(result.id)
        : result.id + QLatin1Char(' ') + result.name;
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
