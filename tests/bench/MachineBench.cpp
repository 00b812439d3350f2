#include "Benches.h"
#include "RawQueries.h"

#include <QDateTime>
#include <QFile>
#include <QSysInfo>
#include <QThread>

namespace naryad::bench {

namespace {

/// What stands behind the colon of the first line that begins so.
QString valueIn(const QString &path, const char *name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name))
            return QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
    }
    return {};
}

} // namespace

int machineBench(const Settings &)
{
    const QString memory
        = valueIn(QStringLiteral("/proc/meminfo"), "MemTotal").section(QLatin1Char(' '), 0, 0);
    tell(
        {{QLatin1String("bench"), QLatin1String("machine")},
         {QLatin1String("date"), QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate)},
         {QLatin1String("naryad"), QStringLiteral(NARYAD_VERSION)},
         {QLatin1String("processor"), valueIn(QStringLiteral("/proc/cpuinfo"), "model name")},
         {QLatin1String("cores"), QThread::idealThreadCount()},
         {QLatin1String("memory_gb"), qRound(memory.toDouble() / 1024 / 1024)},
         {QLatin1String("system"), QSysInfo::prettyProductName()},
         {QLatin1String("kernel"), QSysInfo::kernelVersion()},
         {QLatin1String("qt"), QLatin1String(qVersion())},
         {QLatin1String("sqlite"), sqliteVersion()}});
    return 0;
}

} // namespace naryad::bench
