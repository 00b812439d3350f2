#pragma once

#include "api/Requests.h"

namespace naryad::api {

/// A write as the table says it: its body, or `{}` where it takes none. For commands without `?id`.
WriteRequest prepare(const char *command, const QByteArray &body);
/// The same for commands with `?id`.
WriteRequest prepareFor(const char *command, const QString &id, const QByteArray &body = "{}");

} // namespace naryad::api
