#include "FaultClasses.h"

#include <QHostAddress>
#include <QTcpServer>

namespace naryad::test {

namespace {

FaultForm elsewhere(FaultForm::Way way)
{
    return {QString(), way, {}, {}};
}

FaultForm tls(const char *name, TlsFront::Certificate certificate)
{
    return {QString::fromLatin1(name), FaultForm::Way::Tls, {}, certificate};
}

FaultForm redirect(int status, const QUrl &target)
{
    Spoiling spoiling;
    spoiling.fault = Fault::Redirect;
    spoiling.status = status;
    spoiling.target = target;
    return {QString::number(status), FaultForm::Way::Proxy, spoiling, {}};
}

/// By the proxy, which never hands the request on.
FaultClass before(const char *name, Fault fault)
{
    Spoiling spoiling;
    spoiling.fault = fault;
    return {QString::fromLatin1(name), false, true, {{QString(), FaultForm::Way::Proxy, spoiling, {}}}};
}

/// By the proxy, once the server has done its part.
FaultClass after(const char *name, Fault fault, int delayMs = 0)
{
    Spoiling spoiling;
    spoiling.fault = fault;
    spoiling.delayMs = delayMs;
    return {QString::fromLatin1(name), true, true, {{QString(), FaultForm::Way::Proxy, spoiling, {}}}};
}

FaultClass unsent(const char *name, const QVector<FaultForm> &forms)
{
    return {QString::fromLatin1(name), false, false, forms};
}

QUrl loopback(quint16 port)
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(port);
    return url;
}

} // namespace

QVector<FaultClass> faultClasses(const FaultSettings &settings)
{
    FaultClass redirects = before("redirect", Fault::Redirect);
    redirects.forms
        = {redirect(302, settings.foreign), redirect(307, settings.foreign), redirect(308, settings.foreign)};
    return {
        unsent("refused", {elsewhere(FaultForm::Way::Refused)}),
        unsent("no such host", {elsewhere(FaultForm::Way::NoName)}),
        unsent(
            "TLS",
            {tls("other name", TlsFront::Certificate::OtherName),
             tls("expired", TlsFront::Certificate::Expired)}),
        before("FIN before", Fault::FinBefore),
        before("RST before", Fault::RstBefore),
        after("FIN after", Fault::FinAfter),
        after("RST after", Fault::RstAfter),
        after("half a status line", Fault::HalfStatusLine),
        after("headers only", Fault::HeadersOnly),
        after("cut body", Fault::Truncated),
        after("cut chunks", Fault::TruncatedChunks),
        after("no length, RST", Fault::NoLengthReset),
        after("bad gzip", Fault::BadGzip),
        after("broken JSON", Fault::BrokenJson),
        after("empty 200", Fault::EmptyBody),
        after("{} 200", Fault::EmptyObject),
        after("web page 200", Fault::WebPage),
        before("web page 502", Fault::BadGateway),
        before("500 before", Fault::FailureBefore),
        after("500 after", Fault::FailureAfter),
        after("late", Fault::Late, settings.lateMs),
        after("drip", Fault::Drip, settings.dripMs),
        redirects,
        before("429", Fault::RateLimited),
    };
}

QUrl refusingAddress()
{
    // The system hands out other free ports before it comes back to this one
    QTcpServer taken;
    if (!taken.listen(QHostAddress::LocalHost, 0))
        qFatal("no loopback port");
    return loopback(taken.serverPort());
}

QUrl unresolvableAddress()
{
    QStringList labels(8, QString(40, QLatin1Char('x')));
    labels.append(QStringLiteral("invalid"));
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(labels.join(QLatin1Char('.')));
    return url;
}

} // namespace naryad::test
