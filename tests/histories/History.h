#pragma once

#include "EngineRun.h"
#include "FaultClasses.h"
#include "Speech.h"
#include "Stage.h"
#include "Steps.h"

#include <QTemporaryDir>

namespace naryad::test {

/// What somebody else changed, and how much of the program's own had been done by then.
struct Foreign
{
    Thing::Kind kind = Thing::Kind::Contractor;
    QString id;
    QString part;
    QString value;
    qsizetype after = 0; ///< requests the line had seen
};

/// One history played, and everything the checker wants to know of it.
class History
{
public:
    History(Stage &stage, quint64 seed);

    /// Plays the steps, brings the line up, lets the user settle what is left, synchronises, and checks.
    /// What was found wrong; empty: nothing.
    QStringList play(const QVector<Step> &steps);
    int saidCount() const { return static_cast<int>(m_said.size()); }

private:
    friend class Checker;

    void take(const Step &step);
    void say(const Step &step);
    void makeAlike(const Command &command);
    void turn(quint32 rounds);
    void pass(std::chrono::seconds time);
    void fault(const Step &step);
    void start(const QUrl &base, const QString &key = {});
    void restart(const Step &step);
    void wrongKey(const Step &step);
    void kill();
    void badAddress(const Step &step);
    void recall(quint32 choice, bool last);
    void others(const Step &step);
    void decideAll(quint32 choice);
    void decide(const JournalEntry &entry, quint32 choice);
    void finish();
    QString nextFolder();
    void wrong(const QString &what) { m_wrong.append(what); }
    bool waitForLine();
    void neverRests();
    Truth truth();
    Said *saidAs(CommandId id);

    Stage &m_stage;
    quint64 m_seed;
    bool m_slow; ///< requests are given up soon, so that slow answers are faults
    QTemporaryDir m_folder{temporaryFiles()};
    ManualClock m_clock;
    FaultProxy m_line;
    EngineRun m_program;
    Speech m_speech;
    QVector<FaultClass> m_faults;
    QVector<Said> m_said;
    QVector<Foreign> m_foreign;
    QString m_account; ///< the folder of the program's files
    int m_folders = 0;
    int m_othersSaid = 0;
    QStringList m_wrong;
};

/// Where in the line's record this command was done by the server: the numbers of the requests.
QVector<qsizetype>
appliedAt(const Said &said, const QString &objectId, const QVector<FaultProxy::Seen> &seen);

} // namespace naryad::test
