#pragma once

#include "Db.h"

#include <QVector>

namespace naryad::store {

/// Whose phone ends with the digits looked for.
struct PhoneOwner
{
    QString contractorId;
    QString shown; ///< the phone as it is written
};

/// At most 200, by what the digits before them are.
QVector<PhoneOwner> ownersOfPhone(SQLite::Database &database, const QString &lastDigits);

} // namespace naryad::store
