#include "ManyDialog.h"
#include "TaskFieldDialogs.h"
#include "TaskWindows.h"
#include "core/Await.h"
#include "core/Serial.h"
#include "widgets/DraftBook.h"

#include <algorithm>

/// The windows of a task's fields, the draft that follows a closed task, and what is typed of many.
namespace naryad::ui {

using namespace Qt::StringLiterals;

void TaskWindows::addField(const TaskRow &task)
{
    m_book.whenLoaded(this, [this, task] {
        const auto kept = m_book.find(Draft::Kind::AddFields, task);
        openAddFieldOf(kept.value_or(m_book.fresh(Draft::Kind::AddFields, task)), TaskName::of(task), {});
    });
}

CommandForm *
TaskWindows::openAddFieldOf(const Draft &draft, const TaskName &task, const TaskFieldAddition &begun)
{
    return present(new AddFieldDialog(m_desk, task, begun, m_screen), draft);
}

void TaskWindows::removeFields(const TaskRow &task)
{
    m_book.whenLoaded(this, [this, task] {
        const auto kept = m_book.find(Draft::Kind::RemoveFields, task);
        openRemoveFieldsOf(
            kept.value_or(m_book.fresh(Draft::Kind::RemoveFields, task)), TaskName::of(task), {});
    });
}

CommandForm *
TaskWindows::openRemoveFieldsOf(const Draft &draft, const TaskName &task, const QVector<NamedRef> &begun)
{
    return present(new RemoveFieldsDialog(m_desk, task, begun, m_screen), draft);
}

QVector<Draft> TaskWindows::unfinished() const
{
    QVector<Draft> all = m_book.drafts();
    all.removeIf([this](const Draft &draft) { return DraftBook::isOfMany(draft.key) || isShown(draft.key); });
    return all;
}

void TaskWindows::openUnfinished(const QString &key)
{
    const auto draft = m_book.find(key);
    if (!draft || isShown(key))
        return;
    // As what an earlier run left: it is opened once, however often that is asked for.
    if (!m_left.contains(key))
        m_left.prepend(key);
    open(*draft);
}

void TaskWindows::keepMany(ManyDialog *dialog)
{
    m_many.removeIf([](const auto &one) { return one.isNull(); });
    m_many.append(dialog);
    connect(dialog, &QDialog::finished, this, &TaskWindows::windowClosed);
    const auto kind = dialog->draftKind();
    if (!kind)
        return;
    m_book.whenLoaded(dialog, [this, dialog, kind] {
        QStringList inUse;
        for (const auto &one : std::as_const(m_many)) {
            if (one && one->isVisible() && !one->isSaid())
                inUse.append(one->draftKey());
        }
        dialog->keepAs(m_book, *kind, inUse);
    });
}

void TaskWindows::followUp(const ObjectRef &closed, const QString &number)
{
    await(this, m_desk.details.taskCardOf(closed), [this, closed, number](const Result<TaskCard> &card) {
        TaskBody body;
        body.contractor = Known<NamedRef>::fromHere({});
        body.worker = Known<NamedRef>::fromHere({});
        body.address = Known<Address>::fromHere({});
        if (card) {
            body.taskTemplate = card->task.taskTemplate;
            body.contractor = Known<NamedRef>::fromHere(card->task.contractor.value);
            body.address = Known<Address>::fromHere(card->task.address.value);
            body.address.value.notKnown = {};
            body.resultCheck = card->task.resultCheck;
        }
        const QString called = number.isEmpty() && card ? card->task.number : number;
        const auto open = [this, closed, called](const TaskBody &place) {
            newTask(TaskStart::followUpOf(closed, place, called));
        };
        const QString contractor = body.contractor.value.id;
        if (!body.address.value.isEmpty() || contractor.isEmpty()) {
            open(body);
            return;
        }
        // The service does not tell where the task was: the contractor's own address stands there then.
        await(this, m_desk.details.contractor(contractor), [body, open](const Result<Contractor> &owner) {
            TaskBody placed = body;
            if (owner && owner->address.isKnown())
                placed.address = Known<Address>::fromHere(owner->address.value);
            placed.address.value.notKnown = {};
            open(placed);
        });
    });
}

void TaskWindows::duplicate(RowId row)
{
    await(this, m_desk.details.taskCard(row), [this](const Result<TaskCard> &card) {
        if (card)
            newTask(TaskStart::copyOf(*card, m_desk.clock.now()));
    });
}

} // namespace naryad::ui
