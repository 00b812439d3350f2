#include "models/EquipmentModelsModel.h"

#include "core/Await.h"
#include "core/Text.h"
#include "models/Signs.h"
#include "models/Words.h"
#include "store/Reader.h"

#include <algorithm>
#include <limits>

namespace naryad::models {

EquipmentModelsModel::EquipmentModelsModel(store::Reader &reader, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
{}

void EquipmentModelsModel::setFilter(const QString &typed)
{
    m_typed = typed;
    filter();
}

void EquipmentModelsModel::lookAgain()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    await(
        this, m_reader.equipmentModels({}, std::numeric_limits<int>::max()),
        [this](const Result<QVector<EquipmentModelRow>> &rows) {
            m_running = false;
            if (rows) {
                m_all = *rows;
                filter();
                Q_EMIT loaded();
            } else {
                Q_EMIT failed(rows.error());
            }
            if (std::exchange(m_again, false))
                lookAgain();
        });
}

void EquipmentModelsModel::filter()
{
    QVector<EquipmentModelRow> shown;
    for (const QString &reading : {m_typed, swapLayout(m_typed)}) {
        const QStringList words = foldText(reading).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const EquipmentModelRow &row : std::as_const(m_all)) {
            const QString text = foldText(row.name + QLatin1Char(' ') + row.id);
            if (std::all_of(
                    words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); }))
                shown.append(row);
        }
        if (!shown.isEmpty())
            break;
    }
    if (shown == m_shown)
        return;
    // The same rows with other words stay where they are, and so does what is chosen.
    const bool same = std::equal(
        shown.begin(), shown.end(), m_shown.begin(), m_shown.end(),
        [](const EquipmentModelRow &a, const EquipmentModelRow &b) { return a.id == b.id; });
    if (same) {
        m_shown = shown;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    const QModelIndexList marked = persistentIndexList();
    Q_EMIT layoutAboutToBeChanged();
    QModelIndexList moved;
    for (const QModelIndex &one : marked) {
        const QString id = at(one).id;
        const auto found = std::find_if(
            shown.begin(), shown.end(), [&id](const EquipmentModelRow &row) { return row.id == id; });
        const auto place = static_cast<int>(found - shown.begin()) + 1;
        const bool all = one.row() == 0;
        moved.append(all ? createIndex(0, 0) : found == shown.end() ? QModelIndex() : createIndex(place, 0));
    }
    m_shown = shown;
    changePersistentIndexList(marked, moved);
    Q_EMIT layoutChanged();
}

EquipmentModelRow EquipmentModelsModel::at(const QModelIndex &index) const
{
    return index.isValid() ? m_shown.value(index.row() - 1) : EquipmentModelRow();
}

QModelIndex EquipmentModelsModel::indexOf(const QString &id) const
{
    if (id.isEmpty())
        return index(0);
    for (int i = 0; i < m_shown.size(); ++i) {
        if (m_shown.at(i).id == id)
            return index(i + 1);
    }
    return {};
}

int EquipmentModelsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size()) + 1;
}

QVariant EquipmentModelsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (index.row() == 0)
        return role == Qt::DisplayRole ? QVariant(tr("All models")) : QVariant();
    const EquipmentModelRow &row = m_shown.at(index.row() - 1);
    const QString text = tr("%1 (%2)").arg(row.name, QLocale().toString(row.pieces));
    const QString state = row.goes ? tr("is being deleted") : words(row.pending);
    const bool pending = row.pending != PendingState::None;
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::DecorationRole:
        return pending ? QVariant(signIcon(signOf(row.pending))) : QVariant();
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        const QString whole = pending ? QString(text + QStringLiteral(" · ") + state) : text;
        return role == Qt::ToolTipRole ? plainTooltip(whole) : whole;
    }
    default:
        return {};
    }
}

} // namespace naryad::models
