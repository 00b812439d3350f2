#pragma once

#include "core/Result.h"
#include "core/TaskNumbers.h"

#include <QFuture>

#include <chrono>

namespace naryad::ui {

/// How the program talks to the service: preferences of this computer.
struct LineSettings
{
    std::chrono::seconds hold{10}; ///< 0 to 120: what can't be taken back waits so long
    std::chrono::seconds lookEvery{60}; ///< 15 to 3600: between looks for changes
    int requestsPerSecond = 0; ///< in the background; 0: no bound
    friend bool operator==(const LineSettings &, const LineSettings &) = default;
};

/// What the settings window needs of the program around it. Implemented by the composition root.
/// Thread: the GUI's; the futures may finish anywhere.
class SettingsHost
{
public:
    virtual ~SettingsHost() = default;

    virtual LineSettings lineSettings() const = 0;
    /// Holds at once, and is kept.
    virtual void setLineSettings(const LineSettings &settings) = 0;

    /// Who numbers new tasks of the account of this window. Errors: Storage.
    virtual QFuture<Result<TaskNumbers>> taskNumbers() = 0;
    /// In one step with what is being said meanwhile: without a `next` the count goes on where it stands.
    /// Answers what holds from now on. Errors: Storage.
    virtual QFuture<Result<TaskNumbers>>
    setTaskNumbers(TaskNumbers::By by, const QString &prefix, std::optional<qint64> next) = 0;
};

} // namespace naryad::ui
