#pragma once

#include "JournalOverlay.h"
#include "Services.h"
#include "core/Clock.h"
#include "core/Commands.h"
#include "store/Journal.h"
#include "store/Mirror.h"

#include <QObject>
#include <QSet>

#include <optional>

namespace naryad::sync {

/// Carries the journal's commands to the service, one at a time, in order per task and by dependency.
///
/// Thread: the engine's. Every attempt is on disk before its first byte. An attempt that ended without a
/// clear answer becomes Unsure and waits for the user; it is never repeated by itself.
class Courier : public QObject
{
    Q_OBJECT
public:
    Courier(
        Services &services, store::Mirror &mirror, store::Journal &journal, JournalOverlay &overlay,
        const Clock &clock, QObject *parent = nullptr);

    /// Sends what can be sent now.
    void wake();
    bool isSending() const { return m_sending != 0; }
    /// True where nothing can be sent now: all is settled, waits for its time, for the user or for another.
    bool isIdle() const;
    /// No further attempt begins; the one on its way may end.
    void stop();
    /// Paused while the service refuses the key (or there is none yet).
    void setPaused(bool paused);
    /// Lets what waits for a next try after a lost line go at once, each once. What the service asked to wait
    /// with still waits.
    void forgetBackoff();

    Result<void> decide(CommandId id, Decision decision, const QString &objectId);

    int sentCount() const { return m_sent; }

Q_SIGNALS:
    /// A command's state changed and the mirror's derived row with it.
    void settled(naryad::CommandId id, const naryad::MirrorChange &change);
    /// The attempt told something about the line: nullopt when the service answered.
    void lineTold(const std::optional<naryad::Error> &error);
    /// The service applied a command to this task: it should be read again.
    void taskChanged(const QString &id);
    /// This computer's files can't be written; nothing is sent until they can.
    void storageFailed(const naryad::Error &error);
    /// Nothing is being sent, and nothing can be now.
    void idle();

private:
    const JournalEntry *nextToSend(QDateTime *nextDue) const;
    bool dependencyDropped(const JournalEntry &entry) const;
    std::optional<api::WriteRequest> prepare(const JournalEntry &entry) const;
    void attempt(const JournalEntry &entry);
    void onAnswer(CommandId id, const Result<QString> &answer);
    store::Outcome judge(const JournalEntry &entry, const Result<QString> &answer) const;
    Result<void> settle(CommandId id, const store::Outcome &outcome);
    void settleOrKeep(CommandId id, const store::Outcome &outcome);
    void show(CommandId id);
    void waitForDisk(CommandId id, const Error &error);
    void wakeAt(const QDateTime &due);
    std::chrono::seconds backoff(int attempts) const;

    Services &m_services;
    store::Mirror &m_mirror;
    store::Journal &m_journal;
    JournalOverlay &m_overlay;
    const Clock &m_clock;
    CommandId m_sending = 0;
    bool m_paused = false;
    bool m_stopped = false;
    bool m_waitsForDisk = false;
    QDateTime m_wakeAt; ///< of the timer that is running; invalid: none
    int m_sent = 0;
    QSet<CommandId> m_forgiven; ///< may go before their time, once
};

/// A write as the journal freezes it, and back.
QByteArray freeze(const api::WriteRequest &request);
std::optional<api::WriteRequest> thaw(const QByteArray &frozen);

} // namespace naryad::sync
