#pragma once

#include <QKeyCombination>

class QWidget;

/// What a field with text does with chords of its own, whatever its window does with them.
namespace naryad::ui::fields {

/// Whether the chord is of editing text, and `focused` holds text it works on: undo, redo, cut and paste in
/// what can be written, copy and select all also in what can only be read, where some of it is marked.
bool isEditing(const QWidget *focused, QKeyCombination chord);

/// Ctrl+Y, which some platforms' fields don't take for redo. False where there is nothing to be redone in.
bool redoes(QKeyCombination chord);
bool redo(QWidget *focused);

} // namespace naryad::ui::fields
