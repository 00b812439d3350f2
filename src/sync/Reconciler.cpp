#include "Reconciler.h"

#include "CommandRequests.h"
#include "core/CommandKinds.h"
#include "core/Log.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::sync {

namespace {

constexpr std::chrono::milliseconds LeastQuiet = 15s;
constexpr qint64 LookAgainSeconds = 30; ///< after one that could not be made
constexpr qint64 MeetAgainSeconds = 3600; ///< what waits for the user may be met on the service at any time
constexpr int LooksAtOnce = 4;
constexpr int TriesAtMost = 3;

bool makesNewValues(const UpdateTemplateField &update)
{
    return std::any_of(update.body.values.begin(), update.body.values.end(), [](const ListOption &value) {
        return value.id.isEmpty() && !value.deleted;
    });
}

/// The service refused to do it (again): then it has done it before, or not at all.
bool wasRefused(const JournalEntry &entry)
{
    return entry.error
        && (entry.error->kind == ErrorKind::Refused || entry.error->kind == ErrorKind::NotFound);
}

} // namespace

Resend resendOf(const Command &command)
{
    if (std::holds_alternative<AddTaskFields>(command) || std::holds_alternative<AddComment>(command))
        return Resend::Never;
    if (std::holds_alternative<CloseTask>(command))
        return Resend::OnceMore;
    // New values have no id to be known by: they would be made twice.
    const auto *field = std::get_if<UpdateTemplateField>(&command);
    if (field && makesNewValues(*field))
        return Resend::Never;
    return isCreate(command) ? Resend::AfterTwoLooks : Resend::AfterOneLook;
}

store::Outcome outcomeOf(
    const JournalEntry &entry, const Evidence &evidence, std::chrono::milliseconds quiet,
    const QDateTime &now)
{
    store::Outcome outcome;
    outcome.error = entry.error;
    outcome.state = CommandState::Unsure;
    outcome.found = evidence.found;
    outcome.warning = evidence.warning.isEmpty() ? evidence.words : evidence.warning;
    if (evidence.verdict == Evidence::Verdict::Applied) {
        outcome.state = CommandState::Sent;
        outcome.resultId = evidence.id;
        outcome.error.reset();
        return outcome;
    }
    outcome.needsUser = evidence.verdict != Evidence::Verdict::Absent;
    if (outcome.needsUser)
        return outcome;
    outcome.looks = entry.looks + 1;
    const Resend resend = resendOf(entry.command);
    if (wasRefused(entry)) {
        // Where nothing shows what was done, a second saying may be refused because the first was done.
        outcome.needsUser = resend == Resend::OnceMore;
        outcome.state = outcome.needsUser ? CommandState::Unsure : CommandState::Refused;
        return outcome;
    }
    const bool lookAgain = resend == Resend::AfterTwoLooks || resend == Resend::Never;
    if (lookAgain && outcome.looks < 2) {
        outcome.notBefore = now.addMSecs((2 * quiet).count());
        return outcome;
    }
    const int tries = resend == Resend::Never ? 0 : resend == Resend::OnceMore ? 2 : TriesAtMost;
    if (entry.doubts < tries)
        outcome.state = CommandState::Waiting;
    else
        outcome.needsUser = true;
    return outcome;
}

Reconciler::Reconciler(LookDesk desk, const Clock &clock, std::chrono::milliseconds total, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_alarm(clock, this, [this] { wake(); })
    , m_quiet(std::max(LeastQuiet, total))
{}

QDateTime Reconciler::dueOf(const JournalEntry &entry) const
{
    if (entry.notBefore.isValid())
        return std::max(entry.notBefore, m_later.value(entry.id, entry.notBefore));
    QDateTime ended = entry.attemptEndedAt;
    if (!ended.isValid())
        ended = entry.lastAttemptAt.isValid() ? entry.lastAttemptAt : entry.createdAt;
    const QDateTime due = ended.addMSecs(m_quiet.count());
    return std::max(due, m_later.value(entry.id, due));
}

/// What the user has not decided about may be met later all the same: a request that was late beyond all
/// patience. Only by a token of ours: whatever else is alike may be another's.
QDateTime Reconciler::meetingOf(const JournalEntry &entry) const
{
    const QDateTime last = entry.lastAttemptAt.isValid() ? entry.lastAttemptAt : entry.createdAt;
    return m_meetAt.value(entry.id, last.addSecs(MeetAgainSeconds));
}

void Reconciler::setPaused(bool paused)
{
    m_paused = paused;
    wake();
}

void Reconciler::forgetBackoff()
{
    m_later.clear();
    wake();
}

void Reconciler::wake()
{
    if (m_paused || m_stopped)
        return;
    const QDateTime now = m_clock.now();
    QDateTime next;
    QVector<JournalEntry> due;
    for (CommandId id : m_desk.overlay.open()) {
        const JournalEntry &entry = m_desk.overlay.entries().at(id);
        if (entry.state != CommandState::Unsure || m_running.contains(id)
            || (entry.needsUser && !bearsToken(entry.command)))
            continue;
        const QDateTime at = entry.needsUser ? meetingOf(entry) : dueOf(entry);
        if (at <= now)
            due.append(entry);
        else if (!next.isValid() || at < next)
            next = at;
    }
    for (const JournalEntry &entry : std::as_const(due)) {
        if (m_running.size() < LooksAtOnce)
            look(entry);
    }
    if (next.isValid())
        m_alarm.setFor(next);
}

Lost Reconciler::lostOf(const JournalEntry &entry) const
{
    const JournalOverlay &overlay = m_desk.overlay;
    const Command command = resolved(entry.command, [&overlay](const QString &token) {
        return overlay.idOf({{}, token});
    });
    const QString id = isCreate(command) ? QString() : overlay.idOf(subjectOf(command, entry.token));
    return {entry, command, id, preImageFromJson(entry.preImage)};
}

void Reconciler::look(const JournalEntry &entry)
{
    const CommandId id = entry.id;
    m_running.insert(id);
    if (entry.needsUser)
        m_meetAt.insert(id, m_clock.now().addSecs(MeetAgainSeconds));
    const auto told = [this, id, attempts = entry.attempts](const Result<Evidence> &evidence) {
        m_running.remove(id);
        const auto found = m_desk.overlay.entries().find(id);
        // One that was sent again meanwhile has a new quiet time before it.
        const bool still = found != m_desk.overlay.entries().end()
            && found->second.state == CommandState::Unsure && found->second.attempts == attempts;
        const bool met = evidence && evidence->verdict == Evidence::Verdict::Applied;
        if (still && found->second.needsUser && !met) {
            // What was told before stays.
            Q_EMIT lineTold(evidence ? std::nullopt : std::optional(evidence.error()));
        } else if (!evidence) {
            // An incomplete look is none.
            const qint64 wait = std::max<qint64>(LookAgainSeconds, evidence.error().retryAfter.count());
            m_later.insert(id, m_clock.now().addSecs(wait));
            Q_EMIT lineTold(evidence.error());
        } else if (still) {
            m_later.remove(id);
            Q_EMIT lineTold(std::nullopt);
            const auto outcome = outcomeOf(found->second, *evidence, m_quiet, m_clock.now());
            qCInfo(lcSync) << "command" << id << "looked for:" << toName(outcome.state);
            Q_EMIT looked(id, outcome);
        }
        wake();
    };
    lookFor(m_desk, lostOf(entry), this).then(this, told);
}

QFuture<Result<Evidence>> Reconciler::lookNow(const JournalEntry &entry)
{
    return lookFor(m_desk, lostOf(entry), this);
}

} // namespace naryad::sync
