#pragma once

#include "EngineRun.h"
#include "FaultClasses.h"
#include "Speech.h"
#include "Steps.h"
#include "sandbox/Sandbox.h"

#include <QTemporaryDir>

#include <array>

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

/// The server all histories of one kind are told to, with a world in it, and an account's files that know it.
class Stage
{
public:
    /// `full`: get-task tells also what the document's sample leaves out.
    explicit Stage(bool full);
    bool isReady() const { return m_ready; }
    /// The server as it was when its world had just been made.
    bool restore() { return m_sandbox->load(m_folder.filePath(QStringLiteral("world"))).has_value(); }
    QUrl address() const { return m_sandbox->address(); }
    QString key() const { return m_sandbox->key(); }
    const World &world() const { return m_world; }
    QString extraField() const { return m_extraField; }
    QString knownFolder() const { return m_folder.filePath(QStringLiteral("known")); }
    const Services &beside() const { return *m_services; }

private:
    ManualClock m_clock; ///< the server's; stands
    QTemporaryDir m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<Services> m_services;
    World m_world;
    QString m_extraField;
    bool m_ready = false;
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
    void fault(const Step &step);
    void start(const QUrl &base);
    void kill();
    void goodLine();
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
    QTemporaryDir m_folder;
    ManualClock m_clock;
    FaultProxy m_line;
    EngineRun m_program;
    Speech m_speech;
    std::unique_ptr<TlsFront> m_front;
    QVector<FaultClass> m_faults;
    QVector<Said> m_said;
    QVector<Foreign> m_foreign;
    QString m_account; ///< the folder of the program's files
    int m_folders = 0;
    int m_othersSaid = 0;
    QStringList m_wrong;
};

/// Where in the line's record this command was done by the server: the numbers of the requests.
QVector<qsizetype> appliedAt(const Said &said, const QString &objectId, const QVector<FaultProxy::Seen> &seen);

} // namespace naryad::test
