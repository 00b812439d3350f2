#include "CommandSamples.h"

namespace naryad::test {

namespace {

QString said(const char *text)
{
    return QString::fromLatin1(text);
}

Known<Address> address(const char *text)
{
    Address address;
    address.text = said(text);
    address.latitude = said("55.75");
    address.longitude = said("37.61");
    return Known<Address>::fromHere(address);
}

TaskBody taskBody(const World &w, const QString &number)
{
    TaskBody body;
    body.number = number;
    body.taskTemplate = {w.taskTemplate, said("template")};
    body.contractor = reference(w.contractor);
    body.address = address("Lenina 1");
    body.plannedStart = QDateTime({2026, 12, 1}, {9, 0}, Qt::UTC);
    body.plannedEnd = QDateTime({2026, 12, 1}, {10, 0}, Qt::UTC);
    body.details = {{w.textField, said("text"), 1, FieldValue::text(said("as said"))}};
    return body;
}

SubdivisionBody subdivisionBody(const World &w, const QString &name)
{
    SubdivisionBody body;
    body.contractorId = w.contractor;
    body.externalId = said("external 3");
    body.name = name;
    body.address = address("Lenina 3");
    return body;
}

TemplateBody templateBody(const World &w, const QString &name)
{
    TemplateRow row;
    row.fieldId = w.textField;
    row.name = said("text");
    row.visibleToMobile = true;
    row.required = false;
    TemplateBody body;
    body.name = name;
    body.colour = said("#336699");
    body.visitDay = {said("2"), QString()};
    body.visitDurationSeconds = 3600;
    body.details = {row};
    return body;
}

ObjectRef ref(const QString &id)
{
    return {id, {}};
}

} // namespace

Known<NamedRef> reference(const QString &id)
{
    return Known<NamedRef>::fromHere({id, QString()});
}

ContractorBody contractorBody(const QString &name, const QString &externalId)
{
    ContractorBody body;
    body.externalId = Known<QString>::fromHere(externalId);
    body.name = name;
    body.address = address("Lenina 2");
    return body;
}

ListOption option(const QString &id, const QString &name)
{
    ListOption option;
    option.id = id;
    option.name = name;
    return option;
}

TemplateFieldBody fieldBody(const QString &name, const QVector<ListOption> &values)
{
    TemplateFieldBody body;
    body.name = name;
    body.typeId = 5;
    body.values = values;
    return body;
}

EquipmentModelBody modelBody(const QString &name)
{
    EquipmentModelBody body;
    body.name = name;
    return body;
}

EquipmentBody equipmentBody(const World &w, const QString &serial)
{
    EquipmentBody body;
    body.serialNumber = serial;
    body.model = reference(w.model);
    body.contractor = reference(w.contractor);
    return body;
}

QVector<Command> sampleCommands(const World &w)
{
    const QString fresh = said("new");
    const QString changed = said("changed");
    TaskFieldAddition addition;
    addition.field = {w.field, said("list"), 5, {}};
    TemplateFieldBody changedField = fieldBody(changed, {option(w.valueId, said("yes")), option({}, fresh)});
    changedField.typeName = said("list");
    return {
        CreateTask{taskBody(w, fresh)},
        UpdateTask{ref(w.draft), taskBody(w, changed)},
        AddComment{ref(w.sentTask), said("a word"), said("sent")},
        CloseTask{ref(w.sentTask), {said("74"), said("Done")}, said("done"), said("sent")},
        AddTaskFields{ref(w.draft), {addition}, said("draft")},
        RemoveTaskFields{ref(w.sentTask), {{w.textField, said("text")}}, said("sent")},
        CreateContractor{contractorBody(fresh, said("external 2"))},
        UpdateContractor{ref(w.contractor), contractorBody(changed, w.externalId)},
        AddSubdivision{subdivisionBody(w, fresh)},
        UpdateSubdivision{ref(w.subdivision), subdivisionBody(w, changed)},
        CreatePerson{{w.contractor, fresh, {}}},
        UpdatePerson{ref(w.person), {w.contractor, changed, {}}},
        DeletePerson{ref(w.person), said("person")},
        CreatePhone{{w.contractor, PhoneParent::Contractor, said("+7 2")}},
        UpdatePhone{ref(w.phone), {w.contractor, PhoneParent::Contractor, said("+7 3")}},
        DeletePhone{ref(w.phone), said("+7 900 000-00-01")},
        CreateTemplateField{fieldBody(fresh, {option({}, said("yes"))})},
        UpdateTemplateField{ref(w.field), changedField},
        DeleteTemplateField{ref(w.field), said("list")},
        CreateTemplate{templateBody(w, fresh)},
        UpdateTemplate{ref(w.taskTemplate), templateBody(w, changed)},
        DeleteTemplate{ref(w.spareTemplate), said("spare")},
        CreateEquipmentModel{modelBody(fresh)},
        UpdateEquipmentModel{ref(w.model), modelBody(changed)},
        DeleteEquipmentModel{ref(w.spareModel), said("spare")},
        CreateEquipment{equipmentBody(w, fresh)},
        UpdateEquipment{ref(w.equipment), equipmentBody(w, changed)},
        DeleteEquipment{ref(w.equipment), said("serial")},
    };
}

Command sampleCommand(const World &world, const QString &name)
{
    const QVector<Command> all = sampleCommands(world);
    for (const Command &command : all) {
        if (serviceCommandOf(command) == name)
            return command;
    }
    return {};
}

World paperWorld()
{
    World w;
    w.worker = {said("1"), said("worker")};
    QString *const ids[]{&w.field,      &w.valueId,    &w.textField,   &w.taskTemplate, &w.spareTemplate,
                         &w.contractor, &w.externalId, &w.subdivision, &w.person,       &w.phone,
                         &w.model,      &w.spareModel, &w.equipment,   &w.draft,        &w.sentTask};
    int id = 100;
    for (QString *one : ids)
        *one = QString::number(++id);
    return w;
}

} // namespace naryad::test
