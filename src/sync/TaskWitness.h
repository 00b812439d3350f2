#pragma once

#include "Services.h"
#include "core/Clock.h"
#include "store/Mirror.h"

#include <QObject>

namespace naryad::sync {

/// get-taskupdates, the second witness of what changed: tells of tasks it names that the feed has not named
/// since this witness was last asked. Thread: the engine's. Its errors are logged and disturb nothing.
class TaskWitness : public QObject
{
    Q_OBJECT
public:
    TaskWitness(Services &services, store::Mirror &mirror, const Clock &clock, QObject *parent = nullptr);

    /// Asks where it is time to: once when the program starts, then every half hour; every five minutes while
    /// it has not caught up. Never within five minutes of the last call, over runs. To be called when the
    /// feed has been read to its end.
    void askIfDue();
    void stop()
    {
        ++m_generation;
        m_inFlight = false;
    }
    int requests() const { return m_requests; }

Q_SIGNALS:
    /// Mirrored tasks whose details may be old.
    void suspects(const QStringList &taskIds);
    /// Ids that are not mirrored: perhaps tasks the feed left out, perhaps external ids.
    void unknown(const QStringList &ids);

private:
    void onAnswer(std::optional<qint64> last, qint64 usn, const Result<QVector<api::TaskEvent>> &answer);

    Services &m_services;
    store::Mirror &m_mirror;
    const Clock &m_clock;
    quint64 m_generation = 0;
    bool m_inFlight = false;
    bool m_asked = false; ///< in this run
    bool m_behind = false;
    int m_requests = 0;
};

} // namespace naryad::sync
