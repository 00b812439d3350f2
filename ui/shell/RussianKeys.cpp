#include "shell/RussianKeys.h"

#include "shell/FieldKeys.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>
#include <QWindow>

namespace naryad::ui {

namespace {

/// Where the key "/" lies: Russian types "." with it, so the letter alone does not tell.
#ifdef Q_OS_WIN
constexpr quint32 SlashKey = 0x35;
#else
constexpr quint32 SlashKey = 61; // X11 and Wayland: the evdev code and 8
#endif

/// Whether it stands in this window and not in one above it. A menu is a window itself: what counts is whose
/// it is.
bool isOf(const QWidget *widget, const QWidget *window)
{
    while (widget != window && widget && (!widget->isWindow() || qobject_cast<const QMenu *>(widget)))
        widget = widget->parentWidget();
    return widget == window;
}

/// Whether the action is heard where the keyboard is.
bool isHeard(const QAction &action, const QWidget *window)
{
    if (!action.isEnabled() || !action.isVisible())
        return false;
    const QWidget *focused = QApplication::focusWidget();
    const QList<QObject *> owners = action.associatedObjects();
    for (const QObject *owner : owners) {
        const auto *widget = qobject_cast<const QWidget *>(owner);
        if (!widget)
            continue;
        switch (action.shortcutContext()) {
        case Qt::WidgetShortcut:
            if (widget == focused)
                return true;
            break;
        case Qt::WidgetWithChildrenShortcut:
            if (widget == focused || (focused && widget->isAncestorOf(focused)))
                return true;
            break;
        case Qt::WindowShortcut:
        case Qt::ApplicationShortcut:
            if (isOf(widget, window))
                return true;
            break;
        }
    }
    return false;
}

QAction *actionFor(QWidget *window, const QKeySequence &keys)
{
    const QList<QAction *> all = window->findChildren<QAction *>();
    for (QAction *action : all) {
        if (action->shortcuts().contains(keys) && isHeard(*action, window))
            return action;
    }
    return nullptr;
}

} // namespace

RussianKeys::RussianKeys(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

std::optional<QKeyCombination> RussianKeys::latinChord(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    if (!(held & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return std::nullopt;
    if (event.key() == Qt::Key_Period && event.nativeScanCode() == SlashKey)
        return QKeyCombination(held, Qt::Key_Slash);
    static const QString russian = QStringLiteral("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ");
    static const QString latin = QStringLiteral("QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.`");
    if (event.key() > 0xffff)
        return std::nullopt;
    const qsizetype place = russian.indexOf(QChar(ushort(event.key())).toUpper());
    if (place < 0)
        return std::nullopt;
    return QKeyCombination(held, Qt::Key(latin.at(place).unicode()));
}

bool RussianKeys::trigger(QWidget *window, const QKeySequence &keys)
{
    if (QAction *action = actionFor(window, keys)) {
        action->trigger();
        return true;
    }
    const QList<QShortcut *> shortcuts = window->findChildren<QShortcut *>();
    for (QShortcut *shortcut : shortcuts) {
        if (shortcut->key() == keys && shortcut->isEnabled()
            && isOf(qobject_cast<QWidget *>(shortcut->parent()), window)) {
            Q_EMIT shortcut->activated();
            return true;
        }
    }
    // The underlined letters of menus and buttons.
    const QList<QMenuBar *> bars = window->findChildren<QMenuBar *>();
    for (QMenuBar *bar : bars) {
        const QList<QAction *> menus = bar->actions();
        for (QAction *menu : menus) {
            if (QKeySequence::mnemonic(menu->text()) == keys && menu->isEnabled()) {
                bar->setActiveAction(menu);
                return true;
            }
        }
    }
    const QList<QAbstractButton *> buttons = window->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->shortcut() == keys && isOf(button, window) && button->isVisible()
            && button->isEnabled()) {
            button->click();
            return true;
        }
    }
    const QList<QLabel *> labels = window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy() && isOf(label, window) && label->isVisible()
            && QKeySequence::mnemonic(label->text()) == keys) {
            label->buddy()->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
    }
    return false;
}

bool RussianKeys::eventFilter(QObject *watched, QEvent *event)
{
    const bool asked = event->type() == QEvent::ShortcutOverride;
    if (!asked && event->type() != QEvent::KeyPress)
        return false;
    QWidget *window = QApplication::activeWindow();
    if (!window || QApplication::activePopupWidget())
        return false;
    const auto &key = *static_cast<QKeyEvent *>(event);
    QWidget *focused = QApplication::focusWidget();
    if (asked) {
        // What edits its text is a field's before it is anyone's.
        if (fields::isEditing(focused, key.keyCombination())) {
            event->accept();
            return true;
        }
        // Chords with Ctrl only: Del, Home and the like are the field's own.
        if (!watched->isWidgetType() || !(key.modifiers() & Qt::ControlModifier)
            || !actionFor(window, QKeySequence(key.keyCombination())))
            return false;
        event->ignore();
        return true;
    }
    if (watched == focused && fields::redoes(key.keyCombination()))
        return fields::redo(focused);
    // Shortcuts come before keys: what reaches the window was taken by none.
    if (!qobject_cast<QWindow *>(watched))
        return false;
    const auto chord = latinChord(key);
    if (!chord)
        return false;
    if (!fields::isEditing(focused, *chord) && trigger(window, QKeySequence(*chord)))
        return true;
    // Copying, pasting and the like are no actions but what a field does by its own keys.
    if (focused) {
        QKeyEvent latin(QEvent::KeyPress, chord->key(), chord->keyboardModifiers(), {}, key.isAutoRepeat());
        QCoreApplication::sendEvent(focused, &latin);
        return true;
    }
    return false;
}

} // namespace naryad::ui
