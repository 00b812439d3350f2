#include "api/ReadChannel.h"

#include "HttpExchange.h"
#include "HttpRules.h"
#include "TokenBucket.h"
#include "Verdict.h"
#include "core/Log.h"

#include <QFutureWatcher>
#include <QNetworkAccessManager>
#include <QPromise>
#include <QRandomGenerator>

#include <algorithm>
#include <deque>
#include <vector>

namespace naryad::api {

namespace {

/// Qt opens six connections to a host; twice as many requests at hand keep none of them idle in between.
constexpr size_t InFlight = 12;

/// Retry-After beyond this is not slept through here: the caller is told and plans by it.
constexpr std::chrono::seconds LongestRetryAfter{60};

struct Job
{
    ReadRequest request;
    QPromise<Result<Answer>> promise;
    std::unique_ptr<QFutureWatcher<Result<Answer>>> watcher;
    std::unique_ptr<HttpExchange> exchange;
    int tries = 0;
    int key = 0; ///< the number of the key it was asked with
    bool over = false;
};
using JobPtr = std::shared_ptr<Job>;

/// Asked by an id that names an object; that of get-taskupdates is an event's.
bool asksOneObject(const ReadRequest &request)
{
    const bool named = request.query.hasQueryItem(QStringLiteral("id"))
        || request.query.hasQueryItem(QStringLiteral("external-id"));
    return named && request.command != QLatin1String("get-taskupdates");
}

} // namespace

class ReadChannel::Private
{
public:
    Private(ReadChannel &channel, Endpoint where, const Clock &time, Limits bounds)
        : q(channel)
        , clock(time)
        , endpoint(std::move(where))
        , limits(bounds)
        , manager(makeManager(endpoint))
    {}

    std::deque<JobPtr> &queueOf(const Job &job) { return job.request.foreground ? foreground : background; }
    void pump();
    void pumpLater();
    void launch(const JobPtr &job);
    void land(const JobPtr &job, const HttpOutcome &outcome);
    void settle(const JobPtr &job, Result<Answer> result);
    void cancel(const JobPtr &job);
    void release(const JobPtr &job);
    std::chrono::milliseconds pause(const Job &job, const Error &error) const;

    ReadChannel &q;
    const Clock &clock;
    Endpoint endpoint;
    Limits limits;
    std::unique_ptr<QNetworkAccessManager> manager;
    std::deque<JobPtr> foreground;
    std::deque<JobPtr> background;
    std::vector<JobPtr> running;
    std::vector<JobPtr> pausing; ///< between two tries
    int requests = 0;
    int key = 0; ///< how often the key was changed
    TokenBucket bucket;
    bool pumpPlanned = false;
};

ReadChannel::ReadChannel(Endpoint endpoint, const Clock &clock, Limits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(endpoint), clock, limits))
{}

ReadChannel::~ReadChannel()
{
    std::vector<JobPtr> left = std::exchange(d->running, {});
    left.insert(left.end(), d->pausing.begin(), d->pausing.end());
    left.insert(left.end(), d->foreground.begin(), d->foreground.end());
    left.insert(left.end(), d->background.begin(), d->background.end());
    d->pausing.clear();
    d->foreground.clear();
    d->background.clear();
    for (const JobPtr &job : left) {
        Error error;
        error.kind = ErrorKind::Cancelled;
        error.asked = job->request.command;
        job->exchange.reset();
        d->settle(job, fail(error));
    }
}

void ReadChannel::setKey(const QString &key)
{
    d->endpoint.key = key;
    ++d->key;
}

void ReadChannel::setRequestsPerSecond(int rate)
{
    d->bucket.setRate(rate, d->clock.now());
    d->pump();
}

int ReadChannel::requestCount() const
{
    return d->requests;
}

QFuture<Result<Answer>> ReadChannel::get(const ReadRequest &request)
{
    auto job = std::make_shared<Job>();
    job->request = request;
    job->promise.start();
    const QFuture<Result<Answer>> future = job->promise.future();
    job->watcher = std::make_unique<QFutureWatcher<Result<Answer>>>();
    const std::weak_ptr<Job> weak = job;
    connect(job->watcher.get(), &QFutureWatcherBase::canceled, this, [this, weak] {
        if (const JobPtr alive = weak.lock())
            d->cancel(alive);
    });
    job->watcher->setFuture(future);
    d->queueOf(*job).push_back(job);
    d->pump();
    return future;
}

void ReadChannel::Private::pump()
{
    while (running.size() < InFlight && !(foreground.empty() && background.empty())) {
        std::deque<JobPtr> &queue = foreground.empty() ? background : foreground;
        const JobPtr job = queue.front();
        if (foreground.empty() && !job->over && !bucket.take(clock.now())) {
            pumpLater();
            return;
        }
        queue.pop_front();
        if (!job->over)
            launch(job);
    }
}

/// When the budget allows the next background request.
void ReadChannel::Private::pumpLater()
{
    if (pumpPlanned)
        return;
    pumpPlanned = true;
    clock.after(bucket.wait(clock.now()), &q, [this] {
        pumpPlanned = false;
        pump();
    });
}

void ReadChannel::Private::launch(const JobPtr &job)
{
    const ReadRequest &asked = job->request;
    Result<QNetworkRequest> http = makeRequest(endpoint, asked.command, false, asked.query, limits);
    if (!http) {
        // Never from within get() or another job's end: the caller may not even hold the future yet
        QMetaObject::invokeMethod(
            &q, [this, job, error = http.error()] { settle(job, fail(error)); }, Qt::QueuedConnection);
        return;
    }
    // Qt keeps a queue of its own for the requests beyond its six connections
    http->setPriority(asked.foreground ? QNetworkRequest::HighPriority : QNetworkRequest::NormalPriority);
    ++job->tries;
    job->key = key;
    ++requests;
    const std::weak_ptr<Job> weak = job;
    job->exchange = std::make_unique<HttpExchange>(
        manager->get(*http), limits,
        [this, weak](const HttpOutcome &outcome) {
            if (const JobPtr alive = weak.lock())
                land(alive, outcome);
        },
        nullptr);
    running.push_back(job);
}

void ReadChannel::Private::land(const JobPtr &job, const HttpOutcome &outcome)
{
    if (job->over)
        return;
    Result<Answer> result = judgeRead(outcome, {job->request.command, endpoint, asksOneObject(job->request)});
    qCDebug(
        lcApi, "%s: %s, HTTP %d, %lld bytes, try %d", qPrintable(job->request.command),
        result ? "done" : qPrintable(toName(result.error().kind)), outcome.status,
        static_cast<long long>(outcome.body.size()), job->tries);
    release(job);
    if (!result && result.error().kind == ErrorKind::KeyRefused && job->key != key) {
        // Said of a key that has been changed since: no word about the new one.
        --job->tries;
        queueOf(*job).push_front(job);
        pump();
        return;
    }
    const bool again = !result && job->request.retry && job->tries < limits.readTries
        && worthAnotherTry(result.error()) && result.error().retryAfter <= LongestRetryAfter;
    if (!again) {
        pump();
        settle(job, std::move(result)); // last: who hears it may delete this channel
        return;
    }
    pausing.push_back(job);
    const std::weak_ptr<Job> weak = job;
    clock.after(pause(*job, result.error()), &q, [this, weak] {
        const JobPtr alive = weak.lock();
        if (!alive || alive->over)
            return;
        std::erase(pausing, alive);
        queueOf(*alive).push_front(alive);
        pump();
    });
    pump();
}

/// Doubles with each try; a quarter more or less, so that twelve requests that failed together do not come
/// back together. What the service itself asks for is never undercut.
std::chrono::milliseconds ReadChannel::Private::pause(const Job &job, const Error &error) const
{
    const auto step = limits.backoff * (1 << std::min(job.tries - 1, 6));
    const double spread = 0.75 + QRandomGenerator::global()->generateDouble() / 2;
    const auto own
        = std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(step.count()) * spread));
    return std::max<std::chrono::milliseconds>(own, error.retryAfter);
}

void ReadChannel::Private::settle(const JobPtr &job, Result<Answer> result)
{
    if (job->over)
        return;
    job->over = true;
    job->watcher->disconnect();
    job->promise.addResult(std::move(result));
    job->promise.finish();
    // The watcher may be the one that called us
    job->watcher.release()->deleteLater();
}

void ReadChannel::Private::cancel(const JobPtr &job)
{
    if (job->over)
        return;
    std::erase(running, job);
    std::erase(pausing, job);
    std::erase(queueOf(*job), job);
    job->exchange.reset(); // aborts
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.asked = job->request.command;
    pump();
    settle(job, fail(error));
}

/// Takes a job off the line. Its reply still stands in the call stack, so it goes with the next turn.
void ReadChannel::Private::release(const JobPtr &job)
{
    std::erase(running, job);
    if (job->exchange)
        job->exchange.release()->deleteLater();
}

} // namespace naryad::api
