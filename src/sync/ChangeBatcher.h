#pragma once

#include "core/Clock.h"
#include "core/TaskCard.h"

#include <QObject>
#include <QSet>

namespace naryad::sync {

/// Gathers what changed and tells it at most five times a second, so that a synchronisation can't flood the
/// screens. Thread: the engine's. Never loses a change: what is gathered is told at the latest by flush().
class ChangeBatcher : public QObject
{
    Q_OBJECT
public:
    explicit ChangeBatcher(const Clock &clock, QObject *parent = nullptr);

    void note(const MirrorChange &change);
    void flush();

Q_SIGNALS:
    void changed(const naryad::MirrorChange &change);

private:
    const Clock &m_clock;
    MirrorChange m_gathered;
    QSet<RowId> m_rows; ///< those of m_gathered.tasks
    bool m_waiting = false;
};

} // namespace naryad::sync
