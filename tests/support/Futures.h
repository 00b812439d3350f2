#pragma once

#include "core/Result.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>
#include <QTest>
#include <QTimer>

namespace naryad::test {

/// Lets the event loop run until the future has its result; a Cancelled error where it never came.
template <class T> Result<T> settled(const QFuture<Result<T>> &future, int timeoutMs = 20000)
{
    if (!future.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<Result<T>> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
        loop.exec();
    }
    if (!future.isFinished() || future.resultCount() == 0)
        return fail(ErrorKind::Cancelled, QStringLiteral("no result"));
    return future.result();
}

inline QString kindOf(const Error &error)
{
    return toName(error.kind);
}

/// "answer", or the name of the error's kind.
template <class T> QString kindOf(const Result<T> &result)
{
    return result ? QStringLiteral("answer") : toName(result.error().kind);
}

} // namespace naryad::test
