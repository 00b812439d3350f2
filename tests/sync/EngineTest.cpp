#include "sync/Engine.h"
#include "FaultProxy.h"
#include "core/Clock.h"
#include "sandbox/Sandbox.h"
#include "store/Reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace naryad;
using sync::Engine;

/// The engine on real sockets against the stand-in, with the fault proxy between them.
class EngineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theFirstSynchronisationFillsTheMirror();
    void nothingChangedCostsOneRequest();
    void theMainJobReachesTheServiceExactly();
    void aLostAnswerIsNeitherRepeatedNorCalledFailed();
    void aRefusedKeyPausesAndLosesNothing();
    void aSynchronisationEndsAlsoWithARefusedKey();
    void aSynchronisationReadsWhatIsThereWhenItIsAskedFor();
    void aRefusalShowsTheServicesWords();
    void theListIsThereWithoutALine();

private:
    void start(const QString &key = {});
    bool isOnline() const { return m_engine->state().phase == SyncState::Phase::Online; }
    QJsonValue ask(const QString &path) const;
    TaskBody body() const;
    template <class T> static Result<T> await(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20000) || future.resultCount() == 0)
            return fail(ErrorKind::Cancelled);
        return future.result();
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<test::FaultProxy> m_proxy;
    std::unique_ptr<Engine> m_engine;
};

void EngineTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    sandbox::Options options;
    options.tasks = 120;
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    QVERIFY(m_sandbox->start());
    m_proxy = std::make_unique<test::FaultProxy>(m_sandbox->address());
}

void EngineTest::cleanup()
{
    m_engine.reset();
    m_proxy.reset();
    m_sandbox.reset();
}

void EngineTest::start(const QString &key)
{
    Account account;
    account.name = QStringLiteral("test");
    account.base = m_proxy->url();
    account.zoneId = "Europe/Moscow";
    account.folder = m_folder->path();
    sync::EngineOptions options;
    options.hold = std::chrono::seconds(0);
    m_engine = std::make_unique<Engine>(account, key.isEmpty() ? m_sandbox->key() : key, m_clock, options);
    QVERIFY(m_engine->open());
}

QJsonValue EngineTest::ask(const QString &path) const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_sandbox->address().toString() + path));
    request.setRawHeader("Authorization", "key=" + m_sandbox->key().toUtf8());
    std::unique_ptr<QNetworkReply> reply(manager.get(request));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

TaskBody EngineTest::body() const
{
    TaskBody body;
    body.taskTemplate = {QStringLiteral("829"), QStringLiteral("Ремонт")};
    body.contractor = Known<NamedRef>::fromHere({QStringLiteral("97611"), QStringLiteral("ООО «Ромашка»")});
    body.worker = Known<NamedRef>::fromHere({QStringLiteral("3005"), QStringLiteral("Сергей Кузнецов")});
    body.address
        = Known<Address>::fromHere({QStringLiteral("Ленинский 6"), QStringLiteral("1"), {}, {}, {}, {}, {}});
    body.resultCheck = Known<bool>::fromHere(true);
    body.plannedStart = QDateTime({2026, 11, 24}, {9, 0}, Qt::UTC);
    body.plannedEnd = body.plannedStart.addSecs(3600);
    body.details
        = {{QStringLiteral("2302"), QStringLiteral("Сумма"), 2, FieldValue::number(QStringLiteral("100"))}};
    return body;
}

void EngineTest::theFirstSynchronisationFillsTheMirror()
{
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOnline() && m_engine->state().detailsMissing == 0, 20000);
    QCOMPARE(m_engine->state().tasksKnown, 120);
    store::Reader reader(m_engine->mirrorPath(), m_engine->journalPath());
    const auto ids = await(reader.taskIds({}, -1));
    QVERIFY(ids);
    QCOMPARE(ids->rows.size(), 120);
    const auto rows = await(reader.taskRows(ids->rows.mid(0, 1)));
    QVERIFY(rows && rows->size() == 1);
    QVERIFY(rows->first().detailsLoaded);
    // The document's get-task tells neither: not known, never empty.
    QVERIFY(!rows->first().contractor.isKnown());
    QVERIFY(!rows->first().worker.isKnown());
    QCOMPARE(await(reader.contractors(QString(), 200))->size(), 40);
    QCOMPARE(await(reader.employees(QString::fromUtf16(u"елкин"), true, 10))->size(), 1);
    const auto form = await(reader.templateForm(QStringLiteral("829")));
    QVERIFY(form && form->loaded);
    QCOMPARE(form->field(QStringLiteral("2304"))->values.size(), 3);
}

void EngineTest::nothingChangedCostsOneRequest()
{
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOnline() && m_engine->state().detailsMissing == 0, 20000);
    const int before = m_engine->state().requests;
    m_engine->refresh();
    QTRY_COMPARE(m_engine->state().requests, before + 1);
    QTRY_VERIFY(isOnline());
    QCOMPARE(m_engine->state().requests, before + 1);
}

void EngineTest::theMainJobReachesTheServiceExactly()
{
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(), 20000);
    const auto created = await(m_engine->submit(CreateTask{body()}));
    QVERIFY(created);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().sent, 1, 10000);
    const QJsonArray made = ask(QStringLiteral("/sandbox/new-tasks")).toArray();
    QCOMPARE(made.size(), 1);
    const QString id = made.first().toString();
    const ObjectRef task{id, {}};

    TaskBody changed = body();
    changed.address.value.text = QStringLiteral("Ленинский 7");
    QVERIFY(await(m_engine->submit(UpdateTask{task, changed})));
    changed.draft = false;
    QVERIFY(await(m_engine->submit(UpdateTask{task, changed})));
    QVERIFY(await(m_engine->submit(AddComment{task, QStringLiteral("a < b & c"), {}})));
    QVERIFY(
        await(m_engine->submit(CloseTask{task, {QStringLiteral("74"), {}}, QStringLiteral("готово"), {}})));
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().sent, 5, 10000);

    const QJsonObject truth = ask(QStringLiteral("/sandbox/task?id=") + id).toObject();
    QCOMPARE(truth.value(QStringLiteral("draft")).toBool(true), false);
    QCOMPARE(truth.value(QStringLiteral("address")).toString(), QStringLiteral("Ленинский 7"));
    QCOMPARE(truth.value(QStringLiteral("addressPorch")).toString(), QStringLiteral("1"));
    QCOMPARE(
        truth.value(QStringLiteral("plannedVisitTime")).toString(), QStringLiteral("2026-11-24T09:00:00Z"));
    QCOMPARE(truth.value(QStringLiteral("closed_result")).toString(), QStringLiteral("74"));
    QCOMPARE(truth.value(QStringLiteral("closed_note")).toString(), QStringLiteral("готово"));
    QCOMPARE(truth.value(QStringLiteral("comments")).toArray(), QJsonArray{QStringLiteral("a < b & c")});
    const QJsonObject counts = ask(QStringLiteral("/sandbox/requests")).toObject();
    QCOMPARE(counts.value(QStringLiteral("create-task")).toInt(), 1);
    QCOMPARE(counts.value(QStringLiteral("update-task")).toInt(), 2);

    // What the service does not read back is known from here.
    store::Reader reader(m_engine->mirrorPath(), m_engine->journalPath());
    TaskQuery query;
    query.text = QStringLiteral("кузнецов");
    QTRY_COMPARE(await(reader.taskIds(query, -1))->rows.size(), 1);
    const RowId row = await(reader.taskIds(query, -1))->rows.first();
    QVERIFY(row > 0);
    const auto card = await(reader.taskCard(row));
    QVERIFY(card);
    QCOMPARE(card->task.worker.source, Source::Here);
    QCOMPARE(card->row.state, TaskState::Closed);
    QCOMPARE(card->row.pending, PendingState::None);
    QCOMPARE(card->said.size(), 5);
}

void EngineTest::aLostAnswerIsNeitherRepeatedNorCalledFailed()
{
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(), 20000);
    m_proxy->spoil(QStringLiteral("create-task"), test::Fault::FinAfter, -1);
    const auto created = await(m_engine->submit(CreateTask{body()}));
    QVERIFY(created);
    // A comment on what may or may not exist waits behind it.
    store::Reader reader(m_engine->mirrorPath(), m_engine->journalPath());
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().unsure, 1, 10000);
    const QString token = await(reader.outbox(1))->first().token;
    QVERIFY(await(m_engine->submit(AddComment{{{}, token}, QStringLiteral("after"), {}})));
    m_engine->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(), 10000);
    QCOMPARE(m_engine->state().unsure, 1);
    QCOMPARE(m_engine->state().waiting, 1);
    QCOMPARE(ask(QStringLiteral("/sandbox/new-tasks")).toArray().size(), 1);
    QCOMPARE(
        ask(QStringLiteral("/sandbox/requests")).toObject().value(QStringLiteral("create-task")).toInt(), 1);

    const auto found = await(m_engine->lookFor(*created));
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QVERIFY(await(m_engine->decide(*created, Decision::ItIsThere, found->first().id)));
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().waiting + m_engine->state().unsure, 0, 10000);
    const QJsonObject truth = ask(QStringLiteral("/sandbox/task?id=") + found->first().id).toObject();
    QCOMPARE(truth.value(QStringLiteral("comments")).toArray(), QJsonArray{QStringLiteral("after")});
    QCOMPARE(
        ask(QStringLiteral("/sandbox/requests")).toObject().value(QStringLiteral("create-task")).toInt(), 1);
}

void EngineTest::aRefusedKeyPausesAndLosesNothing()
{
    start(QStringLiteral("wrong"));
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().phase, SyncState::Phase::KeyRefused, 10000);
    QVERIFY(await(m_engine->submit(CreateTask{body()})));
    QCOMPARE(m_engine->state().waiting, 1);
    m_engine->setKey(m_sandbox->key());
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().sent, 1, 10000);
    QCOMPARE(ask(QStringLiteral("/sandbox/new-tasks")).toArray().size(), 1);
}

void EngineTest::aSynchronisationEndsAlsoWithARefusedKey()
{
    start(QStringLiteral("wrong"));
    QVERIFY(await(m_engine->submit(CreateTask{body()})));
    const auto ended = await(m_engine->syncOnce());
    QVERIFY(ended);
    QCOMPARE(ended->phase, SyncState::Phase::KeyRefused);
    QCOMPARE(ended->waiting, 1);
    // And with no line at all.
    m_proxy->setLineDown(true);
    m_engine->setKey(m_sandbox->key());
    const auto offline = await(m_engine->syncOnce());
    QVERIFY(offline);
    QCOMPARE(offline->phase, SyncState::Phase::Offline);
    QCOMPARE(offline->waiting, 1);
}

/// One that has read the feed already tells nothing of what came after.
void EngineTest::aSynchronisationReadsWhatIsThereWhenItIsAskedFor()
{
    const QString list = QStringLiteral("get-employee-list");
    const auto walks = [this] {
        const auto seen = m_proxy->seen();
        return std::count_if(seen.begin(), seen.end(), [](const test::FaultProxy::Seen &one) {
            return one.request.target.contains("get-employee-list?page=0");
        });
    };
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOnline() && m_engine->state().detailsMissing == 0, 20000);
    const auto before = walks();
    test::Spoiling late;
    late.fault = test::Fault::Late;
    late.delayMs = 200;
    m_proxy->spoil(list, late);
    const auto first = m_engine->syncOnce();
    QTRY_COMPARE(walks(), before + 1); // so the feed has been read
    const auto second = m_engine->syncOnce();
    QVERIFY(await(first));
    QVERIFY(await(second));
    QCOMPARE(walks(), before + 2);
}

void EngineTest::aRefusalShowsTheServicesWords()
{
    start();
    TaskBody odd = body();
    odd.taskTemplate = {QStringLiteral("1"), {}};
    const auto id = await(m_engine->submit(CreateTask{odd}));
    QVERIFY(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().refused, 1, 10000);
    store::Reader reader(m_engine->mirrorPath(), m_engine->journalPath());
    const auto entries = await(reader.outbox(1));
    QVERIFY(entries->first().error && entries->first().error->words.contains(QString::fromUtf16(u"шаблон")));
    QVERIFY(await(m_engine->decide(*id, Decision::Drop)));
    QTRY_COMPARE(m_engine->state().refused, 0);
}

void EngineTest::theListIsThereWithoutALine()
{
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOnline() && m_engine->state().detailsMissing == 0, 20000);
    m_engine.reset();
    m_sandbox->stop();
    m_proxy->setLineDown(true);
    Account account;
    account.base = m_proxy->url();
    account.folder = m_folder->path();
    sync::EngineOptions options;
    options.autoStart = false;
    m_engine = std::make_unique<Engine>(account, QStringLiteral("key"), m_clock, options);
    QVERIFY(m_engine->open());
    store::Reader reader(m_engine->mirrorPath(), m_engine->journalPath());
    QCOMPARE(await(reader.taskIds({}, -1))->rows.size(), 120);
    QCOMPARE(m_engine->state().requests, 0);
    QVERIFY(await(m_engine->submit(CreateTask{body()})));
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().phase, SyncState::Phase::Offline, 10000);
    QCOMPARE(await(reader.taskIds({}, -1))->rows.size(), 121);
}

QTEST_GUILESS_MAIN(EngineTest)
#include "EngineTest.moc"
