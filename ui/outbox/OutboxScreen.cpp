#include "outbox/OutboxScreen.h"

#include "core/Await.h"
#include "core/CommandKinds.h"
#include "core/Text.h"
#include "models/Words.h"
#include "outbox/ConflictTable.h"
#include "outbox/FoundTasks.h"
#include "outbox/Looks.h"
#include "outbox/OutboxDetails.h"
#include "widgets/Breakable.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

OutboxScreen::OutboxScreen(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
{
    setObjectName(u"outboxScreen"_s);
    m_model = new models::OutboxModel(m_desk.reader, m_desk.zone, m_desk.clock, this);
    m_looks = new Looks(m_desk, this);
    m_since = m_desk.clock.now();
    connect(m_looks, &Looks::changed, this, &OutboxScreen::lookChanged);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"outboxSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeListPane());
    splitter->addWidget(makeDetailsPane());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({3000, 2000}); // shares, until there is a width
    column->addWidget(splitter);

    connect(m_model, &models::OutboxModel::loaded, this, &OutboxScreen::modelLoaded);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_reloading = true; });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_reloading = false;
        modelLoaded();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &OutboxScreen::selectionMoved);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &OutboxScreen::selectionMoved);
    modelLoaded();
    m_model->reload();
}

void OutboxScreen::apply(const MirrorChange &change)
{
    m_model->apply(change);
}

void OutboxScreen::select(CommandId id)
{
    m_asked = id;
    keepSelection();
}

void OutboxScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    keepSelection();
}

void OutboxScreen::modelLoaded()
{
    const int rows = m_model->rowCount();
    const qsizetype all = m_model->all().size();
    const std::optional<Error> error = m_model->error();
    if (error)
        m_empty->setText(tr("The Outbox can't be read: %1").arg(describe(*error)));
    else if (all > 0)
        m_empty->setText(tr("Nothing here matches the filter"));
    else
        m_empty->setText(m_model->isLoaded() ? tr("Nothing is waiting") : tr("Loading…"));
    m_reload->setVisible(error.has_value());
    m_list->setCurrentIndex(rows > 0 ? 0 : 1);

    int open = 0;
    int undecided = 0;
    int conflicts = 0;
    for (const JournalEntry &entry : m_model->all()) {
        open += isFinal(entry.state) ? 0 : 1;
        undecided += waitsForUser(entry) ? 1 : 0;
        conflicts += entry.conflicts.isEmpty() ? 0 : 1;
        tellMerged(entry);
    }
    QString summary = open == 0 ? tr("Nothing is waiting") : tr("%n command(s) not done yet", nullptr, open);
    if (undecided > 0)
        summary += u" · "_s + tr("%n need(s) your decision", nullptr, undecided);
    if (conflicts > 0)
        summary += u" · "_s + tr("%n conflict(s)", nullptr, conflicts);
    m_summary->setText(summary);
    m_summary->setVisible(all > 0);
    m_filter->setVisible(all > 0);
    keepSelection();
}

/// Once, and only of what was sent while this window is there.
void OutboxScreen::tellMerged(const JournalEntry &entry)
{
    const ObjectKind kind = kindOf(entry.command);
    // What the service did beyond the change is found out after it was sent.
    const bool warned = isUpdate(entry.command) && !entry.warning.isEmpty()
        && (kind == ObjectKind::Template || kind == ObjectKind::TemplateField);
    if (entry.state != CommandState::Sent || (entry.merged.isEmpty() && !warned) || entry.settledAt < m_since)
        return;
    QStringList words{models::commandText(entry.command) + u'.', models::mergedText(entry, m_desk.zone)};
    if (warned)
        words.append(entry.warning);
    words.removeAll(QString());
    const QString text = words.join(u' ');
    if (m_mergedTold.value(entry.id) == text)
        return;
    m_mergedTold.insert(entry.id, text);
    Q_EMIT sentMerged(entry.id, text);
}

void OutboxScreen::keepSelection()
{
    if (m_reloading)
        return;
    if (const QModelIndex asked = m_model->indexOf(m_asked); m_asked != 0 && asked.isValid()) {
        m_asked = 0;
        choose(asked.row());
        m_table->scrollTo(asked);
    }
    if (!m_table->selectionModel()->hasSelection() && m_model->rowCount() > 0) {
        QModelIndex index = m_wanted != 0 ? m_model->indexOf(m_wanted) : QModelIndex();
        // Otherwise what needs the user, else the newest.
        for (int row = 0; !index.isValid() && row < m_model->rowCount(); ++row) {
            if (waitsForUser(m_model->entry(m_model->index(row, 0)).value_or(JournalEntry{})))
                index = m_model->index(row, 0);
        }
        choose(index.isValid() ? index.row() : 0);
    }
    selectionMoved();
}

void OutboxScreen::selectionMoved()
{
    if (m_reloading)
        return;
    // Assistive programs move the selection without the current cell, so the selection is what counts.
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const std::optional<JournalEntry> before = std::move(m_entry);
    m_entry.reset();
    if (rows.size() == 1)
        m_entry = m_model->entry(rows.constFirst());
    if (m_entry)
        m_wanted = m_entry->id;
    if (!m_entry || m_entry != before) {
        showEntry();
        return;
    }
    // It counts down in both places.
    if (m_entry->state == CommandState::Held)
        showText();
    showButtons();
}

void OutboxScreen::showEntry()
{
    if (m_entry && m_entry->state != CommandState::Unsure)
        m_messages.remove(m_entry->id);
    showText();
    showButtons();
}

void OutboxScreen::showText()
{
    const qsizetype chosen = m_table->selectionModel()->selectedRows().size();
    const QString text = m_entry
        ? OutboxDetails::text(*m_entry, m_desk.zone, m_desk.clock.now(), m_model->waitsFor(m_entry->id))
        : chosen > 1 ? tr("%n command(s) chosen", nullptr, int(chosen))
                     : QString();
    if (m_details->toPlainText() != text)
        m_details->setPlainText(text);
    const bool unsure = m_entry && m_entry->state == CommandState::Unsure;
    const QString decided = m_entry ? m_messages.value(m_entry->id) : QString();
    say(decided.isEmpty() && unsure ? m_looks->message(*m_entry) : decided);
    m_conflicts->setConflicts(m_entry ? m_entry->conflicts : QVector<FieldConflict>{});
    m_found->setFound(
        m_entry ? m_entry->id : 0, unsure ? m_looks->found(*m_entry) : QVector<FoundObject>{},
        m_entry && std::holds_alternative<CreateTask>(m_entry->command));
}

void OutboxScreen::lookChanged(CommandId id)
{
    const bool asked = m_lookAsked == id && !m_looks->isRunning(id);
    if (asked)
        m_lookAsked = 0;
    if (!m_entry || m_entry->id != id)
        return;
    m_messages.remove(id);
    showText();
    showButtons();
    if (asked && m_found->isVisible())
        m_found->takeFocus();
}

void OutboxScreen::showButtons()
{
    const JournalEntry entry = m_entry.value_or(JournalEntry{});
    const OutboxActions can = m_entry ? actionsFor(entry) : OutboxActions{};
    const bool free = m_entry && !m_deciding.contains(entry.id);
    const bool needsChoice = isCreate(entry.command) && m_found->chosenId().isEmpty();
    struct Row
    {
        QPushButton *button;
        bool applies;
        bool enabled;
        QString words;
    };
    const Row rows[]{
        {m_undo, can.undo, true, OutboxDetails::undoWords()},
        {m_fix, can.fix, true, OutboxDetails::fixWords()},
        {m_retry, can.retry, true, OutboxDetails::retryWords(entry)},
        {m_look, can.lookForIt, !m_looks->isRunning(entry.id), OutboxDetails::lookForItWords()},
        {m_there, can.itIsThere, !needsChoice,
         needsChoice ? tr("First look for it and choose what it became.")
                     : OutboxDetails::itIsThereWords(entry)},
        {m_again, can.sendAgain, true, OutboxDetails::sendAgainWords(entry)},
        {m_mine, can.keepMine, true, OutboxDetails::keepMineWords()},
        {m_theirs, can.keepTheirs, true, OutboxDetails::keepTheirsWords()},
        {m_drop, can.drop, true, OutboxDetails::dropWords(entry)},
    };
    int place = 0;
    for (const Row &row : rows) {
        m_grid->removeWidget(row.button);
        if (row.applies) {
            m_grid->addWidget(row.button, place / 2, place % 2);
            ++place;
        }
        row.button->setVisible(row.applies);
        row.button->setEnabled(free && row.enabled);
        row.button->setToolTip(plainTooltip(row.words));
        row.button->setAccessibleDescription(row.words);
    }
}

void OutboxScreen::say(const QString &text)
{
    const bool news = !text.isEmpty() && text != m_message->accessibleName();
    m_message->setText(breakable(text));
    m_message->setAccessibleName(text);
    m_message->setVisible(!text.isEmpty());
    if (news) {
        QAccessibleEvent event(m_message, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void OutboxScreen::decide(Decision decision, const QString &objectId)
{
    if (m_entry && !m_deciding.contains(m_entry->id))
        settleDecision(m_entry->id, m_desk.commands.decide(m_entry->id, decision, objectId));
}

void OutboxScreen::recall()
{
    if (!m_entry || m_deciding.contains(m_entry->id))
        return;
    const QFuture<Result<void>> taken = m_desk.commands.recall(m_entry->id);
    settleDecision(m_entry->id, taken);
    await(this, taken, [this](const Result<void> &done) {
        if (done)
            Q_EMIT recalled();
    });
}

void OutboxScreen::settleDecision(CommandId id, const QFuture<Result<void>> &decided)
{
    m_deciding.insert(id);
    m_messages.remove(id);
    say({});
    showButtons();
    const auto done = [this, id](const QString &message) {
        m_deciding.remove(id);
        if (!message.isEmpty())
            m_messages.insert(id, message);
        if (m_entry && m_entry->id == id) {
            say(message);
            showButtons();
        }
        m_model->reload();
    };
    await(this, decided, [done](const Result<void> &result) {
        done(result ? QString() : describe(result.error()));
    });
}

void OutboxScreen::itIsThere()
{
    if (!m_entry)
        return;
    if (!isCreate(m_entry->command)) {
        decide(Decision::ItIsThere);
        return;
    }
    const QString chosen = m_found->chosenId();
    if (!chosen.isEmpty())
        decide(Decision::ItIsThere, chosen);
}

void OutboxScreen::confirmSendAgain()
{
    if (!m_entry)
        return;
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"confirmSendAgain"_s);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Send again"));
    box->setTextFormat(Qt::PlainText);
    box->setText(models::commandText(m_entry->command));
    box->setInformativeText(OutboxDetails::sendAgainWords(*m_entry));
    QPushButton *send = box->addButton(tr("&Send again"), QMessageBox::AcceptRole);
    send->setObjectName(u"confirmSend"_s);
    send->setAccessibleName(tr("Send again"));
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    cancel->setObjectName(u"confirmCancel"_s);
    box->setDefaultButton(cancel);
    connect(send, &QPushButton::clicked, this, [this, id = m_entry->id] {
        // The row may have settled, or another been chosen, while the question stood there.
        if (!m_entry || m_entry->id != id)
            return;
        if (actionsFor(*m_entry).sendAgain)
            decide(Decision::SendAgain);
    });
    box->open();
}

} // namespace naryad::ui
