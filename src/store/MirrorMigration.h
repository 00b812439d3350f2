#pragma once

#include "Db.h"

namespace naryad::store {

/// Fills the tables lists and search read from the cards that are kept (of tasks: from the table task_before,
/// which then goes). For the step that made those tables. Throws SQLite::Exception.
void rederive(SQLite::Database &database);

/// Fills the tables phones are found by, from the contractors' cards. Throws SQLite::Exception.
void rederivePhones(SQLite::Database &database);
/// Fills what the catalogue of equipment is sorted by, from the cards that are kept. Throws
/// SQLite::Exception.
void rederiveEquipment(SQLite::Database &database);

} // namespace naryad::store
