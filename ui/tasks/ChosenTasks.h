#pragma once

#include "core/Ids.h"

#include <QObject>
#include <QTableView>
#include <QVector>

namespace naryad::models {
class TaskListModel;
}

namespace naryad::ui {

/// Marks of rows. What a screen reader marks is added to the rest (that is how it asks), except to marks that
/// stood there by themselves or of which something has been done since: those it replaces.
class RowMarks : public QItemSelectionModel
{
    Q_OBJECT
public:
    using QItemSelectionModel::QItemSelectionModel;

    void setDone() { m_done = true; }
    void select(const QModelIndex &index, SelectionFlags command) override;
    void select(const QItemSelection &selection, SelectionFlags command) override;

private:
    bool m_done = true;
};

/// A table in which a million rows may be marked: what it does of them at once does not go through them all.
class WideTable : public QTableView
{
    Q_OBJECT
public:
    using QTableView::QTableView;
    void setModel(QAbstractItemModel *model) override;

protected:
    bool event(QEvent *event) override;
    /// What the program makes current is marked alone, whatever keys are held just then, and is where the
    /// user's next stretch begins.
    QItemSelectionModel::SelectionFlags
    selectionCommand(const QModelIndex &index, const QEvent *event) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
};

/// Which tasks of the list are marked. All stays all while rows come and go; other marks go with their rows.
/// Thread: the GUI's.
class ChosenTasks : public QObject
{
    Q_OBJECT
public:
    /// The table shows the model, and owns this.
    ChosenTasks(QTableView *table, models::TaskListModel *model);

    int count() const { return m_count; }
    bool isMany() const { return m_count > 1; }
    /// In the order of the list.
    QVector<RowId> rows() const;
    /// Another list is asked for: of all that were marked only the current one stays so.
    void forgetAll();

Q_SIGNALS:
    void changed();

private:
    void recount();
    void putBy();
    void bringBack();

    QTableView *m_table;
    models::TaskListModel *m_model;
    int m_count = 0;
    bool m_all = false;
    bool m_wasAll = false; ///< before the list was put in another order
    QVector<RowId> m_putBy; ///< marked before the list was put in another order, sorted
};

} // namespace naryad::ui
