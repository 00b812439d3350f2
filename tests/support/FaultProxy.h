#pragma once

#include "HttpFrame.h"

#include <QThread>
#include <QUrl>
#include <QVector>

#include <memory>

namespace naryad::test {

/// What goes wrong with one request on its way. "Before": the server behind never sees it. All others hand it
/// on first, so that it is applied, and spoil the answer.
enum class Fault {
    None,
    FinBefore,
    RstBefore,
    FailureBefore, ///< HTTP 500 with a web page
    BadGateway, ///< HTTP 502 with a web page, not handed on
    Redirect, ///< to Spoiling::target, not handed on
    RateLimited, ///< HTTP 429 with Retry-After, not handed on
    Late, ///< handed on only after delayMs, also when the client has given up by then
    FinAfter,
    RstAfter,
    HalfStatusLine,
    HeadersOnly,
    Truncated, ///< half the body of the length told
    TruncatedChunks,
    NoLengthReset, ///< half the body without any length, then a reset
    BadGzip, ///< a body said to be gzip that breaks off in the middle
    EmptyBody,
    EmptyObject, ///< `{}`
    BrokenJson,
    WebPage, ///< HTTP 200 with a web page
    FailureAfter, ///< HTTP 500 with a web page
    Drip, ///< the answer byte by byte, one each delayMs
};

struct Spoiling
{
    Fault fault = Fault::None;
    int delayMs = 0;
    int status = 302; ///< of Redirect
    QUrl target; ///< of Redirect
    int retryAfterSeconds = 1;
};

/// A TCP proxy on 127.0.0.1 in a thread of its own, in front of any plain HTTP server: it hands whole
/// requests on, one connection each, and spoils those it was told to. Functions: from the test's thread.
class FaultProxy
{
public:
    struct Seen
    {
        HttpRequest request;
        Fault fault = Fault::None;
        bool handedOn = false;
        int status{}; ///< of the server's own answer, whatever was made of it; 0: none (yet)
        QByteArray answer{}; ///< its body
    };

    explicit FaultProxy(const QUrl &server);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    QUrl url() const;

    /// Spoils the next `times` requests of a command (of any, where empty); -1 = all of them.
    void spoil(const QString &command, const Spoiling &spoiling, int times = 1);
    void spoil(const QString &command, Fault fault, int times = 1);
    /// From here on requests go through as they are.
    void heal();
    /// While the line is down, connections are refused and those there are cut.
    void setLineDown(bool down);

    /// A request was taken and its client still waits for the answer.
    bool isWaitedFor() const;
    QVector<Seen> seen() const;
    int count(const QString &command = {}) const;
    /// A request has come whose effect on the server is still to be: it must not be taken for lost.
    bool isBusy() const;
    /// Waits until it has read what its clients have written by now, also those who have given up since.
    /// In the thread of the clients' managers, outside any event: what is to be deleted later goes now.
    void catchUp() const;
    /// Grows with everything that comes and goes.
    int activity() const;

private:
    class Worker;
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    QThread m_thread;
    Worker *m_worker;
};

} // namespace naryad::test
