#include "HttpExchange.h"

#include "HttpRules.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace naryad::api {

namespace {

constexpr qint64 ReadBuffer = 256 * 1024;
constexpr qint64 LongestWait = 24 * 60 * 60;

/// Qt's names for an HTTP status of 400 and above: the answer as such came whole.
bool isStatusError(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return true;
    default:
        return false;
    }
}

QDateTime httpDate(const QByteArray &text)
{
    QDateTime read = QLocale::c().toDateTime(
        QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    read.setTimeSpec(Qt::UTC);
    return read;
}

} // namespace

bool HttpOutcome::isWhole() const
{
    if (status == 0 || tooLarge || timedOut || !lengthFits)
        return false;
    // Where only the connection's end tells the body's, Qt may call that end an error, or want to send again
    const bool endedByClosing = !endTold
        && (error == QNetworkReply::RemoteHostClosedError || error == QNetworkReply::ContentReSendError);
    return error == QNetworkReply::NoError || endedByClosing || (status >= 400 && isStatusError(error));
}

bool HttpOutcome::isHtml() const
{
    return contentType.contains("html") || body.trimmed().startsWith('<');
}

std::chrono::seconds retryAfterOf(const QByteArray &retryAfter, const QByteArray &date)
{
    const QByteArray text = retryAfter.trimmed();
    bool digits = false;
    qint64 seconds = text.toLongLong(&digits);
    if (!digits) {
        const QDateTime until = httpDate(text);
        const QDateTime from = httpDate(date);
        seconds = until.isValid() && from.isValid() ? from.secsTo(until) : 0;
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, LongestWait));
}

std::optional<qint64> contentLengthOf(bool present, const QByteArray &header)
{
    if (!present)
        return std::nullopt;
    std::optional<qint64> length;
    const QList<QByteArray> values = header.split(',');
    for (const QByteArray &value : values) {
        const QByteArray digits = value.trimmed();
        bool read = false;
        const qint64 one = digits.toLongLong(&read);
        const bool plain
            = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!read || !plain || (length && *length != one))
            return -1;
        length = one;
    }
    return length;
}

HttpExchange::HttpExchange(QNetworkReply *reply, const Limits &limits, Done done, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_limits(limits)
    , m_done(std::move(done))
{
    m_reply->setParent(this);
    m_reply->setReadBufferSize(ReadBuffer);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::takeBody);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::checkLength);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finish);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_outcome.timedOut = true;
        giveUp();
    });
    m_deadline.start(m_limits.total);
}

HttpExchange::~HttpExchange()
{
    m_done = nullptr;
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
}

void HttpExchange::takeBody()
{
    if (m_outcome.tooLarge || !m_reply->isOpen())
        return;
    m_outcome.body += m_reply->readAll();
    if (m_outcome.body.size() > m_limits.maxBytes) {
        m_outcome.tooLarge = true;
        m_outcome.body.clear();
        giveUp();
    }
}

void HttpExchange::checkLength()
{
    const auto told
        = contentLengthOf(m_reply->hasRawHeader("Content-Length"), m_reply->rawHeader("Content-Length"));
    if (told && *told > m_limits.maxBytes && !m_outcome.tooLarge) {
        m_outcome.tooLarge = true;
        giveUp();
    }
}

void HttpExchange::giveUp()
{
    // abort() emits finished() at once; queued, so that a slot of the reply never ends the reply under itself
    QMetaObject::invokeMethod(m_reply, &QNetworkReply::abort, Qt::QueuedConnection);
    // A reply that Qt has ended in itself without a word (it warns of a second error) hears no abort either:
    // nobody would ever be told.
    QMetaObject::invokeMethod(this, &HttpExchange::finish, Qt::QueuedConnection);
}

void HttpExchange::finish()
{
    if (!m_done)
        return;
    m_deadline.stop();
    takeBody();
    m_outcome.error = m_reply->error();
    m_outcome.errorText = m_reply->errorString();
    m_outcome.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_outcome.contentType = m_reply->rawHeader("Content-Type").toLower();
    m_outcome.retryAfter = retryAfterOf(m_reply->rawHeader("Retry-After"), m_reply->rawHeader("Date"));
    const QUrl target = m_reply->url().resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
    m_outcome.location = placeOf(target);
    const auto told
        = contentLengthOf(m_reply->hasRawHeader("Content-Length"), m_reply->rawHeader("Content-Length"));
    m_outcome.lengthFits = !told || *told == m_outcome.body.size();
    m_outcome.endTold = told || m_reply->hasRawHeader("Transfer-Encoding");
    // Nobody else aborts: what is cancelled without our own hand is the stall timer's work.
    if (m_outcome.error == QNetworkReply::OperationCanceledError && !m_outcome.tooLarge)
        m_outcome.timedOut = true;
    const Done done = std::exchange(m_done, nullptr);
    done(m_outcome);
}

} // namespace naryad::api
