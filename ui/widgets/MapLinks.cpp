#include "MapLinks.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// As it was told where it is a number; a comma is a point.
QString degrees(const QString &text)
{
    bool number = false;
    const QString plain = text.trimmed().replace(u',', u'.');
    plain.toDouble(&number);
    return number ? plain : QString();
}

bool isPlace(const Address &address)
{
    return !degrees(address.latitude).isEmpty() && !degrees(address.longitude).isEmpty();
}

} // namespace

QVector<MapLink> mapLinks()
{
    return {
        {u"OpenStreetMap"_s, u"https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"_s,
         u"https://www.openstreetmap.org/search?query={address}"_s},
        {QCoreApplication::translate("naryad::ui::MapLinks", "Yandex Maps"),
         u"https://yandex.ru/maps/?pt={lon},{lat}&z=17"_s, u"https://yandex.ru/maps/?text={address}"_s},
        {QCoreApplication::translate("naryad::ui::MapLinks", "2GIS"), u"https://2gis.ru/geo/{lon},{lat}"_s,
         u"https://2gis.ru/search/{address}"_s},
        {QCoreApplication::translate("naryad::ui::MapLinks", "This computer's map (geo:)"),
         u"geo:{lat},{lon}"_s, u"geo:0,0?q={address}"_s},
    };
}

QUrl mapUrl(const MapLink &map, const Address &address)
{
    const QString text = address.text.trimmed();
    if (!isPlace(address) && text.isEmpty())
        return {};
    QString pattern = isPlace(address) ? map.ofPlace : map.ofAddress;
    pattern.replace(u"{lat}"_s, degrees(address.latitude));
    pattern.replace(u"{lon}"_s, degrees(address.longitude));
    // Last: what somebody typed is no pattern.
    pattern.replace(u"{address}"_s, encoded(text));
    const QUrl url(pattern, QUrl::StrictMode);
    const bool allowed = url.scheme() == u"https" || url.scheme() == u"geo";
    return url.isValid() && allowed ? url : QUrl();
}

QString coordinatesText(const Address &address)
{
    return isPlace(address) ? degrees(address.latitude) + u", "_s + degrees(address.longitude) : QString();
}

void fillMapMenu(QMenu &menu, const Address &address)
{
    menu.clear();
    const QVector<MapLink> maps = mapLinks();
    for (const MapLink &map : maps) {
        const QUrl url = mapUrl(map, address);
        QAction *open = menu.addAction(map.name);
        open->setEnabled(url.isValid());
        QObject::connect(open, &QAction::triggered, open, [url] { QDesktopServices::openUrl(url); });
    }
    menu.addSeparator();
    const QString place = coordinatesText(address);
    QAction *copy = menu.addAction(QCoreApplication::translate("naryad::ui::MapLinks", "&Copy coordinates"));
    copy->setObjectName(u"copyCoordinates"_s);
    copy->setEnabled(!place.isEmpty());
    QObject::connect(
        copy, &QAction::triggered, copy, [place] { QGuiApplication::clipboard()->setText(place); });
}

} // namespace naryad::ui
