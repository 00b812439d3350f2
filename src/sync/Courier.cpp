#include "Courier.h"

#include "CommandRequests.h"
#include "core/Log.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::sync {

namespace {

bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound
        || error.kind == ErrorKind::BadInput;
}

} // namespace

Courier::Courier(
    Services &services, store::Mirror &mirror, store::Journal &journal, JournalOverlay &overlay,
    const Clock &clock, std::chrono::milliseconds total, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mirror(mirror)
    , m_journal(journal)
    , m_overlay(overlay)
    , m_clock(clock)
    , m_alarm(clock, this, [this] { wake(); })
    , m_preparation(services, mirror, clock)
    , m_reconciler({services, mirror, overlay}, clock, total)
{
    connect(&m_reconciler, &Reconciler::looked, this, &Courier::onLooked);
    connect(&m_reconciler, &Reconciler::lineTold, this, &Courier::tellLine);
}

/// The dropped command without which this one's object, or one it speaks of, will never be.
const JournalEntry *Courier::droppedBelow(const JournalEntry &entry) const
{
    const QVector<ObjectRef> needed = dependsOn(entry.command);
    for (const ObjectRef &ref : needed) {
        const JournalEntry *create = m_overlay.creating(ref.token);
        if (create && create->state == CommandState::Dropped)
            return create;
    }
    return nullptr;
}

/// The oldest one that is due and that nothing stands in front of.
const JournalEntry *Courier::nextToSend(QDateTime *nextDue) const
{
    QueueOrder order([this](const QString &token) { return idOfToken(token); });
    const QDateTime now = m_clock.now();
    for (CommandId id : m_overlay.open()) {
        const JournalEntry &entry = m_overlay.entries().at(id);
        if (order.take(entry) != 0)
            continue;
        if (entry.state != CommandState::Waiting && entry.state != CommandState::Held)
            continue;
        if (!entry.notBefore.isValid() || entry.notBefore <= now || m_forgiven.contains(id))
            return &entry;
        if (nextDue && (!nextDue->isValid() || entry.notBefore < *nextDue))
            *nextDue = entry.notBefore;
    }
    return nullptr;
}

bool Courier::isIdle() const
{
    return m_active == 0 && (m_paused || m_stopped || m_waitsForDisk || !nextToSend(nullptr));
}

void Courier::setPaused(bool paused)
{
    m_paused = paused;
    m_reconciler.setPaused(paused);
    wake();
}

void Courier::forgetBackoff()
{
    m_forgiven.clear();
    for (CommandId id : m_overlay.open()) {
        const JournalEntry &entry = m_overlay.entries().at(id);
        const bool toldToWait = entry.error && entry.error->kind == ErrorKind::RateLimited;
        if (entry.state == CommandState::Waiting && !toldToWait)
            m_forgiven.insert(id);
    }
    m_reconciler.forgetBackoff();
    wake();
}

void Courier::releaseHeld()
{
    for (CommandId id : m_overlay.open()) {
        if (m_overlay.entries().at(id).state == CommandState::Held)
            m_forgiven.insert(id);
    }
    wake();
}

void Courier::stop()
{
    m_stopped = true;
    m_reconciler.stop();
}

void Courier::wake()
{
    while (m_active == 0 && !m_paused && !m_stopped && !m_waitsForDisk) {
        QDateTime nextDue;
        const JournalEntry *entry = nextToSend(&nextDue);
        if (!entry) {
            if (nextDue.isValid())
                m_alarm.setFor(nextDue);
            break;
        }
        if (!settledWithoutSending(*entry))
            start(*entry);
    }
    m_reconciler.wake();
    if (m_active == 0)
        Q_EMIT idle();
}

/// A held one is let go first, so that it can't be taken back once it is on its way; one without its object
/// will never go.
bool Courier::settledWithoutSending(const JournalEntry &entry)
{
    store::Outcome outcome;
    if (entry.state == CommandState::Held) {
        outcome.state = CommandState::Waiting;
    } else if (droppedBelow(entry)) {
        outcome.state = CommandState::Refused;
        outcome.error.emplace();
        outcome.error->kind = ErrorKind::BadInput;
        outcome.error->words = QCoreApplication::translate(
            "naryad::sync", "What this belongs to was dropped here and never made.");
    } else {
        return false;
    }
    const CommandId id = entry.id;
    if (const auto written = settle(id, outcome); !written)
        waitForDisk(id, written.error());
    return true;
}

/// The disk may have room again later; until then nothing goes out unwritten. Nothing of this attempt has
/// left this computer, so what was perhaps written of it is taken back.
void Courier::waitForDisk(CommandId id, const Error &error)
{
    m_waitsForDisk = true;
    Q_EMIT storageFailed(error);
    m_clock.after(5s, this, [this, id] {
        m_waitsForDisk = false;
        const auto written = m_journal.entry(id);
        if (written && written->state == CommandState::Sending && id != m_active) {
            const auto taken = settle(id, {CommandState::Waiting, {}, {}, {}});
            if (!taken) {
                waitForDisk(id, taken.error());
                return;
            }
        }
        wake();
    });
}

void Courier::start(const JournalEntry &entry)
{
    const CommandId id = entry.id;
    // Once: what fails again, be it before a byte was sent, waits again.
    m_forgiven.remove(id);
    const Command command
        = resolved(entry.command, [this](const QString &token) { return idOfToken(token); });
    const QString object = isCreate(command) ? QString() : m_overlay.idOf(subjectOf(command, entry.token));
    if (!isCreate(command) && object.isEmpty()) {
        // Only a create that was answered without an id leaves its followers here.
        store::Outcome outcome;
        outcome.state = CommandState::Refused;
        outcome.error.emplace();
        outcome.error->kind = ErrorKind::BadInput;
        outcome.error->words = QCoreApplication::translate(
            "naryad::sync", "The service's number of what this belongs to is not known.");
        m_active = id;
        settleOrKeep(id, outcome);
        return;
    }
    m_active = id;
    const auto prepared = m_preparation.prepare(entry, command, object);
    if (prepared.isFinished()) {
        onPrepared(id, prepared.result());
        return;
    }
    auto coming = prepared;
    coming.then(this, [this, id](const Result<Prepared> &answer) { onPrepared(id, answer); });
}

void Courier::onPrepared(CommandId id, const Result<Prepared> &prepared)
{
    const auto found = m_overlay.entries().find(id);
    if (m_stopped || m_paused || found == m_overlay.entries().end()
        || found->second.state != CommandState::Waiting) {
        // Nothing of it has left; it may have been dropped meanwhile.
        m_active = 0;
        wake();
        return;
    }
    if (!prepared && prepared.error().kind == ErrorKind::Storage) {
        m_active = 0;
        waitForDisk(id, prepared.error());
        return;
    }
    if (!prepared) {
        const Error &error = prepared.error();
        store::Outcome outcome = notNow(found->second, error);
        if (isRefusal(error))
            outcome.state = CommandState::Refused;
        if (outcome.state == CommandState::Waiting)
            ++m_failed[id];
        tellLine(isRefusal(error) ? std::nullopt : std::optional(error));
        settleOrKeep(id, outcome);
        return;
    }
    if (!prepared->conflicts.isEmpty()) {
        store::Outcome outcome;
        outcome.state = CommandState::Refused;
        outcome.conflicts = prepared->conflicts;
        settleOrKeep(id, outcome);
        return;
    }
    attempt(id, *prepared);
}

void Courier::attempt(CommandId id, const Prepared &prepared)
{
    const Result<void> begun
        = m_journal.beginAttempt(id, freeze(prepared.request), toJson(prepared.before), prepared.merged);
    if (!begun) {
        m_active = 0;
        waitForDisk(id, begun.error());
        return;
    }
    show(id);
    const int key = m_services.keyNumber;
    send(m_services, prepared.request).then(this, [this, id, key](const Result<QString> &answer) {
        const bool ofFormerKey
            = !answer && answer.error().kind == ErrorKind::KeyRefused && key != m_services.keyNumber;
        onAnswer(id, answer, ofFormerKey);
    });
}

std::chrono::seconds Courier::backoff(int attempts) const
{
    static constexpr int Steps[] = {1, 2, 5, 10, 20, 40, 60};
    const int step = Steps[std::clamp(attempts - 1, 0, static_cast<int>(std::size(Steps)) - 1)];
    return std::chrono::seconds(step + QRandomGenerator::global()->bounded(1 + step / 4));
}

/// Surely not done, and to be tried again: when, by what stood against it.
store::Outcome Courier::notNow(const JournalEntry &entry, const Error &error) const
{
    store::Outcome outcome;
    outcome.state = CommandState::Waiting;
    outcome.error = error;
    if (error.kind == ErrorKind::KeyRefused)
        return outcome;
    const int failed = std::max(entry.attempts, m_failed.value(entry.id) + 1);
    const qint64 wait = error.kind == ErrorKind::RateLimited ? std::max<qint64>(error.retryAfter.count(), 5)
                                                             : backoff(failed).count();
    outcome.notBefore = m_clock.now().addSecs(wait);
    return outcome;
}

store::Outcome Courier::judge(const JournalEntry &entry, const Result<QString> &answer) const
{
    store::Outcome outcome;
    if (answer) {
        outcome.state = CommandState::Sent;
        outcome.resultId = *answer;
        if (outcome.resultId.isEmpty())
            outcome.resultId = m_overlay.idOf(subjectOf(entry.command, entry.token));
        return outcome;
    }
    const Error &error = answer.error();
    if (error.kind == ErrorKind::NotSent || error.kind == ErrorKind::RateLimited
        || error.kind == ErrorKind::KeyRefused)
        return notNow(entry, error);
    outcome.error = error;
    outcome.state = CommandState::Unsure;
    if (isRefusal(error) && entry.doubts == 0)
        outcome.state = CommandState::Refused;
    // Refused after an attempt that may have been done: it may be refused because it was. That is looked for
    // at once, since nothing is on its way any more.
    outcome.notBefore = m_clock.now();
    if (!isRefusal(error))
        outcome.notBefore = outcome.notBefore.addMSecs(m_reconciler.quiet().count());
    else if (entry.doubts == 0)
        outcome.notBefore = {};
    return outcome;
}

void Courier::tellLine(const std::optional<Error> &error)
{
    if (error && error->kind == ErrorKind::KeyRefused) {
        m_paused = true;
        m_reconciler.setPaused(true);
    }
    Q_EMIT lineTold(error);
}

/// A refusal of a key that has been changed since says nothing of the new one: the command goes with that.
void Courier::onAnswer(CommandId id, const Result<QString> &answer, bool ofFormerKey)
{
    const auto found = m_overlay.entries().find(id);
    if (found == m_overlay.entries().end())
        return;
    const JournalEntry entry = found->second;
    const store::Outcome outcome = judge(entry, answer);
    qCInfo(lcSync) << "command" << id << serviceCommandOf(entry.command) << toName(outcome.state);
    const bool answered = answer || isRefusal(answer.error()) || ofFormerKey;
    tellLine(answered ? std::nullopt : std::optional(answer.error()));
    if (outcome.state == CommandState::Sent)
        ++m_sent;
    if (outcome.state == CommandState::Waiting)
        ++m_failed[id];
    else
        m_failed.remove(id);
    if (outcome.state == CommandState::Unsure)
        m_preparation.forgetLists();
    settleOrKeep(id, outcome);
    if (outcome.state == CommandState::Sent)
        tellChanged(entry, outcome.resultId);
}

/// What the command was about, and whose card shows it.
QVector<Reference> Courier::changedBy(const JournalEntry &entry) const
{
    const QString object
        = isCreate(entry.command) ? entry.resultId : m_overlay.idOf(subjectOf(entry.command, entry.token));
    const ObjectKind kind = kindOf(entry.command);
    QVector<Reference> changed;
    if (!object.isEmpty())
        changed.append({kind, object});
    const bool ofContractor = kind == ObjectKind::Person || kind == ObjectKind::Phone
        || kind == ObjectKind::Contractor || kind == ObjectKind::Equipment;
    if (!ofContractor)
        return changed;
    const QVector<Reference> references = referencesOf(entry.command);
    for (const Reference &reference : references) {
        const QString id = m_overlay.idOf(refOf(reference.id));
        if (reference.kind == ObjectKind::Contractor && !id.isEmpty())
            changed.append({reference.kind, id});
    }
    return changed;
}

void Courier::tellChanged(const JournalEntry &entry, const QString &resultId)
{
    // What is gone can't be read again; a field goes from its templates, too.
    const ObjectKind kind = kindOf(entry.command);
    if (isDelete(entry.command) && (kind == ObjectKind::Template || kind == ObjectKind::TemplateField)) {
        Q_EMIT objectChanged(ObjectKind::Template, {});
        return;
    }
    JournalEntry settled = entry;
    settled.resultId = resultId;
    const QVector<Reference> changed = changedBy(settled);
    for (const Reference &one : changed)
        Q_EMIT objectChanged(one.kind, one.id);
    if (std::holds_alternative<UpdateTemplate>(entry.command)
        || std::holds_alternative<UpdateTemplateField>(entry.command))
        compareWhole(entry, m_overlay.idOf(subjectOf(entry.command, entry.token)));
}

Result<void> Courier::settle(CommandId id, const store::Outcome &outcome)
{
    if (auto written = m_journal.settle(id, outcome); !written) {
        Q_EMIT storageFailed(written.error());
        return written;
    }
    show(id);
    return {};
}

/// Lays the entry, as it now is on disk, over the mirror. A mirror that can't be written is made anew at the
/// next start: it is no reason to doubt what the journal holds.
void Courier::show(CommandId id)
{
    const auto entry = m_journal.entry(id);
    const auto change
        = entry ? m_overlay.update(*entry) : Result<MirrorChange>(tl::unexpected(entry.error()));
    MirrorChange told = change.value_or(MirrorChange());
    told.journalChanged = true;
    Q_EMIT settled(id, told);
    if (!change)
        Q_EMIT mirrorFailed(change.error());
}

/// What the service answered must reach the disk before anything else is sent; while it can't, it is kept
/// here and tried again. Should the program end first, the next start finds the command Unsure.
void Courier::settleOrKeep(CommandId id, const store::Outcome &outcome)
{
    if (!settle(id, outcome)) {
        m_clock.after(2s, this, [this, id, outcome] { settleOrKeep(id, outcome); });
        return;
    }
    m_active = 0;
    wake();
}

/// A look that can't be written down is made again.
void Courier::onLooked(CommandId id, const store::Outcome &outcome)
{
    const auto found = m_overlay.entries().find(id);
    if (found == m_overlay.entries().end() || !settle(id, outcome))
        return;
    if (outcome.state == CommandState::Sent) {
        ++m_sent;
        tellChanged(found->second, outcome.resultId);
    }
    wake();
}

} // namespace naryad::sync
