#include "TemplateCodec.h"

#include "FieldCodec.h"
#include "JsonRead.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <limits>

namespace naryad::api {

namespace {

/// "#rrggbb" in lower case, also from "rrggbb" and "#rgb"; empty for anything else.
QString readColour(const QJsonValue &value)
{
    static const QRegularExpression six(QStringLiteral("^#?([0-9a-f]{6})$"));
    static const QRegularExpression three(QStringLiteral("^#([0-9a-f])([0-9a-f])([0-9a-f])$"));
    const QString text = readText(value).trimmed().toLower();
    if (const auto match = six.match(text); match.hasMatch())
        return QLatin1Char('#') + match.captured(1);
    if (const auto match = three.match(text); match.hasMatch()) {
        QString colour = QStringLiteral("#");
        for (int i = 1; i <= 3; ++i)
            colour += match.captured(i) + match.captured(i);
        return colour;
    }
    return {};
}

Result<QVector<TemplateRow>> readTemplateRows(const QJsonValue &value, const QString &place)
{
    const auto rows = readRows(value, place);
    if (!rows)
        return fail(rows.error());
    QVector<TemplateRow> result;
    result.reserve(rows->size());
    for (const QJsonObject &row : *rows) {
        const RowHead head = readRowHead(row);
        result.append(
            {head.rowId,
             head.fieldId,
             head.name,
             head.typeId,
             head.parent,
             head.visibleToMobile,
             head.required,
             {}});
    }
    return result;
}

/// The object of an answer about one thing with an id and a name, checked against what was asked.
Result<QJsonObject> readNamedObject(const QByteArray &body, const QString &askedId, QString &id)
{
    const Result<QJsonValue> root = parseAnswer(body);
    if (!root)
        return fail(root.error());
    const QJsonObject json = root->toObject();
    if (firstOf(json, {"id", "name"}).isUndefined())
        return badAnswer(
            QString(), QCoreApplication::translate("naryad::api", "Neither an id nor a name is in it."));
    id = readId(json.value(QLatin1String("id")));
    if (id.isEmpty())
        id = askedId;
    if (!askedId.isEmpty() && id != askedId)
        return badAnswer(
            QStringLiteral("id"), QCoreApplication::translate("naryad::api", "This is another object."));
    return json;
}

} // namespace

Result<Template> readTemplate(const QByteArray &body, const QString &askedId, const AccountZone &)
{
    Template result;
    const auto json = readNamedObject(body, askedId, result.id);
    if (!json)
        return fail(json.error());
    result.name = readText(json->value(QLatin1String("name")));
    result.colour = readColour(firstOf(*json, {"color", "colour"}));
    result.visitDay = readRef(json->value(QLatin1String("visit")));
    const auto seconds = readInteger(firstOf(*json, {"visitDuration", "visit_duration"}));
    if (seconds && *seconds >= 0 && *seconds <= std::numeric_limits<int>::max())
        result.visitDurationSeconds = static_cast<int>(*seconds);
    const auto details = readTemplateRows(json->value(QLatin1String("props")), QStringLiteral("props"));
    if (!details)
        return fail(details.error());
    result.details = *details;
    const auto report
        = readTemplateRows(json->value(QLatin1String("checklist")), QStringLiteral("checklist"));
    if (!report)
        return fail(report.error());
    result.report = *report;
    return result;
}

Result<TemplateField> readTemplateField(const QByteArray &body, const QString &askedId)
{
    TemplateField field;
    const auto json = readNamedObject(body, askedId, field.id);
    if (!json)
        return fail(json.error());
    field.name = readText(json->value(QLatin1String("name")));
    field.typeId = readId(json->value(QLatin1String("type"))).toInt();
    const auto rows = readRows(firstOf(*json, {"valueList", "selectionValues"}), QStringLiteral("valueList"));
    if (!rows)
        return fail(rows.error());
    for (const QJsonObject &row : *rows) {
        field.values.append(
            {readId(row.value(QLatin1String("id"))),
             readText(row.value(QLatin1String("name"))),
             readFlag(row.value(QLatin1String("deleted"))).value_or(false),
             {}});
    }
    return field;
}

} // namespace naryad::api
