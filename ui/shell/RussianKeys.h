#pragma once

#include <QKeyCombination>
#include <QObject>

#include <optional>

class QKeyEvent;
class QWidget;

namespace naryad::ui {

/// Makes the program's chords work while the keyboard types Russian.
///
/// With a Latin layout beside the Russian one Qt falls back to it by itself; with the Russian layout alone
/// Ctrl+N comes as Ctrl+Т and nothing answers. A second, Russian shortcut on each action is no way out: where
/// Qt does fall back, both answer, which it calls ambiguous, and neither fires. So what no shortcut took is
/// read by the place of the key instead. Also keeps a text field from taking for its cursor (Ctrl+E, on X11)
/// what is a chord of its window, and leaves to it what edits its text (fields::isEditing()).
///
/// One of them is installed on the application. Thread: the GUI's.
class RussianKeys : public QObject
{
    Q_OBJECT
public:
    explicit RussianKeys(QObject *parent = nullptr);

    /// The chord this key has on a Latin keyboard, by the ЙЦУКЕН layout; nothing where it has none of its
    /// own.
    static std::optional<QKeyCombination> latinChord(const QKeyEvent &event);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static bool trigger(QWidget *window, const QKeySequence &keys);
};

} // namespace naryad::ui
