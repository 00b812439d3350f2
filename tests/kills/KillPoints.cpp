#include "KillPoints.h"

#include "HttpFrame.h"

#include <QHash>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <mutex>
#include <string_view>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace naryad::test {

namespace {

std::atomic_bool armed = false;
std::atomic_bool wholeSent = false;
KillPoint wanted = KillPoint::BeforeIntent; ///< set before `armed`
QByteArray &command()
{
    static QByteArray name;
    return name;
}

[[noreturn]] void die()
{
    kill(getpid(), SIGKILL);
    for (;;)
        pause();
}

bool isFile(int file, std::string_view ending)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    char path[4096];
    const ssize_t size = readlink(link, path, sizeof path);
    return size > 0 && std::string_view(path, static_cast<size_t>(size)).ends_with(ending);
}

/// Before bytes are written to a file: the journal's text copy is what every step is written to first.
void beforeWrite(int file)
{
    const bool mayDie = wanted == KillPoint::BeforeIntent || (wanted == KillPoint::ReplyRead && wholeSent);
    if (armed && mayDie && isFile(file, "/journal.txt"))
        die();
}

/// Once a commit is on disk.
void afterSync(int file)
{
    const bool mayDie = wanted == KillPoint::AfterIntent || (wanted == KillPoint::AfterCommit && wholeSent);
    if (armed && mayDie && isFile(file, "/journal.db-wal"))
        die();
}

/// How much of these bytes may be sent: one alone where the first byte is the last.
size_t beforeSend(const void *bytes, size_t size)
{
    const bool isIt = std::string_view(static_cast<const char *>(bytes), size).starts_with("POST ")
        && QByteArray::fromRawData(static_cast<const char *>(bytes), static_cast<qsizetype>(size))
               .contains(command());
    return armed && wanted == KillPoint::FirstByte && isIt ? 1 : size;
}

void afterSend(int socket, const void *bytes, ssize_t sent)
{
    if (!armed || sent <= 0)
        return;
    static std::mutex lock;
    static QHash<int, QByteArray> written;
    const std::lock_guard guard(lock);
    QByteArray &stream = written[socket];
    stream.append(static_cast<const char *>(bytes), sent);
    if (wanted == KillPoint::FirstByte && stream == "P")
        die();
    while (const auto request = takeRequest(stream)) {
        if (request->command().toLatin1() != command())
            continue;
        wholeSent = true;
        if (wanted == KillPoint::WholeBody)
            die();
    }
}

} // namespace

void dieAt(KillPoint point, const QByteArray &name)
{
    wanted = point;
    command() = name;
    armed = true;
}

} // namespace naryad::test

using namespace naryad::test;

// The system's own functions, seen by every library of this program.

extern "C" ssize_t send(int socket, const void *bytes, size_t size, int flags)
{
    const size_t some = beforeSend(bytes, size);
    const ssize_t sent = syscall(SYS_sendto, socket, bytes, some, flags, nullptr, 0);
    afterSend(socket, bytes, sent);
    return sent;
}

extern "C" ssize_t write(int file, const void *bytes, size_t size)
{
    struct stat what = {};
    if (fstat(file, &what) == 0 && S_ISSOCK(what.st_mode))
        return send(file, bytes, size, 0);
    beforeWrite(file);
    return syscall(SYS_write, file, bytes, size);
}

extern "C" int fdatasync(int file)
{
    const int done = static_cast<int>(syscall(SYS_fdatasync, file));
    afterSync(file);
    return done;
}
