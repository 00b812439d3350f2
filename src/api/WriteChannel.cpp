#include "api/WriteChannel.h"

#include "BodyDevice.h"
#include "HttpExchange.h"
#include "HttpRules.h"
#include "Verdict.h"
#include "core/Log.h"

#include <QNetworkAccessManager>
#include <QPromise>

#include <algorithm>
#include <vector>

namespace naryad::api {

namespace {

Error givenUp(const BodyDevice &body, const QString &command)
{
    Error error;
    error.kind = body.taken() == 0 ? ErrorKind::NotSent : ErrorKind::Ambiguous;
    error.asked = command;
    return error;
}

} // namespace

class WriteChannel::Private
{
public:
    /// One write under way. Members are destroyed last to first: the reply before its manager, and that
    /// before the body it reads from.
    struct Flight
    {
        QString command;
        QPromise<Result<Answer>> promise;
        std::unique_ptr<BodyDevice> body;
        std::unique_ptr<QNetworkAccessManager> manager;
        std::unique_ptr<HttpExchange> exchange;
    };

    void land(Flight *flight, const HttpOutcome &outcome);

    Endpoint endpoint;
    Limits limits;
    WriteChannel *q = nullptr;
    int requests = 0;
    std::vector<std::unique_ptr<Flight>> flights;
};

WriteChannel::WriteChannel(Endpoint endpoint, Limits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->endpoint = std::move(endpoint);
    d->limits = limits;
    d->q = this;
}

WriteChannel::~WriteChannel()
{
    // What is under way is told for what it is: sent or not, nobody will hear the answer any more.
    const auto flights = std::exchange(d->flights, {});
    for (const auto &flight : flights) {
        flight->exchange.reset();
        flight->promise.addResult(Result<Answer>(fail(givenUp(*flight->body, flight->command))));
        flight->promise.finish();
    }
}

void WriteChannel::setKey(const QString &key)
{
    d->endpoint.key = key;
}

int WriteChannel::requestCount() const
{
    return d->requests;
}

QFuture<Result<Answer>> WriteChannel::send(const WriteRequest &request)
{
    auto flight = std::make_unique<Private::Flight>();
    flight->command = request.command;
    flight->promise.start();
    const QFuture<Result<Answer>> future = flight->promise.future();

    Result<QNetworkRequest> http = makeRequest(d->endpoint, request.command, true, request.query, d->limits);
    if (http && request.body.isEmpty()) {
        // Without a body device Qt takes the query out of the address, and would repeat the request.
        Error error;
        error.kind = ErrorKind::BadInput;
        error.asked = request.command;
        http = fail(error);
    }
    if (!http) {
        flight->promise.addResult(Result<Answer>(fail(http.error())));
        flight->promise.finish();
        return future;
    }

    // The three together keep Qt from sending the body twice when a connection breaks: a device that can't be
    // rewound, not buffered, of a length told beforehand. The manager of its own gives a fresh connection: on
    // one that the server has just closed the write would fail without having been seen by anyone.
    flight->body = std::make_unique<BodyDevice>(request.body);
    flight->manager = makeManager(d->endpoint);
    http->setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    http->setHeader(QNetworkRequest::ContentLengthHeader, static_cast<qint64>(request.body.size()));
    http->setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    Private::Flight *const raw = flight.get();
    QNetworkReply *const reply = flight->manager->post(*http, flight->body.get());
    flight->exchange = std::make_unique<HttpExchange>(
        reply, d->limits, [this, raw](const HttpOutcome &outcome) { d->land(raw, outcome); }, nullptr);
    d->flights.push_back(std::move(flight));
    ++d->requests;
    return future;
}

void WriteChannel::Private::land(Flight *flight, const HttpOutcome &outcome)
{
    const Asked asked{flight->command, endpoint, false};
    Result<Answer> result = judgeWrite(outcome, flight->body->taken(), asked);
    qCDebug(
        lcApi, "%s: %s, HTTP %d, %lld bytes", qPrintable(flight->command),
        result ? "done" : qPrintable(toName(result.error().kind)), outcome.status,
        static_cast<long long>(outcome.body.size()));
    const auto place = std::find_if(
        flights.begin(), flights.end(), [flight](const auto &other) { return other.get() == flight; });
    const std::unique_ptr<Flight> landed = std::move(*place);
    flights.erase(place);
    // The reply still stands in the call stack: the parts go with the next turn, in this order.
    landed->exchange.release()->deleteLater();
    landed->manager.release()->deleteLater();
    landed->body.release()->deleteLater();
    landed->promise.addResult(std::move(result));
    landed->promise.finish(); // last: who hears it may delete this channel
}

} // namespace naryad::api
