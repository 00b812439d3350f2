#pragma once

#include <QStringList>

namespace naryad::store {

/// The steps by which journal.db came to what it is; a file's user_version tells how many it has had.
const QStringList &journalSchema();

} // namespace naryad::store
