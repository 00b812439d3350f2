#include "models/TemplateTableModel.h"

#include "core/Text.h"
#include "models/TemplateWords.h"

#include <QFont>
#include <QMimeData>

#include <algorithm>

namespace naryad::models {

namespace {

const QLatin1String RowMime("application/x-naryad-template-row");

} // namespace

TemplateTableModel::TemplateTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void TemplateTableModel::setRows(const QVector<TemplateRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void TemplateTableModel::setStock(const TemplateStock &stock)
{
    QHash<QString, QString> names;
    for (const Stocked<TemplateField> &field : stock.fields)
        names.insert(field.value.id, field.value.name);
    if (names == m_names && stock.fieldTypes == m_types)
        return;
    m_names = names;
    m_types = stock.fieldTypes;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Type));
}

void TemplateTableModel::renameField(const QString &from, const QString &to)
{
    for (TemplateRow &row : m_rows) {
        if (row.fieldId == from)
            row.fieldId = to;
    }
}

void TemplateTableModel::insertRow(const TemplateRow &row, int at)
{
    const int place = std::clamp(at, 0, rowCount());
    beginInsertRows({}, place, place);
    m_rows.insert(place, row);
    endInsertRows();
    Q_EMIT edited();
}

void TemplateTableModel::move(int from, int to)
{
    if (from < 0 || from >= rowCount() || to < 0 || to >= rowCount() || from == to)
        return;
    // Qt counts the place before the row has left.
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    endMoveRows();
    Q_EMIT edited();
}

void TemplateTableModel::remove(QVector<int> rows)
{
    std::sort(rows.begin(), rows.end(), std::greater<>());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    bool any = false;
    for (const int row : std::as_const(rows)) {
        if (row < 0 || row >= rowCount())
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
        any = true;
    }
    if (any)
        Q_EMIT edited();
}

bool TemplateTableModel::hasField(const QString &fieldId) const
{
    return std::any_of(
        m_rows.begin(), m_rows.end(), [&fieldId](const TemplateRow &row) { return row.fieldId == fieldId; });
}

QString TemplateTableModel::nameOf(const TemplateRow &row) const
{
    const QString known = m_names.value(row.fieldId, row.name);
    return known.isEmpty() ? QLatin1Char('#') + row.fieldId : known;
}

/// The section the service told the row to stand in; no update says it anew.
QString TemplateTableModel::sectionOf(const TemplateRow &row) const
{
    if (row.parent.isEmpty())
        return {};
    for (const TemplateRow &other : m_rows) {
        const bool named = other.rowId == row.parent || other.fieldId == row.parent;
        if (other.type() == FieldType::Section && named && &other != &row)
            return nameOf(other);
    }
    return {};
}

std::optional<bool> TemplateTableModel::flagOf(const TemplateRow &row, int column) const
{
    return column == Visible ? row.visibleToMobile : row.required;
}

int TemplateTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TemplateTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TemplateTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const TemplateRow &row = m_rows.at(index.row());
    const bool isFlag = index.column() >= Visible;
    if (isFlag) {
        const auto flag = flagOf(row, index.column());
        if (role == Qt::CheckStateRole)
            return flag.value_or(false) ? Qt::Checked : Qt::Unchecked;
        if (role == Qt::AccessibleTextRole) {
            const QString title = headerData(index.column(), Qt::Horizontal).toString();
            return QString(title + QLatin1String(": ") + (flag.value_or(false) ? tr("yes") : tr("no")));
        }
        if (role == Qt::ToolTipRole && !flag)
            return plainTooltip(tr("The service tells nothing of it"));
        return {};
    }
    const QString section = sectionOf(row);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Type)
            return fieldTypeText(row.typeId, m_types);
        return section.isEmpty() ? nameOf(row) : QString(QStringLiteral("    ") + nameOf(row));
    case Qt::AccessibleTextRole:
        return index.column() == Type ? fieldTypeText(row.typeId, m_types) : nameOf(row);
    case Qt::ToolTipRole:
        return plainTooltip(
            section.isEmpty() ? nameOf(row) : tr("%1, in the section “%2”").arg(nameOf(row), section));
    case Qt::FontRole: {
        QFont font;
        font.setBold(row.type() == FieldType::Section && index.column() == Name);
        return font;
    }
    default:
        return {};
    }
}

bool TemplateTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.row() >= m_rows.size() || index.column() < Visible
        || role != Qt::CheckStateRole)
        return false;
    TemplateRow &row = m_rows[index.row()];
    std::optional<bool> &flag = index.column() == Visible ? row.visibleToMobile : row.required;
    flag = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole, Qt::AccessibleTextRole});
    Q_EMIT edited();
    return true;
}

QVariant TemplateTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole) {
        switch (section) {
        case Name:
            return tr("Field");
        case Type:
            return tr("Type");
        case Visible:
            return tr("On phone");
        case Required:
            return tr("Required");
        default:
            return {};
        }
    }
    if (role == Qt::ToolTipRole && section == Visible)
        return tr("Visible to the mobile worker");
    return {};
}

Qt::ItemFlags TemplateTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    if (index.column() >= Visible)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QStringList TemplateTableModel::mimeTypes() const
{
    return {RowMime};
}

QMimeData *TemplateTableModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    const QByteArray from = QByteArray::number(reinterpret_cast<quintptr>(this)) + ' '
        + QByteArray::number(indexes.first().row());
    data->setData(RowMime, from);
    return data;
}

/// Within this list: a row of the other one may be there already.
bool TemplateTableModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    const QList<QByteArray> from = data->data(RowMime).split(' ');
    if (action != Qt::MoveAction || from.size() != 2
        || from.first().toULongLong() != reinterpret_cast<quintptr>(this))
        return false;
    const int source = from.last().toInt();
    int place = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    if (row >= 0 && place > source)
        --place; // the row itself leaves a place free
    move(source, std::clamp(place, 0, rowCount() - 1));
    // The view would take the row out where it was: it has gone from there already.
    return false;
}

} // namespace naryad::models
