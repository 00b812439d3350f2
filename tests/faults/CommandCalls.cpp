#include "CommandCalls.h"

#include "Futures.h"

namespace naryad::test {

namespace {

template <class T> Ended end(const QFuture<Result<T>> &future)
{
    const Result<T> result = settled(future);
    return result ? Ended() : Ended(result.error());
}

Known<Address> address(const QString &text)
{
    Address address;
    address.text = text;
    address.latitude = QStringLiteral("55.75");
    address.longitude = QStringLiteral("37.61");
    return Known<Address>::fromHere(address);
}

TaskBody taskBody(const World &w, const QString &number)
{
    TaskBody body;
    body.number = number;
    body.taskTemplate = {w.taskTemplate, QString()};
    body.contractor = reference(w.contractor);
    body.address = address(QStringLiteral("Lenina 1"));
    body.plannedStart = QDateTime({2026, 12, 1}, {9, 0}, Qt::UTC);
    body.plannedEnd = QDateTime({2026, 12, 1}, {10, 0}, Qt::UTC);
    body.details = {{w.textField, {}, 1, FieldValue::text(QStringLiteral("as said"))}};
    return body;
}

TaskFieldAddition addition(const World &w)
{
    TaskFieldAddition added;
    added.field = {w.field, {}, 5, {}};
    return added;
}

SubdivisionBody subdivisionBody(const World &w, const QString &name)
{
    SubdivisionBody body;
    body.contractorId = w.contractor;
    body.externalId = name;
    body.name = name;
    body.address = address(QStringLiteral("Lenina 3"));
    return body;
}

PersonBody personBody(const World &w, const QString &name)
{
    return {w.contractor, name, {}};
}

PhoneBody phoneBody(const World &w, const QString &number)
{
    return {w.contractor, PhoneParent::Contractor, number};
}

TemplateFieldBody changedField(const World &w)
{
    TemplateFieldBody body = fieldBody(
        QStringLiteral("changed"),
        {option(w.valueId, QStringLiteral("yes")), option({}, QStringLiteral("new"))});
    body.typeName = QStringLiteral("list");
    return body;
}

TemplateBody templateBody(const World &w, const QString &name)
{
    TemplateRow row;
    row.fieldId = w.textField;
    row.visibleToMobile = true;
    row.required = false;
    TemplateBody body;
    body.name = name;
    body.colour = QStringLiteral("#336699");
    body.visitDay = {QStringLiteral("2"), QString()};
    body.visitDurationSeconds = 3600;
    body.details = {row};
    return body;
}

QString said(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

Services::Services(const api::Endpoint &server, const api::Limits &limits)
    : reads(server, clock, limits)
    , writes(server, limits)
    , tasks(reads, writes, AccountZone())
    , contractors(reads, writes, AccountZone())
    , templates(reads, writes, AccountZone())
    , equipment(reads, writes, AccountZone())
    , employees(reads)
    , updates(reads, AccountZone(), clock, times)
{}

std::optional<World> makeWorld(const Services &s)
{
    World w;
    bool whole = true;
    const auto made = [&whole](const QFuture<Result<QString>> &future) {
        const Result<QString> id = settled(future);
        whole = whole && id;
        if (!id)
            qWarning("the world can't be made: %s", qPrintable(describe(id.error())));
        return id.value_or(QString());
    };
    const auto staff = settled(s.employees.employeePage(0));
    for (const Employee &employee : staff ? staff->rows : QVector<Employee>()) {
        if (employee.mobileRole.value)
            w.worker = {employee.id, employee.name};
    }
    w.field = made(
        s.templates.createField(fieldBody(said("list"), {option({}, said("yes")), option({}, said("no"))})));
    const auto field = settled(s.templates.field(w.field));
    w.valueId = field && !field->value.values.isEmpty() ? field->value.values.first().id : QString();
    TemplateFieldBody text;
    text.name = said("text");
    text.typeId = 1;
    w.textField = made(s.templates.createField(text));
    w.taskTemplate = made(s.templates.createTemplate(templateBody(w, said("template"))));
    w.spareTemplate = made(s.templates.createTemplate(templateBody(w, said("spare"))));
    w.externalId = said("external 1");
    w.contractor = made(s.contractors.createContractor(contractorBody(said("client"), w.externalId)));
    w.subdivision = made(s.contractors.addSubdivision(subdivisionBody(w, said("branch"))));
    w.person = made(s.contractors.createPerson(personBody(w, said("person"))));
    w.phone = made(s.contractors.createPhone(phoneBody(w, said("+7 900 000-00-01"))));
    w.model = made(s.equipment.createModel(modelBody(said("model"))));
    w.spareModel = made(s.equipment.createModel(modelBody(said("spare"))));
    w.equipment = made(s.equipment.createEquipment(equipmentBody(w, said("serial"))));
    w.draft = made(s.tasks.createTask(taskBody(w, said("draft"))));
    TaskBody sent = taskBody(w, said("sent"));
    sent.draft = false;
    sent.worker = Known<NamedRef>::fromHere(w.worker);
    w.sentTask = made(s.tasks.createTask(sent));
    // A field that stands in the sent task, to be taken out of it
    TaskFieldAddition added;
    added.field = {w.textField, {}, 1, {}};
    whole = whole && settled(s.tasks.addFields(w.sentTask, {added}));
    return whole && !w.worker.isNothing() && !w.valueId.isEmpty() ? std::optional(w) : std::nullopt;
}

const QVector<CommandCall> &commandCalls()
{
    using S = const Services &;
    using W = const World &;
    static const QVector<CommandCall> table{
        {"create-task", [](S s, W w) { return end(s.tasks.createTask(taskBody(w, said("new")))); }},
        {"update-task",
         [](S s, W w) { return end(s.tasks.updateTask(w.draft, taskBody(w, said("changed")))); }},
        {"get-task", [](S s, W w) { return end(s.tasks.task(w.draft)); }},
        {"get-task-list", [](S s, W) { return end(s.tasks.taskPage(0)); }},
        {"add-template-fields-to-task",
         [](S s, W w) { return end(s.tasks.addFields(w.draft, {addition(w)})); }},
        {"remove-template-fields-from-task",
         [](S s, W w) { return end(s.tasks.removeFields(w.sentTask, {w.textField})); }},
        {"create-comment", [](S s, W w) { return end(s.tasks.addComment(w.sentTask, said("a word"))); }},
        {"close-task", [](S s, W w) { return end(s.tasks.closeTask(w.sentTask, said("74"), said("done"))); }},
        {"get-taskupdates", [](S s, W) { return end(s.updates.taskUpdates(std::nullopt)); }},
        {"create-contractor",
         [](S s, W) {
             return end(s.contractors.createContractor(contractorBody(said("new"), said("external 2"))));
         }},
        {"update-contractor",
         [](S s, W w) {
             return end(
                 s.contractors.updateContractor(w.contractor, contractorBody(said("changed"), w.externalId)));
         }},
        {"get-contractor", [](S s, W w) { return end(s.contractors.contractor(w.contractor)); }},
        {"get-contractor-by-external-id",
         [](S s, W w) { return end(s.contractors.contractorByExternalId(w.externalId)); }},
        {"get-contractor-list", [](S s, W) { return end(s.contractors.contractorPage(0)); }},
        {"create-contractor-person",
         [](S s, W w) { return end(s.contractors.createPerson(personBody(w, said("new")))); }},
        {"update-contractor-person",
         [](S s, W w) { return end(s.contractors.updatePerson(w.person, personBody(w, said("changed")))); }},
        {"get-contractor-person", [](S s, W w) { return end(s.contractors.person(w.person)); }},
        {"delete-contractor-person", [](S s, W w) { return end(s.contractors.deletePerson(w.person)); }},
        {"create-contractor-phone",
         [](S s, W w) { return end(s.contractors.createPhone(phoneBody(w, said("+7 2")))); }},
        {"update-contractor-phone",
         [](S s, W w) { return end(s.contractors.updatePhone(w.phone, phoneBody(w, said("+7 3")))); }},
        {"get-contractor-phone", [](S s, W w) { return end(s.contractors.phone(w.phone)); }},
        {"delete-contractor-phone", [](S s, W w) { return end(s.contractors.deletePhone(w.phone)); }},
        {"add-subdivision",
         [](S s, W w) { return end(s.contractors.addSubdivision(subdivisionBody(w, said("new")))); }},
        {"update-subdivision",
         [](S s, W w) {
             return end(s.contractors.updateSubdivision(w.subdivision, subdivisionBody(w, said("changed"))));
         }},
        {"create-template-field",
         [](S s, W) {
             return end(s.templates.createField(fieldBody(said("new"), {option({}, said("yes"))})));
         }},
        {"update-template-field",
         [](S s, W w) { return end(s.templates.updateField(w.field, changedField(w))); }},
        {"get-template-field", [](S s, W w) { return end(s.templates.field(w.field)); }},
        {"get-template-field-list", [](S s, W) { return end(s.templates.fieldPage(0)); }},
        {"delete-template-field", [](S s, W w) { return end(s.templates.deleteField(w.field)); }},
        {"create-template",
         [](S s, W w) { return end(s.templates.createTemplate(templateBody(w, said("new")))); }},
        {"update-template",
         [](S s, W w) {
             return end(s.templates.updateTemplate(w.taskTemplate, templateBody(w, said("changed"))));
         }},
        {"get-template", [](S s, W w) { return end(s.templates.taskTemplate(w.taskTemplate)); }},
        {"get-template-list", [](S s, W) { return end(s.templates.templatePage(0)); }},
        {"delete-template", [](S s, W w) { return end(s.templates.deleteTemplate(w.spareTemplate)); }},
        {"get-employee-list", [](S s, W) { return end(s.employees.employeePage(0)); }},
        {"create-equipment-model",
         [](S s, W) { return end(s.equipment.createModel(modelBody(said("new")))); }},
        {"update-equipment-model",
         [](S s, W w) { return end(s.equipment.updateModel(w.model, modelBody(said("changed")))); }},
        {"get-equipment-model-list", [](S s, W) { return end(s.equipment.modelPage(0)); }},
        {"delete-equipment-model", [](S s, W w) { return end(s.equipment.deleteModel(w.spareModel)); }},
        {"create-equipment",
         [](S s, W w) { return end(s.equipment.createEquipment(equipmentBody(w, said("new")))); }},
        {"update-equipment",
         [](S s, W w) {
             return end(s.equipment.updateEquipment(w.equipment, equipmentBody(w, said("changed"))));
         }},
        {"get-equipment", [](S s, W w) { return end(s.equipment.equipment(w.equipment)); }},
        {"get-equipment-list", [](S s, W) { return end(s.equipment.equipmentPage(0)); }},
        {"delete-equipment", [](S s, W w) { return end(s.equipment.deleteEquipment(w.equipment)); }},
        {"get-updates", [](S s, W) { return end(s.updates.updates(said("task"), 0)); }},
    };
    return table;
}

} // namespace naryad::test
