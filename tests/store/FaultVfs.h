#pragma once

#include <QString>

#include <memory>

namespace naryad::test {

/// SQLite's file layer with a disk that fails when told to, and that knows what would be left after a power
/// cut.
///
/// While it lives it is the default layer of this process. Only writes, truncations and syncs are counted and
/// failed. Nothing is really synced: what was synced is copied to the folder of survivors, when there is one.
/// Thread: one; one at a time.
class FaultVfs
{
public:
    enum class Kind {
        Full, ///< writes are refused
        IoError, ///< writes, truncations and syncs fail
    };

    FaultVfs();
    ~FaultVfs();
    Q_DISABLE_COPY_MOVE(FaultVfs)

    /// From now on the n-th (1: the next) of the calls that can fail does; if not `once`, all after it too.
    void failAt(int n, Kind kind, bool once);
    void heal();
    /// Whether anything was failed since failAt().
    bool hasStruck() const;

    /// Files are copied here under their names as they are synced, and are there as a power cut would leave
    /// them.
    void keepSurvivorsIn(const QString &folder);

    class Private;

private:
    std::unique_ptr<Private> d;
};

} // namespace naryad::test
