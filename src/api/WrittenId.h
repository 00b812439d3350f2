#pragma once

#include <QByteArray>
#include <QString>

namespace naryad::api {

/// The id a write answers: `{id: 111}`, `111` or `"111"`; empty where there is none in it.
QString readWrittenId(const QByteArray &body);

} // namespace naryad::api
