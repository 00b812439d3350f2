#include "TaskViews.h"

#include "QuickFilters.h"
#include "TaskColumns.h"
#include "TaskWindows.h"
#include "TasksScreen.h"
#include "ViewsPane.h"
#include "core/Await.h"
#include "core/Text.h"
#include "models/TaskCounts.h"

#include <QAction>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSplitter>

#include <algorithm>
#include <utility>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

using Chip = QuickFilters::Chip;

constexpr Chip OwnViews[]
    = {Chip::Today, Chip::Tomorrow, Chip::NoTime, Chip::PlanPassed, Chip::Drafts, Chip::ChangedToday};
constexpr int WidestPane = 600;

QString allKey()
{
    return u"all"_s;
}

QString outboxKey()
{
    return u"outbox"_s;
}

QString unfinishedKey()
{
    return u"unfinished"_s;
}

QString savedPrefix()
{
    return u"saved:"_s;
}

QString keyOf(const SavedView &view)
{
    return savedPrefix() + view.name;
}

/// The chip of a view of the program's own; ChipCount where it is none.
Chip chipOf(const QString &key)
{
    for (int chip = 0; chip < Chip::ChipCount; ++chip) {
        if (QuickFilters::nameOf(Chip(chip)) == key)
            return Chip(chip);
    }
    return Chip::ChipCount;
}

QString tasksInWords(qint64 count)
{
    return TaskViews::tr("%n task(s)", nullptr, static_cast<int>(std::min<qint64>(count, 1'000'000'000)));
}

} // namespace

TaskViews::TaskViews(const Desk &desk, TasksScreen &screen, QSplitter *splitter)
    : QObject(&screen)
    , m_desk(desk)
    , m_screen(screen)
    , m_splitter(splitter)
    , m_pane(new ViewsPane(&screen))
    , m_menu(new QMenu(tr("Vie&ws"), &screen))
    , m_counts(new models::TaskCounts(desk.reader, desk.clock, this))
{
    m_splitter->insertWidget(0, m_pane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setCollapsible(0, false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({m_pane->sizeHint().width(), 10000});
    m_menu->setObjectName(u"viewsMenu"_s);
    makeActions();
    showLines();
    showMenu();
    connect(m_pane, &ViewsPane::chosen, this, &TaskViews::choose);
    connect(m_pane, &ViewsPane::opened, this, [this](const QString &key) {
        if (key == outboxKey())
            Q_EMIT outboxAsked();
        else if (key == unfinishedKey())
            openUnfinished();
        else
            m_screen.focusList();
    });
    connect(m_pane, &QTreeWidget::currentItemChanged, this, &TaskViews::enableActions);
    connect(&m_screen.quickFilters(), &QuickFilters::counted, this, [this] {
        askCounts();
        showCounts();
    });
    connect(&m_screen.windows(), &TaskWindows::unfinishedChanged, this, &TaskViews::showCounts);
    connect(m_counts, &models::TaskCounts::counted, this, &TaskViews::showCounts);
    connect(&m_screen.model(), &models::TaskListModel::loadChanged, this, &TaskViews::showCounts);
    load();
}

/// Until they are read, nothing is written: it would be written over them.
void TaskViews::load()
{
    await(this, m_desk.details.views(), [this](const Result<QString> &kept) {
        const auto views = kept ? savedViewsFrom(*kept) : std::nullopt;
        m_loaded = kept.has_value() && (kept->isEmpty() || views);
        if (!m_loaded) {
            Q_EMIT said(
                kept ? tr("Your own views were kept by a newer program; they are left as they are.")
                     : tr("Your own views could not be read: %1").arg(describe(kept.error())));
        }
        m_saved = views.value_or(QVector<SavedView>());
        showLines();
        showMenu();
        askCounts();
        follow();
        // As it was left: the text and the chips were kept elsewhere.
        if (const int place = placeOf(matching()); place >= 0)
            useColumns(m_saved.at(place));
    });
}

void TaskViews::keep()
{
    showLines();
    showMenu();
    askCounts();
    follow();
    await(this, m_desk.commands.keepViews(toText(m_saved)), [this](const Result<void> &done) {
        if (!done)
            Q_EMIT said(tr("Your views could not be kept: %1").arg(describe(done.error())));
    });
}

void TaskViews::showLines()
{
    QVector<ViewsPane::Line> lines{{{}, tr("Views"), {}}};
    lines.append({allKey(), tr("All tasks"), {}});
    const QuickFilters &chips = m_screen.quickFilters();
    for (const Chip chip : OwnViews)
        lines.append({QuickFilters::nameOf(chip), chips.words(chip), chips.explained(chip)});
    if (!m_saved.isEmpty())
        lines.append({{}, tr("Mine"), {}});
    for (const SavedView &view : std::as_const(m_saved))
        lines.append({keyOf(view), view.name, {}});
    lines.append({{}, tr("Here"), {}});
    lines.append(
        {QuickFilters::nameOf(Chip::OnItsWay), chips.words(Chip::OnItsWay), chips.explained(Chip::OnItsWay)});
    lines.append(
        {unfinishedKey(), tr("Not finished"),
         tr("What was typed on this computer and not said yet; Enter opens it"), true});
    lines.append({outboxKey(), tr("Outbox"), tr("What was said on this computer and is not done yet"), true});
    m_pane->setLines(lines);
    showCounts();
    enableActions();
}

/// The user's views at the top of the menu, which also makes them commands of `Find or do`.
void TaskViews::showMenu()
{
    qDeleteAll(std::exchange(m_savedActions, {}));
    for (const SavedView &view : std::as_const(m_saved)) {
        auto *action = new QAction(escapeMnemonic(view.name), m_menu);
        const QString key = keyOf(view);
        action->setObjectName(u"view:"_s + key);
        connect(action, &QAction::triggered, this, [this, key] {
            choose(key);
            m_screen.focusList();
        });
        m_menu->insertAction(m_afterSaved, action);
        m_savedActions.append(action);
    }
    m_afterSaved->setVisible(!m_saved.isEmpty());
}

TaskQuery TaskViews::queryOf(const SavedView &view) const
{
    TaskQuery query;
    query.text = view.text;
    query.filter = m_screen.quickFilters().filterOf(view.filters);
    return query;
}

/// Only of views that are on the screen.
void TaskViews::askCounts()
{
    if (m_pane->isHidden())
        return;
    QVector<TaskQuery> queries;
    for (const SavedView &view : std::as_const(m_saved))
        queries.append(queryOf(view));
    m_counts->setQueries(queries);
}

void TaskViews::refresh()
{
    if (!m_pane->isHidden())
        m_counts->refresh();
}

void TaskViews::showCounts()
{
    const QLocale locale;
    const auto show = [this, &locale](const QString &key, qint64 count) {
        if (count >= 0)
            m_pane->setCount(key, locale.toString(count), tasksInWords(count));
    };
    if (m_screen.model().extent() == models::TaskListModel::Extent::All)
        show(allKey(), m_screen.model().total());
    for (int chip = 0; chip < Chip::ChipCount; ++chip)
        show(QuickFilters::nameOf(Chip(chip)), m_screen.quickFilters().count(Chip(chip)));
    const QVector<qint64> &counts = m_counts->counts();
    for (int i = 0; i < m_saved.size() && counts.size() == m_saved.size(); ++i)
        show(keyOf(m_saved.at(i)), counts.at(i));
    const int unfinished = int(m_screen.windows().unfinished().size());
    m_pane->setCount(
        unfinishedKey(), locale.toString(unfinished), tr("%n typed and not said", nullptr, unfinished));
    const int needsUser = m_state.unsure + m_state.refused;
    const int open = m_state.waiting + needsUser;
    QStringList words{tr("%n command(s) not done yet", nullptr, open)};
    if (needsUser > 0)
        words.append(tr("%n need(s) your decision", nullptr, needsUser));
    m_pane->setCount(
        outboxKey(), locale.toString(open) + (needsUser > 0 ? u"!"_s : QString()), words.join(u", "_s));
}

void TaskViews::setState(const SyncState &state)
{
    m_state = state;
    showCounts();
}

int TaskViews::placeOf(const QString &key) const
{
    for (int i = 0; i < m_saved.size(); ++i) {
        if (keyOf(m_saved.at(i)) == key)
            return i;
    }
    return -1;
}

/// The view that makes what narrows the list now; the chosen one, where several do.
QString TaskViews::matching() const
{
    TaskQuery now;
    now.text = m_screen.filterField()->text().trimmed();
    now.filter = m_screen.quickFilters().filter();
    const auto makes = [this, &now](const QString &key) {
        TaskQuery query;
        if (const int place = placeOf(key); place >= 0)
            query = queryOf(m_saved.at(place));
        else if (const Chip chip = chipOf(key); chip != Chip::ChipCount)
            query.filter = m_screen.quickFilters().filterOf(QuickFilters::alone(chip));
        else if (key != allKey())
            return false;
        query.text = query.text.trimmed();
        return query == now;
    };
    if (makes(m_applied))
        return m_applied;
    QStringList keys{allKey()};
    for (const Chip chip : OwnViews)
        keys.append(QuickFilters::nameOf(chip));
    keys.append(QuickFilters::nameOf(Chip::OnItsWay));
    for (const SavedView &view : m_saved)
        keys.append(keyOf(view));
    const auto found = std::find_if(keys.cbegin(), keys.cend(), makes);
    return found == keys.cend() ? QString() : *found;
}

void TaskViews::follow()
{
    const QString key = matching();
    m_pane->mark(key);
    if (!key.isEmpty()) {
        m_applied = key;
        if (placeOf(key) < 0)
            leaveColumns();
    }
    enableActions();
}

void TaskViews::choose(const QString &key)
{
    const int place = placeOf(key);
    const Chip chip = chipOf(key);
    if (place < 0 && chip == Chip::ChipCount && key != allKey())
        return;
    Q_EMIT leaving();
    m_applied = key;
    if (place >= 0) {
        const SavedView view = m_saved.at(place);
        useColumns(view);
        m_screen.narrowTo(view.text, view.filters);
    } else {
        leaveColumns();
        m_screen.narrowTo({}, chip == Chip::ChipCount ? QJsonObject() : QuickFilters::alone(chip));
    }
    follow();
}

void TaskViews::useColumns(const SavedView &view)
{
    if (!m_usual)
        m_usual = Columns{m_screen.order(), m_screen.columns().layout()};
    m_screen.setOrder(view.order);
    m_screen.columns().setLayout(view.columns);
}

void TaskViews::leaveColumns()
{
    if (!m_usual)
        return;
    const Columns usual = *std::exchange(m_usual, std::nullopt);
    m_screen.setOrder(usual.order);
    m_screen.columns().setLayout(usual.layout);
}

QString TaskViews::state() const
{
    const int width = m_pane->isHidden() ? m_width : m_pane->width();
    return (m_pane->isHidden() ? u"hidden "_s : u"shown "_s) + QString::number(width);
}

void TaskViews::restore(const QString &state)
{
    const int width = state.section(u' ', 1).toInt();
    if (width > 0 && width <= WidestPane) {
        m_width = width;
        m_splitter->setSizes({width, 10000});
    }
    m_paneAction->setChecked(!state.startsWith(u"hidden"));
}

} // namespace naryad::ui
