#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QVector>
#include <QWidget>

namespace naryad::ui {

/// F6 and Shift+F6: moves the focus from pane to pane and remembers where in each it was.
///
/// Owns nothing of the panes. Thread: the GUI's.
class PaneCycler : public QObject
{
    Q_OBJECT
public:
    explicit PaneCycler(QObject *parent = nullptr);

    /// The panes of this moment, in reading order; hidden ones and those without a focusable control are
    /// passed over. Returns the control that has the focus afterwards, or null where there is none to go to.
    QWidget *step(const QVector<QWidget *> &panes, bool forward);

    /// Goes to the first of them that takes the focus.
    QWidget *enter(const QVector<QWidget *> &panes);

    /// The panes of a screen: the visible parts of its first splitter, else the screen itself.
    static QVector<QWidget *> panesOf(QWidget *screen);

private:
    QWidget *entry(QWidget *pane) const;

    QHash<const QWidget *, QPointer<QWidget>> m_last;
};

} // namespace naryad::ui
