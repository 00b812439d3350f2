#include "Futures.h"
#include "KillPoints.h"
#include "ManualClock.h"
#include "core/CommandKinds.h"
#include "core/Serial.h"
#include "sync/Engine.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace naryad;

/// A program that says one command and is killed in the middle of it. Standard input tells what, where and
/// when, in one line of JSON; "acknowledged" is written once the command is. 3: it was not killed.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QJsonObject told = QJsonDocument::fromJson(input.readLine()).object();
    const auto text = [&told](const char *name) { return told.value(QLatin1String(name)).toString(); };
    const auto command = serial::commandFromJson(told.value(QLatin1String("command")).toObject());
    if (!command)
        return 2;

    Account account;
    account.name = QStringLiteral("killed");
    account.base = QUrl(text("url"));
    account.zoneId = "Europe/Moscow";
    account.folder = text("folder");
    sync::EngineOptions options;
    options.autoStart = false;
    options.hold = std::chrono::seconds(0);
    const test::ManualClock clock;
    sync::Engine engine(account, text("key"), clock, options);
    // What is asked last has everything before it behind it.
    if (!engine.open() || !test::settled(engine.taskNumbers()))
        return 2;
    test::dieAt(
        static_cast<test::KillPoint>(told.value(QLatin1String("point")).toInt()),
        serviceCommandOf(*command).toLatin1());
    if (!test::settled(engine.submit(*command)))
        return 2;
    std::puts("acknowledged");
    std::fflush(stdout);
    QTimer::singleShot(std::chrono::seconds(10), &app, [] { QCoreApplication::exit(3); });
    return QCoreApplication::exec();
}
