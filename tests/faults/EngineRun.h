#pragma once

#include "EngineCore.h"
#include "FaultProxy.h"
#include "ManualClock.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace naryad::test {

/// The program's inside on the files of an account, in the test's own thread: it is started, quits or is
/// killed, and its clock jumps from timer to timer as soon as nothing else can happen.
class EngineRun
{
public:
    /// `proxy`: the line. While a request may still reach the server the clock stands.
    EngineRun(ManualClock &clock, const FaultProxy &proxy);
    ~EngineRun();

    bool
    start(const QUrl &base, const QString &key, const QString &folder, const sync::EngineOptions &options);
    bool isRunning() const { return m_core != nullptr; }
    /// Nothing new begins; what is on its way is heard.
    void quit();
    /// As by kill -9 now: the next run begins with copies, in the folder `to`, of what the files hold. What
    /// this run still hears reaches nobody.
    bool kill(const QString &to);

    sync::EngineCore &core() { return *m_core; }
    const std::map<CommandId, JournalEntry> &entries() const { return m_core->said().entries(); }
    const JournalEntry &entry(CommandId id) const { return entries().at(id); }

    /// Lets happen what happens in a moment.
    void turn();
    /// Until `done` holds; false where it does not within some seconds.
    bool until(const std::function<bool()> &done);
    /// Every command is final, waits for the user or stands behind one that does, and nothing is read.
    bool rests() const;
    bool runDown();
    /// One complete synchronisation.
    Result<SyncState> sync();

private:
    bool mayJump() const;

    ManualClock &m_clock;
    const FaultProxy &m_proxy;
    std::unique_ptr<sync::EngineCore> m_core;
    QString m_folder;
    QTimer m_tick;
    int m_ticks = 0; ///< since the line was last seen to be at work
    int m_activity = 0;
};

/// For QTemporaryDir: a place of files that are to outlive no run.
QString temporaryFiles();

/// Copies an account's files into the folder, which is made.
bool copyAccount(const QString &from, const QString &to);

} // namespace naryad::test
