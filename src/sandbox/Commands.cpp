#include "Commands.h"

#include "Wire.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace naryad::sandbox {

namespace {

qint64 idOf(const QJsonValue &value)
{
    const QJsonValue id = value.isObject() ? value.toObject().value(key("id")) : value;
    return id.isString() ? id.toString().toLongLong() : id.toInteger();
}

qint64 queryId(const Ask &ask)
{
    return ask.query.queryItemValue(key("id")).toLongLong();
}

/// A zone-less local time of the account; invalid where it isn't one.
QDateTime readTime(const QJsonValue &value)
{
    const QDateTime read = QDateTime::fromString(value.toString(), QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    return read.isValid() ? QDateTime(read.date(), read.time(), QTimeZone("Europe/Moscow")).toUTC() : QDateTime();
}

QJsonValue writeTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"))) : QJsonValue();
}

std::optional<QString> unknownKey(const QJsonObject &object, const QStringList &allowed)
{
    const QStringList keys = object.keys();
    for (const QString &name : keys) {
        if (!allowed.contains(name))
            return name;
    }
    return std::nullopt;
}

} // namespace

Reply refuse(int code, const QString &description)
{
    const QJsonObject error {{key("code"), code}, {key("description"), description}};
    return {400, QJsonDocument(error).toJson(QJsonDocument::Compact)};
}

Commands::Commands(Company &company, const Options &options)
    : m_company(company)
    , m_options(options)
{
}

const QVector<Commands::Entry> &Commands::table()
{
    static const QVector<Entry> entries {{"/api/v5/create-task", true, &Commands::createTask},
        {"/api/v5/update-task", true, &Commands::updateTask}, {"/api/v5/get-task", false, &Commands::getTask},
        {"/api/v5/get-task-list", false, &Commands::taskList},
        {"/api/v5/create-comment", true, &Commands::createComment},
        {"/api/v4/close-task", true, &Commands::closeTask},
        {"/api/v5/get-contractor", false, &Commands::getContractor},
        {"/api/v5/get-contractor-list", false, &Commands::contractorList},
        {"/api/v5/get-template", false, &Commands::getTemplate},
        {"/api/v5/get-template-list", false, &Commands::templateList},
        {"/api/v5/get-template-field", false, &Commands::getField},
        {"/api/v5/get-template-field-list", false, &Commands::fieldList},
        {"/api/v5/get-employee-list", false, &Commands::employeeList},
        {"/api/v5/get-equipment-model-list", false, &Commands::modelList},
        {"/api/v5/get-equipment-list", false, &Commands::equipmentList},
        {"/api/v5/get-updates", false, &Commands::updates}};
    return entries;
}

Reply Commands::answer(const Ask &ask)
{
    for (const Entry &entry : table()) {
        if (ask.path != QLatin1String(entry.path))
            continue;
        ++m_counts[ask.path.section(QLatin1Char('/'), -1)];
        if (ask.post != entry.post)
            return refuse(2, u(u"Неверный метод запроса"));
        return (this->*entry.handler)(ask);
    }
    return refuse(3, u(u"Неизвестная команда"));
}

QJsonArray Commands::rows(const QVector<Row> &from) const
{
    QJsonArray array;
    for (const Row &row : from) {
        const StoredField &field = m_company.fields.at(row.fieldId);
        array.append(QJsonObject {{key("id"), QString::number(row.id)}, {key("name"), field.name},
            {key("parent"), row.parentFieldId}, {key("value"), row.value}, {key("visibleToMobile"), row.visible},
            {key("required"), row.required},
            {key("field"),
                QJsonObject {{key("id"), QString::number(row.fieldId)},
                    {key("type"), QJsonObject {{key("id"), QString::number(field.type)}}}}}});
    }
    return array;
}

QJsonObject Commands::taskJson(const StoredTask &task, bool full) const
{
    const auto found = m_company.templates.find(task.templateId);
    QJsonObject json {{key("id"), QString::number(task.id)}, {key("createdAt"), writeTime(task.createdAt)},
        {key("plannedVisitTime"), writeTime(task.start)}, {key("plannedEndVisitTime"), writeTime(task.end)},
        {key("draft"), task.draft},
        {key("template"),
            QJsonObject {{key("id"), task.templateId},
                {key("name"), found == m_company.templates.end() ? QString() : found->second.name}}},
        {key("name"), task.number}, {key("props"), rows(task.props)}, {key("checklist"), rows(task.checklist)}};
    if (!full)
        return json;
    const auto client = m_company.contractors.find(task.contractorId);
    json.insert(key("contractor"),
        client == m_company.contractors.end() ? QJsonValue(QStringLiteral("0"))
                                              : QJsonValue(named(client->first, client->second.name)));
    const StoredEmployee *worker = m_company.employee(task.employeeId);
    json.insert(key("employee"), worker ? QJsonValue(named(worker->id, worker->name)) : QJsonValue(QStringLiteral("0")));
    json.insert(key("address"), task.address);
    json.insert(key("addressPorch"), task.porch);
    json.insert(key("addressFloor"), task.floor);
    json.insert(key("addressRoom"), task.room);
    json.insert(key("addressInfo"), task.info);
    json.insert(key("lat"), task.lat);
    json.insert(key("lon"), task.lon);
    json.insert(key("verificationRequired"), task.verification);
    if (!task.draft) {
        const bool closed = !task.closedResult.isEmpty();
        json.insert(key("task_status"),
            QJsonObject {{key("id"), closed ? QStringLiteral("19") : QStringLiteral("12")},
                {key("name"), closed ? u(u"Завершена") : u(u"Отправлено")},
                {key("statusId"), closed ? QStringLiteral("7") : QStringLiteral("1")},
                {key("color"), QStringLiteral("#888888")}});
    }
    return json;
}

std::optional<Reply> Commands::readTaskBody(const QByteArray &body, StoredTask &task) const
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return refuse(4, u(u"Тело запроса не является объектом JSON"));
    const QJsonObject json = document.object();
    static const QStringList allowed {key("number"), key("template"), key("employee"), key("contractor"), key("draft"),
        key("address"), key("addressPorch"), key("addressFloor"), key("addressRoom"), key("addressInfo"), key("lat"),
        key("lon"), key("verificationRequired"), key("plannedVisitTime"), key("plannedEndVisitTime"), key("props")};
    if (const auto odd = unknownKey(json, allowed))
        return refuse(5, u(u"Неизвестное поле запроса: ") + *odd);
    task.templateId = idOf(json.value(key("template")));
    if (!m_company.templates.contains(task.templateId))
        return refuse(10, u(u"Не указан или не найден шаблон задачи"));
    if (json.contains(key("employee"))) {
        task.employeeId = idOf(json.value(key("employee")));
        const StoredEmployee *worker = m_company.employee(task.employeeId);
        if (task.employeeId != 0 && (!worker || !worker->isMobile))
            return refuse(11, u(u"Исполнитель не найден или не является мобильным сотрудником"));
    }
    if (json.contains(key("contractor"))) {
        task.contractorId = idOf(json.value(key("contractor")));
        if (task.contractorId != 0 && !m_company.contractors.contains(task.contractorId))
            return refuse(12, u(u"Клиент не найден"));
    }
    if (json.contains(key("draft")) && !json.value(key("draft")).isBool())
        return refuse(13, u(u"Поле draft должно быть логическим"));
    task.draft = json.value(key("draft")).toBool(true);
    if (!task.draft && task.employeeId == 0)
        return refuse(14, u(u"Для отправки задачи необходимо указать исполнителя"));
    const auto text = [&json](const char *name, QString &into) {
        if (json.contains(key(name)))
            into = json.value(key(name)).toString();
    };
    text("number", task.number);
    text("address", task.address);
    text("addressPorch", task.porch);
    text("addressFloor", task.floor);
    text("addressRoom", task.room);
    text("addressInfo", task.info);
    text("lat", task.lat);
    text("lon", task.lon);
    task.verification = json.value(key("verificationRequired")).toBool(task.verification);
    for (const char *name : {"plannedVisitTime", "plannedEndVisitTime"}) {
        QDateTime &into = name == std::string_view("plannedVisitTime") ? task.start : task.end;
        into = readTime(json.value(key(name)));
        if (json.contains(key(name)) && !into.isValid())
            return refuse(15, u(u"Неверный формат времени: ") + key(name));
    }
    if (task.start.isValid() && task.end.isValid() && task.end < task.start)
        return refuse(16, u(u"Окончание раньше начала"));
    const StoredTemplate &made = m_company.templates.at(task.templateId);
    task.props = made.props;
    task.checklist = made.checklist;
    for (Row &row : task.checklist)
        row.value = 0;
    const QJsonArray props = json.value(key("props")).toArray();
    for (const QJsonValue &item : props) {
        const QJsonObject prop = item.toObject();
        if (const auto odd = unknownKey(prop, {key("field"), key("value")}))
            return refuse(5, u(u"Неизвестное поле запроса: props.") + *odd);
        const qint64 fieldId = idOf(prop.value(key("field")));
        const auto row = std::find_if(
            task.props.begin(), task.props.end(), [fieldId](const Row &candidate) { return candidate.fieldId == fieldId; });
        if (row == task.props.end())
            return refuse(17, u(u"Поля нет в шаблоне: ") + QString::number(fieldId));
        const StoredField &field = m_company.fields.at(fieldId);
        QJsonValue value = prop.value(key("value"));
        if (field.type == 2 && !value.isDouble())
            return refuse(18, u(u"Значение не является числом: ") + field.name);
        if (field.type == 3 && !value.isBool())
            return refuse(18, u(u"Значение не является логическим: ") + field.name);
        if (field.type == 5) {
            const qint64 option = idOf(value);
            const auto known = std::find_if(field.values.begin(), field.values.end(),
                [option](const auto &candidate) { return candidate.first == option; });
            if (known == field.values.end())
                return refuse(18, u(u"Нет такого значения списка: ") + field.name);
            value = named(known->first, known->second);
        }
        row->value = value;
    }
    return std::nullopt;
}

Reply Commands::createTask(const Ask &ask)
{
    StoredTask task;
    if (const auto refused = readTaskBody(ask.body, task))
        return *refused;
    task.id = m_company.nextId();
    if (task.number.isEmpty())
        task.number = QStringLiteral("%1").arg(m_company.tasks.size() + 1, 6, 10, QLatin1Char('0'));
    task.createdAt = QDateTime::currentDateTimeUtc();
    for (QVector<Row> *list : {&task.props, &task.checklist}) {
        for (Row &row : *list)
            row.id = m_company.nextId();
    }
    m_company.touch(task);
    m_company.tasks.emplace(task.id, task);
    return ok(QJsonObject {{key("id"), task.id}});
}

Reply Commands::updateTask(const Ask &ask)
{
    const auto found = m_company.tasks.find(queryId(ask));
    if (found == m_company.tasks.end())
        return refuse(20, u(u"Задача не найдена"));
    if (!found->second.draft)
        return refuse(21, u(u"Изменить возможно только задачу в статусе «черновик»"));
    StoredTask changed = found->second;
    if (const auto refused = readTaskBody(ask.body, changed))
        return *refused;
    m_company.touch(changed);
    found->second = changed;
    return ok(QJsonObject {{key("id"), changed.id}});
}

Reply Commands::getTask(const Ask &ask)
{
    const auto found = m_company.tasks.find(queryId(ask));
    return found == m_company.tasks.end() ? refuse(20, u(u"Задача не найдена"))
                                          : ok(taskJson(found->second, m_options.fullTasks));
}

Reply Commands::taskList(const Ask &ask)
{
    return page(ask, m_company.tasks, [](const auto &item) { return named(item.first, item.second.number); });
}

Reply Commands::createComment(const Ask &ask)
{
    const QJsonObject json = QJsonDocument::fromJson(ask.body).object();
    if (const auto odd = unknownKey(json, {key("message"), key("task")}))
        return refuse(5, u(u"Неизвестное поле запроса: ") + *odd);
    const auto found = m_company.tasks.find(idOf(json.value(key("task"))));
    if (found == m_company.tasks.end())
        return refuse(20, u(u"Задача не найдена"));
    const QString message = json.value(key("message")).toString();
    if (message.isEmpty())
        return refuse(22, u(u"Пустой комментарий"));
    found->second.comments.append(message);
    m_company.touch(found->second);
    return ok(QJsonObject {{key("id"), QString::number(m_company.nextId())}});
}

Reply Commands::closeTask(const Ask &ask)
{
    const QJsonObject json = QJsonDocument::fromJson(ask.body).object();
    if (const auto odd = unknownKey(json, {key("result_status"), key("results_description")}))
        return refuse(5, u(u"Неизвестное поле запроса: ") + *odd);
    const auto found = m_company.tasks.find(queryId(ask));
    if (found == m_company.tasks.end())
        return refuse(20, u(u"Задача не найдена"));
    const QString result = json.value(key("result_status")).toVariant().toString();
    if (result.toLongLong() <= 0)
        return refuse(23, u(u"Неизвестный статус завершения"));
    if (found->second.draft || !found->second.closedResult.isEmpty())
        return refuse(24, u(u"Задача не отправлена или уже закрыта"));
    found->second.closedResult = result;
    found->second.closedNote = json.value(key("results_description")).toString();
    m_company.touch(found->second);
    return ok(QString::number(found->second.id));
}

} // namespace naryad::sandbox
