#pragma once

#include "api/Requests.h"
#include "core/Result.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace naryad::api {

/// The one place that sends a write (reliability, sections 1 and 10): a sequential body device, unbuffered,
/// with Content-Length, on a manager of its own, HTTP/1.1, no redirects, stall timeout and total deadline,
/// capped and length-checked answer. One POST on the wire per call, whatever happens.
///
/// Thread: the one it is made in (the engine's). Never repeats anything by itself.
class WriteChannel : public QObject
{
    Q_OBJECT
public:
    explicit WriteChannel(Endpoint endpoint, Limits limits = {}, QObject *parent = nullptr);
    ~WriteChannel() override;

    void setKey(const QString &key);

    /// An Answer is a 200, complete and parseable. Errors: NotSent (no byte of the body was taken), Refused
    /// (400 with code or words), KeyRefused (401), RateLimited (429), else Ambiguous with what was seen in
    /// cause, httpStatus, words and place. Cancelling the future stops nothing: what has left has left.
    QFuture<Result<Answer>> send(const WriteRequest &request);

    int requestCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::api
