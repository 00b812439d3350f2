#pragma once

class QApplication;

namespace naryad::app {

/// Tells the milestones of a start in the log, where its category naryad.start is on; else does nothing.
/// "painted": the task list stands on the screen with its first rows; "complete": all its rows are known.
void watchStart(QApplication &app);

} // namespace naryad::app
