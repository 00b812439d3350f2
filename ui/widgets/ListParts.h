#pragma once

#include <QString>

class QAction;
class QKeyEvent;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
class QWidget;

/// What the screens of a list with a field above it are put together from.
namespace naryad::ui {

/// A button for an action, on and off and explained as that is; `objectName` empty: the action's and
/// "Button".
QPushButton *buttonFor(QAction *action, const QString &objectName, QWidget *parent);
/// A column without margins that fills the pane.
QVBoxLayout *columnOf(QWidget *pane);
/// Down and Enter go from the field into its list, Esc clears it; true: the key is done with.
bool goesFromField(const QKeyEvent &event, QLineEdit *field, QWidget *list);

} // namespace naryad::ui
