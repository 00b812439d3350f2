#include "CourierRig.h"
#include "Futures.h"
#include "core/CommandKinds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace naryad;
using namespace naryad::test;

/// In which order the queue goes out, and what holds what up.
class QueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_rig.startServer()); }
    void init();
    void aClientWithAllThatBelongsToItMadeOffline();
    void aTemplateWithItsFieldsMadeOffline();
    void aRefusedOneHoldsOnlyWhatNeedsIt();
    void aDroppedOneTakesItsFollowersAlong();
    void anUnsureOneHoldsOnlyWhatNeedsIt();
    void aRestartKeepsTheOrderAndTheIds();
    void fiveHundredInOneGo();
    void aRefusedKeyStopsAlsoWhatMustBeReadFirst();

private:
    QJsonObject truth(const char *kind, const QString &id);
    QString resultOf(CommandId id) const { return m_rig.entry(id).resultId; }
    QStringList writesSince(qsizetype before) const { return m_rig.writes().mid(before); }
    CreateContractor client() const;

    CourierRig m_rig;
};

void QueueTest::init()
{
    QVERIFY(m_rig.restore());
    m_rig.proxy->setLineDown(false);
    QVERIFY(m_rig.startProgram());
}

QJsonObject QueueTest::truth(const char *kind, const QString &id)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(
        m_rig.sandbox->address().toString() + QStringLiteral("/sandbox/") + QString::fromLatin1(kind)
        + QStringLiteral("?id=") + id));
    request.setRawHeader("Authorization", "key=" + m_rig.sandbox->key().toUtf8());
    std::unique_ptr<QNetworkReply> reply(manager.get(request));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
        return {};
    return QJsonDocument::fromJson(reply->readAll()).object();
}

CreateContractor QueueTest::client() const
{
    CreateContractor client;
    client.body.name = QStringLiteral("ООО «Ромашка»");
    return client;
}

void QueueTest::aClientWithAllThatBelongsToItMadeOffline()
{
    m_rig.proxy->setLineDown(true);
    const CommandId madeClient = m_rig.say(client());
    AddSubdivision branch;
    branch.body.contractorId = m_rig.idOf(madeClient);
    branch.body.name = QStringLiteral("Склад");
    const CommandId madeBranch = m_rig.say(branch);
    const CommandId person = m_rig.say(CreatePerson{{m_rig.idOf(madeClient), QStringLiteral("Анна"), {}}});
    const CommandId own
        = m_rig.say(CreatePhone{{m_rig.idOf(madeClient), PhoneParent::Contractor, QStringLiteral("+7 1")}});
    const CommandId hers
        = m_rig.say(CreatePhone{{m_rig.idOf(person), PhoneParent::Person, QStringLiteral("+7 2")}});
    CreateTask task = std::get<CreateTask>(sampleCommand(m_rig.world, QStringLiteral("create-task")));
    task.body.contractor.value.id = m_rig.idOf(madeBranch);
    const CommandId madeTask = m_rig.say(task);
    // Said about things that are nowhere yet.
    m_rig.say(AddComment{{{}, m_rig.entry(madeTask).token}, QStringLiteral("a word"), {}});
    m_rig.say(UpdatePerson{
        {{}, m_rig.entry(person).token}, {m_rig.idOf(madeClient), QStringLiteral("Анна К."), {}}});

    m_rig.courier->wake();
    QTRY_VERIFY(m_rig.entry(madeClient).attempts > 0);
    QTRY_VERIFY(!m_rig.courier->isSending());
    QCOMPARE(m_rig.entry(madeBranch).attempts, 0);

    const qsizetype before = m_rig.writes().size();
    m_rig.proxy->setLineDown(false);
    m_rig.courier->forgetBackoff();
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.overlay->count({CommandState::Sent}), 8);
    QCOMPARE(
        writesSince(before),
        (QStringList{
            QStringLiteral("create-contractor"), QStringLiteral("add-subdivision"),
            QStringLiteral("create-contractor-person"), QStringLiteral("create-contractor-phone"),
            QStringLiteral("create-contractor-phone"), QStringLiteral("create-task"),
            QStringLiteral("create-comment"), QStringLiteral("update-contractor-person")}));

    const auto real = [this](const QString &id) {
        return settled(m_rig.services->contractors.contractor(id)).value().value;
    };
    QCOMPARE(real(resultOf(madeBranch)).parent.id, resultOf(madeClient));
    const auto phones = real(resultOf(madeClient)).phones.value;
    QCOMPARE(phones.size(), 2);
    QCOMPARE(phones.at(0).id, resultOf(own));
    QCOMPARE(phones.at(0).personId, QString());
    QCOMPARE(phones.at(1).id, resultOf(hers));
    QCOMPARE(phones.at(1).personId, resultOf(person));
    const QJsonObject made = truth("task", resultOf(madeTask));
    QCOMPARE(
        made.value(QStringLiteral("contractor"))
            .toObject()
            .value(QStringLiteral("id"))
            .toVariant()
            .toString(),
        resultOf(madeBranch));
    QCOMPARE(made.value(QStringLiteral("comments")).toArray().size(), 1);
}

void QueueTest::aTemplateWithItsFieldsMadeOffline()
{
    m_rig.proxy->setLineDown(true);
    const CommandId field = m_rig.say(sampleCommand(m_rig.world, QStringLiteral("create-template-field")));
    auto made = std::get<CreateTemplate>(sampleCommand(m_rig.world, QStringLiteral("create-template")));
    made.body.report = made.body.details;
    made.body.report.first().fieldId = m_rig.idOf(field);
    const CommandId id = m_rig.say(made);
    auto task = std::get<CreateTask>(sampleCommand(m_rig.world, QStringLiteral("create-task")));
    task.body.taskTemplate.id = m_rig.idOf(id);
    const CommandId madeTask = m_rig.say(task);
    const CommandId model = m_rig.say(sampleCommand(m_rig.world, QStringLiteral("create-equipment-model")));
    auto equipment
        = std::get<CreateEquipment>(sampleCommand(m_rig.world, QStringLiteral("create-equipment")));
    equipment.body.model.value.id = m_rig.idOf(model);
    const CommandId piece = m_rig.say(equipment);
    m_rig.courier->wake();
    QTRY_VERIFY(m_rig.entry(field).error.has_value());
    m_rig.proxy->setLineDown(false);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.overlay->count({CommandState::Sent}), 5);
    const auto answer = m_rig.services->templates.taskTemplate(resultOf(id));
    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answer.result()->value.report.first().fieldId, resultOf(field));
    const auto task2 = m_rig.services->tasks.task(resultOf(madeTask));
    QTRY_VERIFY(task2.isFinished());
    QCOMPARE(task2.result()->value.taskTemplate.id, resultOf(id));
    const auto got = m_rig.services->equipment.equipment(resultOf(piece));
    QTRY_VERIFY(got.isFinished());
    QCOMPARE(got.result()->value.model.value.id, resultOf(model));
}

void QueueTest::aRefusedOneHoldsOnlyWhatNeedsIt()
{
    CreateContractor nameless = client();
    nameless.body.name.clear(); // the service wants one
    const CommandId refused = m_rig.say(nameless);
    const CommandId person = m_rig.say(CreatePerson{{m_rig.idOf(refused), QStringLiteral("Анна"), {}}});
    const CommandId phone
        = m_rig.say(CreatePhone{{m_rig.idOf(person), PhoneParent::Person, QStringLiteral("+7 2")}});
    const CommandId other = m_rig.say(client());
    const CommandId comment = m_rig.say(AddComment{{m_rig.world.sentTask, {}}, QStringLiteral("a"), {}});
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(refused), CommandState::Refused);
    QVERIFY(!m_rig.entry(refused).error->words.isEmpty());
    for (CommandId id : {person, phone}) {
        QCOMPARE(m_rig.stateOf(id), CommandState::Waiting);
        QCOMPARE(m_rig.entry(id).attempts, 0);
    }
    QCOMPARE(m_rig.stateOf(other), CommandState::Sent);
    QCOMPARE(m_rig.stateOf(comment), CommandState::Sent);
}

void QueueTest::aDroppedOneTakesItsFollowersAlong()
{
    m_rig.proxy->setLineDown(true);
    const CommandId made = m_rig.say(client());
    const CommandId person = m_rig.say(CreatePerson{{m_rig.idOf(made), QStringLiteral("Анна"), {}}});
    QVERIFY(m_rig.courier->decide(made, Decision::Drop, {}));
    m_rig.proxy->setLineDown(false);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(person), CommandState::Refused);
    QVERIFY(!m_rig.entry(person).error->words.isEmpty());
}

void QueueTest::anUnsureOneHoldsOnlyWhatNeedsIt()
{
    m_rig.proxy->spoil(QStringLiteral("create-contractor"), Fault::FinAfter);
    const CommandId lost = m_rig.say(client());
    const CommandId person = m_rig.say(CreatePerson{{m_rig.idOf(lost), QStringLiteral("Анна"), {}}});
    const CommandId comment = m_rig.say(AddComment{{m_rig.world.sentTask, {}}, QStringLiteral("a"), {}});
    m_rig.courier->wake();
    QTRY_COMPARE(m_rig.stateOf(comment), CommandState::Sent);
    QCOMPARE(m_rig.stateOf(lost), CommandState::Unsure);
    QCOMPARE(m_rig.stateOf(person), CommandState::Waiting);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(person), CommandState::Sent);
    const auto got = m_rig.services->contractors.person(resultOf(person));
    QTRY_VERIFY(got.isFinished());
    QCOMPARE(got.result()->value.contractor.value.id, resultOf(lost));
}

void QueueTest::aRestartKeepsTheOrderAndTheIds()
{
    const CommandId made = m_rig.say(client());
    QVERIFY(m_rig.runDown());
    m_rig.proxy->setLineDown(true);
    const CommandId person = m_rig.say(CreatePerson{{m_rig.idOf(made), QStringLiteral("Анна"), {}}});
    const CommandId phone
        = m_rig.say(CreatePhone{{m_rig.idOf(person), PhoneParent::Person, QStringLiteral("+7 2")}});
    m_rig.courier->wake();
    QVERIFY(m_rig.startProgram(false));
    m_rig.proxy->setLineDown(false);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(phone), CommandState::Sent);
    const auto got = m_rig.services->contractors.person(resultOf(person));
    QTRY_VERIFY(got.isFinished());
    QCOMPARE(got.result()->value.contractor.value.id, resultOf(made));
}

void QueueTest::fiveHundredInOneGo()
{
    m_rig.proxy->setLineDown(true);
    QVector<CommandId> ids;
    for (int i = 0; i < 500; ++i) {
        const QString word = QStringLiteral("word %1").arg(i);
        ids.append(m_rig.say(AddComment{{m_rig.world.sentTask, {}}, word, {}}));
    }
    m_rig.courier->wake();
    QTRY_VERIFY(m_rig.entry(ids.first()).attempts > 0);
    m_rig.proxy->setLineDown(false);
    m_rig.courier->forgetBackoff();
    QTRY_COMPARE_WITH_TIMEOUT(m_rig.overlay->count({CommandState::Sent}), 500, 60000);
    QStringList words;
    const QJsonArray comments
        = truth("task", m_rig.world.sentTask).value(QStringLiteral("comments")).toArray();
    for (int i = 0; i < comments.size(); ++i)
        QCOMPARE(comments.at(i).toString(), QStringLiteral("word %1").arg(i));
    QCOMPARE(comments.size(), 500);
}

void QueueTest::aRefusedKeyStopsAlsoWhatMustBeReadFirst()
{
    m_rig.services->setKey(QStringLiteral("wrong"));
    const CommandId id = m_rig.say(sampleCommand(m_rig.world, QStringLiteral("update-contractor")));
    const CommandId comment = m_rig.say(AddComment{{m_rig.world.sentTask, {}}, QStringLiteral("a"), {}});
    std::optional<Error> told;
    connect(m_rig.courier.get(), &sync::Courier::lineTold, this, [&told](const std::optional<Error> &error) {
        told = error;
    });
    m_rig.courier->wake();
    QTRY_VERIFY(told.has_value());
    QCOMPARE(told->kind, ErrorKind::KeyRefused);
    QTRY_VERIFY(!m_rig.courier->isSending());
    QCOMPARE(m_rig.stateOf(id), CommandState::Waiting);
    QCOMPARE(m_rig.entry(comment).attempts, 0);
    m_rig.services->setKey(m_rig.sandbox->key());
    m_rig.courier->setPaused(false);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.overlay->count({CommandState::Sent}), 2);
}

QTEST_GUILESS_MAIN(QueueTest)
#include "QueueTest.moc"
