#include "core/Clock.h"
#include "sandbox/Sandbox.h"
#include "store/Mirror.h"
#include "store/Reader.h"
#include "sync/Engine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

using namespace naryad;
using namespace std::chrono_literals;
using sync::Engine;

/// The engine against the stand-in while another client works on it: what shows up, and what it costs.
class FeedsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void nothingChangedIsOneRequestATypeInUse_data();
    void nothingChangedIsOneRequestATypeInUse();
    void whatChangedIsReadOnceEach();
    void whatAnotherClientDoesShowsUp();
    void aRefusedTypeIsNotAskedAgain();
    void aPausedSynchronisationGoesOn();
    void changesAreLookedForWhileDetailsAreRead();
    void howLongItTakesIsNotToldWhereNothingComes();

private:
    void serve(const QStringList &feedTypes);
    void serveSlowly(int tasks, std::chrono::milliseconds lookEvery);
    void start(std::chrono::milliseconds lookEvery = 1h);
    bool isSettled() const
    {
        const SyncState &state = m_engine->state();
        return state.phase == SyncState::Phase::Online && state.detailsMissing == 0 && state.tasksListed == 0
            && state.requests > 0;
    }
    QJsonValue call(const QString &path, const QByteArray &body = {}) const;
    int asked(const char *command = nullptr) const;
    int askedBesideFeeds() const;
    /// Asks for changes as F5 does and waits until all is read.
    void refresh();

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<Engine> m_engine;
};

void FeedsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void FeedsTest::cleanup()
{
    m_engine.reset();
    m_sandbox.reset();
}

void FeedsTest::serve(const QStringList &feedTypes)
{
    sandbox::Options options;
    options.tasks = 60;
    options.contractors = 12;
    options.equipment = 15;
    options.feedTypes = feedTypes;
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    QVERIFY(m_sandbox->start());
}

void FeedsTest::start(std::chrono::milliseconds lookEvery)
{
    Account account;
    account.base = m_sandbox->address();
    account.zoneId = "Europe/Moscow";
    account.folder = m_folder->path();
    sync::EngineOptions options;
    options.lookEvery = lookEvery;
    m_engine = std::make_unique<Engine>(account, m_sandbox->key(), m_clock, options);
    QVERIFY(m_engine->open());
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), 20000);
    // The first walk of the task list: six pages, the empty one, and two asked for ahead.
    QTRY_COMPARE(asked("get-task-list") % 9, 0);
    QTRY_VERIFY(asked("get-task-list") > 0);
}

QJsonValue FeedsTest::call(const QString &path, const QByteArray &body) const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_sandbox->address().toString() + path));
    request.setRawHeader("Authorization", "key=" + m_sandbox->key().toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    std::unique_ptr<QNetworkReply> reply(body.isEmpty() ? manager.get(request) : manager.post(request, body));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

int FeedsTest::asked(const char *command) const
{
    const QJsonObject counts = call(QStringLiteral("/sandbox/requests")).toObject();
    int sum = 0;
    for (auto item = counts.begin(); item != counts.end(); ++item) {
        if (!command || item.key() == QLatin1String(command))
            sum += item.value().toInt();
    }
    return sum;
}

/// By one question: looks go on between two.
int FeedsTest::askedBesideFeeds() const
{
    QJsonObject counts = call(QStringLiteral("/sandbox/requests")).toObject();
    counts.remove(QStringLiteral("get-updates"));
    int sum = 0;
    for (const auto &count : std::as_const(counts))
        sum += count.toInt();
    return sum;
}

void FeedsTest::refresh()
{
    const QDateTime before = m_engine->state().lastSuccess;
    // Success is told in whole milliseconds.
    QTRY_VERIFY(m_clock.now() > before);
    m_engine->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->state().lastSuccess > before && isSettled(), 10000);
}

void FeedsTest::nothingChangedIsOneRequestATypeInUse_data()
{
    QTest::addColumn<QStringList>("types");
    QTest::newRow("tasks alone") << QStringList();
    QTest::newRow("all types") << QStringList{
        QStringLiteral("contractor"), QStringLiteral("template"), QStringLiteral("equipment")};
}

void FeedsTest::nothingChangedIsOneRequestATypeInUse()
{
    QFETCH(QStringList, types);
    serve(types);
    start();
    const int inUse = 1 + static_cast<int>(types.size());
    int before = asked();
    refresh();
    QCOMPARE(asked(), before + inUse);
    refresh();
    QCOMPARE(asked(), before + 2 * inUse);
    // And where it looks by itself.
    m_engine.reset();
    start(50ms);
    before = askedBesideFeeds();
    const int feeds = asked("get-updates");
    QTRY_VERIFY(asked("get-updates") >= feeds + 5 * inUse);
    m_engine.reset();
    QCOMPARE(askedBesideFeeds(), before);
}

void FeedsTest::whatChangedIsReadOnceEach()
{
    serve({QStringLiteral("contractor"), QStringLiteral("template"), QStringLiteral("equipment")});
    start();
    QVERIFY(call(QStringLiteral("/api/v5/create-contractor"), "{\"name\":\"ООО «Новый»\"}")
                .toObject()
                .contains(QStringLiteral("id")));
    const QString piece = call(QStringLiteral("/api/v5/create-equipment"), "{\"serialNumber\":\"SN-77-Ё\"}")
                              .toObject()
                              .value(QStringLiteral("id"))
                              .toVariant()
                              .toString();
    QVERIFY(!piece.isEmpty());
    const int before = asked();
    refresh();
    // Four feeds, one contractor, one piece of equipment.
    QTRY_COMPARE(asked(), before + 4 + 2);
    QCOMPARE(asked("get-contractor"), 13);
    QCOMPARE(asked("get-equipment"), 16);
    m_engine->refresh();
    QTRY_COMPARE(asked(), before + 2 * 4 + 2);
}

void FeedsTest::whatAnotherClientDoesShowsUp()
{
    serve({});
    start();
    const QJsonArray page = call(QStringLiteral("/api/v5/get-task-list?page=2")).toArray();
    const QString commented = page.at(0).toObject().value(QStringLiteral("id")).toVariant().toString();
    const QString removed = page.at(1).toObject().value(QStringLiteral("id")).toVariant().toString();
    QVERIFY(call(
                QStringLiteral("/api/v5/create-comment"),
                "{\"message\":\"x\",\"task\":{\"id\":\"" + commented.toUtf8() + "\"}}")
                .toObject()
                .contains(QStringLiteral("id")));
    call(QStringLiteral("/sandbox/remove-task?id=") + removed);
    const int before = asked("get-task");
    refresh();
    QCOMPARE(asked("get-task"), before + 2);
    QCOMPARE(m_engine->state().tasksKnown, 59);
    // One that no feed names is found by the next walk.
    const QString silent = page.at(2).toObject().value(QStringLiteral("id")).toVariant().toString();
    call(QStringLiteral("/sandbox/remove-task?told=0&id=") + silent);
    m_engine.reset();
    {
        auto mirror = store::Mirror::open(m_folder->filePath(QStringLiteral("mirror.db")));
        QVERIFY(mirror);
        QVERIFY((*mirror)->endTaskWalk(m_clock.now().addDays(-2)));
        QVERIFY((*mirror)->mirrored(removed)->value().gone);
        QVERIFY(!(*mirror)->mirrored(silent)->value().gone);
    }
    start();
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().tasksKnown, 58, 10000);
}

void FeedsTest::aRefusedTypeIsNotAskedAgain()
{
    serve({});
    start();
    QCOMPARE(asked("get-updates"), 1 + 3);
    m_engine.reset();
    start();
    QTRY_COMPARE(asked("get-updates"), 1 + 3 + 1);
}

void FeedsTest::aPausedSynchronisationGoesOn()
{
    serve({});
    Account account;
    account.base = m_sandbox->address();
    account.zoneId = "Europe/Moscow";
    account.folder = m_folder->path();
    m_engine = std::make_unique<Engine>(account, m_sandbox->key(), m_clock);
    QVERIFY(m_engine->open());
    m_engine->setPaused(true);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_engine->state().paused && m_engine->state().phase == SyncState::Phase::Online, 10000);
    QCOMPARE(m_engine->state().tasksKnown, 60);
    QVERIFY(m_engine->state().detailsMissing > 0);
    m_engine->setPaused(false);
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), 10000);
    QVERIFY(!m_engine->state().paused);
    QCOMPARE(asked("get-task"), 60);
}

/// Nine details are read in each 50 ms.
void FeedsTest::serveSlowly(int tasks, std::chrono::milliseconds lookEvery)
{
    sandbox::Options served;
    served.tasks = tasks;
    served.latencyMs = 50;
    m_sandbox = std::make_unique<sandbox::Sandbox>(served);
    QVERIFY(m_sandbox->start());
    Account account;
    account.base = m_sandbox->address();
    account.zoneId = "Europe/Moscow";
    account.folder = m_folder->path();
    sync::EngineOptions options;
    options.lookEvery = lookEvery;
    m_engine = std::make_unique<Engine>(account, m_sandbox->key(), m_clock, options);
}

/// A first synchronisation may take an hour; the day goes on meanwhile.
void FeedsTest::changesAreLookedForWhileDetailsAreRead()
{
    serveSlowly(300, 200ms);
    int feeds = 0;
    const auto looks = [&] {
        feeds = asked("get-updates");
        return feeds >= 4 + 3;
    };
    QVERIFY(m_engine->open());
    QTRY_VERIFY(m_engine->state().detailsMissing > 200);
    QTRY_VERIFY(looks());
    QVERIFY(m_engine->state().detailsMissing > 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().detailsMissing, 0, 20000);
    // No task was asked for twice on that account.
    QCOMPARE(asked("get-task"), 300);
}

void FeedsTest::howLongItTakesIsNotToldWhereNothingComes()
{
    serveSlowly(2000, 1h);
    QVERIFY(m_engine->open());
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->state().minutesLeft > 0, 20000);
    m_sandbox.reset();
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state().phase, SyncState::Phase::Offline, 20000);
    QVERIFY(m_engine->state().detailsMissing > 0);
    QTRY_COMPARE(m_engine->state().minutesLeft, -1);
}

QTEST_GUILESS_MAIN(FeedsTest)
#include "FeedsTest.moc"
