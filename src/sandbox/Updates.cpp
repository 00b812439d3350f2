#include "Company.h"
#include "Handlers.h"

#include <QTimeZone>

namespace naryad::sandbox {

namespace {

constexpr int UpdateRows = 3000;
constexpr int EventRows = 100;
constexpr qint64 TaskUpdatesPause = 5 * 60;
constexpr int EventDays = 7;

/// "2022-11-26 00:45:06": no zone is told; taken to be the account's.
QString updateTime(qint64 seconds)
{
    static const QTimeZone zone("Europe/Moscow");
    return QDateTime::fromSecsSinceEpoch(seconds, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

/// Of the types the document tells `task` alone, with taskId; its general sample of any other has objectId.
Reply getUpdates(Company &company, const Ask &ask)
{
    const QString type = ask.asked("type");
    const bool isTask = type == QLatin1String("task");
    const Feed *feed = isTask || company.options().feedTypes.contains(type) ? company.feed(type) : nullptr;
    if (!feed)
        return refuse(Code::WrongValue, u(u"Неизвестный тип обновлений: ") + type);
    QJsonArray array;
    const QVector<Change> changes = feed->after(ask.asked("usn").toLongLong(), UpdateRows);
    for (const Change &change : changes) {
        array.append(QJsonObject{
            {key("usn"), textId(change.number)},
            {key(isTask ? "taskId" : "objectId"), textId(change.objectId)},
            {key("time"), updateTime(change.at)}});
    }
    return ok(array);
}

/// Ids as numbers, as its sample shows. An early request is refused and doesn't lengthen the pause.
Reply getTaskUpdates(Company &company, const Ask &ask)
{
    const QDateTime now = company.now();
    const bool isEarly
        = company.lastTaskUpdates.isValid() && company.lastTaskUpdates.secsTo(now) < TaskUpdatesPause;
    if (isEarly && company.options().taskUpdatesLimit)
        return refuse(Code::TooOften, u(u"Запрос возможен не чаще одного раза в пять минут"));
    company.lastTaskUpdates = now;
    QJsonArray array;
    const auto events = company.events().after(ask.id, now.addDays(-EventDays).toSecsSinceEpoch(), EventRows);
    for (const Change &event : events)
        array.append(QJsonObject{{key("task_id"), event.objectId}, {key("id"), event.number}});
    return ok(array);
}

} // namespace naryad::sandbox
