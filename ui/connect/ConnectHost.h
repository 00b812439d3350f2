#pragma once

#include "core/CompanyAddress.h"
#include "core/Result.h"

#include <QFuture>
#include <QString>

namespace naryad::ui {

/// What the connect windows need of the program around them. Implemented by the composition root.
/// Thread: the GUI's; the futures may finish anywhere and may be cancelled by the window.
class ConnectHost
{
public:
    virtual ~ConnectHost() = default;

    /// Asks the service one small question with this key. Errors: KeyRefused, Offline with its cause,
    /// TimedOut, NotTheApi, RateLimited, …
    virtual QFuture<Result<void>> check(const CompanyAddress &company, const QString &key) = 0;

    /// Puts a checked key into the system's keychain. Errors: Keychain (NoKeychain, KeychainSilent).
    virtual QFuture<Result<void>> keepKey(const CompanyAddress &company, const QString &key) = 0;
};

} // namespace naryad::ui
