#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVector>

namespace naryad::test {

/// One cell of a sheet as the file has it.
struct SheetCell
{
    QString type; ///< "inlineStr", "n", …; empty: a number
    QString text; ///< the string, or the number's digits
    bool formula = false;
};

/// What an .xlsx file holds: the cells of each sheet by their names ("B2"). Empty where it is no such file.
QVector<QMap<QString, SheetCell>> sheetsOf(const QString &file);

/// The parts of the file by their names.
QMap<QString, QByteArray> partsOf(const QString &file);

} // namespace naryad::test
