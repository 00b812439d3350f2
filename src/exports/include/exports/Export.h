#pragma once

#include "core/AccountZone.h"
#include "core/Ids.h"
#include "core/TaskCard.h"
#include "exports/Background.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace naryad::store {
class Reader;
}

namespace naryad::exports {

enum class What {
    Tasks,
    Contractors,
    Equipment,
};

enum class Format {
    Csv,
    Xlsx,
};

/// What is to be written out, and where to.
struct Order
{
    What what = What::Tasks;
    Format format = Format::Csv;
    QString file;
    bool overwrite = false; ///< else a file that is there is an error
    AccountZone zone{};
    QChar separator
        = QLatin1Char(','); ///< of CSV; with ';' times are written as Russian spreadsheets read them
    TaskQuery tasks{}; ///< of Tasks: which, and in which order
    std::optional<QVector<RowId>> rows{}; ///< of Tasks: these, whatever the query
    /// Of Tasks: the columns by the names the list keeps them under; empty: all there are, also those the
    /// list has not.
    QStringList columns{};
};

/// ';' where numbers have a decimal comma, as the spreadsheets of such languages read it.
QChar usualSeparator();

/// What was written.
struct Written
{
    qint64 rows = 0;
    QString file;
};

/// Writes it on a thread of its own, page by page; the file is there when all of it is, and never in part.
///
/// The future's progress counts rows. Errors: BadInput (a file is there already, an unknown column), Storage,
/// Cancelled. `reader` outlives it.
class Export : public Background<Written>
{
public:
    Export(store::Reader &reader, Order order);
};

} // namespace naryad::exports
