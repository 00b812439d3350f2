#include "Cursor.h"
#include "NamesAlike.h"
#include "ReaderQueries.h"
#include "TaskColumns.h"
#include "core/Serial.h"

#include <algorithm>

/// What may want to be put right about clients. Asked for by hand: it looks at every one.
namespace naryad::store {

namespace {

using Kind = ContractorGap::Kind;

/// An extension has a key of its own, and many clients have an extension 12: shorter ones are no double.
constexpr qsizetype LeastPhoneDigits = 6;

/// Families one after the other, by the tree's own index.
constexpr const char *Families = "SELECT id, name, parent_id, parent_name, card FROM contractor INDEXED BY "
                                 "contractor_tree WHERE gone=0 ORDER BY parent_id, sort, id";
constexpr const char *Phones = "SELECT reversed, contractor_id, shown FROM phone WHERE length(reversed)>=?1 "
                               "ORDER BY reversed, contractor_id";

class Search
{
public:
    explicit Search(SQLite::Database &mirror)
        : m_mirror(mirror)
    {}

    ContractorGaps all()
    {
        samePhones();
        families();
        std::stable_sort(
            m_found.gaps.begin(), m_found.gaps.end(),
            [](const ContractorGap &a, const ContractorGap &b) { return a.kind < b.kind; });
        return std::move(m_found);
    }

private:
    void samePhones()
    {
        Cursor read(m_mirror, Phones);
        read.with(static_cast<qint64>(LeastPhoneDigits));
        QString digits;
        QString shown;
        QStringList ids;
        const auto end = [&] {
            if (ids.size() > 1)
                addShared(shown, ids);
            ids.clear();
        };
        while (read.next()) {
            const QString next = read.text(0);
            if (next != digits) {
                end();
                digits = next;
                shown = read.text(2);
            }
            if (const QString id = read.text(1); !ids.contains(id))
                ids.append(id);
        }
        end();
    }

    void addShared(const QString &phone, const QStringList &ids)
    {
        ContractorGap gap;
        gap.kind = Kind::SamePhone;
        gap.what = phone;
        SQLite::Statement find(
            m_mirror, "SELECT id, name, parent_id, parent_name, NULL FROM contractor WHERE id=? AND gone=0");
        for (const QString &id : ids) {
            find.reset();
            bindAll(find, id);
            if (find.executeStep())
                gap.clients.append({id, contractorOf(find).path()});
        }
        if (gap.clients.size() > 1)
            m_found.gaps.append(gap);
    }

    void families()
    {
        SQLite::Statement read(m_mirror, Families);
        while (read.executeStep()) {
            const Contractor client = contractorOf(read);
            if (client.parent.id != m_parent.id)
                endFamily();
            m_parent = client.parent;
            m_family.append({client.id, client.name});
            ++m_found.clients;
            if (read.getColumn(4).isNull())
                ++m_found.notRead;
            else
                lookAt(client);
        }
        endFamily();
    }

    /// What the service did not tell is not missing.
    void lookAt(const Contractor &client)
    {
        const auto isThere = [](const Phone &phone) { return !phone.deleted && !phone.number.isEmpty(); };
        const auto hasOne = [&isThere](const QVector<Phone> &phones) {
            return std::any_of(phones.begin(), phones.end(), isThere);
        };
        const QVector<Person> &persons = client.persons.value;
        const bool ofPerson = std::any_of(persons.begin(), persons.end(), [&hasOne](const Person &person) {
            return !person.deleted && hasOne(person.phones.value);
        });
        if (client.phones.isKnown() && !hasOne(client.phones.value) && !ofPerson)
            add(Kind::NoPhone, client);
        const Address &address = client.address.value;
        const bool told = client.address.isKnown()
            && !(address.notKnown & (AddressPart::Latitude | AddressPart::Longitude));
        if (told && (address.latitude.isEmpty() || address.longitude.isEmpty()))
            add(Kind::NoCoordinates, client);
    }

    void add(Kind kind, const Contractor &client)
    {
        ContractorGap gap;
        gap.kind = kind;
        gap.what = kind == Kind::NoCoordinates ? client.address.value.text : QString();
        gap.clients = {{client.id, client.path()}};
        m_found.gaps.append(gap);
    }

    void endFamily()
    {
        QStringList names;
        for (const NamedRef &client : std::as_const(m_family))
            names.append(client.name);
        const auto groups = namesAlike(names);
        for (const QVector<int> &group : groups) {
            ContractorGap gap;
            gap.kind = Kind::NearNames;
            gap.what = m_parent.name;
            for (const int place : group) {
                Contractor shown;
                shown.name = names.at(place);
                shown.parent = m_parent;
                gap.clients.append({m_family.at(place).id, shown.path()});
            }
            m_found.gaps.append(gap);
        }
        m_family.clear();
    }

    SQLite::Database &m_mirror;
    ContractorGaps m_found;
    NamedRef m_parent;
    QVector<NamedRef> m_family;
};

} // namespace

Result<ContractorGaps> ReaderQueries::contractorGaps()
{
    const SQLite::Transaction snapshot(mirror());
    return Search(mirror()).all();
}

} // namespace naryad::store
