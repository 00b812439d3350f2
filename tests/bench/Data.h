#pragma once

#include "Benches.h"

#include "core/Account.h"

#include <optional>

namespace naryad::bench {

/// A data folder of the program with one company, filled with made-up tasks.
struct Data
{
    QString dataDir; ///< for --data-dir
    Account account; ///< its service is a closed port: the line is down
    int tasks = 0;
    bool filledNow = false; ///< false: by an earlier run
    double fillSeconds = 0;
    double rawBytes = 0; ///< of the answers the tasks would have come in

    QString mirrorPath() const;
    QString journalPath() const;
};

/// The folder of a company of so many tasks, filled where it is not there yet, or was filled by another
/// shape of the tables or other made-up values. Nullopt where that failed (said on standard error).
std::optional<Data> dataFor(int tasks, const Settings &settings);

/// The sizes to measure on; of a quick run one small size.
QVector<int> sizesOf(const Settings &settings);
/// The greatest of them: what the goals are set for.
int greatestOf(const Settings &settings);

} // namespace naryad::bench
