#pragma once

#include "HttpFrame.h"

#include <QThread>
#include <QUrl>
#include <QVector>

#include <functional>
#include <memory>

namespace naryad::test {

/// What a scripted server does with one request.
struct ScriptedReply
{
    enum class End {
        Keep, ///< the connection stays
        Fin,
        Rst,
    };

    QByteArray bytes; ///< exactly what is written, status line and all
    End end = End::Keep;
    int delayMs = 0; ///< before the first byte
    int dripMs = 0; ///< > 0: one byte each so many milliseconds
    bool held = false; ///< not before release()
    bool atHeaders = false; ///< acts once the headers are there, without waiting for the body

    static ScriptedReply json(const QByteArray &body, int status = 200, const HttpHeaders &headers = {});
    static ScriptedReply page(int status = 200); ///< a gateway's web page
    static ScriptedReply redirect(int status, const QUrl &target);
    static ScriptedReply raw(const QByteArray &bytes, End end = End::Fin);
    static ScriptedReply fin() { return raw({}, End::Fin); }
    static ScriptedReply rst() { return raw({}, End::Rst); }
    static ScriptedReply silence(); ///< takes the request and never answers
};

/// A plain TCP server on 127.0.0.1 in a thread of its own: it counts whole requests, keeps their bytes and
/// answers by script. Works for any HTTP client. Functions: from the test's thread.
class ScriptedServer
{
public:
    using Handler = std::function<ScriptedReply(const HttpRequest &)>;

    ScriptedServer();
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    QUrl url() const;
    quint16 port() const;

    /// The next `times` requests of this command get this reply (in the order of the calls); -1 = all of
    /// them.
    void script(const QString &command, const ScriptedReply &reply, int times = 1);
    /// What requests without a script get; `{"id":111}` unless set.
    void otherwise(const ScriptedReply &reply);
    /// Answers those without a script by a function, run in the server's thread.
    void handle(Handler handler);
    /// Lets go of the held replies, in the order their requests came.
    void release();
    /// No new connection is taken from here on.
    void stopListening();

    QVector<HttpRequest> requests() const;
    /// Whole requests of a command; of all commands where it is empty.
    int count(const QString &command = {}) const;
    /// Requests whose headers came, whole or not.
    int headsSeen() const;
    int connections() const; ///< ever accepted
    int openConnections() const;
    int heldCount() const;
    /// Every byte received from everybody.
    QByteArray received() const;

private:
    class Worker;
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    QThread m_thread;
    Worker *m_worker;
};

} // namespace naryad::test
