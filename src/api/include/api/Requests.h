#pragma once

#include "core/Error.h"

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>

namespace naryad::api {

/// Where the service is and the key to it. Lives in memory only.
struct Endpoint
{
    QUrl base; ///< scheme, host, port
    QString key; ///< printable ASCII, see cleanApiKey()
};

/// Limits of one request; tests shorten them.
struct Limits
{
    std::chrono::milliseconds stall{15000}; ///< no byte for so long: given up
    std::chrono::milliseconds total{60000}; ///< the whole request
    qint64 maxBytes = 8 * 1024 * 1024; ///< of an answer
    int readTries = 3; ///< of a read, in all
    std::chrono::milliseconds backoff{1000}; ///< before the second try of a read; doubles, with jitter
};

/// A get-* request. Foreground ones (what the user looks at) overtake the background ones.
struct ReadRequest
{
    QString command; ///< "get-task"
    QUrlQuery query;
    bool foreground = false;
    bool retry = true; ///< false for get-taskupdates: a second try eats its allowance
};

/// A write, frozen: exactly these bytes go out, also at a later attempt. Journalled before the first byte.
struct WriteRequest
{
    QString command; ///< "create-task"
    QUrlQuery query; ///< "id=…"
    QByteArray body; ///< never empty: "{}" where the command takes none
    friend bool operator==(const WriteRequest &, const WriteRequest &) = default;
};

/// A whole, complete 200 answer.
struct Answer
{
    QByteArray body;
};

} // namespace naryad::api
