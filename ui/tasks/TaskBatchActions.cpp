#include "TaskBatchActions.h"

#include "ExportDialog.h"
#include "ManyDialogs.h"
#include "TaskBatchPanel.h"
#include "TaskColumns.h"
#include "TaskWindows.h"
#include "core/Await.h"
#include "models/TaskListModel.h"
#include "print/PrintOrders.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QTableView>

namespace naryad::ui {

using namespace Qt::StringLiterals;
using exports::ClipFormat;

TaskBatchActions::TaskBatchActions(
    Desk desk, QTableView *table, TaskColumns *columns, models::TaskListModel *model, TaskWindows *windows,
    QWidget *screen)
    : QObject(screen)
    , m_desk(std::move(desk))
    , m_table(table)
    , m_columns(columns)
    , m_model(model)
    , m_windows(windows)
    , m_screen(screen)
    , m_chosen(new ChosenTasks(table, model))
{
    makeActions();
    m_panel = new TaskBatchPanel(
        {m_actions[u"sendDrafts"_s], m_actions[u"closeMany"_s], m_actions[u"commentMany"_s],
         m_actions[u"addFieldMany"_s], m_actions[u"copyAs"_s], m_actions[u"export"_s],
         m_actions[u"printOrders"_s], m_actions[u"savePdf"_s]},
        screen);
    connect(m_chosen, &ChosenTasks::changed, this, [this] {
        m_panel->setCount(m_chosen->count());
        Q_EMIT chosenChanged();
    });
}

TaskBatchActions::~TaskBatchActions() = default;

QAction *TaskBatchActions::make(const QString &name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_screen->addAction(action);
    m_actions.insert(name, action);
    return action;
}

void TaskBatchActions::makeActions()
{
    const auto shifted = [](Qt::Key key) { return QKeySequence(Qt::CTRL | Qt::SHIFT | key); };
    const auto on = [this](QAction *action, auto call) { connect(action, &QAction::triggered, this, call); };
    on(make(u"sendDrafts"_s, tr("&Send drafts…"), {}), [this] { sendDrafts(); });
    on(make(u"closeMany"_s, tr("&Close…"), {}), [this] { closeMany(); });
    on(make(u"commentMany"_s, tr("Co&mment…"), {}), [this] { commentMany(); });
    on(make(u"addFieldMany"_s, tr("&Add field…"), {}), [this] { addFieldToMany(); });
    QAction *copyRows = make(u"copyRows"_s, tr("Copy"), QKeySequence(QKeySequence::Copy));
    // A text that is marked beside the list is copied by its own field.
    m_screen->removeAction(copyRows);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copyRows);
    on(copyRows, [this] { copy(ClipFormat::Table); });
    makeCopyMenu();
    on(make(u"export"_s, tr("E&xport…"), shifted(Qt::Key_E)), [this] { exportList(); });
    on(make(u"duplicate"_s, tr("D&uplicate as draft"), shifted(Qt::Key_D)), [this] { duplicate(); });
    on(make(u"printOrders"_s, tr("&Print work order…"), QKeySequence(QKeySequence::Print)),
       [this] { print(false); });
    on(make(u"savePdf"_s, tr("Save work order as PD&F…"), {}), [this] { print(true); });
}

void TaskBatchActions::makeCopyMenu()
{
    m_copyMenu = new QMenu(tr("Cop&y as"), m_screen);
    m_copyMenu->setObjectName(u"copyMenu"_s);
    const auto add = [this](const QString &name, const QString &text, ClipFormat format) {
        QAction *action = m_copyMenu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, format] { copy(format); });
    };
    add(u"copyText"_s, tr("&Text, a line for each"), ClipFormat::Text);
    add(u"copyTable"_s, tr("Ta&ble (TSV and HTML)"), ClipFormat::Table);
    add(u"copyMarkdown"_s, tr("&Markdown"), ClipFormat::Markdown);
    add(u"copyJson"_s, tr("&JSON"), ClipFormat::Json);
    add(u"copyPhones"_s, tr("&Phone list of the clients"), ClipFormat::Phones);
    QAction *action = make(u"copyAs"_s, tr("Cop&y as"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    action->setMenu(m_copyMenu);
    connect(action, &QAction::triggered, this, [this] {
        m_copyMenu->popup(
            m_table->viewport()->mapToGlobal(m_table->visualRect(m_table->currentIndex()).bottomLeft()));
    });
}

QVector<QAction *> TaskBatchActions::menuActions() const
{
    QVector<QAction *> actions;
    for (const char *name : {"duplicate", "sendDrafts", "copyAs", "export", "printOrders", "savePdf"})
        actions.append(m_actions.value(QLatin1String(name)));
    return actions;
}

/// The marked rows, else the current one.
QVector<RowId> TaskBatchActions::rows() const
{
    if (m_chosen->count() > 0)
        return m_chosen->rows();
    const RowId current = m_model->rowOf(m_table->currentIndex());
    return current == 0 ? QVector<RowId>() : QVector<RowId>{current};
}

/// By the names they are kept under, as they stand from left to right.
QStringList TaskBatchActions::shownColumns() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    QStringList columns;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (!header->isSectionHidden(column))
            columns.append(TaskColumns::keys().at(column));
    }
    return columns;
}

template <class Dialog, class... More> void TaskBatchActions::open(const More &...more)
{
    auto *dialog = new Dialog(m_desk, rows(), more..., m_screen);
    m_open.removeIf([](const auto &one) { return one.isNull(); });
    m_open.append(dialog);
    m_windows->keepMany(dialog);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

bool TaskBatchActions::closeMany()
{
    if (!isMany())
        return false;
    const QVector<RowId> first = rows().mid(0, 1);
    const TaskRow task = m_model->taskRow(m_model->indexOf(first.value(0)));
    open<CloseManyDialog>(m_windows->resultMemory().offerFor(task.taskTemplate).result);
    return true;
}

bool TaskBatchActions::commentMany()
{
    if (!isMany())
        return false;
    open<CommentManyDialog>();
    return true;
}

void TaskBatchActions::sendDrafts()
{
    if (!rows().isEmpty())
        open<SendManyDialog>();
}

bool TaskBatchActions::addFieldToMany()
{
    if (!isMany())
        return false;
    open<AddFieldManyDialog>();
    return true;
}

void TaskBatchActions::apply(const MirrorChange &change)
{
    for (const auto &dialog : std::as_const(m_open)) {
        if (dialog)
            dialog->apply(change);
    }
}

void TaskBatchActions::copy(ClipFormat format)
{
    const QVector<RowId> chosen = rows();
    if (chosen.isEmpty())
        return;
    for (const auto &former : m_copies)
        former->cancel();
    m_copies.push_back(std::make_unique<exports::ClipJob>(
        m_desk.reader, exports::ClipOrder{chosen, format, shownColumns(), m_desk.zone}));
    const exports::ClipJob *job = m_copies.back().get();
    await(
        this, job->future(),
        [this, job, format, rows = int(chosen.size())](const Result<exports::Clip> &clip) {
            std::erase_if(m_copies, [job](const auto &one) { return one.get() == job; });
            // One that was overtaken by the next is none.
            if (!clip && clip.error().kind == ErrorKind::Cancelled)
                return;
            if (!clip) {
                tell(describe(clip.error()));
                return;
            }
            auto *data = new QMimeData;
            data->setText(clip->text);
            if (!clip->html.isEmpty())
                data->setHtml(clip->html);
            QGuiApplication::clipboard()->setMimeData(data);
            Q_EMIT told(copiedWords(format, rows));
        });
}

QString TaskBatchActions::copiedWords(ClipFormat format, int rows)
{
    switch (format) {
    case ClipFormat::Text:
        return tr("Copied %n row(s) as text", nullptr, rows);
    case ClipFormat::Table:
        return tr("Copied %n row(s) as a table", nullptr, rows);
    case ClipFormat::Markdown:
        return tr("Copied %n row(s) as Markdown", nullptr, rows);
    case ClipFormat::Json:
        return tr("Copied %n row(s) as JSON", nullptr, rows);
    case ClipFormat::Phones:
        return tr("Copied the phone list of %n row(s)", nullptr, rows);
    }
    return {};
}

void TaskBatchActions::exportList()
{
    ExportDialog::Tasks tasks;
    tasks.query = m_model->query();
    tasks.count = m_model->rowCount();
    if (isMany())
        tasks.chosen = m_chosen->rows();
    tasks.shownColumns = shownColumns();
    auto *dialog = new ExportDialog(m_desk, tasks, m_screen);
    dialog->open();
}

void TaskBatchActions::duplicate()
{
    if (const RowId row = m_model->rowOf(m_table->currentIndex()); row != 0)
        m_windows->duplicate(row);
}

void TaskBatchActions::print(bool toPdf)
{
    const QVector<RowId> chosen = rows();
    if (chosen.isEmpty())
        return;
    if (chosen.size() > PrintOrders::Most) {
        tell(tr("At most %1 work orders can be printed at once.").arg(PrintOrders::Most));
        return;
    }
    auto *orders
        = new PrintOrders(m_desk, chosen, toPdf ? PrintOrders::To::Pdf : PrintOrders::To::Paper, m_screen);
    connect(orders, &PrintOrders::failed, this, &TaskBatchActions::tell);
    connect(orders, &PrintOrders::saved, this, [this](const QString &file) {
        Q_EMIT told(tr("Saved as %1").arg(QDir::toNativeSeparators(file)));
    });
}

void TaskBatchActions::tell(const QString &text)
{
    auto *box = new QMessageBox(m_screen);
    box->setObjectName(u"batchProblem"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    box->setText(text);
    box->open();
}

} // namespace naryad::ui
