#pragma once

#include <QString>

#include <chrono>

namespace naryad {

/// What kind of thing went wrong; decides what the program does next. The words come from describe().
enum class ErrorKind {
    Offline, ///< a read never reached the service (no address, refused, TLS); see Cause
    TimedOut, ///< a read got no whole answer in time
    Refused, ///< the service answered 400 with a code and words
    KeyRefused, ///< the service answered 401
    NotFound, ///< the service says there is no such object
    RateLimited, ///< 429, or get-taskupdates asked too early
    NotTheApi, ///< an answer that is no JSON at all (a web page, a gateway), or a redirect
    TooLarge, ///< the answer passed the size cap
    BadAnswer, ///< JSON, but not of the documented shape, or cut short
    NotSent, ///< a write whose body surely never left this computer
    Ambiguous, ///< a write that may or may not have been applied
    Storage, ///< this computer's disk or database
    Keychain, ///< the system keychain
    BadInput, ///< what the user typed can't be used
    Cancelled, ///< given up by the program itself (shutting down)
};

/// The finer reason beneath an ErrorKind, where the user needs different words for it.
enum class ErrorCause {
    None,
    NoSuchHost,
    ConnectionRefused,
    TlsFailed,
    ConnectionClosed,
    Redirected,
    WebPage,
    ServerFailure,
    DiskFull,
    ReadOnly,
    Damaged,
    InUse,
    NoKeychain,
    KeychainSilent,
    NotOffered, ///< this account's service does not know what was asked for (a type of get-updates)
};

/// Any failure, as a value. Thread: any. Never holds the API key.
struct Error
{
    ErrorKind kind = ErrorKind::BadAnswer;
    ErrorCause cause = ErrorCause::None;
    int httpStatus = 0; ///< 0 where no status line came
    QString serviceCode; ///< the service's "code", as text
    QString words; ///< the service's own "description", or a library's message; plain text
    QString asked; ///< the command that was asked, e.g. "get-task"
    QString place; ///< where in an answer or a form: "line 3", "props[2].value", a host name
    std::chrono::seconds retryAfter{0}; ///< 0 = not told

    friend bool operator==(const Error &, const Error &) = default;
};

/// A sentence for the user in the interface language, with the service's own words and code where there are
/// any, and, where somebody answered, with the command that was asked.
QString describe(const Error &error);

/// A short stable name of a kind ("key refused"), for journals, logs and tests. Not translated.
QString toName(ErrorKind kind);
ErrorKind errorKindFromName(const QString &name);

} // namespace naryad
