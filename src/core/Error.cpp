#include "core/Error.h"
#include "core/Quotes.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace naryad {

namespace {

constexpr std::array<std::pair<ErrorKind, const char *>, 15> Names{{
    {ErrorKind::Offline, "offline"},
    {ErrorKind::TimedOut, "timed out"},
    {ErrorKind::Refused, "refused"},
    {ErrorKind::KeyRefused, "key refused"},
    {ErrorKind::NotFound, "not found"},
    {ErrorKind::RateLimited, "rate limited"},
    {ErrorKind::NotTheApi, "not the api"},
    {ErrorKind::TooLarge, "too large"},
    {ErrorKind::BadAnswer, "bad answer"},
    {ErrorKind::NotSent, "not sent"},
    {ErrorKind::Ambiguous, "ambiguous"},
    {ErrorKind::Storage, "storage"},
    {ErrorKind::Keychain, "keychain"},
    {ErrorKind::BadInput, "bad input"},
    {ErrorKind::Cancelled, "cancelled"},
}};

QString noLine(const Error &error)
{
    switch (error.cause) {
    case ErrorCause::NoSuchHost:
        return QCoreApplication::translate(
                   "naryad", "There is no such address: %1. Check the company's name and the network.")
            .arg(error.place);
    case ErrorCause::ConnectionRefused:
        return QCoreApplication::translate("naryad", "Nothing answers at %1.").arg(error.place);
    case ErrorCause::TlsFailed:
        return QCoreApplication::translate(
                   "naryad", "The connection to %1 can't be trusted (its certificate).")
            .arg(error.place);
    case ErrorCause::ConnectionClosed:
        return QCoreApplication::translate("naryad", "The connection was closed before an answer came.");
    default:
        return QCoreApplication::translate("naryad", "There is no connection to the service.");
    }
}

QString storage(const Error &error)
{
    switch (error.cause) {
    case ErrorCause::DiskFull:
        return QCoreApplication::translate("naryad", "The disk is full: this is not saved.");
    case ErrorCause::ReadOnly:
        return error.place.isEmpty()
            ? QCoreApplication::translate("naryad", "This can't be written to the disk: it is not saved.")
            : QCoreApplication::translate("naryad", "This folder or file can't be written: %1")
                  .arg(error.place);
    case ErrorCause::Damaged:
        return QCoreApplication::translate("naryad", "This file is damaged: %1").arg(error.place);
    case ErrorCause::InUse:
        return QCoreApplication::translate("naryad", "Another copy of Naryad has this company open: %1")
            .arg(error.place);
    default:
        return QCoreApplication::translate("naryad", "This could not be saved on this computer.");
    }
}

QString sentence(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
        return noLine(error);
    case ErrorKind::TimedOut:
        return QCoreApplication::translate("naryad", "The service did not answer in time.");
    case ErrorKind::Refused:
        return error.cause == ErrorCause::NotOffered
            ? QCoreApplication::translate("naryad", "The service does not offer this.")
            : QCoreApplication::translate("naryad", "The service refused this.");
    case ErrorKind::KeyRefused:
        return QCoreApplication::translate("naryad", "The service did not accept the key.");
    case ErrorKind::NotFound:
        return QCoreApplication::translate("naryad", "The service has no such object.");
    case ErrorKind::RateLimited:
        return error.retryAfter.count() > 0
            ? QCoreApplication::translate(
                "naryad", "The service asks to wait %n second(s).", nullptr,
                static_cast<int>(error.retryAfter.count()))
            : QCoreApplication::translate("naryad", "The service asks to wait before the next request.");
    case ErrorKind::NotTheApi:
        if (error.cause == ErrorCause::Redirected)
            return QCoreApplication::translate(
                "naryad", "That address sends on to another one: it is not the Mobiforce API.");
        if (error.cause == ErrorCause::ServerFailure)
            return QCoreApplication::translate(
                       "naryad", "The server at that address is in trouble (HTTP %1).")
                .arg(error.httpStatus);
        return QCoreApplication::translate(
            "naryad", "That address answers with a web page, not with the Mobiforce API.");
    case ErrorKind::TooLarge:
        return QCoreApplication::translate(
            "naryad", "The answer is larger than any real one: it was not read.");
    case ErrorKind::BadAnswer:
        return error.place.isEmpty()
            ? QCoreApplication::translate("naryad", "The service's answer could not be understood.")
            : QCoreApplication::translate("naryad", "The service's answer could not be understood (%1).")
                  .arg(error.place);
    case ErrorKind::NotSent:
        return QCoreApplication::translate("naryad", "Not sent:") + QLatin1Char(' ') + noLine(error);
    case ErrorKind::Ambiguous:
        return QCoreApplication::translate(
            "naryad", "No whole answer came: it may or may not have been done.");
    case ErrorKind::Storage:
        return storage(error);
    case ErrorKind::Keychain:
        return error.cause == ErrorCause::KeychainSilent
            ? QCoreApplication::translate("naryad", "The system keychain did not answer in time.")
            : QCoreApplication::translate("naryad", "No system keychain could be used.");
    case ErrorKind::BadInput:
        return error.words.isEmpty() ? QCoreApplication::translate("naryad", "This can't be used as it is.")
                                     : QString();
    case ErrorKind::Cancelled:
        return QCoreApplication::translate("naryad", "This was given up.");
    }
    return {};
}

/// Whether somebody answered at the service's address, so that it matters to what.
bool isAnAnswer(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::TimedOut:
    case ErrorKind::Refused:
    case ErrorKind::KeyRefused:
    case ErrorKind::NotFound:
    case ErrorKind::RateLimited:
    case ErrorKind::NotTheApi:
    case ErrorKind::TooLarge:
    case ErrorKind::BadAnswer:
    case ErrorKind::Ambiguous:
        return true;
    default:
        return false;
    }
}

/// "(create-task, code 14)"
QString whatWasAsked(const Error &error)
{
    QStringList parts;
    if (isAnAnswer(error.kind) && !error.asked.isEmpty())
        parts.append(error.asked);
    if (!error.serviceCode.isEmpty())
        parts.append(QCoreApplication::translate("naryad", "code %1").arg(error.serviceCode));
    return parts.isEmpty() ? QString()
                           : QLatin1Char('(') + parts.join(QLatin1String(", ")) + QLatin1Char(')');
}

} // namespace

QString describe(const Error &error)
{
    QStringList parts{sentence(error)};
    if (!error.words.isEmpty())
        parts.append(
            parts.first().isEmpty()
                ? error.words
                : QCoreApplication::translate("naryad", "“%1”").arg(innerQuotes(error.words)));
    const QString asked = whatWasAsked(error);
    if (!asked.isEmpty())
        parts.append(asked);
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

QString toName(ErrorKind kind)
{
    for (const auto &[known, name] : Names) {
        if (known == kind)
            return QString::fromLatin1(name);
    }
    return {};
}

ErrorKind errorKindFromName(const QString &name)
{
    for (const auto &[kind, known] : Names) {
        if (name == QLatin1String(known))
            return kind;
    }
    return ErrorKind::BadAnswer;
}

} // namespace naryad
