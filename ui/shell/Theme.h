#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>

/// The only place with colours that are not the palette's own. Thread: the GUI's.
namespace naryad::ui::theme {

/// How loud a message is. Never the only difference: every message also has its icon and its words.
enum class Tone {
    Info,
    Warning,
    Error,
};

struct ToneColours
{
    QColor background;
    QColor text;
    QColor edge;
};

/// Relative luminance contrast of two opaque colours, 1 to 21.
double contrast(const QColor &a, const QColor &b);

bool isDark(const QPalette &palette);
/// The user chose a palette of nearly black on nearly white (or the reverse): nothing is restyled then.
bool isHighContrast(const QPalette &palette);

/// Background, text and edge of a message in this palette; text on background is at least 4.5:1.
ToneColours colours(Tone tone, const QPalette &palette);
/// Black or white, whichever reads better on a colour that came from the service.
QColor textOn(const QColor &background);
QIcon icon(Tone tone);

} // namespace naryad::ui::theme
