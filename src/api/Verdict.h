#pragma once

#include "HttpExchange.h"
#include "api/Requests.h"
#include "core/Result.h"

namespace naryad::api {

/// What was asked, as far as judging the outcome needs it.
struct Asked
{
    QString command;
    Endpoint endpoint; ///< for the place in messages and to keep the key out of them
    bool oneObject = false; ///< asked by an id, so "not found" means that object
};

/// A read's outcome as an answer or an error (see ReadChannel::get).
Result<Answer> judgeRead(const HttpOutcome &outcome, const Asked &asked);

/// Whether asking again soon may help: closed, cut short, timed out, 429, 5xx. Not where nothing listens or
/// the name or certificate is wrong: those the caller shows at once and tries at its own pace.
bool worthAnotherTry(const Error &error);

/// A write's outcome (see WriteChannel::send). `taken` = bytes of the body that were handed out.
///
/// NotSent needs both: no byte taken and no status line. A refusal needs a whole answer in the documented
/// form. All else may have been applied and is Ambiguous.
Result<Answer> judgeWrite(const HttpOutcome &outcome, qint64 taken, const Asked &asked);

} // namespace naryad::api
