#include "models/TaskListModel.h"

#include "TaskListPrivate.h"
#include "core/Text.h"
#include "models/Signs.h"
#include "models/Words.h"

#include <QColor>

#include <iterator>

/// The columns of the list: their words, and what they order by.
namespace naryad::models {

namespace {

/// By column; those behind them have no order of their own.
constexpr TaskQuery::Sort Sorts[]
    = {TaskQuery::Sort::Number,         TaskQuery::Sort::Plan,       TaskQuery::Sort::TemplateName,
       TaskQuery::Sort::ContractorName, TaskQuery::Sort::WorkerName, TaskQuery::Sort::State};

} // namespace

QVariant TaskListModel::data(const QModelIndex &index, int role) const
{
    const RowId number = rowOf(index);
    if (number == 0)
        return {};
    if (role == RowIdRole)
        return number;
    const TaskRow *row = d->cache.findAt(number, index.row());
    if (role == LoadedRole)
        return row != nullptr;
    if (!row) {
        wantPage(index.row() / PageRows);
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    }
    const auto known = [](const Known<NamedRef> &ref) {
        if (!ref.isKnown())
            return notKnownText();
        return ref.value.isNothing()   ? QStringLiteral("—")
            : ref.value.name.isEmpty() ? QLatin1Char('#') + ref.value.id
                                       : ref.value.name;
    };
    if (role == Qt::DecorationRole && index.column() == TemplateName && !row->templateColour.isEmpty())
        return QColor(row->templateColour);
    if (role == Qt::DecorationRole && index.column() == State && row->pending != PendingState::None)
        return signIcon(signOf(row->pending));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    QString text;
    bool isKnown = true;
    switch (index.column()) {
    case Number:
        text = row->number.isEmpty() ? QStringLiteral("—") : row->number;
        break;
    case Plan:
        text = row->detailsLoaded ? planText(row->plannedStart, row->plannedEnd, d->zone)
                                  : tr("details not loaded yet");
        isKnown = row->plannedStart.isKnown() || !row->detailsLoaded;
        break;
    case TemplateName:
        text = row->taskTemplate.name.isEmpty() ? notKnownText() : row->taskTemplate.name;
        isKnown = !row->taskTemplate.name.isEmpty();
        break;
    case ContractorName:
        text = known(row->contractor);
        isKnown = row->contractor.isKnown();
        break;
    case WorkerName:
        text = known(row->worker);
        isKnown = row->worker.isKnown();
        break;
    case State:
        text = stateText(*row);
        break;
    case PlannedEnd:
        text = row->detailsLoaded ? planText(row->plannedEnd, {}, d->zone) : tr("details not loaded yet");
        isKnown = row->plannedEnd.isKnown() || !row->detailsLoaded;
        break;
    case TaskId:
        text = row->id.isEmpty() ? QStringLiteral("—") : row->id;
        break;
    default:
        return {};
    }
    if (role == Qt::ToolTipRole)
        return plainTooltip(isKnown ? text : notKnownReason());
    return text;
}

QVariant TaskListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Number");
    case Plan:
        return tr("Plan");
    case TemplateName:
        return tr("Template");
    case ContractorName:
        return tr("Contractor");
    case WorkerName:
        return tr("Worker");
    case State:
        return tr("State");
    case PlannedEnd:
        return tr("Planned end");
    case TaskId:
        return tr("Task id");
    default:
        return {};
    }
}

bool TaskListModel::isSortable(int column)
{
    return column >= 0 && column < static_cast<int>(std::size(Sorts));
}

void TaskListModel::sort(int column, Qt::SortOrder order)
{
    TaskQuery query = d->query;
    if (!isSortable(column))
        return;
    query.sort = Sorts[column];
    query.descending = order == Qt::DescendingOrder;
    setQuery(query);
}

} // namespace naryad::models
