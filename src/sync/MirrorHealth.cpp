#include "MirrorHealth.h"

#include "core/Threads.h"
#include "store/FileCheck.h"

#include <QThread>

using namespace std::chrono_literals;

namespace naryad::sync {

MirrorHealth::MirrorHealth(QString mirrorPath, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_path(std::move(mirrorPath))
    , m_clock(clock)
{}

MirrorHealth::~MirrorHealth()
{
    m_givenUp = true;
    if (m_thread)
        m_thread->wait();
}

void MirrorHealth::begin(bool lookThrough)
{
    watch();
    if (!lookThrough)
        return;
    m_thread.reset(QThread::create([this] {
        yieldToTheScreen();
        const auto sound = store::checkFile(m_path, [this] { return m_givenUp.load(); });
        if (!sound && sound.error().cause == ErrorCause::Damaged)
            store::markSuspect(m_path);
    }));
    m_thread->setObjectName(QStringLiteral("mirror check"));
    connect(m_thread.get(), &QThread::finished, this, [this] { m_thread.reset(); });
    m_thread->start();
}

/// Readers leave a mark beside the file, as another run of the program would.
void MirrorHealth::watch()
{
    m_clock.after(2s, this, [this] {
        watch();
        if (store::isSuspect(m_path))
            Q_EMIT damaged();
    });
}

} // namespace naryad::sync
