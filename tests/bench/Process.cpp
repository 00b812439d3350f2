#include "Process.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <sys/resource.h>

namespace naryad::bench {

namespace {

std::chrono::microseconds cpuOf(int who)
{
    ::rusage usage{};
    ::getrusage(who, &usage);
    const auto time = [](const ::timeval &value) {
        return std::chrono::seconds(value.tv_sec) + std::chrono::microseconds(value.tv_usec);
    };
    return time(usage.ru_utime) + time(usage.ru_stime);
}

/// curl's orders, on its standard input: so the key is on no command line and in no file.
QByteArray curlOrders(const SandboxProcess &server, const QStringList &ids)
{
    QByteArray orders = "header = \"Authorization: key=" + server.key().toUtf8() + "\"\nfail\n";
    const QByteArray address = server.address().toEncoded() + "/api/v5/get-task?id=";
    for (const QString &id : ids)
        orders += "url = \"" + address + id.toUtf8() + "\"\noutput = \"/dev/null\"\n";
    return orders;
}

} // namespace

std::chrono::microseconds ownCpu()
{
    return cpuOf(RUSAGE_SELF);
}

std::chrono::microseconds childrenCpu()
{
    return cpuOf(RUSAGE_CHILDREN);
}

SandboxProcess::SandboxProcess(int latencyMs, int tasks, const QStringList &more)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(
        QCoreApplication::applicationDirPath() + QStringLiteral("/naryad-sandbox"),
        QStringList{
            QStringLiteral("--latency"), QString::number(latencyMs), QStringLiteral("--tasks"),
            QString::number(tasks)}
            + more);
    QByteArray told;
    while (told.count('\n') < 2 && m_process.waitForReadyRead(30000))
        told += m_process.readAllStandardOutput();
    const QList<QByteArray> lines = told.split('\n');
    if (lines.size() < 3) {
        std::fprintf(stderr, "naryad-sandbox did not start: %s\n", qPrintable(m_process.errorString()));
        return;
    }
    m_address = QUrl(QString::fromUtf8(lines.at(0)));
    m_key = QString::fromUtf8(lines.at(1));
}

SandboxProcess::~SandboxProcess()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10000))
        m_process.kill();
}

std::optional<Ran> runProgram(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto cpu = childrenCpu();
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(300000) || process.exitStatus() != QProcess::NormalExit
        || process.exitCode() != 0) {
        std::fprintf(stderr, "%s failed: %s\n", qPrintable(program), qPrintable(process.errorString()));
        return std::nullopt;
    }
    return Ran{std::chrono::nanoseconds(timer.nsecsElapsed()), childrenCpu() - cpu};
}

std::optional<Ran> curlTasks(const SandboxProcess &server, const QStringList &ids, int connections)
{
    return runProgram(
        QStringLiteral("curl"),
        {QStringLiteral("--no-progress-meter"), QStringLiteral("--parallel"),
         QStringLiteral("--parallel-max"), QString::number(connections), QStringLiteral("--config"),
         QStringLiteral("-")},
        curlOrders(server, ids));
}

} // namespace naryad::bench
