#pragma once

#include <QString>
#include <QVector>

namespace naryad::test {

/// What happens next in a history.
enum class Act {
    Say, ///< the user says something
    Turn, ///< a moment passes
    Settle, ///< some more of them
    Pass, ///< time passes
    LineDown,
    LineUp,
    BadAddress, ///< the program is started anew, and its address leads nowhere or to a wrong certificate
    WrongKey, ///< the service refuses the key for a while
    Fault, ///< something goes wrong with the next requests
    Kill,
    Restart,
    Recall, ///< one that is held is taken back
    RecallLast,
    Decide, ///< the user settles what waits for him
    LookFor, ///< the user asks what an unsure one became
    Sync,
    Refresh,
    Others, ///< somebody else does something on the service
};

/// One step; what it is about is told by numbers, taken modulo what there is.
struct Step
{
    Act act = Act::Turn;
    quint32 a = 0;
    quint32 b = 0;
    quint32 c = 0;
};

/// The history of a seed.
QVector<Step> stepsOf(quint64 seed);

QString toText(const Step &step);

} // namespace naryad::test
