#include "HttpRules.h"

#include "api/CommandTable.h"
#include "core/CompanyAddress.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QSslConfiguration>

namespace naryad::api {

namespace {

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1")
        || host == QLatin1String("::1");
}

/// Over plain http a proxy would read the key, so only https ever asks the system for one.
class HttpsProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (query.url().scheme() != QLatin1String("https") || isLoopback(query.url().host()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

/// Percent-encoded by hand: QUrlQuery leaves '+' as it is, which servers read as a space.
QString encoded(const QUrlQuery &query)
{
    QByteArray text;
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(name);
        text += '=';
        text += QUrl::toPercentEncoding(value);
    }
    return QString::fromLatin1(text);
}

} // namespace

std::unique_ptr<QNetworkAccessManager> makeManager(const Endpoint &endpoint)
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setAutoDeleteReplies(false);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (endpoint.base.scheme() == QLatin1String("https"))
        manager->setProxyFactory(new HttpsProxies);
    else
        manager->setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    return manager;
}

Result<QNetworkRequest> makeRequest(
    const Endpoint &endpoint, const QString &command, bool write, const QUrlQuery &query,
    const Limits &limits)
{
    const CommandInfo *info = commandInfo(command);
    // Without its id a write would be about nothing, or about whatever the service makes of that.
    const bool idMissing
        = info && write && info->takesId && query.queryItemValue(QStringLiteral("id")).isEmpty();
    if (!info || info->write != write || idMissing) {
        Error error;
        error.kind = ErrorKind::BadInput;
        error.asked = command;
        return fail(error);
    }
    const Result<QString> key = cleanApiKey(endpoint.key);
    if (!key) {
        Error error = key.error();
        error.kind = ErrorKind::KeyRefused;
        error.asked = command;
        error.place = placeOf(endpoint.base);
        return fail(error);
    }

    QUrl url = endpoint.base;
    url.setPath(info->path);
    if (!query.isEmpty())
        url.setQuery(encoded(query), QUrl::StrictMode);

    QNetworkRequest request(url);
    request.setRawHeader(QByteArrayLiteral("Authorization"), QByteArrayLiteral("key=") + key->toLatin1());
    request.setRawHeader(QByteArrayLiteral("Accept"), QByteArrayLiteral("application/json"));
    // identity also turns Qt's own unpacking off, which keeps the comparison with Content-Length exact
    request.setRawHeader(QByteArrayLiteral("Accept-Encoding"), QByteArrayLiteral("identity"));
    request.setRawHeader(QByteArrayLiteral("User-Agent"), QByteArrayLiteral("Naryad/" NARYAD_VERSION));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(static_cast<int>(limits.stall.count()));
    if (url.scheme() == QLatin1String("https")) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
        request.setSslConfiguration(tls);
    }
    return request;
}

QString withoutKey(QString text, const QString &key)
{
    const QString cleaned = cleanApiKey(key).value_or(QString());
    return cleaned.isEmpty() ? text : text.replace(cleaned, QStringLiteral("[key]"));
}

QString placeOf(const QUrl &url)
{
    const QString host = url.host();
    return url.port() > 0 ? QString(host + QLatin1Char(':') + QString::number(url.port())) : host;
}

} // namespace naryad::api
