#include "shell/ActivityBar.h"

#include "core/Text.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

ActivityButton::ActivityButton(QAction *action, QWidget *parent)
    : QToolButton(parent)
{
    setDefaultAction(action);
    setObjectName(u"activity_"_s + action->objectName());
    QString name = action->text();
    name.remove(u'&');
    setAccessibleName(name);
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const int side = fontMetrics().height() * 7 / 4;
    setIconSize({side, side});
    m_tip = name + u" ("_s + action->shortcut().toString(QKeySequence::NativeText) + u')';
    setBadge({}, {});
}

void ActivityButton::setBadge(const QString &badge, const QString &words)
{
    m_badge = badge;
    setAccessibleDescription(words);
    // A button takes its tooltip from its action again whenever that changes.
    defaultAction()->setToolTip(plainTooltip(words.isEmpty() ? m_tip : m_tip + u'\n' + words));
    update();
}

QSize ActivityButton::sizeHint() const
{
    const int em = fontMetrics().height();
    return QToolButton::sizeHint().expandedTo({em * 5, em * 4});
}

void ActivityButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_badge.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setBold(true);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const int height = metrics.height();
    const int width = qMax(height, metrics.horizontalAdvance(m_badge) + height / 2);
    const QRect pill(rect().right() - width - 2, 2, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().highlight());
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(pill, Qt::AlignCenter, m_badge);
}

ActivityBar::ActivityBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"activityBar"_s);
    setAccessibleName(tr("Screens"));
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(2, 2, 2, 2);
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
}

ActivityButton *ActivityBar::add(QAction *action)
{
    auto *button = new ActivityButton(action, this);
    button->installEventFilter(this);
    m_layout->insertWidget(m_layout->count() - 1, button);
    m_order.append(button);
    m_buttons.insert(action, button);
    return button;
}

bool ActivityBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const qsizetype at = m_order.indexOf(static_cast<ActivityButton *>(watched));
        if (step != 0 && at >= 0) {
            const qsizetype to = qBound(qsizetype(0), at + step, m_order.size() - 1);
            m_order.at(to)->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace naryad::ui
