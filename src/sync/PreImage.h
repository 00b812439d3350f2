#pragma once

#include "core/Ids.h"
#include "store/Mirror.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace naryad::sync {

/// What was known before an attempt, so that a later look can leave it out.
struct PreImage
{
    qint64 usn = 0; ///< up to which the feed of tasks had been read
    QString mirror; ///< the file the row is of
    RowId newestRow = 0; ///< its highest row of a task
    QStringList ids{}; ///< of what carried the command's key already
    QMap<QString, int> counts{}; ///< of a task's entries by field id
    bool closed = false; ///< the task was closed already
    QJsonObject before{}; ///< an update's object before it, in our own form
    QJsonObject sent{}; ///< and as it was to be
    QByteArray raw{}; ///< the service's own answer that told `before`; of a template or a template's field
};

Result<PreImage> preImageOf(store::Mirror &mirror);

QByteArray toJson(const PreImage &image);
/// An older program's has the usn alone.
PreImage preImageFromJson(const QByteArray &json);

} // namespace naryad::sync
