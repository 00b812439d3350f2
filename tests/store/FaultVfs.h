#pragma once

#include <QString>

#include <memory>

namespace naryad::test {

/// SQLite's file layer with a disk that fails when told to, and that knows what would be left after a power
/// cut.
///
/// While it lives it is the default layer of this process. Only writes, truncations, syncs and locks are
/// counted and failed; who waits for a lock that is never given does not sleep. Nothing is really synced:
/// what was synced is copied to the folder of survivors, when there is one. One at a time. Thread: files of
/// any; told what to do by one, while no other opens files.
class FaultVfs
{
public:
    enum class Kind {
        Full, ///< writes are refused
        IoError, ///< writes, truncations and syncs fail
        Busy, ///< another program has the lock that a writer wants
    };

    FaultVfs();
    ~FaultVfs();
    Q_DISABLE_COPY_MOVE(FaultVfs)

    /// From now on the n-th (1: the next) of the calls that can fail does; if not `once`, all after it too.
    /// Counted are those on files with `database` in their path; empty: on all.
    void failAt(int n, Kind kind, bool once, const QString &database = {});
    void heal();
    /// Whether anything was failed since failAt().
    bool hasStruck() const;

    /// No folder can hold more than this from now on; -1: there is no end to it.
    void setRoom(qint64 bytes);
    /// What a folder holds now.
    static qint64 taken(const QString &folder);

    /// Files are copied here under their names as they are synced, and are there as a power cut would leave
    /// them.
    void keepSurvivorsIn(const QString &folder);

    class Private;

private:
    std::unique_ptr<Private> d;
};

} // namespace naryad::test
