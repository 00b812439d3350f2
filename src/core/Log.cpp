#include "core/Log.h"

#include <QMutex>
#include <QStringList>

#include <cstdio>

Q_LOGGING_CATEGORY(lcApi, "naryad.api", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStore, "naryad.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSync, "naryad.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "naryad.ui", QtWarningMsg)
Q_LOGGING_CATEGORY(lcApp, "naryad.app", QtWarningMsg)

namespace naryad {

namespace {

struct Secrets
{
    QMutex lock;
    QStringList list;
};

/// Never destroyed: Qt still says something while the program's own statics go, and that is redacted too.
Secrets &secrets()
{
    static auto *const kept = new Secrets;
    return *kept;
}

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "";
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    QString line = message;
    {
        Secrets &known = secrets();
        QMutexLocker guard(&known.lock);
        for (const QString &secret : std::as_const(known.list))
            line.replace(secret, QStringLiteral("[key]"));
    }
    std::fprintf(
        stderr, "%s %s: %s\n", levelName(type), context.category ? context.category : "",
        line.toUtf8().constData());
}

} // namespace

void redactFromLog(const QString &secret)
{
    if (secret.isEmpty())
        return;
    Secrets &known = secrets();
    QMutexLocker guard(&known.lock);
    if (!known.list.contains(secret))
        known.list.append(secret);
}

void installLog()
{
    qInstallMessageHandler(write);
}

} // namespace naryad
