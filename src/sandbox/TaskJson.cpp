#include "TaskJson.h"

namespace naryad::sandbox {

namespace {

QJsonArray rowsJson(const Company &company, const QVector<Row> &rows)
{
    QJsonArray array;
    for (const Row &row : rows) {
        const auto field = company.fields().find(row.fieldId);
        array.append(QJsonObject{
            {key("id"), textId(row.id)},
            {key("name"), field->name},
            {key("parent"), row.parentFieldId},
            {key("value"), row.value},
            {key("visibleToMobile"), row.visible},
            {key("required"), row.required},
            {key("field"),
             QJsonObject{
                 {key("id"), textId(row.fieldId)},
                 {key("type"), QJsonObject{{key("id"), textId(field->type)}}}}}});
    }
    return array;
}

/// "0" is the service's word for a reference that leads nowhere.
QJsonValue refJson(qint64 id, const QString &name)
{
    return id == 0 ? QJsonValue(QStringLiteral("0")) : QJsonValue(named(id, name));
}

QJsonObject statusJson(const StoredTask &task)
{
    const bool closed = task.isClosed();
    return {
        {key("id"), closed ? QStringLiteral("19") : QStringLiteral("12")},
        {key("name"), closed ? u(u"Завершена") : u(u"Отправлено")},
        {key("statusId"), closed ? QStringLiteral("7") : QStringLiteral("1")},
        {key("color"), QStringLiteral("#888888")}};
}

void addRest(const Company &company, const StoredTask &task, QJsonObject &json)
{
    const auto client = company.contractors().find(task.contractorId);
    const StoredEmployee *worker = company.catalogue().employee(task.employeeId);
    json.insert(key("contractor"), refJson(task.contractorId, client ? client->name : QString()));
    json.insert(key("employee"), refJson(task.employeeId, worker ? worker->name : QString()));
    json.insert(key("address"), task.address.text);
    json.insert(key("addressPorch"), task.address.porch);
    json.insert(key("addressFloor"), task.address.floor);
    json.insert(key("addressRoom"), task.address.room);
    json.insert(key("addressInfo"), task.address.info);
    json.insert(key("lat"), task.address.lat);
    json.insert(key("lon"), task.address.lon);
    json.insert(key("verificationRequired"), task.verification);
    if (!task.draft)
        json.insert(key("task_status"), statusJson(task));
}

} // namespace

QJsonValue isoTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"))) : QJsonValue();
}

QJsonObject taskJson(const Company &company, const StoredTask &task, bool full)
{
    const auto made = company.templates().find(task.templateId);
    QJsonObject json{
        {key("id"), textId(task.id)},
        {key("createdAt"), isoTime(task.createdAt)},
        {key("plannedVisitTime"), isoTime(task.start)},
        {key("plannedEndVisitTime"), isoTime(task.end)},
        {key("draft"), task.draft},
        // A number here, where all other ids are strings.
        {key("template"), QJsonObject{{key("id"), task.templateId}, {key("name"), made->name}}},
        {key("name"), task.number},
        {key("props"), rowsJson(company, task.props)},
        {key("checklist"), rowsJson(company, task.checklist)}};
    if (full)
        addRest(company, task, json);
    return json;
}

} // namespace naryad::sandbox
