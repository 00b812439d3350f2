#pragma once

#include <QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(lcApi)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
Q_DECLARE_LOGGING_CATEGORY(lcUi)
Q_DECLARE_LOGGING_CATEGORY(lcApp)

namespace naryad {

/// From now on this text is replaced by "[key]" in every log line. Thread: any.
void redactFromLog(const QString &secret);

/// Installs the redacting log writer; lines go to standard error. Call once, first thing in main().
void installLog();

} // namespace naryad
