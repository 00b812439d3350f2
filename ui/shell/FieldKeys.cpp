#include "shell/FieldKeys.h"

#include <QComboBox>
#include <QKeySequence>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace naryad::ui::fields {

namespace {

bool isOne(QKeyCombination chord, QKeySequence::StandardKey key)
{
    return QKeySequence::keyBindings(key).contains(QKeySequence(chord));
}

/// The line a combo box is typed into has the box's keyboard.
QLineEdit *lineOf(QWidget *focused)
{
    if (const auto *box = qobject_cast<QComboBox *>(focused))
        return box->lineEdit();
    return qobject_cast<QLineEdit *>(focused);
}

struct Text
{
    bool isText = false;
    bool canWrite = false;
    bool isMarked = false;
};

Text textOf(const QWidget *focused)
{
    if (const QLineEdit *line = lineOf(const_cast<QWidget *>(focused)))
        return {true, !line->isReadOnly(), line->hasSelectedText()};
    if (const auto *plain = qobject_cast<const QPlainTextEdit *>(focused))
        return {true, !plain->isReadOnly(), plain->textCursor().hasSelection()};
    if (const auto *rich = qobject_cast<const QTextEdit *>(focused))
        return {true, !rich->isReadOnly(), rich->textCursor().hasSelection()};
    return {};
}

} // namespace

bool isEditing(const QWidget *focused, QKeyCombination chord)
{
    const Text text = textOf(focused);
    if (!text.isText)
        return false;
    if (text.isMarked && isOne(chord, QKeySequence::Copy))
        return true;
    if (isOne(chord, QKeySequence::SelectAll))
        return true;
    if (!text.canWrite)
        return false;
    for (const auto key :
         {QKeySequence::Undo, QKeySequence::Redo, QKeySequence::Cut, QKeySequence::Copy,
          QKeySequence::Paste}) {
        if (isOne(chord, key))
            return true;
    }
    return redoes(chord);
}

bool redoes(QKeyCombination chord)
{
#ifdef Q_OS_MACOS
    Q_UNUSED(chord);
    return false;
#else
    return chord == QKeyCombination(Qt::CTRL, Qt::Key_Y);
#endif
}

bool redo(QWidget *focused)
{
    if (!textOf(focused).canWrite)
        return false;
    if (QLineEdit *line = lineOf(focused))
        line->redo();
    else if (auto *plain = qobject_cast<QPlainTextEdit *>(focused))
        plain->redo();
    else if (auto *rich = qobject_cast<QTextEdit *>(focused))
        rich->redo();
    return true;
}

} // namespace naryad::ui::fields
