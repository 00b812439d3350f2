#include "FaultVfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace naryad::test {

class FaultVfs::Private
{
public:
    /// SQLITE_OK, or what this call must fail with.
    int next(bool isWrite)
    {
        // A full disk refuses what is written; all else works.
        if (failAt == 0 || (code == SQLITE_FULL && !isWrite))
            return SQLITE_OK;
        ++calls;
        if (calls < failAt || (once && calls > failAt))
            return SQLITE_OK;
        struck = true;
        return code;
    }

    static Private *current;

    sqlite3_vfs *inner = nullptr;
    sqlite3_vfs vfs{};
    QString survivors;
    int calls = 0;
    int failAt = 0;
    int code = SQLITE_IOERR;
    bool once = false;
    bool struck = false;
};

FaultVfs::Private *FaultVfs::Private::current = nullptr;

namespace {

/// The layer's own file with the real one behind it in the same piece of memory.
struct File
{
    sqlite3_file base;
    const char *path;
};

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<File *>(file) + 1);
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    if (const int code = FaultVfs::Private::current->next(true); code != SQLITE_OK)
        return code == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    return real(file)->pMethods->xWrite(real(file), bytes, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (FaultVfs::Private::current->next(false) != SQLITE_OK)
        return SQLITE_IOERR_TRUNCATE;
    return real(file)->pMethods->xTruncate(real(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    FaultVfs::Private &d = *FaultVfs::Private::current;
    if (d.next(false) != SQLITE_OK)
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
    Private::current = d.get();
    sqlite3_vfs_register(&d->vfs, 1);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&d->vfs);
    sqlite3_vfs_register(d->inner, 1);
    Private::current = nullptr;
}

void FaultVfs::failAt(int n, Kind kind, bool once)
{
    d->calls = 0;
    d->failAt = n;
    d->code = kind == Kind::Full ? SQLITE_FULL : SQLITE_IOERR;
    d->once = once;
    d->struck = false;
}

void FaultVfs::heal()
{
    d->failAt = 0;
}

bool FaultVfs::hasStruck() const
{
    return d->struck;
}

void FaultVfs::keepSurvivorsIn(const QString &folder)
{
    d->survivors = folder;
}

} // namespace naryad::test
