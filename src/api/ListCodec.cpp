#include "ListCodec.h"

#include <algorithm>

namespace naryad::api {

NamedRef readNamedRow(const QJsonObject &row)
{
    return readRef(row);
}

Employee readEmployee(const QJsonObject &row)
{
    Employee employee;
    employee.id = readId(row.value(QLatin1String("id")));
    employee.name = readText(row.value(QLatin1String("name")));
    if (const auto role = readFlag(firstOf(row, {"operatorRole", "operator_role"})))
        employee.operatorRole = Known<bool>::fromService(*role);
    if (const auto role = readFlag(firstOf(row, {"mobileRole", "mobile_role"})))
        employee.mobileRole = Known<bool>::fromService(*role);
    return employee;
}

Result<QVector<Update>> readUpdates(const QByteArray &body, const AccountZone &zone)
{
    const Result<QJsonValue> root = parseAnswer(body);
    if (!root)
        return fail(root.error());
    if (root->isNull())
        return QVector<Update>();
    if (!root->isArray())
        return badAnswer(QString(), QCoreApplication::translate("naryad::api", "A list was expected."));
    const auto rows = readRows(*root, QString());
    if (!rows)
        return fail(rows.error());
    QVector<Update> updates;
    updates.reserve(rows->size());
    for (const QJsonObject &row : *rows) {
        const QString place = QLatin1Char('[') + QString::number(updates.size()) + QLatin1Char(']');
        const auto usn = readInteger(row.value(QLatin1String("usn")));
        // Without a number there is nothing to resume from: going on would lose or repeat updates.
        if (!usn)
            return badAnswer(place + QStringLiteral(".usn"));
        Update update;
        update.usn = *usn;
        update.objectId = readId(firstOf(row, {"taskId", "objectId", "task_id", "object_id"}));
        if (update.objectId.isEmpty())
            return badAnswer(place + QStringLiteral(".objectId"));
        const QJsonValue time = row.value(QLatin1String("time"));
        if (!isNothing(time))
            update.time = zone.fromServiceText(readText(time));
        updates.append(update);
    }
    std::stable_sort(updates.begin(), updates.end(), [](const Update &left, const Update &right) {
        return left.usn < right.usn;
    });
    return updates;
}

} // namespace naryad::api
