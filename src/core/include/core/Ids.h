#pragma once

#include <QString>
#include <QtGlobal>

namespace naryad {

/// The store's own row number of a listed thing. Positive: a mirrored row; negative: a row that exists
/// only in the journal so far (minus the journal number of the command that makes it).
using RowId = qint64;

/// The journal's own number of a command.
using CommandId = qint64;

/// The service's id and the name it gave. The id is text for ever (may pass 2^53); empty = nothing.
struct NamedRef
{
    QString id;
    QString name;

    bool isNothing() const { return id.isEmpty(); }
    friend bool operator==(const NamedRef &, const NamedRef &) = default;
};

/// A task as commands name it: by the service's id, or, while it exists only in the journal, by the token
/// of the command that creates it. Exactly one of the two is filled.
struct ObjectRef
{
    QString id;
    QString token;

    bool isLocal() const { return id.isEmpty(); }
    QString key() const { return isLocal() ? QStringLiteral("local:") + token : id; }
    friend bool operator==(const ObjectRef &, const ObjectRef &) = default;
};

} // namespace naryad
