#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QVector>

namespace naryad::exports {

/// One value of a table that is written out. Ids and phones are text like everything else but times.
struct Cell
{
    QString text; ///< as it came; empty where there is a moment
    QDateTime moment{}; ///< as wall-clock time of the account; invalid: the text
    bool known = true; ///< false: nobody told it, and the text says so

    static Cell of(const QString &words) { return {words}; }
    bool isMoment() const { return moment.isValid(); }
    friend bool operator==(const Cell &, const Cell &) = default;
};

/// The text as a file can hold it: no character that XML forbids, no half of a surrogate pair, line ends as
/// one character.
QString cleaned(const QString &text);

/// The text as a spreadsheet may be given it in a file without types: with an apostrophe before anything a
/// spreadsheet could take for the beginning of a formula (= + - @, tab, line ends, their full-width forms).
QString guarded(const QString &text);

/// One line of a CSV file, without its end: each cell guarded, and quoted where it must be.
QString csvLine(const QStringList &cells, QChar separator);

/// One line of a table on the clipboard: cells guarded, tabs and line ends within them as spaces.
QString tsvLine(const QStringList &cells);

} // namespace naryad::exports
