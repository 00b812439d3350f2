#include "outbox/FoundTasks.h"

#include "models/Words.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

FoundTasks::FoundTasks(AccountZone zone, QWidget *parent)
    : QWidget(parent)
    , m_zone(std::move(zone))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(tr("F&ound tasks"), this);
    title->setObjectName(u"foundTasksTitle"_s);
    column->addWidget(title);
    m_table = new QTableWidget(0, 3, this);
    m_table->setObjectName(u"foundTasks"_s);
    m_table->setAccessibleName(tr("Found tasks"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalHeaderLabels({tr("Number"), tr("Plan"), tr("Contractor")});
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setMinimumHeight(fontMetrics().height() * 5);
    title->setBuddy(m_table);
    column->addWidget(m_table, 1);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &FoundTasks::choiceChanged);
    m_table->installEventFilter(this);
    hide();
}

/// None is chosen by itself: it is the user who says which task it became. The first step of an arrow key
/// chooses the row the keyboard stands on, instead of going past it.
bool FoundTasks::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && m_table->rowCount() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_Up) && chosenId().isEmpty()) {
            m_table->selectRow(std::max(0, m_table->currentRow()));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FoundTasks::setTasks(CommandId of, const QVector<Task> &tasks)
{
    if (m_of == of && m_tasks == tasks)
        return;
    const QString chosen = m_of == of ? chosenId() : QString();
    m_of = of;
    m_tasks = tasks;
    m_table->clearSelection();
    m_table->setRowCount(0);
    m_table->setRowCount(int(tasks.size()));
    for (int row = 0; row < tasks.size(); ++row) {
        const Task &task = tasks.at(row);
        auto *number = new QTableWidgetItem(task.number.isEmpty() ? task.id : task.number);
        number->setData(Qt::UserRole, task.id);
        const QString plan = models::planText(task.plannedStart, task.plannedEnd, m_zone);
        const QString contractor
            = task.contractor.isKnown() ? task.contractor.value.name : models::notKnownText();
        m_table->setItem(row, 0, number);
        m_table->setItem(row, 1, new QTableWidgetItem(plan));
        m_table->setItem(row, 2, new QTableWidgetItem(contractor));
        if (task.id == chosen)
            m_table->selectRow(row);
    }
    m_table->resizeColumnToContents(0);
    m_table->resizeColumnToContents(1);
    setVisible(!tasks.isEmpty());
}

QString FoundTasks::chosenId() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 1)
        return {};
    const QTableWidgetItem *number = m_table->item(rows.constFirst().row(), 0);
    return number ? number->data(Qt::UserRole).toString() : QString();
}

void FoundTasks::takeFocus()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace naryad::ui
