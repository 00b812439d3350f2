#pragma once

#include "core/AccountZone.h"
#include "core/Ids.h"
#include "exports/Background.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace naryad::store {
class Reader;
}

namespace naryad::exports {

/// As what rows are put on the clipboard.
enum class ClipFormat {
    Table, ///< tab-separated, and the same as HTML
    Text, ///< a line for a person to read
    Markdown,
    Json,
    Phones, ///< who is to be called, once each, with all the numbers
};

/// More are not copied: a file is the place for them.
constexpr int MostCopied = 20000;

struct ClipOrder
{
    QVector<RowId> rows;
    ClipFormat format = ClipFormat::Table;
    QStringList columns{}; ///< of Table and Markdown, as in Order
    AccountZone zone{};
};

/// What goes on the clipboard.
struct Clip
{
    QString text;
    QString html{}; ///< empty: there is none
    int rows = 0;
};

/// Reads the tasks page by page and puts them into words, on a thread of its own; a cancelled one stops
/// within a page. Errors: BadInput (too many, an unknown column), Storage, Cancelled. `reader` outlives it.
class ClipJob : public Background<Clip>
{
public:
    ClipJob(store::Reader &reader, ClipOrder order);
};

} // namespace naryad::exports
