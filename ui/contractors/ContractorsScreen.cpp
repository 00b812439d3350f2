#include "ContractorsScreen.h"

#include "ClientCard.h"
#include "ContractorWindows.h"
#include "ExternalIdDialog.h"
#include "core/CommandKinds.h"
#include "models/ContractorTreeModel.h"
#include "widgets/ListParts.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>
#include <QTreeWidget>

#include <utility>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostLookedThrough = 2000; ///< rows of the tree for the first that matches

} // namespace

ContractorsScreen::ContractorsScreen(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_model(new models::ContractorTreeModel(m_desk.reader, this))
    , m_gaps(new models::ClientGapsModel(m_desk.reader, this))
    , m_windows(new ContractorWindows(m_desk, this))
{
    setObjectName(u"ContractorsScreen"_s);
    build();
    buildActions();
    connectAll();
    enableActions();
    m_model->setFilter({});
}

ContractorsScreen::~ContractorsScreen()
{
    // Before the windows themselves go, as this one's children.
    delete m_windows;
}

bool ContractorsScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        if (watched == m_card->tree())
            m_inCard = true;
        else if (watched == m_tree || watched == m_gapTable)
            m_inCard = false;
        enableActions();
    }
    // The user chooses by himself.
    const bool pressed = event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress;
    if (pressed && (watched == m_tree || watched == m_tree->viewport()))
        m_toShow.clear();
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if ((watched == m_find && goesFromField(key, m_find, m_tree)) || (watched == m_tree && treeKey(key)))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// What is typed in the tree goes into the field: names beyond the screen are not here to be looked through.
bool ContractorsScreen::treeKey(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (event.key() == Qt::Key_Escape && modifiers == Qt::NoModifier && !m_find->text().isEmpty()) {
        m_find->clear();
        return true;
    }
    const QString text = event.text();
    const bool opens = text == u"+" || text == u"-" || text == u"*"; // the tree's own keys
    if (modifiers != Qt::NoModifier || text.isEmpty() || !text.front().isPrint() || text.front().isSpace()
        || opens)
        return false;
    m_find->setFocus();
    m_find->setText(text);
    return true;
}

std::optional<NamedRef> ContractorsScreen::chosen() const
{
    const auto &card = m_card->card();
    if (!card)
        return std::nullopt;
    return NamedRef{card->contractor.id, card->contractor.path()};
}

void ContractorsScreen::showClient(const QString &id)
{
    if (id == m_card->id())
        return;
    m_card->show(id);
    enableActions();
}

void ContractorsScreen::showCurrent()
{
    if (m_stack->currentIndex() != 0)
        return;
    const QString id = m_model->idOf(m_tree->currentIndex());
    if (!id.isEmpty())
        showClient(id);
    else if (m_model->isReady() && m_toShow.isEmpty())
        showClient({});
}

/// Some client is marked wherever there are any.
void ContractorsScreen::keepCurrent()
{
    if (m_toShow.isEmpty() && !m_tree->currentIndex().isValid())
        m_tree->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
}

/// "12 of 2,318".
void ContractorsScreen::showCount()
{
    const QLocale locale;
    m_count->setText(tr("%1 of %2").arg(locale.toString(m_model->hits()), locale.toString(m_model->total())));
    const bool none = m_model->isReady() && m_model->hits() == 0;
    m_treeMessage->setVisible(none);
    m_treeMessage->setText(
        m_find->text().trimmed().isEmpty() ? tr("No contractors are known yet.")
                                           : tr("Nothing matches “%1”.").arg(m_find->text().trimmed()));
}

/// What was typed is shown at once, unfolded down to its first match.
void ContractorsScreen::takeFirstHit()
{
    if (!std::exchange(m_firstHit, false) || m_find->text().trimmed().isEmpty())
        return;
    QModelIndex at = m_model->index(0, 0);
    for (int seen = 0; at.isValid() && seen < MostLookedThrough; ++seen) {
        if (at.data(models::ContractorTreeModel::HitRole).toBool())
            break;
        QModelIndex next = m_model->index(0, 0, at);
        for (QModelIndex up = at; !next.isValid() && up.isValid(); up = up.parent())
            next = up.siblingAtRow(up.row() + 1);
        at = next;
    }
    if (!at.isValid())
        at = m_model->index(0, 0);
    m_tree->setCurrentIndex(at);
    m_tree->scrollTo(at);
}

void ContractorsScreen::reveal(const QString &id)
{
    if (id.isEmpty())
        return;
    if (id != m_card->id())
        Q_EMIT leaving();
    m_views->setCurrentRow(0);
    m_toShow = id;
    // What hides it goes.
    if (!m_find->text().isEmpty() && !m_model->indexOf(id).isValid())
        m_find->clear();
    showClient(id);
    m_model->reveal(id);
}

void ContractorsScreen::apply(const MirrorChange &change)
{
    m_model->applyChange(change);
    if (!m_toShow.isEmpty())
        m_model->reveal(m_toShow);
    if (change.listsChanged || change.journalChanged || !change.tasks.isEmpty())
        m_card->reload();
}

void ContractorsScreen::lookAgain()
{
    m_card->lookAgain();
    if (m_stack->currentIndex() != 0)
        m_gaps->reload();
}

void ContractorsScreen::focusFilter()
{
    m_views->setCurrentRow(0);
    m_find->setFocus();
    m_find->selectAll();
}

QVector<QWidget *> ContractorsScreen::panes() const
{
    return {m_views->parentWidget(), m_stack, m_card};
}

QJsonObject ContractorsScreen::place() const
{
    return {{u"view"_s, m_views->currentRow()}, {u"find"_s, m_find->text()}, {u"client"_s, m_card->id()}};
}

void ContractorsScreen::goTo(const QJsonObject &place)
{
    m_views->setCurrentRow(qBound(0, place.value(u"view").toInt(), m_views->count() - 1));
    m_find->setText(place.value(u"find").toString());
    m_firstHit = false;
    m_toShow = place.value(u"client").toString();
    if (m_toShow.isEmpty())
        return;
    showClient(m_toShow);
    m_model->reveal(m_toShow);
}

/// The phone or person that is marked in the card, where the keyboard was there last.
std::optional<CardRow> ContractorsScreen::target() const
{
    const auto row = m_inCard ? m_card->current() : std::nullopt;
    const bool own = row && (row->kind == CardRow::Kind::Phone || row->kind == CardRow::Kind::Person);
    return own ? row : std::nullopt;
}

void ContractorsScreen::enableActions()
{
    const bool has = chosen().has_value();
    const auto row = target();
    for (QAction *one : {m_addSubdivision, m_addPerson, m_addPhone, m_newTask})
        one->setEnabled(has);
    const bool said = row && row->id.isEmpty();
    m_edit->setEnabled(has && !said && !(row && row->deleted));
    const QString what = !row               ? tr("Edits the contractor")
        : row->kind == CardRow::Kind::Phone ? tr("Edits the marked phone")
                                            : tr("Edits the marked person");
    m_edit->setToolTip(
        said ? tr("It is part of what is on its way: it can be changed once that is on the service.")
             : u"%1 (%2)"_s.arg(what, m_edit->shortcut().toString(QKeySequence::NativeText)));
    m_edit->setStatusTip(m_edit->toolTip());
    const bool can = row && !said && !row->deleted;
    m_delete->setEnabled(can);
    m_delete->setToolTip(
        can        ? tr("Deletes the marked person or phone; Ctrl+Z takes it back while it is held")
            : said ? tr("It is part of what is on its way: it can be deleted once that is on the service.")
            : row  ? tr("It is deleted already.")
                   : tr("The service has no command that deletes a contractor or a subdivision. A person or "
                         "a phone is deleted from its line in the card."));
    m_delete->setStatusTip(m_delete->toolTip());
    const bool ofPerson = row && row->kind == CardRow::Kind::Person && !said;
    m_addPhone->setToolTip(
        ofPerson ? tr("Adds a phone to the marked person") : tr("Adds a phone to the contractor"));
}

void ContractorsScreen::editTarget()
{
    const auto client = chosen();
    if (!client || !m_edit->isEnabled())
        return;
    const auto row = target();
    if (!row) {
        m_windows->edit(m_card->card()->contractor);
        return;
    }
    if (row->kind == CardRow::Kind::Person) {
        Person person;
        person.id = row->id;
        person.name = row->typed;
        m_windows->editPerson(*client, person);
        return;
    }
    const bool own = row->owner == client->id;
    m_windows->editPhone(
        {row->owner, client->name}, own ? PhoneParent::Contractor : PhoneParent::Person,
        {row->id, row->typed, {}});
}

void ContractorsScreen::deleteTarget()
{
    const auto row = target();
    if (!row || !m_delete->isEnabled())
        return;
    if (row->kind == CardRow::Kind::Phone) {
        m_windows->deletePhone({row->id, row->typed, {}});
        return;
    }
    Person person;
    person.id = row->id;
    person.name = row->typed;
    m_windows->deletePerson(person);
}

void ContractorsScreen::addSubdivision()
{
    if (const auto client = chosen())
        m_windows->addSubdivision(*client);
}

void ContractorsScreen::addPerson()
{
    if (const auto client = chosen())
        m_windows->addPerson(*client);
}

void ContractorsScreen::addPhone()
{
    const auto client = chosen();
    if (!client)
        return;
    const auto row = target();
    if (row && row->kind == CardRow::Kind::Person && !row->id.isEmpty())
        m_windows->addPhone({row->id, client->name + u", "_s + row->name}, PhoneParent::Person);
    else
        m_windows->addPhone(*client, PhoneParent::Contractor);
}

void ContractorsScreen::newContractor(const QString &phone, const QString &name)
{
    m_windows->newContractor(phone, name);
}

void ContractorsScreen::newTask()
{
    if (const auto client = chosen())
        Q_EMIT newTaskAsked(*client);
}

void ContractorsScreen::findExternal()
{
    auto *dialog = new ExternalIdDialog(m_desk, this);
    connect(dialog, &ExternalIdDialog::found, this, &ContractorsScreen::reveal);
    dialog->open();
}

/// Enter in the card: what the line is, is opened.
void ContractorsScreen::activateCard()
{
    const auto row = m_card->current();
    if (!row)
        return;
    switch (row->kind) {
    case CardRow::Kind::Phone:
    case CardRow::Kind::Person:
    case CardRow::Kind::Field:
        editTarget();
        return;
    case CardRow::Kind::Subdivision:
        reveal(row->id);
        return;
    case CardRow::Kind::Task:
        Q_EMIT taskAsked(row->row);
        return;
    case CardRow::Kind::Said:
        for (const JournalEntry &entry : m_card->card()->said) {
            if (entry.id == row->row && entry.state == CommandState::Refused && entry.conflicts.isEmpty())
                m_windows->fix(entry);
        }
        return;
    case CardRow::Kind::Group:
    case CardRow::Kind::Equipment:
    case CardRow::Kind::Words:
        return;
    }
}

void ContractorsScreen::copyTree()
{
    const QString name = m_tree->currentIndex().siblingAtColumn(0).data().toString();
    if (!name.isEmpty())
        QApplication::clipboard()->setText(name);
}

} // namespace naryad::ui
