#include "templates/TemplateDoc.h"

#include "core/CommandKinds.h"
#include "core/Serial.h"
#include "core/TemplateDifference.h"

#include <QJsonArray>
#include <QUuid>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

bool takeId(ObjectRef &ref, const TemplateStock &stock)
{
    const QString id = ref.isLocal() ? stock.idByToken.value(ref.token) : QString();
    if (id.isEmpty())
        return false;
    ref = {id, {}};
    return true;
}

bool takeIds(QVector<TemplateRow> &rows, const TemplateStock &stock)
{
    bool any = false;
    for (TemplateRow &row : rows) {
        const QString id = stock.idByToken.value(localToken(row.fieldId));
        if (localToken(row.fieldId).isEmpty() || id.isEmpty())
            continue;
        row.fieldId = id;
        any = true;
    }
    return any;
}

} // namespace

QString freshToken()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

TemplateDoc docOf(const Template &value)
{
    const TemplateBody body = templateBodyOf(value);
    return {refOf(value.id), body, body, {}};
}

FieldDoc docOf(const TemplateField &value)
{
    const TemplateFieldBody body = templateFieldBodyOf(value);
    return {refOf(value.id), body, body};
}

QJsonObject formOf(const TemplateDoc &doc)
{
    if (differenceOf(doc.base, doc.body).isEmpty() && doc.duration.isEmpty())
        return {};
    QJsonArray made;
    for (const NewField &field : doc.made)
        made.append(QJsonObject{{u"token"_s, field.token}, {u"body"_s, serial::toJson(field.body)}});
    return {
        {u"base"_s, serial::toJson(doc.base)},
        {u"body"_s, serial::toJson(doc.body)},
        {u"made"_s, made},
        {u"token"_s, doc.token},
        {u"duration"_s, doc.duration}};
}

QJsonObject formOf(const FieldDoc &doc)
{
    if (differenceOf(doc.base, doc.body).isEmpty())
        return {};
    return {
        {u"base"_s, serial::toJson(doc.base)},
        {u"body"_s, serial::toJson(doc.body)},
        {u"token"_s, doc.token}};
}

TemplateDoc templateDocOf(const Draft &draft)
{
    TemplateDoc doc;
    doc.object = draft.task;
    doc.base = serial::templateBodyFromJson(draft.form.value(u"base"_s).toObject());
    doc.body = serial::templateBodyFromJson(draft.form.value(u"body"_s).toObject());
    doc.duration = draft.form.value(u"duration"_s).toString();
    doc.token = draft.form.value(u"token"_s).toString();
    const QJsonArray made = draft.form.value(u"made"_s).toArray();
    for (const QJsonValue one : made) {
        doc.made.append(
            {one[u"token"].toString(), serial::templateFieldBodyFromJson(one[u"body"].toObject())});
    }
    return doc;
}

FieldDoc fieldDocOf(const Draft &draft)
{
    return {
        draft.task, serial::templateFieldBodyFromJson(draft.form.value(u"base"_s).toObject()),
        serial::templateFieldBodyFromJson(draft.form.value(u"body"_s).toObject()),
        draft.form.value(u"token"_s).toString()};
}

bool takeIds(TemplateDoc &doc, const TemplateStock &stock)
{
    bool any = takeId(doc.object, stock);
    for (TemplateBody *body : {&doc.base, &doc.body}) {
        any |= takeIds(body->details, stock);
        any |= takeIds(body->report, stock);
    }
    any |= doc.made.removeIf([&stock](const NewField &field) {
        return stock.idByToken.contains(field.token) || stock.findField(localId(field.token));
    }) > 0;
    return any;
}

bool takeIds(FieldDoc &doc, const TemplateStock &stock)
{
    return takeId(doc.object, stock);
}

} // namespace naryad::ui
