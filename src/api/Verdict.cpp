#include "Verdict.h"

#include "HttpRules.h"
#include "JsonRead.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace naryad::api {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("naryad::api", source);
}

struct ServiceWords
{
    QString code;
    QString description;
};

/// The service's own error form, {"code": …, "description": …}; either alone will do.
std::optional<ServiceWords> serviceWords(const HttpOutcome &outcome, const Asked &asked)
{
    const Result<Json> root = parseAnswer(outcome.body);
    if (!root || !root->isObject())
        return std::nullopt;
    ServiceWords words;
    words.code = withoutKey(readText(root->value("code")), asked.endpoint.key);
    words.description = withoutKey(readText(root->value("description")), asked.endpoint.key);
    if (words.code.isEmpty() && words.description.isEmpty())
        return std::nullopt;
    return words;
}

Error base(ErrorKind kind, const HttpOutcome &outcome, const Asked &asked)
{
    Error error;
    error.kind = kind;
    error.httpStatus = outcome.status;
    error.asked = asked.command;
    return error;
}

Error withWords(Error error, const std::optional<ServiceWords> &words)
{
    if (words) {
        error.serviceCode = words->code;
        error.words = words->description;
    }
    return error;
}

ErrorCause causeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return ErrorCause::NoSuchHost;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return ErrorCause::ConnectionRefused;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorCause::TlsFailed;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ContentReSendError:
        return ErrorCause::ConnectionClosed;
    default:
        return ErrorCause::None;
    }
}

/// The line failed before any status line.
Error lineError(ErrorKind kind, const HttpOutcome &outcome, const Asked &asked)
{
    Error error = base(kind, outcome, asked);
    error.cause = causeOf(outcome.error);
    error.place = placeOf(asked.endpoint.base);
    if (error.cause == ErrorCause::None && !outcome.timedOut)
        error.words = withoutKey(outcome.errorText, asked.endpoint.key);
    return error;
}

bool isRedirect(int status)
{
    return status >= 300 && status < 400;
}

bool holdsOneOf(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(), [&text](const char *word) {
        return text.contains(QString::fromUtf8(word));
    });
}

/// The document shows no form of "no such object", so it is told by its words. Careful on purpose: a task
/// wrongly taken for gone would vanish from the screen, so words about anything but the object rule it out.
bool saysNotFound(const ServiceWords &words, int status)
{
    const QString all = QString(words.code + QLatin1Char(' ') + words.description).toLower();
    if (holdsOneOf(
            all,
            {"команд", "метод", "страниц", "ключ", "токен", "параметр", "домен", "аккаунт", "учетн", "учётн",
             "command", "method", "page", "key", "token", "parameter", "domain", "account"}))
        return false;
    return (status == 404 && words.code == QLatin1String("404"))
        || holdsOneOf(
               all,
               {"не найден", "не существует", "нет такого", "нет такой", "not found", "not_found", "notfound",
                "no such", "not exist", "n't exist"});
}

Error cutShort(ErrorKind kind, const HttpOutcome &outcome, const Asked &asked)
{
    Error error = base(kind, outcome, asked);
    error.cause = ErrorCause::ConnectionClosed;
    error.words = text(QT_TRANSLATE_NOOP("naryad::api", "The answer was cut short."));
    return error;
}

Error notJson(Error error, const HttpOutcome &outcome, const Error &parsing)
{
    if (outcome.isHtml()) {
        error.cause = ErrorCause::WebPage;
    } else {
        error.words = parsing.words;
        error.place = parsing.place;
    }
    return error;
}

/// All other JSON shows where it ends; a number that lost its last digits is another number.
bool endsAnywhere(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    return !text.isEmpty() && text.back() >= '0' && text.back() <= '9';
}

/// Begins as JSON does, so that it is an answer of the service that went wrong, not another server's text.
bool looksLikeJson(const QByteArray &body)
{
    const QByteArray start = body.trimmed().left(1);
    return start.isEmpty() || QByteArrayLiteral("{[\"-0123456789tfn\xEF").contains(start);
}

/// Some gateways wrap an error into a 200; no documented answer has a description without an id.
bool isErrorForm(const Json &root)
{
    return !root.value("code").isMissing() && !root.value("description").isMissing()
        && root.value("id").isMissing();
}

Result<Answer> judgeOk(const HttpOutcome &outcome, const Asked &asked)
{
    const Result<Json> root = parseAnswer(outcome.body);
    if (!root) {
        const bool foreign = outcome.isHtml() || !looksLikeJson(outcome.body);
        Error error = base(foreign ? ErrorKind::NotTheApi : ErrorKind::BadAnswer, outcome, asked);
        return fail(notJson(error, outcome, root.error()));
    }
    if (isErrorForm(*root)) {
        const auto words = serviceWords(outcome, asked);
        const bool gone = words && asked.oneObject && saysNotFound(*words, outcome.status);
        return fail(withWords(base(gone ? ErrorKind::NotFound : ErrorKind::Refused, outcome, asked), words));
    }
    return Answer{outcome.body};
}

} // namespace

Result<Answer> judgeRead(const HttpOutcome &outcome, const Asked &asked)
{
    if (outcome.tooLarge)
        return fail(base(ErrorKind::TooLarge, outcome, asked));
    if (outcome.timedOut)
        return fail(lineError(ErrorKind::TimedOut, outcome, asked));
    if (outcome.status == 0) {
        const bool notHttp = outcome.error == QNetworkReply::ProtocolFailure
            || outcome.error == QNetworkReply::ProtocolUnknownError;
        return fail(lineError(notHttp ? ErrorKind::NotTheApi : ErrorKind::Offline, outcome, asked));
    }
    if (isRedirect(outcome.status)) {
        Error error = base(ErrorKind::NotTheApi, outcome, asked);
        error.cause = ErrorCause::Redirected;
        error.place = withoutKey(outcome.location, asked.endpoint.key);
        return fail(error);
    }
    const auto words = outcome.status == 200 ? std::nullopt : serviceWords(outcome, asked);
    if (outcome.status == 401)
        return fail(withWords(base(ErrorKind::KeyRefused, outcome, asked), words));
    if (outcome.status == 429) {
        Error error = withWords(base(ErrorKind::RateLimited, outcome, asked), words);
        error.retryAfter = outcome.retryAfter;
        return fail(error);
    }
    if (outcome.status >= 500) {
        Error error = withWords(base(ErrorKind::NotTheApi, outcome, asked), words);
        error.cause = ErrorCause::ServerFailure;
        error.retryAfter = outcome.retryAfter;
        return fail(error);
    }
    if (!outcome.isWhole())
        return fail(cutShort(ErrorKind::BadAnswer, outcome, asked));
    if (outcome.status == 200)
        return judgeOk(outcome, asked);
    if (outcome.status >= 400 && words) {
        const bool gone = (outcome.status == 400 || outcome.status == 404) && asked.oneObject
            && saysNotFound(*words, outcome.status);
        return fail(withWords(base(gone ? ErrorKind::NotFound : ErrorKind::Refused, outcome, asked), words));
    }
    Error error = base(outcome.status >= 400 ? ErrorKind::NotTheApi : ErrorKind::BadAnswer, outcome, asked);
    if (outcome.isHtml())
        error.cause = ErrorCause::WebPage;
    return fail(error);
}

bool worthAnotherTry(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::TimedOut:
    case ErrorKind::RateLimited:
        return true;
    case ErrorKind::Offline:
    case ErrorKind::BadAnswer:
        return error.cause == ErrorCause::ConnectionClosed;
    case ErrorKind::NotTheApi:
        return error.cause == ErrorCause::ServerFailure;
    default:
        return false;
    }
}

Result<Answer> judgeWrite(const HttpOutcome &outcome, qint64 taken, const Asked &asked)
{
    if (taken == 0 && outcome.status == 0)
        return fail(lineError(ErrorKind::NotSent, outcome, asked));
    // Only the service's own refusal, whole and in its documented form, says that nothing was done: a gateway
    // that stands between may say 401 to an answer it didn't like.
    if (outcome.status == 401 && outcome.isWhole()) {
        if (const auto words = serviceWords(outcome, asked))
            return fail(withWords(base(ErrorKind::KeyRefused, outcome, asked), words));
    }
    if (outcome.tooLarge) {
        Error error = base(ErrorKind::Ambiguous, outcome, asked);
        error.words = text(QT_TRANSLATE_NOOP("naryad::api", "The answer is larger than any real one."));
        return fail(error);
    }
    if (outcome.timedOut) {
        Error error = base(ErrorKind::Ambiguous, outcome, asked);
        error.words = text(QT_TRANSLATE_NOOP("naryad::api", "No whole answer came in time."));
        return fail(error);
    }
    if (outcome.status == 0)
        return fail(lineError(ErrorKind::Ambiguous, outcome, asked));
    if (isRedirect(outcome.status)) {
        Error error = base(ErrorKind::Ambiguous, outcome, asked);
        error.cause = ErrorCause::Redirected;
        error.place = withoutKey(outcome.location, asked.endpoint.key);
        return fail(error);
    }
    if (outcome.status == 429) {
        Error error = withWords(base(ErrorKind::RateLimited, outcome, asked), serviceWords(outcome, asked));
        error.retryAfter = outcome.retryAfter;
        return fail(error);
    }
    if (outcome.status >= 500) {
        Error error = withWords(base(ErrorKind::Ambiguous, outcome, asked), serviceWords(outcome, asked));
        error.cause = ErrorCause::ServerFailure;
        return fail(error);
    }
    if (!outcome.isWhole() || (!outcome.endTold && endsAnywhere(outcome.body)))
        return fail(cutShort(ErrorKind::Ambiguous, outcome, asked));
    if (outcome.status == 200) {
        const Result<Json> root = parseAnswer(outcome.body);
        if (!root)
            return fail(notJson(base(ErrorKind::Ambiguous, outcome, asked), outcome, root.error()));
        // A refusal is documented to come with a 400: in a 200 it is no word to rely on, either way.
        if (isErrorForm(*root))
            return fail(withWords(base(ErrorKind::Ambiguous, outcome, asked), serviceWords(outcome, asked)));
        return Answer{outcome.body};
    }
    const auto words = serviceWords(outcome, asked);
    if (outcome.status == 400 && words)
        return fail(withWords(base(ErrorKind::Refused, outcome, asked), words));
    Error error = withWords(base(ErrorKind::Ambiguous, outcome, asked), words);
    if (outcome.isHtml())
        error.cause = ErrorCause::WebPage;
    return fail(error);
}

} // namespace naryad::api
