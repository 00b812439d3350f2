#pragma once

#include <QDialog>
#include <QString>
#include <QVector>

namespace naryad::ui {

struct ShortcutLine
{
    QString text; ///< the action's words, without mnemonic marks
    QString keys; ///< in the platform's own writing
    friend bool operator==(const ShortcutLine &, const ShortcutLine &) = default;
};

/// The text of an action as it is read: without the mark of its key and without the dots behind it.
QString withoutMarks(QString text);

/// Every action beneath `root` that has a shortcut, once each, in the order they were made.
QVector<ShortcutLine> shortcutsOf(const QObject &root);

/// The sheet of all keys; it is made from the actions themselves, so it is never stale. Thread: the GUI's.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutSheet(const QVector<ShortcutLine> &lines, QWidget *parent = nullptr);
};

} // namespace naryad::ui
