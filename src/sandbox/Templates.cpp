#include "Company.h"
#include "FieldJson.h"
#include "Handlers.h"
#include "Strict.h"

#include <QRegularExpression>

#include <algorithm>

namespace naryad::sandbox {

namespace {

Reply noSuchTemplate()
{
    return refuse(Code::NotFound, u(u"Шаблон не найден"));
}

QString readColour(Strict &in, const QString &before)
{
    static const QRegularExpression form(QStringLiteral("^#[0-9a-fA-F]{6}$"));
    const QString colour = in.text("color", before);
    if (!colour.isEmpty() && !form.match(colour).hasMatch())
        in.refuseValue("color", u(u"ожидается цвет вида #rrggbb"));
    return colour.isEmpty() ? QStringLiteral("#ffffff") : colour.toLower();
}

/// Both flags are documented, each in one of the lists, and read back in both: so both are taken in both.
/// null is how the samples show a report's `visibleToMobile`. A row of a field that was there keeps its id.
Row readRow(Strict &in, const Company &company, const QVector<Row> &before, bool isReport)
{
    in.only({"visibleToMobile", "required", "field"});
    const qint64 fieldId = in.requiredRef("field");
    const auto old = std::find_if(before.begin(), before.end(), [fieldId](const Row &candidate) {
        return candidate.fieldId == fieldId;
    });
    Row row = old == before.end() ? Row() : *old;
    if (!company.fields().contains(fieldId))
        in.refuse(Code::NotFound, u(u"Поле не найдено: ") + QString::number(fieldId));
    row.fieldId = fieldId;
    row.required = in.flag("required");
    if (in.value("visibleToMobile").isNull())
        row.visible = QJsonValue();
    else
        row.visible
            = in.has("visibleToMobile") || !isReport ? QJsonValue(in.flag("visibleToMobile")) : QJsonValue();
    return row;
}

QVector<Row> readRows(Strict &in, const char *name, const Company &company, const QVector<Row> &before)
{
    const bool isReport = qstrcmp(name, "checklist") == 0;
    // The document's body shows `checklist` as a single object, its answer as an array: both pass.
    QVector<Strict> given;
    if (isReport && in.value(name).isObject())
        given.append(in.object(name));
    else
        given = in.list(name);
    QVector<Row> rows;
    for (Strict &one : given) {
        const Row row = readRow(one, company, before, isReport);
        const bool isTwice = std::any_of(
            rows.begin(), rows.end(), [&row](const Row &other) { return other.fieldId == row.fieldId; });
        if (isTwice)
            one.refuseValue("field", u(u"поле указано дважды"));
        rows.append(row);
    }
    return rows;
}

void readTemplate(Strict &in, const Company &company, StoredTemplate &made, bool isNew)
{
    in.only({"color", "name", "visit", "visitDuration", "props", "checklist"});
    made.name = in.name("name", isNew, made.name);
    made.colour = readColour(in, made.colour);
    made.visit = in.ref("visit", made.visit);
    if (made.visit != 0 && !byId(company.catalogue().visits, made.visit))
        in.refuseValue("visit", u(u"неизвестный день назначения"));
    made.duration = in.whole("visitDuration", made.duration);
    // The lists are whole: a row they don't name goes.
    if (in.has("props") || !company.options().omittedKeep)
        made.props = readRows(in, "props", company, made.props);
    if (in.has("checklist") || !company.options().omittedKeep)
        made.checklist = readRows(in, "checklist", company, made.checklist);
}

void giveIds(Company &company, StoredTemplate &made)
{
    for (QVector<Row> *rows : {&made.props, &made.checklist}) {
        for (Row &row : *rows) {
            if (row.id == 0)
                row.id = company.nextId();
            // A section that went takes nobody along.
            const bool hasParent = std::any_of(rows->begin(), rows->end(), [&row](const Row &other) {
                return other.fieldId == row.parentFieldId;
            });
            if (!hasParent)
                row.parentFieldId = 0;
        }
    }
}

} // namespace

Reply createTemplate(Company &company, const Ask &ask)
{
    Strict in(ask.body);
    StoredTemplate made;
    readTemplate(in, company, made, true);
    if (in.isRefused())
        return in.refusal();
    made.id = company.nextId();
    made.createdAt = company.nowSeconds();
    giveIds(company, made);
    company.keep(made);
    return madeObject(made.id);
}

Reply updateTemplate(Company &company, const Ask &ask)
{
    auto made = company.templates().find(ask.id);
    if (!made)
        return noSuchTemplate();
    Strict in(ask.body, omitted(company.options()));
    readTemplate(in, company, *made, false);
    if (in.isRefused())
        return in.refusal();
    giveIds(company, *made);
    company.keep(*made);
    return bareText(made->id);
}

Reply getTemplate(Company &company, const Ask &ask)
{
    const auto made = company.templates().find(ask.id);
    return made ? ok(templateJson(company, *made, company.options().fullTasks)) : noSuchTemplate();
}

Reply getTemplateList(Company &company, const Ask &ask)
{
    const auto &all = company.templates();
    return page(ask, all.size(), [&all](qint64 place) {
        const auto made = all.find(all.idAt(place));
        return named(made->id, made->name);
    });
}

/// The object printed under this heading ("to", "field", …) belongs to add-template-fields-to-task; the text
/// says that the id comes back.
Reply deleteTemplate(Company &company, const Ask &ask)
{
    if (!company.templates().contains(ask.id))
        return noSuchTemplate();
    if (const auto refused = refuseBody(ask))
        return *refused;
    if (company.isTemplateUsed(ask.id))
        return refuse(Code::InUse, u(u"По шаблону есть задачи или подразделения"));
    company.removeTemplate(ask.id);
    return bareNumber(ask.id);
}

} // namespace naryad::sandbox
