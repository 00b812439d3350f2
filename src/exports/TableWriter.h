#pragma once

#include "core/Result.h"
#include "exports/Cells.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>

namespace naryad::exports {

/// A column's heading, and how wide it is to stand in a sheet, in characters.
struct Heading
{
    QString title;
    int width = 16;
};

/// Writes a table into a file, row by row. What is not finish()ed leaves no file. Thread: any, one at a time.
class TableWriter
{
public:
    virtual ~TableWriter() = default;
    virtual Result<void> begin(const QString &title, const QVector<Heading> &headings) = 0;
    virtual Result<void> row(const QVector<Cell> &cells) = 0;
    virtual Result<void> finish() = 0;
};

std::unique_ptr<TableWriter> csvWriter(const QString &file, QChar separator);
/// What one sheet of a workbook holds at most, its heading included.
constexpr int MostSheetRows = 1048576;
/// Keeps one row in memory; a list too long for one sheet goes on in the next.
std::unique_ptr<TableWriter>
xlsxWriter(const QString &file, bool russianTimes, int rowsOfASheet = MostSheetRows);

/// The error of a file that can't be written.
Error fileError(const QString &file, const QString &words);

/// "24.11.2026 09:00" or "2026-11-24 09:00".
QString timeText(const QDateTime &moment, bool russianTimes);

} // namespace naryad::exports
