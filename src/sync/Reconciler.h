#pragma once

#include "Alarm.h"
#include "Look.h"
#include "core/Clock.h"
#include "core/Commands.h"
#include "store/Journal.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>

namespace naryad::sync {

/// What a look may lead to where it finds nothing (reliability, section 8, "re-send safe?").
enum class Resend {
    AfterOneLook, ///< saying it twice is as saying it once
    AfterTwoLooks,
    OnceMore, ///< saying it twice ends in the same state, or is refused
    Never,
};

Resend resendOf(const Command &command);

/// How an unsure command goes on after a whole look, as the journal's next state of it.
store::Outcome outcomeOf(
    const JournalEntry &entry, const Evidence &evidence, std::chrono::milliseconds quiet,
    const QDateTime &now);

/// Looks for what became of commands without a clear answer: a quiet time after the end of the attempt, and
/// again twice that later, by each command's own key. Of what waits for the user only what bears a token of
/// ours is looked for, once an hour, and only a find changes it.
///
/// Thread: the engine's. Only reads; what comes of a look is told to the courier, who settles it.
class Reconciler : public QObject
{
    Q_OBJECT
public:
    /// `total`: the whole deadline of one request.
    Reconciler(LookDesk desk, const Clock &clock, std::chrono::milliseconds total, QObject *parent = nullptr);

    /// Starts the looks that are due; comes back by itself for the next.
    void wake();
    void setPaused(bool paused);
    void stop() { m_stopped = true; }
    /// What could not be looked for may be again, now.
    void forgetBackoff();
    bool isBusy() const { return !m_running.isEmpty(); }
    /// From the end of an attempt to the first look.
    std::chrono::milliseconds quiet() const { return m_quiet; }

    /// A look for the user, at once: what the command may have become, or what tells of it.
    QFuture<Result<Evidence>> lookNow(const JournalEntry &entry);

Q_SIGNALS:
    /// The command goes on like this.
    void looked(naryad::CommandId id, const naryad::store::Outcome &outcome);
    /// A look told something about the line; nullopt: the service answered.
    void lineTold(const std::optional<naryad::Error> &error);

private:
    QDateTime dueOf(const JournalEntry &entry) const;
    QDateTime meetingOf(const JournalEntry &entry) const;
    void look(const JournalEntry &entry);
    Lost lostOf(const JournalEntry &entry) const;

    LookDesk m_desk;
    const Clock &m_clock;
    Alarm m_alarm;
    std::chrono::milliseconds m_quiet;
    QSet<CommandId> m_running;
    QHash<CommandId, QDateTime> m_meetAt; ///< what waits for the user, by when it is looked for again
    QHash<CommandId, QDateTime> m_later; ///< looks that could not be made, by when they are tried again
    bool m_paused = false;
    bool m_stopped = false;
};

} // namespace naryad::sync
