#pragma once

#include "CourierRig.h"
#include "FaultVfs.h"
#include "MirrorWords.h"
#include "NextRun.h"

namespace naryad::test {

/// The stand-in with a world in it, and the files of a program that has synchronised with it, on a disk that
/// fails when told to.
class DiskRig
{
public:
    bool prepare()
    {
        if (!server.startServer() || !server.restore() || !QDir().mkpath(path("base")))
            return false;
        before = server.state();
        const auto program = nextRun("base");
        return program->start() && program->synchronise();
    }

    /// The server and the program's files as they were when they had just been made.
    bool restore() { return server.restore() && copyFiles(path("base"), path("files")); }

    std::unique_ptr<NextRun> nextRun(const char *folder = "files") const
    {
        return std::make_unique<NextRun>(
            path(folder), server.proxy->url(), server.sandbox->key(),
            QDateTime({2026, 11, 24}, {9, 0}, Qt::UTC), server.proxy.get());
    }

    /// What a mirror filled anew tells; empty where there is no answer.
    QStringList mirrorAnew() const
    {
        if (!QDir(path("anew")).removeRecursively() || !QDir().mkpath(path("anew")))
            return {};
        {
            const auto program = nextRun("anew");
            if (!program->start() || !program->synchronise())
                return {};
        }
        return mirrorWords(path("anew"));
    }

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    FaultVfs disk; ///< first: it goes when every file is closed
    CourierRig server;
    QByteArray before; ///< the server's state

private:
    QTemporaryDir m_folder;
};

} // namespace naryad::test
