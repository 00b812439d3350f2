#include "outbox/OutboxScreen.h"

#include "outbox/OutboxDetails.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace naryad::ui {

using namespace Qt::StringLiterals;

/// Not the table's own selectRow(): with Ctrl held, as in Ctrl+6, that adds to what is chosen.
void OutboxScreen::choose(int row)
{
    m_table->selectionModel()->setCurrentIndex(
        m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void OutboxScreen::enter()
{
    const auto chooseFirst = [this](const auto &wanted) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (!wanted(m_model->entry(m_model->index(row, 0)).value_or(JournalEntry{})))
                continue;
            choose(row);
            m_table->scrollTo(m_model->index(row, 0));
            return true;
        }
        return false;
    };
    // Else what is on its way, where the chosen one has come to its end.
    if (!chooseFirst(waitsForUser) && m_entry && isFinal(m_entry->state))
        chooseFirst([](const JournalEntry &entry) { return !isFinal(entry.state); });
    m_list->currentWidget()->setFocus(Qt::OtherFocusReason);
}

/// What was said is what a row is known by: it has twice the room of what came of it, which stands whole
/// beside the list. A width of the user's own stays while that leaves it as much.
void OutboxScreen::shareColumns()
{
    const int room = m_table->viewport()->width() - m_table->columnWidth(models::OutboxModel::When)
        - m_table->columnWidth(models::OutboxModel::State);
    const int outcome = m_table->columnWidth(models::OutboxModel::Outcome);
    if (outcome != m_sharedOutcome && outcome <= room / 2)
        return;
    m_sharedOutcome = std::max(m_table->horizontalHeader()->minimumSectionSize(), room / 3);
    m_table->setColumnWidth(models::OutboxModel::Outcome, m_sharedOutcome);
}

/// Home and End are of the list; a table takes them for the first and last cell of its row.
bool OutboxScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize && m_table->isVisible())
        shareColumns();
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool home = key.key() == Qt::Key_Home;
        if ((home || key.key() == Qt::Key_End) && key.modifiers() == Qt::NoModifier
            && m_model->rowCount() > 0) {
            choose(home ? 0 : m_model->rowCount() - 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OutboxScreen::copyRows()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &a, const QModelIndex &b) {
        return a.row() < b.row();
    });
    QStringList texts;
    for (const QModelIndex &index : std::as_const(rows)) {
        if (const auto entry = m_model->entry(index))
            texts.append(OutboxDetails::copyText(
                *entry, m_desk.zone, m_desk.clock.now(), m_model->waitsFor(entry->id)));
    }
    if (texts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(texts.join(u"\n\n"_s));
    Q_EMIT copied(tr("Copied %n command(s) as text", nullptr, int(texts.size())));
}

void OutboxScreen::focusFilter()
{
    if (m_filter->isHidden()) {
        m_list->currentWidget()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace naryad::ui
