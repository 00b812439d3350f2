#include "api/Service.h"

#include "WrittenId.h"
#include "api/CommandTable.h"

#include <QCoreApplication>

namespace naryad::api {

Service::Service(ReadChannel &reads, WriteChannel &writes)
    : m_reads(reads)
    , m_writes(writes)
{}

QFuture<Result<QString>> Service::send(const WriteRequest &request) const
{
    return m_writes.send(request).then(
        &m_writes, [command = request.command](const Result<Answer> &answer) -> Result<QString> {
            if (!answer)
                return fail(answer.error());
            const QString id = readWrittenId(answer->body);
            const CommandInfo *info = commandInfo(command);
            if (!id.isEmpty() || (info && info->mayAnswerNoId))
                return id;
            Error error;
            error.kind = ErrorKind::Ambiguous;
            error.httpStatus = 200;
            error.asked = command;
            error.place = QStringLiteral("id");
            error.words = QCoreApplication::translate("naryad::api", "The answer has no id in it.");
            return fail(error);
        });
}

} // namespace naryad::api
