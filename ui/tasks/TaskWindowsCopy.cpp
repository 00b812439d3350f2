#include "TaskBodies.h"
#include "TaskWindows.h"
#include "core/Await.h"

namespace naryad::ui {

using namespace Qt::StringLiterals;

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
    connect(editor, &CommandForm::submitted, this, &TaskWindows::taskMade);
    present(editor, draft);
}

} // namespace naryad::ui
