#include "StopsAsking.h"

namespace naryad::sync {

bool stopsAsking(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Offline:
    case ErrorKind::TimedOut:
    case ErrorKind::KeyRefused:
    case ErrorKind::RateLimited:
    case ErrorKind::NotTheApi:
    case ErrorKind::Storage:
    case ErrorKind::Cancelled:
        return true;
    default:
        return false;
    }
}

} // namespace naryad::sync
