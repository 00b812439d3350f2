#include "Session.h"

namespace naryad::contract {

namespace {

Known<NamedRef> reference(const QString &id)
{
    return id.isEmpty() ? Known<NamedRef>() : Known<NamedRef>::fromHere({id, QString()});
}

/// Makes a model, and changes its name before it is listed: no command reads one.
NamedRef makeModel(Session &s)
{
    EquipmentModelBody body{s.name(QStringLiteral("model"))};
    const auto id = s.ask(s.equipment.createModel(body));
    if (!s.report.took("create-equipment-model", id))
        return {};
    const auto page = [&s](int number) { return s.equipment.modelPage(number); };
    const auto listed = s.mustList<NamedRef>("get-equipment-model-list", *id, page);
    if (listed)
        s.report.holds(
            "create-equipment-model", same(body.name, listed->name),
            unlike(QStringLiteral("name"), body.name, listed->name));
    body.name = s.name(QStringLiteral("model, changed"));
    if (s.report.took("update-equipment-model", s.ask(s.equipment.updateModel(*id, body)))) {
        const auto changed = s.mustList<NamedRef>("get-equipment-model-list", *id, page);
        if (changed)
            s.report.holds(
                "update-equipment-model", same(body.name, changed->name),
                unlike(QStringLiteral("name"), body.name, changed->name));
    }
    return {*id, body.name};
}

void compareEquipment(
    Session &s, const char *command, const EquipmentBody &written, const QString &modelName,
    const Equipment &read)
{
    const auto holds
        = [&](bool condition, const QString &otherwise) { s.report.holds(command, condition, otherwise); };
    holds(
        same(written.serialNumber, read.serialNumber),
        unlike(QStringLiteral("serialNumber"), written.serialNumber, read.serialNumber));
    if (written.model.isKnown()) {
        holds(
            read.model.value.id == written.model.value.id,
            unlike(QStringLiteral("model"), written.model.value.id, read.model.value.id));
        holds(
            same(modelName, read.model.value.name),
            unlike(QStringLiteral("model's name"), modelName, read.model.value.name));
    }
    if (written.contractor.isKnown())
        holds(
            read.contractor.value.id == written.contractor.value.id,
            unlike(QStringLiteral("contractor"), written.contractor.value.id, read.contractor.value.id));
}

void deleteEquipment(Session &s, const QString &id)
{
    if (!s.report.took("delete-equipment", s.ask(s.equipment.deleteEquipment(id))))
        return;
    if (Session::isGone(s.ask(s.equipment.equipment(id))))
        return;
    const auto found = s.look<NamedRef>(id, [&s](int page) { return s.equipment.equipmentPage(page); });
    s.report.holds("delete-equipment", found && !found->row, QStringLiteral("it is still read and listed"));
}

} // namespace

void checkEquipment(Session &s)
{
    const NamedRef model = makeModel(s);
    EquipmentBody body;
    body.serialNumber = s.code(QStringLiteral("serial"));
    body.model = reference(model.id);
    body.contractor = reference(s.made.contractor);
    const auto id = s.ask(s.equipment.createEquipment(body));
    if (s.report.took("create-equipment", id)) {
        const auto read = s.ask(s.equipment.equipment(*id));
        if (s.report.took("get-equipment", read))
            compareEquipment(s, "get-equipment", body, model.name, read->value);
        const auto listed = s.mustList<NamedRef>(
            "get-equipment-list", *id, [&s](int page) { return s.equipment.equipmentPage(page); });
        if (listed)
            s.report.holds(
                "get-equipment-list", same(body.serialNumber, listed->name),
                unlike(QStringLiteral("name"), body.serialNumber, listed->name));
        body.serialNumber = s.code(QStringLiteral("serial-changed"));
        if (s.report.took("update-equipment", s.ask(s.equipment.updateEquipment(*id, body)))) {
            const auto after = s.ask(s.equipment.equipment(*id));
            if (s.report.took("get-equipment", after))
                compareEquipment(s, "update-equipment", body, model.name, after->value);
        }
        deleteEquipment(s, *id);
    }
    if (model.isNothing()
        || !s.report.took("delete-equipment-model", s.ask(s.equipment.deleteModel(model.id))))
        return;
    const auto left = s.look<NamedRef>(model.id, [&s](int page) { return s.equipment.modelPage(page); });
    s.report.holds("delete-equipment-model", left && !left->row, QStringLiteral("it is still listed"));
}

} // namespace naryad::contract
