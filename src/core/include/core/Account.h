#pragma once

#include <QString>
#include <QUrl>

namespace naryad {

/// One company on this computer. The key is not here: it lives in the keychain and in memory.
struct Account
{
    QString name; ///< as typed, or --name; shown in the title
    QUrl base; ///< see CompanyAddress
    QByteArray zoneId; ///< IANA name of the account's time zone
    QString folder; ///< absolute; holds mirror.db and journal.db
    bool demo = false;
    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace naryad
