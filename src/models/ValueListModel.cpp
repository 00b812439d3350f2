#include "models/ValueListModel.h"

#include "core/Text.h"

#include <QFont>
#include <QMimeData>

#include <algorithm>

namespace naryad::models {

namespace {

const QLatin1String ValueMime("application/x-naryad-value-row");

} // namespace

ValueListModel::ValueListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void ValueListModel::setValues(const QVector<ListOption> &values, const QVector<ListOption> &before)
{
    beginResetModel();
    m_values.clear();
    m_gone.clear();
    for (const ListOption &value : values) {
        const bool wasGone = std::any_of(before.begin(), before.end(), [&value](const ListOption &one) {
            return one.deleted && one.id == value.id && !one.id.isEmpty();
        });
        (value.deleted && wasGone ? m_gone : m_values).append(value);
    }
    endResetModel();
}

QVector<ListOption> ValueListModel::values() const
{
    return m_values + m_gone;
}

void ValueListModel::move(int from, int to)
{
    const int count = static_cast<int>(m_values.size());
    if (from < 0 || from >= count || to < 0 || to >= count || from == to)
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_values.move(from, to);
    endMoveRows();
    Q_EMIT edited();
}

void ValueListModel::toggleRemoved(int row)
{
    if (row < 0 || row >= m_values.size())
        return;
    // What the service never had leaves nothing behind.
    if (m_values.at(row).id.isEmpty()) {
        beginRemoveRows({}, row, row);
        m_values.removeAt(row);
        endRemoveRows();
    } else {
        m_values[row].deleted = !m_values.at(row).deleted;
        Q_EMIT dataChanged(index(row), index(row));
    }
    Q_EMIT edited();
}

int ValueListModel::paste(const QString &text, int row)
{
    QVector<ListOption> added;
    const QStringList lines = QString(text).replace(u'\r', u'\n').split(u'\n');
    for (const QString &line : lines) {
        if (const QString name = line.simplified(); !name.isEmpty())
            added.append({{}, name});
    }
    if (added.isEmpty())
        return 0;
    const int place = std::clamp(row, 0, static_cast<int>(m_values.size()));
    beginInsertRows({}, place, place + static_cast<int>(added.size()) - 1);
    for (qsizetype i = 0; i < added.size(); ++i)
        m_values.insert(place + i, added.at(i));
    endInsertRows();
    Q_EMIT edited();
    return static_cast<int>(added.size());
}

int ValueListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_values.size()) + 1;
}

QVariant ValueListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() > m_values.size())
        return {};
    if (isNewLine(index.row())) {
        if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
            return tr("new value");
        return role == Qt::DisplayRole || role == Qt::EditRole ? QVariant(QString()) : QVariant();
    }
    const ListOption &value = m_values.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return value.name;
    case Qt::AccessibleTextRole:
        return value.deleted ? tr("%1, to be removed").arg(value.name) : value.name;
    case Qt::ToolTipRole:
        return plainTooltip(value.deleted ? tr("%1, to be removed").arg(value.name) : value.name);
    case Qt::FontRole: {
        QFont font;
        font.setStrikeOut(value.deleted);
        return font;
    }
    default:
        return {};
    }
}

bool ValueListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().simplified();
    if (!index.isValid() || role != Qt::EditRole || index.row() > m_values.size() || name.isEmpty())
        return false;
    if (isNewLine(index.row())) {
        const int row = index.row();
        beginInsertRows({}, row, row);
        m_values.append({{}, name});
        endInsertRows();
    } else if (m_values.at(index.row()).name == name) {
        return true;
    } else {
        m_values[index.row()].name = name;
        Q_EMIT dataChanged(index, index);
    }
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags ValueListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
    return isNewLine(index.row()) ? flags : flags | Qt::ItemIsDragEnabled;
}

QStringList ValueListModel::mimeTypes() const
{
    return {ValueMime};
}

QMimeData *ValueListModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty() || isNewLine(indexes.first().row()))
        return nullptr;
    auto *data = new QMimeData;
    data->setData(
        ValueMime,
        QByteArray::number(reinterpret_cast<quintptr>(this)) + ' '
            + QByteArray::number(indexes.first().row()));
    return data;
}

bool ValueListModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent)
{
    const QList<QByteArray> from = data->data(ValueMime).split(' ');
    if (action != Qt::MoveAction || from.size() != 2
        || from.first().toULongLong() != reinterpret_cast<quintptr>(this))
        return false;
    const int source = from.last().toInt();
    const int count = static_cast<int>(m_values.size());
    int place = row >= 0 ? row : parent.isValid() ? parent.row() : count;
    if (row >= 0 && place > source)
        --place;
    move(source, std::clamp(place, 0, count - 1));
    // The view would take the row out where it was: it has gone from there already.
    return false;
}

} // namespace naryad::models
