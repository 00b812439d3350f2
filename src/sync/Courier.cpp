#include "Courier.h"

#include "PreImage.h"
#include "core/Log.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::sync {

QByteArray freeze(const api::WriteRequest &request)
{
    const QJsonObject frozen{
        {QStringLiteral("command"), request.command},
        {QStringLiteral("query"), request.query.toString(QUrl::FullyEncoded)},
        {QStringLiteral("body"), QString::fromUtf8(request.body)}};
    return QJsonDocument(frozen).toJson(QJsonDocument::Compact);
}

std::optional<api::WriteRequest> thaw(const QByteArray &frozen)
{
    const QJsonObject object = QJsonDocument::fromJson(frozen).object();
    if (object.isEmpty())
        return std::nullopt;
    api::WriteRequest request;
    request.command = object.value(QLatin1String("command")).toString();
    request.query = QUrlQuery(object.value(QLatin1String("query")).toString());
    request.body = object.value(QLatin1String("body")).toString().toUtf8();
    return request;
}

Courier::Courier(
    Services &services, store::Mirror &mirror, store::Journal &journal, JournalOverlay &overlay,
    const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mirror(mirror)
    , m_journal(journal)
    , m_overlay(overlay)
    , m_clock(clock)
{}

bool Courier::dependencyDropped(const JournalEntry &entry) const
{
    const ObjectRef subject = subjectOf(entry.command, entry.token);
    if (!subject.isLocal() || std::holds_alternative<CreateTask>(entry.command))
        return false;
    const JournalEntry *create = m_overlay.creating(subject.token);
    return create && create->state == CommandState::Dropped;
}

/// The oldest waiting command that nothing stands in front of: per task strictly first in, first out; a task
/// that exists only here has its create in front, so a dependency needs no rule of its own.
const JournalEntry *Courier::nextToSend(QDateTime *nextDue) const
{
    QSet<QString> blocked;
    const QDateTime now = m_clock.now();
    for (CommandId id : m_overlay.open()) {
        const JournalEntry &entry = m_overlay.entries().at(id);
        const ObjectRef subject = subjectOf(entry.command, entry.token);
        const QString taskId = m_overlay.idOf(subject);
        const QString key = taskId.isEmpty() ? subject.key() : taskId;
        const bool due = !entry.notBefore.isValid() || entry.notBefore <= now || m_forgiven.contains(id);
        if (!blocked.contains(key) && entry.state == CommandState::Waiting) {
            if (due)
                return &entry;
            if (nextDue && (!nextDue->isValid() || entry.notBefore < *nextDue))
                *nextDue = entry.notBefore;
        }
        // A refused or unsure comment says nothing about what the task is; all else must go in order.
        const bool harmless = std::holds_alternative<AddComment>(entry.command)
            && (entry.state == CommandState::Refused || entry.state == CommandState::Unsure);
        if (!harmless)
            blocked.insert(key);
    }
    return nullptr;
}

bool Courier::isIdle() const
{
    return m_sending == 0 && (m_paused || m_stopped || m_waitsForDisk || !nextToSend(nullptr));
}

void Courier::setPaused(bool paused)
{
    m_paused = paused;
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
    wake();
}

void Courier::stop()
{
    m_stopped = true;
}

void Courier::wake()
{
    while (m_sending == 0 && !m_paused && !m_stopped && !m_waitsForDisk) {
        QDateTime nextDue;
        const JournalEntry *entry = nextToSend(&nextDue);
        if (!entry) {
            if (nextDue.isValid())
                wakeAt(nextDue);
            break;
        }
        if (dependencyDropped(*entry)) {
            Error error;
            error.kind = ErrorKind::BadInput;
            error.words = QCoreApplication::translate(
                "naryad::sync", "The task this belongs to was dropped and never made.");
            const CommandId id = entry->id;
            if (const auto settled = settle(id, {CommandState::Refused, {}, error, {}}); !settled)
                waitForDisk(id, settled.error());
            continue;
        }
        attempt(*entry);
    }
    if (m_sending == 0)
        Q_EMIT idle();
}

/// An earlier timer serves a later time, too: waking finds the next one again.
void Courier::wakeAt(const QDateTime &due)
{
    if (m_wakeAt.isValid() && m_wakeAt <= due)
        return;
    m_wakeAt = due;
    const auto wait = std::chrono::milliseconds(std::max<qint64>(0, m_clock.now().msecsTo(due)));
    m_clock.after(wait + 10ms, this, [this, due] {
        if (m_wakeAt != due)
            return;
        m_wakeAt = {};
        wake();
    });
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
        if (written && written->state == CommandState::Sending && id != m_sending) {
            const auto taken = settle(id, {CommandState::Waiting, {}, {}, {}});
            if (!taken) {
                waitForDisk(id, taken.error());
                return;
            }
        }
        wake();
    });
}

std::optional<api::WriteRequest> Courier::prepare(const JournalEntry &entry) const
{
    // A body sent once is frozen: a second attempt says exactly the same.
    if (!entry.body.isEmpty()) {
        if (auto thawed = thaw(entry.body))
            return thawed;
    }
    if (const auto *create = std::get_if<CreateTask>(&entry.command))
        return m_services.tasks.prepareCreate(create->body);
    const QString id = m_overlay.idOf(subjectOf(entry.command, entry.token));
    if (id.isEmpty())
        return std::nullopt;
    if (const auto *update = std::get_if<UpdateTask>(&entry.command))
        return m_services.tasks.prepareUpdate(id, update->body);
    if (const auto *comment = std::get_if<AddComment>(&entry.command))
        return m_services.tasks.prepareComment(id, comment->text);
    const auto &close = std::get<CloseTask>(entry.command);
    return m_services.tasks.prepareClose(id, close.result.id, close.note);
}

void Courier::attempt(const JournalEntry &entry)
{
    const CommandId id = entry.id;
    const auto request = prepare(entry);
    if (!request) {
        // Only a create that was answered without an id leaves its followers here.
        Error error;
        error.kind = ErrorKind::BadInput;
        error.words = QCoreApplication::translate(
            "naryad::sync", "The service's number of the task this belongs to is not known.");
        settleOrKeep(id, {CommandState::Refused, {}, error, {}});
        return;
    }
    const auto known = preImageOf(m_mirror);
    if (!known) {
        waitForDisk(id, known.error());
        return;
    }
    const Result<void> begun = m_journal.beginAttempt(id, freeze(*request), toJson(*known));
    if (!begun) {
        waitForDisk(id, begun.error());
        return;
    }
    m_sending = id;
    m_forgiven.remove(id);
    show(id);
    m_services.tasks.send(*request).then(
        this, [this, id](const Result<QString> &answer) { onAnswer(id, answer); });
}

std::chrono::seconds Courier::backoff(int attempts) const
{
    static constexpr int Steps[] = {1, 2, 5, 10, 20, 40, 60};
    const int step = Steps[std::clamp(attempts - 1, 0, static_cast<int>(std::size(Steps)) - 1)];
    return std::chrono::seconds(step + QRandomGenerator::global()->bounded(1 + step / 4));
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
    outcome.error = answer.error();
    switch (answer.error().kind) {
    case ErrorKind::NotSent:
        outcome.state = CommandState::Waiting;
        outcome.notBefore = m_clock.now().addSecs(backoff(entry.attempts).count());
        break;
    case ErrorKind::RateLimited:
        outcome.state = CommandState::Waiting;
        outcome.notBefore = m_clock.now().addSecs(std::max<qint64>(answer.error().retryAfter.count(), 5));
        break;
    case ErrorKind::KeyRefused:
        outcome.state = CommandState::Waiting;
        break;
    case ErrorKind::Refused:
    case ErrorKind::NotFound:
    case ErrorKind::BadInput:
        outcome.state = CommandState::Refused;
        break;
    default:
        outcome.state = CommandState::Unsure;
        break;
    }
    return outcome;
}

void Courier::onAnswer(CommandId id, const Result<QString> &answer)
{
    const auto entry = m_overlay.entries().find(id);
    if (entry == m_overlay.entries().end())
        return;
    const store::Outcome outcome = judge(entry->second, answer);
    const QString taskId = std::holds_alternative<CreateTask>(entry->second.command)
        ? outcome.resultId
        : m_overlay.idOf(subjectOf(entry->second.command, entry->second.token));
    qCInfo(lcSync) << "command" << id << serviceCommandOf(entry->second.command) << toName(outcome.state);
    if (answer || (answer.error().kind == ErrorKind::Refused))
        Q_EMIT lineTold(std::nullopt);
    else
        Q_EMIT lineTold(answer.error());
    if (!answer && answer.error().kind == ErrorKind::KeyRefused)
        m_paused = true;
    if (outcome.state == CommandState::Sent)
        ++m_sent;
    settleOrKeep(id, outcome);
    if (outcome.state == CommandState::Sent && !taskId.isEmpty())
        Q_EMIT taskChanged(taskId);
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
        Q_EMIT storageFailed(change.error());
}

/// What the service answered must reach the disk before anything else is sent; while it can't, it is kept
/// here and tried again. Should the program end first, the next start finds the command Unsure.
void Courier::settleOrKeep(CommandId id, const store::Outcome &outcome)
{
    if (!settle(id, outcome)) {
        m_clock.after(2s, this, [this, id, outcome] { settleOrKeep(id, outcome); });
        return;
    }
    m_sending = 0;
    wake();
}

Result<void> Courier::decide(CommandId id, Decision decision, const QString &objectId)
{
    const auto found = m_overlay.entries().find(id);
    if (found == m_overlay.entries().end())
        return fail(ErrorKind::BadInput);
    const JournalEntry &entry = found->second;
    if (isFinal(entry.state) || id == m_sending) {
        return fail(
            ErrorKind::BadInput,
            QCoreApplication::translate("naryad::sync", "This has been decided in the meantime."));
    }
    store::Outcome outcome;
    outcome.error = entry.error;
    switch (decision) {
    case Decision::Retry:
        if (entry.state == CommandState::Unsure)
            return fail(ErrorKind::BadInput);
        outcome.state = CommandState::Waiting;
        break;
    case Decision::SendAgain:
        outcome.state = CommandState::Waiting;
        break;
    case Decision::ItIsThere: {
        const bool create = std::holds_alternative<CreateTask>(entry.command);
        if (entry.state != CommandState::Unsure || (create && objectId.isEmpty()))
            return fail(ErrorKind::BadInput);
        outcome.state = CommandState::Sent;
        outcome.resultId = create ? objectId : m_overlay.idOf(subjectOf(entry.command, entry.token));
        break;
    }
    case Decision::Drop:
        outcome.state = CommandState::Dropped;
        break;
    }
    const QString changed = outcome.state == CommandState::Sent ? outcome.resultId : QString();
    if (auto written = settle(id, outcome); !written)
        return written;
    if (!changed.isEmpty())
        Q_EMIT taskChanged(changed);
    wake();
    return {};
}

} // namespace naryad::sync
