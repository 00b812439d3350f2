#pragma once

#include "JsonRead.h"
#include "api/Snapshot.h"
#include "api/UpdateService.h"
#include "core/AccountZone.h"
#include "core/Employee.h"

#include <QCoreApplication>

namespace naryad::api {

/// Reads a page of a list with `readRow`. An answer that is no list, or has a row without an id, is a
/// BadAnswer and never a short page: a short page would end the list and make what follows look deleted.
template <class T, class ReadRow> Result<Page<T>> readPage(const QByteArray &body, ReadRow readRow)
{
    const Result<Json> root = parseAnswer(body);
    if (!root)
        return fail(root.error());
    if (!root->isArray())
        return badAnswer(QString(), QCoreApplication::translate("naryad::api", "A list was expected."));
    const auto rows = readRows(*root, QString());
    if (!rows)
        return fail(rows.error());
    Page<T> page;
    page.rows.reserve(rows->size());
    for (const Json &row : *rows) {
        T item = readRow(row);
        if (item.id.isEmpty())
            return badAnswer(QLatin1Char('[') + QString::number(page.rows.size()) + QStringLiteral("].id"));
        page.rows.append(std::move(item));
    }
    page.last = page.rows.size() < PageRows;
    return page;
}

/// A row `{id, name}`.
NamedRef readNamedRow(const Json &row);

/// A row of get-employee-list.
Employee readEmployee(const Json &row);

/// Reads get-updates, ascending by usn whatever order they came in. `null` is read as no updates, which the
/// document's examples of "nothing changed" leave open.
Result<QVector<Update>> readUpdates(const QByteArray &body, const AccountZone &zone);

/// Reads get-taskupdates likewise, ascending by event id.
Result<QVector<TaskEvent>> readTaskEvents(const QByteArray &body);

} // namespace naryad::api
