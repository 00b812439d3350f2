#pragma once

#include "api/Requests.h"
#include "core/Result.h"

#include <QNetworkRequest>

#include <memory>

class QNetworkAccessManager;

namespace naryad::api {

/// A manager that obeys the rules both channels share: no cache, no cookies kept, no proxy for plain http and
/// loopback, the system's proxy for https. It answers no question for credentials: nothing is connected to
/// them, so a 401 or a proxy's demand ends the request.
std::unique_ptr<QNetworkAccessManager> makeManager(const Endpoint &endpoint);

/// The request of a command: its address, the key's header, HTTP/1.1, no redirects followed, no cookies, no
/// cache, no compression, our own user agent, the stall timeout. KeyRefused where the key can't go into a
/// header (or there is none); BadInput for a command that is not in the table, and for a write that lacks its
/// id.
Result<QNetworkRequest> makeRequest(
    const Endpoint &endpoint, const QString &command, bool write, const QUrlQuery &query,
    const Limits &limits);

/// The text with every occurrence of the key replaced: a server may well repeat a header in its words.
QString withoutKey(QString text, const QString &key);

/// "host" or "host:port", for messages.
QString placeOf(const QUrl &url);

} // namespace naryad::api
