#include "Commands.h"

#include "Wire.h"

#include <QJsonDocument>

namespace naryad::sandbox {

namespace {

constexpr int UpdateRows = 3000;

QJsonObject phoneJson(const StoredPhone &phone)
{
    return {{key("id"), QString::number(phone.id)}, {key("name"), phone.number},
        {key("contractorPerson"), phone.personId ? QString::number(phone.personId) : QStringLiteral("NULL")},
        {key("createdAt"), QStringLiteral("1636723472")}, {key("deleted"), phone.deleted}};
}

} // namespace

Reply Commands::contractorList(const Ask &ask)
{
    return page(ask, m_company.contractors, [this](const auto &item) {
        QJsonObject row = named(item.first, item.second.name);
        const auto parent = m_company.contractors.find(item.second.parentId);
        const bool child = parent != m_company.contractors.end();
        row.insert(key("parentName"), child ? QJsonValue(parent->second.name) : QJsonValue());
        row.insert(key("parentId"), child ? QJsonValue(QString::number(parent->first)) : QJsonValue());
        return row;
    });
}

Reply Commands::getContractor(const Ask &ask)
{
    const auto found = m_company.contractors.find(ask.query.queryItemValue(key("id")).toLongLong());
    if (found == m_company.contractors.end())
        return refuse(12, u(u"Клиент не найден"));
    const StoredContractor &client = found->second;
    QJsonArray phones;
    for (const StoredPhone &phone : client.phones)
        phones.append(phoneJson(phone));
    return ok(QJsonObject {{key("id"), QString::number(client.id)}, {key("name"), client.name},
        {key("address"), client.address}, {key("addressFloor"), client.floor}, {key("addressRoom"), client.room},
        {key("addressPorch"), client.porch}, {key("createdAt"), QString::number(client.createdAt)},
        {key("addressInfo"), client.info}, {key("equipmentCounter"), QStringLiteral("0")},
        {key("subdivisionCounter"), QStringLiteral("0")}, {key("lat"), client.lat}, {key("lon"), client.lon},
        {key("favourites"), false},
        {key("author"), QJsonObject {{key("id"), QStringLiteral("2977")}, {key("name"), u(u"Валентин")}}},
        {key("parent"), QString::number(client.parentId)}, {key("employee"), QStringLiteral("0")},
        {key("phone"), phones}});
}

Reply Commands::templateList(const Ask &ask)
{
    return page(ask, m_company.templates, [](const auto &item) { return named(item.first, item.second.name); });
}

Reply Commands::getTemplate(const Ask &ask)
{
    const auto found = m_company.templates.find(ask.query.queryItemValue(key("id")).toLongLong());
    if (found == m_company.templates.end())
        return refuse(10, u(u"Шаблон не найден"));
    const auto list = [this](const QVector<Row> &from) {
        QJsonArray array = rows(from);
        for (qsizetype i = 0; i < array.size(); ++i) {
            QJsonObject row = array.at(i).toObject();
            row.remove(key("value"));
            array[i] = row;
        }
        return array;
    };
    const StoredTemplate &made = found->second;
    return ok(QJsonObject {{key("id"), QString::number(made.id)}, {key("color"), made.colour},
        {key("createdAt"), QStringLiteral("1635265800")}, {key("name"), made.name},
        {key("visit"), QJsonObject {{key("id"), QStringLiteral("2")}, {key("name"), u(u"Сегодня")}}},
        {key("visitDuration"), QString::number(made.durationSeconds)}, {key("props"), list(made.props)},
        {key("checklist"), list(made.checklist)}});
}

Reply Commands::fieldList(const Ask &ask)
{
    return page(ask, m_company.fields, [](const auto &item) { return named(item.first, item.second.name); });
}

Reply Commands::getField(const Ask &ask)
{
    const auto found = m_company.fields.find(ask.query.queryItemValue(key("id")).toLongLong());
    if (found == m_company.fields.end())
        return refuse(17, u(u"Поле не найдено"));
    QJsonObject json = named(found->first, found->second.name);
    json.insert(key("type"), QJsonObject {{key("id"), QString::number(found->second.type)}});
    if (found->second.type == 5) {
        QJsonArray values;
        for (const auto &[id, name] : found->second.values) {
            QJsonObject value = named(id, name);
            value.insert(key("deleted"), false);
            values.append(value);
        }
        json.insert(key("valueList"), values);
    }
    return ok(json);
}

Reply Commands::employeeList(const Ask &ask)
{
    return page(ask, m_company.employees, [](const StoredEmployee &employee) {
        QJsonObject row = named(employee.id, employee.name);
        row.insert(key("operatorRole"), employee.isOperator);
        row.insert(key("mobileRole"), employee.isMobile);
        return row;
    });
}

Reply Commands::modelList(const Ask &ask)
{
    return page(ask, m_company.models, [](const auto &item) { return named(item.first, item.second); });
}

Reply Commands::equipmentList(const Ask &ask)
{
    return page(ask, m_company.equipment, [](const auto &item) { return named(item.first, item.second); });
}

Reply Commands::updates(const Ask &ask)
{
    if (ask.query.queryItemValue(key("type")) != QLatin1String("task"))
        return refuse(30, u(u"Неизвестный тип обновлений"));
    QJsonArray array;
    const auto from = m_company.feed.upper_bound(ask.query.queryItemValue(key("usn")).toLongLong());
    for (auto item = from; item != m_company.feed.end() && array.size() < UpdateRows; ++item) {
        array.append(QJsonObject {{key("usn"), QString::number(item->first)},
            {key("taskId"), QString::number(item->second)}, {key("time"), QStringLiteral("2022-11-26 00:45:06")}});
    }
    return ok(array);
}

std::optional<Reply> Commands::inspect(const Ask &ask) const
{
    if (ask.path == QLatin1String("/sandbox/requests")) {
        QJsonObject counts;
        for (auto item = m_counts.begin(); item != m_counts.end(); ++item)
            counts.insert(item.key(), item.value());
        return ok(counts);
    }
    if (ask.path == QLatin1String("/sandbox/new-tasks")) {
        QJsonArray array;
        for (auto item = m_company.tasks.lower_bound(m_company.firstNewTask); item != m_company.tasks.end(); ++item)
            array.append(QString::number(item->first));
        return ok(array);
    }
    if (ask.path == QLatin1String("/sandbox/task")) {
        const auto found = m_company.tasks.find(ask.query.queryItemValue(key("id")).toLongLong());
        if (found == m_company.tasks.end())
            return refuse(20, u(u"Задача не найдена"));
        QJsonObject json = taskJson(found->second, true);
        json.insert(key("closed_result"), found->second.closedResult);
        json.insert(key("closed_note"), found->second.closedNote);
        json.insert(key("comments"), QJsonArray::fromStringList(found->second.comments));
        return ok(json);
    }
    return std::nullopt;
}

} // namespace naryad::sandbox
