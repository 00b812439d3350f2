#pragma once

#include <QJsonArray>
#include <QObject>
#include <QStringList>
#include <QVector>

class QAction;
class QMenu;
class QTableView;

namespace naryad::ui {

/// The columns of the task list as the user wants them: which are shown, how wide, in which order, and what
/// the list is ordered by.
///
/// Owns the chooser: a menu on the header (right click), also to be put into a menu bar, for the keyboard.
/// Until the user sets widths of his own the shown columns share what room there is. Thread: the GUI's.
class TaskColumns : public QObject
{
    Q_OBJECT
public:
    /// The table has its model; it owns this.
    explicit TaskColumns(QTableView *table);

    /// The names the columns are kept by, in the model's order.
    static QStringList keys();

    /// "plan descending": the column and the order, by name, to be kept over a restart.
    QString order() const;
    /// What cannot be read as an order leaves the present one.
    void setOrder(const QString &order);

    /// In the order they are shown, each by its name with whether it is shown; with their widths where the
    /// user has set any. To be kept in a view.
    QJsonArray layout() const;
    /// What can't be read, and a column it doesn't name, stays as it is; behind the others.
    void setLayout(const QJsonArray &layout);

    /// Shows which columns there are, and sets them back.
    QMenu *menu() const { return m_menu; }
    void reset();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeMenu();
    void showMenu(const QPoint &place);
    void tickMenu();
    void show(int column, bool shown);
    void keepSortable();
    void share();
    void fit();
    QVector<int> shownColumns() const;
    bool isTight(const QVector<int> &shown, int room) const;
    QVector<int> sharedOut(int room) const;
    QVector<int> widths() const;

    QTableView *m_table;
    QMenu *m_menu = nullptr;
    QVector<QAction *> m_actions; ///< by column
    int m_sorted = 0; ///< the column the list is ordered by
    Qt::SortOrder m_direction = Qt::DescendingOrder;
    QVector<int> m_fitted; ///< the widths as they were last shared out; others are the user's own
};

} // namespace naryad::ui
