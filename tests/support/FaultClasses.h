#pragma once

#include "FaultProxy.h"
#include "TlsFront.h"

#include <QString>
#include <QVector>

#include <optional>

namespace naryad::test {

/// One way a fault class shows itself.
struct FaultForm
{
    enum class Way {
        Proxy, ///< made by a FaultProxy, see `spoiling`
        Refused, ///< nothing listens at the address
        NoName, ///< the address has no such host
        Tls, ///< a TlsFront with `certificate`
    };

    QString name;
    Way way = Way::Proxy;
    Spoiling spoiling;
    std::optional<TlsFront::Certificate> certificate;
};

/// One of the 24 classes of fault that every command is tried with.
struct FaultClass
{
    QString name;
    bool applied = false; ///< the request reaches the server, only the answer is spoilt
    bool sent = true; ///< some of the request leaves this computer
    QVector<FaultForm> forms;
};

/// How slow the slow ones are, and where redirects point.
struct FaultSettings
{
    QUrl foreign;
    int lateMs = 300;
    int dripMs = 10;
};

QVector<FaultClass> faultClasses(const FaultSettings &settings);

/// An address of this computer where nothing listens.
QUrl refusingAddress();

/// An address of no host. The name is longer than names can be, so that no name server is asked.
QUrl unresolvableAddress();

} // namespace naryad::test
