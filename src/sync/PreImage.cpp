#include "PreImage.h"

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
    const QJsonObject object{
        {usnKey(), QString::number(image.usn)},
        {mirrorKey(), image.mirror},
        {rowKey(), QString::number(image.newestRow)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

PreImage preImageFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {
        object.value(usnKey()).toString().toLongLong(), object.value(mirrorKey()).toString(),
        object.value(rowKey()).toString().toLongLong()};
}

} // namespace naryad::sync
