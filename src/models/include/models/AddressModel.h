#pragma once

#include "core/Task.h"

#include <QAbstractListModel>
#include <QVector>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// Known addresses that hold what is typed so far, in one line each. Thread: the GUI's.
class AddressModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit AddressModel(store::Reader &reader, QObject *parent = nullptr);

    /// Asks for the matches; an older answer is dropped. `ready` follows, always. Less than two letters
    /// match nothing.
    void setTyped(const QString &typed);
    /// The row with all its parts; empty where there is no such row.
    Address at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void ready();

private:
    void put(const QVector<Address> &rows);

    store::Reader &m_reader;
    QVector<Address> m_rows;
    quint64 m_generation = 0;
};

} // namespace naryad::models
