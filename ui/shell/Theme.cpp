#include "shell/Theme.h"

#include <QApplication>
#include <QStyle>

#include <cmath>

namespace naryad::ui::theme {
namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}

bool isHighContrast(const QPalette &palette)
{
    return contrast(palette.color(QPalette::Window), palette.color(QPalette::WindowText)) >= 20.0;
}

ToneColours colours(Tone tone, const QPalette &palette)
{
    if (isHighContrast(palette)) {
        const QColor text = palette.color(QPalette::WindowText);
        return {palette.color(QPalette::Window), text, text};
    }
    if (isDark(palette)) {
        switch (tone) {
        case Tone::Info:
            return {QColor(0x1d, 0x34, 0x4d), QColor(0xdd, 0xec, 0xfb), QColor(0x6f, 0xa8, 0xdc)};
        case Tone::Warning:
            return {QColor(0x45, 0x36, 0x0b), QColor(0xff, 0xf0, 0xc2), QColor(0xe0, 0xac, 0x2b)};
        case Tone::Error:
            return {QColor(0x52, 0x1c, 0x1c), QColor(0xff, 0xe1, 0xde), QColor(0xf0, 0x7a, 0x70)};
        }
    }
    switch (tone) {
    case Tone::Info:
        return {QColor(0xe3, 0xef, 0xfb), QColor(0x12, 0x32, 0x52), QColor(0x2f, 0x6f, 0xad)};
    case Tone::Warning:
        return {QColor(0xff, 0xf3, 0xd1), QColor(0x4a, 0x35, 0x00), QColor(0x94, 0x6c, 0x00)};
    case Tone::Error:
        return {QColor(0xfd, 0xe4, 0xe1), QColor(0x6b, 0x12, 0x0c), QColor(0xb3, 0x2b, 0x20)};
    }
    return {
        palette.color(QPalette::Window), palette.color(QPalette::WindowText), palette.color(QPalette::Mid)};
}

QColor textOn(const QColor &background)
{
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return contrast(background, black) >= contrast(background, white) ? black : white;
}

QIcon icon(Tone tone)
{
    switch (tone) {
    case Tone::Info:
        return QApplication::style()->standardIcon(QStyle::SP_MessageBoxInformation);
    case Tone::Warning:
        return QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning);
    case Tone::Error:
        return QApplication::style()->standardIcon(QStyle::SP_MessageBoxCritical);
    }
    return {};
}

} // namespace naryad::ui::theme
