#include "CourierRig.h"
#include "Futures.h"

using namespace naryad;
using namespace naryad::test;

/// Two people at one object, on real sockets: what the other said meanwhile is read before anything is sent.
class ConflictTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_rig.startServer()); }
    void init();
    void othersFieldsStay();
    void aLostAnswerKeepsWhatOthersChanged();
    void theSameFieldIsForTheUser();
    void keepMine();
    void keepTheirs();
    void aDraftsFields();
    void aTemplatesRows();
    void withoutALineItWaits();
    void whatIsGoneIsRefused();

private:
    ContractorBody known() const;
    Contractor now() const;
    bool others(const ContractorBody &body) const;
    CommandId conflicting();

    CourierRig m_rig;
    std::unique_ptr<Services> m_other;
};

void ConflictTest::init()
{
    QVERIFY(m_rig.restore());
    m_rig.proxy->setLineDown(false);
    QVERIFY(m_rig.startProgram());
    m_other = std::make_unique<Services>(api::Endpoint{m_rig.sandbox->address(), m_rig.sandbox->key()});
}

Contractor ConflictTest::now() const
{
    return settled(m_other->contractors.contractor(m_rig.world.contractor)).value().value;
}

ContractorBody ConflictTest::known() const
{
    return contractorBodyOf(now());
}

bool ConflictTest::others(const ContractorBody &body) const
{
    return settled(m_other->contractors.updateContractor(m_rig.world.contractor, body)).has_value();
}

void ConflictTest::othersFieldsStay()
{
    const ContractorBody base = known();
    ContractorBody mine = base;
    mine.name = QStringLiteral("Ромашка");
    ContractorBody theirs = base;
    theirs.address.value.floor = QStringLiteral("7");
    theirs.address.value.text = QStringLiteral("Мира 5");
    QVERIFY(others(theirs));
    const CommandId id = m_rig.say(UpdateContractor{{m_rig.world.contractor, {}}, mine, base});
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QCOMPARE(now().name, QStringLiteral("Ромашка"));
    QCOMPARE(now().address.value.floor, QStringLiteral("7"));
    QCOMPARE(now().address.value.text, QStringLiteral("Мира 5"));
    // The journal tells it, also after a restart.
    QStringList parts;
    const QVector<FieldConflict> merged = m_rig.entry(id).merged;
    for (const FieldConflict &one : merged)
        parts.append(one.part + QLatin1Char('=') + one.theirs.toString());
    QVERIFY2(parts.contains(QStringLiteral("address.floor=7")), qPrintable(parts.join(QLatin1Char(' '))));
    QVERIFY2(parts.contains(QStringLiteral("address.text=Мира 5")), qPrintable(parts.join(QLatin1Char(' '))));
    QVERIFY(m_rig.startProgram(false));
    QCOMPARE(m_rig.entry(id).merged, merged);
}

void ConflictTest::aLostAnswerKeepsWhatOthersChanged()
{
    const ContractorBody base = known();
    ContractorBody mine = base;
    mine.name = QStringLiteral("Ромашка");
    ContractorBody theirs = base;
    theirs.address.value.floor = QStringLiteral("8");
    QVERIFY(others(theirs));
    m_rig.proxy->spoil(QStringLiteral("update-contractor"), Fault::FinAfter);
    const CommandId id = m_rig.say(UpdateContractor{{m_rig.world.contractor, {}}, mine, base});
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QCOMPARE(m_rig.entry(id).merged.size(), 1);
}

CommandId ConflictTest::conflicting()
{
    const ContractorBody base = known();
    ContractorBody mine = base;
    mine.name = QStringLiteral("mine");
    mine.address.value.room = QStringLiteral("12");
    ContractorBody theirs = base;
    theirs.name = QStringLiteral("theirs");
    if (!others(theirs))
        return 0;
    const CommandId id = m_rig.say(UpdateContractor{{m_rig.world.contractor, {}}, mine, base});
    return m_rig.runDown() ? id : 0;
}

void ConflictTest::theSameFieldIsForTheUser()
{
    const int before = m_rig.proxy->count(QStringLiteral("update-contractor"));
    const CommandId id = conflicting();
    const JournalEntry entry = m_rig.entry(id);
    QCOMPARE(entry.state, CommandState::Refused);
    QCOMPARE(
        entry.conflicts,
        (QVector<FieldConflict>{
            {QStringLiteral("name"),
             {},
             QStringLiteral("client"),
             QStringLiteral("mine"),
             QStringLiteral("theirs")}}));
    QCOMPARE(now().name, QStringLiteral("theirs"));
    QCOMPARE(m_rig.proxy->count(QStringLiteral("update-contractor")), before);
    // It is not for trying again as it is.
    QVERIFY(!m_rig.courier->decide(id, Decision::Retry, {}));
    // What is in the journal is there after a restart.
    QVERIFY(m_rig.startProgram(false));
    QCOMPARE(m_rig.entry(id).conflicts, entry.conflicts);
    QCOMPARE(m_rig.overlay->conflictCount(), 1);
    QVERIFY(m_rig.courier->decide(id, Decision::Drop, {}));
    QCOMPARE(m_rig.overlay->conflictCount(), 0);
}

void ConflictTest::keepMine()
{
    const CommandId id = conflicting();
    QVERIFY(m_rig.courier->decide(id, Decision::KeepMine, {}));
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QCOMPARE(now().name, QStringLiteral("mine"));
    QCOMPARE(now().address.value.room, QStringLiteral("12"));
    QCOMPARE(m_rig.entry(id).consents.first().decision, Decision::KeepMine);
}

void ConflictTest::keepTheirs()
{
    const CommandId id = conflicting();
    QVERIFY(m_rig.courier->decide(id, Decision::KeepTheirs, {}));
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QCOMPARE(now().name, QStringLiteral("theirs"));
    QCOMPARE(now().address.value.room, QStringLiteral("12"));
    // What gave way can still be read.
    const Consent consent = m_rig.entry(id).consents.first();
    QCOMPARE(consent.parts.size(), 1);
    QCOMPARE(consent.parts.first().mine, QJsonValue(QStringLiteral("mine")));
}

void ConflictTest::aDraftsFields()
{
    auto update = std::get<UpdateTask>(sampleCommand(m_rig.world, QStringLiteral("update-task")));
    TaskBody base = std::get<CreateTask>(sampleCommand(m_rig.world, QStringLiteral("create-task"))).body;
    base.number = QStringLiteral("draft");
    update.base = base;
    update.body = base;
    update.body.number = QStringLiteral("mine");
    TaskBody theirs = base;
    theirs.details.first().value = FieldValue::text(QStringLiteral("theirs"));
    theirs.plannedEnd = theirs.plannedEnd.addSecs(600);
    QVERIFY(settled(m_other->tasks.updateTask(m_rig.world.draft, theirs)));
    const CommandId id = m_rig.say(update);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    const Task task = settled(m_other->tasks.task(m_rig.world.draft)).value().value;
    QCOMPARE(task.number, QStringLiteral("mine"));
    QCOMPARE(task.plannedEnd.value, theirs.plannedEnd);
    QCOMPARE(task.details.first().value.asText(), QStringLiteral("theirs"));
}

void ConflictTest::aTemplatesRows()
{
    const Template there = settled(m_other->templates.taskTemplate(m_rig.world.taskTemplate)).value().value;
    const TemplateBody base = templateBodyOf(there);
    TemplateBody mine = base;
    mine.colour = QStringLiteral("#aabbcc");
    TemplateBody theirs = base;
    TemplateRow row;
    row.fieldId = m_rig.world.field;
    row.required = true;
    theirs.report.append(row);
    QVERIFY(settled(m_other->templates.updateTemplate(m_rig.world.taskTemplate, theirs)));
    const CommandId id = m_rig.say(UpdateTemplate{{m_rig.world.taskTemplate, {}}, mine, base});
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    const Template made = settled(m_other->templates.taskTemplate(m_rig.world.taskTemplate)).value().value;
    QCOMPARE(made.colour, mine.colour);
    QCOMPARE(made.report.size(), base.report.size() + 1);
    QCOMPARE(made.details.size(), base.details.size());
}

void ConflictTest::withoutALineItWaits()
{
    const ContractorBody base = known();
    ContractorBody mine = base;
    mine.name = QStringLiteral("mine");
    m_rig.proxy->setLineDown(true);
    const CommandId id = m_rig.say(UpdateContractor{{m_rig.world.contractor, {}}, mine, base});
    m_rig.courier->wake();
    QTRY_VERIFY(m_rig.entry(id).error.has_value());
    QCOMPARE(m_rig.stateOf(id), CommandState::Waiting);
    QCOMPARE(m_rig.entry(id).attempts, 0);
    QVERIFY(m_rig.entry(id).notBefore.isValid());
    // Each asking asks once.
    const QDateTime waits = m_rig.entry(id).notBefore;
    m_rig.courier->forgetBackoff();
    QVERIFY(m_rig.courier->isSending());
    QTRY_VERIFY(!m_rig.courier->isSending());
    QVERIFY(m_rig.entry(id).notBefore >= waits);
    QVERIFY(m_rig.courier->isIdle());
    m_rig.proxy->setLineDown(false);
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Sent);
    QCOMPARE(now().name, QStringLiteral("mine"));
}

void ConflictTest::whatIsGoneIsRefused()
{
    QVERIFY(settled(m_other->equipment.deleteEquipment(m_rig.world.equipment)));
    const CommandId id = m_rig.say(sampleCommand(m_rig.world, QStringLiteral("update-equipment")));
    QVERIFY(m_rig.runDown());
    QCOMPARE(m_rig.stateOf(id), CommandState::Refused);
    QVERIFY(!m_rig.entry(id).error->words.isEmpty());
}

QTEST_GUILESS_MAIN(ConflictTest)
#include "ConflictTest.moc"
