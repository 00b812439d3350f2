#include "Phones.h"

#include "Cursor.h"
#include "ListSql.h"
#include "SearchText.h"

#include <QSet>

#include <algorithm>

namespace naryad::store {

namespace {

constexpr int Most = 200;
constexpr int MostInside = 20000; ///< candidates of the text index that are looked at

/// The owners met so far, each once.
class Owners
{
public:
    bool full() const { return m_found.size() >= Most; }
    void add(const QString &contractorId, const QString &shown, PhoneMatch match)
    {
        if (m_known.contains(contractorId))
            return;
        m_known.insert(contractorId);
        m_found.append({contractorId, shown, match});
    }
    const QVector<PhoneOwner> &found() const { return m_found; }

private:
    QVector<PhoneOwner> m_found;
    QSet<QString> m_known;
};

/// Keys in a column that begin so; the character after the digits ends the range.
void addRange(Cursor &keys, const QString &from, PhoneMatch match, Owners &owners)
{
    keys.with(from, QString(from + QChar(u':')));
    while (!owners.full() && keys.next()) {
        const bool whole = match == PhoneMatch::End && keys.number(2) == from.size();
        owners.add(keys.text(0), keys.text(1), whole ? PhoneMatch::Whole : match);
    }
}

void addInside(Cursor &index, Cursor &phone, const QString &digits, Owners &owners)
{
    index.with(matchOf(trigramsOf(digits, false)));
    int looked = 0;
    while (!owners.full() && ++looked <= MostInside && index.next()) {
        if (phone.with(index.number(0)).next() && phone.text(2).contains(digits))
            owners.add(phone.text(0), phone.text(1), PhoneMatch::Inside);
    }
}

} // namespace

QVector<PhoneOwner> ownersOfPhone(SQLite::Database &database, const QVector<TypedPhone> &typed)
{
    Owners owners;
    if (typed.isEmpty())
        return {};
    Cursor ends(database, sql::PhoneEnds);
    for (const TypedPhone &one : typed) {
        QString reversed = one.digits;
        std::reverse(reversed.begin(), reversed.end());
        addRange(ends, reversed, PhoneMatch::End, owners);
    }
    Cursor begins(database, sql::PhoneBegins);
    for (const TypedPhone &one : typed) {
        addRange(begins, one.digits, PhoneMatch::Beginning, owners);
        if (!one.beginning.isEmpty())
            addRange(begins, one.beginning, PhoneMatch::Beginning, owners);
    }
    Cursor inside(database, sql::PhoneInside);
    Cursor phone(database, sql::PhoneShown);
    for (const TypedPhone &one : typed)
        addInside(inside, phone, one.digits, owners);
    QVector<PhoneOwner> found = owners.found();
    std::stable_sort(found.begin(), found.end(), [](const PhoneOwner &a, const PhoneOwner &b) {
        return a.match < b.match;
    });
    return found;
}

} // namespace naryad::store
