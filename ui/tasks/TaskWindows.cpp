#include "TaskWindows.h"

#include "ManyDialog.h"
#include "TaskDialogs.h"
#include "core/Await.h"

#include <QWidget>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostTold = 5;
constexpr QLatin1String MendingOf("fix:"); ///< and the token of what it mends: such a draft's key

} // namespace

TaskWindows::TaskWindows(Desk desk, QWidget *screen)
    : QObject(screen)
    , m_desk(std::move(desk))
    , m_screen(screen)
    , m_results(m_desk)
    , m_book(m_desk, isOfTask)
{
    connect(&m_book, &DraftBook::loaded, this, [this] {
        const QVector<Draft> left = m_book.drafts();
        for (const Draft &draft : left) {
            // What was typed of many tasks waits for the next window of its kind: the tasks are chosen anew.
            if (isOfTask(draft.kind) && !DraftBook::isOfMany(draft.key))
                m_left.append(draft.key);
        }
        tellLeft();
    });
    connect(&m_book, &DraftBook::changed, this, &TaskWindows::unfinishedChanged);
    connect(&m_book, &DraftBook::notKept, this, [this](const QString &key, const Error &error) {
        if (!isShown(key))
            Q_EMIT notKept(tr("What was typed could not be kept on this computer. %1").arg(describe(error)));
    });
}

TaskWindows::~TaskWindows()
{
    for (const auto &form : std::as_const(m_open)) {
        if (form)
            form->keepNow();
        delete form.data();
    }
    for (const auto &dialog : std::as_const(m_many)) {
        if (dialog)
            dialog->keepNow();
        delete dialog.data();
    }
}

/// It tells by itself what becomes of its draft.
bool TaskWindows::isShown(const QString &key) const
{
    const auto has
        = [&key](const auto &form) { return form && form->isVisible() && form->draftKey() == key; };
    return std::any_of(m_open.begin(), m_open.end(), has) || std::any_of(m_many.begin(), m_many.end(), has);
}

CommandForm *TaskWindows::present(CommandForm *form, const Draft &draft)
{
    form->keepAs(m_book, draft);
    m_open.removeIf([](const auto &one) { return one.isNull(); });
    m_open.append(form);
    if (draft.replaces != 0) {
        connect(
            form, &CommandForm::submitted, this,
            [this, old = draft.replaces](CommandId id) {
                m_desk.commands.decide(old, Decision::Drop, QString::number(id));
            },
            Qt::SingleShotConnection);
    }
    connect(form, &QDialog::finished, this, [this] {
        Q_EMIT windowClosed();
        Q_EMIT unfinishedChanged();
    });
    if (m_left.removeAll(draft.key) > 0)
        tellLeft();
    if (qobject_cast<TaskEditor *>(form))
        form->show();
    else
        form->open();
    form->raise();
    form->activateWindow();
    Q_EMIT unfinishedChanged();
    return form;
}

/// The editor that is open with this draft; shown if there is one.
TaskEditor *TaskWindows::openEditor(const QString &key) const
{
    for (const auto &form : m_open) {
        auto *editor = qobject_cast<TaskEditor *>(form.data());
        if (!editor || !editor->isVisible() || editor->draftKey() != key)
            continue;
        editor->raise();
        editor->activateWindow();
        return editor;
    }
    return nullptr;
}

/// The editor of this task that is open, also where it was opened before the task had its id.
TaskEditor *TaskWindows::editorOf(const TaskCard &card) const
{
    for (const auto &form : m_open) {
        const auto *editor = qobject_cast<TaskEditor *>(form.data());
        if (!editor || !editor->isVisible() || !editor->task())
            continue;
        const ObjectRef task = *editor->task();
        const bool made = std::any_of(card.said.begin(), card.said.end(), [&task](const JournalEntry &entry) {
            return task.isLocal() && entry.token == task.token;
        });
        if (made || task == card.row.ref())
            return openEditor(editor->draftKey());
    }
    return nullptr;
}

void TaskWindows::newTask()
{
    newTask(TaskStart::plain());
}

void TaskWindows::newTask(const TaskStart &start)
{
    m_book.whenLoaded(this, [this, start] {
        const Draft draft = m_book.ofNewTask(start.key);
        if (!draft.form.isEmpty())
            openEditorOf(draft);
        else if (start.asLastTime)
            lookUp(start);
        else
            openStarted(start);
    });
}

/// Before the form opens, so that nothing in it moves under the user's hands.
void TaskWindows::lookUp(const TaskStart &start)
{
    const QString id = start.body.contractor.value.id;
    await(this, m_desk.details.lastTaskOf(id), [this, start, id](const Result<TaskCard> &last) {
        TaskStart told = start;
        if (last && told.body.taskTemplate.isNothing())
            told.body.taskTemplate = last->task.taskTemplate;
        const Address lastPlace = last ? last->task.address.value : Address();
        await(this, m_desk.details.contractor(id), [this, told, lastPlace](const Result<Contractor> &card) {
            TaskStart whole = told;
            Address place = card && !card->address.value.isEmpty() ? card->address.value : lastPlace;
            place.notKnown = {};
            // The service finds the coordinates of the place by itself.
            place.latitude.clear();
            place.longitude.clear();
            if (whole.body.address.value.isEmpty())
                whole.body.address = Known<Address>::fromHere(place);
            openStarted(whole);
        });
    });
}

void TaskWindows::openStarted(const TaskStart &start)
{
    const Draft draft = m_book.ofNewTask(start.key);
    if (openEditor(draft.key))
        return;
    auto *editor = new TaskEditor(m_desk, m_screen);
    editor->fill(start.body);
    watchNew(editor);
    present(editor, draft);
    if (draft.form.isEmpty())
        editor->putIn(start);
}

/// What is made in it is shown, and the next one follows where that is wanted.
void TaskWindows::watchNew(TaskEditor *editor)
{
    connect(editor, &CommandForm::submitted, this, &TaskWindows::taskMade);
    connect(
        editor, &TaskEditor::nextWanted, this, [this] { newTask(); }, Qt::QueuedConnection);
}

void TaskWindows::editTask(RowId row)
{
    await(this, m_desk.details.taskCard(row), [this](const Result<TaskCard> &card) {
        if (card)
            m_book.whenLoaded(this, [this, card = *card] { openCard(card); });
    });
}

void TaskWindows::openCard(const TaskCard &card)
{
    if (editorOf(card))
        return;
    // What was refused is mended, not changed once more.
    const auto refused = std::find_if(card.said.begin(), card.said.end(), [](const JournalEntry &entry) {
        return entry.state == CommandState::Refused && entry.conflicts.isEmpty()
            && (std::holds_alternative<CreateTask>(entry.command)
                || std::holds_alternative<UpdateTask>(entry.command));
    });
    if (refused != card.said.end()) {
        openFix(*refused);
        return;
    }
    const auto kept = m_book.find(Draft::Kind::Task, card.row);
    auto *editor = new TaskEditor(m_desk, m_screen);
    editor->edit(card);
    connect(editor, &TaskEditor::closingWanted, this, [this, task = card.row] { closeTask(task); });
    connect(editor, &TaskEditor::commentWanted, this, [this, task = card.row] { comment(task); });
    connect(editor, &TaskEditor::fieldWanted, this, [this, task = card.row] { addField(task); });
    present(editor, kept.value_or(m_book.fresh(Draft::Kind::Task, card.row)));
}

/// A new task's editor, or one filled as it was begun.
void TaskWindows::openEditorOf(const Draft &draft)
{
    if (openEditor(draft.key))
        return;
    auto *editor = new TaskEditor(m_desk, m_screen);
    editor->fillAsBegun(draft);
    if (editor->isNew())
        watchNew(editor);
    present(editor, draft);
}

void TaskWindows::closeTask(const TaskRow &task)
{
    m_book.whenLoaded(this, [this, task] {
        const auto kept = m_book.find(Draft::Kind::Close, task);
        openCloseOf(
            kept.value_or(m_book.fresh(Draft::Kind::Close, task)), TaskName::of(task),
            m_results.offerFor(task.taskTemplate), {});
    });
}

CommandForm *TaskWindows::openCloseOf(
    const Draft &draft, const TaskName &task, const ResultOffer &offer, const QString &note)
{
    auto *dialog = new CloseTaskDialog(m_desk, task, offer, note, m_screen);
    connect(dialog, &CommandForm::submitted, this, [this, dialog, row = draft.row] {
        Q_EMIT taskClosed(row);
        if (dialog->isFollowed())
            followUp(dialog->task().ref, dialog->task().number);
    });
    return present(dialog, draft);
}

void TaskWindows::comment(const TaskRow &task)
{
    m_book.whenLoaded(this, [this, task] {
        const auto kept = m_book.find(Draft::Kind::Comment, task);
        openCommentOf(kept.value_or(m_book.fresh(Draft::Kind::Comment, task)), TaskName::of(task), {});
    });
}

CommandForm *TaskWindows::openCommentOf(const Draft &draft, const TaskName &task, const QString &text)
{
    return present(new CommentDialog(m_desk, task, text, m_screen), draft);
}

void TaskWindows::fix(const JournalEntry &entry)
{
    m_book.whenLoaded(this, [this, entry] { openFix(entry); });
}

void TaskWindows::openFix(const JournalEntry &entry)
{
    Draft draft;
    draft.key = MendingOf + entry.token;
    draft.task = subjectOf(entry.command, {});
    draft.replaces = entry.id;
    const auto *close = std::get_if<CloseTask>(&entry.command);
    const auto *comment = std::get_if<AddComment>(&entry.command);
    const auto *update = std::get_if<UpdateTask>(&entry.command);
    const auto *create = std::get_if<CreateTask>(&entry.command);
    const auto *add = std::get_if<AddTaskFields>(&entry.command);
    const auto *remove = std::get_if<RemoveTaskFields>(&entry.command);
    draft.kind = close ? Draft::Kind::Close
        : comment      ? Draft::Kind::Comment
        : add          ? Draft::Kind::AddFields
        : remove       ? Draft::Kind::RemoveFields
        : update       ? Draft::Kind::Task
                       : Draft::Kind::NewTask;
    draft = m_book.find(draft.key).value_or(draft);
    Q_EMIT spokenOf(subjectOf(entry.command, entry.token));
    CommandForm *form = nullptr;
    if (close) {
        form = openCloseOf(
            draft, {close->task, close->taskNumber, close->taskName}, {close->result, {}}, close->note);
    } else if (add) {
        form = openAddFieldOf(draft, {add->task, add->taskNumber, add->taskName}, add->fields.value(0));
    } else if (remove) {
        form
            = openRemoveFieldsOf(draft, {remove->task, remove->taskNumber, remove->taskName}, remove->fields);
    } else if (comment) {
        form = openCommentOf(draft, {comment->task, comment->taskNumber, comment->taskName}, comment->text);
    } else if ((update || create) && !openEditor(draft.key)) {
        auto *editor = new TaskEditor(m_desk, m_screen);
        if (update)
            editor->fill(update->body, update->task, update->base);
        else
            editor->fill(create->body);
        if (editor->isNew())
            watchNew(editor);
        present(editor, draft);
        form = editor;
    }
    if (form && entry.error && entry.state == CommandState::Refused)
        form->tellRefusal(*entry.error);
}

void TaskWindows::openKept()
{
    if (m_left.isEmpty())
        return;
    if (const auto draft = m_book.find(m_left.constFirst())) {
        open(*draft);
        return;
    }
    m_left.removeFirst();
    tellLeft();
}

void TaskWindows::openRecalled()
{
    m_book.readAgain([this](QStringList keys) {
        keys.removeIf([this](const QString &key) {
            const auto draft = m_book.find(key);
            return DraftBook::isOfMany(key) || (draft && !isOfTask(draft->kind));
        });
        if (keys.isEmpty())
            return;
        m_left = keys + m_left;
        tellLeft();
        openKept();
    });
}

/// What mends a command holds only what differs from it: it stands over what that said, also where that
/// was dropped since (the mended one was taken back).
void TaskWindows::open(const Draft &draft)
{
    if (draft.replaces == 0) {
        openAlone(draft);
        return;
    }
    const QString token = draft.key.startsWith(MendingOf) ? draft.key.mid(MendingOf.size()) : QString();
    await(this, m_desk.details.said(token), [this, draft](const Result<JournalEntry> &mended) {
        if (!m_left.contains(draft.key))
            return; // opened meanwhile
        if (mended && mended->id == draft.replaces)
            openFix(*mended);
        else
            openAlone(draft);
    });
}

void TaskWindows::openAlone(const Draft &draft)
{
    switch (draft.kind) {
    case Draft::Kind::NewTask:
        openEditorOf(draft);
        return;
    case Draft::Kind::Task:
        // What mends a refused change stands over what that change said, not over the task.
        if (draft.replaces != 0 || draft.row == 0) {
            openEditorOf(draft);
            return;
        }
        await(this, m_desk.details.taskCard(draft.row), [this, draft](const Result<TaskCard> &card) {
            if (card)
                openCard(*card);
            else
                openEditorOf(draft);
        });
        return;
    case Draft::Kind::Comment:
        openCommentOf(draft, TaskName::of(draft), {});
        return;
    case Draft::Kind::Close:
        openCloseOf(draft, TaskName::of(draft), {}, {});
        return;
    case Draft::Kind::AddFields:
        openAddFieldOf(draft, TaskName::of(draft), {});
        return;
    case Draft::Kind::RemoveFields:
        openRemoveFieldsOf(draft, TaskName::of(draft), {});
        return;
    case Draft::Kind::Client:
    case Draft::Kind::Template:
    case Draft::Kind::TemplateField:
    case Draft::Kind::Equipment:
        return; // other books'
    }
}

QString TaskWindows::wordsOf(const Draft &draft)
{
    const QString number = draft.form.value(u"about").toObject().value(u"number").toString();
    switch (draft.kind) {
    case Draft::Kind::NewTask:
        return tr("a new task");
    case Draft::Kind::Task:
        return number.isEmpty() ? tr("changes of a task") : tr("changes of task %1").arg(number);
    case Draft::Kind::Comment:
        return number.isEmpty() ? tr("a comment") : tr("a comment on task %1").arg(number);
    case Draft::Kind::Close:
        return number.isEmpty() ? tr("the closing of a task") : tr("the closing of task %1").arg(number);
    case Draft::Kind::AddFields:
        return number.isEmpty() ? tr("a field for a task") : tr("a field for task %1").arg(number);
    case Draft::Kind::RemoveFields:
        return number.isEmpty() ? tr("fields to remove from a task")
                                : tr("fields to remove from task %1").arg(number);
    case Draft::Kind::Client:
    case Draft::Kind::Template:
    case Draft::Kind::TemplateField:
    case Draft::Kind::Equipment:
        break;
    }
    return {};
}

void TaskWindows::tellLeft()
{
    QStringList words;
    for (const QString &key : std::as_const(m_left)) {
        if (const auto draft = m_book.find(key); draft && words.size() < MostTold)
            words.append(wordsOf(*draft));
    }
    if (!words.isEmpty() && m_left.size() > words.size())
        words.append(u"…"_s);
    Q_EMIT leftToldChanged(
        words.isEmpty()
            ? QString()
            : tr("Typed earlier and kept on this computer, not said yet: %1").arg(words.join(u", ")));
}

void TaskWindows::listsChanged()
{
    for (const auto &form : std::as_const(m_open)) {
        if (auto *editor = qobject_cast<TaskEditor *>(form.data()))
            editor->listsChanged();
    }
}

void TaskWindows::rowsMoved(const QVector<QPair<RowId, RowId>> &moved)
{
    m_book.rowsMoved(moved);
}

} // namespace naryad::ui
