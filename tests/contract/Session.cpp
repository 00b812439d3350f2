#include "Session.h"

#include <QRandomGenerator>

#include <cmath>

namespace naryad::contract {

namespace {

QString mark(const Clock &clock)
{
    return QStringLiteral("contract-%1-%2")
        .arg(clock.now().toString(QStringLiteral("yyyyMMdd-HHmmss")))
        .arg(QRandomGenerator::system()->bounded(0x10000), 4, 16, QLatin1Char('0'));
}

/// "37.222" and 37.2220: the service may keep them as numbers.
bool sameDegrees(const QString &written, const QString &read)
{
    bool first = false;
    bool second = false;
    const double left = written.toDouble(&first);
    const double right = read.toDouble(&second);
    return first && second && std::abs(left - right) < 1e-4;
}

} // namespace

Session::Session(const api::Endpoint &server, const Bounds &limits)
    : bounds(limits)
    , reads(server, clock)
    , writes(server)
    , tasks(reads, writes, zone)
    , contractors(reads, writes, zone)
    , templates(reads, writes, zone)
    , equipment(reads, writes, zone)
    , employees(reads)
    , updates(reads, zone, clock, callTimes)
    , m_mark(mark(clock))
{}

bool same(const QString &written, const QString &read)
{
    return written.trimmed() == read.trimmed();
}

QString unlike(const QString &part, const QString &written, const QString &read)
{
    return QStringLiteral("%1: written was “%2”, read is “%3”").arg(part, written, read);
}

std::optional<QString> addressUnlike(const Address &written, const Known<Address> &read)
{
    if (!read.isKnown())
        return QStringLiteral("it shows no address");
    const std::tuple<const char *, QString, QString> parts[] = {
        {"address", written.text, read.value.text},
        {"addressPorch", written.entrance, read.value.entrance},
        {"addressFloor", written.floor, read.value.floor},
        {"addressRoom", written.room, read.value.room},
        {"addressInfo", written.notes, read.value.notes},
    };
    for (const auto &[part, said, seen] : parts) {
        if (!same(said, seen))
            return unlike(QString::fromLatin1(part), said, seen);
    }
    if (!sameDegrees(written.latitude, read.value.latitude))
        return unlike(QStringLiteral("lat"), written.latitude, read.value.latitude);
    if (!sameDegrees(written.longitude, read.value.longitude))
        return unlike(QStringLiteral("lon"), written.longitude, read.value.longitude);
    return std::nullopt;
}

} // namespace naryad::contract
