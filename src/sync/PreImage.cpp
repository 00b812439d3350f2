#include "PreImage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace naryad::sync {

namespace {

QString usnKey()
{
    return QStringLiteral("usn");
}

QString mirrorKey()
{
    return QStringLiteral("mirror");
}

QString rowKey()
{
    return QStringLiteral("row");
}

QString idsKey()
{
    return QStringLiteral("ids");
}

QString countsKey()
{
    return QStringLiteral("counts");
}

QString closedKey()
{
    return QStringLiteral("closed");
}

QString beforeKey()
{
    return QStringLiteral("before");
}

QString sentKey()
{
    return QStringLiteral("sent");
}

QString rawKey()
{
    return QStringLiteral("raw");
}

} // namespace

Result<PreImage> preImageOf(store::Mirror &mirror)
{
    const auto usn = mirror.taskUsn();
    if (!usn)
        return tl::unexpected(usn.error());
    const auto identity = mirror.identity();
    if (!identity)
        return tl::unexpected(identity.error());
    return mirror.newestTaskRow().map([&](RowId row) { return PreImage{*usn, *identity, row}; });
}

QByteArray toJson(const PreImage &image)
{
    // As text: a JSON number is a double.
    QJsonObject object{
        {usnKey(), QString::number(image.usn)},
        {mirrorKey(), image.mirror},
        {rowKey(), QString::number(image.newestRow)}};
    if (!image.ids.isEmpty())
        object.insert(idsKey(), QJsonArray::fromStringList(image.ids));
    QJsonObject counts;
    for (auto it = image.counts.begin(); it != image.counts.end(); ++it)
        counts.insert(it.key(), it.value());
    if (!counts.isEmpty())
        object.insert(countsKey(), counts);
    if (image.closed)
        object.insert(closedKey(), true);
    if (!image.sent.isEmpty()) {
        object.insert(beforeKey(), image.before);
        object.insert(sentKey(), image.sent);
    }
    if (!image.raw.isEmpty())
        object.insert(rawKey(), QString::fromUtf8(image.raw));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

PreImage preImageFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    PreImage image{
        object.value(usnKey()).toString().toLongLong(), object.value(mirrorKey()).toString(),
        object.value(rowKey()).toString().toLongLong()};
    const QJsonArray ids = object.value(idsKey()).toArray();
    for (const QJsonValue id : ids)
        image.ids.append(id.toString());
    const QJsonObject counts = object.value(countsKey()).toObject();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        image.counts.insert(it.key(), it.value().toInt());
    image.closed = object.value(closedKey()).toBool();
    image.before = object.value(beforeKey()).toObject();
    image.sent = object.value(sentKey()).toObject();
    image.raw = object.value(rawKey()).toString().toUtf8();
    return image;
}

} // namespace naryad::sync
