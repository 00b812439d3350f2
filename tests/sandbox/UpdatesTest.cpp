#include "Desk.h"

#include <QTest>

using namespace naryad::test;

namespace {

qint64 number(const QJsonValue &row, const char *key)
{
    return row.toObject().value(QLatin1String(key)).toString().toLongLong();
}

} // namespace

/// get-updates and get-taskupdates.
class UpdatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(2000); }
    void theFeedNamesEveryTaskOnce();
    void aChangeMovesATaskToTheEnd();
    void everyWriteMovesItsTask_data();
    void everyWriteMovesItsTask();
    void refusalsMoveNothing();
    void atMostThreeThousandComeAtOnce();
    void otherTypesAreRefusedUnlessSwitchedOn_data();
    void otherTypesAreRefusedUnlessSwitchedOn();
    void otherTypesNameTheirObjects();
    void whatWasDeletedIsNamed();
    void eventsComeAHundredAtOnce();
    void eventsBeginAWeekBack();
    void everyChangeIsAnEvent();
    void eventsComeOnceInFiveMinutes();
    void theLimitCanBeSwitchedOff();

private:
    void start(int tasks, const QStringList &feedTypes = {}, bool limit = false)
    {
        naryad::sandbox::Options options;
        options.tasks = tasks;
        options.feedTypes = feedTypes;
        options.taskUpdatesLimit = limit;
        m_desk = std::make_unique<Desk>(options);
    }
    QJsonArray updates(qint64 usn, const char *type = "task")
    {
        return m_desk
            ->get(QStringLiteral("get-updates?type=%1&usn=%2").arg(QString::fromLatin1(type)).arg(usn))
            .array();
    }
    qint64 lastUsn(const char *type = "task")
    {
        qint64 usn = 0;
        for (QJsonArray page = updates(usn, type); !page.isEmpty(); page = updates(usn, type))
            usn = number(page.last(), "usn");
        return usn;
    }
    Reply events(const QString &query = {})
    {
        return m_desk->send("GET", QStringLiteral("/api/get-taskupdates") + query);
    }
    Reply eventsAfter(qint64 id) { return events(QStringLiteral("?id=%1").arg(id)); }
    qint64 create(const QByteArray &body = R"({"template":{"id":829},"employee":{"id":3005},"draft":true})")
    {
        return m_desk->post(QStringLiteral("create-task"), body).madeId();
    }

    std::unique_ptr<Desk> m_desk;
};

void UpdatesTest::theFeedNamesEveryTaskOnce()
{
    const QJsonArray all = updates(0);
    QCOMPARE(all.size(), 2000);
    QCOMPARE(
        all.at(0).toObject().keys(),
        QStringList({QStringLiteral("taskId"), QStringLiteral("time"), QStringLiteral("usn")}));
    QCOMPARE(number(all.at(0), "usn"), 363);
    for (int i = 1; i < all.size(); ++i) {
        QVERIFY(number(all.at(i), "usn") > number(all.at(i - 1), "usn"));
        QVERIFY(number(all.at(i), "taskId") > number(all.at(i - 1), "taskId"));
        const auto time
            = [&all](int row) { return all.at(row).toObject().value(QLatin1String("time")).toString(); };
        QVERIFY(time(i) >= time(i - 1));
        QVERIFY(QDateTime::fromString(time(i), QStringLiteral("yyyy-MM-dd HH:mm:ss")).isValid());
    }
    QCOMPARE(
        all.last().toObject().value(QLatin1String("time")),
        QStringLiteral("2026-11-24 12:00:00")); // in Moscow
    // From any number, known or between two, the rest.
    QCOMPARE(updates(number(all.at(9), "usn")).size(), 1990);
    QCOMPARE(updates(number(all.at(9), "usn") - 1).size(), 1991);
    QCOMPARE(updates(number(all.last(), "usn")).size(), 0);
    QCOMPARE(updates(9000000000).size(), 0);
    for (int row : {0, 777, 1999})
        QCOMPARE(
            m_desk->get(QStringLiteral("get-task?id=%1").arg(number(all.at(row), "taskId"))).status, 200);
}

void UpdatesTest::aChangeMovesATaskToTheEnd()
{
    const QJsonArray before = updates(0);
    const qint64 last = number(before.last(), "usn");
    const qint64 id = number(before.at(5), "taskId");
    const auto comment = [this, id](const char *words) {
        const QString body
            = QStringLiteral(R"({"message":"%1","task":{"id":%2}})").arg(QString::fromLatin1(words)).arg(id);
        QVERIFY(m_desk->post(QStringLiteral("create-comment"), body.toUtf8()).madeId() > 0);
    };
    m_desk->clock.advance(std::chrono::minutes(90));
    comment("one");
    const QJsonArray news = updates(last);
    QCOMPARE(news.size(), 1);
    QCOMPARE(number(news.at(0), "taskId"), id);
    QCOMPARE(news.at(0).toObject().value(QLatin1String("time")), QStringLiteral("2026-11-24 13:30:00"));
    comment("two");
    QCOMPARE(updates(last).size(), 1);
    QVERIFY(number(updates(last).at(0), "usn") > number(news.at(0), "usn"));
    QCOMPARE(updates(number(news.at(0), "usn")).size(), 1);
    const QJsonArray after = updates(0);
    QCOMPARE(after.size(), 2000);
    QCOMPARE(number(after.at(5), "taskId"), number(before.at(6), "taskId"));
    QCOMPARE(number(after.last(), "taskId"), id);
}

void UpdatesTest::everyWriteMovesItsTask_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("update-task") << QStringLiteral("/api/v5/update-task?id=%1")
                                 << QByteArray(R"({"template":{"id":829},"draft":true})");
    QTest::newRow("create-comment") << QStringLiteral("/api/v5/create-comment")
                                    << QByteArray(R"({"message":"x","task":{"id":%1}})");
    QTest::newRow("close-task") << QStringLiteral("/api/v4/close-task?id=%1")
                                << QByteArray(R"({"result_status":"74"})");
    QTest::newRow("add-template-fields-to-task")
        << QStringLiteral("/api/v5/add-template-fields-to-task?id=%1")
        << QByteArray(R"([{"to":"props","field":{"id":2319}}])");
    QTest::newRow("remove-template-fields-from-task")
        << QStringLiteral("/api/v5/remove-template-fields-from-task?id=%1")
        << QByteArray(R"([{"field":{"id":2302}}])");
}

void UpdatesTest::everyWriteMovesItsTask()
{
    QFETCH(const QString, path);
    QFETCH(QByteArray, body);
    const bool isSent = path.contains(QLatin1String("close"));
    const qint64 id = create(
        isSent ? R"({"template":{"id":829},"employee":{"id":3005},"draft":false})"
               : R"({"template":{"id":829},"draft":true})");
    const qint64 usn = lastUsn();
    const QString where = path.contains(QLatin1String("%1")) ? path.arg(id) : path;
    QCOMPARE(m_desk->send("POST", where, body.replace("%1", QByteArray::number(id))).status, 200);
    const QJsonArray news = updates(usn);
    QCOMPARE(news.size(), 1);
    QCOMPARE(number(news.at(0), "taskId"), id);
    QCOMPARE(
        m_desk->truthOf("task", id).value(QLatin1String("usn")),
        news.at(0).toObject().value(QLatin1String("usn")));
}

void UpdatesTest::refusalsMoveNothing()
{
    const qint64 usn = lastUsn();
    create(R"({"template":{"id":1},"draft":true})");
    m_desk->get(QStringLiteral("get-task-list"));
    m_desk->post(QStringLiteral("create-contractor"), R"({"name":"x"})"); // another type's numbers
    QCOMPARE(updates(usn).size(), 0);
}

void UpdatesTest::atMostThreeThousandComeAtOnce()
{
    start(7000);
    for (int i = 0; i < 3; ++i)
        create();
    qint64 usn = 0;
    QVector<int> sizes;
    QSet<qint64> seen;
    for (QJsonArray page = updates(usn); !page.isEmpty(); page = updates(usn)) {
        sizes.append(static_cast<int>(page.size()));
        for (const QJsonValue &row : page)
            seen.insert(number(row, "taskId"));
        usn = number(page.last(), "usn");
    }
    QCOMPARE(sizes, QVector<int>({3000, 3000, 1003}));
    QCOMPARE(seen.size(), 7003);
}

void UpdatesTest::otherTypesAreRefusedUnlessSwitchedOn_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type : {"contractor", "template", "equipment", "person", "Task", "", "task,contractor"})
        QTest::addRow("<%s>", type) << QString::fromLatin1(type);
}

void UpdatesTest::otherTypesAreRefusedUnlessSwitchedOn()
{
    QFETCH(const QString, type);
    const QString command = QStringLiteral("get-updates?type=%1&usn=0").arg(type);
    QCOMPARE(m_desk->get(command).code(), WrongValue);
    start(10, {QStringLiteral("contractor"), QStringLiteral("template"), QStringLiteral("equipment")});
    const bool known
        = QStringList({QStringLiteral("contractor"), QStringLiteral("template"), QStringLiteral("equipment")})
              .contains(type);
    QCOMPARE(m_desk->get(command).code(), known ? 0 : WrongValue);
    start(10, {QStringLiteral("template")});
    QCOMPARE(m_desk->get(command).status, type == QLatin1String("template") ? 200 : 400);
}

void UpdatesTest::otherTypesNameTheirObjects()
{
    start(10, {QStringLiteral("contractor"), QStringLiteral("template"), QStringLiteral("equipment")});
    QCOMPARE(updates(0, "contractor").size(), 40);
    QCOMPARE(updates(0, "template").size(), 8);
    QCOMPARE(updates(0, "equipment").size(), 300);
    const QJsonObject first = updates(0, "contractor").at(0).toObject();
    QCOMPARE(
        first.keys(),
        QStringList({QStringLiteral("objectId"), QStringLiteral("time"), QStringLiteral("usn")}));
    QCOMPARE(first.value(QLatin1String("objectId")), QStringLiteral("97611"));
    const auto moved = [this](const char *type, const char *command, const QByteArray &body) {
        const qint64 usn = lastUsn(type);
        const Reply reply = m_desk->post(QString::fromLatin1(command), body);
        const QJsonArray news = updates(usn, type);
        return reply.status == 200 && news.size() == 1 ? number(news.at(0), "objectId") : 0;
    };
    QCOMPARE(moved("contractor", "update-contractor?id=97650", R"({"name":"x"})"), 97650);
    QCOMPARE(
        moved("contractor", "create-contractor-person", R"({"contractor":{"id":97624},"name":"x"})"), 97624);
    QCOMPARE(moved("contractor", "update-contractor-person?id=1903968", R"({"name":"x"})"), 97611);
    QCOMPARE(moved("contractor", "delete-contractor-phone?id=1397915", "{}"), 97611);
    QCOMPARE(
        moved(
            "contractor", "create-contractor-phone",
            R"({"parent":{"id":97624,"type":"contractor"},"name":"1"})"),
        97624);
    QCOMPARE(moved("template", "update-template?id=830", R"({"name":"x"})"), 830);
    QCOMPARE(moved("equipment", "update-equipment?id=4200", R"({"serialNumber":"x"})"), 4200);
    QCOMPARE(moved("task", "update-contractor?id=97650", R"({"name":"y"})"), 0);
}

void UpdatesTest::whatWasDeletedIsNamed()
{
    start(0, {QStringLiteral("template"), QStringLiteral("equipment")});
    const qint64 usn = lastUsn("equipment");
    QCOMPARE(m_desk->post(QStringLiteral("delete-equipment?id=4161")).status, 200);
    QCOMPARE(number(updates(usn, "equipment").at(0), "objectId"), 4161);
    QCOMPARE(m_desk->get(QStringLiteral("get-equipment?id=4161")).code(), NotFound);
    QCOMPARE(updates(0, "equipment").size(), 300);
    const qint64 before = lastUsn("template");
    QCOMPARE(m_desk->post(QStringLiteral("delete-template?id=830")).status, 200);
    QCOMPARE(number(updates(before, "template").at(0), "objectId"), 830);
}

void UpdatesTest::eventsComeAHundredAtOnce()
{
    const QJsonArray first = events().array();
    QCOMPARE(first.size(), 100);
    const QJsonObject event = first.at(0).toObject();
    QCOMPARE(event.keys(), QStringList({QStringLiteral("id"), QStringLiteral("task_id")}));
    QVERIFY(event.value(QLatin1String("id")).isDouble() && event.value(QLatin1String("task_id")).isDouble());
    qint64 seen = 0;
    int count = 0;
    for (QJsonArray page = first; !page.isEmpty(); page = eventsAfter(seen).array()) {
        for (const QJsonValue &row : page) {
            QVERIFY(row.toObject().value(QLatin1String("id")).toInteger() > seen);
            seen = row.toObject().value(QLatin1String("id")).toInteger();
            ++count;
        }
    }
    QCOMPARE(count, 1001); // a week of two
    QCOMPARE(eventsAfter(seen - 1).array().size(), 1);
    QCOMPARE(
        m_desk->get(QStringLiteral("get-task?id=%1").arg(event.value(QLatin1String("task_id")).toInteger()))
            .status,
        200);
}

void UpdatesTest::eventsBeginAWeekBack()
{
    const qint64 first = events().array().at(0).toObject().value(QLatin1String("id")).toInteger();
    // One older than a week is as good as none.
    QCOMPARE(eventsAfter(first - 500).array().at(0).toObject().value(QLatin1String("id")).toInteger(), first);
    QCOMPARE(eventsAfter(first).array().at(0).toObject().value(QLatin1String("id")).toInteger(), first + 1);
    m_desk->clock.advance(std::chrono::hours(24));
    QVERIFY(events().array().at(0).toObject().value(QLatin1String("id")).toInteger() > first + 100);
    m_desk->clock.advance(std::chrono::hours(7 * 24));
    QCOMPARE(events().array().size(), 0);
    const qint64 id = create();
    QCOMPARE(events().array().size(), 1);
    QCOMPARE(events().array().at(0).toObject().value(QLatin1String("task_id")).toInteger(), id);
}

/// Unlike the feed, which keeps a task's last.
void UpdatesTest::everyChangeIsAnEvent()
{
    start(0);
    const qint64 id = create();
    for (int i = 0; i < 2; ++i)
        m_desk->post(QStringLiteral("update-task?id=%1").arg(id), R"({"template":{"id":829},"draft":true})");
    const QJsonArray all = events().array();
    QCOMPARE(all.size(), 3);
    for (const QJsonValue &row : all)
        QCOMPARE(row.toObject().value(QLatin1String("task_id")).toInteger(), id);
    QCOMPARE(updates(0).size(), 1);
}

void UpdatesTest::eventsComeOnceInFiveMinutes()
{
    start(2000, {}, true);
    QCOMPARE(events().array().size(), 100);
    const Reply early = events();
    QCOMPARE(early.code(), TooOften);
    m_desk->clock.advance(std::chrono::minutes(5) - std::chrono::seconds(1));
    QCOMPARE(eventsAfter(1).code(), TooOften); // another question is as early
    m_desk->clock.advance(std::chrono::seconds(1)); // counted from the last that was answered
    QCOMPARE(events().status, 200);
    QCOMPARE(events().code(), TooOften);
    QVERIFY(m_desk->sandbox.reset());
    QCOMPARE(events().status, 200);
}

void UpdatesTest::theLimitCanBeSwitchedOff()
{
    for (int i = 0; i < 3; ++i)
        QCOMPARE(events().status, 200);
}

QTEST_GUILESS_MAIN(UpdatesTest)
#include "UpdatesTest.moc"
