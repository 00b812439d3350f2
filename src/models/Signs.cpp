#include "models/Signs.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace naryad::models {

namespace {

/// The shapes, in a square of 16 by 16.
void drawSign(QPainter &painter, Sign sign)
{
    switch (sign) {
    case Sign::None:
        break;
    case Sign::Held: // two bars: it stands still
        painter.drawLine(QPointF(6, 4), QPointF(6, 12));
        painter.drawLine(QPointF(10, 4), QPointF(10, 12));
        break;
    case Sign::Waiting: // a clock
        painter.drawEllipse(QPointF(8, 8), 5.5, 5.5);
        painter.drawPolyline(QPolygonF{{8, 5}, {8, 8}, {10.5, 9.5}});
        break;
    case Sign::Sending: // an arrow up
        painter.drawLine(QPointF(8, 3), QPointF(8, 13));
        painter.drawPolyline(QPolygonF{{4.5, 6.5}, {8, 3}, {11.5, 6.5}});
        break;
    case Sign::Unsure: { // a question mark
        QPainterPath hook(QPointF(5, 5.5));
        hook.cubicTo(5, 1.5, 11, 1.5, 11, 5.5);
        hook.cubicTo(11, 7.5, 8, 7.5, 8, 10);
        painter.drawPath(hook);
        painter.drawLine(QPointF(8, 13), QPointF(8, 13.1));
        break;
    }
    case Sign::Refused: // a cross
        painter.drawLine(QPointF(4, 4), QPointF(12, 12));
        painter.drawLine(QPointF(12, 4), QPointF(4, 12));
        break;
    case Sign::Conflict: // two arrows against each other
        painter.drawLine(QPointF(1.5, 8), QPointF(6.5, 8));
        painter.drawPolyline(QPolygonF{{4, 5.5}, {6.5, 8}, {4, 10.5}});
        painter.drawLine(QPointF(9.5, 8), QPointF(14.5, 8));
        painter.drawPolyline(QPolygonF{{12, 5.5}, {9.5, 8}, {12, 10.5}});
        break;
    case Sign::Done: // a tick
        painter.drawPolyline(QPolygonF{{3.5, 8.5}, {6.5, 11.5}, {12.5, 4.5}});
        break;
    case Sign::Dropped: // a bar
        painter.drawLine(QPointF(4, 8), QPointF(12, 8));
        break;
    }
}

class SignEngine : public QIconEngine
{
public:
    explicit SignEngine(Sign sign)
        : m_sign(sign)
    {}

    QIconEngine *clone() const override { return new SignEngine(m_sign); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::Text;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / 16.0, rect.height() / 16.0);
        painter->setPen(QPen(palette.color(group, role), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        drawSign(*painter, m_sign);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap drawn(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return drawn;
    }

private:
    Sign m_sign;
};

} // namespace

Sign signOf(const JournalEntry &entry, const QDateTime &now)
{
    switch (entry.state) {
    case CommandState::Held:
        return entry.notBefore.isValid() && entry.notBefore <= now ? Sign::Waiting : Sign::Held;
    case CommandState::Waiting:
        return Sign::Waiting;
    case CommandState::Sending:
        return Sign::Sending;
    case CommandState::Unsure:
        return Sign::Unsure;
    case CommandState::Refused:
        return entry.conflicts.isEmpty() ? Sign::Refused : Sign::Conflict;
    case CommandState::Sent:
        return Sign::Done;
    case CommandState::Dropped:
        return Sign::Dropped;
    }
    return Sign::None;
}

Sign signOf(PendingState state)
{
    switch (state) {
    case PendingState::None:
        return Sign::None;
    case PendingState::Held:
        return Sign::Held;
    case PendingState::Waiting:
        return Sign::Waiting;
    case PendingState::Sending:
        return Sign::Sending;
    case PendingState::Unsure:
        return Sign::Unsure;
    case PendingState::Refused:
        return Sign::Refused;
    }
    return Sign::None;
}

QIcon signIcon(Sign sign)
{
    return sign == Sign::None ? QIcon() : QIcon(new SignEngine(sign));
}

} // namespace naryad::models
