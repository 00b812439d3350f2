#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <optional>
#include <utility>

namespace naryad::ui {

/// Calls `answered` once in `owner`'s thread when `future` ends: with its value, or with nothing where it
/// ended without one. Nothing is called once the owner is gone.
///
/// A window may be closed before its answer comes. QFuture::then() with a context allows that only in release
/// builds of Qt 6.4: in others it asserts that the context still lives.
template <class T, class Answered> void await(QObject *owner, const QFuture<T> &future, Answered answered)
{
    auto *watcher = new QFutureWatcher<T>(owner);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, owner, [watcher, answered = std::move(answered)] {
            watcher->deleteLater();
            const QFuture<T> ended = watcher->future();
            const bool hasValue = !ended.isCanceled() && ended.resultCount() > 0;
            answered(hasValue ? std::optional<T>(ended.result()) : std::nullopt);
        });
    watcher->setFuture(future);
}

} // namespace naryad::ui
