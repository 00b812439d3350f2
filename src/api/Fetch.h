#pragma once

#include "ListCodec.h"
#include "api/ReadChannel.h"
#include "api/Snapshot.h"

#include <QFutureWatcher>

namespace naryad::api {

/// Asks and decodes. Cancelling the future that is returned aborts the request, too: a continuation's own
/// cancelling does not travel up by itself. `decode` takes the body and gives Result<T>; `judge` may make of
/// the channel's error what this command means by it.
template <class T, class Decode, class Judge>
QFuture<Result<T>> fetch(ReadChannel &reads, const ReadRequest &request, Decode decode, Judge judge)
{
    QFuture<Result<Answer>> root = reads.get(request);
    QFuture<Result<T>> decoded = root.then(
        &reads, [decode, judge, command = request.command](const Result<Answer> &answer) -> Result<T> {
            if (!answer)
                return fail(judge(answer.error()));
            Result<T> value = decode(answer->body);
            if (!value) {
                Error error = value.error();
                error.asked = command;
                error.httpStatus = 200;
                return fail(error);
            }
            return value;
        });
    auto *watcher = new QFutureWatcher<Result<T>>(&reads);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, watcher, [root]() mutable { root.cancel(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(decoded);
    return decoded;
}

template <class T, class Decode>
QFuture<Result<T>> fetch(ReadChannel &reads, const ReadRequest &request, Decode decode)
{
    return fetch<T>(reads, request, decode, [](const Error &error) { return error; });
}

/// Asks for one object; `decode` gives Result<T>. The raw answer is kept beside it.
template <class T, class Decode>
QFuture<Result<Snapshot<T>>> fetchObject(ReadChannel &reads, const ReadRequest &request, Decode decode)
{
    return fetch<Snapshot<T>>(reads, request, [decode](const QByteArray &body) -> Result<Snapshot<T>> {
        return decode(body).map([&body](const T &value) { return Snapshot<T>{value, body}; });
    });
}

/// Asks for a page of a list whose rows `readRow` reads.
template <class T, class ReadRow>
QFuture<Result<Page<T>>> fetchPage(ReadChannel &reads, const ReadRequest &request, ReadRow readRow)
{
    return fetch<Page<T>>(
        reads, request, [readRow](const QByteArray &body) { return readPage<T>(body, readRow); });
}

inline ReadRequest pageRequest(const char *command, int page, bool foreground = false)
{
    ReadRequest request{QString::fromLatin1(command), {}, foreground, true};
    request.query.addQueryItem(QStringLiteral("page"), QString::number(page));
    return request;
}

inline ReadRequest idRequest(const char *command, const QString &id, bool foreground)
{
    ReadRequest request{QString::fromLatin1(command), {}, foreground, true};
    request.query.addQueryItem(QStringLiteral("id"), id);
    return request;
}

} // namespace naryad::api
