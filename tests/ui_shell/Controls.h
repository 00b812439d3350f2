#pragma once

#include <QApplication>
#include <QString>
#include <QStringList>
#include <QWidget>

namespace naryad {
struct NamedRef;
namespace ui {
class EntityPicker;
}
} // namespace naryad

namespace naryad::test {

/// Every focusable control beneath (and including) `root` that a screen reader could not name, or that has no
/// objectName. Empty is good. `seen` counts the controls looked at, so that a test can tell an empty screen.
QStringList unnamedControls(QWidget *root, int *seen = nullptr);

/// Buttons, fields and labels, visible in `root`, that are narrower or lower than their text needs.
QStringList cutControls(QWidget *root);

/// The picker holds this and says so, as when the user has taken it from its list.
void choose(ui::EntityPicker *picker, const NamedRef &ref);

/// The visible control of type T with this accessible name; null where there is none.
template <class T> T *named(QWidget *root, const QString &name)
{
    const QList<T *> all = root->findChildren<T *>();
    for (T *one : all) {
        if (one->accessibleName() == name && one->isVisible())
            return one;
    }
    return nullptr;
}

/// A visible window of type T; null where there is none.
template <class T> T *openWindow()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *wanted = qobject_cast<T *>(window); wanted && wanted->isVisible())
            return wanted;
    }
    return nullptr;
}

} // namespace naryad::test
