#include "TaskColumns.h"

#include "SearchText.h"
#include "core/Serial.h"
#include "core/Text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace naryad::store {

QString sortKey(const QString &text)
{
    const QString folded = foldText(text);
    QString key;
    qsizetype i = 0;
    while (i < folded.size()) {
        qsizetype end = i;
        while (end < folded.size() && folded.at(end).isDigit())
            ++end;
        if (end == i) {
            key += folded.at(i++);
            continue;
        }
        while (i + 1 < end && folded.at(i) == QLatin1Char('0'))
            ++i;
        key += QChar(static_cast<char16_t>(u'0' + std::min<qsizetype>(end - i, 0x40)));
        key += folded.mid(i, end - i);
        i = end;
    }
    return key;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject objectOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

Task taskOfCard(const QByteArray &card)
{
    return serial::taskFromJson(objectOf(card));
}

QByteArray cardOf(const Task &task)
{
    return compact(serial::toJson(task));
}

QByteArray bodyOf(const TaskTold &told)
{
    QByteArray body(4, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(told.card.size()), body.data());
    return body + told.card + told.raw;
}

TaskTold toldOf(const QByteArray &body)
{
    if (body.size() < 4)
        return {};
    const auto card = static_cast<qsizetype>(qFromLittleEndian<quint32>(body.constData()));
    return {body.mid(4, card), body.mid(4 + card)};
}

qint64 columnOf(const Known<QDateTime> &time, bool loaded)
{
    if (!time.isKnown())
        return loaded ? -1 : -2;
    return time.value.isValid() ? time.value.toSecsSinceEpoch() : 0;
}

Known<QDateTime> timeOf(qint64 column)
{
    if (column < 0)
        return {};
    return Known<QDateTime>::fromService(
        column == 0 ? QDateTime() : QDateTime::fromSecsSinceEpoch(column, Qt::UTC));
}

TaskColumns columnsOf(const Task &task, bool loaded)
{
    TaskColumns columns;
    columns.plan = columnOf(task.plannedStart, loaded);
    columns.planEnd = columnOf(task.plannedEnd, loaded);
    columns.number = task.number;
    if (!task.taskTemplate.isNothing() || !task.taskTemplate.name.isEmpty())
        columns.taskTemplate = Known<NamedRef>::fromService(task.taskTemplate);
    columns.contractor = task.contractor;
    columns.worker = task.worker;
    columns.text = searchTextOf(task);
    return columns;
}

} // namespace naryad::store
