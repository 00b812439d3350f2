#include "StoreFixture.h"
#include "core/CommandKinds.h"
#include "store/Reader.h"

#include <QDateTime>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;

/// Templates and fields as the service told them, with what this computer said laid over them.
class TemplateStockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void whatWasToldIsListedByName();
    void whatIsSaidHereIsLaidOver();
    void whatWasDoneAndNotReadAgainIsNotTakenBack();
    void whatIsGoneStaysGone();

private:
    TemplateStock stock() const
    {
        auto future = m_reader->templateStock();
        future.waitForFinished();
        return future.result().value();
    }
    QStringList names() const
    {
        QStringList all;
        const TemplateStock now = stock();
        for (const Stocked<Template> &one : now.templates)
            all.append(one.value.name);
        return all;
    }
    void settle(CommandId id, CommandState state, const QString &result = {})
    {
        QVERIFY(m_store->journal->beginAttempt(id, "{}", {}));
        store::Outcome outcome;
        outcome.state = state;
        outcome.resultId = result;
        QVERIFY(m_store->journal->settle(id, outcome));
    }
    Template repair() const
    {
        Template value;
        value.id = u"1"_s;
        value.name = u"Repair"_s;
        value.visitDay = {u"3"_s, u"Tomorrow"_s};
        return value;
    }

    std::unique_ptr<test::StoreFixture> m_store;
    std::unique_ptr<store::Reader> m_reader;
};

void TemplateStockTest::init()
{
    m_reader.reset();
    m_store = std::make_unique<test::StoreFixture>();
    // What was done of late is late by the clock of the system.
    m_store->clock.advance(
        std::chrono::milliseconds(m_store->clock.now().msecsTo(QDateTime::currentDateTimeUtc())));
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->openMirror());
    QVERIFY(m_store->mirror->applyTemplates({{repair(), "{}"}}));
    TemplateField odd;
    odd.id = u"10"_s;
    odd.name = u"Odd"_s;
    odd.typeId = 9;
    odd.typeName = u"date"_s;
    QVERIFY(m_store->mirror->applyTemplateFields({{odd, "{}"}}));
    m_reader = std::make_unique<store::Reader>(m_store->mirrorPath(), m_store->journalPath());
}

void TemplateStockTest::whatWasToldIsListedByName()
{
    QVERIFY(m_store->mirror->applyTemplateList(
        {{u"1"_s, u"Repair"_s}, {u"2"_s, u"ёлка"_s}, {u"3"_s, u"Assembly"_s}}, true));
    const TemplateStock now = stock();
    QCOMPARE(names(), (QStringList{u"Assembly"_s, u"Repair"_s, u"ёлка"_s}));
    QVERIFY(now.findTemplate(u"1"_s)->loaded);
    QVERIFY(!now.findTemplate(u"2"_s)->loaded);
    QCOMPARE(now.fieldTypes, (QVector<NamedRef>{{u"9"_s, u"date"_s}}));
    QCOMPARE(now.visitDays.size(), 2); // the document's and the one told
    QCOMPARE(now.visitDays.last(), (NamedRef{u"3"_s, u"Tomorrow"_s}));
}

void TemplateStockTest::whatIsSaidHereIsLaidOver()
{
    CreateTemplateField field;
    field.body = {u"New field"_s, 1};
    const auto made = m_store->journal->append(field);
    QVERIFY(made);
    UpdateTemplate update{{u"1"_s, {}}, templateBodyOf(repair()), templateBodyOf(repair())};
    update.body.name = u"Repairs"_s;
    TemplateRow row;
    row.fieldId = localId(made->token);
    update.body.details.append(row);
    const auto said = m_store->journal->append(update);
    QVERIFY(said);
    TemplateStock now = stock();
    QCOMPARE(now.findTemplate(u"1"_s)->value.name, u"Repairs"_s);
    QCOMPARE(now.findTemplate(u"1"_s)->pending, PendingState::Waiting);
    QVERIFY(now.findField(localId(made->token)));
    QCOMPARE(now.usesOf(localId(made->token)).size(), 1);
    // The field has got its id: the template speaks of that from now on.
    settle(made->id, CommandState::Sent, u"77"_s);
    now = stock();
    QCOMPARE(now.idByToken.value(made->token), u"77"_s);
    QCOMPARE(now.findField(u"77"_s)->value.name, u"New field"_s);
    QCOMPARE(now.findTemplate(u"1"_s)->value.details.first().fieldId, u"77"_s);
    // A refused change is not what it is.
    settle(said->id, CommandState::Refused);
    now = stock();
    QCOMPARE(now.findTemplate(u"1"_s)->value.name, u"Repair"_s);
    QCOMPARE(now.findTemplate(u"1"_s)->pending, PendingState::Refused);
}

void TemplateStockTest::whatWasDoneAndNotReadAgainIsNotTakenBack()
{
    UpdateTemplate update{{u"1"_s, {}}, templateBodyOf(repair()), templateBodyOf(repair())};
    update.body.name = u"Repairs"_s;
    const auto said = m_store->journal->append(update);
    QVERIFY(said);
    QVERIFY(m_store->mirror->wantTemplate(u"1"_s));
    settle(said->id, CommandState::Sent, u"1"_s);
    QCOMPARE(names(), QStringList{u"Repairs"_s});
    // Read again, the service's word counts, also where another has changed it back.
    QVERIFY(m_store->mirror->applyTemplates({{repair(), "{}"}}));
    QCOMPARE(names(), QStringList{u"Repair"_s});
}

void TemplateStockTest::whatIsGoneStaysGone()
{
    const auto created = m_store->journal->append(CreateTemplate{{u"Mine"_s, {}, {}, {}, {}, {}}});
    QVERIFY(created);
    QCOMPARE(names(), (QStringList{u"Mine"_s, u"Repair"_s}));
    settle(created->id, CommandState::Sent, u"5"_s);
    QVERIFY(stock().findTemplate(u"5"_s));
    const auto removed
        = m_store->journal->append(DeleteTemplate{{u"1"_s, {}}, u"Repair"_s}, CommandState::Held);
    QVERIFY(removed);
    QVERIFY(stock().findTemplate(u"1"_s)->leaving);
    QVERIFY(m_store->journal->recall(removed->id));
    QVERIFY(!stock().findTemplate(u"1"_s)->leaving);
    const auto again = m_store->journal->append(DeleteTemplate{{u"1"_s, {}}, u"Repair"_s});
    settle(again->id, CommandState::Sent);
    QCOMPARE(names(), QStringList{u"Mine"_s});
    // Somebody else has deleted what was made here.
    QVERIFY(m_store->mirror->applyTemplateList({{u"5"_s, u"Mine"_s}}, true));
    QVERIFY(m_store->mirror->applyTemplateList({}, true));
    QVERIFY(names().isEmpty());
}

QTEST_GUILESS_MAIN(TemplateStockTest)
#include "TemplateStockTest.moc"
