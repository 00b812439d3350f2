#pragma once

#include "core/ContractorTree.h"
#include "core/Error.h"
#include "core/TaskCard.h"

#include <QAbstractItemModel>

#include <memory>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// The tree of clients and subdivisions: the mirror's, with those made here and not sent yet. Places and ids
/// are here whole (some 40 bytes a client), what is shown of each comes by pages into a bounded cache.
/// Thread: the GUI's. data() never blocks: a name that is not here yet shows as "…" and its page is asked
/// for. What is selected, current and expanded stays so, by client, through every new answer, as far as it
/// is still shown.
class ContractorTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        CountColumn, ///< subdivisions below it, at any depth; empty where none
        ColumnCount,
    };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString: the service's id or a local one; always there
        PendingRole, ///< QString: words of what is said of it and not sent; empty: none
        HitRole, ///< bool: matches the filter itself, not only on the path to one or below one
        StrayRole, ///< bool: its parent is not known, or it is its own ancestor; shown at the top
        MadeHereRole, ///< bool: not on the service yet
        LoadedRole, ///< bool: false while its page is on its way
    };

    explicit ContractorTreeModel(store::Reader &reader, QObject *parent = nullptr);
    ~ContractorTreeModel() override;

    /// Asks for the tree: what matches `typed` with the path to it and all below it; empty: all. An older
    /// answer is dropped. filtered() or failed() follows. The first call opens the tree.
    void setFilter(const QString &typed);
    QString filter() const;
    /// Asks again for the same.
    void retry();
    /// What Engine::mirrorChanged told.
    void applyChange(const naryad::MirrorChange &change);
    /// Looks for a client by its id; revealed() follows from the event loop, once the tree is here and up to
    /// date: its index, or an invalid one where it is not shown.
    void reveal(const QString &id);

    bool isReady() const; ///< the rows are the answer to the last setFilter()
    qint64 hits() const; ///< clients that match; without a filter all
    qint64 total() const; ///< clients before the filter
    QString idOf(const QModelIndex &index) const; ///< empty for an invalid one
    /// Column 0 of a client; invalid where it is not shown now.
    QModelIndex indexOf(const QString &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();
    void revealed(const QModelIndex &index);
    /// The rows are the answer to the last setFilter() now.
    void filtered();
    /// The tree or a page of it can't be read; what was there stays.
    void failed(const naryad::Error &error);

private:
    void ask();
    void lookAgain(bool said);
    void take(const ContractorTreePtr &tree);
    void replace(const ContractorTreePtr &tree);
    void answerReveal();
    void want(int place) const;
    void readNext();
    void read(const QVector<RowId> &rows);
    void takeRows(const QVector<RowId> &asked, const QVector<ContractorRow> &rows);
    void tellChanged(QVector<int> places);
    const ContractorRow *rowAt(int place) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::models
