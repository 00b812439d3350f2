#pragma once

#include <QByteArray>
#include <QString>

namespace naryad::test {

/// The moments of a command's life at which a program may be killed.
enum class KillPoint {
    BeforeIntent, ///< nothing of it is on disk
    AfterIntent, ///< it is on disk, and nobody has been told so yet
    FirstByte, ///< one byte of the request has left
    WholeBody, ///< all of it has left, no answer was read
    ReplyRead, ///< the answer is known, and nothing of it on disk
    AfterCommit, ///< what became of it is on disk, and nowhere else
};

/// From here on this program kills itself with SIGKILL at `point` in the life of the next command written to
/// its journal; `name` is the service's name of that command.
///
/// The program's own code knows nothing of it: what it asks the operating system for (write, send,
/// fdatasync) passes through here. Linux only.
void dieAt(KillPoint point, const QByteArray &name);

} // namespace naryad::test
