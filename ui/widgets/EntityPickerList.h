#pragma once

#include <QFrame>

class QAbstractItemDelegate;
class QAbstractItemModel;
class QLabel;
class QListView;

namespace naryad::ui {

/// The candidates under an EntityPicker: a list that never takes the keyboard, so that what is typed goes on
/// into the field. One row of it can be marked; the keys that move the mark come from the picker.
///
/// Thread: the GUI's.
class EntityPickerList : public QFrame
{
    Q_OBJECT
public:
    /// `name`: the accessible name of the list.
    EntityPickerList(QAbstractItemModel *model, const QString &name, QWidget *field);

    /// Shows it under the field (above it where there is no room), as high as its rows, from the top on.
    /// `marked`: the row to mark, -1 for none.
    void popUp(int marked);
    /// Draws the rows; not owned.
    void setDelegate(QAbstractItemDelegate *delegate);
    /// A line below the rows, from the next popUp() on; empty: none.
    void setHint(const QString &hint);
    /// -1 where none is.
    int marked() const;
    /// Moves the mark, or sets it where there is none; stays at the ends.
    void step(int rows);
    void mark(int row);
    int pageRows() const; ///< how far PgUp and PgDn go

Q_SIGNALS:
    void clicked(int row);

private:
    void fit();

    QWidget *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QLabel *m_hint;
};

} // namespace naryad::ui
