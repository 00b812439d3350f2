#include "contractors/ContractorsScreen.h"
#include "ClientsFixture.h"
#include "contractors/ClientCard.h"
#include "contractors/ContractorEditor.h"
#include "contractors/ContractorWindows.h"
#include "contractors/ExternalIdDialog.h"
#include "contractors/PeopleForms.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeView>
#include <QTreeWidget>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

/// The Contractors screen by keyboard and mouse.
class ContractorsScreenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyControlHasAName();
    void theTreeAndItsCard();
    void keysOfAFileManager();
    void theFieldNarrows();
    void typingInTheTreeGoesIntoTheField();
    void clientsCantBeDeleted();
    void aPhoneIsDeletedFromItsLine();
    void editOpensWhatIsMarked();
    void phonesAreAddedToWhatIsMarked();
    void enterOnATaskAsksForIt();
    void theWayBack();
    void doublesAndGaps();
    void findsByExternalId();
    void aClientMadeHereIsShown();
    void tasksBeginWithTheClient();

private:
    template <class Form> Form *opened()
    {
        return QTest::qWaitFor([] { return openWindow<Form>() != nullptr; }) ? openWindow<Form>() : nullptr;
    }
    QTreeView *tree() const { return m_screen->findChild<QTreeView *>(u"contractors"_s); }
    QTreeWidget *card() const { return m_screen->card().tree(); }
    QAction *action(const QString &name) const { return m_screen->findChild<QAction *>(name); }
    QAbstractButton *button(const QString &name) const
    {
        return named<QAbstractButton>(m_screen.get(), name);
    }
    QLineEdit *find() const { return named<QLineEdit>(m_screen.get(), u"Find contractor"_s); }
    QString current() const { return tree()->currentIndex().siblingAtColumn(0).data().toString(); }
    bool shows(const QString &id) const
    {
        return QTest::qWaitFor([this, &id] {
            const auto &shown = m_screen->card().card();
            return shown && shown->contractor.id == id;
        });
    }
    bool markInCard(const QString &text) const
    {
        const auto found = card()->findItems(text, Qt::MatchExactly | Qt::MatchRecursive, 0)
            + card()->findItems(text, Qt::MatchExactly | Qt::MatchRecursive, 1);
        if (found.isEmpty())
            return false;
        card()->setCurrentItem(found.first());
        return focus(card());
    }
    /// After a dialog is gone the window is active again only in a while.
    bool focus(QWidget *list) const
    {
        m_screen->activateWindow();
        list->setFocus();
        return QTest::qWaitForWindowActive(m_screen.get())
            && QTest::qWaitFor([list] { return list->hasFocus(); });
    }

    std::unique_ptr<ClientsFixture> m_desk;
    std::unique_ptr<ContractorsScreen> m_screen;
};

void ContractorsScreenTest::init()
{
    m_desk = std::make_unique<ClientsFixture>();
    QVERIFY(m_desk->open());
    QVERIFY(m_desk->keepClients());
    m_screen = std::make_unique<ContractorsScreen>(m_desk->desk());
    m_screen->resize(1000, 600);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    QTRY_COMPARE(tree()->model()->rowCount(), 2);
    QTRY_VERIFY(m_screen->card().card());
    tree()->setFocus();
}

void ContractorsScreenTest::cleanup()
{
    m_desk->reader.reset();
    m_screen.reset();
    m_desk.reset();
}

void ContractorsScreenTest::everyControlHasAName()
{
    int seen = 0;
    QCOMPARE(unnamedControls(m_screen.get(), &seen), QStringList());
    QVERIFY(seen >= 12);
    for (const QString &name :
         {u"New contractor"_s, u"Add subdivision"_s, u"Add person"_s, u"Add phone"_s, u"Edit"_s, u"Delete"_s})
        QVERIFY2(button(name), qPrintable(name));
    QVERIFY(named<QTreeView>(m_screen.get(), u"Contractors"_s));
    QVERIFY(find());
    m_screen->findChild<QListWidget *>(u"contractorViews"_s)->setCurrentRow(1);
    QCOMPARE(unnamedControls(m_screen.get()), QStringList());
}

void ContractorsScreenTest::theTreeAndItsCard()
{
    // By name, and the first is shown at once.
    QTRY_COMPARE(current(), u"Лютик"_s);
    QVERIFY(shows(u"12"_s));
    QTest::keyClick(tree(), Qt::Key_Down);
    QVERIFY(shows(u"10"_s));
    QCOMPARE(m_screen->findChild<QLabel *>(u"contractorCount"_s)->text(), u"3 of 3"_s);
}

void ContractorsScreenTest::keysOfAFileManager()
{
    QTest::keyClick(tree(), Qt::Key_End);
    QVERIFY(shows(u"10"_s));
    QTest::keyClick(tree(), Qt::Key_Right);
    QTest::keyClick(tree(), Qt::Key_Right);
    QVERIFY(shows(u"11"_s));
    QTest::keyClick(tree(), Qt::Key_Return);
    QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    QVERIFY(form->windowTitle().contains(u"Филиал"_s));
    form->reject();
    QTRY_VERIFY(!form);
    QVERIFY(focus(tree()));
    QTest::keyClick(tree(), Qt::Key_F2);
    form = opened<ContractorEditor>();
    QVERIFY(form);
    form->reject();
    QTRY_VERIFY(!form);
    QVERIFY(focus(tree()));
    QTest::keyClick(tree(), Qt::Key_Insert);
    form = opened<ContractorEditor>();
    QVERIFY(form);
    QCOMPARE(form->windowTitle(), u"New subdivision"_s);
    form->reject();
    QTRY_VERIFY(!form);
    QVERIFY(focus(tree()));
    QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Филиал"_s);
}

void ContractorsScreenTest::theFieldNarrows()
{
    m_screen->focusFilter();
    QVERIFY(find()->hasFocus());
    QTest::keyClick(find(), Qt::Key_Down); // back into the tree
    QVERIFY(tree()->hasFocus());
    m_screen->focusFilter();
    find()->setText(u"филиал"_s);
    // The first that matches, unfolded down to it.
    QVERIFY(shows(u"11"_s));
    QCOMPARE(current(), u"Филиал"_s);
    QTRY_COMPARE(m_screen->findChild<QLabel *>(u"contractorCount"_s)->text(), u"1 of 3"_s);
    find()->setText(u"нет такого"_s);
    QTRY_COMPARE(
        m_screen->findChild<QLabel *>(u"contractorsMessage"_s)->text(), u"Nothing matches “нет такого”."_s);
    QTest::keyClick(find(), Qt::Key_Escape);
    QCOMPARE(find()->text(), QString());
    QTRY_COMPARE(tree()->model()->rowCount(), 2);
}

void ContractorsScreenTest::typingInTheTreeGoesIntoTheField()
{
    QTest::keyClick(tree(), Qt::Key_Escape);
    QTest::sendKeyEvent(QTest::Click, tree(), Qt::Key_unknown, u"р"_s, Qt::NoModifier);
    QCOMPARE(find()->text(), u"р"_s);
    QVERIFY(find()->hasFocus());
    QVERIFY(shows(u"10"_s));
}

void ContractorsScreenTest::clientsCantBeDeleted()
{
    QVERIFY(!button(u"Delete"_s)->isEnabled());
    QVERIFY(button(u"Delete"_s)->toolTip().contains(u"no command that deletes a contractor"_s));
    QCOMPARE(button(u"Delete"_s)->statusTip(), button(u"Delete"_s)->toolTip());
    QTest::keyClick(tree(), Qt::Key_Delete);
    QVERIFY(m_desk->commands.submitted.isEmpty());
}

void ContractorsScreenTest::aPhoneIsDeletedFromItsLine()
{
    m_screen->reveal(u"10"_s);
    QVERIFY(shows(u"10"_s));
    QVERIFY(markInCard(u"12/34/567"_s));
    QVERIFY(button(u"Delete"_s)->isEnabled());
    QSignalSpy told(m_screen.get(), &ContractorsScreen::told);
    QTest::keyClick(card(), Qt::Key_Delete);
    QCOMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(
        std::get<DeletePhone>(m_desk->commands.submitted.first()),
        (DeletePhone{{u"2"_s, {}}, u"12/34/567"_s}));
    m_desk->commands.submits.answer(5);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(markInCard(u"Александр"_s));
    button(u"Delete"_s)->click();
    QCOMPARE(
        std::get<DeletePerson>(m_desk->commands.submitted.last()),
        (DeletePerson{{u"5"_s, {}}, u"Александр"_s}));
    // In the tree it is the client again.
    tree()->setFocus();
    QVERIFY(!button(u"Delete"_s)->isEnabled());
}

void ContractorsScreenTest::editOpensWhatIsMarked()
{
    m_screen->reveal(u"10"_s);
    QVERIFY(shows(u"10"_s));
    QVERIFY(markInCard(u"+7 (903) 627-77-81"_s));
    button(u"Edit"_s)->click();
    QPointer<PhoneForm> phone = opened<PhoneForm>();
    QVERIFY(phone);
    // As the service has it, not as it is shown.
    QCOMPARE(named<QLineEdit>(phone, u"Phone number"_s)->text(), u"89036277781"_s);
    phone->reject();
    QTRY_VERIFY(!phone);
    QVERIFY(markInCard(u"Александр"_s));
    QTest::keyClick(card(), Qt::Key_Return);
    const QPointer<PersonForm> person = opened<PersonForm>();
    QVERIFY(person);
    QCOMPARE(named<QLineEdit>(person, u"Person name"_s)->text(), u"Александр"_s);
    person->reject();
    QTRY_VERIFY(!person);
    QVERIFY(markInCard(u"Address"_s));
    QTest::keyClick(card(), Qt::Key_Return);
    QVERIFY(opened<ContractorEditor>());
}

void ContractorsScreenTest::phonesAreAddedToWhatIsMarked()
{
    m_screen->reveal(u"10"_s);
    QVERIFY(shows(u"10"_s));
    const auto addAndSay = [this] {
        button(u"Add phone"_s)->click();
        const QPointer<PhoneForm> phone = opened<PhoneForm>();
        QVERIFY(phone);
        named<QLineEdit>(phone, u"Phone number"_s)->setText(u"77"_s);
        named<QAbstractButton>(phone, u"Save"_s)->click();
        m_desk->commands.submits.answer(1);
        QTRY_VERIFY(!phone);
    };
    addAndSay();
    QCOMPARE(
        std::get<CreatePhone>(m_desk->commands.submitted.last()),
        (CreatePhone{{u"10"_s, PhoneParent::Contractor, u"77"_s}}));
    QVERIFY(markInCard(u"Александр"_s));
    addAndSay();
    QCOMPARE(
        std::get<CreatePhone>(m_desk->commands.submitted.last()),
        (CreatePhone{{u"5"_s, PhoneParent::Person, u"77"_s}}));
}

void ContractorsScreenTest::enterOnATaskAsksForIt()
{
    Task task;
    task.id = u"500"_s;
    task.number = u"1042"_s;
    task.contractor = Known<NamedRef>::fromService({u"10"_s, u"Ромашка"_s});
    QVERIFY(m_desk->mirror->noteFeed({{u"500"_s, 1}}, 1));
    QVERIFY(m_desk->mirror->applyTasks({{task, "{}"}}, {1}));
    m_screen->reveal(u"10"_s);
    QVERIFY(shows(u"10"_s));
    MirrorChange change;
    change.listsChanged = true;
    m_screen->apply(change);
    QTRY_VERIFY(m_screen->card().card() && m_screen->card().card()->tasks.size() == 1);
    QSignalSpy asked(m_screen.get(), &ContractorsScreen::taskAsked);
    QVERIFY(markInCard(u"1042"_s));
    QTest::keyClick(card(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.first().first().value<RowId>() > 0);
}

void ContractorsScreenTest::theWayBack()
{
    m_screen->reveal(u"10"_s);
    QVERIFY(shows(u"10"_s));
    const QJsonObject place = m_screen->place();
    QSignalSpy leaving(m_screen.get(), &ContractorsScreen::leaving);
    QVERIFY(markInCard(u"Филиал"_s));
    QTest::keyClick(card(), Qt::Key_Return);
    QVERIFY(shows(u"11"_s));
    QTRY_COMPARE(current(), u"Филиал"_s);
    QCOMPARE(leaving.size(), 1);
    m_screen->goTo(place);
    QVERIFY(shows(u"10"_s));
    QTRY_COMPARE(current(), u"Ромашка"_s);
    QCOMPARE(m_screen->place(), place);
}

void ContractorsScreenTest::doublesAndGaps()
{
    Contractor twin = ClientsFixture::branch();
    twin.id = u"13"_s;
    twin.name = u"Ромашка "_s;
    twin.parent = {};
    Phone phone;
    phone.id = u"30"_s;
    phone.number = u"+7 903 627-77-81"_s;
    twin.phones.value = {phone};
    QVERIFY(m_desk->mirror->applyContractors({{twin, "{}"}}));
    auto *views = named<QListWidget>(m_screen.get(), u"Contractor views"_s);
    QCOMPARE(views->count(), 5);
    views->setCurrentRow(1);
    auto *gaps = named<QTableView>(m_screen.get(), u"Doubles and gaps"_s);
    QVERIFY(gaps);
    QTRY_COMPARE(gaps->model()->rowCount(), 1);
    QTRY_COMPARE(views->item(1)->text(), u"Same phone (1)"_s);
    QTRY_VERIFY(views->item(3)->text().contains(u"(1)"_s)); // Филиал has no phone
    const QStringList ids = gaps->model()->index(0, 1).data(models::ClientGapsModel::IdsRole).toStringList();
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()), (QSet<QString>{u"10"_s, u"13"_s}));
    QVERIFY(shows(ids.first()));
    gaps->setFocus();
    QTest::keyClick(gaps, Qt::Key_Return);
    QTRY_VERIFY(m_screen->findChild<QMenu *>(u"gapClients"_s));
    auto *menu = m_screen->findChild<QMenu *>(u"gapClients"_s);
    QCOMPARE(menu->actions().size(), 2);
    QVERIFY(menu->actions().first()->text().contains(u"Ромашка"_s));
    menu->actions().last()->trigger();
    menu->close();
    QVERIFY(shows(ids.last()));
    QCOMPARE(views->currentRow(), 0);

    views->setCurrentRow(3);
    QTRY_COMPARE(gaps->model()->rowCount(), 1);
    QVERIFY(shows(u"11"_s));
    QVERIFY(m_screen->findChild<QLabel *>(u"gapNote"_s)->text().contains(u"Add phone"_s));
    // The way to mend it is at hand.
    gaps->setFocus();
    button(u"Add phone"_s)->click();
    const QPointer<PhoneForm> form = opened<PhoneForm>();
    QVERIFY(form);
    form->reject();
    QTRY_VERIFY(!form);
    QTest::keyClick(gaps, Qt::Key_Return);
    QTRY_COMPARE(current(), u"Филиал"_s);
}

void ContractorsScreenTest::findsByExternalId()
{
    button(u"Find by external id"_s)->click();
    const QPointer<ExternalIdDialog> dialog = opened<ExternalIdDialog>();
    QVERIFY(dialog);
    QCOMPARE(unnamedControls(dialog), QStringList());
    named<QLineEdit>(dialog, u"External id"_s)->setText(u"В-9"_s);
    named<QAbstractButton>(dialog, u"Find"_s)->click();
    QCOMPARE(m_desk->commands.externalIds, QStringList{u"В-9"_s});
    m_desk->commands.contractors.answer(fail(ErrorKind::NotFound));
    const auto *message = dialog->findChild<QLabel *>(u"externalIdMessage"_s);
    QTRY_VERIFY(message->text().contains(u"Nobody has"_s));
    named<QLineEdit>(dialog, u"External id"_s)->setText(u"77-А"_s);
    named<QAbstractButton>(dialog, u"Find"_s)->click();
    m_desk->commands.contractors.answer(fail(ErrorKind::Offline)); // but it is known here
    QTRY_VERIFY(!dialog);
    QVERIFY(shows(u"10"_s));
}

void ContractorsScreenTest::aClientMadeHereIsShown()
{
    m_screen->newContractor(u"+7 903 111-22-33"_s);
    const QPointer<ContractorEditor> form = opened<ContractorEditor>();
    QVERIFY(form);
    QCOMPARE(named<QLineEdit>(form, u"Phone number"_s)->text(), u"+7 903 111-22-33"_s);
    named<QLineEdit>(form, u"Name"_s)->setText(u"Новый"_s);
    named<QAbstractButton>(form, u"Save"_s)->click();
    const CommandId id = m_desk->add(m_desk->commands.submitted.first(), CommandState::Waiting);
    MirrorChange change;
    change.journalChanged = true;
    m_screen->apply(change);
    m_desk->commands.submits.answer(id);
    QTRY_VERIFY(!form);
    QTRY_COMPARE(current(), u"Новый"_s);
    QTRY_VERIFY(m_screen->card().card() && m_screen->card().card()->contractor.name == u"Новый"_s);
    // It can be spoken of before the service has it.
    QVERIFY(focus(tree()));
    QTest::keyClick(tree(), Qt::Key_Insert);
    QVERIFY(opened<ContractorEditor>());
}

void ContractorsScreenTest::tasksBeginWithTheClient()
{
    m_screen->reveal(u"11"_s);
    QVERIFY(shows(u"11"_s));
    QSignalSpy asked(m_screen.get(), &ContractorsScreen::newTaskAsked);
    button(u"New task for it"_s)->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<NamedRef>().id, u"11"_s);
}

QTEST_MAIN(ContractorsScreenTest)
#include "ContractorsScreenTest.moc"
