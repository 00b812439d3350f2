#pragma once

#include "core/Result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace naryad {

/// The future's value, or Cancelled where it ended without one.
template <class T> Result<T> endedResult(const QFuture<Result<T>> &future)
{
    if (future.isCanceled() || future.resultCount() == 0)
        return fail(ErrorKind::Cancelled);
    return future.result();
}

/// Calls `answered(const Result<T> &)` once, from `owner`'s event loop, when `future` ends; Cancelled where
/// it ended without a value. Nothing is called once the owner is gone.
///
/// A window may be closed before its answer comes, and answers come from other threads. QFuture::then() with
/// a context does not allow for that in Qt 6.4: it asserts that the context still lives, and races with its
/// end.
template <class T, class Answered>
void await(QObject *owner, const QFuture<Result<T>> &future, Answered answered)
{
    using Watcher = QFutureWatcher<Result<T>>;
    auto *watcher = new Watcher(owner);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, owner, [watcher, answered = std::move(answered)]() mutable {
            watcher->deleteLater();
            answered(endedResult(watcher->future()));
        });
    watcher->setFuture(future);
}

} // namespace naryad
