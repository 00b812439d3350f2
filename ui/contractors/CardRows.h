#pragma once

#include "core/AccountZone.h"
#include "core/ContractorTree.h"

#include <QDateTime>
#include <QString>
#include <QVector>

namespace naryad::ui {

/// A line of a client's card, with what stands under it.
struct CardRow
{
    enum class Kind {
        Field, ///< of the client itself
        Group,
        Phone,
        Person,
        Subdivision,
        Equipment,
        Task,
        Said, ///< said here and not sent
        Words, ///< said by the program
    };
    Kind kind = Kind::Field;
    QString name;
    QString value; ///< as it is shown
    QString copied{}; ///< what Ctrl+C takes; empty: the value
    QString typed{}; ///< a phone or a person's name as the service has it
    QString id{}; ///< of what it is; a local one where it was made here
    RowId row = 0; ///< of a task; of something said the command's number
    QString owner{}; ///< of a person's phone: the person's id
    bool known = true;
    bool deleted = false;
    QVector<CardRow> under{};

    QString key() const; ///< names it within the card
};

/// The whole card. Deleted persons and phones stand there only `withDeleted`.
QVector<CardRow>
cardRows(const ContractorCard &card, bool withDeleted, const AccountZone &zone, const QDateTime &now);

/// How many persons and phones are deleted.
int deletedOf(const ContractorCard &card);

} // namespace naryad::ui
