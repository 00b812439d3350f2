#pragma once

#include "core/TemplateStock.h"

#include <QLineEdit>
#include <QPointer>
#include <QVector>

class QStandardItemModel;

namespace naryad::ui {

class EntityPickerList;

/// Chooses a field for a template by typing: the best match is marked, Enter takes it; the last row makes a
/// new field of what is typed. Esc leaves it. Owns its list. Thread: the GUI's.
class FieldPicker : public QLineEdit
{
    Q_OBJECT
public:
    FieldPicker(const QString &objectName, const QString &name, QWidget *parent);

    /// Fields to choose among, by name, those in use left out by the caller.
    void setFields(const QVector<TemplateField> &fields, const QVector<NamedRef> &types);

Q_SIGNALS:
    void chosen(const naryad::TemplateField &field);
    /// A new field of this name is wanted.
    void createAsked(const QString &name);
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void narrow();
    void take(int row);

    QVector<TemplateField> m_fields;
    QVector<NamedRef> m_types;
    QVector<int> m_shown; ///< places in m_fields, by row; -1: make a new one
    QStandardItemModel *m_rows;
    EntityPickerList *m_list;
};

} // namespace naryad::ui
