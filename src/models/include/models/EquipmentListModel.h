#pragma once

#include "core/EquipmentList.h"
#include "core/Error.h"

#include <QAbstractTableModel>

#include <memory>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// The list of equipment: row numbers in display order plus a bounded cache of rows (architecture rule 6).
///
/// Owns the ids (8 bytes a row) and at most 8192 rows. Thread: the GUI's. data() never blocks: a row that is
/// not here yet shows as loading and its page is asked for, the newest first. What is selected and current
/// stays so, by row number, through every new answer.
class EquipmentListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Serial,
        Model,
        Owner,
        Description,
        ColumnCount,
    };
    /// The five states of a lazy list (architecture rule 9).
    enum class Load {
        NotAsked,
        Loading,
        Ready,
        Unavailable,
        Failed,
    };

    explicit EquipmentListModel(store::Reader &reader, QObject *parent = nullptr);
    ~EquipmentListModel() override;

    void setQuery(const EquipmentQuery &query);
    const EquipmentQuery &query() const;
    Load load() const;
    Error error() const; ///< where load() is Failed
    bool isComplete() const; ///< all rows of the query are listed, not only the first
    qint64 total() const; ///< pieces before the filter

    RowId rowOf(const QModelIndex &index) const; ///< 0 for an invalid index
    QModelIndex indexOf(RowId row) const; ///< column 0; invalid where it is not listed
    /// The row's values where they are in memory; row 0 where not.
    EquipmentRow at(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

public Q_SLOTS:
    /// Something changed in the mirror or the journal: looks again, and reads what is shown anew.
    void lookAgain();

Q_SIGNALS:
    void loadChanged();

private:
    void ask(bool otherQuery);
    void askFor(int limit);
    void take(const EquipmentIds &ids);
    void replaceRows(const EquipmentIds &ids);
    void wantPage(int page) const;
    void readNextPage();
    void readPage(int page);
    QString shown(const EquipmentRow &row, int column) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::models
