#include "TaskColumns.h"

#include "models/TaskListModel.h"
#include "models/Words.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QJsonObject>
#include <QMenu>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace naryad::ui {

namespace {

using Column = models::TaskListModel::Column;
constexpr int Count = models::TaskListModel::ColumnCount;

/// In digits, by column: what a fresh list gives to each, or shares out in this proportion.
constexpr int ColumnWidths[] = {8, 18, 24, 26, 20, 16, 12, 10};

/// The columns by the names they are kept under.
constexpr QLatin1String ColumnNames[] = {
    QLatin1String("number"), QLatin1String("plan"),  QLatin1String("template"),   QLatin1String("contractor"),
    QLatin1String("worker"), QLatin1String("state"), QLatin1String("plannedEnd"), QLatin1String("id"),
};

constexpr int NarrowestRead = 8; ///< digits; a name of less is hardly known
constexpr int NarrowestKept = 24; ///< of a width that was kept
constexpr int WidestKept = 4000;

constexpr QLatin1String Descending("descending");
constexpr QLatin1String Ascending("ascending");

/// Of use to some: shown when asked for.
bool isHiddenAtFirst(int column)
{
    return column == Column::PlannedEnd || column == Column::TaskId;
}

/// With what is on its way as well; `tight`: of a sent task its state alone.
QString longestState(const QFontMetrics &metrics, bool tight)
{
    QString longest;
    for (const TaskState state :
         {TaskState::NotKnown, TaskState::Draft, TaskState::Sent, TaskState::ToBeSent, TaskState::Closed,
          TaskState::Gone}) {
        for (const PendingState pending : {PendingState::None, PendingState::Held, PendingState::Waiting}) {
            const bool isSaidOf = state == TaskState::ToBeSent || (state == TaskState::Sent && !tight);
            TaskRow row;
            row.state = state;
            row.pending = isSaidOf ? pending : PendingState::None;
            const QString words = models::stateText(row);
            if (metrics.horizontalAdvance(words) > metrics.horizontalAdvance(longest))
                longest = words;
        }
    }
    return longest;
}

/// A number or a time that is cut says another one, so these keep what they need, and so does the state; 0
/// for the others, whose words may be cut.
int leastWidth(const QTableView &table, int column, bool tight = false)
{
    QString longest;
    if (column == Column::Number || column == Column::TaskId) {
        longest = QStringLiteral("0000000");
    } else if (column == Column::Plan || column == Column::PlannedEnd) {
        // A long plan within a day, as most are; of another year, which is told then.
        const QDateTime start({2000, 12, 28}, {10, 0}, Qt::UTC);
        const auto end
            = column == Column::Plan ? Known<QDateTime>::fromHere(start.addSecs(3600)) : Known<QDateTime>();
        longest = models::planText(Known<QDateTime>::fromHere(start), end, AccountZone("UTC"));
    } else if (column == Column::State) {
        longest = longestState(table.fontMetrics(), tight);
    } else {
        return 0;
    }
    const int cell = table.fontMetrics().horizontalAdvance(longest) + table.fontMetrics().height();
    return std::max(cell, table.horizontalHeader()->sectionSizeHint(column));
}

} // namespace

TaskColumns::TaskColumns(QTableView *table)
    : QObject(table)
    , m_table(table)
{
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    makeMenu();
    for (int column = 0; column < Count; ++column)
        table->setColumnHidden(column, isHiddenAtFirst(column));
    share();
    connect(header, &QHeaderView::sortIndicatorChanged, this, &TaskColumns::keepSortable);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &place) {
        showMenu(header->mapToGlobal(place));
    });
    table->viewport()->installEventFilter(this);
}

QStringList TaskColumns::keys()
{
    return {std::begin(ColumnNames), std::end(ColumnNames)};
}

void TaskColumns::makeMenu()
{
    m_menu = new QMenu(tr("&Columns"), m_table);
    m_menu->setObjectName(QStringLiteral("columnsMenu"));
    for (int column = 0; column < Count; ++column) {
        QAction *action = m_menu->addAction(m_table->model()->headerData(column, Qt::Horizontal).toString());
        action->setObjectName(QStringLiteral("column:") + ColumnNames[column]);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, column](bool shown) { show(column, shown); });
        m_actions.append(action);
    }
    m_menu->addSeparator();
    QAction *back = m_menu->addAction(tr("Columns as at first"));
    back->setObjectName(QStringLiteral("resetColumns"));
    connect(back, &QAction::triggered, this, &TaskColumns::reset);
    connect(m_menu, &QMenu::aboutToShow, this, &TaskColumns::tickMenu);
}

void TaskColumns::showMenu(const QPoint &place)
{
    m_menu->popup(place);
}

/// Some column must stay: a table without any has no header to bring them back with.
void TaskColumns::tickMenu()
{
    const bool last = shownColumns().size() == 1;
    for (int column = 0; column < Count; ++column) {
        const bool shown = !m_table->isColumnHidden(column);
        m_actions.at(column)->setChecked(shown);
        m_actions.at(column)->setEnabled(!(shown && last));
    }
}

void TaskColumns::show(int column, bool shown)
{
    if (m_table->isColumnHidden(column) == !shown || (!shown && shownColumns().size() == 1))
        return;
    const bool own = widths() != m_fitted;
    m_table->setColumnHidden(column, !shown);
    // What was never shown has no width worth having.
    if (shown && own)
        m_table->setColumnWidth(column, std::max(m_table->columnWidth(column), leastWidth(*m_table, column)));
    if (!own)
        share();
}

void TaskColumns::reset()
{
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < Count; ++column) {
        header->moveSection(header->visualIndex(column), column);
        m_table->setColumnHidden(column, isHiddenAtFirst(column));
    }
    share();
}

bool TaskColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_table->isVisible())
        fit();
    return QObject::eventFilter(watched, event);
}

QVector<int> TaskColumns::shownColumns() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    QVector<int> columns;
    for (int place = 0; place < Count; ++place) {
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

/// Where the columns that keep what they need would leave the others too little to be read.
bool TaskColumns::isTight(const QVector<int> &shown, int room) const
{
    const int readable = NarrowestRead * m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    int needed = 0;
    for (const int column : shown) {
        const int least = leastWidth(*m_table, column);
        needed += least > 0 ? least : readable;
    }
    return needed > room;
}

/// The shown columns' widths in so much room: in proportion, but numbers and times never less than they need.
QVector<int> TaskColumns::sharedOut(int room) const
{
    const QVector<int> shown = shownColumns();
    int parts = 0;
    for (const int column : shown)
        parts += ColumnWidths[column];
    QVector<int> widths(shown.size());
    int left = room;
    int leftParts = parts;
    QVector<int> least(shown.size());
    const bool tight = isTight(shown, room);
    for (int i = 0; i < shown.size(); ++i) {
        least[i] = leastWidth(*m_table, shown.at(i), tight);
        if (least.at(i) == 0)
            continue;
        widths[i] = std::max(least.at(i), ColumnWidths[shown.at(i)] * room / parts);
        left -= widths.at(i);
        leftParts -= ColumnWidths[shown.at(i)];
    }
    const int narrowest = m_table->horizontalHeader()->minimumSectionSize();
    for (int i = 0; i < shown.size(); ++i) {
        if (least.at(i) == 0)
            widths[i] = std::max(narrowest, ColumnWidths[shown.at(i)] * left / leftParts);
    }
    return widths;
}

/// The columns share what room there is.
void TaskColumns::share()
{
    int room = 0;
    if (m_table->isVisible()) {
        const QScrollBar *bar = m_table->verticalScrollBar();
        // Also for the scroll bar that comes with more rows.
        room = m_table->viewport()->width() - (bar->isVisible() ? 0 : bar->sizeHint().width());
    } else {
        for (const int column : shownColumns())
            room += ColumnWidths[column] * m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    }
    const QVector<int> shown = shownColumns();
    const QVector<int> widths = sharedOut(room);
    for (int i = 0; i < shown.size(); ++i)
        m_table->setColumnWidth(shown.at(i), widths.at(i));
    m_fitted = this->widths();
}

void TaskColumns::fit()
{
    if (widths() == m_fitted)
        share();
}

/// Of the shown ones, in the order they are shown; all but the last, which takes what is left.
QVector<int> TaskColumns::widths() const
{
    QVector<int> widths;
    for (const int column : shownColumns())
        widths.append(m_table->columnWidth(column));
    widths.removeLast();
    return widths;
}

/// A click on a column without an order of its own leaves the list as it is.
void TaskColumns::keepSortable()
{
    QHeaderView *header = m_table->horizontalHeader();
    if (models::TaskListModel::isSortable(header->sortIndicatorSection())) {
        m_sorted = header->sortIndicatorSection();
        m_direction = header->sortIndicatorOrder();
    } else {
        header->setSortIndicator(m_sorted, m_direction);
    }
}

QJsonArray TaskColumns::layout() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    const bool own = widths() != m_fitted;
    QJsonArray all;
    for (int place = 0; place < Count; ++place) {
        const int column = header->logicalIndex(place);
        const bool shown = !header->isSectionHidden(column);
        QJsonObject one{
            {QStringLiteral("column"), QString(ColumnNames[column])}, {QStringLiteral("shown"), shown}};
        if (own && shown)
            one.insert(QStringLiteral("width"), header->sectionSize(column));
        all.append(one);
    }
    return all;
}

void TaskColumns::setLayout(const QJsonArray &layout)
{
    QHeaderView *header = m_table->horizontalHeader();
    const QStringList names = keys();
    QVector<QPair<int, QJsonObject>> read;
    bool anyShown = false;
    for (const QJsonValue &value : layout) {
        const QJsonObject one = value.toObject();
        const auto column = static_cast<int>(names.indexOf(one[QStringLiteral("column")].toString()));
        if (column < 0)
            continue;
        read.append({column, one});
        anyShown = anyShown || one[QStringLiteral("shown")].toBool();
    }
    if (!anyShown)
        return;
    bool own = false;
    for (int place = 0; place < read.size(); ++place) {
        const auto &[column, one] = read.at(place);
        header->moveSection(header->visualIndex(column), place);
        const bool shown = one[QStringLiteral("shown")].toBool();
        m_table->setColumnHidden(column, !shown);
        const int width = one[QStringLiteral("width")].toInt();
        if (shown && width >= NarrowestKept && width <= WidestKept) {
            m_table->setColumnWidth(column, width);
            own = true;
        }
    }
    if (!own)
        share();
}

QString TaskColumns::order() const
{
    return ColumnNames[m_sorted] + QLatin1Char(' ')
        + (m_direction == Qt::DescendingOrder ? Descending : Ascending);
}

void TaskColumns::setOrder(const QString &order)
{
    const QString column = order.section(QLatin1Char(' '), 0, 0);
    const QString direction = order.section(QLatin1Char(' '), 1);
    const auto *const found = std::find(std::begin(ColumnNames), std::end(ColumnNames), column);
    if (found == std::end(ColumnNames) || (direction != Descending && direction != Ascending)
        || !models::TaskListModel::isSortable(int(found - std::begin(ColumnNames))))
        return;
    m_table->sortByColumn(
        int(found - std::begin(ColumnNames)),
        direction == Descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

} // namespace naryad::ui
