#include "shell/NoticeBar.h"

#include "core/Text.h"
#include "widgets/Breakable.h"

#include <QAccessible>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

class NoticeBar::Line : public QFrame
{
public:
    Line(const Notice &notice, NoticeBar *bar)
        : QFrame(bar)
        , m_notice(notice)
    {
        setObjectName(u"notice_"_s + notice.key);
        setFrameShape(QFrame::StyledPanel);
        setAutoFillBackground(true);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(8, 4, 8, 4);
        auto *picture = new QLabel(this);
        const int side = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
        picture->setPixmap(theme::icon(notice.tone).pixmap(side, side));
        row->addWidget(picture, 0, Qt::AlignTop);
        m_label = new QLabel(this);
        m_label->setObjectName(u"noticeText"_s);
        m_label->setTextFormat(Qt::PlainText);
        m_label->setWordWrap(true);
        m_label->setText(breakable(notice.text));
        m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_label->setAccessibleName(notice.text);
        row->addWidget(m_label, 1);
        if (!notice.actionText.isEmpty()) {
            auto *button = new QPushButton(escapeMnemonic(notice.actionText), this);
            button->setObjectName(u"noticeAction"_s);
            button->setAccessibleName(notice.actionText);
            button->setAccessibleDescription(notice.text);
            row->addWidget(button);
            connect(button, &QPushButton::clicked, bar, [bar, key = notice.key] {
                Q_EMIT bar->actionTriggered(key);
            });
        }
        if (notice.closable) {
            auto *close = new QToolButton(this);
            close->setObjectName(u"noticeClose"_s);
            close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
            close->setAutoRaise(true);
            close->setMinimumSize(24, 24);
            close->setFocusPolicy(Qt::StrongFocus);
            close->setToolTip(NoticeBar::tr("Close this notice"));
            close->setAccessibleName(NoticeBar::tr("Close notice"));
            close->setAccessibleDescription(notice.text);
            row->addWidget(close);
            // Queued: the button must not die inside its own click.
            connect(
                close, &QToolButton::clicked, bar,
                [bar, key = notice.key] {
                    bar->remove(key);
                    Q_EMIT bar->closed(key);
                },
                Qt::QueuedConnection);
        }
        paintTone();
    }

    const Notice &notice() const { return m_notice; }

protected:
    void changeEvent(QEvent *event) override
    {
        QFrame::changeEvent(event);
        if (event->type() == QEvent::ApplicationPaletteChange)
            paintTone();
    }

private:
    void paintTone()
    {
        const theme::ToneColours tone = theme::colours(m_notice.tone, parentWidget()->palette());
        QPalette own = parentWidget()->palette();
        own.setColor(QPalette::Window, tone.background);
        own.setColor(QPalette::WindowText, tone.text);
        setPalette(own);
    }

    Notice m_notice;
    QLabel *m_label = nullptr;
};

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"noticeBar"_s);
    setAccessibleName(tr("Notices"));
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    hide();
}

NoticeBar::Line *NoticeBar::line(const QString &key) const
{
    const auto found = std::find_if(
        m_lines.cbegin(), m_lines.cend(), [&key](const Line *one) { return one->notice().key == key; });
    return found == m_lines.cend() ? nullptr : *found;
}

void NoticeBar::put(const Notice &notice)
{
    if (const Line *old = line(notice.key)) {
        if (old->notice().text == notice.text && old->notice().actionText == notice.actionText)
            return;
        remove(notice.key);
    }
    auto *added = new Line(notice, this);
    m_lines.append(added);
    m_layout->addWidget(added);
    show();
    QAccessibleEvent event(added, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeBar::remove(const QString &key)
{
    Line *old = line(key);
    if (!old)
        return;
    m_lines.removeOne(old);
    m_layout->removeWidget(old);
    old->hide();
    old->deleteLater();
    setVisible(!m_lines.isEmpty());
}

bool NoticeBar::has(const QString &key) const
{
    return line(key) != nullptr;
}

std::optional<theme::Tone> NoticeBar::toneOf(const QString &key) const
{
    const Line *found = line(key);
    return found ? std::optional(found->notice().tone) : std::nullopt;
}

QStringList NoticeBar::texts() const
{
    QStringList all;
    for (const Line *one : m_lines)
        all.append(one->notice().text);
    return all;
}

} // namespace naryad::ui
