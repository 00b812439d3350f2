#include "Memory.h"

#include <QCoreApplication>
#include <QFile>

namespace naryad::bench {

double anonymousMb(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("RssAnon:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

double anonymousMb()
{
    return anonymousMb(QCoreApplication::applicationPid());
}

} // namespace naryad::bench
