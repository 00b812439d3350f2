#pragma once

#include <QHash>
#include <QToolButton>
#include <QWidget>

class QAction;
class QVBoxLayout;

namespace naryad::ui {

/// One button of the activity bar: icon above text, with a badge in the corner. Thread: the GUI's.
class ActivityButton : public QToolButton
{
    Q_OBJECT
public:
    explicit ActivityButton(QAction *action, QWidget *parent = nullptr);

    /// `badge` is drawn, `words` is told to screen readers and in the tooltip; both empty: no badge.
    void setBadge(const QString &badge, const QString &words);
    QString badge() const { return m_badge; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_badge;
    QString m_tip;
};

/// The column of screens at the window's left edge. Up and Down move between its buttons.
class ActivityBar : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityBar(QWidget *parent = nullptr);

    /// `action` is checkable, one of an exclusive group; its text is the button's text and accessible name.
    ActivityButton *add(QAction *action);
    ActivityButton *button(const QAction *action) const { return m_buttons.value(action); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QVBoxLayout *m_layout = nullptr;
    QVector<ActivityButton *> m_order;
    QHash<const QAction *, ActivityButton *> m_buttons;
};

} // namespace naryad::ui
