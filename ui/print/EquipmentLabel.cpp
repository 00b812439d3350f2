#include "EquipmentLabel.h"

#include "PdfFile.h"
#include "QrCode.h"
#include "exports/FileName.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QWidget>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF LabelSize(70, 37); ///< mm
constexpr double Margin = 0.06; ///< of the height
constexpr int QuietZone = 4; ///< modules, as the code's standard asks

QPageLayout labelPage()
{
    QPageLayout page(
        QPageSize(LabelSize, QPageSize::Millimeter, u"Label"_s, QPageSize::ExactMatch), QPageLayout::Portrait,
        QMarginsF(), QPageLayout::Millimeter);
    page.setMode(QPageLayout::FullPageMode);
    return page;
}

/// The words in the largest size up to `height` in which their lines fit into the place.
void write(QPainter &painter, const QRectF &place, double height, bool bold, const QString &text)
{
    QFont font = painter.font();
    font.setBold(bold);
    constexpr int Flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap | Qt::TextWrapAnywhere;
    for (double size = height; size >= height / 4; size *= 0.9) {
        font.setPixelSize(std::max(1, static_cast<int>(size)));
        painter.setFont(font);
        if (place.contains(painter.boundingRect(place, Flags, text)))
            break;
    }
    painter.drawText(place, Flags, text);
}

} // namespace

void paintLabel(QPainter &painter, const QRectF &place, const LabelWords &words)
{
    painter.save();
    painter.setClipRect(place);
    painter.fillRect(place, Qt::white);
    painter.setPen(Qt::black);
    const double margin = place.height() * Margin;
    QRectF inside = place.adjusted(margin, margin, -margin, -margin);
    if (const auto code = qrCodeOf(words.serialNumber)) {
        const double side = std::min(inside.height(), inside.width() / 2);
        const double module = side / (code->width + 2 * QuietZone);
        painter.setRenderHint(QPainter::Antialiasing, false);
        for (int y = 0; y < code->width; ++y) {
            for (int x = 0; x < code->width; ++x) {
                // Edges meet exactly: a hair of white between modules reads as noise.
                const QPointF from(
                    inside.left() + (x + QuietZone) * module, inside.top() + (y + QuietZone) * module);
                if (code->isDark(x, y))
                    painter.fillRect(QRectF(from, QSizeF(module, module)).toAlignedRect(), Qt::black);
            }
        }
        inside.setLeft(inside.left() + side);
    }
    const double line = inside.height() / 4;
    write(
        painter, QRectF(inside.left(), inside.top(), inside.width(), 2 * line), line * 0.8, true,
        words.serialNumber);
    write(
        painter, QRectF(inside.left(), inside.top() + 2 * line, inside.width(), line), line * 0.5, false,
        words.model);
    write(
        painter, QRectF(inside.left(), inside.top() + 3 * line, inside.width(), line), line * 0.5, false,
        words.owner);
    painter.restore();
}

Result<void> writeLabelPdf(const LabelWords &words, const QString &file, bool overwrite)
{
    return writePdfFile(words.serialNumber, file, overwrite, [&words](QPdfWriter &writer) {
        writer.setResolution(600);
        writer.setPageLayout(labelPage());
        QPainter painter(&writer);
        paintLabel(painter, QRectF(QPointF(), QSizeF(writer.width(), writer.height())), words);
    });
}

PrintLabel::PrintLabel(LabelWords words, To to, QWidget *parent)
    : QObject(parent)
    , m_words(std::move(words))
    , m_parent(parent)
{
    if (to == To::Paper)
        preview();
    else
        savePdf();
}

void PrintLabel::preview()
{
    auto *dialog = new QPrintPreviewDialog(m_parent);
    dialog->setObjectName(u"labelPreview"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Label of %1").arg(m_words.serialNumber));
    dialog->printer()->setDocName(exports::fileName(m_words.serialNumber, u"pdf"_s));
    dialog->printer()->setPageLayout(labelPage());
    connect(dialog, &QPrintPreviewDialog::paintRequested, dialog, [words = m_words](QPrinter *printer) {
        // On a larger sheet the label keeps its size.
        const double dots = printer->resolution() / 25.4;
        const QRectF page(QPointF(), printer->pageRect(QPrinter::DevicePixel).size());
        QPainter painter(printer);
        paintLabel(painter, page.intersected(QRectF(QPointF(), LabelSize * dots)), words);
    });
    connect(dialog, &QObject::destroyed, this, &QObject::deleteLater);
    dialog->resize(700, 500);
    dialog->open();
}

void PrintLabel::savePdf()
{
    auto *dialog = new QFileDialog(
        m_parent, tr("Save as PDF"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(u"labelFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(u"PDF (*.pdf)"_s);
    dialog->selectFile(exports::fileName(m_words.serialNumber, u"pdf"_s));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        const QString file = exports::withSuffix(chosen, u"pdf"_s);
        // The dialog asked about what was typed into it.
        if (const auto written = writeLabelPdf(m_words, file, file == chosen))
            Q_EMIT saved(file);
        else
            Q_EMIT failed(describe(written.error()));
    });
    connect(dialog, &QObject::destroyed, this, &QObject::deleteLater);
    dialog->open();
}

} // namespace naryad::ui
