#include "ListWindow.h"

#include "Figures.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>
#include <array>

namespace naryad::bench {

namespace {

constexpr QSize WindowSize(1400, 900);

class ConstantModel final : public QAbstractTableModel
{
public:
    explicit ConstantModel(const QAbstractItemModel &like, int first)
        : m_rows(like.rowCount())
        , m_columns(like.columnCount())
        , m_kept(std::min(Kept, std::max(1, m_rows - first)))
    {
        for (int row = 0; row < m_kept; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                for (const int role : Roles)
                    m_cells.append(like.index(first + row, column).data(role));
            }
        }
        for (int column = 0; column < m_columns; ++column)
            m_heads.append(like.headerData(column, Qt::Horizontal));
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_columns;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto *const found = std::find(Roles.begin(), Roles.end(), role);
        if (found == Roles.end())
            return {};
        const qsizetype cell = qsizetype(index.row() % m_kept) * m_columns + index.column();
        return m_cells.at(cell * qsizetype(Roles.size()) + (found - Roles.begin()));
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        return orientation == Qt::Horizontal && role == Qt::DisplayRole ? m_heads.value(section) : QVariant();
    }

private:
    static constexpr int Kept = 40;
    static constexpr std::array<int, 6> Roles{Qt::DisplayRole,       Qt::DecorationRole, Qt::FontRole,
                                              Qt::TextAlignmentRole, Qt::ForegroundRole, Qt::BackgroundRole};

    int m_rows;
    int m_columns;
    int m_kept;
    QVector<QVariant> m_cells;
    QVector<QVariant> m_heads;
};

} // namespace

ListWindow::ListWindow(const QString &mirrorPath, const QString &journalPath)
    : m_reader(mirrorPath, journalPath)
    , m_details(m_reader)
{
    m_screen = std::make_unique<ui::TasksScreen>(
        ui::Desk{m_reader, m_details, m_commands, m_clock, AccountZone("Europe/Moscow")});
    m_screen->resize(WindowSize);
    m_table = m_screen->findChild<QTableView *>(QStringLiteral("tasks"));
    m_empty = m_screen->findChild<QWidget *>(QStringLiteral("emptyPage"));
    m_table->viewport()->installEventFilter(this);
    m_empty->installEventFilter(this);
    const models::TaskListModel &list = model();
    connect(&list, &QAbstractItemModel::modelReset, this, &ListWindow::noteAnswer);
    connect(&list, &QAbstractItemModel::layoutChanged, this, &ListWindow::noteAnswer);
    connect(&list, &QAbstractItemModel::rowsInserted, this, &ListWindow::noteAnswer);
    connect(&list, &models::TaskListModel::loadChanged, this, [this] {
        if (model().load() == models::TaskListModel::Load::Ready)
            noteAnswer();
    });
}

ListWindow::~ListWindow()
{
    m_screen->removeEventFilter(this);
}

/// Also what looks as before is painted anew, so that its end is seen.
void ListWindow::noteAnswer()
{
    m_answered = true;
    if (!m_waiting)
        return;
    m_table->viewport()->update();
    m_empty->update();
}

bool ListWindow::areRowsHere()
{
    const int rows = m_table->model()->rowCount();
    if (rows == 0)
        return false;
    const int first = std::max(0, m_table->rowAt(0));
    const int below = m_table->rowAt(m_table->viewport()->height() - 1);
    const int last = below < 0 ? rows - 1 : below;
    for (int row = first; row <= last; ++row) {
        if (!m_table->model()->index(row, 0).data(models::TaskListModel::LoadedRole).toBool())
            return false;
    }
    return true;
}

bool ListWindow::isWhatIsWanted()
{
    const bool whole = model().load() == models::TaskListModel::Load::Ready;
    if (!m_answered || (m_wanted == Wanted::WholeList && !whole))
        return false;
    return areRowsHere() || (whole && model().rowCount() == 0);
}

bool ListWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (m_waiting && !m_seen && event->type() == QEvent::Paint && isWhatIsWanted()) {
        m_seen = true;
        // It is painted once this event has been handled.
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_paintedAt = nowMs();
                if (m_waiting)
                    m_waiting->quit();
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

template <class Do> std::optional<double> ListWindow::until(Wanted wanted, Do act)
{
    QEventLoop loop;
    bool late = false;
    QTimer::singleShot(LongestWait, &loop, [&loop, &late] {
        late = true;
        loop.quit();
    });
    m_wanted = wanted;
    m_answered = false;
    m_seen = false;
    m_waiting = &loop;
    const double from = nowMs();
    act();
    loop.exec();
    m_waiting = nullptr;
    return late ? std::nullopt : std::optional(m_paintedAt - from);
}

bool ListWindow::open()
{
    return until(Wanted::WholeList, [this] { m_screen->show(); }).has_value();
}

std::optional<double> ListWindow::type(const QString &text, Wanted wanted)
{
    return until(wanted, [this, &text] { m_screen->filterField()->setText(text); });
}

std::optional<double> ListWindow::narrow(const TaskFilter &filter, Wanted wanted)
{
    return until(wanted, [this, &filter] {
        TaskQuery query = model().query();
        query.filter = filter;
        model().setQuery(query);
    });
}

std::optional<double> ListWindow::sort(int column, Qt::SortOrder order)
{
    return until(Wanted::WholeList, [this, column, order] { m_table->sortByColumn(column, order); });
}

ConstantList::ConstantList(QTableView &like)
    : m_model(std::make_unique<ConstantModel>(*like.model(), std::max(0, like.rowAt(0))))
{
    m_table.setModel(m_model.get());
    m_table.setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table.setWordWrap(like.wordWrap());
    m_table.setAlternatingRowColors(like.alternatingRowColors());
    m_table.setShowGrid(like.showGrid());
    m_table.verticalHeader()->hide();
    m_table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table.verticalHeader()->setDefaultSectionSize(like.verticalHeader()->defaultSectionSize());
    m_table.horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_table.setColumnWidth(column, like.columnWidth(column));
        m_table.setColumnHidden(column, like.isColumnHidden(column));
    }
    m_table.resize(like.size());
    m_table.show();
    spin(std::chrono::milliseconds(100));
}

double ConstantList::repaint()
{
    const double from = nowMs();
    m_table.viewport()->repaint();
    return nowMs() - from;
}

} // namespace naryad::bench
