#include "api/UpdateService.h"

#include "Fetch.h"
#include "ListCodec.h"

namespace naryad::api {

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
        m_reads, request, [zone = m_zone](const QByteArray &body) { return readUpdates(body, zone); });
}

} // namespace naryad::api
