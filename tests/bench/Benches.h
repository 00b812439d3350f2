#pragma once

#include <QJsonObject>

/// One benchmark a function; each prints its figures with tell() and returns the exit status (1: could not
/// run).
namespace naryad::bench {

struct Settings
{
    bool quick = false; ///< a hundredth of the work: shows that it runs, its figures say nothing
};

/// A figure as one JSON line on standard output.
void tell(const QJsonObject &figure);

/// The read channel beside curl, both at six connections on the same addresses of the same server.
int apiBench(const Settings &settings);

} // namespace naryad::bench
