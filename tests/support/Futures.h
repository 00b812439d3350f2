#pragma once

#include "core/Result.h"

#include <QFuture>
#include <QTest>

namespace naryad::test {

/// Lets the event loop run until the future has its result; a Cancelled error where it never came.
template <class T> Result<T> settled(const QFuture<Result<T>> &future, int timeoutMs = 20000)
{
    const bool done = QTest::qWaitFor([&future] { return future.isFinished(); }, timeoutMs);
    if (!done || future.resultCount() == 0)
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
