#pragma once

#include "core/Task.h"

#include <QUrl>
#include <QVector>

class QMenu;

namespace naryad::ui {

/// A map outside of the program, as patterns with {lat}, {lon} and {address}.
struct MapLink
{
    QString name;
    QString ofPlace; ///< where coordinates are known
    QString ofAddress; ///< where they are not
};

/// OpenStreetMap, Yandex, 2GIS and the system's own map.
QVector<MapLink> mapLinks();

/// The address of the place on the map; nothing where neither coordinates nor an address are known, or what
/// comes out is no address of the web or of the system's map.
QUrl mapUrl(const MapLink &map, const Address &address);

/// "55.77, 37.60" as maps take it; empty where they are not known.
QString coordinatesText(const Address &address);

/// An action for each map that opens it, and one that copies the coordinates; disabled where there is nothing
/// to show. The menu keeps the address.
void fillMapMenu(QMenu &menu, const Address &address);

} // namespace naryad::ui
