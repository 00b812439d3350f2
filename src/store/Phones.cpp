#include "Phones.h"

#include "Cursor.h"
#include "ListSql.h"

#include <algorithm>

namespace naryad::store {

namespace {

constexpr int Most = 200;

} // namespace

QVector<PhoneOwner> ownersOfPhone(SQLite::Database &database, const QString &lastDigits)
{
    QString reversed = lastDigits;
    std::reverse(reversed.begin(), reversed.end());
    QVector<PhoneOwner> owners;
    Cursor ends(database, sql::PhoneEnds);
    ends.with(reversed, QString(reversed + QChar(u':'))); // the character after the digits
    while (owners.size() < Most && ends.next()) {
        const PhoneOwner owner{ends.text(0), ends.text(1)};
        const bool known = std::any_of(owners.begin(), owners.end(), [&owner](const PhoneOwner &one) {
            return one.contractorId == owner.contractorId;
        });
        if (!known)
            owners.append(owner);
    }
    return owners;
}

} // namespace naryad::store
