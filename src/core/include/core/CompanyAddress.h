#pragma once

#include "core/Result.h"

#include <QString>
#include <QUrl>

namespace naryad {

/// The service's address as the user typed it: `name`, `name.mobiforce.ru` or a full `https://…` URL.
struct CompanyAddress
{
    QUrl base; ///< scheme, host, port; no path, no trailing slash
    QString shortName; ///< for titles: the company's name, or host:port

    friend bool operator==(const CompanyAddress &, const CompanyAddress &) = default;
};

/// A bare name means the service's own server; of an address copied with a path of the API, or from the
/// service's pages, the server is taken. Refuses (BadInput): a name at the service in other than Latin
/// letters, plain http to anything but loopback, user info, query, fragment, port 0, odd schemes.
Result<CompanyAddress> parseCompanyAddress(const QString &typed);

/// A key can be sent only if every character is printable ASCII without spaces (else it could carry a
/// header). A pasted `key=…`, quotes and surrounding spaces are taken off first.
Result<QString> cleanApiKey(const QString &typed);

} // namespace naryad
