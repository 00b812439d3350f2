#include "ListCodec.h"

#include <algorithm>

namespace naryad::api {

namespace {

/// The rows of a feed: `null` is no news.
Result<QVector<Json>> readFeed(const QByteArray &body)
{
    const Result<Json> root = parseAnswer(body);
    if (!root)
        return fail(root.error());
    if (!root->isArray() && !root->isNull())
        return badAnswer(QString(), QCoreApplication::translate("naryad::api", "A list was expected."));
    return readRows(*root, QString());
}

QString placeOf(qsizetype row, const char *key)
{
    return QStringLiteral("[%1].%2").arg(row).arg(QLatin1String(key));
}

} // namespace

NamedRef readNamedRow(const Json &row)
{
    return readRef(row);
}

Employee readEmployee(const Json &row)
{
    Employee employee;
    employee.id = readId(row.value("id"));
    employee.name = readText(row.value("name"));
    employee.operatorRole = readKnownFlag(firstOf(row, {"operatorRole", "operator_role"}));
    employee.mobileRole = readKnownFlag(firstOf(row, {"mobileRole", "mobile_role"}));
    return employee;
}

Result<QVector<Update>> readUpdates(const QByteArray &body, const AccountZone &zone)
{
    const auto rows = readFeed(body);
    if (!rows)
        return fail(rows.error());
    QVector<Update> updates;
    updates.reserve(rows->size());
    for (const Json &row : *rows) {
        const auto usn = readInteger(row.value("usn"));
        // Without a number there is nothing to resume from: going on would lose or repeat updates.
        if (!usn)
            return badAnswer(placeOf(updates.size(), "usn"));
        Update update;
        update.usn = *usn;
        update.objectId = readId(firstOf(row, {"taskId", "objectId", "task_id", "object_id"}));
        if (update.objectId.isEmpty())
            return badAnswer(placeOf(updates.size(), "objectId"));
        update.time = readMoment(row.value("time"), zone);
        updates.append(update);
    }
    std::stable_sort(updates.begin(), updates.end(), [](const Update &left, const Update &right) {
        return left.usn < right.usn;
    });
    return updates;
}

Result<QVector<TaskEvent>> readTaskEvents(const QByteArray &body)
{
    const auto rows = readFeed(body);
    if (!rows)
        return fail(rows.error());
    QVector<TaskEvent> events;
    events.reserve(rows->size());
    for (const Json &row : *rows) {
        const auto id = readInteger(row.value("id"));
        if (!id)
            return badAnswer(placeOf(events.size(), "id"));
        TaskEvent event{*id, readId(firstOf(row, {"task_id", "taskId"}))};
        if (event.taskId.isEmpty())
            return badAnswer(placeOf(events.size(), "task_id"));
        events.append(event);
    }
    std::stable_sort(events.begin(), events.end(), [](const TaskEvent &left, const TaskEvent &right) {
        return left.id < right.id;
    });
    return events;
}

} // namespace naryad::api
