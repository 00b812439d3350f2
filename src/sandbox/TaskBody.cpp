#include "TaskBody.h"

#include "AddressBody.h"

#include <QTimeZone>

#include <algorithm>

namespace naryad::sandbox {

namespace {

/// The account's own time, with no zone. A time that isn't told is none, in an update too: the document shows
/// no other way to say so.
QDateTime readTime(Strict &in, const char *name)
{
    static const QTimeZone zone("Europe/Moscow");
    const QString text = in.text(name);
    if (!in.has(name))
        return {};
    const QDateTime read = QDateTime::fromString(text, QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    if (!read.isValid())
        in.refuseValue(name, u(u"неверный формат времени"));
    return QDateTime(read.date(), read.time(), zone).toUTC();
}

const StoredOption *optionOf(const StoredField &field, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const QStringList keys = object.keys();
    for (const QString &given : keys) {
        if (given != QLatin1String("id") && given != QLatin1String("name"))
            return nullptr;
    }
    const auto id = readId(value.isObject() ? object.value(key("id")) : value);
    const auto found
        = std::find_if(field.options.begin(), field.options.end(), [&id](const StoredOption &option) {
              return id && option.id == *id;
          });
    return found == field.options.end() ? nullptr : &*found;
}

bool isUnset(const QJsonValue &value)
{
    return value.isNull() || value.toInteger(-1) == 0 || (value.isArray() && value.toArray().isEmpty());
}

QVector<Row> freshRows(Company &company, const QVector<Row> &from, const QJsonValue &value)
{
    QVector<Row> rows = from;
    for (Row &row : rows) {
        row.id = company.nextId();
        row.value = value;
    }
    return rows;
}

/// The array is the whole of what the details hold: a field it doesn't name is emptied. Sections have no
/// value, and files come from the workers only, so these stay.
void emptyValues(const Company &company, QVector<Row> &rows)
{
    for (Row &row : rows) {
        const int type = company.fields().find(row.fieldId)->type;
        if (type != Section && type != Picture && type != Signature)
            row.value = QJsonValue();
    }
}

void readProps(Strict &in, const Company &company, StoredTask &task)
{
    const QVector<Row> before = task.props;
    if (in.has("props") || !company.options().omittedKeep)
        emptyValues(company, task.props);
    QVector<Strict> given = in.list("props");
    QVector<qint64> seen;
    for (Strict &prop : given) {
        prop.only({"field", "value"});
        const qint64 fieldId = prop.requiredRef("field");
        const auto row = std::find_if(task.props.begin(), task.props.end(), [fieldId](const Row &candidate) {
            return candidate.fieldId == fieldId;
        });
        if (row == task.props.end()) {
            prop.refuse(Code::NotFound, u(u"Поля нет в шаблоне задачи: ") + QString::number(fieldId));
            return;
        }
        if (seen.contains(fieldId))
            prop.refuseValue("field", u(u"поле указано дважды"));
        seen.append(fieldId);
        if (!prop.has("value"))
            prop.refuse(Code::MissingKey, u(u"Не указано значение поля: ") + QString::number(fieldId));
        const QJsonValue &old = before.at(row - task.props.begin()).value;
        row->value = checkedValue(prop, *company.fields().find(fieldId), old);
    }
}

} // namespace

Reply noSuchTask()
{
    return refuse(Code::NotFound, u(u"Задача не найдена"));
}

QJsonValue checkedValue(Strict &in, const StoredField &field, const QJsonValue &before)
{
    const QJsonValue value = in.value("value");
    switch (field.type) {
    case Text:
        if (!value.isString())
            in.refuseValue("value", u(u"ожидается строка: ") + field.name);
        break;
    case Number:
        if (!value.isDouble())
            in.refuseValue("value", u(u"ожидается число: ") + field.name);
        break;
    case Checkbox:
        if (!value.isBool())
            in.refuseValue("value", u(u"ожидается логическое значение: ") + field.name);
        break;
    case List: {
        const StoredOption *option = optionOf(field, value);
        // A removed option stays where it stands, but is not to be chosen anew.
        const bool isRemoved
            = option && option->deleted && readId(before.toObject().value(key("id"))) != option->id;
        if (!option || isRemoved) {
            in.refuseValue("value", u(u"нет такого значения списка: ") + field.name);
            break;
        }
        return named(option->id, option->name);
    }
    case Section:
        in.refuseValue("value", u(u"у раздела нет значения: ") + field.name);
        break;
    default:
        // No command sends a file: what was read may come back as it was.
        if (value != before && !isUnset(value))
            in.refuseValue("value", u(u"файлы не передаются: ") + field.name);
        return before;
    }
    return value;
}

void readTask(Strict &in, Company &company, StoredTask &task)
{
    in.only(
        {"number", "template", "employee", "contractor", "draft", "address", "addressPorch", "addressFloor",
         "addressRoom", "addressInfo", "lat", "lon", "verificationRequired", "plannedVisitTime",
         "plannedEndVisitTime", "props"});
    const qint64 templateBefore = task.templateId;
    // "Обязательное поле", in an update too.
    task.templateId = in.requiredRef("template");
    const auto made = company.templates().find(task.templateId);
    if (!made)
        in.refuse(Code::NotFound, u(u"Не найден шаблон задачи"));
    task.employeeId = in.ref("employee", task.employeeId);
    const StoredEmployee *worker = company.catalogue().employee(task.employeeId);
    if (task.employeeId != 0 && !(worker && worker->isMobile))
        in.refuse(Code::NotFound, u(u"Исполнитель не найден или не является мобильным сотрудником"));
    task.contractorId = in.ref("contractor", task.contractorId);
    if (task.contractorId != 0 && !company.contractors().contains(task.contractorId))
        in.refuse(Code::NotFound, u(u"Клиент не найден"));
    // Not among what the document calls optional, and without a default: a body that leaves it open says
    // nothing.
    if (!in.has("draft"))
        in.refuse(Code::MissingKey, u(u"Не указано обязательное поле: draft"));
    task.draft = in.flag("draft");
    if (!task.draft && task.employeeId == 0)
        in.refuse(Code::NotAllowed, u(u"Для отправки задачи необходимо указать исполнителя"));
    task.number = in.text("number", task.number);
    readAddress(in, task.address, false, company.options());
    task.verification = in.flag("verificationRequired", task.verification);
    task.start = readTime(in, "plannedVisitTime");
    task.end = readTime(in, "plannedEndVisitTime");
    if (task.start.isValid() && task.end.isValid() && task.end < task.start)
        in.refuseValue("plannedEndVisitTime", u(u"окончание раньше начала"));
    if (in.isRefused())
        return;
    if (task.templateId != templateBefore) {
        task.props = freshRows(company, made->props, QJsonValue());
        task.checklist = freshRows(company, made->checklist, 0);
    }
    readProps(in, company, task);
}

} // namespace naryad::sandbox
