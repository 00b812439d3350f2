#include "Readers.h"

#include "ContractorCodec.h"
#include "EquipmentCodec.h"
#include "FieldCodec.h"
#include "Json.h"
#include "ListCodec.h"
#include "TaskCodec.h"
#include "TemplateCodec.h"
#include "Verdict.h"
#include "WrittenId.h"

#include <QJsonArray>
#include <QJsonDocument>
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

/// Larger answers are read only: what Qt's parser and written bodies take beside them is not the program's
/// memory.
constexpr qsizetype Comparable = 64 * 1024;

/// What is to go back is JSON, whatever it was read from.
Complaint writable(const char *reader, const QByteArray &text)
{
    const auto parsed = api::parseJson(text);
    return parsed ? std::nullopt
                  : broken(reader, QStringLiteral("written as ") + QString::fromUtf8(text.left(300)));
}

/// The layer over Qt's parser takes what that takes as one value, and reads the same out of it.
Complaint parserReader(const QByteArray &bytes)
{
    const Result<api::Json> own = api::parseJson(bytes);
    const auto complaint = codec("parser", own);
    if (complaint || bytes.size() > Comparable)
        return complaint;
    const QByteArray text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    QJsonParseError problem;
    const QJsonArray theirs = QJsonDocument::fromJson('[' + text + ']', &problem).array();
    const bool taken = problem.error == QJsonParseError::NoError && theirs.size() == 1;
    if (own.has_value() != taken)
        return broken(
            "parser", taken ? QStringLiteral("refuses JSON") : QStringLiteral("takes what is no JSON"));
    if (own && QByteArray('[' + own->text() + ']') != QJsonDocument(theirs).toJson(QJsonDocument::Compact))
        return broken("parser", QStringLiteral("reads another value"));
    return std::nullopt;
}

Complaint taskReader(const QByteArray &bytes)
{
    const Result<Task> task = api::readTask(bytes, {}, AccountZone());
    if (!task || bytes.size() > Comparable)
        return codec("task", task);
    for (const auto &rows : {task->details, task->report}) {
        for (const FieldRow &row : rows) {
            const auto text = api::writeFieldValue({row.fieldId, row.name, row.typeId, row.value});
            const auto complaint = text ? writable("field value", *text) : Complaint();
            if (complaint)
                return complaint;
        }
    }
    return std::nullopt;
}

Complaint contractorReader(const QByteArray &bytes)
{
    const Result<Contractor> contractor = api::readContractor(bytes, {}, AccountZone());
    if (!contractor || bytes.size() > Comparable)
        return codec("contractor", contractor);
    if (const auto complaint
        = writable("contractor", api::updateContractorBody(contractorBodyOf(*contractor))))
        return complaint;
    return writable("subdivision", api::updateSubdivisionBody(subdivisionBodyOf(*contractor)));
}

Complaint templateReader(const QByteArray &bytes)
{
    const Result<Template> read = api::readTemplate(bytes, {}, AccountZone());
    if (!read || bytes.size() > Comparable)
        return codec("template", read);
    return writable("template", api::updateTemplateBody(templateBodyOf(*read)));
}

Complaint fieldReader(const QByteArray &bytes)
{
    const Result<TemplateField> read = api::readTemplateField(bytes, {});
    if (!read || bytes.size() > Comparable)
        return codec("field", read);
    return writable("field", api::updateFieldBody(templateFieldBodyOf(*read)));
}

Complaint equipmentReader(const QByteArray &bytes)
{
    const Result<Equipment> read = api::readEquipment(bytes, {}, AccountZone());
    if (!read || bytes.size() > Comparable)
        return codec("equipment", read);
    return writable("equipment", api::updateEquipmentBody(equipmentBodyOf(*read)));
}

Complaint foundReader(const QByteArray &bytes)
{
    return judge(
        "contractor found", api::readContractorFound(bytes, QStringLiteral("1"), AccountZone()),
        {ErrorKind::BadAnswer, ErrorKind::NotTheApi, ErrorKind::NotFound});
}

template <class Row, class Read> Complaint pageReader(const char *reader, const QByteArray &bytes, Read read)
{
    const auto page = api::readPage<Row>(bytes, read);
    if (!page)
        return codec(reader, page);
    const bool named
        = std::none_of(page->rows.begin(), page->rows.end(), [](const Row &row) { return row.id.isEmpty(); });
    return named ? std::nullopt : broken(reader, QStringLiteral("a row without an id"));
}

template <class Row, class Number>
Complaint ascending(const char *reader, const Result<QVector<Row>> &rows, Number number)
{
    if (!rows)
        return codec(reader, rows);
    const bool sorted
        = std::is_sorted(rows->begin(), rows->end(), [&number](const Row &left, const Row &right) {
              return number(left) < number(right);
          });
    return sorted ? std::nullopt : broken(reader, QStringLiteral("not ascending"));
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
    const api::Asked asked{
        QStringLiteral("get-task"), {QUrl(QStringLiteral("https://a.mobiforce.ru")), {}}, true};
    const auto read = [&](int status, Kinds kinds) {
        return judge("read", api::judgeRead(outcomeOf(bytes, status), asked), kinds);
    };
    const auto write = [&](int status, Kinds kinds) {
        return judge("write", api::judgeWrite(outcomeOf(bytes, status), 1, asked), kinds);
    };
    const Kinds readOk{ErrorKind::BadAnswer, ErrorKind::NotTheApi, ErrorKind::Refused, ErrorKind::NotFound};
    if (bytes.size() > Comparable)
        return read(200, readOk);
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

using Reader = Complaint (*)(const QByteArray &);

/// One line a reader; all get all bytes.
const Reader Readers[] = {
    parserReader,
    taskReader,
    contractorReader,
    foundReader,
    templateReader,
    fieldReader,
    equipmentReader,
    judges,
    [](const QByteArray &b) { return codec("person", api::readPerson(b, {}, AccountZone())); },
    [](const QByteArray &b) { return codec("phone", api::readPhone(b, {}, AccountZone())); },
    [](const QByteArray &b) { return pageReader<NamedRef>("list", b, api::readNamedRow); },
    [](const QByteArray &b) {
        return pageReader<ContractorListItem>("contractor list", b, api::readContractorListItem);
    },
    [](const QByteArray &b) { return pageReader<Employee>("employee list", b, api::readEmployee); },
    [](const QByteArray &b) {
        return ascending(
            "updates", api::readUpdates(b, AccountZone()), [](const auto &row) { return row.usn; });
    },
    [](const QByteArray &b) {
        return ascending("task events", api::readTaskEvents(b), [](const auto &row) { return row.id; });
    },
    [](const QByteArray &b) {
        const QString id = api::readWrittenId(b);
        return id.contains(QChar(0)) && !b.contains('\\') && !b.contains('\0') ? broken("id", id)
                                                                               : Complaint();
    },
};

} // namespace

std::optional<QString> complaintAbout(const QByteArray &bytes)
{
    for (const Reader reader : Readers) {
        if (const auto complaint = reader(bytes))
            return complaint;
    }
    return std::nullopt;
}

} // namespace naryad::fuzz
