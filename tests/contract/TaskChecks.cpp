#include "Session.h"

#include <algorithm>

namespace naryad::contract {

namespace {

const FieldRow *rowOf(const QVector<FieldRow> &rows, const QString &fieldId)
{
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&fieldId](const FieldRow &row) { return row.fieldId == fieldId; });
    return found == rows.end() ? nullptr : &*found;
}

/// A template to make tasks from: the one made here, else any that the server lists.
NamedRef anyTemplate(Session &s)
{
    if (!s.made.taskTemplate.isNothing())
        return s.made.taskTemplate;
    const auto page = s.ask(s.templates.templatePage(0));
    return page && !page->rows.isEmpty() ? page->rows.first() : NamedRef();
}

TaskBody draftBody(Session &s, const NamedRef &from)
{
    TaskBody body;
    body.number = s.code(QStringLiteral("task"));
    body.taskTemplate = from;
    if (!s.made.contractor.isEmpty())
        body.contractor = Known<NamedRef>::fromHere({s.made.contractor, QString()});
    body.draft = true;
    body.address = Known<Address>::fromHere(
        {QStringLiteral("Lenina 5"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
         QStringLiteral("by the yard"), QStringLiteral("55.7522"), QStringLiteral("37.6156")});
    body.resultCheck = Known<bool>::fromHere(false);
    const QDate day = s.clock.now().date().addDays(7);
    body.plannedStart = s.zone.fromLocal(day, QTime(15, 0));
    body.plannedEnd = s.zone.fromLocal(day, QTime(16, 0));
    const bool own = from == s.made.taskTemplate;
    if (own && !s.made.textField.isEmpty())
        body.details.append({s.made.textField, {}, 1, FieldValue::text(QStringLiteral("a text"))});
    if (own && !s.made.numberField.isEmpty())
        body.details.append({s.made.numberField, {}, 2, FieldValue::number(QStringLiteral("100"))});
    return body;
}

std::optional<Task> readTask(Session &s, const QString &id)
{
    const auto task = s.ask(s.tasks.task(id));
    if (!s.report.took("get-task", task))
        return std::nullopt;
    return task->value;
}

/// The account's zone is a setting that no command tells: another one than Moscow's is no fault.
void compareTime(
    Session &s, const char *command, const char *part, const QDateTime &written, const Known<QDateTime> &read)
{
    const qint64 apart = read.value.isValid() ? std::abs(written.secsTo(read.value)) : -1;
    const bool sameMoment = apart == 0;
    const bool otherZone = apart > 0 && apart <= 14 * 3600 && apart % 900 == 0;
    s.report.holds(
        command, sameMoment || otherZone,
        unlike(QString::fromLatin1(part), written.toString(Qt::ISODate), read.value.toString(Qt::ISODate)));
    if (otherZone)
        s.report.note(command, QStringLiteral("the account's zone is not Europe/Moscow"));
}

void compareTask(Session &s, const char *command, const TaskBody &written, const Task &read)
{
    const auto holds
        = [&](bool condition, const QString &otherwise) { s.report.holds(command, condition, otherwise); };
    holds(same(written.number, read.number), unlike(QStringLiteral("name"), written.number, read.number));
    holds(
        read.draft.isKnown() && read.draft.value == written.draft,
        QStringLiteral("draft is not %1")
            .arg(written.draft ? QStringLiteral("true") : QStringLiteral("false")));
    holds(
        read.taskTemplate.id == written.taskTemplate.id,
        unlike(QStringLiteral("template"), written.taskTemplate.id, read.taskTemplate.id));
    compareTime(s, command, "plannedVisitTime", written.plannedStart, read.plannedStart);
    compareTime(s, command, "plannedEndVisitTime", written.plannedEnd, read.plannedEnd);
    for (const FieldEntry &entry : written.details) {
        const FieldRow *row = rowOf(read.details, entry.fieldId);
        if (!row)
            holds(false, QStringLiteral("props lacks field %1").arg(entry.fieldId));
        else
            holds(
                row->value == entry.value,
                unlike(QStringLiteral("a value"), entry.value.displayText(), row->value.displayText()));
    }
    // get-task's sample is incomplete by its own heading: what it leaves out can't be compared
    if (read.contractor.isKnown())
        holds(
            read.contractor.value.id == written.contractor.value.id,
            unlike(QStringLiteral("contractor"), written.contractor.value.id, read.contractor.value.id));
}

/// Adds two fields to a task whose template lacks them, and takes them out again.
void checkExtraFields(Session &s, const QString &id)
{
    const auto extra = s.ask(s.templates.createField({s.name(QStringLiteral("extra")), 1}));
    const auto second = s.ask(s.templates.createField({s.name(QStringLiteral("extra of the report")), 1}));
    if (!extra || !second)
        return;
    TaskFieldAddition detail;
    detail.field = {*extra, {}, 1, FieldValue::text(QStringLiteral("added"))};
    TaskFieldAddition report;
    report.to = TaskFieldAddition::To::Report;
    report.field = {*second, {}, 1, {}};
    if (s.report.took("add-template-fields-to-task", s.ask(s.tasks.addFields(id, {detail, report})))) {
        if (const auto task = readTask(s, id)) {
            const FieldRow *row = rowOf(task->details, *extra);
            const auto holds = [&s](bool condition, const QString &otherwise) {
                s.report.holds("add-template-fields-to-task", condition, otherwise);
            };
            holds(row, QStringLiteral("props lacks the field"));
            holds(
                !row || row->value == detail.field.value,
                unlike(
                    QStringLiteral("its value"), detail.field.value.displayText(),
                    row ? row->value.displayText() : QString()));
            holds(rowOf(task->report, *second), QStringLiteral("checklist lacks the field"));
        }
        if (s.report.took(
                "remove-template-fields-from-task", s.ask(s.tasks.removeFields(id, {*extra, *second})))) {
            if (const auto task = readTask(s, id))
                s.report.holds(
                    "remove-template-fields-from-task",
                    !rowOf(task->details, *extra) && !rowOf(task->report, *second),
                    QStringLiteral("the task still has the field"));
        }
    }
    s.ask(s.templates.deleteField(*extra));
    s.ask(s.templates.deleteField(*second));
}

void changeDraft(Session &s, const QString &id, TaskBody &body)
{
    body.plannedEnd = body.plannedEnd.addSecs(1800);
    body.address.value.text = QStringLiteral("Lenina 6");
    for (FieldEntry &entry : body.details) {
        if (entry.typeId == 2)
            entry.value = FieldValue::number(QStringLiteral("250"));
    }
    if (!s.report.took("update-task", s.ask(s.tasks.updateTask(id, body))))
        return;
    if (const auto task = readTask(s, id))
        compareTask(s, "update-task", body, *task);
}

/// Whether the task was sent to a worker.
bool sendDraft(Session &s, const QString &id, TaskBody body)
{
    if (s.made.worker.isNothing()) {
        s.report.note("update-task", QStringLiteral("not tried to send: nobody here has the mobile role"));
        return false;
    }
    body.worker = Known<NamedRef>::fromHere(s.made.worker);
    body.draft = false;
    if (!s.report.took("update-task", s.ask(s.tasks.updateTask(id, body))))
        return false;
    const auto task = readTask(s, id);
    return task
        && s.report.holds(
            "update-task", task->draft.isKnown() && !task->draft.value,
            QStringLiteral("a sent task is still a draft"));
}

/// No command lists an account's result statuses, so the one that was given may be none of its own.
void closeTask(Session &s, const QString &id, bool sent)
{
    const auto closed = s.ask(s.tasks.closeTask(id, s.bounds.resultId, QStringLiteral("contract test")));
    if (closed || closed.error().kind != ErrorKind::Refused) {
        s.report.took("close-task", closed);
        return;
    }
    const QString why = sent
        ? QStringLiteral("the server refuses result %1, give one of its own by --result: ")
        : QStringLiteral("the server refuses to close a draft with result %1: ");
    s.report.skip("close-task", why.arg(s.bounds.resultId) + Report::wordsOf(closed.error()));
}

} // namespace

void checkTasks(Session &s)
{
    const NamedRef from = anyTemplate(s);
    if (from.isNothing())
        return;
    TaskBody body = draftBody(s, from);
    const auto id = s.ask(s.tasks.createTask(body));
    if (!s.report.took("create-task", id))
        return;
    s.made.task = *id;
    if (const auto task = readTask(s, *id))
        compareTask(s, "get-task", body, *task);
    const auto listed
        = s.mustList<NamedRef>("get-task-list", *id, [&s](int page) { return s.tasks.taskPage(page); });
    if (listed)
        s.report.holds(
            "get-task-list", same(body.number, listed->name),
            unlike(QStringLiteral("name"), body.number, listed->name));
    checkExtraFields(s, *id);
    changeDraft(s, *id, body);
    const bool sent = sendDraft(s, *id, body);
    s.report.took("create-comment", s.ask(s.tasks.addComment(*id, s.name(QStringLiteral("comment")))));
    closeTask(s, *id, sent);
}

} // namespace naryad::contract
