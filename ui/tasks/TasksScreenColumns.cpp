#include "TasksScreen.h"

#include "models/Words.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace naryad::ui {

namespace {

using Column = models::TaskListModel::Column;

/// In digits, by column: what a fresh list gives to each, or shares out in this proportion.
constexpr int ColumnWidths[] = {8, 18, 24, 26, 20, 16};

/// The columns by the names they are kept under.
constexpr QLatin1String ColumnNames[] = {
    QLatin1String("number"),     QLatin1String("plan"),   QLatin1String("template"),
    QLatin1String("contractor"), QLatin1String("worker"), QLatin1String("state"),
};

constexpr QLatin1String Descending("descending");
constexpr QLatin1String Ascending("ascending");

/// A number or a time that is cut says another one, so these two keep what they need; 0 for the others, whose
/// words may be cut.
int leastWidth(const QTableView &table, int column)
{
    QString longest;
    if (column == Column::Number) {
        longest = QStringLiteral("0000000");
    } else if (column == Column::Plan) {
        // A long plan within a day, as most are; of another year, which is told then.
        const QDateTime start({2000, 12, 28}, {10, 0}, Qt::UTC);
        longest = models::planText(
            Known<QDateTime>::fromHere(start), Known<QDateTime>::fromHere(start.addSecs(3600)),
            AccountZone("UTC"));
    } else {
        return 0;
    }
    const int cell = table.fontMetrics().horizontalAdvance(longest) + table.fontMetrics().height();
    return std::max(cell, table.horizontalHeader()->sectionSizeHint(column));
}

} // namespace

void TasksScreen::startColumns()
{
    int room = 0;
    for (const int width : ColumnWidths)
        room += width * fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const QVector<int> widths = sharedOut(room);
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, widths.at(column));
    m_fitted = columnWidths();
}

/// The columns' widths in so much room: in proportion, but number and plan never less than they need.
QVector<int> TasksScreen::sharedOut(int room) const
{
    constexpr int Count = models::TaskListModel::ColumnCount;
    int parts = 0;
    for (const int width : ColumnWidths)
        parts += width;
    QVector<int> widths(Count);
    int left = room;
    int leftParts = parts;
    for (const int column : {int(Column::Number), int(Column::Plan)}) {
        widths[column] = std::max(leastWidth(*m_table, column), ColumnWidths[column] * room / parts);
        left -= widths.at(column);
        leftParts -= ColumnWidths[column];
    }
    for (int column = 0; column < Count; ++column) {
        if (column != Column::Number && column != Column::Plan)
            widths[column] = std::max(1, ColumnWidths[column] * left / leftParts);
    }
    return widths;
}

/// Until the user sets widths of his own, the columns share what room there is.
void TasksScreen::fitColumns()
{
    if (columnWidths() != m_fitted)
        return;
    const QScrollBar *bar = m_table->verticalScrollBar();
    // Also for the scroll bar that comes with more rows.
    const int room = m_table->viewport()->width() - (bar->isVisible() ? 0 : bar->sizeHint().width());
    const QVector<int> widths = sharedOut(room);
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, widths.at(column));
    m_fitted = columnWidths();
}

/// All but the last, which takes what is left.
QVector<int> TasksScreen::columnWidths() const
{
    QVector<int> widths;
    for (int column = 0; column + 1 < models::TaskListModel::ColumnCount; ++column)
        widths.append(m_table->columnWidth(column));
    return widths;
}

QString TasksScreen::order() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    const int column = header->sortIndicatorSection();
    if (column < 0 || column >= models::TaskListModel::ColumnCount)
        return {};
    return ColumnNames[column] + QLatin1Char(' ')
        + (header->sortIndicatorOrder() == Qt::DescendingOrder ? Descending : Ascending);
}

void TasksScreen::setOrder(const QString &order)
{
    const QString column = order.section(QLatin1Char(' '), 0, 0);
    const QString direction = order.section(QLatin1Char(' '), 1);
    const auto *const found = std::find(std::begin(ColumnNames), std::end(ColumnNames), column);
    if (found == std::end(ColumnNames) || (direction != Descending && direction != Ascending))
        return;
    m_table->sortByColumn(
        int(found - std::begin(ColumnNames)),
        direction == Descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

} // namespace naryad::ui
