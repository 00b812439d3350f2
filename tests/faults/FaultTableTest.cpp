#include "CommandCalls.h"
#include "FaultClasses.h"
#include "ManualClock.h"
#include "ScriptedServer.h"
#include "api/CommandTable.h"
#include "sandbox/Sandbox.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace std::chrono_literals;

namespace {

/// Long enough for any answer of this computer, however busy it is.
api::Limits patient()
{
    api::Limits limits;
    limits.stall = 20s;
    limits.total = 20s;
    return limits;
}

/// Shorter than the slow faults take.
api::Limits impatient()
{
    api::Limits limits = patient();
    limits.total = 200ms;
    return limits;
}

bool isSlow(const FaultForm &form)
{
    return form.spoiling.fault == Fault::Late || form.spoiling.fault == Fault::Drip;
}

/// The four ways a write may end. A refusal is a whole answer that says that nothing was done.
QString endOfWrite(const Ended &ended)
{
    if (!ended)
        return QStringLiteral("sent");
    switch (ended->kind) {
    case ErrorKind::NotSent:
        return QStringLiteral("not sent");
    case ErrorKind::Refused:
    case ErrorKind::KeyRefused:
    case ErrorKind::RateLimited:
        return QStringLiteral("refused");
    case ErrorKind::Ambiguous:
        return QStringLiteral("ambiguous");
    default:
        return toName(ended->kind);
    }
}

QString expectedEnd(const FaultClass &fault, const FaultForm &form, const QString &command)
{
    if (!fault.sent)
        return QStringLiteral("not sent");
    if (form.spoiling.fault == Fault::RateLimited)
        return QStringLiteral("refused");
    // For three writes the document tells no answer: an empty object will do
    if (form.spoiling.fault == Fault::EmptyObject && api::commandInfo(command)->mayAnswerNoId)
        return QStringLiteral("sent");
    return QStringLiteral("ambiguous");
}

/// After these a read is asked again, so that a fault that passes is never seen.
bool isAskedAgain(const FaultForm &form)
{
    switch (form.spoiling.fault) {
    case Fault::FinBefore:
    case Fault::RstBefore:
    case Fault::FailureBefore:
    case Fault::BadGateway:
    case Fault::RateLimited:
    case Fault::Late:
    case Fault::FinAfter:
    case Fault::RstAfter:
    case Fault::HalfStatusLine:
    case Fault::HeadersOnly:
    case Fault::Truncated:
    case Fault::FailureAfter:
    case Fault::Drip:
        return true;
    default:
        return false;
    }
}

/// "2/4": every fourth command from the second on; without it all of them.
QVector<CommandCall> callsOfPart()
{
    const QList<QByteArray> part = qgetenv("NARYAD_FAULTS_PART").split('/');
    const qsizetype number = part.value(0).toInt();
    const qsizetype parts = part.value(1).toInt();
    const QVector<CommandCall> &all = commandCalls();
    if (number < 1 || parts < 1)
        return all;
    QVector<CommandCall> calls;
    for (qsizetype i = number - 1; i < all.size(); i += parts)
        calls.append(all.at(i));
    return calls;
}

} // namespace

/// 45 commands × 24 classes of fault, on real sockets, through the typed services: a write goes out once and
/// ends as what it was, a read is asked again or reports, the server has what that says, and no one else gets
/// the key.
class FaultTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void tableIsWhole();
    void withoutFault_data();
    void withoutFault();
    void cell_data();
    void cell();
    void cleanupTestCase();

private:
    /// Where a form's requests go, and who saw them.
    struct Line
    {
        QUrl url;
        std::unique_ptr<FaultProxy> proxy;
        std::unique_ptr<TlsFront> front;
    };

    QByteArray state();
    void restore() { QVERIFY(m_sandbox->load(m_start)); }
    Line lineOf(const FaultForm &form, int times);
    void tryWrite(const CommandCall &call, const FaultClass &fault, const FaultForm &form);
    void tryRead(const CommandCall &call, const FaultForm &form, bool passes);
    void checkWords(const Ended &ended) const;

    ManualClock m_clock;
    QTemporaryDir m_folder;
    QString m_start;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    ScriptedServer m_stranger;
    TrustTestAuthority m_trust;
    World m_world;
    QByteArray m_before;
    QHash<QString, QByteArray> m_after; ///< by command: the server once it was done without a fault
    QVector<FaultClass> m_faults;
};

void FaultTableTest::initTestCase()
{
    sandbox::Options options;
    options.tasks = 12;
    options.contractors = 3;
    options.equipment = 3;
    options.clock = &m_clock;
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    QVERIFY(m_sandbox->start());
    const Services services({m_sandbox->address(), m_sandbox->key()}, patient());
    const auto world = makeWorld(services);
    QVERIFY(world);
    m_world = *world;
    m_start = m_folder.filePath(QStringLiteral("start"));
    QVERIFY(m_sandbox->save(m_start));
    m_faults = faultClasses({m_stranger.url(), 500, 10});
    restore();
    m_before = state();
    QVERIFY(!m_before.isEmpty());
}

void FaultTableTest::init()
{
    restore();
}

QByteArray FaultTableTest::state()
{
    const QString path = m_folder.filePath(QStringLiteral("now"));
    QFile file(path);
    if (!m_sandbox->save(path) || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

void FaultTableTest::tableIsWhole()
{
    QCOMPARE(commandCalls().size(), 45);
    QCOMPARE(m_faults.size(), 24);
    QStringList called;
    for (const CommandCall &call : commandCalls())
        called.append(QString::fromLatin1(call.name));
    QStringList known;
    for (const api::CommandInfo &info : api::commandTable())
        known.append(info.name);
    QCOMPARE(called, known);
}

void FaultTableTest::withoutFault_data()
{
    QTest::addColumn<int>("command");
    const auto calls = callsOfPart();
    for (int i = 0; i < calls.size(); ++i)
        QTest::newRow(calls.at(i).name) << i;
}

/// The cells' measure: undisturbed, each command is answered, and each write leaves its trace in the state.
void FaultTableTest::withoutFault()
{
    QFETCH(int, command);
    const CommandCall call = callsOfPart().at(command);
    const Services services({m_sandbox->address(), m_sandbox->key()}, patient());
    const Ended ended = call.call(services, m_world);
    QVERIFY2(!ended, qPrintable(ended ? describe(*ended) : QString()));
    const QString name = QString::fromLatin1(call.name);
    m_after.insert(name, state());
    QCOMPARE(m_after.value(name) != m_before, api::commandInfo(name)->write);
}

void FaultTableTest::cell_data()
{
    QTest::addColumn<int>("command");
    QTest::addColumn<int>("fault");
    const auto calls = callsOfPart();
    for (int i = 0; i < calls.size(); ++i) {
        for (int k = 0; k < m_faults.size(); ++k)
            QTest::addRow("%s, %s", calls.at(i).name, qPrintable(m_faults.at(k).name)) << i << k;
    }
}

void FaultTableTest::cell()
{
    QFETCH(int, command);
    QFETCH(int, fault);
    const CommandCall call = callsOfPart().at(command);
    const bool write = api::commandInfo(QString::fromLatin1(call.name))->write;
    for (const FaultForm &form : m_faults.at(fault).forms) {
        if (write) {
            tryWrite(call, m_faults.at(fault), form);
        } else {
            tryRead(call, form, false);
            tryRead(call, form, true);
        }
        if (QTest::currentTestFailed())
            return;
    }
}

FaultTableTest::Line FaultTableTest::lineOf(const FaultForm &form, int times)
{
    Line line;
    switch (form.way) {
    case FaultForm::Way::Refused:
        line.url = refusingAddress();
        break;
    case FaultForm::Way::NoName:
        line.url = unresolvableAddress();
        break;
    case FaultForm::Way::Tls:
        line.front = std::make_unique<TlsFront>(m_sandbox->address(), *form.certificate);
        line.url = line.front->url();
        break;
    case FaultForm::Way::Proxy:
        line.proxy = std::make_unique<FaultProxy>(m_sandbox->address());
        line.proxy->spoil({}, form.spoiling, times);
        line.url = line.proxy->url();
        break;
    }
    return line;
}

/// Whatever went wrong, there are words for it, and the key is not in them.
void FaultTableTest::checkWords(const Ended &ended) const
{
    if (!ended)
        return;
    const QString words = describe(*ended) + ended->words + ended->place + ended->serviceCode;
    QVERIFY(!describe(*ended).isEmpty());
    QVERIFY2(!words.contains(m_sandbox->key()), qPrintable(words));
}

void FaultTableTest::tryWrite(const CommandCall &call, const FaultClass &fault, const FaultForm &form)
{
    restore();
    const QString name = QString::fromLatin1(call.name);
    const Line line = lineOf(form, -1);
    const Services services({line.url, m_sandbox->key()}, isSlow(form) ? impatient() : patient());
    const Ended ended = call.call(services, m_world);
    QCOMPARE(endOfWrite(ended), expectedEnd(fault, form, name));
    checkWords(ended);
    if (line.proxy) {
        QTRY_COMPARE(line.proxy->count(), 1);
        QCOMPARE(line.proxy->seen().first().request.method, QByteArray("POST"));
    }
    if (line.front)
        QCOMPARE(line.front->received(), 0);
    const QByteArray expected = fault.applied ? m_after.value(name) : m_before;
    // What comes late is applied although nobody waits for it any more
    QTRY_VERIFY(state() == expected);
    QCOMPARE(services.writes.requestCount(), 1);
    if (line.proxy)
        QCOMPARE(line.proxy->count(), 1);
}

void FaultTableTest::tryRead(const CommandCall &call, const FaultForm &form, bool passes)
{
    restore();
    const Line line = lineOf(form, passes ? 1 : -1);
    const Services services({line.url, m_sandbox->key()}, isSlow(form) ? impatient() : patient());
    const Ended ended = call.call(services, m_world);
    checkWords(ended);
    const QString seen = ended ? toName(ended->kind) : QStringLiteral("answer");
    if (!passes)
        QVERIFY2(ended, "an answer was read out of a fault");
    // get-taskupdates has its five minutes: it reports
    else if (isAskedAgain(form) && qstrcmp(call.name, "get-taskupdates") != 0)
        QCOMPARE(seen, QStringLiteral("answer"));
    if (ended) {
        const QVector<ErrorKind> kinds{ErrorKind::Offline,     ErrorKind::TimedOut,  ErrorKind::Refused,
                                       ErrorKind::RateLimited, ErrorKind::BadAnswer, ErrorKind::NotTheApi};
        QVERIFY2(kinds.contains(ended->kind), qPrintable(seen));
    }
    if (line.front)
        QCOMPARE(line.front->received(), 0);
    QVERIFY(state() == m_before);
}

void FaultTableTest::cleanupTestCase()
{
    // Redirects pointed at the stranger all the while
    QCOMPARE(m_stranger.connections(), 0);
    QVERIFY(!m_stranger.received().contains(m_sandbox->key().toUtf8()));
}

QTEST_GUILESS_MAIN(FaultTableTest)
#include "FaultTableTest.moc"
