#pragma once

#include <QString>
#include <QtGlobal>

namespace naryad {

/// Who numbers new tasks: a setting of the account. Numbered by this program, a task whose creation got no
/// answer is found by its number; otherwise by what it says.
struct TaskNumbers
{
    enum class By {
        Service,
        Naryad,
    };

    By by = By::Service;
    QString prefix;
    qint64 next = 1; ///< what the next one gets behind the prefix
    friend bool operator==(const TaskNumbers &, const TaskNumbers &) = default;
};

} // namespace naryad
