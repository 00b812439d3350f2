#include "exports/Export.h"

#include "TableWriter.h"
#include "TaskTable.h"
#include "exports/FileName.h"
#include "models/Words.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace naryad::exports {

namespace {

constexpr qint64 PageRows = 500;

Result<Written>
write(Table &table, TableWriter &writer, const Order &order, QPromise<Result<Written>> &promise)
{
    const auto count = table.open();
    if (!count)
        return tl::unexpected(count.error());
    const int range = static_cast<int>(std::min<qint64>(*count, std::numeric_limits<int>::max()));
    promise.setProgressRange(0, range);
    if (auto begun = writer.begin(table.title(), table.headings()); !begun)
        return tl::unexpected(begun.error());
    Written written{0, order.file};
    for (qint64 from = 0; from < *count; from += PageRows) {
        const auto page = promise.isCanceled() ? fail(ErrorKind::Cancelled) : table.page(from, PageRows);
        if (!page)
            return tl::unexpected(page.error());
        for (const QVector<Cell> &cells : *page) {
            if (auto done = writer.row(cells); !done)
                return tl::unexpected(done.error());
        }
        written.rows += page->size();
        promise.setProgressValue(static_cast<int>(std::min<qint64>(from + PageRows, range)));
    }
    if (promise.isCanceled())
        return fail(ErrorKind::Cancelled);
    // What was made by somebody meanwhile is his.
    if (!order.overwrite && QFileInfo::exists(order.file))
        return fail(fileIsThere(order.file));
    if (auto finished = writer.finish(); !finished)
        return tl::unexpected(finished.error());
    return written;
}

Result<Written> run(store::Reader &reader, const Order &order, QPromise<Result<Written>> &promise)
{
    if (!order.overwrite && QFileInfo::exists(order.file))
        return fail(fileIsThere(order.file));
    const auto table = tableOf(reader, order);
    if (!table)
        return tl::unexpected(table.error());
    const auto writer = order.format == Format::Csv
        ? csvWriter(order.file, order.separator)
        : xlsxWriter(order.file, order.separator == QLatin1Char(';'));
    return write(**table, *writer, order, promise);
}

} // namespace

QChar usualSeparator()
{
    return QLocale().decimalPoint() == QLatin1String(",") ? QLatin1Char(';') : QLatin1Char(',');
}

Export::Export(store::Reader &reader, Order order)
    : Background([&reader, order = std::move(order)](QPromise<Result<Written>> &promise) {
        return run(reader, order, promise);
    })
{}

Result<std::unique_ptr<Table>> tableOf(store::Reader &reader, const Order &order)
{
    switch (order.what) {
    case What::Tasks:
        return taskTable(reader, order);
    case What::Contractors:
        return contractorTable(reader, order);
    case What::Equipment:
        break;
    }
    return equipmentTable(reader, order);
}

Cell notKnown()
{
    return {models::notKnownText(), {}, false};
}

Cell timeCell(const QDateTime &moment, const AccountZone &zone)
{
    return moment.isValid() ? Cell{{}, zone.local(moment)} : Cell{};
}

Cell refCell(const Known<NamedRef> &ref)
{
    if (!ref.isKnown())
        return notKnown();
    return Cell::of(
        ref.value.name.isEmpty() && !ref.value.isNothing() ? u'#' + ref.value.id : ref.value.name);
}

} // namespace naryad::exports
