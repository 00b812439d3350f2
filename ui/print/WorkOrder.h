#pragma once

#include "core/AccountZone.h"
#include "core/Contractor.h"
#include "core/Result.h"
#include "core/TaskCard.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <memory>
#include <optional>

class QTextDocument;

namespace naryad::ui {

/// All that is printed of one task.
struct WorkOrder
{
    TaskCard card;
    std::optional<Contractor> contractor; ///< as far as it is known
};

/// The orders as a document, each from a new page on: who, where, when and what, with lines to be filled in
/// by hand. What the service said is put in as plain text.
std::unique_ptr<QTextDocument>
workOrders(const QVector<WorkOrder> &orders, const AccountZone &zone, const QDateTime &printedAt);

/// Writes the document as a PDF of A4 pages, as a whole or not at all; BadInput where the file is there and
/// not `overwrite`. Thread: the document's.
Result<void>
writePdf(const QTextDocument &document, const QString &title, const QString &file, bool overwrite = true);

} // namespace naryad::ui
