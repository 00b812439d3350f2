#include "Verdict.h"
#include "HttpExchange.h"
#include "HttpRules.h"
#include "SamplesTask.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTest>

#include <optional>

using namespace naryad;
using namespace naryad::api;
using namespace std::chrono_literals;
namespace samples = naryad::test::samples;

namespace {

constexpr auto Key = "SECRET-KEY-1";

Asked asked(bool oneObject = false)
{
    return {
        QStringLiteral("get-task"),
        {QUrl(QStringLiteral("https://acme.mobiforce.ru")), QString::fromLatin1(Key)},
        oneObject};
}

/// Has ended in itself, as Qt's own at times do, and tells nobody.
class SilentReply final : public QNetworkReply
{
public:
    SilentReply() { open(QIODevice::ReadOnly); }
    void abort() override {}

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

HttpOutcome answered(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    HttpOutcome outcome;
    outcome.status = status;
    outcome.body = body;
    outcome.contentType = type;
    if (status >= 400)
        outcome.error = QNetworkReply::UnknownContentError;
    return outcome;
}

HttpOutcome broken(QNetworkReply::NetworkError error, int status = 0)
{
    HttpOutcome outcome;
    outcome.error = error;
    outcome.status = status;
    return outcome;
}

} // namespace

Q_DECLARE_METATYPE(naryad::api::HttpOutcome)

class VerdictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReplyThatNeverEndsIsGivenUp();
    void judgesReads_data();
    void judgesReads();
    void judgesWrites_data();
    void judgesWrites();
    void nothingTakenIsNotSent_data();
    void nothingTakenIsNotSent();
    void somethingTakenIsNeverNotSent();
    void notFoundIsCareful_data();
    void notFoundIsCareful();
    void keepsTheKeyOut();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void readsContentLength_data();
    void readsContentLength();
    void retriesOnlyWhatMayPass_data();
    void retriesOnlyWhatMayPass();
    void makesHardenedRequests();
    void encodesQueries();
    void refusesKeysThatCarryHeaders_data();
    void refusesKeysThatCarryHeaders();
    void usesNoProxyInClear();
};

void VerdictTest::judgesReads_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<QString>("kind"); // empty = an answer
    QTest::addColumn<int>("cause");
    const auto row = [](const char *name, const HttpOutcome &outcome, const char *kind,
                        ErrorCause cause = ErrorCause::None) {
        QTest::newRow(name) << outcome << QString::fromLatin1(kind) << static_cast<int>(cause);
    };
    row("answer", answered(200, "{\"id\":1}"), "");
    row("scalar", answered(200, "\"111\"", "text/plain"), "");
    row("empty", answered(200, ""), "bad answer");
    row("cut", answered(200, "{\"id\":"), "bad answer");
    row("page", answered(200, "<html>", "text/html"), "not the api", ErrorCause::WebPage);
    row("page without a type", answered(200, " <!DOCTYPE html>", ""), "not the api", ErrorCause::WebPage);
    row("plain words", answered(200, "Welcome!", "text/plain"), "not the api");
    row("created", answered(201, "{\"id\":1}"), "bad answer");
    row("redirect", answered(302, ""), "not the api", ErrorCause::Redirected);
    row("refused", answered(400, "{\"code\":1,\"description\":\"нет прав\"}"), "refused");
    row("refused in a 200", answered(200, "{\"code\":1,\"description\":\"нет прав\"}"), "refused");
    row("400 page", answered(400, "<html>", "text/html"), "not the api", ErrorCause::WebPage);
    row("404 page", answered(404, "<html>", "text/html"), "not the api", ErrorCause::WebPage);
    row("401", answered(401, "{\"code\":1,\"description\":\"ключ\"}"), "key refused");
    row("401 empty", answered(401, ""), "key refused");
    row("403", answered(403, "{\"code\":5}"), "refused");
    row("error of the document", answered(400, samples::error()), "refused");
    row("error as printed", answered(400, samples::errorAsPrinted()), "not the api");
    row("429", answered(429, ""), "rate limited");
    row("500", answered(500, "<html>", "text/html"), "not the api", ErrorCause::ServerFailure);
    row("503 in JSON", answered(503, "{\"code\":1}"), "not the api", ErrorCause::ServerFailure);
    row("no name", broken(QNetworkReply::HostNotFoundError), "offline", ErrorCause::NoSuchHost);
    row("nothing listens", broken(QNetworkReply::ConnectionRefusedError), "offline",
        ErrorCause::ConnectionRefused);
    row("certificate", broken(QNetworkReply::SslHandshakeFailedError), "offline", ErrorCause::TlsFailed);
    row("closed", broken(QNetworkReply::RemoteHostClosedError), "offline", ErrorCause::ConnectionClosed);
    row("no HTTP", broken(QNetworkReply::ProtocolFailure), "not the api");
    row("closed in the middle", broken(QNetworkReply::RemoteHostClosedError, 200), "bad answer",
        ErrorCause::ConnectionClosed);
    HttpOutcome shorter = answered(200, "{\"id\":1}");
    shorter.lengthFits = false;
    row("shorter than told", shorter, "bad answer", ErrorCause::ConnectionClosed);
    HttpOutcome late = answered(200, "{\"id\":1}");
    late.timedOut = true;
    row("late", late, "timed out");
    HttpOutcome large = answered(200, "");
    large.tooLarge = true;
    row("large", large, "too large");
}

void VerdictTest::judgesReads()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(QString, kind);
    QFETCH(int, cause);
    const auto result = judgeRead(outcome, asked());
    QCOMPARE(result ? QString() : toName(result.error().kind), kind);
    if (result) {
        QCOMPARE(result->body, outcome.body);
        return;
    }
    QCOMPARE(static_cast<int>(result.error().cause), cause);
    QCOMPARE(result.error().httpStatus, outcome.status);
    QCOMPARE(result.error().asked, QStringLiteral("get-task"));
}

void VerdictTest::judgesWrites_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("cause");
    const auto row = [](const char *name, const HttpOutcome &outcome, const char *kind,
                        ErrorCause cause = ErrorCause::None) {
        QTest::newRow(name) << outcome << QString::fromLatin1(kind) << static_cast<int>(cause);
    };
    row("answer", answered(200, "111"), "");
    row("refused in a 200", answered(200, "{\"code\":1,\"description\":\"нет\"}"), "ambiguous");
    row("an answer with a description", answered(200, "{\"code\":1,\"description\":\"x\",\"id\":5}"), "");
    row("empty", answered(200, ""), "ambiguous");
    row("cut", answered(200, "{\"id\":"), "ambiguous");
    row("page", answered(200, "<html>", "text/html"), "ambiguous", ErrorCause::WebPage);
    row("created", answered(201, "{\"id\":1}"), "ambiguous");
    row("redirect", answered(307, ""), "ambiguous", ErrorCause::Redirected);
    row("refused", answered(400, "{\"code\":1,\"description\":\"нет\"}"), "refused");
    row("refused by words alone", answered(400, "{\"description\":\"нет\"}"), "refused");
    row("error of the document", answered(400, samples::error()), "refused");
    row("error as printed", answered(400, samples::errorAsPrinted()), "ambiguous");
    row("400 without either", answered(400, "{}"), "ambiguous");
    row("400 page", answered(400, "<html>", "text/html"), "ambiguous", ErrorCause::WebPage);
    row("404 in JSON", answered(404, "{\"code\":1,\"description\":\"не найдена\"}"), "ambiguous");
    row("401 without the service's words", answered(401, ""), "ambiguous");
    row("401", answered(401, "{\"code\":1,\"description\":\"ключ\"}"), "key refused");
    row("408", answered(408, ""), "ambiguous");
    row("429", answered(429, ""), "rate limited");
    row("500", answered(500, "{\"code\":1}"), "ambiguous", ErrorCause::ServerFailure);
    row("closed", broken(QNetworkReply::RemoteHostClosedError), "ambiguous", ErrorCause::ConnectionClosed);
    row("body asked for again", broken(QNetworkReply::ContentReSendError), "ambiguous",
        ErrorCause::ConnectionClosed);
    row("body asked for again, 200", broken(QNetworkReply::ContentReSendError, 200), "ambiguous",
        ErrorCause::ConnectionClosed);
    HttpOutcome cut = answered(400, "{\"code\":1,\"description\":\"нет\"}");
    cut.lengthFits = false;
    row("refusal cut short", cut, "ambiguous", ErrorCause::ConnectionClosed);
    HttpOutcome late = answered(200, "111");
    late.timedOut = true;
    row("late", late, "ambiguous");
    HttpOutcome large = answered(200, "");
    large.tooLarge = true;
    row("large", large, "ambiguous");
}

void VerdictTest::judgesWrites()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(QString, kind);
    QFETCH(int, cause);
    const auto result = judgeWrite(outcome, 10, asked());
    QCOMPARE(result ? QString() : toName(result.error().kind), kind);
    if (!result)
        QCOMPARE(static_cast<int>(result.error().cause), cause);
}

void VerdictTest::nothingTakenIsNotSent_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<int>("cause");
    QTest::newRow("no name") << broken(QNetworkReply::HostNotFoundError)
                             << static_cast<int>(ErrorCause::NoSuchHost);
    QTest::newRow("nothing listens") << broken(QNetworkReply::ConnectionRefusedError)
                                     << static_cast<int>(ErrorCause::ConnectionRefused);
    QTest::newRow("certificate") << broken(QNetworkReply::SslHandshakeFailedError)
                                 << static_cast<int>(ErrorCause::TlsFailed);
    QTest::newRow("closed") << broken(QNetworkReply::RemoteHostClosedError)
                            << static_cast<int>(ErrorCause::ConnectionClosed);
    HttpOutcome silent = broken(QNetworkReply::OperationCanceledError);
    silent.timedOut = true;
    QTest::newRow("never connected") << silent << static_cast<int>(ErrorCause::None);
}

void VerdictTest::nothingTakenIsNotSent()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(int, cause);
    const auto result = judgeWrite(outcome, 0, asked());
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, ErrorKind::NotSent);
    QCOMPARE(static_cast<int>(result.error().cause), cause);
    QCOMPARE(result.error().place, QStringLiteral("acme.mobiforce.ru"));
}

void VerdictTest::somethingTakenIsNeverNotSent()
{
    for (const auto error :
         {QNetworkReply::HostNotFoundError, QNetworkReply::ConnectionRefusedError,
          QNetworkReply::SslHandshakeFailedError, QNetworkReply::RemoteHostClosedError,
          QNetworkReply::UnknownNetworkError, QNetworkReply::ContentReSendError})
        QCOMPARE(judgeWrite(broken(error), 1, asked()).error().kind, ErrorKind::Ambiguous);
    // A status line without a byte of the body: odd, so not sure either
    QCOMPARE(judgeWrite(answered(502, "<html>"), 0, asked()).error().kind, ErrorKind::Ambiguous);
}

void VerdictTest::notFoundIsCareful_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("oneObject");
    QTest::addColumn<QString>("kind");
    const QByteArray gone = "{\"code\":20,\"description\":\"Задача не найдена\"}";
    QTest::newRow("by its words") << 400 << gone << true << QStringLiteral("not found");
    QTest::newRow("in English") << 404 << QByteArray("{\"code\":\"not_found\"}") << true
                                << QStringLiteral("not found");
    QTest::newRow("by its code") << 404 << QByteArray("{\"code\":404,\"description\":\"нет\"}") << true
                                 << QStringLiteral("not found");
    QTest::newRow("a list") << 400 << gone << false << QStringLiteral("refused");
    QTest::newRow("other words") << 400 << QByteArray("{\"code\":1,\"description\":\"Нет прав\"}") << true
                                 << QStringLiteral("refused");
    QTest::newRow("an unknown command")
        << 404 << QByteArray("{\"code\":404,\"description\":\"Команда не найдена\"}") << true
        << QStringLiteral("refused");
    const auto words = [](const char *text) -> QByteArray {
        return QByteArray("{\"code\":1,\"description\":\"") + text + "\"}";
    };
    for (const char *text :
         {"Клиент не найден", "Поле не найдено", "Задача с id 7 не существует", "Нет такого оборудования",
          "Нет такой задачи", "Object not found", "No such object", "Task does not exist",
          "It doesn't exist"})
        QTest::addRow("%s", text) << 400 << words(text) << true << QStringLiteral("not found");
    for (const char *text :
         {"API-ключ не найден", "Токен не найден", "Домен не найден", "Учетная запись не найдена",
          "Не найден параметр id", "Метод не существует", "Command not found", "No such method",
          "Key not found", "Account not found", "Page not found"})
        QTest::addRow("%s", text) << 400 << words(text) << true << QStringLiteral("refused");
    QTest::newRow("a page") << 404 << QByteArray("<html>not found</html>") << true
                            << QStringLiteral("not the api");
    QTest::newRow("a failure") << 500 << gone << true << QStringLiteral("not the api");
}

void VerdictTest::notFoundIsCareful()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, oneObject);
    QFETCH(QString, kind);
    const auto result = judgeRead(answered(status, body, ""), asked(oneObject));
    QCOMPARE(toName(result.error().kind), kind);
}

void VerdictTest::keepsTheKeyOut()
{
    const QByteArray echo = QByteArray("{\"code\":\"") + Key + "\",\"description\":\"bad key=" + Key + "!\"}";
    for (const int status : {400, 401, 429, 500}) {
        for (const Error &error :
             {judgeRead(answered(status, echo), asked()).error(),
              judgeWrite(answered(status, echo), 5, asked()).error()}) {
            QVERIFY(!error.words.contains(QLatin1String(Key)));
            QVERIFY(!error.serviceCode.contains(QLatin1String(Key)));
            QCOMPARE(error.words, QStringLiteral("bad key=[key]!"));
        }
    }
    HttpOutcome line = broken(QNetworkReply::UnknownNetworkError);
    line.errorText = QStringLiteral("odd ") + QLatin1String(Key);
    QCOMPARE(judgeRead(line, asked()).error().words, QStringLiteral("odd [key]"));
    // Also where the key was pasted in a form that is cleaned before use
    QCOMPARE(
        withoutKey(QStringLiteral("x K1 y"), QStringLiteral(" key=\"K1\" ")), QStringLiteral("x [key] y"));
}

void VerdictTest::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<int>("seconds");
    QTest::newRow("seconds") << QByteArray("120") << QByteArray() << 120;
    QTest::newRow("none") << QByteArray() << QByteArray() << 0;
    QTest::newRow("negative") << QByteArray("-5") << QByteArray() << 0;
    QTest::newRow("words") << QByteArray("soon") << QByteArray() << 0;
    QTest::newRow("absurd") << QByteArray("99999999999") << QByteArray() << 86400;
    QTest::newRow("date") << QByteArray("Wed, 21 Oct 2015 07:28:30 GMT")
                          << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << 30;
    QTest::newRow("date alone") << QByteArray("Wed, 21 Oct 2015 07:28:30 GMT") << QByteArray() << 0;
    QTest::newRow("past") << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT")
                          << QByteArray("Wed, 21 Oct 2015 07:29:00 GMT") << 0;
}

void VerdictTest::readsRetryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, date);
    QFETCH(int, seconds);
    QCOMPARE(retryAfterOf(header, date).count(), seconds);
}

void VerdictTest::readsContentLength_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("length");
    QTest::newRow("plain") << QByteArray("10") << qint64(10);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("twice the same") << QByteArray("10, 10") << qint64(10);
    QTest::newRow("two that differ") << QByteArray("10, 20") << qint64(-1);
    QTest::newRow("negative") << QByteArray("-10") << qint64(-1);
    QTest::newRow("sign") << QByteArray("+10") << qint64(-1);
    QTest::newRow("words") << QByteArray("ten") << qint64(-1);
    QTest::newRow("empty") << QByteArray("") << qint64(-1);
}

void VerdictTest::readsContentLength()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, length);
    QCOMPARE(contentLengthOf(true, header).value_or(-2), length);
    QVERIFY(!contentLengthOf(false, header).has_value());
}

void VerdictTest::retriesOnlyWhatMayPass_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<bool>("again");
    QTest::newRow("closed") << broken(QNetworkReply::RemoteHostClosedError) << true;
    QTest::newRow("cut") << broken(QNetworkReply::RemoteHostClosedError, 200) << true;
    QTest::newRow("502") << answered(502, "<html>") << true;
    QTest::newRow("429") << answered(429, "") << true;
    QTest::newRow("refused connection") << broken(QNetworkReply::ConnectionRefusedError) << false;
    QTest::newRow("no name") << broken(QNetworkReply::HostNotFoundError) << false;
    QTest::newRow("certificate") << broken(QNetworkReply::SslHandshakeFailedError) << false;
    QTest::newRow("page") << answered(200, "<html>") << false;
    QTest::newRow("redirect") << answered(302, "") << false;
    QTest::newRow("401") << answered(401, "") << false;
    QTest::newRow("refusal") << answered(400, "{\"code\":1}") << false;
    QTest::newRow("odd JSON") << answered(200, "{]") << false;
}

void VerdictTest::retriesOnlyWhatMayPass()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(bool, again);
    QCOMPARE(worthAnotherTry(judgeRead(outcome, asked()).error()), again);
}

void VerdictTest::makesHardenedRequests()
{
    Limits limits;
    limits.stall = 1234ms;
    QUrlQuery id;
    id.addQueryItem(QStringLiteral("id"), QStringLiteral("7"));
    const auto request = makeRequest(asked().endpoint, QStringLiteral("close-task"), true, id, limits);
    QVERIFY(request.has_value());
    QCOMPARE(request->url(), QUrl(QStringLiteral("https://acme.mobiforce.ru/api/v4/close-task?id=7")));
    QCOMPARE(request->rawHeader("Authorization"), QByteArray("key=") + Key);
    QCOMPARE(request->rawHeader("Accept-Encoding"), QByteArray("identity"));
    QCOMPARE(request->rawHeader("User-Agent"), QByteArray("Naryad/" NARYAD_VERSION));
    QCOMPARE(request->transferTimeout(), 1234);
    const auto attribute = [&request](QNetworkRequest::Attribute code) { return request->attribute(code); };
    QCOMPARE(
        attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
        static_cast<int>(QNetworkRequest::ManualRedirectPolicy));
    QCOMPARE(attribute(QNetworkRequest::Http2AllowedAttribute), QVariant(false));
    QCOMPARE(
        attribute(QNetworkRequest::CookieLoadControlAttribute).toInt(),
        static_cast<int>(QNetworkRequest::Manual));
    QCOMPARE(
        attribute(QNetworkRequest::CookieSaveControlAttribute).toInt(),
        static_cast<int>(QNetworkRequest::Manual));
    QCOMPARE(
        attribute(QNetworkRequest::CacheLoadControlAttribute).toInt(),
        static_cast<int>(QNetworkRequest::AlwaysNetwork));
    QCOMPARE(attribute(QNetworkRequest::CacheSaveControlAttribute), QVariant(false));
    // A read can't be sent as a write, nor the other way, nor what is not in the table
    QVERIFY(!makeRequest(asked().endpoint, QStringLiteral("close-task"), false, id, limits).has_value());
    // Nor a write about an object without the object
    QVERIFY(!makeRequest(asked().endpoint, QStringLiteral("close-task"), true, {}, limits).has_value());
    QVERIFY(!makeRequest(asked().endpoint, QStringLiteral("get-task"), true, {}, limits).has_value());
    QVERIFY(!makeRequest(asked().endpoint, QStringLiteral("drop-table"), true, {}, limits).has_value());
}

void VerdictTest::encodesQueries()
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("external-id"), QStringLiteral("a+b&c=д"));
    const auto request
        = makeRequest(asked().endpoint, QStringLiteral("get-contractor-by-external-id"), false, query, {});
    QVERIFY(request.has_value());
    QCOMPARE(request->url().query(QUrl::FullyEncoded), QStringLiteral("external-id=a%2Bb%26c%3D%D0%B4"));
}

void VerdictTest::refusesKeysThatCarryHeaders_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("none") << QString();
    QTest::newRow("line break") << QStringLiteral("A\r\nX-Inj: 1");
    QTest::newRow("space") << QStringLiteral("A B");
    QTest::newRow("Cyrillic") << QStringLiteral("КЛЮЧ");
    QTest::newRow("zero byte") << QString(QStringLiteral("A") + QChar(u'\0'));
}

void VerdictTest::refusesKeysThatCarryHeaders()
{
    QFETCH(QString, key);
    const auto request
        = makeRequest({QUrl(QStringLiteral("https://a.ru")), key}, QStringLiteral("get-task"), false, {}, {});
    QVERIFY(!request.has_value());
    QCOMPARE(request.error().kind, ErrorKind::KeyRefused);
    QCOMPARE(request.error().httpStatus, 0);
    QVERIFY(key.isEmpty() || !request.error().words.contains(key));
}

void VerdictTest::usesNoProxyInClear()
{
    const auto clear = makeManager({QUrl(QStringLiteral("http://127.0.0.1:8080")), QString()});
    QCOMPARE(clear->proxy().type(), QNetworkProxy::NoProxy);
    const auto secure = makeManager({QUrl(QStringLiteral("https://acme.mobiforce.ru")), QString()});
    QVERIFY(secure->proxyFactory());
    const auto proxies = [&secure](const char *url) {
        return secure->proxyFactory()->queryProxy(QNetworkProxyQuery(QUrl(QString::fromLatin1(url))));
    };
    qputenv("http_proxy", "http://127.0.0.1:9");
    QCOMPARE(proxies("http://acme.mobiforce.ru").first().type(), QNetworkProxy::NoProxy);
    QCOMPARE(proxies("https://localhost:8443").first().type(), QNetworkProxy::NoProxy);
    qunsetenv("http_proxy");
}

void VerdictTest::aReplyThatNeverEndsIsGivenUp()
{
    Limits limits;
    limits.total = 20ms;
    std::optional<HttpOutcome> outcome;
    const HttpExchange exchange(
        new SilentReply, limits, [&outcome](const HttpOutcome &told) { outcome = told; }, nullptr);
    QTRY_VERIFY(outcome);
    QVERIFY(outcome->timedOut);
    QVERIFY(!outcome->isWhole());
}

QTEST_GUILESS_MAIN(VerdictTest)
#include "VerdictTest.moc"
