#include "exports/Clip.h"
#include "StoreFixture.h"
#include "store/Reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace Qt::StringLiterals;
using exports::ClipFormat;

/// What is put on the clipboard of some tasks.
class ClipTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aTable();
    void aLineForAPerson();
    void markdown();
    void json();
    void phones();
    void tooMany();

private:
    Result<exports::Clip> copy(ClipFormat format, const QStringList &columns = {});

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<store::Reader> m_reader;
};

void ClipTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    QVERIFY(m_store->openMirror() && m_store->openJournal());
    auto first = told(u"17"_s, u"1042"_s);
    first.value.contractor = Known<NamedRef>::fromService({u"12"_s, u"=1|<b>\tРомашка"_s});
    first.value.worker = Known<NamedRef>::fromService({});
    auto second = told(u"18"_s, u"1043"_s);
    second.value.contractor = first.value.contractor;
    QVERIFY(m_store->mirror->applyTasks({first, second}, {0, 0}));
    Contractor contractor;
    contractor.id = u"12"_s;
    contractor.name = u"Ромашка"_s;
    contractor.persons = Known<QVector<Person>>::fromService({{u"3"_s, u"Александр"_s}});
    contractor.phones = Known<QVector<Phone>>::fromService(
        {{u"1"_s, u"89036277781"_s, {}}, {u"2"_s, u"832874834"_s, u"3"_s}, {u"4"_s, u"11"_s, {}, true}});
    contractor.detailsLoaded = true;
    QVERIFY(m_store->mirror->applyContractorList({{contractor.id, contractor.name, {}}}, true));
    QVERIFY(m_store->mirror->applyContractors({{contractor, {}}}));
    m_reader = std::make_unique<store::Reader>(m_store->mirrorPath(), m_store->journalPath());
}

void ClipTest::cleanup()
{
    m_reader.reset();
    m_store.reset();
}

Result<exports::Clip> ClipTest::copy(ClipFormat format, const QStringList &columns)
{
    exports::ClipJob job(*m_reader, {{1, 2}, format, columns, AccountZone("Europe/Moscow")});
    auto done = job.future();
    done.waitForFinished();
    return endedResult(done);
}

void ClipTest::aTable()
{
    const auto clip = copy(ClipFormat::Table, {u"number"_s, u"contractor"_s, u"worker"_s});
    QVERIFY(clip);
    QCOMPARE(clip->rows, 2);
    QCOMPARE(
        clip->text, u"Number\tContractor\tWorker\n1042\t'=1|<b> Ромашка\t\n1043\t'=1|<b> Ромашка\t—?\n"_s);
    QVERIFY(clip->html.contains(u">'=1|&lt;b&gt;\tРомашка</td>"_s));
    QVERIFY(!clip->html.contains(u"<b>"_s));
}

void ClipTest::aLineForAPerson()
{
    const QStringList lines = copy(ClipFormat::Text)->text.split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.first().startsWith(u"Task 1042 · "_s));
    QVERIFY(lines.first().contains(u"15:00 · Монтаж · "_s));
    QVERIFY(lines.first().endsWith(u" · sent"_s));
}

void ClipTest::markdown()
{
    const QStringList lines = copy(ClipFormat::Markdown, {u"number"_s, u"contractor"_s})->text.split(u'\n');
    QCOMPARE(lines.at(0), u"| Number | Contractor |"_s);
    QCOMPARE(lines.at(1), u"| --- | --- |"_s);
    QCOMPARE(lines.at(2), u"| 1042 | =1\\|\\<b\\>\tРомашка |"_s);
}

void ClipTest::json()
{
    const QJsonArray all = QJsonDocument::fromJson(copy(ClipFormat::Json)->text.toUtf8()).array();
    QCOMPARE(all.size(), 2);
    const QJsonObject first = all.first().toObject();
    QCOMPARE(first.value(u"id").toString(), u"17"_s);
    QCOMPARE(first.value(u"plan").toString(), u"2026-11-24T15:00:00+03:00"_s);
    QCOMPARE(first.value(u"worker"), QJsonValue(QString()));
    QCOMPARE(all.last().toObject().value(u"worker"), QJsonValue(QJsonValue::Null));
}

void ClipTest::phones()
{
    // Both tasks are of one client: it is called once.
    QCOMPARE(copy(ClipFormat::Phones)->text, u"Ромашка: +7 (903) 627-77-81, 832874834 Александр\n"_s);
}

void ClipTest::tooMany()
{
    exports::ClipJob job(*m_reader, {QVector<RowId>(exports::MostCopied + 1, 1)});
    auto done = job.future();
    done.waitForFinished();
    QCOMPARE(done.result().error().kind, ErrorKind::BadInput);
}

QTEST_GUILESS_MAIN(ClipTest)
#include "ClipTest.moc"
