#include "templates/Swatch.h"

#include <QPainter>
#include <QPixmap>

namespace naryad::ui {

namespace {

constexpr int Side = 16;

} // namespace

QIcon swatch(const QString &colour, const QPalette &palette)
{
    QIcon icon;
    for (const int scale : {1, 2}) {
        QPixmap drawn(Side * scale, Side * scale);
        drawn.setDevicePixelRatio(scale);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        const QRectF square(1.5, 1.5, Side - 3, Side - 3);
        painter.setPen(palette.color(QPalette::WindowText));
        if (!colour.isEmpty())
            painter.setBrush(QColor(colour));
        painter.drawRect(square);
        if (colour.isEmpty())
            painter.drawLine(square.bottomLeft(), square.topRight());
        painter.end();
        icon.addPixmap(drawn);
    }
    return icon;
}

} // namespace naryad::ui
