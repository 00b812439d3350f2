#include "Reconciler.h"
#include "CourierRig.h"
#include "Futures.h"
#include "core/CommandKinds.h"

using namespace naryad;
using namespace naryad::test;
using namespace std::chrono_literals;

/// What becomes of each of the 28 writes when its answer is lost: the law and the table of reliability 7 and
/// 8, on real sockets, against the server's whole state.
class ReconcilerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void withoutFault_data() { cells(); }
    void withoutFault();
    void appliedButNotAnswered_data() { cells(); }
    void appliedButNotAnswered();
    void neverArrived_data() { cells(); }
    void neverArrived();
    void threeTriesAndThenTheUser();
    void whatWaitsForTheUserMayBeMetLater();
    void aLookThatFailsIsNone();
    void twoAlikeAreForTheUser();
    void oursWithoutAnExternalIdIsFoundByItsToken();
    void aTakenExternalIdIsNotSent();
    void aPersonWithAPhoneIsFoundByIt();
    void aPhoneOfAPersonIsFound();
    void aDifferenceIsTold();
    void whatWasThereBeforeIsNotTaken();
    void anotherOfOursIsNotTaken();
    void alikeOnesGoOneAfterAnother();
    void theNumberOfOursIsLookedFor();
    void whatTheProgramEndedInIsLookedFor();
    void whenIsLooked();
    void aTaskClosedBeforeIsToldByItsStatus();
    void aTaskClosedBySomebodyElseIsForTheUser();

private:
    void cells();
    QString name() const { return QString::fromLatin1(QTest::currentDataTag()); }
    QByteArray done(const QString &command);

    CourierRig m_rig;
    QByteArray m_before;
    QHash<QString, QByteArray> m_after; ///< by command: the server once it was done without a fault
};

void ReconcilerTest::initTestCase()
{
    QVERIFY(m_rig.startServer());
    QVERIFY(m_rig.restore());
    m_before = m_rig.state();
}

void ReconcilerTest::init()
{
    QVERIFY(m_rig.restore());
    QVERIFY(m_rig.startProgram());
}

void ReconcilerTest::cells()
{
    QTest::addColumn<int>("index");
    const QVector<Command> all = sampleCommands(paperWorld());
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(qPrintable(serviceCommandOf(all.at(i)))) << i;
}

/// What the server holds once this command was done undisturbed.
QByteArray ReconcilerTest::done(const QString &command)
{
    if (!m_after.contains(command)) {
        const CommandId id = m_rig.say(sampleCommand(m_rig.world, command));
        if (!m_rig.runDown() || m_rig.stateOf(id) != CommandState::Sent)
            return {};
        m_after.insert(command, m_rig.state());
        if (!m_rig.restore() || !m_rig.startProgram())
            return {};
    }
    return m_after.value(command);
}

void ReconcilerTest::withoutFault()
{
    const int before = m_rig.proxy->count(name());
    const QByteArray after = done(name());
    QVERIFY(!after.isEmpty());
    QVERIFY(after != m_before);
    QCOMPARE(m_rig.proxy->count(name()), before + 1);
}

void ReconcilerTest::appliedButNotAnswered()
{
    const QByteArray after = done(name());
    const int before = m_rig.proxy->count(name());
    m_rig.proxy->spoil(name(), Fault::FinAfter);
    const CommandId id = m_rig.say(sampleCommand(m_rig.world, name()));
    QVERIFY(m_rig.runDown());
    const JournalEntry entry = m_rig.entry(id);
    // No command reads these back; a second closing is refused, which proves nothing.
    const QStringList untold{
        QStringLiteral("create-comment"), QStringLiteral("close-task"),
        QStringLiteral("create-contractor-person")};
    if (untold.contains(name())) {
        QCOMPARE(entry.state, CommandState::Unsure);
        QVERIFY(entry.needsUser);
    } else {
        QCOMPARE(entry.state, CommandState::Sent);
        QVERIFY(!entry.resultId.isEmpty());
        QVERIFY2(entry.warning.isEmpty(), qPrintable(entry.warning));
    }
    QCOMPARE(m_rig.state(), after);
    const bool closing = name() == QLatin1String("close-task");
    QCOMPARE(m_rig.proxy->count(name()), before + (closing ? 2 : 1));
}

void ReconcilerTest::neverArrived()
{
    const QByteArray after = done(name());
    const int before = m_rig.proxy->count(name());
    m_rig.proxy->spoil(name(), Fault::FinBefore);
    const CommandId id = m_rig.say(sampleCommand(m_rig.world, name()));
    QVERIFY(m_rig.runDown());
    const JournalEntry entry = m_rig.entry(id);
    // What would be there twice, and could not be told apart, is not sent again by itself.
    const QStringList once{
        QStringLiteral("create-comment"), QStringLiteral("add-template-fields-to-task"),
        QStringLiteral("create-contractor-person"), QStringLiteral("update-template-field")};
    if (once.contains(name())) {
        QCOMPARE(entry.state, CommandState::Unsure);
        QVERIFY(entry.needsUser);
        QCOMPARE(m_rig.state(), m_before);
        QCOMPARE(m_rig.proxy->count(name()), before + 1);
        // With the user's consent it is, and that is kept.
        QVERIFY(m_rig.courier->decide(id, Decision::SendAgain, {}));
        QVERIFY(m_rig.runDown());
        QCOMPARE(m_rig.entry(id).consents.size(), 1);
    }
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QCOMPARE(m_rig.state(), after);
    QCOMPARE(m_rig.proxy->count(name()), before + 2);
}

void ReconcilerTest::threeTriesAndThenTheUser()
{
    m_rig.proxy->spoil(QStringLiteral("create-template"), Fault::FinBefore, -1);
    const CommandId id = m_rig.say(sampleCommand(m_rig.world, QStringLiteral("create-template")));
    QVERIFY(m_rig.runDown());
    QVERIFY(m_rig.entry(id).needsUser);
    QCOMPARE(m_rig.entry(id).doubts, 3);
    QCOMPARE(m_rig.state(), m_before);
}

void ReconcilerTest::whatWaitsForTheUserMayBeMetLater()
{
    const QString name = QStringLiteral("create-contractor");
    const QString look = QStringLiteral("get-contractor-by-external-id");
    m_rig.proxy->spoil(name, Fault::FinBefore, -1);
    Command create = sampleCommand(m_rig.world, name);
    auto &body = std::get<CreateContractor>(create).body;
    body.externalId = {};
    const CommandId id = m_rig.say(create);
    QVERIFY(m_rig.runDown());
    QVERIFY(m_rig.entry(id).needsUser);
    const int creates = m_rig.proxy->count(name);
    const int looks = m_rig.proxy->count(look);
    // Not there: it stays as it was told, and the end of a good look brings no other before its time.
    m_rig.clock().advance(61min);
    QTRY_VERIFY(m_rig.proxy->count(look) > looks && !m_rig.courier->isBusy());
    QVERIFY(m_rig.entry(id).needsUser);
    const int after = m_rig.proxy->count(look);
    m_rig.courier->forgetBackoff();
    QVERIFY(!m_rig.courier->isBusy());
    QCOMPARE(m_rig.proxy->count(look), after);
    body.externalId = Known<QString>::fromHere(m_rig.entry(id).token);
    const auto made = settled(
        Services({m_rig.sandbox->address(), m_rig.sandbox->key()}).contractors.createContractor(body));
    QVERIFY(made);
    m_rig.clock().advance(61min);
    QTRY_COMPARE(m_rig.stateOf(id), CommandState::Sent);
    QCOMPARE(m_rig.entry(id).resultId, *made);
    QCOMPARE(m_rig.proxy->count(name), creates);
}

void ReconcilerTest::aLookThatFailsIsNone()
{
    m_rig.proxy->spoil(QStringLiteral("create-template"), Fault::FinBefore);
    const CommandId id = m_rig.say(sampleCommand(m_rig.world, QStringLiteral("create-template")));
    m_rig.courier->wake();
    QTRY_COMPARE(m_rig.stateOf(id), CommandState::Unsure);
    m_rig.proxy->spoil(QStringLiteral("get-template-list"), Fault::WebPage, -1);
    for (int i = 0; i < 30; ++i) {
        m_rig.clock().advance(30s);
        QTest::qWait(2);
    }
    QCOMPARE(m_rig.stateOf(id), CommandState::Unsure);
    QCOMPARE(m_rig.entry(id).looks, 0);
    QVERIFY(!m_rig.entry(id).needsUser);
    m_rig.proxy->heal();
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
}

void ReconcilerTest::twoAlikeAreForTheUser()
{
    const auto create
        = std::get<CreateTemplate>(sampleCommand(m_rig.world, QStringLiteral("create-template")));
    m_rig.proxy->spoil(QStringLiteral("create-template"), Fault::FinAfter);
    const CommandId id = m_rig.say(create);
    m_rig.courier->wake();
    QTRY_COMPARE(m_rig.stateOf(id), CommandState::Unsure);
    // Somebody else makes one of the same name meanwhile.
    const Services other({m_rig.sandbox->address(), m_rig.sandbox->key()});
    const auto theirs = other.templates.createTemplate(create.body);
    QTRY_VERIFY(theirs.isFinished());
    QVERIFY(m_rig.runDown());
    const JournalEntry entry = m_rig.entry(id);
    QVERIFY(entry.state == CommandState::Unsure && entry.needsUser);
    QCOMPARE(entry.found.size(), 2);
    QVERIFY(!m_rig.courier->decide(id, Decision::ItIsThere, {}));
    QVERIFY(m_rig.courier->decide(id, Decision::ItIsThere, entry.found.first().id));
    QCOMPARE(m_rig.entry(id).resultId, entry.found.first().id);
}

void ReconcilerTest::oursWithoutAnExternalIdIsFoundByItsToken()
{
    CreateContractor client;
    client.body.name = QStringLiteral("Ромашка");
    AddSubdivision branch;
    branch.body.contractorId = m_rig.world.contractor;
    branch.body.name = QStringLiteral("branch of ours");
    branch.body.contacts = {{{}, QStringLiteral("Anna"), {QStringLiteral("+7 5")}}};
    for (const Command &command : {Command(client), Command(branch)}) {
        const QString service = serviceCommandOf(command);
        m_rig.proxy->spoil(service, Fault::RstAfter);
        const CommandId id = m_rig.say(command);
        const int before = m_rig.proxy->count(service);
        QVERIFY(m_rig.runDown());
        QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
        QCOMPARE(m_rig.proxy->count(service), before + 1);
        const auto found = m_rig.services->contractors.contractorByExternalId(m_rig.entry(id).token);
        QTRY_VERIFY(found.isFinished());
        QVERIFY(found.result());
        QCOMPARE(found.result()->value.id, m_rig.entry(id).resultId);
    }
}

void ReconcilerTest::aTakenExternalIdIsNotSent()
{
    auto client = std::get<CreateContractor>(sampleCommand(m_rig.world, QStringLiteral("create-contractor")));
    client.body.externalId.value = m_rig.world.externalId;
    const int before = m_rig.proxy->count(QStringLiteral("create-contractor"));
    const CommandId id = m_rig.say(client);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Refused);
    QVERIFY(m_rig.entry(id).error->words.contains(m_rig.world.externalId));
    QCOMPARE(m_rig.proxy->count(QStringLiteral("create-contractor")), before);
}

void ReconcilerTest::aPersonWithAPhoneIsFoundByIt()
{
    const CreatePerson person{{m_rig.world.contractor, QStringLiteral("Анна"), {QStringLiteral("+7 900 1")}}};
    m_rig.proxy->spoil(QStringLiteral("create-contractor-person"), Fault::FinAfter);
    const CommandId id = m_rig.say(person);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QVERIFY(!m_rig.entry(id).resultId.isEmpty());
    // And one that did not arrive would be there.
    m_rig.proxy->spoil(QStringLiteral("create-contractor-person"), Fault::FinBefore);
    const CommandId lost = m_rig.say(person);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(lost), CommandState::Sent);
    QVERIFY(m_rig.entry(lost).resultId != m_rig.entry(id).resultId);
    QCOMPARE(m_rig.entry(lost).doubts, 1);
}

void ReconcilerTest::aPhoneOfAPersonIsFound()
{
    const CreatePhone phone{{m_rig.world.person, PhoneParent::Person, QStringLiteral("+7 900 2")}};
    const int before = m_rig.proxy->count(QStringLiteral("create-contractor-phone"));
    m_rig.proxy->spoil(QStringLiteral("create-contractor-phone"), Fault::HeadersOnly);
    const CommandId id = m_rig.say(phone);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QCOMPARE(m_rig.proxy->count(QStringLiteral("create-contractor-phone")), before + 1);
}

void ReconcilerTest::aDifferenceIsTold()
{
    auto create = std::get<CreateEquipment>(sampleCommand(m_rig.world, QStringLiteral("create-equipment")));
    m_rig.proxy->spoil(QStringLiteral("create-equipment"), Fault::FinAfter);
    const CommandId id = m_rig.say(create);
    m_rig.courier->wake();
    QTRY_COMPARE(m_rig.stateOf(id), CommandState::Unsure);
    // Changed by somebody before it was looked for.
    const Services other({m_rig.sandbox->address(), m_rig.sandbox->key()});
    const auto listed = other.equipment.equipmentPage(0);
    QTRY_VERIFY(listed.isFinished());
    QString made;
    const QVector<NamedRef> rows = listed.result()->rows;
    for (const NamedRef &row : rows) {
        if (row.name == create.body.serialNumber)
            made = row.id;
    }
    create.body.model.value.id = m_rig.world.spareModel;
    const auto changed = other.equipment.updateEquipment(made, create.body);
    QTRY_VERIFY(changed.isFinished());
    QVERIFY(changed.result());
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QCOMPARE(m_rig.entry(id).resultId, made);
    QVERIFY(!m_rig.entry(id).warning.isEmpty());
}

void ReconcilerTest::whatWasThereBeforeIsNotTaken()
{
    // One of the same name stands there already.
    CreateTemplate create
        = std::get<CreateTemplate>(sampleCommand(m_rig.world, QStringLiteral("create-template")));
    create.body.name = QStringLiteral("template");
    // Nor is it by the look after the second attempt.
    m_rig.proxy->spoil(QStringLiteral("create-template"), Fault::FinBefore, 2);
    const CommandId id = m_rig.say(create);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QVERIFY(m_rig.entry(id).resultId != m_rig.world.taskTemplate);
    QCOMPARE(m_rig.entry(id).attempts, 3);
}

void ReconcilerTest::anotherOfOursIsNotTaken()
{
    const Command create = sampleCommand(m_rig.world, QStringLiteral("create-task"));
    const CommandId first = m_rig.say(create);
    QVERIFY(m_rig.runDown());
    m_rig.proxy->spoil(QStringLiteral("create-task"), Fault::FinBefore);
    auto again = std::get<CreateTask>(create);
    again.body.number.clear();
    const CommandId second = m_rig.say(again);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(second), CommandState::Sent);
    QVERIFY(m_rig.entry(second).resultId != m_rig.entry(first).resultId);
    QCOMPARE(m_rig.entry(second).attempts, 2);
}

void ReconcilerTest::alikeOnesGoOneAfterAnother()
{
    const int before = m_rig.proxy->count(QStringLiteral("create-template-field"));
    const Command create = sampleCommand(m_rig.world, QStringLiteral("create-template-field"));
    m_rig.proxy->spoil(QStringLiteral("create-template-field"), Fault::FinBefore);
    const CommandId first = m_rig.say(create);
    const CommandId second = m_rig.say(create);
    const CommandId third = m_rig.say(create);
    QVERIFY(m_rig.runDown());
    QStringList ids;
    for (CommandId id : {first, second, third}) {
        QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
        ids.append(m_rig.entry(id).resultId);
    }
    QCOMPARE(ids.removeDuplicates(), 0);
    QCOMPARE(m_rig.proxy->count(QStringLiteral("create-template-field")), before + 4);
    // They went in the order they were said.
    QVERIFY(m_rig.entry(first).settledAt <= m_rig.entry(second).settledAt);
}

void ReconcilerTest::theNumberOfOursIsLookedFor()
{
    QVERIFY(m_rig.journal->setTaskNumbers(TaskNumbers::By::Naryad, QStringLiteral("N-"), 7));
    auto create = std::get<CreateTask>(sampleCommand(m_rig.world, QStringLiteral("create-task")));
    create.body.number = m_rig.journal->takeTaskNumber().value();
    QCOMPARE(create.body.number, QStringLiteral("N-7"));
    QCOMPARE(m_rig.journal->takeTaskNumber().value(), QStringLiteral("N-8"));
    m_rig.proxy->spoil(QStringLiteral("create-task"), Fault::FinAfter);
    const CommandId id = m_rig.say(create);
    m_rig.courier->wake();
    QTRY_COMPARE(m_rig.stateOf(id), CommandState::Unsure);
    // Somebody's own of the same template and times has another number.
    const Services other({m_rig.sandbox->address(), m_rig.sandbox->key()});
    create.body.number = QStringLiteral("M-7");
    const auto theirs = other.tasks.createTask(create.body);
    QTRY_VERIFY(theirs.isFinished());
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QVERIFY(m_rig.entry(id).resultId != theirs.result().value());
}

void ReconcilerTest::whatTheProgramEndedInIsLookedFor()
{
    m_rig.proxy->spoil(QStringLiteral("create-task"), {Fault::Drip, 100, 302, {}, 1});
    const int before = m_rig.proxy->count(QStringLiteral("create-task"));
    const CommandId id = m_rig.say(sampleCommand(m_rig.world, QStringLiteral("create-task")));
    m_rig.courier->wake();
    QTRY_COMPARE(m_rig.proxy->count(QStringLiteral("create-task")), before + 1);
    QCOMPARE(m_rig.stateOf(id), CommandState::Sending);
    QVERIFY(m_rig.startProgram(false)); // the answer is heard by nobody
    QCOMPARE(m_rig.stateOf(id), CommandState::Unsure);
    QCOMPARE(m_rig.entry(id).doubts, 1);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QCOMPARE(m_rig.proxy->count(QStringLiteral("create-task")), before + 1);
}

void ReconcilerTest::whenIsLooked()
{
    const QString list = QStringLiteral("get-template-list");
    m_rig.proxy->spoil(QStringLiteral("create-template"), Fault::FinBefore);
    const CommandId id = m_rig.say(sampleCommand(m_rig.world, QStringLiteral("create-template")));
    m_rig.courier->wake();
    QTRY_COMPARE(m_rig.stateOf(id), CommandState::Unsure);
    const int before = m_rig.proxy->count(list);
    const auto pass = [this](std::chrono::seconds time) {
        m_rig.clock().advance(time);
        for (int i = 0; i < 20; ++i)
            QTest::qWait(1);
    };
    // Quiet for the whole deadline after the attempt's end, then twice that.
    pass(59s);
    QCOMPARE(m_rig.proxy->count(list), before);
    pass(2s);
    QTRY_COMPARE(m_rig.entry(id).looks, 1);
    const int looked = m_rig.proxy->count(list);
    QVERIFY(looked > before);
    pass(115s);
    QCOMPARE(m_rig.proxy->count(list), looked);
    QCOMPARE(m_rig.stateOf(id), CommandState::Unsure);
    pass(8s);
    QTRY_COMPARE(m_rig.stateOf(id), CommandState::Sent);
}

/// A service that shows the status spares the user the question.
void ReconcilerTest::aTaskClosedBeforeIsToldByItsStatus()
{
    CourierRig rig;
    sandbox::Options options = CourierRig::smallCompany();
    options.fullTasks = true;
    QVERIFY(rig.startServer(options));
    QVERIFY(rig.startProgram());
    rig.proxy->spoil(QStringLiteral("close-task"), Fault::FinAfter);
    const CommandId id = rig.say(sampleCommand(rig.world, QStringLiteral("close-task")));
    QVERIFY(rig.runDown());
    QCOMPARE(rig.stateOf(id), CommandState::Sent);
    QCOMPARE(rig.proxy->count(QStringLiteral("close-task")), 1);
}

/// It is closed, but with whose result nothing tells.
void ReconcilerTest::aTaskClosedBySomebodyElseIsForTheUser()
{
    CourierRig rig;
    sandbox::Options options = CourierRig::smallCompany();
    options.fullTasks = true;
    QVERIFY(rig.startServer(options));
    QVERIFY(rig.startProgram());
    const Services other({rig.sandbox->address(), rig.sandbox->key()});
    const auto closed
        = other.tasks.closeTask(rig.world.sentTask, QStringLiteral("75"), QStringLiteral("theirs"));
    QTRY_VERIFY(closed.isFinished());
    QVERIFY(closed.result());
    rig.proxy->spoil(QStringLiteral("close-task"), Fault::FinBefore);
    const CommandId id = rig.say(sampleCommand(rig.world, QStringLiteral("close-task")));
    QVERIFY(rig.runDown());
    QCOMPARE(rig.stateOf(id), CommandState::Unsure);
    QVERIFY(rig.entry(id).needsUser);
    QVERIFY(!rig.entry(id).warning.isEmpty());
}

QTEST_GUILESS_MAIN(ReconcilerTest)
#include "ReconcilerTest.moc"
