#pragma once

#include "core/Await.h"
#include "core/Result.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace naryad::exports {

/// One job on a thread of its own. The destructor cancels it and waits for its end, so that what it uses may
/// go afterwards.
template <class T> class Background
{
public:
    /// The job looks at isCanceled() of its promise now and then, and may tell its progress there.
    using Job = std::function<Result<T>(QPromise<Result<T>> &)>;

    explicit Background(Job job)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_future = promise->future();
        m_thread.reset(QThread::create([promise, job = std::move(job)] {
            promise->addResult(job(*promise));
            promise->finish();
        }));
        m_thread->start(QThread::LowPriority);
    }

    ~Background()
    {
        cancel();
        m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(Background)

    QFuture<Result<T>> future() const { return m_future; }
    void cancel() { m_future.cancel(); }

private:
    QFuture<Result<T>> m_future;
    std::unique_ptr<QThread> m_thread;
};

} // namespace naryad::exports
