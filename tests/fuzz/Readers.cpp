#include "Readers.h"

#include "ContractorCodec.h"
#include "FieldCodec.h"
#include "JsonRead.h"
#include "ListCodec.h"
#include "TaskCodec.h"
#include "TemplateCodec.h"
#include "Verdict.h"

#include <QUrl>

#include <algorithm>
#include <initializer_list>

namespace naryad::fuzz {

namespace {

using api::HttpOutcome;
using Complaint = std::optional<QString>;
using Kinds = std::initializer_list<ErrorKind>;

Complaint broken(const char *reader, const QString &what)
{
    return QString(QString::fromLatin1(reader) + QStringLiteral(": ") + what);
}

template <class T> Complaint judge(const char *reader, const Result<T> &result, Kinds allowed)
{
    if (result)
        return std::nullopt;
    const Error &error = result.error();
    if (std::find(allowed.begin(), allowed.end(), error.kind) == allowed.end())
        return broken(reader, QStringLiteral("an error of kind ") + toName(error.kind));
    if (describe(error).isEmpty())
        return broken(reader, QStringLiteral("an error without words"));
    return std::nullopt;
}

/// A codec may say nothing but that the answer is bad.
template <class T> Complaint codec(const char *reader, const Result<T> &result)
{
    return judge(reader, result, {ErrorKind::BadAnswer, ErrorKind::NotTheApi});
}

Complaint writable(const QVector<FieldRow> &rows)
{
    for (const FieldRow &row : rows) {
        const auto text = api::writeFieldValue({row.fieldId, row.name, row.typeId, row.value});
        if (text && !api::parseAnswer(*text))
            return broken("field value", QString(QStringLiteral("written as ") + QString::fromUtf8(*text)));
        if (row.value.displayText().isNull() && row.value.kind() == FieldValue::Kind::Number)
            return broken("field value", QStringLiteral("a number without digits"));
    }
    return std::nullopt;
}

Complaint taskReader(const QByteArray &bytes)
{
    const Result<Task> task = api::readTask(bytes, {}, AccountZone());
    if (const auto complaint = codec("task", task))
        return complaint;
    if (!task)
        return std::nullopt;
    if (const auto complaint = writable(task->details))
        return complaint;
    return writable(task->report);
}

template <class Row, class Read> Complaint pageReader(const char *reader, const QByteArray &bytes, Read read)
{
    const auto page = api::readPage<Row>(bytes, read);
    if (page) {
        for (const Row &row : page->rows) {
            if (row.id.isEmpty())
                return broken(reader, QStringLiteral("a row without an id"));
        }
    }
    return codec(reader, page);
}

Complaint updateReader(const QByteArray &bytes)
{
    const auto updates = api::readUpdates(bytes, AccountZone());
    if (updates && !std::is_sorted(updates->begin(), updates->end(), [](const auto &left, const auto &right) {
            return left.usn < right.usn;
        }))
        return broken("updates", QStringLiteral("not ascending"));
    return codec("updates", updates);
}

HttpOutcome outcomeOf(const QByteArray &bytes, int status)
{
    HttpOutcome outcome;
    outcome.status = status;
    outcome.body = bytes;
    return outcome;
}

/// Whatever the body says: a status decides what it can mean at most, and a write is "refused" by a 400 only.
Complaint judges(const QByteArray &bytes)
{
    const api::Asked asked{QStringLiteral("get-task"), {QUrl(QStringLiteral("https://a.mobiforce.ru")), {}}, true};
    const auto read = [&](int status, Kinds kinds) {
        return judge("read", api::judgeRead(outcomeOf(bytes, status), asked), kinds);
    };
    const auto write = [&](int status, Kinds kinds) {
        return judge("write", api::judgeWrite(outcomeOf(bytes, status), 1, asked), kinds);
    };
    const Kinds readOk{ErrorKind::BadAnswer, ErrorKind::NotTheApi, ErrorKind::Refused, ErrorKind::NotFound};
    for (const Complaint &complaint :
         {read(200, readOk), read(400, {ErrorKind::NotTheApi, ErrorKind::Refused, ErrorKind::NotFound}),
          read(401, {ErrorKind::KeyRefused}), read(502, {ErrorKind::NotTheApi}),
          write(200, {ErrorKind::Ambiguous}), write(400, {ErrorKind::Ambiguous, ErrorKind::Refused}),
          write(502, {ErrorKind::Ambiguous})}) {
        if (complaint)
            return complaint;
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> complaintAbout(const QByteArray &bytes)
{
    const auto complaints = {
        +[](const QByteArray &body) { return codec("parser", api::parseAnswer(body)); },
        +[](const QByteArray &body) { return taskReader(body); },
        +[](const QByteArray &body) { return codec("contractor", api::readContractor(body, {})); },
        +[](const QByteArray &body) { return codec("template", api::readTemplate(body, {})); },
        +[](const QByteArray &body) { return codec("field", api::readTemplateField(body, {})); },
        +[](const QByteArray &body) { return pageReader<NamedRef>("list", body, api::readNamedRow); },
        +[](const QByteArray &body) {
            return pageReader<ContractorListItem>("contractor list", body, api::readContractorListItem);
        },
        +[](const QByteArray &body) { return pageReader<Employee>("employee list", body, api::readEmployee); },
        +[](const QByteArray &body) { return updateReader(body); },
        +[](const QByteArray &body) {
            api::readWrittenId(body);
            return Complaint();
        },
        +[](const QByteArray &body) { return judges(body); },
    };
    for (const auto complaint : complaints) {
        if (const auto found = complaint(bytes))
            return found;
    }
    return std::nullopt;
}

} // namespace naryad::fuzz
