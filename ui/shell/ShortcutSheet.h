#pragma once

#include <QDialog>
#include <QString>
#include <QVector>

class QLineEdit;
class QTableWidget;

namespace naryad::ui {

struct ShortcutLine
{
    QString text; ///< the action's words, without mnemonic marks
    QString keys; ///< in the platform's own writing
    QString group{}; ///< the menu it stands in, else what it is heard in; empty: the window itself
    friend bool operator==(const ShortcutLine &, const ShortcutLine &) = default;
};

/// The text of an action as it is read: without the mark of its key and without the dots behind it.
QString withoutMarks(QString text);

/// Every action beneath `root` that has a shortcut, once each: by menus, in their order, then the others in
/// the order they were made.
QVector<ShortcutLine> shortcutsOf(const QObject &root);

/// What the windows with a form do by keys; they are made when they are opened, so they are told here.
QVector<ShortcutLine> shortcutsOfForms();

/// The sheet of all keys; it is made from the actions themselves, so it is never stale. A field narrows it by
/// words or keys. Thread: the GUI's.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutSheet(const QVector<ShortcutLine> &lines, QWidget *parent = nullptr);

private:
    void addLine(const ShortcutLine &line);
    void addHeading(const QString &group);
    void narrow(const QString &typed);

    QLineEdit *m_filter;
    QTableWidget *m_table;
};

} // namespace naryad::ui
