#include "CommandSamples.h"
#include "core/CommandKinds.h"
#include "core/Serial.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace naryad;
using namespace naryad::test;

/// The 28 commands as values: what they are about, what they need, who stands in front of whom.
class CommandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachKindHasItsName();
    void eachIsReadBackAsItWasWritten();
    void localReferencesAreReadBack();
    void anUnknownCommandIsNoneOfOurs();
    void whatIsHeldFirst();
    void whatACommandNeeds();
    void localIdsAreFilledIn();
    void inOrderPerObject();
    void behindWhatMakesIt();
    void aDeleteGoesAfterWhatSpeaksOfIt();
    void idsOfKindsAreNotConfused();
    void alikeCreatesWaitForOneInDoubt();
    void aFailedCommentHoldsNothingUp();

private:
    static JournalEntry
    entry(CommandId id, const Command &command, CommandState state = CommandState::Waiting)
    {
        JournalEntry made;
        made.id = id;
        made.token = QStringLiteral("t%1").arg(id);
        made.command = command;
        made.state = state;
        return made;
    }
    static QString nothing(const QString &) { return {}; }
};

void CommandsTest::eachKindHasItsName()
{
    const QVector<Command> all = sampleCommands(paperWorld());
    QCOMPARE(all.size(), 28);
    QSet<QString> names;
    QSet<size_t> kinds;
    for (const Command &command : all) {
        names.insert(serviceCommandOf(command));
        kinds.insert(command.index());
        const int sorts = int(isCreate(command)) + int(isUpdate(command)) + int(isDelete(command));
        const QString name = serviceCommandOf(command);
        const bool ofTask = name.contains(QLatin1String("-task")) || name == QLatin1String("create-comment");
        QVERIFY2(sorts == 1 || ofTask, qPrintable(name));
        QCOMPARE(isDelete(command), name.startsWith(QLatin1String("delete-")));
        QCOMPARE(isUpdate(command), name.startsWith(QLatin1String("update-")));
        // A create's own object is its token's; all others name theirs.
        QCOMPARE(subjectOf(command, QStringLiteral("own")).isLocal(), isCreate(command));
    }
    QCOMPARE(names.size(), 28);
    QCOMPARE(kinds.size(), 28);
}

void CommandsTest::eachIsReadBackAsItWasWritten()
{
    const QVector<Command> all = sampleCommands(paperWorld());
    for (Command command : all) {
        if (auto *update = std::get_if<UpdateTask>(&command))
            update->base = update->body;
        if (auto *update = std::get_if<UpdateContractor>(&command))
            update->base = ContractorBody();
        const QByteArray text = QJsonDocument(serial::toJson(command)).toJson(QJsonDocument::Compact);
        const auto back = serial::commandFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY2(back, text.constData());
        QVERIFY2(*back == command, text.constData());
    }
}

void CommandsTest::localReferencesAreReadBack()
{
    const UpdatePerson update{{{}, QStringLiteral("abc")}, {localId(QStringLiteral("def")), {}, {}}};
    const auto back = serial::commandFromJson(serial::toJson(Command(update)));
    QVERIFY(back);
    QCOMPARE(std::get<UpdatePerson>(*back), update);
}

void CommandsTest::anUnknownCommandIsNoneOfOurs()
{
    QVERIFY(!serial::commandFromJson({{QStringLiteral("command"), QStringLiteral("create-moon")}}));
    QVERIFY(!serial::commandFromJson({}));
}

void CommandsTest::whatIsHeldFirst()
{
    QStringList held;
    const QVector<Command> all = sampleCommands(paperWorld());
    for (Command command : all) {
        if (isHeldFirst(command))
            held.append(serviceCommandOf(command));
    }
    QCOMPARE(
        held.join(u' '),
        QStringLiteral("create-comment close-task delete-contractor-person delete-contractor-phone "
                       "delete-template-field delete-template delete-equipment-model delete-equipment"));
    CreateTask send;
    send.body.draft = false;
    QVERIFY(isHeldFirst(send));
    UpdateTask sendLater;
    sendLater.body.draft = false;
    QVERIFY(isHeldFirst(sendLater));
    QVERIFY(!isHeldFirst(CreateTask()));
}

void CommandsTest::whatACommandNeeds()
{
    CreateTask task;
    task.body.taskTemplate.id = QStringLiteral("7");
    task.body.contractor = Known<NamedRef>::fromHere({localId(QStringLiteral("client")), {}});
    task.body.details = {{localId(QStringLiteral("field")), {}, 1, {}}};
    QCOMPARE(
        dependsOn(task), (QVector<ObjectRef>{{{}, QStringLiteral("client")}, {{}, QStringLiteral("field")}}));
    QCOMPARE(referencesOf(task).size(), 3);
    const CreatePhone phone{{localId(QStringLiteral("p")), PhoneParent::Person, {}}};
    QCOMPARE(referencesOf(phone), (QVector<Reference>{{ObjectKind::Person, QStringLiteral("local:p")}}));
    const UpdatePhone change{{{}, QStringLiteral("own")}, {QStringLiteral("5"), PhoneParent::Contractor, {}}};
    QCOMPARE(dependsOn(change), (QVector<ObjectRef>{{{}, QStringLiteral("own")}}));
    CreateTemplate made;
    made.body.details.resize(1);
    made.body.details[0].fieldId = localId(QStringLiteral("f"));
    made.body.report = made.body.details;
    QCOMPARE(dependsOn(made).size(), 1);
    QVERIFY(dependsOn(CreateContractor{}).isEmpty());
}

void CommandsTest::localIdsAreFilledIn()
{
    UpdateEquipment update;
    update.body.model = Known<NamedRef>::fromHere({localId(QStringLiteral("m")), QStringLiteral("local:m")});
    update.body.contractor = Known<NamedRef>::fromHere({localId(QStringLiteral("c")), {}});
    update.base = update.body;
    const Command filled = resolved(update, [](const QString &token) {
        return token == QLatin1String("m") ? QStringLiteral("81") : QString();
    });
    const auto &got = std::get<UpdateEquipment>(filled);
    QCOMPARE(got.body.model.value.id, QStringLiteral("81"));
    QCOMPARE(got.body.model.value.name, QStringLiteral("local:m")); // a text is left alone
    QCOMPARE(got.base->model.value.id, QStringLiteral("81"));
    QCOMPARE(got.body.contractor.value.id, QStringLiteral("local:c")); // not there yet
}

void CommandsTest::inOrderPerObject()
{
    QueueOrder order(nothing);
    const UpdatePerson five{{QStringLiteral("5"), {}}, {}};
    const UpdatePerson six{{QStringLiteral("6"), {}}, {}};
    QCOMPARE(order.take(entry(1, five, CommandState::Refused)), 0);
    QCOMPARE(order.take(entry(2, six)), 0);
    QCOMPARE(order.take(entry(3, five)), 1);
    QCOMPARE(order.take(entry(4, five)), 3);
    QCOMPARE(order.take(entry(5, six)), 2);
}

void CommandsTest::behindWhatMakesIt()
{
    const auto fill = [](QueueOrder &order) {
        const CreatePerson person{{localId(QStringLiteral("t1")), {}, {}}};
        const CreatePhone phone{{localId(QStringLiteral("t2")), PhoneParent::Person, {}}};
        QVector<CommandId> fronts;
        fronts << order.take(entry(1, CreateContractor{}, CommandState::Refused));
        fronts << order.take(entry(2, person)) << order.take(entry(3, phone));
        // Nothing to do with it.
        fronts << order.take(entry(4, CreateContractor{}));
        fronts << order.take(entry(5, UpdateContractor{{{}, QStringLiteral("t1")}, {}}));
        return fronts;
    };
    QueueOrder local(nothing);
    QCOMPARE(fill(local), (QVector<CommandId>{0, 1, 2, 0, 1}));
    // What has its id is no dependency any more.
    QueueOrder made(
        [](const QString &token) { return token == QLatin1String("t2") ? QStringLiteral("71") : QString(); });
    QCOMPARE(fill(made), (QVector<CommandId>{0, 1, 0, 0, 1}));
}

void CommandsTest::aDeleteGoesAfterWhatSpeaksOfIt()
{
    QueueOrder order(nothing);
    const CreatePhone phone{{QStringLiteral("5"), PhoneParent::Person, {}}};
    const CreatePhone refused{{QStringLiteral("6"), PhoneParent::Person, {}}};
    QCOMPARE(order.take(entry(1, phone)), 0);
    QCOMPARE(order.take(entry(2, refused, CommandState::Refused)), 0);
    QCOMPARE(order.take(entry(3, DeletePerson{{QStringLiteral("5"), {}}})), 1);
    QCOMPARE(order.take(entry(4, DeletePerson{{QStringLiteral("6"), {}}})), 0);
    QCOMPARE(order.take(entry(5, DeletePerson{{QStringLiteral("7"), {}}})), 0);
}

void CommandsTest::idsOfKindsAreNotConfused()
{
    QueueOrder order(nothing);
    const ObjectRef five{QStringLiteral("5"), {}};
    QCOMPARE(order.take(entry(1, UpdatePerson{five, {}})), 0);
    QCOMPARE(order.take(entry(2, UpdatePhone{five, {}})), 0);
    QCOMPARE(order.take(entry(3, UpdateTemplate{five, {}})), 0);
    QCOMPARE(order.take(entry(4, AddComment{five, {}, {}})), 0);
    // A subdivision is a contractor.
    QCOMPARE(order.take(entry(5, UpdateContractor{five, {}})), 0);
    QCOMPARE(order.take(entry(6, UpdateSubdivision{five, {}})), 5);
}

void CommandsTest::alikeCreatesWaitForOneInDoubt()
{
    CreateTemplate made;
    made.body.name = QStringLiteral("Monday");
    CreateTemplate other;
    other.body.name = QStringLiteral("Tuesday");
    {
        QueueOrder order(nothing);
        QCOMPARE(order.take(entry(1, made)), 0);
        QCOMPARE(order.take(entry(2, made)), 0); // never sent yet: nothing to be confused with
    }
    QueueOrder order(nothing);
    QCOMPARE(order.take(entry(1, made, CommandState::Unsure)), 0);
    QCOMPARE(order.take(entry(2, other)), 0);
    QCOMPARE(order.take(entry(3, made)), 1);
    // One with a key of its own never waits.
    QueueOrder clients(nothing);
    QCOMPARE(clients.take(entry(1, CreateContractor{}, CommandState::Unsure)), 0);
    QCOMPARE(clients.take(entry(2, CreateContractor{})), 0);
}

void CommandsTest::aFailedCommentHoldsNothingUp()
{
    const ObjectRef task{QStringLiteral("5"), {}};
    QueueOrder order(nothing);
    QCOMPARE(order.take(entry(1, AddComment{task, {}, {}}, CommandState::Unsure)), 0);
    QCOMPARE(order.take(entry(2, CloseTask{task, {}, {}, {}})), 0);
    QCOMPARE(order.take(entry(3, AddComment{task, {}, {}})), 2);
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "CommandsTest.moc"
