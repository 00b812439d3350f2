#pragma once

#include "core/AccountZone.h"
#include "core/TaskCard.h"

#include <QAbstractTableModel>

#include <memory>

namespace naryad::store {
class Reader;
struct TaskIds;
} // namespace naryad::store

namespace naryad::models {

/// The task list: row numbers in display order plus a bounded cache of pages (architecture rule 6).
///
/// Owns the ids (8 bytes a row) and at most 64 pages of 128 rows. Thread: the GUI's. data() never blocks: a
/// row that is not here yet shows as loading and its page is asked for, the newest first, with the next one
/// in the direction of scrolling. What is selected and current stays so, by row number, through every new
/// answer. Looking again for rows that came or went takes at most a tenth of the reader's time.
class TaskListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Number,
        Plan,
        TemplateName,
        ContractorName,
        WorkerName,
        State,
        PlannedEnd, ///< has no order of its own, like what follows
        TaskId,
        ColumnCount,
    };
    enum Role {
        RowIdRole = Qt::UserRole + 1,
        LoadedRole, ///< bool: false while the page is on its way
    };
    /// The five states of a lazy list (architecture rule 9).
    enum class Load {
        NotAsked,
        Loading,
        Ready,
        Unavailable,
        Failed,
    };

    /// What the rows now listed are of the answer to query().
    enum class Extent {
        Before, ///< nothing yet: they are of the query before, if there are any
        First,
        All,
    };
    /// What another query must not lose meanwhile.
    enum class Keep {
        Selection, ///< the first rows alone are not shown where what is selected is not among them
        Nothing, ///< the first rows are shown as soon as they are known
    };

    TaskListModel(store::Reader &reader, AccountZone zone, QObject *parent = nullptr);
    ~TaskListModel() override;

    void setQuery(const TaskQuery &query, Keep keep = Keep::Selection);
    const TaskQuery &query() const;
    Load load() const;
    Extent extent() const;
    Error error() const; ///< where load() is Failed
    qint64 total() const; ///< tasks before the filter, as told with the rows listed
    void retry();
    static bool isSortable(int column);

    RowId rowOf(const QModelIndex &index) const; ///< 0 for an invalid index
    QModelIndex indexOf(RowId row) const; ///< column 0; invalid where it is not listed
    /// The row's values where they are in memory; row 0 where not.
    TaskRow taskRow(const QModelIndex &index) const;

    /// Looks in the list, ordered by plan with the latest first, for the first row planned at or before
    /// `moment`; a row without a plan counts as before. plannedFound() follows, with the last such row asked
    /// for, or 0 where there is none or it can't be read. Reads a handful of rows and never the list.
    void findPlannedBy(const QDateTime &moment);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// What Engine::mirrorChanged told.
    void apply(const naryad::MirrorChange &change);

Q_SIGNALS:
    void loadChanged();
    /// A local row got its mirrored number.
    void rowMoved(naryad::RowId from, naryad::RowId to);
    void plannedFound(naryad::RowId row);
    /// Around another order or other rows, for who marks very many of them.
    void aboutToReorder();
    void reordered();

private:
    void ask(bool otherQuery);
    void askFor(int limit);
    void lookAgain(bool said);
    void take(const store::TaskIds &ids);
    void fail(const Error &error);
    bool holdsSelection(const QVector<RowId> &rows) const;
    void replaceRows(const QVector<RowId> &rows);
    void renumber(RowId from, RowId to);
    void wantPage(int page) const;
    bool isInMemory(int page) const;
    void readNextPage();
    void readPage(int page);
    void readRows(const QVector<RowId> &numbers, int page);
    void tellChanged(const QVector<RowId> &numbers);
    int placeNear(RowId number) const;
    void halve(const QVector<RowId> &rows, qsizetype from, qsizetype to, const QDateTime &moment);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::models
