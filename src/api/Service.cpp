#include "api/Service.h"

#include "WrittenId.h"
#include "api/CommandTable.h"

#include <QCoreApplication>

namespace naryad::api {

namespace {

/// A bare number shows no end, and chunks cut short are at times reported as whole. Of an object the id is
/// known.
bool isAnothersNumber(const QByteArray &body, const QString &id, const QString &asked)
{
    const QByteArray text = body.trimmed();
    const bool bare = !text.isEmpty() && text.front() >= '0' && text.front() <= '9';
    return bare && !asked.isEmpty() && id != asked;
}

} // namespace

Service::Service(ReadChannel &reads, WriteChannel &writes)
    : m_reads(reads)
    , m_writes(writes)
{}

QFuture<Result<QString>> Service::send(const WriteRequest &request) const
{
    return m_writes.send(request).then(
        &m_writes,
        [command = request.command, asked = request.query.queryItemValue(QStringLiteral("id"))](
            const Result<Answer> &answer) -> Result<QString> {
            if (!answer)
                return fail(answer.error());
            const QString id = readWrittenId(answer->body);
            const CommandInfo *info = commandInfo(command);
            const bool another = isAnothersNumber(answer->body, id, asked);
            if (!another && (!id.isEmpty() || (info && info->mayAnswerNoId)))
                return id;
            Error error;
            error.kind = ErrorKind::Ambiguous;
            error.httpStatus = 200;
            error.asked = command;
            error.place = QStringLiteral("id");
            if (!another)
                error.words = QCoreApplication::translate("naryad::api", "The answer has no id in it.");
            return fail(error);
        });
}

} // namespace naryad::api
