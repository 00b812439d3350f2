#pragma once

#include <QString>

/// Texts of any length, as they can be laid out in time.
namespace naryad::ui {

/// The text's beginning, and how much of it was left out.
QString capped(const QString &text);
/// The text with a line break in every run of more than 200 characters without a space.
QString broken(const QString &text);
/// The JSON with a line a value, every value as it came: a number read into a double could change.
QString laidOut(const QString &json);

} // namespace naryad::ui
