#include "Company.h"
#include "Handlers.h"
#include "Strict.h"

namespace naryad::sandbox {

namespace {

Reply noSuchModel()
{
    return refuse(Code::NotFound, u(u"Модель не найдена"));
}

void readModel(Strict &in, const Company &company, StoredModel &model, bool isNew)
{
    in.only({"name", "type", "manufacture"});
    model.name = in.name("name", isNew, model.name);
    model.typeId = in.ref("type", model.typeId);
    if (model.typeId != 0 && !byId(company.catalogue().equipmentTypes, model.typeId))
        in.refuse(Code::NotFound, u(u"Тип оборудования не найден"));
    model.makerId = in.ref("manufacture", model.makerId);
    if (model.makerId != 0 && !byId(company.catalogue().makers, model.makerId))
        in.refuse(Code::NotFound, u(u"Производитель не найден"));
}

} // namespace

Reply createEquipmentModel(Company &company, const Ask &ask)
{
    Strict in(ask.body);
    StoredModel model;
    readModel(in, company, model, true);
    if (in.isRefused())
        return in.refusal();
    model.id = company.nextId();
    company.keep(model);
    return madeObject(model.id);
}

Reply updateEquipmentModel(Company &company, const Ask &ask)
{
    auto model = company.models().find(ask.id);
    if (!model)
        return noSuchModel();
    Strict in(ask.body, omitted(company.options()));
    readModel(in, company, *model, false);
    if (in.isRefused())
        return in.refusal();
    company.keep(*model);
    return bareText(model->id);
}

Reply getEquipmentModelList(Company &company, const Ask &ask)
{
    const auto &all = company.models();
    return page(ask, all.size(), [&all](qint64 place) {
        const auto model = all.find(all.idAt(place));
        return named(model->id, model->name);
    });
}

/// One that a piece of equipment has stays.
Reply deleteEquipmentModel(Company &company, const Ask &ask)
{
    if (!company.models().contains(ask.id))
        return noSuchModel();
    if (const auto refused = refuseBody(ask))
        return *refused;
    if (company.isModelUsed(ask.id))
        return refuse(Code::InUse, u(u"Модель используется в оборудовании"));
    company.removeModel(ask.id);
    return bareNumber(ask.id);
}

} // namespace naryad::sandbox
