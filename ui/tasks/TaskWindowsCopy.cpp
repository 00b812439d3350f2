#include "TaskWindows.h"
#include "core/Await.h"
#include "core/TaskBodies.h"

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// A new draft like this task: without its number and its files, and without a plan that is past.
TaskBody copyOf(const Task &task, const QDateTime &now)
{
    TaskBody body = taskBodyOf(task);
    body.number.clear();
    body.draft = true;
    // Of a new task all is known.
    for (Known<NamedRef> *ref : {&body.contractor, &body.worker})
        *ref = Known<NamedRef>::fromHere(ref->value);
    body.address.value.notKnown = {};
    body.address = Known<Address>::fromHere(body.address.value);
    if (body.plannedStart < now) {
        body.plannedStart = {};
        body.plannedEnd = {};
    }
    body.details.removeIf(
        [](const FieldEntry &entry) { return entry.value.kind() == FieldValue::Kind::Files; });
    return body;
}

} // namespace

void TaskWindows::duplicate(RowId row)
{
    await(this, m_desk.details.taskCard(row), [this](const Result<TaskCard> &card) {
        if (card)
            m_book.whenLoaded(this, [this, card = *card] { openCopy(card); });
    });
}

/// What was typed into a copy of the same task before stands there again.
void TaskWindows::openCopy(const TaskCard &card)
{
    const Draft draft = m_book.ofNewTask(u"copy of "_s + card.row.ref().key());
    if (!draft.form.isEmpty()) {
        openEditorOf(draft);
        return;
    }
    if (openEditor(draft.key))
        return;
    auto *editor = new TaskEditor(m_desk, m_screen);
    editor->fill(copyOf(card.task, m_desk.clock.now()));
    watchNew(editor);
    present(editor, draft);
}

} // namespace naryad::ui
