#pragma once

#include "Fakes.h"
#include "core/Clock.h"
#include "models/Details.h"
#include "models/TaskListModel.h"
#include "store/Reader.h"
#include "tasks/TasksScreen.h"

#include <QAbstractTableModel>
#include <QEventLoop>
#include <QTableView>

#include <memory>
#include <optional>

namespace naryad::bench {

/// The program's own Tasks screen on a mirror, and when what was asked of it stands painted.
class ListWindow : public QObject
{
    Q_OBJECT
public:
    /// What until() waits for.
    enum class Wanted {
        FirstRows, ///< those in sight, or the words that there are none
        WholeList, ///< those in sight, with all of the list behind them
    };

    static constexpr int LongestWait = 30000; ///< ms

    ListWindow(const QString &mirrorPath, const QString &journalPath);
    ~ListWindow() override;

    /// Opens the window and waits for the whole list.
    bool open();
    /// From the typing of this text to its painted answer, in ms; nullopt where none came in LongestWait.
    std::optional<double> type(const QString &text, Wanted wanted);
    /// The same from a choice that narrows the list.
    std::optional<double> narrow(const TaskFilter &filter, Wanted wanted);
    /// The same from a click on a column's head.
    std::optional<double> sort(int column, Qt::SortOrder order);

    ui::TasksScreen &screen() { return *m_screen; }
    QTableView &table() { return *m_table; }
    models::TaskListModel &model() { return m_screen->model(); }
    /// All rows in sight are here, and none is a placeholder.
    bool areRowsHere();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    template <class Do> std::optional<double> until(Wanted wanted, Do act);
    void noteAnswer();
    bool isWhatIsWanted();

    SystemClock m_clock;
    test::FakeCommandDesk m_commands;
    store::Reader m_reader;
    models::Details m_details;
    std::unique_ptr<ui::TasksScreen> m_screen;
    QTableView *m_table = nullptr;
    QWidget *m_empty = nullptr;
    QEventLoop *m_waiting = nullptr;
    Wanted m_wanted = Wanted::FirstRows;
    bool m_answered = false; ///< the model has told of an answer
    bool m_seen = false; ///< what is wanted is being painted
    double m_paintedAt = 0;
};

/// A view of the same size and columns on a model whose cells are all in memory: what a repaint takes at
/// least. Its texts are those the list shows when it is made.
class ConstantList
{
public:
    explicit ConstantList(QTableView &like);

    QTableView &table() { return m_table; }
    /// One repaint of all in sight, in ms.
    double repaint();

private:
    std::unique_ptr<QAbstractTableModel> m_model;
    QTableView m_table;
};

} // namespace naryad::bench
