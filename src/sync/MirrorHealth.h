#pragma once

#include "core/Clock.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

class QThread;

namespace naryad::sync {

/// Learns that the mirror's file is damaged: after a run that broke off by looking through it, on a thread of
/// its own; at any time from whoever met damage while reading. Thread: the engine's. Never touches the file
/// itself.
class MirrorHealth : public QObject
{
    Q_OBJECT
public:
    MirrorHealth(QString mirrorPath, const Clock &clock, QObject *parent = nullptr);
    ~MirrorHealth() override; ///< ends a look through the file that is under way

    /// `lookThrough`: the last run did not close it.
    void begin(bool lookThrough);
    bool isLookingThrough() const { return m_thread != nullptr; }

Q_SIGNALS:
    void damaged();

private:
    void watch();

    QString m_path;
    const Clock &m_clock;
    std::unique_ptr<QThread> m_thread;
    std::atomic_bool m_givenUp = false;
};

} // namespace naryad::sync
