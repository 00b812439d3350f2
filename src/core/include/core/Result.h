#pragma once

#include "core/Error.h"

#include <tl/expected.hpp>

namespace naryad {

/// Every fallible call returns one; exceptions never cross a room's edge.
template <class T> using Result = tl::expected<T, Error>;

/// `return fail(ErrorKind::Storage, words);`
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> fail(ErrorKind kind, QString words = {}, ErrorCause cause = ErrorCause::None)
{
    Error error;
    error.kind = kind;
    error.cause = cause;
    error.words = std::move(words);
    return tl::unexpected<Error>(std::move(error));
}

} // namespace naryad
