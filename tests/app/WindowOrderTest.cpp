#include "WindowOrder.h"

#include "CommandLine.h"
#include "SingleInstance.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace naryad;
using namespace naryad::app;
using namespace Qt::StringLiterals;
using Kind = WindowOrder::Kind;

/// What a start may ask of the window, on the command line, by a link, and from one start to the other.
class WindowOrderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void links_data();
    void links();
    void arguments_data();
    void arguments();
    void theDesktopEntryIsUnderstood();
    void linesFromTheOtherStart_data();
    void linesFromTheOtherStart();
    void theOrderIsHandedOn();
    void whatCannotBeReadOnlyRaises();
};

void WindowOrderTest::links_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("number"); // empty: not understood
    const auto row = [](const QString &link, const QString &number) {
        QTest::newRow(qPrintable(link.left(60))) << link << number;
    };
    row(u"naryad:call/+79036277781"_s, u"+79036277781"_s);
    row(u"naryad:call?number=+79036277781"_s, u"+79036277781"_s);
    row(u"naryad:call?number=%2B7%20(903)%20627-77-81"_s, u"+7 (903) 627-77-81"_s);
    row(u"NARYAD:call/2451"_s, u"2451"_s);
    row(u"naryad://call/84951234567"_s, u"84951234567"_s);
    row(u"naryad:call/8%20903%20627-77-81"_s, u"8 903 627-77-81"_s);
    row(u"naryad:call/"_s, {});
    row(u"naryad:call/+"_s, {});
    row(u"naryad:call"_s, {});
    row(u"naryad:"_s, {});
    row(u"naryad:new-task"_s, {});
    row(u"naryad:call/123/close"_s, {});
    row(u"naryad:call?number=123&send=1"_s, {});
    row(u"naryad:call?other=123"_s, {});
    row(u"naryad:call/123#456"_s, {});
    row(u"naryad:call/ivanov"_s, {});
    row(u"naryad:call/12+34"_s, {});
    row(u"naryad:call/123%0A456"_s, {});
    row(u"naryad:call/123\n"_s, {});
    row(u"naryad:call/%00123"_s, {});
    row(u"naryad:call/--new-task"_s, {});
    row(u"naryad:call/٣٤٥"_s, {});
    row(u"naryad:call/"_s + QString(41, u'1'), {});
    row(u"naryad:call/"_s + QString(500, u'1'), {});
    row(u"tel:+79036277781"_s, {});
}

void WindowOrderTest::links()
{
    QFETCH(QString, link);
    QFETCH(QString, number);
    const auto order = orderOfLink(link);
    QCOMPARE(order.has_value(), !number.isEmpty());
    if (order)
        QCOMPARE(*order, (WindowOrder{Kind::Call, number}));
}

void WindowOrderTest::arguments_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<bool>("right");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("said");
    const auto row = [](const QStringList &given, bool right, Kind kind, const QString &said = {}) {
        QTest::newRow(qPrintable(given.join(u' '))) << given << right << static_cast<int>(kind) << said;
    };
    row({}, true, Kind::None);
    row({u"--call"_s, u"+7 903 627-77-81"_s}, true, Kind::Call, u"+7 903 627-77-81"_s);
    row({u"--call=2451"_s, u"--demo"_s}, true, Kind::Call, u"2451"_s);
    row({u"--call="_s}, true, Kind::Call);
    row({u"--new-task"_s}, true, Kind::NewTask);
    row({u"--find"_s, u" иван  холод "_s}, true, Kind::Find, u"иван холод"_s);
    row({u"naryad:call/2451"_s}, true, Kind::Call, u"2451"_s);
    row({u"--call"_s, u"anonymous"_s}, false, Kind::None);
    row({u"--call"_s}, false, Kind::None);
    row({u"--call=1"_s, u"--new-task"_s}, false, Kind::None);
    row({u"--call=1"_s, u"naryad:call/2"_s}, false, Kind::None);
    row({u"--call=1"_s, u"sync"_s}, false, Kind::None);
    row({u"naryad:close/1"_s}, false, Kind::None);
    row({u"naryad:call/1"_s, u"naryad:call/2"_s}, false, Kind::None);
}

void WindowOrderTest::arguments()
{
    QFETCH(QStringList, given);
    QFETCH(bool, right);
    QFETCH(int, kind);
    QFETCH(QString, said);
    const CommandLine line = readCommandLine(QStringList{u"naryad"_s} + given);
    QCOMPARE(line.verb, right ? CommandLine::Verb::Window : CommandLine::Verb::WrongUsage);
    if (right)
        QCOMPARE(line.order, (WindowOrder{static_cast<Kind>(kind), said}));
    else
        QVERIFY(!line.message.isEmpty());
}

/// Each line of the desktop's entry is one the program takes.
void WindowOrderTest::theDesktopEntryIsUnderstood()
{
    QFile file(QStringLiteral(NARYAD_DESKTOP_ENTRY));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString entry = QString::fromUtf8(file.readAll());
    QVERIFY(entry.contains(u"\nMimeType=x-scheme-handler/naryad;\n"));
    QVector<WindowOrder> orders;
    const QStringList lines = entry.split(u'\n');
    for (const QString &line : lines) {
        if (!line.startsWith(u"Exec="))
            continue;
        QStringList words = line.mid(5).split(u' ');
        words.replaceInStrings(u"%u"_s, u"naryad:call/2451"_s);
        const CommandLine read = readCommandLine(words);
        QCOMPARE(read.verb, CommandLine::Verb::Window);
        orders.append(read.order);
    }
    QCOMPARE(orders, (QVector<WindowOrder>{{Kind::Call, u"2451"_s}, {Kind::NewTask}, {Kind::Call}}));
}

void WindowOrderTest::linesFromTheOtherStart_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("read");
    for (const WindowOrder &order :
         {WindowOrder{}, WindowOrder{Kind::Call, u"+7 903"_s}, WindowOrder{Kind::Call},
          WindowOrder{Kind::NewTask}, WindowOrder{Kind::Find, u"«Ёлка»"_s}})
        QTest::newRow(lineOf(order).constData()) << lineOf(order) << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("no JSON") << QByteArray("call 2451\n") << false;
    QTest::newRow("another order") << QByteArray(R"({"order":"send","text":"1"})") << false;
    QTest::newRow("no number") << QByteArray(R"({"order":"call","text":"ivan"})") << false;
    QTest::newRow("a list") << QByteArray("[]") << false;
}

void WindowOrderTest::linesFromTheOtherStart()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, read);
    const auto order = orderOfLine(line);
    QCOMPARE(order.has_value(), read);
    if (order)
        QCOMPARE(lineOf(*order), line);
}

/// The other start is another program: it waits without an event loop.
void WindowOrderTest::theOrderIsHandedOn()
{
    QTemporaryDir folder;
    SingleInstance first(folder.path());
    QVERIFY(first.take());
    QVector<WindowOrder> asked;
    connect(&first, &SingleInstance::raiseAsked, &first, [&asked](const WindowOrder &order) {
        asked.append(order);
    });
    const WindowOrder call{Kind::Call, u"+7 903 627-77-81"_s};
    bool answered = false;
    std::unique_ptr<QThread> second(
        QThread::create([&] { answered = SingleInstance::raiseOther(folder.path(), call); }));
    second->start();
    QTRY_COMPARE(asked, QVector<WindowOrder>{call});
    QTRY_VERIFY(second->isFinished());
    QVERIFY(answered);
    // Nobody there.
    QTemporaryDir empty;
    QVERIFY(!SingleInstance::raiseOther(empty.path(), call));
}

void WindowOrderTest::whatCannotBeReadOnlyRaises()
{
    QTemporaryDir folder;
    SingleInstance first(folder.path());
    QVERIFY(first.take());
    QVector<WindowOrder> asked;
    connect(&first, &SingleInstance::raiseAsked, &first, [&asked](const WindowOrder &order) {
        asked.append(order);
    });
    for (const QByteArray &line : {QByteArray("what?\n"), QByteArray(10000, 'x')}) {
        asked.clear();
        QLocalSocket socket;
        socket.connectToServer(first.serverName());
        QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
        socket.write(line);
        QTRY_COMPARE(asked, QVector<WindowOrder>{WindowOrder()});
    }
}

QTEST_GUILESS_MAIN(WindowOrderTest)
#include "WindowOrderTest.moc"
