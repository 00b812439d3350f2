#include "exports/Clip.h"
#include "StoreFixture.h"
#include "store/Reader.h"

#include <QElapsedTimer>
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
    void aCancelledOneStops();
    void pagesInTheirOrder();

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

/// By the time it takes: of the pages it would go through all but the first are left.
void ClipTest::aCancelledOneStops()
{
    const exports::ClipOrder order{QVector<RowId>(exports::MostCopied, 1), ClipFormat::Table, {}, {}};
    QElapsedTimer timer;
    timer.start();
    exports::ClipJob whole(*m_reader, order);
    auto done = whole.future();
    done.waitForFinished();
    QVERIFY(endedResult(done));
    const qint64 all = timer.elapsed();
    exports::ClipJob cancelled(*m_reader, order);
    cancelled.cancel();
    timer.restart();
    auto ended = cancelled.future();
    ended.waitForFinished();
    QCOMPARE(endedResult(ended).error().kind, ErrorKind::Cancelled);
    QVERIFY2(
        timer.elapsed() < all / 2,
        qPrintable(QString::number(timer.elapsed()) + u'/' + QString::number(all)));
}

void ClipTest::pagesInTheirOrder()
{
    QVector<store::Kept<Task>> tasks;
    for (int i = 0; i < 1200; ++i)
        tasks.append(told(QString::number(1000 + i), QString::number(5000 + i)));
    QVERIFY(m_store->mirror->applyTasks(tasks, QVector<qint64>(tasks.size(), 0)));
    QVector<RowId> rows;
    for (RowId row = 1202; row > 2; --row)
        rows.append(row);
    exports::ClipJob job(*m_reader, {rows, ClipFormat::Table, {u"number"_s}, {}});
    auto done = job.future();
    done.waitForFinished();
    const auto clip = endedResult(done);
    QVERIFY(clip);
    QCOMPARE(clip->rows, 1200);
    const QStringList lines = clip->text.split(u'\n');
    QCOMPARE(lines.size(), 1202);
    for (int i = 0; i < 1200; ++i)
        QCOMPARE(lines.at(i + 1), QString::number(6199 - i));
}

QTEST_GUILESS_MAIN(ClipTest)
#include "ClipTest.moc"
