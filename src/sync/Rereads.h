#pragma once

#include "Services.h"
#include "core/CommandKinds.h"

#include <QFuture>
#include <QJsonObject>

/// What the service tells now, in the forms that commands are compared with.
namespace naryad::sync {

/// An object as the body that would say it again, in our own form; what is not told is not in it.
struct Reread
{
    QJsonObject body;
    bool deleted = false; ///< told, but as deleted
    QByteArray raw{}; ///< the answer as it came; of a template or a template's field
};

/// Reads the object a command of this kind is about. NotFound: there is none. Of an equipment model only the
/// list tells, and only the name.
QFuture<Result<Reread>> reread(Services &services, const Command &like, const QString &id);

/// A task in our own form of the body that would say it.
QJsonObject taskAsBody(const Task &task);

/// The service answered that it does not have this feed.
bool refusesFeed(const Error &error);

/// Up to where the feed of tasks goes now, asked from `usn` on, a few pages at most. Where the service does
/// not offer it: `usn`.
QFuture<Result<qint64>> endOfFeed(Services &services, qint64 usn);

enum class ListKind {
    Tasks,
    Contractors,
    TemplateFields,
    Templates,
    EquipmentModels,
    Equipment,
};

/// A whole list; an error where any of its pages could not be read.
QFuture<Result<QVector<ContractorListItem>>> wholeList(Services &services, ListKind kind);

} // namespace naryad::sync
