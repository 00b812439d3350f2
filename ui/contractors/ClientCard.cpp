#include "ClientCard.h"

#include "core/Await.h"
#include "core/CommandKinds.h"
#include "core/Text.h"
#include "models/ContractorDetails.h"
#include "models/Words.h"
#include "widgets/FlowLayout.h"
#include "widgets/LongText.h"
#include "widgets/MapLinks.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReasonLabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowRole = Qt::UserRole + 1; ///< place in m_rows

/// As it is found again in a card that is written anew.
constexpr int KeyRole = Qt::UserRole + 2;

} // namespace

ClientCard::ClientCard(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_title(plainLabel({}, this))
    , m_message(new ReasonLabel(u"clientCardMessage"_s, this))
    , m_tree(new QTreeWidget(this))
    , m_answer(new QPlainTextEdit(this))
{
    setObjectName(u"clientCardPanel"_s);
    build();
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ClientCard::currentChanged);
    connect(m_tree, &QTreeWidget::itemActivated, this, &ClientCard::activated);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ClientCard::openMenu);
    connect(m_deleted, &QPushButton::toggled, this, &ClientCard::write);
    connect(m_raw, &QPushButton::toggled, this, &ClientCard::showAnswer);
}

void ClientCard::build()
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setObjectName(u"clientTitle"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tree->setObjectName(u"clientCard"_s);
    m_tree->setAccessibleName(tr("Contractor card"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *copyAction = new QAction(tr("&Copy"), this);
    copyAction->setObjectName(u"copyFromCard"_s);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &ClientCard::copy);
    m_tree->addAction(copyAction);
    m_answer->setObjectName(u"clientAnswer"_s);
    m_answer->setAccessibleName(tr("Raw answer"));
    m_answer->setReadOnly(true);
    m_answer->setTabChangesFocus(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_answer->hide();
    auto *bar = new QWidget(this);
    m_buttons = new FlowLayout(bar);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    const auto button = [this, bar](const QString &objectName, const QString &text) {
        auto *made = new QPushButton(text, bar);
        made->setObjectName(objectName);
        made->setAccessibleName(text);
        m_buttons->addWidget(made);
        return made;
    };
    m_deleted = button(u"showDeleted"_s, tr("Show deleted"));
    m_deleted->setCheckable(true);
    m_deleted->setToolTip(
        tr("Shows the persons and phones that were deleted; the service still tells of them"));
    m_map = button(u"clientMap"_s, tr("Map"));
    m_map->setMenu(new QMenu(m_map));
    m_map->setToolTip(tr("Opens the address or the coordinates on a map outside of this program"));
    m_raw = button(u"clientRaw"_s, tr("Raw answer"));
    m_raw->setCheckable(true);
    m_raw->setToolTip(tr("Shows what the service said of this contractor, as it came"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_message);
    column->addWidget(m_tree, 2);
    column->addWidget(m_answer, 1);
    column->addWidget(bar);
    setFocusProxy(m_tree);
    write();
}

void ClientCard::addActionButton(QAction *action)
{
    auto *button = new QPushButton(QString(action->text()).remove(u'&'), m_map->parentWidget());
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setAccessibleName(button->text());
    m_buttons->addWidget(button);
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setStatusTip(action->statusTip());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

void ClientCard::show(const QString &id)
{
    if (m_id == id)
        return;
    m_id = id;
    ++m_asked;
    m_card.reset();
    m_lookedAt.clear();
    m_personsAsked.clear();
    write();
    if (m_raw->isChecked())
        showAnswer();
    reload();
}

void ClientCard::reload()
{
    if (m_id.isEmpty()) {
        Q_EMIT shown();
        return;
    }
    const quint64 asked = ++m_asked;
    const models::ContractorDetails details(m_desk.reader);
    await(this, details.card(m_id), [this, asked](const Result<ContractorCard> &card) {
        if (asked != m_asked)
            return;
        m_card.reset();
        if (card)
            m_card = *card;
        write();
        if (!card)
            m_message->setProblem(describe(card.error()));
        // Once for each choice: what comes of it leads here again.
        if (card && !card->contractor.detailsLoaded && m_lookedAt != m_id)
            lookAgain();
        lookAtPersons();
        if (m_raw->isChecked())
            showAnswer();
        Q_EMIT shown();
    });
}

/// The card tells only the ids behind the phones: each of them is asked for once.
void ClientCard::lookAtPersons()
{
    if (!m_card || !localToken(m_id).isEmpty())
        return;
    QStringList unnamed;
    for (const Person &person : m_card->persons) {
        if (person.name.isEmpty() && localToken(person.id).isEmpty() && !m_personsAsked.contains(person.id))
            unnamed.append(person.id);
    }
    if (unnamed.isEmpty())
        return;
    m_personsAsked += unnamed;
    m_desk.commands.lookAtPersons(m_id, unnamed);
}

void ClientCard::lookAgain()
{
    if (m_id.isEmpty() || !localToken(m_id).isEmpty())
        return;
    m_lookedAt = m_id;
    m_desk.commands.lookAtContractor(m_id);
}

const CardRow *ClientCard::rowOf(const QTreeWidgetItem *item) const
{
    const int place = item ? item->data(0, RowRole).toInt() : -1;
    return place >= 0 && place < m_rows.size() ? &m_rows.at(place) : nullptr;
}

std::optional<CardRow> ClientCard::current() const
{
    const CardRow *row = rowOf(m_tree->currentItem());
    return row ? std::optional(*row) : std::nullopt;
}

QTreeWidgetItem *ClientCard::add(QTreeWidgetItem *under, const CardRow &row)
{
    auto *item = new QTreeWidgetItem(QStringList{row.name, row.value});
    item->setData(0, RowRole, int(m_rows.size()));
    item->setData(0, KeyRole, row.key());
    m_rows.append(row);
    m_rows.last().under.clear();
    QFont font = m_tree->font();
    font.setBold(row.kind == CardRow::Kind::Group);
    font.setItalic(row.kind == CardRow::Kind::Words || !row.known);
    font.setStrikeOut(row.deleted);
    for (int column = 0; column < 2; ++column)
        item->setFont(column, font);
    const QString tip = row.known ? (row.value.isEmpty() ? row.name : row.value) : models::notKnownReason();
    item->setToolTip(0, plainTooltip(row.name));
    item->setToolTip(1, plainTooltip(tip));
    if (under)
        under->addChild(item);
    else
        m_tree->addTopLevelItem(item);
    for (const CardRow &one : row.under)
        add(item, one);
    const bool wide = row.kind == CardRow::Kind::Group || row.kind == CardRow::Kind::Words;
    if (wide)
        item->setFirstColumnSpanned(true);
    return item;
}

/// The marked line and those folded stay so.
void ClientCard::write()
{
    m_message->clearMessage();
    const QTreeWidgetItem *marked = m_tree->currentItem();
    const QString key = marked ? marked->data(0, KeyRole).toString() : u"0:name"_s;
    QStringList folded;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_tree->topLevelItem(i);
        if (item->childCount() > 0 && !item->isExpanded())
            folded.append(item->data(0, KeyRole).toString());
    }
    const int top = m_tree->verticalScrollBar()->value();
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    m_rows.clear();
    const int deleted = m_card ? deletedOf(*m_card) : 0;
    m_deleted->setEnabled(deleted > 0);
    m_deleted->setText(deleted > 0 ? tr("Show deleted (%1)").arg(deleted) : tr("Show deleted"));
    m_map->setEnabled(m_card && m_card->contractor.address.isKnown());
    m_raw->setEnabled(!m_id.isEmpty() && localToken(m_id).isEmpty());
    m_title->setText(
        m_card               ? m_card->contractor.path()
            : m_id.isEmpty() ? tr("Choose a contractor to see all that is known of it.")
                             : tr("Loading…"));
    if (!m_card) {
        Q_EMIT currentChanged();
        return;
    }
    fillMap();
    const QVector<CardRow> rows = cardRows(*m_card, m_deleted->isChecked(), m_desk.zone, m_desk.clock.now());
    for (const CardRow &row : rows)
        add(nullptr, row);
    m_tree->expandAll();
    for (QTreeWidgetItemIterator at(m_tree); *at; ++at) {
        const QString here = (*at)->data(0, KeyRole).toString();
        if (folded.contains(here) && !(*at)->parent())
            (*at)->setExpanded(false);
        if (here == key)
            m_tree->setCurrentItem(*at);
    }
    if (!m_tree->currentItem())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->verticalScrollBar()->setValue(top);
    Q_EMIT currentChanged();
}

void ClientCard::fillMap()
{
    fillMapMenu(*m_map->menu(), m_card->contractor.address.value);
}

void ClientCard::showAnswer()
{
    m_answer->setVisible(m_raw->isChecked());
    m_answer->clear();
    if (!m_raw->isChecked() || m_id.isEmpty())
        return;
    await(this, m_desk.details.contractorAnswer(m_id), [this, id = m_id](const Result<QByteArray> &answer) {
        if (id != m_id)
            return;
        if (!answer)
            m_answer->setPlainText(describe(answer.error()));
        else if (answer->isEmpty())
            m_answer->setPlainText(tr("The details are not loaded yet."));
        else
            m_answer->setPlainText(broken(capped(laidOut(QString::fromUtf8(*answer)))));
    });
}

/// One line: what it is, alone; several: each with its name.
void ClientCard::copy() const
{
    QStringList lines;
    const QList<QTreeWidgetItem *> chosen = m_tree->selectedItems();
    for (QTreeWidgetItemIterator at(m_tree); *at; ++at) {
        const CardRow *row = rowOf(*at);
        if (!row || !chosen.contains(*at))
            continue;
        const QString value = row->copied.isEmpty() ? row->value : row->copied;
        if (chosen.size() == 1)
            lines.append(value.isEmpty() ? row->name : value);
        else
            lines.append(value.isEmpty() || value == row->name ? row->name : row->name + u": "_s + value);
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void ClientCard::openMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"clientCardMenu"_s);
    menu->setToolTipsVisible(true);
    menu->addActions(m_actions.toList());
    menu->addSeparator();
    menu->addActions(m_tree->actions());
    if (m_card && m_card->contractor.address.isKnown()) {
        QMenu *map = menu->addMenu(tr("&Map"));
        fillMapMenu(*map, m_card->contractor.address.value);
    }
    menu->popup(m_tree->viewport()->mapToGlobal(place));
}

} // namespace naryad::ui
