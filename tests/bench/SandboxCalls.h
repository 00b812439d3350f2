#pragma once

#include "Process.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>

namespace naryad::bench {

/// Questions to a sandbox beside those of the program: how often it was asked, and changes by another
/// client. Thread: the one it is made in; each call waits for its answer.
class SandboxCalls
{
public:
    explicit SandboxCalls(const SandboxProcess &server)
        : m_server(server)
    {}

    /// Requests so far.
    struct Counts
    {
        int feed = 0; ///< get-updates and get-taskupdates
        int details = 0; ///< get-task
        int lists = 0; ///< all others
    };
    Counts counts();
    QStringList taskIds(); ///< all of them, the oldest change first
    /// Closes so many of these, the last first, as another client would; how many could be closed.
    int close(const QStringList &ids, int wanted);

private:
    QJsonDocument get(const QString &pathAndQuery);
    bool post(const QString &pathAndQuery, const QByteArray &body);
    QNetworkRequest request(const QString &pathAndQuery) const;

    const SandboxProcess &m_server;
    QNetworkAccessManager m_network;
};

} // namespace naryad::bench
