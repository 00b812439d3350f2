#pragma once

#include "TableWriter.h"
#include "exports/Export.h"

#include <memory>

namespace naryad::exports {

/// What is written out, as a table: its columns, and its rows page by page. Reads with the reader and waits
/// for it, so it is used on a thread that may wait.
class Table
{
public:
    virtual ~Table() = default;
    virtual QString title() const = 0;
    virtual QVector<Heading> headings() const = 0;
    /// Finds out which rows there are; how many.
    virtual Result<qint64> open() = 0;
    /// At most that many, from this place on; fewer where some are gone meanwhile.
    virtual Result<QVector<QVector<Cell>>> page(qint64 from, qint64 count) = 0;
};

/// BadInput: a column that there is none of.
Result<std::unique_ptr<Table>> tableOf(store::Reader &reader, const Order &order);

/// The answer of a reader, on a thread that may wait.
template <class T> Result<T> waited(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return endedResult(future);
}

Cell notKnown();
Cell timeCell(const QDateTime &moment, const AccountZone &zone);
Cell refCell(const Known<NamedRef> &ref);

} // namespace naryad::exports
