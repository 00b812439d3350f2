#pragma once

#include "ScriptedServer.h"

#include <QUrl>

namespace naryad::test {

/// A handler for a ScriptedServer that hands each request on to the server behind and says its answer in
/// other forms the document allows or leaves open: ids as numbers, `{id:111}` as printed, references as bare
/// ids, nothing as "NULL", keys no sample shows left out, times of another account's zone; it knows no
/// get-template, offers only the documented feed, and refuses result statuses.
///
/// `closing`: its answers have no length and end with their connection, as HTTP/1.0 does; an id that would
/// stand bare is in quotes then, as a number on its own would show no end.
ScriptedServer::Handler otherForms(const QUrl &behind, bool closing);

} // namespace naryad::test
