#include "Desktop.h"

#include <QElapsedTimer>
#include <QProcess>

namespace naryad::test::desktop {

namespace {

QString xdotool(const QStringList &arguments)
{
    QProcess tool;
    tool.setStandardErrorFile(QProcess::nullDevice());
    tool.start(QStringLiteral("xdotool"), arguments);
    tool.waitForFinished(5000);
    return QString::fromUtf8(tool.readAllStandardOutput()).trimmed();
}

} // namespace

QString activeTitle()
{
    return xdotool({QStringLiteral("getactivewindow"), QStringLiteral("getwindowname")});
}

bool awaitTitle(const QString &beginning, const std::function<bool()> &ends)
{
    QElapsedTimer timer;
    timer.start();
    while (!ends() && timer.elapsed() < 10000) {
        if (activeTitle().startsWith(beginning))
            return true;
    }
    return false;
}

void press(const QStringList &keys)
{
    xdotool(QStringList{QStringLiteral("key"), QStringLiteral("--clearmodifiers")} + keys);
}

void type(const QString &text)
{
    xdotool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("12"), text});
}

} // namespace naryad::test::desktop
