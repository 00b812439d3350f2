#include "Company.h"
#include "FieldJson.h"
#include "Handlers.h"
#include "Strict.h"

#include <algorithm>

namespace naryad::sandbox {

namespace {

Reply noSuchField()
{
    return refuse(Code::NotFound, u(u"Поле не найдено"));
}

/// `{id}`, and in an update `{id, name}`, of which the id decides.
int readType(Strict &in, bool isNew, int before)
{
    if (!in.has("type")) {
        if (isNew)
            in.refuse(Code::MissingKey, u(u"Не указано обязательное поле: type"));
        return before;
    }
    Strict type = in.object("type");
    if (isNew)
        type.only({"id"});
    else
        type.only({"id", "name"});
    const qint64 id = type.id("id");
    type.text("name");
    if (id < Text || id > Signature)
        type.refuseValue("id", u(u"неизвестный тип поля"));
    return static_cast<int>(id);
}

void refuseStrayOptions(Strict &in, int type)
{
    if (type != List && in.has("valueList"))
        in.refuseValue("valueList", u(u"применяется только для типа 5"));
}

QVector<StoredOption> readNewOptions(Strict &in)
{
    QVector<StoredOption> options;
    QVector<Strict> given = in.list("valueList");
    for (Strict &one : given) {
        one.only({"name"});
        options.append({0, one.name("name", true), false});
    }
    return options;
}

/// In the order given: with an id an option the field has, without one a new option. What the list doesn't
/// name stays behind it where omitting keeps, and is removed (as `deleted` does) where it empties.
QVector<StoredOption> readOptions(Strict &in, QVector<StoredOption> before, Omitted omitted)
{
    QVector<StoredOption> options;
    QVector<Strict> given = in.list("valueList");
    for (Strict &one : given) {
        one.only({"id", "deleted", "name"});
        const qint64 id = one.id("id");
        const auto known = std::find_if(
            before.begin(), before.end(), [id](const StoredOption &option) { return option.id == id; });
        const bool isNew = !one.has("id");
        if (!isNew && known == before.end()) {
            one.refuseValue("id", u(u"нет такого значения списка"));
            return options;
        }
        const StoredOption old = isNew ? StoredOption() : *known;
        options.append({id, one.name("name", isNew, old.name), one.flag("deleted", old.deleted)});
        if (!isNew)
            before.erase(known); // so that the same id given twice is refused
    }
    for (StoredOption &left : before) {
        left.deleted = left.deleted || omitted == Omitted::Empties;
        options.append(left);
    }
    return options;
}

void giveIds(Company &company, QVector<StoredOption> &options)
{
    for (StoredOption &option : options) {
        if (option.id == 0)
            option.id = company.nextId();
    }
}

} // namespace

Reply createTemplateField(Company &company, const Ask &ask)
{
    Strict in(ask.body);
    in.only({"name", "type", "valueList"});
    StoredField field;
    field.name = in.name("name", true);
    field.type = readType(in, true, 0);
    refuseStrayOptions(in, field.type);
    field.options = readNewOptions(in);
    if (in.isRefused())
        return in.refusal();
    field.id = company.nextId();
    giveIds(company, field.options);
    company.keep(field);
    return madeObject(field.id);
}

/// The type of a field in use stays: the values it has in tasks would fit no longer.
Reply updateTemplateField(Company &company, const Ask &ask)
{
    auto field = company.fields().find(ask.id);
    if (!field)
        return noSuchField();
    Strict in(ask.body, omitted(company.options()));
    in.only({"name", "type", "valueList"});
    field->name = in.name("name", false, field->name);
    const int type = readType(in, false, field->type);
    refuseStrayOptions(in, type);
    if (type != field->type && company.isFieldUsed(field->id))
        in.refuse(Code::InUse, u(u"Нельзя изменить тип используемого поля"));
    field->type = type;
    if (type != List)
        field->options.clear();
    else if (in.has("valueList") || !company.options().omittedKeep)
        field->options = readOptions(in, field->options, omitted(company.options()));
    if (in.isRefused())
        return in.refusal();
    giveIds(company, field->options);
    company.keep(*field);
    return bareText(field->id);
}

Reply getTemplateField(Company &company, const Ask &ask)
{
    const auto field = company.fields().find(ask.id);
    return field ? ok(fieldJson(*field)) : noSuchField();
}

Reply getTemplateFieldList(Company &company, const Ask &ask)
{
    const auto &all = company.fields();
    return page(ask, all.size(), [&all](qint64 place) {
        const auto field = all.find(all.idAt(place));
        return named(field->id, field->name);
    });
}

/// What is in use is not deleted: the document only says that an error may come instead of the id.
Reply deleteTemplateField(Company &company, const Ask &ask)
{
    if (!company.fields().contains(ask.id))
        return noSuchField();
    if (const auto refused = refuseBody(ask))
        return *refused;
    if (company.isFieldUsed(ask.id))
        return refuse(Code::InUse, u(u"Поле используется в шаблонах или задачах"));
    company.removeField(ask.id);
    return bareNumber(ask.id);
}

} // namespace naryad::sandbox
