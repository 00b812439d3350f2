#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace naryad::test {

/// The keyboard and the windows of the X desktop this runs on, through xdotool: as a user has them, from
/// outside of every program.
namespace desktop {

/// The title of the window that has the keyboard; empty where none has.
QString activeTitle();
/// Asks until a window whose title begins so has the keyboard. False where `ends` or after ten seconds.
bool awaitTitle(const QString &beginning, const std::function<bool()> &ends);
/// Presses keys one after another, as xdotool names them: "ctrl+n".
void press(const QStringList &keys);
/// Types Latin text.
void type(const QString &text);

} // namespace desktop

} // namespace naryad::test
