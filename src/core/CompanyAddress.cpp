#include "core/CompanyAddress.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace naryad {

namespace {

constexpr QLatin1String Service(".mobiforce.ru");

bool isLatin(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() < 0x80; });
}

/// Of the host the user means, before any name is written as "xn--…".
Result<void> refuseForeignName(const QString &host)
{
    if (!host.endsWith(Service) || isLatin(host))
        return {};
    return fail(
        ErrorKind::BadInput,
        QCoreApplication::translate(
            "naryad",
            "At mobiforce.ru a company's name is in Latin letters, as in the address of your cabinet: "
            "“%1” can't be one.")
            .arg(host.chopped(Service.size())));
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1")
        || host == QLatin1String("::1");
}

tl::unexpected<Error> refuse(const char *why)
{
    return fail(ErrorKind::BadInput, QCoreApplication::translate("naryad", why));
}

} // namespace

Result<CompanyAddress> parseCompanyAddress(const QString &typed)
{
    QString text = typed.trimmed();
    while (text.endsWith(QLatin1Char('/')))
        text.chop(1);
    if (text.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("naryad", "Enter the company's name or address."));
    if (!text.contains(QLatin1String("://"))) {
        static const QRegularExpression name(
            QStringLiteral("^[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?$"));
        if (name.match(text).hasMatch())
            text += Service;
        text.prepend(QStringLiteral("https://"));
    }
    static const QRegularExpression server(QStringLiteral("^[a-zA-Z]+://([^/?#:@]*)"));
    if (auto named = refuseForeignName(server.match(text).captured(1).toLower()); !named)
        return tl::unexpected(named.error());
    QUrl url(text, QUrl::StrictMode);
    // Copied from the service's own document or from the browser: the server is what is meant.
    if (url.path().startsWith(QLatin1String("/api/"))
        || (url.host().endsWith(Service) && url.scheme() == QLatin1String("https"))) {
        url.setPath({});
        url.setQuery(QString());
        url.setFragment({});
    }
    if (!url.isValid() || url.host().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("naryad", "That is not an address."));
    const QString scheme = url.scheme();
    if (scheme != QLatin1String("https") && scheme != QLatin1String("http"))
        return refuse(QT_TRANSLATE_NOOP("naryad", "The address must begin with https://."));
    if (scheme == QLatin1String("http") && !isLoopback(url.host()))
        return refuse(QT_TRANSLATE_NOOP(
            "naryad",
            "Without https:// the key would go over the network in clear: only this computer may."));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() || url.port() == 0)
        return refuse(QT_TRANSLATE_NOOP("naryad", "The address must be a server's name and nothing more."));
    if (!url.path().isEmpty())
        return refuse(QT_TRANSLATE_NOOP("naryad", "The address must be a server's name without a path."));

    CompanyAddress address;
    address.base.setScheme(scheme);
    address.base.setHost(url.host());
    address.base.setPort(url.port());
    address.shortName = url.host().endsWith(Service) ? url.host().chopped(Service.size()) : url.host();
    if (url.port() > 0)
        address.shortName += QLatin1Char(':') + QString::number(url.port());
    return address;
}

Result<QString> cleanApiKey(const QString &typed)
{
    QString key = typed.trimmed();
    if (key.startsWith(QLatin1String("key=")))
        key.remove(0, 4);
    if (key.size() >= 2 && key.startsWith(QLatin1Char('"')) && key.endsWith(QLatin1Char('"')))
        key = key.mid(1, key.size() - 2);
    if (key.isEmpty())
        return refuse(QT_TRANSLATE_NOOP("naryad", "Enter the API key."));
    for (QChar letter : std::as_const(key)) {
        if (letter.unicode() < 0x21 || letter.unicode() > 0x7e)
            return refuse(
                QT_TRANSLATE_NOOP("naryad", "A key has only Latin letters, digits and signs, no spaces."));
    }
    return key;
}

} // namespace naryad
