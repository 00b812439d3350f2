#pragma once

#include "core/Result.h"

#include <QObject>
#include <QRectF>
#include <QString>

class QPainter;
class QPrinter;
class QWidget;

namespace naryad::ui {

/// What stands on the label of a piece of equipment.
struct LabelWords
{
    QString serialNumber; ///< also in the code
    QString model;
    QString owner;
};

/// A label of 70 by 37 mm: the code of the serial number, and its words beside it.
void paintLabel(QPainter &painter, const QRectF &place, const LabelWords &words);

/// One label on a page of its size. Errors: Storage, with the system's words.
Result<void> writeLabelPdf(const LabelWords &words, const QString &file, bool overwrite);

/// Shows the label before it is printed, or asks where it is to be saved. Deletes itself when done. Thread:
/// the GUI's.
class PrintLabel : public QObject
{
    Q_OBJECT
public:
    enum class To {
        Paper, ///< by a preview
        Pdf,
    };

    PrintLabel(LabelWords words, To to, QWidget *parent);

Q_SIGNALS:
    void saved(const QString &file);
    void failed(const QString &why);

private:
    void preview();
    void savePdf();

    LabelWords m_words;
    QWidget *m_parent;
};

} // namespace naryad::ui
