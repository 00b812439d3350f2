#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace naryad {

/// The values of documented keys that nobody here understands, as JSON text of the same value.
///
/// Key: the one the service's update takes ("visitDuration"), whatever spelling the answer had. A body built
/// from such an object carries them on: an update sends them back unchanged, unless the part they belong to
/// has been given a value since.
using RawValues = QMap<QString, QByteArray>;

} // namespace naryad
