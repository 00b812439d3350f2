#include "ManyTasksModelPrivate.h"
#include "core/Text.h"
#include "models/Words.h"

/// What the rows and columns of ManyTasksModel show.
namespace naryad::models {

int ManyTasksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

int ManyTasksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ManyTasksModel::outcome(int place, const TaskRow &row) const
{
    const RowId number = d->rows.at(place);
    if (const auto said = d->said.constFind(number); said != d->said.constEnd())
        return d->fates.value(*said).words;
    const QString why = d->why.value(row.row);
    return why.isEmpty() ? QString() : tr("left out: %1").arg(why);
}

QVariant ManyTasksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= d->rows.size())
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole
        && role != Qt::EditRole)
        return {};
    const RowId number = d->rows.at(index.row());
    const TaskRow *row = d->cache.find(number);
    if (!row) {
        wantPage(index.row() / Private::PageRows);
        const bool gone = !isTooMany() && index.row() < d->read;
        const QString text
            = gone && index.column() == Outcome ? tr("left out: it is gone") : QStringLiteral("…");
        return role == Qt::DisplayRole ? QVariant(text) : QVariant();
    }
    QString text;
    switch (index.column()) {
    case Number:
        text = row->number.isEmpty() ? QStringLiteral("—") : row->number;
        break;
    case Plan:
        text = planText(row->plannedStart, row->plannedEnd, d->zone);
        break;
    case TemplateName:
        text = row->taskTemplate.name.isEmpty() ? notKnownText() : row->taskTemplate.name;
        break;
    case ContractorName:
        text = !row->contractor.isKnown()          ? notKnownText()
            : row->contractor.value.name.isEmpty() ? QStringLiteral("—")
                                                   : row->contractor.value.name;
        break;
    case Text:
        text = textOf(number);
        break;
    case Outcome:
        text = outcome(index.row(), *row);
        break;
    default:
        return {};
    }
    return role == Qt::ToolTipRole ? plainTooltip(text) : text;
}

bool ManyTasksModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    d->ownTexts.insert(d->rows.at(index.row()), value.toString());
    Q_EMIT dataChanged(index, index);
    return true;
}

Qt::ItemFlags ManyTasksModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || index.column() != Text || !d->hasOwnTexts)
        return flags;
    const RowId row = d->rows.at(index.row());
    const auto why = d->why.constFind(row);
    if (why != d->why.constEnd() && why->isEmpty() && !d->said.contains(row))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant ManyTasksModel::headerData(int section, Qt::Orientation orientation, int role) const
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
    case Text:
        return tr("Text");
    case Outcome:
        return tr("What becomes of it");
    default:
        return {};
    }
}

} // namespace naryad::models
