#include "shell/PaneCycler.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QSplitter>

namespace naryad::ui {
namespace {

bool takesFocus(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && widget->isVisible();
}

} // namespace

PaneCycler::PaneCycler(QObject *parent)
    : QObject(parent)
{}

QWidget *PaneCycler::step(const QVector<QWidget *> &panes, bool forward)
{
    QVector<QWidget *> usable;
    for (QWidget *pane : panes) {
        if (pane && pane->isVisible() && entry(pane))
            usable.append(pane);
    }
    if (usable.isEmpty())
        return nullptr;
    QWidget *focused = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; focused && i < usable.size(); ++i) {
        if (usable.at(i) == focused || usable.at(i)->isAncestorOf(focused)) {
            at = i;
            m_last.insert(usable.at(i), focused);
        }
    }
    const qsizetype count = usable.size();
    const qsizetype to = at < 0 ? (forward ? 0 : count - 1) : (at + (forward ? 1 : count - 1)) % count;
    QWidget *target = entry(usable.at(to));
    target->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return target;
}

QWidget *PaneCycler::enter(const QVector<QWidget *> &panes)
{
    for (QWidget *pane : panes) {
        QWidget *target = pane && pane->isVisible() ? entry(pane) : nullptr;
        if (target) {
            target->setFocus(Qt::OtherFocusReason);
            return target;
        }
    }
    return nullptr;
}

QVector<QWidget *> PaneCycler::panesOf(QWidget *screen)
{
    const auto *splitter = screen->findChild<QSplitter *>();
    if (!splitter)
        return {screen};
    QVector<QWidget *> parts;
    for (int i = 0; i < splitter->count(); ++i)
        parts.append(splitter->widget(i));
    return parts;
}

QWidget *PaneCycler::entry(QWidget *pane) const
{
    if (QWidget *last = m_last.value(pane); last && takesFocus(last))
        return last;
    if (takesFocus(pane))
        return pane;
    // A table is what a pane is mostly for; buttons and fields before it are a Tab away.
    const QList<QAbstractItemView *> views = pane->findChildren<QAbstractItemView *>();
    for (QAbstractItemView *view : views) {
        if (takesFocus(view))
            return view;
    }
    for (QWidget *next = pane->nextInFocusChain(); next && next != pane; next = next->nextInFocusChain()) {
        if (pane->isAncestorOf(next) && takesFocus(next))
            return next;
    }
    return nullptr;
}

} // namespace naryad::ui
