#pragma once

#include "ScriptedServer.h"

#include <QUrl>

namespace naryad::test {

/// A handler for a ScriptedServer that hands each request on to the server behind and says its answer in other
/// forms the document allows or leaves open: ids as numbers, `{id:111}` as printed, references as bare ids,
/// nothing as "NULL", keys no sample shows left out, times of another account's zone; it knows no get-template,
/// offers only the documented feed, and refuses result statuses.
ScriptedServer::Handler otherForms(const QUrl &behind);

} // namespace naryad::test
