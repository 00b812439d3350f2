#include "api/UpdateService.h"

#include "Fetch.h"
#include "ListCodec.h"

#include <algorithm>

namespace naryad::api {

namespace {

/// A refusal of the type itself; `task` is documented, so a refusal of that means something else.
bool refusesTheType(const Error &error, const QString &type)
{
    const bool refused = error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound;
    return refused && type != QLatin1String("task");
}

/// The document tells of one error for get-taskupdates, that of asking too often, and shows no form of it of
/// its own: any refusal is taken for that one.
bool saysTooEarly(const Error &error)
{
    return error.kind == ErrorKind::Refused || error.kind == ErrorKind::RateLimited;
}

Error tooEarly(std::chrono::seconds wait)
{
    Error error;
    error.kind = ErrorKind::RateLimited;
    error.asked = QStringLiteral("get-taskupdates");
    error.retryAfter = wait;
    return error;
}

template <class T> QFuture<Result<T>> ready(const Error &error)
{
    return QtFuture::makeReadyFuture(Result<T>(fail(error)));
}

} // namespace

UpdateService::UpdateService(ReadChannel &reads, AccountZone zone, const Clock &clock, CallTimes &times)
    : m_reads(reads)
    , m_zone(std::move(zone))
    , m_clock(clock)
    , m_times(times)
{}

QFuture<Result<QVector<Update>>> UpdateService::updates(const QString &type, qint64 usn) const
{
    ReadRequest request{QStringLiteral("get-updates"), {}, false, true};
    request.query.addQueryItem(QStringLiteral("type"), type);
    request.query.addQueryItem(QStringLiteral("usn"), QString::number(usn));
    return fetch<QVector<Update>>(
        m_reads, request, [zone = m_zone](const QByteArray &body) { return readUpdates(body, zone); },
        [type](Error error) {
            if (refusesTheType(error, type)) {
                error.kind = ErrorKind::Refused;
                error.cause = ErrorCause::NotOffered;
            }
            return error;
        });
}

QFuture<Result<QVector<TaskEvent>>> UpdateService::taskUpdates(std::optional<qint64> lastEventId) const
{
    const QDateTime now = m_clock.now();
    const Result<QDateTime> last = m_times.lastTaskUpdates();
    if (!last)
        return ready<QVector<TaskEvent>>(last.error());
    const std::chrono::seconds passed{last->isValid() ? last->secsTo(now) : TaskUpdatesEvery.count()};
    // A time in the future was written under a clock that has been set back since: it says nothing, but that
    // five minutes from now are surely enough.
    const bool early = passed < TaskUpdatesEvery;
    const bool future = passed.count() < 0;
    if (!early || future) {
        if (const auto stored = m_times.setLastTaskUpdates(now); !stored)
            return ready<QVector<TaskEvent>>(stored.error());
    }
    if (early)
        return ready<QVector<TaskEvent>>(tooEarly(future ? TaskUpdatesEvery : TaskUpdatesEvery - passed));

    ReadRequest request{QStringLiteral("get-taskupdates"), {}, false, false};
    if (lastEventId)
        request.query.addQueryItem(QStringLiteral("id"), QString::number(*lastEventId));
    return fetch<QVector<TaskEvent>>(m_reads, request, readTaskEvents, [](Error error) {
        if (saysTooEarly(error)) {
            error.kind = ErrorKind::RateLimited;
            error.retryAfter = std::max(error.retryAfter, TaskUpdatesEvery);
        }
        return error;
    });
}

} // namespace naryad::api
