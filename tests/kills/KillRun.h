#pragma once

#include "FaultProxy.h"
#include "Script.h"
#include "core/Account.h"
#include "sandbox/Sandbox.h"

#include <QHash>
#include <QRandomGenerator>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

class QProcess;

namespace naryad::test {

/// The real window program against the stand-in, killed again and again at random moments while a script
/// works it by its keys; then what it left is brought to its end and compared with the service.
class KillRun
{
public:
    /// `program`: the path of naryad.
    KillRun(const QString &program, quint32 seed);
    ~KillRun();

    /// False where nothing of it could be made.
    bool prepare();
    /// One life of the program, and what its files tell after it was killed.
    void kill();
    /// Brings all that is left to its end, as a later start does, and compares.
    void finish();

    /// What went wrong; empty: nothing was lost, nothing is there twice.
    QStringList faults() const { return m_faults; }
    /// One line of JSON.
    QByteArray figures() const;

private:
    void judgeDrafts(const QVector<TypedForm> &forms, Killer::Moment killedAt);
    qsizetype inServer(const QString &text);

    const QString m_program;
    const quint32 m_seed;
    QRandomGenerator m_random;
    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<FaultProxy> m_proxy;
    Account m_account;
    int m_kills = 0;
    QVector<TypedForm> m_forms;
    QStringList m_faults;
    qint64 m_longestLost = 0; ///< milliseconds from the oldest lost key to the kill
    int m_acknowledged = 0;
    int m_arrived = 0;
    int m_forUser = 0;
    int m_unsure = 0; ///< found in the middle of being sent
};

} // namespace naryad::test
