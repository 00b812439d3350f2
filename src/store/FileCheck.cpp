#include "store/FileCheck.h"

#include "Db.h"

#include <QFile>

#include <sqlite3.h>

namespace naryad::store {

namespace {

constexpr int StepsBetweenLooks = 20000;

} // namespace

Result<void> checkFile(const QString &path, const std::function<bool()> &givenUp)
{
    return guarded([&]() -> Result<void> {
        if (givenUp && givenUp())
            return fail(ErrorKind::Cancelled);
        SQLite::Database database(path.toStdString(), SQLite::OPEN_READONLY, 5000);
        const auto mustEnd
            = [](void *ask) { return (*static_cast<const std::function<bool()> *>(ask))() ? 1 : 0; };
        if (givenUp) {
            sqlite3_progress_handler(
                database.getHandle(), StepsBetweenLooks, mustEnd,
                const_cast<std::function<bool()> *>(&givenUp));
        }
        checkSound(database);
        return {};
    });
}

void markSuspect(const QString &path)
{
    makePrivateFile(suspectMark(path));
}

bool isSuspect(const QString &path)
{
    return QFile::exists(suspectMark(path));
}

} // namespace naryad::store
