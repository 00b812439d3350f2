#pragma once

#include "Db.h"
#include "core/Phone.h"

#include <QVector>

namespace naryad::store {

/// Whose phone the digits looked for stand in.
struct PhoneOwner
{
    QString contractorId;
    QString shown; ///< the phone as it is written
    PhoneMatch match = PhoneMatch::None;
};

/// At most 200 contractors, each with the phone that fits best: whole numbers, then by their end, their
/// beginning, the digits inside of them; within these by what the digits beside are.
QVector<PhoneOwner> ownersOfPhone(SQLite::Database &database, const QVector<TypedPhone> &typed);

} // namespace naryad::store
