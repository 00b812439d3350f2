#pragma once

#include "Alarm.h"
#include "JournalOverlay.h"
#include "Preparation.h"
#include "Reconciler.h"
#include "Services.h"
#include "core/Clock.h"
#include "core/CommandKinds.h"
#include "core/Commands.h"
#include "store/Journal.h"
#include "store/Mirror.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace naryad::sync {

/// Carries the journal's commands to the service, one at a time, in order per object and by dependency.
///
/// Thread: the engine's. Every attempt is on disk before its first byte. An attempt that ended without a
/// clear answer is looked for by the reconciler, and repeated only as the law of looks allows.
class Courier : public QObject
{
    Q_OBJECT
public:
    /// `total`: the whole deadline of one request.
    Courier(
        Services &services, store::Mirror &mirror, store::Journal &journal, JournalOverlay &overlay,
        const Clock &clock, std::chrono::milliseconds total = std::chrono::seconds(60),
        QObject *parent = nullptr);

    /// Sends what can be sent now, and looks for what is due.
    void wake();
    bool isSending() const { return m_active != 0; }
    /// Something is being sent or looked for.
    bool isBusy() const { return isSending() || m_reconciler.isBusy(); }
    /// True where nothing can be sent now: all is settled, waits for its time, for the user or for another.
    bool isIdle() const;
    /// No further attempt begins; the one on its way may end.
    void stop();
    /// Paused while the service refuses the key (or there is none yet).
    void setPaused(bool paused);
    /// Lets what waits for a next try after a lost line go at once, each once. What the service asked to wait
    /// with still waits.
    void forgetBackoff();
    /// What is held goes now.
    void releaseHeld();

    Result<void> decide(CommandId id, Decision decision, const QString &objectId);
    /// Takes a held command back; its draft is there again. BadInput where it has gone.
    Result<void> recall(CommandId id);
    /// What an unsure command may have become, for the user.
    QFuture<Result<QVector<FoundObject>>> lookFor(CommandId id);

    /// The service's objects that a command which was sent has changed, with those whose card shows them.
    QVector<Reference> changedBy(const JournalEntry &entry) const;

    int sentCount() const { return m_sent; }

Q_SIGNALS:
    /// A command's state changed and the mirror's derived row with it.
    void settled(naryad::CommandId id, const naryad::MirrorChange &change);
    /// The attempt told something about the line: nullopt when the service answered.
    void lineTold(const std::optional<naryad::Error> &error);
    /// The service applied a command to this object: it should be read again. Without an id: one of them is
    /// gone, and their list should be.
    void objectChanged(naryad::ObjectKind kind, const QString &id);
    /// The journal can't be written; nothing is sent until it can.
    void storageFailed(const naryad::Error &error);
    /// The mirror can't be written: it does not show what the journal holds.
    void mirrorFailed(const naryad::Error &error);
    /// Nothing is being sent, and nothing can be now.
    void idle();

private:
    const JournalEntry *nextToSend(QDateTime *nextDue) const;
    const JournalEntry *droppedBelow(const JournalEntry &entry) const;
    QString idOfToken(const QString &token) const { return m_overlay.idOf({{}, token}); }
    bool settledWithoutSending(const JournalEntry &entry);
    void start(const JournalEntry &entry);
    void onPrepared(CommandId id, const Result<Prepared> &prepared);
    void attempt(CommandId id, const Prepared &prepared);
    void onAnswer(CommandId id, const Result<QString> &answer, bool ofFormerKey);
    void tellLine(const std::optional<Error> &error);
    void tellChanged(const JournalEntry &entry, const QString &resultId);
    void compareWhole(const JournalEntry &entry, const QString &id);
    store::Outcome judge(const JournalEntry &entry, const Result<QString> &answer) const;
    store::Outcome notNow(const JournalEntry &entry, const Error &error) const;
    Result<void> settle(CommandId id, const store::Outcome &outcome);
    void settleOrKeep(CommandId id, const store::Outcome &outcome);
    void onLooked(CommandId id, const store::Outcome &outcome);
    void show(CommandId id);
    void waitForDisk(CommandId id, const Error &error);
    std::chrono::seconds backoff(int attempts) const;

    Services &m_services;
    store::Mirror &m_mirror;
    store::Journal &m_journal;
    JournalOverlay &m_overlay;
    const Clock &m_clock;
    Alarm m_alarm;
    Preparation m_preparation;
    Reconciler m_reconciler;
    CommandId m_active = 0; ///< being prepared or sent
    bool m_paused = false;
    bool m_stopped = false;
    bool m_waitsForDisk = false;
    int m_sent = 0;
    QSet<CommandId> m_forgiven; ///< may go before their time, once
    QHash<CommandId, int> m_failed; ///< tries in a row that never left this computer
};

} // namespace naryad::sync
