#include "History.h"

#include "Checker.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace naryad::test {

namespace {

constexpr int LateMs = 160;
constexpr int SoonMs = 120; ///< a slow history gives a request up after so long
constexpr int SettleTurns = 60;
constexpr int DecisionRounds = 14;
constexpr quint32 SlowOutOf = 6;
constexpr quint64 OwnNumbersOutOf = 5; ///< in one history in so many the program numbers the tasks
constexpr quint32 AlikeOutOf = 5; ///< one thing in so many has somebody else's namesake

QString made(const QByteArray &answer)
{
    return QJsonDocument::fromJson(answer).object().value(QLatin1String("id")).toVariant().toString();
}

} // namespace

QVector<qsizetype> appliedAt(const Said &said, const QString &objectId, const QVector<FaultProxy::Seen> &seen)
{
    QVector<qsizetype> places;
    const QByteArray asked = QByteArrayLiteral("id=") + objectId.toUtf8();
    for (qsizetype i = 0; i < seen.size(); ++i) {
        const FaultProxy::Seen &one = seen.at(i);
        if (one.request.method != "POST" || one.status != 200 || one.request.command() != said.name)
            continue;
        const bool isIt
            = said.mark.isEmpty() ? one.request.target.endsWith(asked) : one.request.body.contains(said.mark);
        if (isIt)
            places.append(i);
    }
    return places;
}

History::History(Stage &stage, quint64 seed)
    : m_stage(stage)
    , m_seed(seed)
    , m_slow(seed % SlowOutOf == 0)
    , m_line(stage.address())
    , m_program(m_clock, m_line)
    , m_speech(stage.world(), stage.extraField())
{
    QUrl nobody;
    nobody.setUrl(QStringLiteral("http://127.0.0.1:9"));
    m_faults = faultClasses({nobody, LateMs, 10});
    m_faults.removeIf([this](const FaultClass &fault) {
        const FaultForm &form = fault.forms.first();
        const bool slow = form.spoiling.fault == Fault::Late || form.spoiling.fault == Fault::Drip;
        return form.way != FaultForm::Way::Proxy || (slow && !m_slow);
    });
}

QString History::nextFolder()
{
    return m_folder.filePath(QStringLiteral("account %1").arg(++m_folders));
}

QStringList History::play(const QVector<Step> &steps)
{
    m_account = nextFolder();
    if (!m_stage.restore() || !copyAccount(m_stage.knownFolder(), m_account)) {
        wrong(QStringLiteral("the stage could not be set"));
        return m_wrong;
    }
    start(m_line.url());
    if (m_seed % OwnNumbersOutOf == 2) {
        const QString prefix = QStringLiteral("N-");
        if (m_wrong.isEmpty() && !m_program.core().setTaskNumbers(TaskNumbers::By::Naryad, prefix, 1))
            wrong(QStringLiteral("the numbers of tasks can't be set"));
    }
    for (const Step &step : steps) {
        if (m_wrong.isEmpty())
            take(step);
    }
    if (m_wrong.isEmpty())
        finish();
    m_program.quit();
    return m_wrong;
}

void History::start(const QUrl &base, const QString &key)
{
    sync::EngineOptions options;
    options.autoStart = m_seed % 4 == 1;
    options.hold = m_seed % 3 == 0 ? 0s : 10s;
    // Qt never ends some reads whose connection was cut in their first moment; they are given up.
    options.stall = 1500ms;
    options.total = 5s;
    if (m_slow)
        options.total = std::chrono::milliseconds(SoonMs);
    if (!m_program.start(base, key.isEmpty() ? m_stage.key() : key, m_account, options))
        wrong(QStringLiteral("the files can't be opened"));
}

void History::take(const Step &step)
{
    switch (step.act) {
    case Act::Say:
        return say(step);
    case Act::Turn:
        return turn(step.a % 12);
    case Act::Settle:
        return turn(SettleTurns);
    case Act::Pass:
        pass(std::chrono::seconds(1 + step.a % 90));
        return turn(step.b % 4);
    case Act::LineDown:
        return m_line.setLineDown(true);
    case Act::LineUp:
        return m_line.setLineDown(false);
    case Act::BadAddress:
        return badAddress(step);
    case Act::Fault:
        return fault(step);
    case Act::Kill:
        return kill();
    case Act::Restart:
        return restart(step);
    case Act::WrongKey:
        return wrongKey(step);
    case Act::Recall:
        return recall(step.a, false);
    case Act::RecallLast:
        return recall(step.a, true);
    case Act::Decide:
        return decideAll(step.a);
    case Act::LookFor:
        for (CommandId id : m_program.core().said().open()) {
            if (m_program.entry(id).state == CommandState::Unsure) {
                m_program.core().lookFor(id);
                break;
            }
        }
        return turn(step.a % 6);
    case Act::Sync: {
        auto promise = std::make_shared<QPromise<Result<SyncState>>>();
        promise->start();
        m_program.core().syncOnce(promise);
        return turn(step.a % 20);
    }
    case Act::Refresh:
        m_program.core().refresh();
        return turn(step.a % 8);
    case Act::Others:
        return others(step);
    }
}

/// A quiet time is longer than any request is late: none may be on its way while so much time passes.
void History::pass(std::chrono::seconds time)
{
    const auto nothingIsLate = [this] {
        m_line.catchUp();
        return !m_line.isBusy();
    };
    if (!m_program.until(nothingIsLate))
        return neverRests();
    m_clock.advance(time);
}

void History::turn(quint32 rounds)
{
    for (quint32 i = 0; i < rounds; ++i)
        m_program.turn();
}

void History::say(const Step &step)
{
    // Tasks are what most is said about.
    static constexpr quint32 OfTasks[] = {0, 0, 0, 1, 1, 2, 2, 3, 4, 5, 6, 7, 7};
    const quint32 kind = step.a % 3 == 0 ? OfTasks[(step.a >> 8) % std::size(OfTasks)] : step.a >> 8;
    Said said = m_speech.say(static_cast<int>(m_said.size()) + 1, kind, step.b, step.c, truth());
    if (step.c % AlikeOutOf == 0)
        makeAlike(said.command);
    const auto id = m_program.core().submit(said.command, {});
    if (!id) {
        wrong(QStringLiteral("not taken: ") + said.name);
        return;
    }
    said.id = *id;
    m_said.append(said);
    m_speech.keep(said, m_program.entry(*id).token);
}

void History::fault(const Step &step)
{
    const FaultClass &chosen = m_faults.at(static_cast<qsizetype>(step.a % m_faults.size()));
    const FaultForm &form = chosen.forms.at(static_cast<qsizetype>(step.b % chosen.forms.size()));
    // A write that is on its way, or whatever comes next.
    QString command;
    if (step.c % 3 != 0 && !m_said.isEmpty())
        command = m_said.last().name;
    m_line.spoil(command, form.spoiling, step.c % 5 == 0 ? 2 : 1);
}

void History::kill()
{
    const QString next = nextFolder();
    if (!m_program.kill(next)) {
        wrong(QStringLiteral("the files can't be copied"));
        return;
    }
    m_account = next;
    start(m_line.url());
}

/// In order, with or without the moment in which what is held is sent.
void History::restart(const Step &step)
{
    if (step.a % 2) {
        auto promise = std::make_shared<QPromise<Result<SyncState>>>();
        promise->start();
        m_program.core().sendBeforeQuitting(5s, promise);
        turn(step.b % 30);
    }
    m_program.quit();
    start(m_line.url());
}

void History::badAddress(const Step &step)
{
    m_program.quit();
    std::unique_ptr<TlsFront> front;
    if (step.a % 3 == 0) {
        start(unresolvableAddress());
    } else {
        const auto certificate
            = step.a % 3 == 1 ? TlsFront::Certificate::OtherName : TlsFront::Certificate::Expired;
        front = std::make_unique<TlsFront>(m_stage.address(), certificate);
        start(front->url());
    }
    turn(step.b % 10);
    m_program.quit();
    if (front && front->received() > 0)
        wrong(QStringLiteral("something was said to a server with a wrong certificate"));
    start(m_line.url());
}

void History::wrongKey(const Step &step)
{
    m_program.quit();
    start(m_line.url(), QStringLiteral("wrong"));
    m_program.core().refresh();
    turn(step.a % 30);
    m_program.core().setKey(m_stage.key());
}

void History::recall(quint32 choice, bool last)
{
    QVector<CommandId> held;
    for (CommandId id : m_program.core().said().open()) {
        if (m_program.entry(id).state == CommandState::Held)
            held.append(id);
    }
    if (held.isEmpty())
        return;
    CommandId id = held.at(static_cast<qsizetype>(choice % held.size()));
    if (last)
        id = m_program.core().recallLast().value_or(0);
    else if (!m_program.core().recall(id))
        id = 0;
    if (Said *said = saidAs(id))
        said->recalled = true;
    else
        wrong(QStringLiteral("what is held could not be recalled"));
}

Said *History::saidAs(CommandId id)
{
    const auto found
        = std::find_if(m_said.begin(), m_said.end(), [id](const Said &said) { return said.id == id; });
    return found == m_said.end() ? nullptr : &*found;
}

/// With what it is about.
void History::neverRests()
{
    QStringList open;
    for (CommandId id : m_program.core().said().open()) {
        const JournalEntry &entry = m_program.entry(id);
        open.append(QStringLiteral("%1 %2 %3 until %4")
                        .arg(id)
                        .arg(
                            serviceCommandOf(entry.command), toName(entry.state),
                            entry.notBefore.toString(Qt::ISODate)));
    }
    const bool busy = m_program.core().isBusy();
    wrong(QStringLiteral("no rest at %1, %2, %3; open: %4")
              .arg(
                  m_clock.now().toString(Qt::ISODate), busy ? QStringLiteral("busy") : QStringLiteral("idle"),
                  m_line.isBusy() ? QStringLiteral("line busy") : QStringLiteral("line idle"),
                  open.join(QStringLiteral("; "))));
}

/// Nothing is on its way to the server any more.
bool History::waitForLine()
{
    return m_program.until([this] {
        // What the clock has rung for is only posted yet, and would begin while somebody else is at it.
        QCoreApplication::sendPostedEvents();
        m_line.catchUp();
        return !m_program.core().isBusy() && !m_line.isBusy();
    });
}

void History::decideAll(quint32 choice)
{
    if (!waitForLine())
        return neverRests();
    QVector<CommandId> waiting;
    for (CommandId id : m_program.core().said().open()) {
        if (waitsForUser(m_program.entry(id)))
            waiting.append(id);
    }
    for (CommandId id : std::as_const(waiting)) {
        // A decision lets others go, and may settle more than its own.
        if (!waitForLine())
            return neverRests();
        const JournalEntry entry = m_program.entry(id);
        if (waitsForUser(entry))
            decide(entry, choice + static_cast<quint32>(id));
    }
}

/// By one who looks at the service's own pages first.
void History::decide(const JournalEntry &entry, quint32 choice)
{
    const Said *said = saidAs(entry.id);
    if (!said)
        return wrong(QStringLiteral("something waits that nobody said"));
    const QString object = m_program.core().said().idOf(subjectOf(entry.command, entry.token));
    const auto seen = m_line.seen();
    const auto applied = appliedAt(*said, object, seen);
    Decision decision = Decision::Drop;
    QString id;
    if (entry.state == CommandState::Unsure) {
        if (entry.lastAttemptAt.isNull()
            || (entry.found.isEmpty() && entry.warning.isEmpty() && !entry.error))
            wrong(QStringLiteral("unsure without any evidence: ") + said->name);
        if (!applied.isEmpty()) {
            decision = Decision::ItIsThere;
            id = isCreate(entry.command) ? made(seen.at(applied.first()).answer) : QString();
        } else if (choice % 4 != 0) {
            decision = Decision::SendAgain;
        }
    } else if (!entry.conflicts.isEmpty()) {
        if (choice % 5 != 0)
            decision = choice % 2 ? Decision::KeepMine : Decision::KeepTheirs;
    } else if (choice % 3 == 0 && entry.consents.isEmpty() && entry.attempts < 2) {
        decision = Decision::Retry;
    }
    if (!m_program.core().decide(entry.id, decision, id))
        wrong(
            QStringLiteral("a decision was not taken: ") + said->name + QLatin1Char(' ') + toName(decision));
}

/// The line is well, the user settles everything, and all is brought up to date.
void History::finish()
{
    m_line.heal();
    m_line.setLineDown(false);
    for (int round = 0; round < DecisionRounds; ++round) {
        if (!m_program.runDown())
            return neverRests();
        Checker(*this).checkAtRest();
        if (m_program.core().said().open().empty())
            break;
        // Retried for ever, what is refused would never end.
        decideAll(round > DecisionRounds / 2 ? 0 : static_cast<quint32>(m_seed) + round);
    }
    if (!m_program.core().said().open().empty())
        return wrong(QStringLiteral("not all of it can be settled"));
    // Where requests are given up so soon, a computer at work on other things may fail every look.
    if (std::exchange(m_slow, false)) {
        m_program.quit();
        start(m_line.url());
    }
    // One that was asked for with the line down may still be at it, and this one joins it.
    auto synced = m_program.sync();
    if (synced && synced->lastError)
        synced = m_program.sync();
    if (!synced || synced->lastError) {
        const QString why = synced ? describe(*synced->lastError) : describe(synced.error());
        return wrong(QStringLiteral("the last synchronisation failed: ") + why);
    }
    if (!m_program.runDown())
        return neverRests();
    Checker(*this).checkEnd();
}

} // namespace naryad::test
