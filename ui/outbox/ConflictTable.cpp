#include "outbox/ConflictTable.h"

#include "core/Text.h"
#include "models/Words.h"
#include "widgets/Breakable.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestRun = 12; ///< characters; a column is seldom narrower
constexpr int TitleMargin = 10;

} // namespace

ConflictTable::ConflictTable(AccountZone zone, QWidget *parent)
    : QWidget(parent)
    , m_zone(std::move(zone))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("Cha&nged by you and by others"), this);
    title->setObjectName(u"conflictTitle"_s);
    column->addWidget(title);
    m_table = new QTableWidget(0, 4, this);
    m_table->setObjectName(u"conflictTable"_s);
    m_table->setAccessibleName(tr("Changed by you and by others"));
    m_table->setHorizontalHeaderLabels(
        {tr("Part"), tr("As it was"), tr("Here (mine)"), tr("On the service (theirs)")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->setTextElideMode(Qt::ElideNone);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setMaximumSectionSize(fontMetrics().height() * 30);
    m_table->horizontalHeader()->setDefaultAlignment(
        Qt::Alignment(QFlag(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap)));
    m_table->setMinimumHeight(fontMetrics().height() * 6);
    m_table->viewport()->installEventFilter(this);
    title->setBuddy(m_table);
    column->addWidget(m_table, 1);
    auto *copy = new QAction(tr("Copy as text"), m_table);
    copy->setObjectName(u"conflictCopy"_s);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ConflictTable::copyChosen);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    hide();
}

void ConflictTable::setConflicts(const QVector<FieldConflict> &conflicts)
{
    if (m_conflicts == conflicts)
        return;
    m_conflicts = conflicts;
    m_table->setRowCount(0);
    m_table->setRowCount(int(conflicts.size()));
    for (int row = 0; row < conflicts.size(); ++row) {
        const models::ConflictWords words = models::wordsOf(conflicts.at(row), m_zone);
        const QString cells[]{words.name, words.before, words.mine, words.theirs};
        for (int column = 0; column < 4; ++column) {
            auto *cell = new QTableWidgetItem(breakable(cells[column], LongestRun));
            cell->setData(Qt::AccessibleTextRole, cells[column]);
            cell->setToolTip(plainTooltip(cells[column]));
            cell->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
            m_table->setItem(row, column, cell);
        }
    }
    setVisible(!conflicts.isEmpty());
    fitRows();
    if (!conflicts.isEmpty())
        m_table->setCurrentCell(0, 0, QItemSelectionModel::NoUpdate);
}

/// A title and a value are as high as it takes to read them whole.
void ConflictTable::fitRows()
{
    QHeaderView *titles = m_table->horizontalHeader();
    int height = 0;
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const QRect room(0, 0, titles->sectionSize(column) - TitleMargin, QWIDGETSIZE_MAX);
        const QString title = m_table->horizontalHeaderItem(column)->text();
        height = std::max(height, titles->fontMetrics().boundingRect(room, Qt::TextWordWrap, title).height());
    }
    titles->setFixedHeight(height + TitleMargin);
    m_table->resizeRowsToContents();
}

bool ConflictTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitRows();
    return QWidget::eventFilter(watched, event);
}

void ConflictTable::copyChosen()
{
    QStringList cells;
    const QModelIndexList chosen = m_table->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : chosen)
        cells.append(index.data(Qt::AccessibleTextRole).toString());
    if (!cells.isEmpty())
        QGuiApplication::clipboard()->setText(cells.join(u'\n'));
}

} // namespace naryad::ui
