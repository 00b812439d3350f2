#include "outbox/FoundTasks.h"

#include "core/Text.h"
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
    auto *title = new QLabel(tr("F&ound"), this);
    title->setObjectName(u"foundTasksTitle"_s);
    column->addWidget(title);
    m_table = new QTableWidget(0, ColumnCount, this);
    m_table->setObjectName(u"foundTasks"_s);
    m_table->setAccessibleName(tr("Found"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(fontMetrics().height() * 5);
    title->setBuddy(m_table);
    column->addWidget(m_table, 1);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &FoundTasks::choiceChanged);
    m_table->installEventFilter(this);
    hide();
}

/// None is chosen by itself: it is the user who says what it became. The first step of an arrow key
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

void FoundTasks::setFound(CommandId of, const QVector<FoundObject> &found, bool areTasks)
{
    if (m_of == of && m_found == found)
        return;
    const QString chosen = m_of == of ? chosenId() : QString();
    m_of = of;
    m_found = found;
    m_table->clearSelection();
    m_table->setRowCount(0);
    m_table->setRowCount(int(found.size()));
    for (const Column column : {Plan, Created, Worker, Template})
        m_table->setColumnHidden(column, !areTasks);
    m_table->setHorizontalHeaderLabels(
        {areTasks ? tr("Number") : tr("Name"), tr("Plan"), areTasks ? tr("Contractor") : tr("Belongs to"),
         tr("Created"), tr("Id"), tr("Worker"), tr("Template")});
    for (int row = 0; row < found.size(); ++row) {
        const FoundObject &one = found.at(row);
        for (int column = 0; column < ColumnCount; ++column) {
            const QString words = text(one, column, m_zone);
            auto *cell = new QTableWidgetItem(words);
            cell->setToolTip(plainTooltip(words));
            cell->setData(Qt::UserRole, one.id);
            m_table->setItem(row, column, cell);
        }
        if (!one.id.isEmpty() && one.id == chosen)
            m_table->selectRow(row);
    }
    m_table->resizeColumnsToContents();
    setVisible(!found.isEmpty());
}

/// Whatever tells one from its twin.
QString FoundTasks::text(const FoundObject &one, int column, const AccountZone &zone)
{
    const auto named = [](const Known<NamedRef> &ref) {
        return !ref.isKnown()          ? models::notKnownText()
            : ref.value.isNothing()    ? u"—"_s
            : ref.value.name.isEmpty() ? u'#' + ref.value.id
                                       : ref.value.name;
    };
    switch (column) {
    case Title:
        return one.title.isEmpty() ? one.id : one.title;
    case Plan:
        return models::planText(one.start, one.end, zone);
    case Owner:
        return named(one.owner);
    case Created:
        return one.createdAt.isKnown() && one.createdAt.value.isValid()
            ? zone.local(one.createdAt.value).toString(u"dd.MM.yyyy HH:mm:ss"_s)
            : models::notKnownText();
    case Worker:
        return named(one.worker);
    case Template:
        return one.taskTemplate.isNothing() && one.taskTemplate.name.isEmpty()
            ? models::notKnownText()
            : named(Known<NamedRef>::fromService(one.taskTemplate));
    case Id:
        return one.id.isEmpty() ? u"—"_s : one.id;
    default:
        return {};
    }
}

QString FoundTasks::line(const FoundObject &one, bool isTask, const AccountZone &zone)
{
    if (!isTask)
        return tr("%1, belongs to: %2, id: %3")
            .arg(text(one, Title, zone), text(one, Owner, zone), text(one, Id, zone));
    return tr("%1, plan: %2, contractor: %3, created: %4, id: %5, worker: %6, template: %7")
        .arg(
            text(one, Title, zone), text(one, Plan, zone), text(one, Owner, zone), text(one, Created, zone),
            text(one, Id, zone), text(one, Worker, zone), text(one, Template, zone));
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
