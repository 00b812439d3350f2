#include "shell/ActivityIcons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace naryad::ui {
namespace {

/// Drawn on a square of 24 units.
QPainterPath tasksPath()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(3.5, 3.5, 17, 17), 2, 2);
    for (const double y : {8.0, 12.0, 16.0}) {
        path.addRect(QRectF(6.5, y - 0.5, 1, 1));
        path.moveTo(10, y);
        path.lineTo(17.5, y);
    }
    return path;
}

/// A house with a door.
QPainterPath contractorsPath()
{
    QPainterPath path;
    path.moveTo(3, 11.5);
    path.lineTo(12, 3.5);
    path.lineTo(21, 11.5);
    path.moveTo(5.5, 9.5);
    path.lineTo(5.5, 20.5);
    path.lineTo(18.5, 20.5);
    path.lineTo(18.5, 9.5);
    path.addRect(QRectF(9.5, 13.5, 5, 7));
    return path;
}

QPainterPath equipmentPath()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(4.5, 3.5, 15, 17), 1.5, 1.5);
    path.addEllipse(QPointF(12, 14), 4, 4);
    path.moveTo(7.5, 6.5);
    path.lineTo(12, 6.5);
    path.moveTo(16, 6.5);
    path.lineTo(16.5, 6.5);
    return path;
}

QPainterPath templatesPath()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(3.5, 3.5, 17, 5), 1, 1);
    path.addRoundedRect(QRectF(3.5, 11.5, 8, 9), 1, 1);
    for (const double y : {12.5, 16.0, 19.5}) {
        path.moveTo(14.5, y);
        path.lineTo(20.5, y);
    }
    return path;
}

QPainterPath outboxPath()
{
    QPainterPath path;
    path.moveTo(3.5, 13.5);
    path.lineTo(3.5, 20.5);
    path.lineTo(20.5, 20.5);
    path.lineTo(20.5, 13.5);
    path.moveTo(12, 16);
    path.lineTo(12, 3.5);
    path.moveTo(7.5, 8);
    path.lineTo(12, 3.5);
    path.lineTo(16.5, 8);
    return path;
}

QPainterPath callerPath()
{
    QPainterPath path;
    path.moveTo(7.5, 3.5);
    path.lineTo(4.5, 4.5);
    path.cubicTo(3, 12, 12, 21, 19.5, 19.5);
    path.lineTo(20.5, 16.5);
    path.lineTo(15.8, 14);
    path.lineTo(13.8, 16);
    path.cubicTo(11.5, 15, 9, 12.5, 8, 10.2);
    path.lineTo(10, 8.2);
    path.closeSubpath();
    return path;
}

QPainterPath offlinePath()
{
    QPainterPath path;
    path.addEllipse(QRectF(3.5, 3.5, 17, 17));
    path.moveTo(6, 18);
    path.lineTo(18, 6);
    return path;
}

QPainterPath keyRefusedPath()
{
    QPainterPath path;
    path.addRect(QRectF(3.5, 3.5, 17, 17));
    path.moveTo(8, 8);
    path.lineTo(16, 16);
    path.moveTo(16, 8);
    path.lineTo(8, 16);
    return path;
}

QPainterPath troublePath()
{
    QPainterPath path;
    path.moveTo(12, 3.5);
    path.lineTo(21.5, 20.5);
    path.lineTo(2.5, 20.5);
    path.closeSubpath();
    path.moveTo(12, 9.5);
    path.lineTo(12, 14);
    path.addRect(QRectF(11.5, 16.5, 1, 1));
    return path;
}

QPainterPath pathOf(ActivityPicture picture)
{
    switch (picture) {
    case ActivityPicture::Tasks:
        return tasksPath();
    case ActivityPicture::Contractors:
        return contractorsPath();
    case ActivityPicture::Templates:
        return templatesPath();
    case ActivityPicture::Equipment:
        return equipmentPath();
    case ActivityPicture::Outbox:
        return outboxPath();
    case ActivityPicture::Caller:
        return callerPath();
    case ActivityPicture::Offline:
        return offlinePath();
    case ActivityPicture::KeyRefused:
        return keyRefusedPath();
    case ActivityPicture::Trouble:
        return troublePath();
    }
    return {};
}

class LineIcon final : public QIconEngine
{
public:
    explicit LineIcon(ActivityPicture picture)
        : m_picture(picture)
    {}

    QIconEngine *clone() const override { return new LineIcon(m_picture); }

    QString key() const override { return QStringLiteral("naryad-line-icon"); }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return drawn;
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const double side = qMin(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.center().x() + 0.5 - side / 2, rect.center().y() + 0.5 - side / 2);
        painter->scale(side / 24, side / 24);
        QPen pen(QGuiApplication::palette().color(group, QPalette::ButtonText), 1.6);
        pen.setCapStyle(Qt::RoundCap);
        pen.setJoinStyle(Qt::RoundJoin);
        painter->setPen(pen);
        painter->drawPath(pathOf(m_picture));
        painter->restore();
    }

private:
    ActivityPicture m_picture;
};

} // namespace

QIcon activityIcon(ActivityPicture picture)
{
    return QIcon(new LineIcon(picture));
}

} // namespace naryad::ui
