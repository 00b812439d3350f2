#pragma once

#include "core/Ids.h"
#include "core/Task.h"

#include <QString>
#include <QVector>

namespace naryad {

struct Phone
{
    QString id;
    QString number; ///< as typed; never required to be a valid number
    QString personId; ///< empty: belongs to the contractor itself
    bool deleted = false;
    friend bool operator==(const Phone &, const Phone &) = default;
};

/// A row of get-contractor-list: the tree comes from here.
struct ContractorListItem
{
    QString id;
    QString name;
    NamedRef parent;
    friend bool operator==(const ContractorListItem &, const ContractorListItem &) = default;
};

/// A contractor or subdivision (get-contractor). `detailsLoaded` false: only the list's row is known.
struct Contractor
{
    QString id;
    QString name;
    NamedRef parent;
    QString externalId;
    Address address;
    QVector<Phone> phones;
    bool detailsLoaded = false;

    /// "Ромашка / Подразделение 2", or the bare name at the top of the tree.
    QString path() const { return parent.name.isEmpty() ? name : parent.name + QStringLiteral(" / ") + name; }
    friend bool operator==(const Contractor &, const Contractor &) = default;
};

} // namespace naryad
