#pragma once

#include <QBoxLayout>
#include <QResizeEvent>
#include <QWidget>

namespace naryad::ui {

/// Two fields beside each other where there is room for both, else one below the other. Owns them. Thread:
/// the GUI's.
class SideBySide : public QWidget
{
public:
    SideBySide(QWidget *first, QWidget *second, QWidget *parent)
        : QWidget(parent)
        , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
        , m_first(first)
        , m_second(second)
    {
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        m_row->setContentsMargins(0, 0, 0, 0);
        m_row->addWidget(first, 1);
        m_row->addWidget(second, 1);
    }

    /// Narrow enough for one below the other.
    QSize minimumSizeHint() const override
    {
        const QSize one = m_first->minimumSizeHint();
        const QSize other = m_second->minimumSizeHint();
        return {qMax(one.width(), other.width()), QWidget::minimumSizeHint().height()};
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        const int wanted = m_first->sizeHint().width() + m_row->spacing() + m_second->sizeHint().width();
        m_row->setDirection(width() >= wanted ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    }

private:
    QBoxLayout *m_row;
    QWidget *m_first;
    QWidget *m_second;
};

} // namespace naryad::ui
