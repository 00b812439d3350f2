#include "QuickFilters.h"
#include "TaskColumns.h"
#include "TaskViews.h"
#include "TaskWindows.h"
#include "TasksScreen.h"
#include "ViewsPane.h"
#include "core/HumanTime.h"
#include "core/Quotes.h"
#include "core/Text.h"
#include "widgets/NameDialog.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>

#include <algorithm>

/// What is done with the user's own views.
namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestFile = 1024 * 1024;

/// The same name in other letters is the same name.
const SavedView *named(const QVector<SavedView> &views, const QString &name)
{
    const auto found = std::find_if(views.cbegin(), views.cend(), [&name](const SavedView &view) {
        return view.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == views.cend() ? nullptr : &*found;
}

} // namespace

QAction *TaskViews::add(const char *name, const QString &text, const QKeySequence &keys)
{
    QAction *action = m_menu->addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    return action;
}

void TaskViews::makeActions()
{
    m_afterSaved = m_menu->addSeparator();
    m_save = add("saveView", tr("&Save this view…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S));
    m_rename = add("renameView", tr("&Rename the view…"), QKeySequence(Qt::Key_F2));
    m_delete = add("deleteView", tr("&Delete the view…"), QKeySequence(QKeySequence::Delete));
    m_up = add("moveViewUp", tr("Move the view &up"), QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down = add("moveViewDown", tr("&Move the view down"), QKeySequence(Qt::ALT | Qt::Key_Down));
    m_menu->addSeparator();
    QAction *write = add("exportViews", tr("&Export the views…"), {});
    QAction *read = add("importViews", tr("&Import views…"), {});
    m_menu->addSeparator();
    m_paneAction = add("viewsPaneAction", tr("Sho&w the pane"), QKeySequence(Qt::Key_F9));
    m_paneAction->setCheckable(true);
    m_paneAction->setChecked(true);
    // These keys mean other things elsewhere.
    for (QAction *action : {m_rename, m_delete, m_up, m_down})
        action->setShortcutContext(Qt::WidgetShortcut);
    m_pane->addActions({m_save, m_rename, m_delete, m_up, m_down});
    connect(m_save, &QAction::triggered, this, &TaskViews::askName);
    connect(m_rename, &QAction::triggered, this, &TaskViews::askNewName);
    connect(m_delete, &QAction::triggered, this, &TaskViews::askWhetherToDelete);
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    connect(write, &QAction::triggered, this, [this] { askFile(true); });
    connect(read, &QAction::triggered, this, [this] { askFile(false); });
    connect(m_paneAction, &QAction::toggled, this, [this](bool shown) {
        if (!shown) {
            m_width = m_pane->width();
            if (m_pane->hasFocus())
                m_screen.focusList();
        }
        m_pane->setVisible(shown);
        if (shown && m_width > 0)
            m_splitter->setSizes({m_width, std::max(1, m_splitter->width() - m_width)});
        askCounts();
    });
}

/// The user's own view that is chosen, or that the keyboard is on.
int TaskViews::chosenPlace() const
{
    const int place = placeOf(m_pane->current());
    return place >= 0 || m_pane->hasFocus() ? place : placeOf(m_applied);
}

void TaskViews::enableActions()
{
    const int place = chosenPlace();
    m_save->setEnabled(m_loaded);
    m_rename->setEnabled(m_loaded && place >= 0);
    m_delete->setEnabled(m_loaded && place >= 0);
    m_up->setEnabled(m_loaded && place > 0);
    m_down->setEnabled(m_loaded && place >= 0 && place + 1 < m_saved.size());
}

/// One is opened at once; of several the user chooses.
void TaskViews::openUnfinished()
{
    const QVector<Draft> drafts = m_screen.windows().unfinished();
    if (drafts.size() == 1)
        m_screen.windows().openUnfinished(drafts.constFirst().key);
    if (drafts.size() < 2)
        return;
    auto *menu = new QMenu(tr("Not finished"), m_pane);
    menu->setObjectName(u"unfinishedMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Draft &draft : drafts) {
        const QString when = humanTime(draft.changed, m_desk.zone);
        QAction *action = menu->addAction(escapeMnemonic(TaskWindows::wordsOf(draft) + u" · "_s + when));
        connect(action, &QAction::triggered, &m_screen.windows(), [this, key = draft.key] {
            m_screen.windows().openUnfinished(key);
        });
    }
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(m_pane->viewport()->mapToGlobal(m_pane->visualItemRect(m_pane->currentItem()).bottomLeft()));
}

void TaskViews::askName()
{
    const int place = placeOf(m_applied);
    auto *dialog = new NameDialog(
        tr("Save this view"), tr("&Name"), tr("&Save"), place >= 0 ? m_saved.at(place).name : QString(),
        m_screen.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setJudge([this](const QString &name) -> NameDialog::Verdict {
        if (named(m_saved, name))
            return {tr("A view of this name is there: this one takes its place."), false};
        return {};
    });
    // What the list shows when the window is opened, and not when it is closed.
    SavedView view;
    view.text = m_screen.filterField()->text().trimmed();
    view.filters = m_screen.quickFilters().chosen();
    view.order = m_screen.order();
    view.columns = m_screen.columns().layout();
    connect(dialog, &QDialog::accepted, this, [this, dialog, view]() mutable {
        view.name = dialog->name();
        const SavedView *before = named(m_saved, view.name);
        if (before)
            m_saved[before - m_saved.constData()] = view;
        else
            m_saved.append(view);
        m_applied = u"saved:"_s + view.name;
        keep();
        m_pane->setCurrent(m_applied);
    });
    dialog->open();
}

void TaskViews::askNewName()
{
    const int place = chosenPlace();
    if (place < 0)
        return;
    const QString before = m_saved.at(place).name;
    auto *dialog
        = new NameDialog(tr("Rename the view"), tr("&Name"), tr("&Rename"), before, m_screen.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setJudge([this, before](const QString &name) -> NameDialog::Verdict {
        const SavedView *other = named(m_saved, name);
        if (other && other->name != before)
            return {tr("A view of this name is there already."), true};
        return {};
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog, before] {
        const int now = placeOf(u"saved:"_s + before);
        if (now < 0)
            return;
        m_saved[now].name = dialog->name();
        const QString key = u"saved:"_s + dialog->name();
        if (m_applied == u"saved:"_s + before)
            m_applied = key;
        keep();
        m_pane->setCurrent(key);
    });
    dialog->open();
}

void TaskViews::askWhetherToDelete()
{
    const int place = chosenPlace();
    if (place < 0)
        return;
    const QString name = m_saved.at(place).name;
    auto *box = new QMessageBox(
        QMessageBox::Question, tr("Delete the view"), {}, QMessageBox::Cancel, m_screen.window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"deleteViewBox"_s);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Delete the view “%1”? The tasks it shows stay as they are.").arg(innerQuotes(name)));
    QPushButton *yes = box->addButton(tr("&Delete"), QMessageBox::AcceptRole);
    yes->setObjectName(u"deleteView"_s);
    box->setDefaultButton(yes);
    connect(yes, &QPushButton::clicked, this, [this, name] { remove(name); });
    box->open();
}

void TaskViews::remove(const QString &name)
{
    const int place = placeOf(u"saved:"_s + name);
    if (place < 0)
        return;
    m_saved.removeAt(place);
    if (m_applied == u"saved:"_s + name) {
        m_applied.clear();
        leaveColumns();
    }
    keep();
    if (!m_saved.isEmpty())
        m_pane->setCurrent(u"saved:"_s + m_saved.at(std::min<qsizetype>(place, m_saved.size() - 1)).name);
}

void TaskViews::move(int by)
{
    const int place = chosenPlace();
    const int to = place + by;
    if (place < 0 || to < 0 || to >= m_saved.size())
        return;
    m_saved.swapItemsAt(place, to);
    keep();
    m_pane->setCurrent(u"saved:"_s + m_saved.at(to).name);
    enableActions();
}

void TaskViews::askFile(bool write)
{
    auto *dialog = new QFileDialog(
        m_screen.window(), write ? tr("Export the views") : tr("Import views"), {}, tr("Views (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"viewsFile"_s);
    dialog->setAcceptMode(write ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(write ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setDefaultSuffix(u"json"_s);
    if (write)
        dialog->selectFile(u"naryad-views.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, write](const QString &path) {
        if (write) {
            Q_EMIT said(
                exportTo(path) ? tr("The views are in %1.").arg(path)
                               : tr("The views could not be written into %1.").arg(path));
        } else {
            const auto taken = importFrom(path);
            Q_EMIT said(
                taken ? tr("%n view(s) taken in.", nullptr, *taken)
                      : tr("%1 is no file of views, or can't be read.").arg(path));
        }
    });
    dialog->open();
}

bool TaskViews::exportTo(const QString &path) const
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(toText(m_saved).toUtf8()) >= 0 && file.commit();
}

std::optional<int> TaskViews::importFrom(const QString &path)
{
    QFile file(path);
    if (!m_loaded || !file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return std::nullopt;
    const auto views = savedViewsFrom(QString::fromUtf8(file.readAll()));
    if (!views)
        return std::nullopt;
    for (SavedView view : *views) {
        const QString name = view.name;
        for (int number = 2; named(m_saved, view.name); ++number)
            view.name = name + u" ("_s + QString::number(number) + u')';
        m_saved.append(view);
    }
    keep();
    return static_cast<int>(views->size());
}

} // namespace naryad::ui
