#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace naryad::bench {

/// Processor time, user's and system's.
std::chrono::microseconds ownCpu();
/// Of the children that ended and were waited for.
std::chrono::microseconds childrenCpu();

/// naryad-sandbox from this program's folder, as a process of its own for as long as this lives.
class SandboxProcess
{
public:
    SandboxProcess(int latencyMs, int tasks, const QStringList &more = {});
    ~SandboxProcess();
    SandboxProcess(const SandboxProcess &) = delete;
    SandboxProcess &operator=(const SandboxProcess &) = delete;

    bool isUp() const { return m_address.isValid(); }
    QUrl address() const { return m_address; }
    QString key() const { return m_key; }

private:
    QProcess m_process;
    QUrl m_address;
    QString m_key;
};

/// How long a program took and what of the processor; nullopt where it failed (its words go to stderr).
struct Ran
{
    std::chrono::nanoseconds wall{0};
    std::chrono::microseconds cpu{0};
};
std::optional<Ran> runProgram(const QString &program, const QStringList &arguments, const QByteArray &input);

/// get-task of each of these by curl on so many connections.
std::optional<Ran> curlTasks(const SandboxProcess &server, const QStringList &ids, int connections);

} // namespace naryad::bench
