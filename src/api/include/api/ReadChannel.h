#pragma once

#include "api/Requests.h"
#include "core/Clock.h"
#include "core/Result.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace naryad::api {

/// Every get-* goes through here: one shared manager, twelve requests in flight, timeouts, size cap, length
/// check, manual redirects, no cookies, retries with backoff and jitter (honouring Retry-After).
///
/// Owns its QNetworkAccessManager. Thread: the one it is made in (the engine's). Never sends a write, never
/// logs or returns the key.
class ReadChannel : public QObject
{
    Q_OBJECT
public:
    ReadChannel(Endpoint endpoint, const Clock &clock, Limits limits = {}, QObject *parent = nullptr);
    ~ReadChannel() override;

    void setKey(const QString &key);

    /// Ready once the whole answer is here or it has finally failed. Errors: Offline (with its cause),
    /// TimedOut, Refused, KeyRefused, NotFound, RateLimited, NotTheApi, TooLarge, BadAnswer.
    /// Cancelling the future aborts the request.
    QFuture<Result<Answer>> get(const ReadRequest &request);

    /// At most so many background requests a second, in bursts of no more than that; 0: no bound. What the
    /// user looks at is not held back.
    void setRequestsPerSecond(int rate);

    /// Requests put on the wire so far, retries included.
    int requestCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::api
