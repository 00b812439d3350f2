#include "Desk.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>

using namespace naryad::test;

namespace {

// As the table of the API says, written out by hand: not taken from the sandbox.
struct Command
{
    const char *verb;
    const char *root;
    const char *name;
    const char *query; ///< one that the command takes
    const char *body;
};

const QVector<Command> &commands()
{
    static const QVector<Command> all{
        {"POST", "/api/v5/", "create-task", "", R"({"template":{"id":828},"draft":true})"},
        {"POST", "/api/v5/", "update-task", "?id=1", "{}"},
        {"GET", "/api/v5/", "get-task", "?id=1", ""},
        {"GET", "/api/v5/", "get-task-list", "?page=1", ""},
        {"POST", "/api/v5/", "add-template-fields-to-task", "?id=1", "[]"},
        {"POST", "/api/v5/", "remove-template-fields-from-task", "?id=1", "[]"},
        {"POST", "/api/v5/", "create-comment", "", R"({"message":"x","task":{"id":1}})"},
        {"POST", "/api/v4/", "close-task", "?id=1", "{}"},
        {"GET", "/api/", "get-taskupdates", "?id=1", ""},
        {"POST", "/api/v5/", "create-contractor", "", R"({"name":"x"})"},
        {"POST", "/api/v5/", "update-contractor", "?id=1", "{}"},
        {"GET", "/api/v5/", "get-contractor", "?id=1", ""},
        {"GET", "/api/v5/", "get-contractor-by-external-id", "?external-id=1", ""},
        {"GET", "/api/v5/", "get-contractor-list", "?page=1", ""},
        {"POST", "/api/v5/", "create-contractor-person", "", "{}"},
        {"POST", "/api/v5/", "update-contractor-person", "?id=1", "{}"},
        {"GET", "/api/v5/", "get-contractor-person", "?id=1", ""},
        {"POST", "/api/v5/", "delete-contractor-person", "?id=1", "{}"},
        {"POST", "/api/v5/", "create-contractor-phone", "", "{}"},
        {"POST", "/api/v5/", "update-contractor-phone", "?id=1", "{}"},
        {"GET", "/api/v5/", "get-contractor-phone", "?id=1", ""},
        {"POST", "/api/v5/", "delete-contractor-phone", "?id=1", "{}"},
        {"POST", "/api/v4/", "add-subdivision", "", "{}"},
        {"POST", "/api/v4/", "update-subdivision", "?id=1", "{}"},
        {"POST", "/api/v5/", "create-template-field", "", "{}"},
        {"POST", "/api/v5/", "update-template-field", "?id=1", "{}"},
        {"GET", "/api/v5/", "get-template-field", "?id=1", ""},
        {"GET", "/api/v5/", "get-template-field-list", "?page=1", ""},
        {"POST", "/api/v5/", "delete-template-field", "?id=1", "{}"},
        {"POST", "/api/v5/", "create-template", "", "{}"},
        {"POST", "/api/v5/", "update-template", "?id=1", "{}"},
        {"GET", "/api/v5/", "get-template", "?id=1", ""},
        {"GET", "/api/v5/", "get-template-list", "?page=1", ""},
        {"POST", "/api/v5/", "delete-template", "?id=1", "{}"},
        {"GET", "/api/v5/", "get-employee-list", "?page=1", ""},
        {"POST", "/api/v5/", "create-equipment-model", "", "{}"},
        {"POST", "/api/v5/", "update-equipment-model", "?id=1", "{}"},
        {"GET", "/api/v5/", "get-equipment-model-list", "?page=1", ""},
        {"POST", "/api/v5/", "delete-equipment-model", "?id=1", "{}"},
        {"POST", "/api/v5/", "create-equipment", "", "{}"},
        {"POST", "/api/v5/", "update-equipment", "?id=1", "{}"},
        {"GET", "/api/v5/", "get-equipment", "?id=1", ""},
        {"GET", "/api/v5/", "get-equipment-list", "?page=1", ""},
        {"POST", "/api/v5/", "delete-equipment", "?id=1", "{}"},
        {"GET", "/api/v5/", "get-updates", "?type=task&usn=0", ""}};
    return all;
}

} // namespace

/// Addresses, methods, queries, the key and the form of errors.
class WireTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }
    void everyCommandIsThereUnderItsAddressAlone_data() { eachCommand(); }
    void everyCommandIsThereUnderItsAddressAlone();
    void anotherMethodIsRefused_data() { eachCommand(); }
    void anotherMethodIsRefused();
    void anotherParameterIsRefused_data() { eachCommand(); }
    void anotherParameterIsRefused();
    void aRefusalHasTheDocumentsForm();
    void parametersAreRead_data();
    void parametersAreRead();
    void bodiesAreJson_data();
    void bodiesAreJson();
    void theKeyIsWanted_data();
    void theKeyIsWanted();
    void ownPathsWantTheKeyToo();
    void requestsAreCounted();
    void anAnswerWaitsItsLatency();
    void stoppingEndsWhatWaits();
    void aTakenPortIsTold();

private:
    void eachCommand();
    Reply ask(const QString &root, const QByteArray &verb, int index, const QString &more = {});

    std::unique_ptr<Desk> m_desk;
};

void WireTest::eachCommand()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < commands().size(); ++i)
        QTest::newRow(commands().at(i).name) << i;
    QCOMPARE(commands().size(), 45);
}

Reply WireTest::ask(const QString &root, const QByteArray &verb, int index, const QString &more)
{
    const Command &command = commands().at(index);
    const QString path = root + QString::fromLatin1(command.name) + QString::fromLatin1(command.query) + more;
    return m_desk->send(verb, path, command.body);
}

void WireTest::everyCommandIsThereUnderItsAddressAlone()
{
    QFETCH(const int, index);
    const QString own = QString::fromLatin1(commands().at(index).root);
    for (const char *root : {"/api/", "/api/v4/", "/api/v5/", "/api/v6/", "/", "/api/v5/v5/"}) {
        const Reply reply = ask(QString::fromLatin1(root), commands().at(index).verb, index);
        if (own == QLatin1String(root))
            QVERIFY(reply.status == 200 || (reply.code() != UnknownCommand && reply.code() != WrongMethod));
        else
            QCOMPARE(reply.code(), UnknownCommand);
    }
}

void WireTest::anotherMethodIsRefused()
{
    QFETCH(const int, index);
    const Command &command = commands().at(index);
    for (const char *verb : {"GET", "POST", "PUT", "DELETE"}) {
        if (qstrcmp(verb, command.verb) != 0)
            QCOMPARE(ask(QString::fromLatin1(command.root), verb, index).code(), WrongMethod);
    }
}

void WireTest::anotherParameterIsRefused()
{
    QFETCH(const int, index);
    const Command &command = commands().at(index);
    const QString more = QString::fromLatin1(*command.query ? "&limit=5" : "?limit=5");
    QCOMPARE(ask(QString::fromLatin1(command.root), command.verb, index, more).code(), UnknownKey);
}

void WireTest::aRefusalHasTheDocumentsForm()
{
    const Reply reply = m_desk->get(QStringLiteral("get-nothing"));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.object().keys(), QStringList({QStringLiteral("code"), QStringLiteral("description")}));
    QVERIFY(reply.object().value(QLatin1String("code")).isDouble());
    QVERIFY(reply.words().contains(QRegularExpression(QStringLiteral("[а-я]{4}"))));
}

void WireTest::parametersAreRead_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *command, int code) {
        QTest::newRow(name) << QString::fromUtf8(command) << code;
    };
    row("no id", "get-task", MissingKey);
    row("an empty id", "get-task?id=", WrongValue);
    row("words for an id", "get-task?id=one", WrongValue);
    row("a fraction", "get-task?id=1.5", WrongValue);
    row("below nothing", "get-task?id=-1", WrongValue);
    row("with a sign", "get-task?id=%2B1", WrongValue);
    row("beyond 64 bits", "get-task?id=9223372036854775808", WrongValue);
    row("an id twice", "get-task?id=1&id=2", UnknownKey);
    row("an id nobody has", "get-task?id=9223372036854775807", NotFound);
    row("no page is the first", "get-task-list", 0);
    row("a page far away", "get-task-list?page=9223372036854775807", 0);
    row("a page before the first", "get-task-list?page=-1", WrongValue);
    row("words for a page", "get-task-list?page=next", WrongValue);
    row("no external id", "get-contractor-by-external-id", MissingKey);
    row("no type", "get-updates?usn=0", MissingKey);
    row("no usn", "get-updates?type=task", MissingKey);
    row("words for a usn", "get-updates?type=task&usn=last", WrongValue);
}

void WireTest::parametersAreRead()
{
    QFETCH(const QString, command);
    QFETCH(const int, code);
    const Reply reply = m_desk->get(command);
    QCOMPARE(reply.code(), code);
    QCOMPARE(reply.status, code == 0 ? 200 : 400);
}

void WireTest::bodiesAreJson_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QStringLiteral("create-task") << QByteArray();
    QTest::newRow("words") << QStringLiteral("create-task") << QByteArray("draft=true");
    QTest::newRow("cut short") << QStringLiteral("create-task") << QByteArray(R"({"draft":true)");
    QTest::newRow("an array for an object") << QStringLiteral("create-task") << QByteArray("[{}]");
    QTest::newRow("a scalar") << QStringLiteral("create-comment") << QByteArray("1");
    QTest::newRow("not UTF-8") << QStringLiteral("create-contractor")
                               << QByteArray("{\"name\":\"\xcf\xf0\"}");
    QTest::newRow("an object for an array") << QStringLiteral("add-template-fields-to-task?id=%1")
                                            << QByteArray(R"({"to":"props","field":{"id":2302}})");
    QTest::newRow("an empty array") << QStringLiteral("remove-template-fields-from-task?id=%1")
                                    << QByteArray("[]");
    QTest::newRow("an array with a delete") << QStringLiteral("delete-equipment?id=4161") << QByteArray("[]");
}

void WireTest::bodiesAreJson()
{
    QFETCH(const QString, command);
    QFETCH(const QByteArray, body);
    const QJsonObject first = m_desk->get(QStringLiteral("get-task-list")).array().at(0).toObject();
    const QString task = first.value(QLatin1String("id")).toString();
    const QString whole = QString(command).replace(QLatin1String("%1"), task);
    QCOMPARE(m_desk->post(whole, body).code(), NotJson);
}

void WireTest::theKeyIsWanted_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("passes");
    QTest::newRow("bare") << QByteArray("key=") << QByteArray() << true;
    QTest::newRow("in quotes") << QByteArray("key=\"") << QByteArray("\"") << true;
    QTest::newRow("another key") << QByteArray("key=x") << QByteArray() << false;
    QTest::newRow("no word") << QByteArray() << QByteArray() << false;
    QTest::newRow("another scheme") << QByteArray("Bearer ") << QByteArray() << false;
    QTest::newRow("half a quote") << QByteArray("key=\"") << QByteArray() << false;
}

void WireTest::theKeyIsWanted()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const bool, passes);
    const QByteArray header = before + m_desk->sandbox.key().toUtf8() + after;
    const Reply reply = m_desk->sendAs(header, "GET", QStringLiteral("/api/v5/get-task-list"), {});
    QCOMPARE(reply.status, passes ? 200 : 401);
    QCOMPARE(reply.object().keys().size(), passes ? 0 : 2);
}

void WireTest::ownPathsWantTheKeyToo()
{
    for (const char *path :
         {"counts", "requests", "new-tasks", "task?id=1", "save?file=/tmp/x", "load?file=x", "reset"}) {
        const QString whole = QStringLiteral("/sandbox/") + QString::fromLatin1(path);
        QCOMPARE(m_desk->sendAs({}, "GET", whole, {}).status, 401);
        QCOMPARE(m_desk->sendAs("key=wrong", "POST", whole, "{}").status, 401);
    }
    QCOMPARE(m_desk->send("GET", QStringLiteral("/sandbox/nothing")).code(), UnknownCommand);
    QCOMPARE(m_desk->send("GET", QStringLiteral("/sandbox/new?kind=nothing")).code(), UnknownCommand);
}

void WireTest::requestsAreCounted()
{
    m_desk->get(QStringLiteral("get-task-list"));
    m_desk->get(QStringLiteral("get-task-list?page=1"));
    m_desk->post(QStringLiteral("get-task-list"));
    m_desk->get(QStringLiteral("get-nothing"));
    m_desk->sendAs("key=wrong", "GET", QStringLiteral("/api/v5/get-task-list"), {});
    QCOMPARE(text(m_desk->truth(QStringLiteral("requests"))), text(json(R"({"get-task-list":3})")));
}

void WireTest::anAnswerWaitsItsLatency()
{
    naryad::sandbox::Options options;
    options.latencyMs = 8;
    m_desk = std::make_unique<Desk>(options);
    for (int i = 0; i < commands().size(); ++i) {
        QElapsedTimer timer;
        timer.start();
        const Command &command = commands().at(i);
        const Reply reply = ask(QString::fromLatin1(command.root), command.verb, i);
        QVERIFY(reply.status == 200 || reply.code() != 0);
        QVERIFY2(timer.nsecsElapsed() > 7000000, command.name);
    }
}

void WireTest::stoppingEndsWhatWaits()
{
    naryad::sandbox::Options options;
    options.latencyMs = 600000;
    Desk desk(options);
    QNetworkAccessManager manager;
    QNetworkRequest request(
        QUrl(desk.sandbox.address().toString() + QStringLiteral("/api/v5/get-task-list")));
    request.setRawHeader("Authorization", "key=" + desk.sandbox.key().toUtf8());
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    bool isSent = false;
    connect(reply.get(), &QNetworkReply::requestSent, this, [&isSent] { isSent = true; });
    QTRY_VERIFY(isSent);
    desk.sandbox.stop();
    QTRY_VERIFY(reply->isFinished());
}

void WireTest::aTakenPortIsTold()
{
    naryad::sandbox::Options options;
    options.port = static_cast<quint16>(m_desk->sandbox.address().port());
    naryad::sandbox::Sandbox second(options);
    const auto address = second.start();
    QVERIFY(!address);
    QCOMPARE(address.error().kind, naryad::ErrorKind::Storage);
    QCOMPARE(address.error().cause, naryad::ErrorCause::InUse);
    QCOMPARE(m_desk->sandbox.start().value(), m_desk->sandbox.address());
}

QTEST_GUILESS_MAIN(WireTest)
#include "WireTest.moc"
