#include "FaultVfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <atomic>
#include <string>
#include <string_view>

namespace naryad::test {

class FaultVfs::Private
{
public:
    enum class Call {
        Write,
        Other, ///< a truncation or a sync
        Lock,
    };

    /// SQLITE_OK, or what this call must fail with.
    int next(Call call, const char *path)
    {
        if (failAt == 0 || !canFail(call) || !(path && std::string_view(path).find(database) != Nowhere))
            return SQLITE_OK;
        const int now = ++calls;
        if (now < failAt || (once && now > failAt))
            return SQLITE_OK;
        struck = true;
        return code;
    }

    /// A full disk refuses what is written, a busy one who wants to lock; all else works.
    bool canFail(Call call) const
    {
        if (code == SQLITE_FULL)
            return call == Call::Write;
        return (code == SQLITE_BUSY) == (call == Call::Lock);
    }

    /// Whether the file can grow to this size.
    bool hasRoom(const char *path, qint64 size, qint64 wanted) const
    {
        if (room < 0 || !path || wanted <= size)
            return true;
        return FaultVfs::taken(QFileInfo(QString::fromUtf8(path)).path()) + wanted - size <= room;
    }

    static Private *current;
    static constexpr auto Nowhere = std::string_view::npos;

    sqlite3_vfs *inner = nullptr;
    sqlite3_vfs vfs{};
    QString survivors;
    std::string database;
    std::atomic_int calls = 0;
    std::atomic_int failAt = 0;
    std::atomic_int code = SQLITE_IOERR;
    std::atomic_bool once = false;
    std::atomic_bool struck = false;
    std::atomic<qint64> room = -1;
};

FaultVfs::Private *FaultVfs::Private::current = nullptr;

namespace {

/// The layer's own file with the real one behind it in the same piece of memory.
struct File
{
    sqlite3_file base;
    const char *path;
};

using Call = FaultVfs::Private::Call;

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<File *>(file) + 1);
}

int next(sqlite3_file *file, Call call)
{
    return FaultVfs::Private::current->next(call, reinterpret_cast<File *>(file)->path);
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    if (const int code = next(file, Call::Write); code != SQLITE_OK)
        return code == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    sqlite3_int64 now = 0;
    real(file)->pMethods->xFileSize(real(file), &now);
    if (!FaultVfs::Private::current->hasRoom(reinterpret_cast<File *>(file)->path, now, offset + size))
        return SQLITE_FULL;
    return real(file)->pMethods->xWrite(real(file), bytes, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (next(file, Call::Other) != SQLITE_OK)
        return SQLITE_IOERR_TRUNCATE;
    return real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    const FaultVfs::Private &d = *FaultVfs::Private::current;
    if (next(file, Call::Other) != SQLITE_OK)
        return SQLITE_IOERR_FSYNC;
    const char *path = reinterpret_cast<File *>(file)->path;
    if (path && !d.survivors.isEmpty()) {
        const QString from = QString::fromUtf8(path);
        const QString to = QDir(d.survivors).filePath(QFileInfo(from).fileName());
        QFile::remove(to);
        QFile::copy(from, to);
    }
    return SQLITE_OK;
}

int closeFile(sqlite3_file *file)
{
    return real(file)->pMethods->xClose(real(file));
}
int readFile(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
    return real(file)->pMethods->xRead(real(file), bytes, size, offset);
}
int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}
int unlockFile(sqlite3_file *file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}
int checkReserved(sqlite3_file *file, int *reserved)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
}
int fileControl(sqlite3_file *file, int what, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}
int sectorSize(sqlite3_file *file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file *file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    const bool isTaken = (flags & SQLITE_SHM_LOCK) && (flags & SQLITE_SHM_EXCLUSIVE);
    if (isTaken && next(file, Call::Lock) != SQLITE_OK)
        return SQLITE_BUSY;
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shmBarrier(sqlite3_file *file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}
int shmUnmap(sqlite3_file *file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// Version 2: with the shared memory of the WAL, without memory-mapped reading.
const sqlite3_io_methods Methods{2,           closeFile,  readFile,        writeFile,  truncateFile,
                                 syncFile,    fileSize,   lockFile,        unlockFile, checkReserved,
                                 fileControl, sectorSize, characteristics, shmMap,     shmLock,
                                 shmBarrier,  shmUnmap,   nullptr,         nullptr};

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *inner = static_cast<sqlite3_vfs *>(vfs->pAppData);
    file->pMethods = nullptr;
    reinterpret_cast<File *>(file)->path = name;
    real(file)->pMethods = nullptr;
    const int code = inner->xOpen(inner, name, real(file), flags, outFlags);
    if (real(file)->pMethods)
        file->pMethods = &Methods;
    return code;
}

/// Who waits for a lock counts how long it asked to sleep: for one that is never given it need not.
int sleepAtMost(sqlite3_vfs *, int microseconds)
{
    const FaultVfs::Private &d = *FaultVfs::Private::current;
    return d.struck && d.code == SQLITE_BUSY ? microseconds : d.inner->xSleep(d.inner, microseconds);
}

} // namespace

FaultVfs::FaultVfs()
    : d(std::make_unique<Private>())
{
    d->inner = sqlite3_vfs_find(nullptr);
    d->vfs = *d->inner;
    d->vfs.pNext = nullptr;
    d->vfs.zName = "fault";
    d->vfs.pAppData = d->inner;
    d->vfs.szOsFile = static_cast<int>(sizeof(File)) + d->inner->szOsFile;
    d->vfs.xOpen = openFile;
    d->vfs.xSleep = sleepAtMost;
    Private::current = d.get();
    sqlite3_vfs_register(&d->vfs, 1);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&d->vfs);
    sqlite3_vfs_register(d->inner, 1);
    Private::current = nullptr;
}

void FaultVfs::failAt(int n, Kind kind, bool once, const QString &database)
{
    d->failAt = 0;
    d->calls = 0;
    d->code = kind == Kind::Full ? SQLITE_FULL : kind == Kind::Busy ? SQLITE_BUSY : SQLITE_IOERR;
    d->once = once;
    d->struck = false;
    d->database = database.toStdString();
    d->failAt = n;
}

void FaultVfs::heal()
{
    d->failAt = 0;
}

bool FaultVfs::hasStruck() const
{
    return d->struck;
}

void FaultVfs::setRoom(qint64 bytes)
{
    d->room = bytes;
}

qint64 FaultVfs::taken(const QString &folder)
{
    qint64 sum = 0;
    const auto files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files)
        sum += file.size();
    return sum;
}

void FaultVfs::keepSurvivorsIn(const QString &folder)
{
    d->survivors = folder;
}

} // namespace naryad::test
