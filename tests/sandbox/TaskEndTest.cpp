#include "Desk.h"

#include <QTest>

using namespace naryad::test;

/// create-comment and close-task.
class TaskEndTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void commentsAreKept();
    void commentsAreChecked_data();
    void commentsAreChecked();
    void aSentTaskIsClosedOnce();
    void closingIsChecked_data();
    void closingIsChecked();

private:
    qint64 create(const char *draft)
    {
        const QByteArray body = R"({"number":"1","template":{"id":828},"employee":{"id":3005},"draft":)";
        return m_desk->post(QStringLiteral("create-task"), body + draft + '}').madeId();
    }
    qint64 createDraft() { return create("true"); }
    qint64 createSent() { return create("false"); }

    std::unique_ptr<Desk> m_desk;
};

void TaskEndTest::commentsAreKept()
{
    const qint64 id = createDraft();
    const auto comment = [this, id](const char *message) {
        return m_desk->post(
            QStringLiteral("create-comment"),
            QStringLiteral(R"({"message":"%1","task":{"id":%2}})")
                .arg(QString::fromUtf8(message))
                .arg(id)
                .toUtf8());
    };
    const qint64 first = comment("Какой то текс").madeId();
    const qint64 second = comment("a < b & c").madeId();
    QVERIFY(first > id && second > first);
    const QJsonObject truth = m_desk->truthOf("task", id);
    QCOMPARE(text(truth.value(QLatin1String("comments"))), text(json(R"(["Какой то текс","a < b & c"])")));
    QCOMPARE(text(truth.value(QLatin1String("comment_ids"))), text(QJsonArray{num(first), num(second)}));
    QVERIFY(
        !m_desk->get(QStringLiteral("get-task?id=%1").arg(id)).object().contains(QLatin1String("comments")));
}

void TaskEndTest::commentsAreChecked_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("code");
    QTest::newRow("no message") << QByteArray(R"({"task":{"id":%1}})") << MissingKey;
    QTest::newRow("no task") << QByteArray(R"({"message":"x"})") << MissingKey;
    QTest::newRow("an empty message") << QByteArray(R"({"message":" ","task":{"id":%1}})") << WrongValue;
    QTest::newRow("a message that is no text")
        << QByteArray(R"({"message":1,"task":{"id":%1}})") << WrongValue;
    QTest::newRow("a bare task") << QByteArray(R"({"message":"x","task":%1})") << WrongValue;
    QTest::newRow("an unknown key") << QByteArray(R"({"message":"x","task":{"id":%1},"author":{"id":1}})")
                                    << UnknownKey;
    QTest::newRow("no such task") << QByteArray(R"({"message":"x","task":{"id":1}})") << NotFound;
}

void TaskEndTest::commentsAreChecked()
{
    QFETCH(QByteArray, given);
    QFETCH(const int, code);
    const qint64 id = createDraft();
    QCOMPARE(
        m_desk->post(QStringLiteral("create-comment"), given.replace("%1", QByteArray::number(id))).code(),
        code);
    QCOMPARE(m_desk->truthOf("task", id).value(QLatin1String("comments")).toArray().size(), 0);
}

void TaskEndTest::aSentTaskIsClosedOnce()
{
    const qint64 id = createSent();
    const QString close = QStringLiteral("close-task?id=%1").arg(id);
    const QByteArray given = R"({"result_status":"74","results_description":"Задача отменена клиентом"})";
    const QString before
        = text(without(m_desk->truthOf("task", id), {"usn", "closed_result", "closed_note", "task_status"}));
    const Reply closed = m_desk->post4(close, given);
    QCOMPARE(closed.status, 200);
    QCOMPARE(closed.body, '"' + QByteArray::number(id) + '"'); // bare, in quotes
    const QJsonObject truth = m_desk->truthOf("task", id);
    QCOMPARE(truth.value(QLatin1String("closed_result")), QStringLiteral("74"));
    QCOMPARE(truth.value(QLatin1String("closed_note")), QStringLiteral("Задача отменена клиентом"));
    QCOMPARE(text(without(truth, {"usn", "closed_result", "closed_note", "task_status"})), before);
    QCOMPARE(m_desk->post4(close, given).code(), NotAllowed);
}

void TaskEndTest::closingIsChecked_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<bool>("sent");
    QTest::addColumn<int>("code");
    QTest::newRow("a draft") << QByteArray(R"({"result_status":"74"})") << false << NotAllowed;
    QTest::newRow("no status") << QByteArray(R"({"results_description":"x"})") << true << MissingKey;
    QTest::newRow("no such status") << QByteArray(R"({"result_status":"0"})") << true << NotFound;
    QTest::newRow("a status in words") << QByteArray(R"({"result_status":"done"})") << true << WrongValue;
    QTest::newRow("a status as an object")
        << QByteArray(R"({"result_status":{"id":74}})") << true << WrongValue;
    QTest::newRow("a note that is no text")
        << QByteArray(R"({"result_status":"74","results_description":7})") << true << WrongValue;
    QTest::newRow("the document's label")
        << QByteArray(R"({"INPUT":{"result_status":"74"}})") << true << UnknownKey;
    QTest::newRow("a status as a number") << QByteArray(R"({"result_status":74})") << true << 0;
}

void TaskEndTest::closingIsChecked()
{
    QFETCH(const QByteArray, given);
    QFETCH(const bool, sent);
    QFETCH(const int, code);
    const qint64 id = sent ? createSent() : createDraft();
    QCOMPARE(m_desk->post4(QStringLiteral("close-task?id=%1").arg(id), given).code(), code);
    QCOMPARE(
        m_desk->truthOf("task", id).value(QLatin1String("closed_result")).toString().isEmpty(), code != 0);
    QCOMPARE(m_desk->post4(QStringLiteral("close-task?id=1"), given).code(), NotFound);
}

QTEST_GUILESS_MAIN(TaskEndTest)
#include "TaskEndTest.moc"
