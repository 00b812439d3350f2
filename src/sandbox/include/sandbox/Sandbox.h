#pragma once

#include "core/Result.h"

#include <QString>
#include <QUrl>

#include <memory>

namespace naryad::sandbox {

/// What the stand-in company looks like and how it answers.
struct Options
{
    quint16 port = 0; ///< 0: any free one
    QString key; ///< empty: a random one is made
    int tasks = 2000;
    int contractors = 40;
    quint32 seed = 20261124;
    int latencyMs = 0; ///< before each answer
    /// The document's sample of get-task shows no contractor, worker, address or status ("incomplete" by its own
    /// heading). false: exactly the documented keys; true: those too, as the vendor's own mobile program sees.
    bool fullTasks = false;
};

/// A complete stand-in for the service on 127.0.0.1, written from the vendor's document.
///
/// Owns a thread of its own with the HTTP server and all state; start() and the destructor wait for it.
/// Callable from any one thread. Shares no code with the client library. Never listens beyond loopback.
class Sandbox
{
public:
    explicit Sandbox(Options options = {});
    ~Sandbox();

    /// Starts listening; the address is "http://127.0.0.1:PORT". Storage error where the port is taken.
    Result<QUrl> start();
    QString key() const;
    QUrl address() const;
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::sandbox
