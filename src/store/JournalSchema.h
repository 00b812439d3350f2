#pragma once

#include <QStringList>

namespace naryad::store {

/// The steps by which journal.db came to what it is; a file's user_version tells how many it has had.
const QStringList &journalSchema();

/// The key in `meta` under which the user's own views of the task list stand.
inline constexpr const char *ViewsKey = "views";

} // namespace naryad::store
