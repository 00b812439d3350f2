#include "models/AddressModel.h"

#include "core/Await.h"
#include "core/Text.h"
#include "store/Reader.h"

namespace naryad::models {

namespace {

constexpr int MostRows = 12;
constexpr int FewestLetters = 2;

/// "Ленинский пр. 6, entrance 1 · вход со двора".
QString lineOf(const Address &address)
{
    const QString line = address.oneLine();
    return address.notes.isEmpty() ? line : line + QStringLiteral(" · ") + address.notes;
}

} // namespace

AddressModel::AddressModel(store::Reader &reader, QObject *parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
{}

void AddressModel::setTyped(const QString &typed)
{
    const quint64 generation = ++m_generation;
    if (typed.trimmed().size() < FewestLetters) {
        put({});
        Q_EMIT ready();
        return;
    }
    naryad::await(
        this, m_reader.addresses(typed, MostRows), [this, generation](const Result<QVector<Address>> &found) {
            if (generation != m_generation)
                return;
            put(found.value_or(QVector<Address>()));
            Q_EMIT ready();
        });
}

void AddressModel::put(const QVector<Address> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

Address AddressModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row) : Address();
}

int AddressModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AddressModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const QString line = lineOf(m_rows.at(index.row()));
    if (role == Qt::DisplayRole)
        return line;
    return role == Qt::ToolTipRole ? QVariant(plainTooltip(line)) : QVariant();
}

} // namespace naryad::models
