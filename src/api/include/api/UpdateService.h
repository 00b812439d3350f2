#pragma once

#include "api/ReadChannel.h"
#include "core/AccountZone.h"

#include <QDateTime>
#include <QFuture>
#include <QVector>

namespace naryad::api {

/// One line of get-updates: this object changed at this sequence number.
struct Update
{
    qint64 usn = 0;
    QString objectId; ///< `taskId` or `objectId`: the document shows both
    QDateTime time; ///< UTC, invalid where none was told
};

/// get-updates (document's section "Запросить список последних изменений").
class UpdateService
{
public:
    UpdateService(ReadChannel &reads, AccountZone zone);

    /// GET v5 `?type=&usn=`: at most 3,000 updates after `usn`, ascending. Fewer means there are no more now.
    QFuture<Result<QVector<Update>>> updates(const QString &type, qint64 usn) const;

private:
    ReadChannel &m_reads;
    AccountZone m_zone;
};

} // namespace naryad::api
