#pragma once

#include "core/Ids.h"
#include "store/Mirror.h"

#include <QByteArray>
#include <QString>

namespace naryad::sync {

/// What was known of the service's tasks before an attempt, so that a later look can leave it out.
struct PreImage
{
    qint64 usn = 0; ///< up to which the feed had been read
    QString mirror; ///< the file the row is of
    RowId newestRow = 0; ///< its highest row of a task
};

Result<PreImage> preImageOf(store::Mirror &mirror);

QByteArray toJson(const PreImage &image);
/// An older program's has the usn alone.
PreImage preImageFromJson(const QByteArray &json);

} // namespace naryad::sync
