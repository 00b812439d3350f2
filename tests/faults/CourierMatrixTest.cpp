#include "CommandCalls.h"
#include "EngineRun.h"
#include "FaultClasses.h"
#include "ScriptedServer.h"
#include "sandbox/Sandbox.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace std::chrono_literals;

namespace {

constexpr int LateMs = 150;
constexpr int DripMs = 10;

bool isSlow(const FaultForm &form)
{
    return form.spoiling.fault == Fault::Late || form.spoiling.fault == Fault::Drip;
}

/// Nothing the service tells shows whether these were done.
bool isUntold(const QString &command)
{
    return command == QLatin1String("create-comment") || command == QLatin1String("close-task")
        || command == QLatin1String("create-contractor-person");
}

/// "2/4": every fourth command from the second on; without it all of them.
QVector<int> commandsOfPart()
{
    const QList<QByteArray> part = qgetenv("NARYAD_FAULTS_PART").split('/');
    const int number = part.size() == 2 ? part.at(0).toInt() : 1;
    const int parts = part.size() == 2 ? part.at(1).toInt() : 1;
    const auto all = static_cast<int>(sampleCommands(paperWorld()).size());
    QVector<int> commands;
    for (int i = std::max(0, number - 1); i < all; i += std::max(1, parts))
        commands.append(i);
    return commands;
}

} // namespace

/// 28 writing commands × 24 classes of fault through the engine, with its journal and mirror, on real
/// sockets: whatever strikes the first try, or every one, in the end each command was done once, or the user
/// is asked and what is shown lets him settle it.
class CourierMatrixTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tableIsWhole();
    void withoutFault_data();
    void withoutFault();
    void firstTry_data() { cells(false); }
    void firstTry();
    void everyTry_data() { cells(true); }
    void everyTry();
    void cleanupTestCase();

private:
    void cells(bool always);
    Command sample(int command) const { return sampleCommands(m_world).at(command); }
    QByteArray state();
    bool begin(const QUrl &base, const FaultForm &form = {});
    void strike(int command, const FaultClass &fault, const FaultForm &form, int times);
    void settleByUser(CommandId id, bool applied);
    QString madeId(const QString &command) const;

    ManualClock m_serverClock; ///< stands for ever, so that a state tells what was done and not when
    QTemporaryDir m_folder{temporaryFiles()};
    int m_run = 0;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    ScriptedServer m_stranger;
    TrustTestAuthority m_trust;
    World m_world;
    QString m_world0; ///< the server's state when its world had just been made
    QByteArray m_before;
    QHash<int, QByteArray> m_after; ///< by command: the server once it was done without a fault
    QVector<FaultClass> m_faults;

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<EngineRun> m_program;
    QString m_account; ///< the folder of its files
};

void CourierMatrixTest::initTestCase()
{
    sandbox::Options options;
    options.tasks = 3;
    options.contractors = 2;
    options.equipment = 2;
    options.clock = &m_serverClock;
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    QVERIFY(m_sandbox->start());
    const auto world = makeWorld(Services({m_sandbox->address(), m_sandbox->key()}));
    QVERIFY(world);
    m_world = *world;
    m_world0 = m_folder.filePath(QStringLiteral("world"));
    QVERIFY(m_sandbox->save(m_world0));
    m_faults = faultClasses({m_stranger.url(), LateMs, DripMs});
    QVERIFY(m_sandbox->load(m_world0));
    m_before = state();
    QVERIFY(!m_before.isEmpty());
    // What every cell's program knows from before.
    QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("known"))));
    m_clock = std::make_unique<ManualClock>();
    m_proxy = std::make_unique<FaultProxy>(m_sandbox->address());
    m_program = std::make_unique<EngineRun>(*m_clock, *m_proxy);
    sync::EngineOptions quiet;
    quiet.autoStart = false;
    QVERIFY(m_program->start(
        m_proxy->url(), m_sandbox->key(), m_folder.filePath(QStringLiteral("known")), quiet));
    const auto synced = m_program->sync();
    QVERIFY(synced);
    QCOMPARE(synced->detailsMissing, 0);
    m_program->quit();
}

QByteArray CourierMatrixTest::state()
{
    const QString path = m_folder.filePath(QStringLiteral("now"));
    QFile file(path);
    if (!m_sandbox->save(path) || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

/// The program of a cell, on its own copy of the files; again where it has been begun already.
bool CourierMatrixTest::begin(const QUrl &base, const FaultForm &form)
{
    sync::EngineOptions options;
    options.hold = 0s;
    options.autoStart = false;
    if (isSlow(form))
        options.total = std::chrono::milliseconds(LateMs * 2 / 3);
    m_program->quit();
    return m_program->start(base, m_sandbox->key(), m_account, options);
}

void CourierMatrixTest::tableIsWhole()
{
    QCOMPARE(sampleCommands(m_world).size(), 28);
    QCOMPARE(m_faults.size(), 24);
    QStringList names;
    for (const Command &command : sampleCommands(m_world))
        names.append(serviceCommandOf(command));
    QCOMPARE(names.removeDuplicates(), 0);
}

void CourierMatrixTest::withoutFault_data()
{
    QTest::addColumn<int>("command");
    const QVector<int> part = commandsOfPart();
    for (int command : part)
        QTest::newRow(qPrintable(serviceCommandOf(sampleCommands(paperWorld()).at(command)))) << command;
}

/// The cells' measure: undisturbed, each command goes out once and leaves its trace in the state.
void CourierMatrixTest::withoutFault()
{
    QFETCH(int, command);
    strike(command, {}, {}, 0);
    if (QTest::currentTestFailed())
        return;
    const QByteArray after = state();
    QVERIFY(after != m_before);
    QCOMPARE(m_proxy->count(serviceCommandOf(sample(command))), 1);
    m_after.insert(command, after);
}

void CourierMatrixTest::cells(bool always)
{
    QTest::addColumn<int>("command");
    QTest::addColumn<int>("fault");
    const QVector<FaultClass> faults = faultClasses({});
    const QVector<int> part = commandsOfPart();
    for (int command : part) {
        for (int i = 0; i < faults.size(); ++i) {
            // What waits until the line is well again has no every try.
            const bool ends = faults.at(i).sent && faults.at(i).name != QLatin1String("429");
            if (always && !ends)
                continue;
            const QString name = serviceCommandOf(sampleCommands(paperWorld()).at(command));
            QTest::addRow("%s, %s", qPrintable(name), qPrintable(faults.at(i).name)) << command << i;
        }
    }
}

void CourierMatrixTest::firstTry()
{
    QFETCH(int, command);
    QFETCH(int, fault);
    for (const FaultForm &form : m_faults.at(fault).forms) {
        strike(command, m_faults.at(fault), form, 1);
        if (QTest::currentTestFailed())
            return;
    }
}

void CourierMatrixTest::everyTry()
{
    QFETCH(int, command);
    QFETCH(int, fault);
    strike(command, m_faults.at(fault), m_faults.at(fault).forms.first(), -1);
}

/// The id of what the last command of this name made, as the server answered it.
QString CourierMatrixTest::madeId(const QString &command) const
{
    QString id;
    const auto seen = m_proxy->seen();
    for (const FaultProxy::Seen &one : seen) {
        if (one.request.command() == command && one.status == 200)
            id = QJsonDocument::fromJson(one.answer)
                     .object()
                     .value(QLatin1String("id"))
                     .toVariant()
                     .toString();
    }
    return id;
}

/// One cell: the command said, the fault in its way, then the line well again and the user asked where need
/// be.
void CourierMatrixTest::strike(int command, const FaultClass &fault, const FaultForm &form, int times)
{
    QVERIFY(m_sandbox->load(m_world0));
    m_program->quit();
    m_account = m_folder.filePath(QStringLiteral("run %1").arg(++m_run));
    QVERIFY(copyAccount(m_folder.filePath(QStringLiteral("known")), m_account));
    m_clock = std::make_unique<ManualClock>();
    m_proxy = std::make_unique<FaultProxy>(m_sandbox->address());
    m_program = std::make_unique<EngineRun>(*m_clock, *m_proxy);
    const Command said = sample(command);
    const QString name = serviceCommandOf(said);
    QUrl base = m_proxy->url();
    std::unique_ptr<TlsFront> front;
    if (times != 0 && form.way == FaultForm::Way::Proxy)
        m_proxy->spoil(name, form.spoiling, times);
    if (form.way == FaultForm::Way::Refused)
        m_proxy->setLineDown(true);
    if (form.way == FaultForm::Way::NoName)
        base = unresolvableAddress();
    if (form.way == FaultForm::Way::Tls) {
        front = std::make_unique<TlsFront>(m_sandbox->address(), *form.certificate);
        base = front->url();
    }
    QVERIFY(begin(base, form));
    const auto id = m_program->core().submit(said, {});
    QVERIFY(id);
    if (form.way != FaultForm::Way::Proxy) {
        // It waits, however long; nothing of it has left.
        QVERIFY(m_program->until([this, id] { return m_program->entry(*id).notBefore.isValid(); }));
        QCOMPARE(m_program->entry(*id).state, CommandState::Waiting);
        QVERIFY(state() == m_before);
        if (front)
            QCOMPARE(front->received(), 0);
        m_proxy->setLineDown(false);
        if (base != m_proxy->url())
            QVERIFY(begin(m_proxy->url()));
    }
    QVERIFY(m_program->runDown());
    // In no state is it taken for done where it is not, and never is it done twice.
    const JournalEntry entry = m_program->entry(*id);
    if (times == 0) {
        QCOMPARE(entry.state, CommandState::Sent);
        return;
    }
    if (entry.state == CommandState::Sent) {
        QVERIFY(state() == m_after.value(command));
        QVERIFY(!isCreate(said) || !entry.resultId.isEmpty());
    } else {
        QCOMPARE(entry.state, CommandState::Unsure);
        QVERIFY(entry.needsUser);
        QVERIFY(state() == (fault.applied ? m_after.value(command) : m_before));
        // When it went and how it ended, and what was found or that nothing can be.
        QVERIFY(entry.lastAttemptAt.isValid());
        QVERIFY(entry.error);
        QVERIFY(!describe(*entry.error).isEmpty());
    }
    // An answer lost after the work was done asks nobody, but where nothing can be read back.
    if (fault.applied && !isUntold(name))
        QCOMPARE(entry.state, CommandState::Sent);
    m_proxy->heal();
    settleByUser(*id, fault.applied);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(m_program->entry(*id).state, CommandState::Sent);
    QVERIFY(state() == m_after.value(command));
    // Nor does anything come of it after the next start.
    QVERIFY(begin(m_proxy->url()));
    QVERIFY(m_program->runDown());
    QVERIFY(state() == m_after.value(command));
}

/// By one who knows what there is: each unsure one is settled by the action that is right.
void CourierMatrixTest::settleByUser(CommandId id, bool applied)
{
    for (int asked = 0; asked < 3 && waitsForUser(m_program->entry(id)); ++asked) {
        const QString name = serviceCommandOf(m_program->entry(id).command);
        if (applied)
            QVERIFY(m_program->core().decide(id, Decision::ItIsThere, madeId(name)));
        else
            QVERIFY(m_program->core().decide(id, Decision::SendAgain, {}));
        QVERIFY(m_program->runDown());
    }
}

void CourierMatrixTest::cleanupTestCase()
{
    m_program.reset();
    // Redirects pointed at the stranger all the while.
    QCOMPARE(m_stranger.connections(), 0);
    QVERIFY(!m_stranger.received().contains(m_sandbox->key().toUtf8()));
}

QTEST_GUILESS_MAIN(CourierMatrixTest)
#include "CourierMatrixTest.moc"
