#pragma once

#include "core/EquipmentList.h"
#include "core/Error.h"

#include <QAbstractListModel>
#include <QVector>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// The models of equipment, each with how many pieces there are of it; the first row stands for all. An
/// account has some hundreds: all are in memory. Thread: the GUI's.
class EquipmentModelsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit EquipmentModelsModel(store::Reader &reader, QObject *parent = nullptr);

    /// Of all that are listed those whose name or number holds every word typed.
    void setFilter(const QString &typed);
    /// Nothing for the row of all.
    EquipmentModelRow at(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &id) const; ///< invalid where it is not shown; empty: all
    int models() const { return static_cast<int>(m_shown.size()); } ///< shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

public Q_SLOTS:
    void lookAgain();

Q_SIGNALS:
    void loaded();
    void failed(const naryad::Error &error);

private:
    void filter();

    store::Reader &m_reader;
    QString m_typed;
    QVector<EquipmentModelRow> m_all;
    QVector<EquipmentModelRow> m_shown;
    bool m_running = false;
    bool m_again = false;
};

} // namespace naryad::models
