#include "contractors/ClientCard.h"
#include "ClientsFixture.h"
#include "widgets/MapLinks.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDesktopServices>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

namespace {

/// "name | value" of each line with what stands under it, the deeper the further in.
QStringList linesOf(const QTreeWidgetItem *item, const QString &in = {})
{
    QStringList lines;
    for (int i = 0; i < item->childCount(); ++i) {
        const QTreeWidgetItem *one = item->child(i);
        lines.append(in + (one->text(1).isEmpty() ? one->text(0) : one->text(0) + u" | "_s + one->text(1)));
        lines += linesOf(one, in + u"  "_s);
    }
    return lines;
}

} // namespace

/// Catches what would be opened outside.
class Opened : public QObject
{
    Q_OBJECT
public:
    QVector<QUrl> urls;

public Q_SLOTS:
    void open(const QUrl &url) { urls.append(url); }
};

/// The card of a client: all that is known, nothing that is not.
class ClientCardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void allThatIsKnown();
    void whatIsNotKnownIsNotEmpty();
    void deletedOnesOnDemand();
    void whatWasSaidHereIsTold();
    void whatWasMadeHereCanBeMarked();
    void personsAreAskedForOnce();
    void copies();
    void opensMapsOutside();
    void mapAddresses_data();
    void mapAddresses();
    void theAnswerAsItCame();
    void theMarkedLineStays();

private:
    QStringList lines() const { return linesOf(m_card->tree()->invisibleRootItem()); }
    bool mark(const QString &name)
    {
        const auto found = m_card->tree()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive, 0)
            + m_card->tree()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive, 1);
        if (found.isEmpty())
            return false;
        m_card->tree()->setCurrentItem(found.first(), 0, QItemSelectionModel::ClearAndSelect);
        return true;
    }
    void show(const QString &id)
    {
        m_card->show(id);
        QTRY_VERIFY(m_card->card() && m_card->card()->contractor.id == id);
    }

    std::unique_ptr<ClientsFixture> m_desk;
    std::unique_ptr<ClientCard> m_card;
};

void ClientCardTest::init()
{
    m_desk = std::make_unique<ClientsFixture>();
    QVERIFY(m_desk->open());
    QVERIFY(m_desk->keepClients());
    m_card = std::make_unique<ClientCard>(m_desk->desk());
    m_card->resize(500, 700);
    m_card->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
}

void ClientCardTest::cleanup()
{
    m_desk->reader.reset();
    m_card.reset();
    m_desk.reset();
}

void ClientCardTest::allThatIsKnown()
{
    show(u"10"_s);
    const QStringList wanted{
        u"Name | Ромашка"_s,
        u"External id | 77-А"_s,
        u"Address | Мира 1"_s,
        u"Entrance | 2"_s,
        u"Floor | —"_s,
        u"Room | —"_s,
        u"Address notes | —"_s,
        u"Coordinates | 55.77, 37.60"_s,
        u"Created | 02.01.2026 12:00"_s,
        u"Author | —?"_s,
        u"Employee | —?"_s,
        u"Favourite | —?"_s,
        u"Phones (2)"_s,
        u"  ☎ | +7 (903) 627-77-81"_s,
        u"  ☎ | 12/34/567"_s,
        u"Persons (1)"_s,
        u"  Александр"_s,
        u"    ☎ | 112"_s,
        u"  A person without a phone can't be known."_s,
        u"Subdivisions (1)"_s,
        u"  Филиал"_s,
        u"Equipment (0)"_s,
        u"Tasks known here (0)"_s};
    QCOMPARE(lines(), wanted);
    QCOMPARE(unnamedControls(m_card.get()), QStringList());
    show(u"11"_s);
    QVERIFY(lines().contains(u"Part of | Ромашка"_s));
}

void ClientCardTest::whatIsNotKnownIsNotEmpty()
{
    show(u"12"_s);
    QVERIFY(lines().contains(u"External id | —?"_s));
    QVERIFY(lines().contains(u"Address | —?"_s));
    QVERIFY(lines().contains(u"The details are not loaded yet."_s));
    QCOMPARE(m_desk->commands.lookedAtContractors, QStringList{u"12"_s});
    m_card->reload();
    QTRY_VERIFY(m_card->card());
    QCOMPARE(m_desk->commands.lookedAtContractors.size(), 1);
    m_card->lookAgain();
    QCOMPARE(m_desk->commands.lookedAtContractors.size(), 2);
}

void ClientCardTest::deletedOnesOnDemand()
{
    show(u"10"_s);
    auto *deleted = m_card->findChild<QPushButton *>(u"showDeleted"_s);
    QVERIFY(deleted->isEnabled());
    QVERIFY(!lines().join(u'\n').contains(u"000-00-00"_s));
    deleted->click();
    QVERIFY(lines().contains(u"  ☎ | +7 (495) 000-00-00  · deleted"_s));
    QVERIFY(lines().contains(u"  Ушедший | deleted"_s));
    show(u"11"_s);
    QVERIFY(!deleted->isEnabled());
}

void ClientCardTest::whatWasSaidHereIsTold()
{
    UpdateContractor update{{u"10"_s, {}}, contractorBodyOf(ClientsFixture::romashka()), {}};
    update.base = update.body;
    update.body.name = u"Ромашка-2"_s;
    Error refusal;
    refusal.kind = ErrorKind::Refused;
    refusal.words = u"Имя занято"_s;
    QVERIFY(m_desk->add(update, CommandState::Refused, refusal));
    QVERIFY(m_desk->add(DeletePhone{{u"1"_s, {}}, u"89036277781"_s}, CommandState::Held));
    show(u"10"_s);
    const QString all = lines().join(u'\n');
    QVERIFY(all.contains(u"Said here, on its way (2)"_s));
    QVERIFY2(all.contains(u"Change contractor: Ромашка-2 | refused"_s), qPrintable(all));
    QVERIFY(all.contains(u"Name: “Ромашка” → “Ромашка-2”"_s));
    QVERIFY(all.contains(u"The service: Имя занято"_s));
    QVERIFY(all.contains(u"+7 (903) 627-77-81  · being deleted"_s));
    QVERIFY(lines().contains(u"Name | Ромашка"_s)); // what the service said stands beside it
}

/// With the line down a person is made, and a phone for it.
void ClientCardTest::whatWasMadeHereCanBeMarked()
{
    const CommandId person = m_desk->add(CreatePerson{{u"10"_s, u"Анна"_s, {}}}, CommandState::Waiting);
    QVERIFY(person);
    const auto entries = m_desk->journal->all();
    QVERIFY(entries);
    const QString local = u"local:"_s + entries->first().token;
    QVERIFY(m_desk->add(CreatePhone{{local, PhoneParent::Person, u"33"_s}}, CommandState::Waiting));
    show(u"10"_s);
    QVERIFY2(lines().contains(u"  Анна | not on the service yet"_s), qPrintable(lines().join(u'\n')));
    QVERIFY(lines().contains(u"    ☎ | 33  · not on the service yet"_s));
    QVERIFY(mark(u"Анна"_s));
    QCOMPARE(m_card->current()->id, local);
}

void ClientCardTest::personsAreAskedForOnce()
{
    Contractor client = ClientsFixture::branch();
    Phone phone;
    phone.id = u"20"_s;
    phone.number = u"44"_s;
    phone.personId = u"9"_s;
    client.phones.value = {phone};
    QVERIFY(m_desk->mirror->applyContractors({{client, "{}"}}));
    show(u"11"_s);
    QVERIFY(lines().contains(u"  #9"_s));
    QTRY_COMPARE(m_desk->commands.lookedAtPersons, QStringList{u"11:9"_s});
    Person person;
    person.id = u"9"_s;
    person.name = u"Вера"_s;
    QVERIFY(m_desk->mirror->applyPerson(u"11"_s, person));
    m_card->reload();
    QTRY_VERIFY(lines().contains(u"  Вера"_s));
    // An answer that does not speak of persons leaves the name.
    client.persons = {};
    QVERIFY(m_desk->mirror->applyContractors({{client, "{}"}}));
    m_card->reload();
    QSignalSpy shown(m_card.get(), &ClientCard::shown);
    QTRY_VERIFY(!shown.isEmpty());
    QVERIFY(lines().contains(u"  Вера"_s));
    QCOMPARE(m_desk->commands.lookedAtPersons.size(), 1);
}

void ClientCardTest::copies()
{
    show(u"10"_s);
    QVERIFY(mark(u"+7 (903) 627-77-81"_s));
    m_card->tree()->setFocus();
    QTest::keyClick(m_card->tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"+7 (903) 627-77-81"_s);
    QVERIFY(mark(u"Address"_s));
    QTest::keyClick(m_card->tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Мира 1"_s);
    QTest::keyClick(m_card->tree(), Qt::Key_Up);
    QTest::keyClick(m_card->tree(), Qt::Key_Down);
    QTest::keyClick(m_card->tree(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_card->tree(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"Address: Мира 1\nEntrance: 2"_s);
}

void ClientCardTest::opensMapsOutside()
{
    show(u"10"_s);
    Opened opened;
    for (const QString &scheme : {u"https"_s, u"geo"_s})
        QDesktopServices::setUrlHandler(scheme, &opened, "open");
    const auto *map = m_card->findChild<QPushButton *>(u"clientMap"_s);
    QCOMPARE(map->menu()->actions().size(), 6);
    for (QAction *action : map->menu()->actions()) {
        if (!action->isSeparator())
            action->trigger();
    }
    for (const QString &scheme : {u"https"_s, u"geo"_s})
        QDesktopServices::unsetUrlHandler(scheme);
    QCOMPARE(opened.urls.size(), 4);
    QCOMPARE(
        opened.urls.at(0),
        QUrl(u"https://www.openstreetmap.org/?mlat=55.77&mlon=37.60#map=17/55.77/37.60"_s));
    QCOMPARE(opened.urls.at(3), QUrl(u"geo:55.77,37.60"_s));
    QCOMPARE(QApplication::clipboard()->text(), u"55.77, 37.60"_s);
}

void ClientCardTest::mapAddresses_data()
{
    QTest::addColumn<Address>("address");
    QTest::addColumn<QString>("openStreetMap");
    QTest::addColumn<QString>("geo");
    Address text;
    text.text = u"Мира 1 & {lat} #2"_s;
    QTest::addRow("no coordinates")
        << text
        << u"https://www.openstreetmap.org/search?query=%D0%9C%D0%B8%D1%80%D0%B0%201%20%26%20%7Blat%7D%20%232"_s
        << u"geo:0,0?q=%D0%9C%D0%B8%D1%80%D0%B0%201%20%26%20%7Blat%7D%20%232"_s;
    Address odd = text;
    odd.latitude = u"55?x=javascript:"_s;
    odd.longitude = u"37"_s;
    odd.text.clear();
    QTest::addRow("no number") << odd << QString() << QString();
    QTest::addRow("nothing") << Address() << QString() << QString();
}

void ClientCardTest::mapAddresses()
{
    QFETCH(Address, address);
    QFETCH(QString, openStreetMap);
    QFETCH(QString, geo);
    QCOMPARE(mapUrl(mapLinks().constFirst(), address).toString(QUrl::FullyEncoded), openStreetMap);
    QCOMPARE(mapUrl(mapLinks().constLast(), address).toString(QUrl::FullyEncoded), geo);
}

void ClientCardTest::theAnswerAsItCame()
{
    show(u"10"_s);
    auto *raw = named<QPushButton>(m_card.get(), u"Raw answer"_s);
    raw->click();
    const auto *answer = m_card->findChild<QPlainTextEdit *>(u"clientAnswer"_s);
    QTRY_VERIFY(answer->isVisible() && answer->toPlainText().contains(u"9007199254740993"_s));
    show(u"12"_s);
    QTRY_COMPARE(answer->toPlainText(), u"The details are not loaded yet."_s);
    raw->click();
    QVERIFY(!answer->isVisible());
}

void ClientCardTest::theMarkedLineStays()
{
    show(u"10"_s);
    QVERIFY(mark(u"12/34/567"_s));
    QSignalSpy shown(m_card.get(), &ClientCard::shown);
    m_card->reload();
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(m_card->current()->id, u"2"_s);
    QCOMPARE(m_card->current()->typed, u"12/34/567"_s);
}

QTEST_MAIN(ClientCardTest)
#include "ClientCardTest.moc"
