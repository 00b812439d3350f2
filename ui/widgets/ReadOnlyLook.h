#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace naryad::ui {

/// A field that can be read and not changed: on the window's own colour, in its full text colour, with no
/// button that clears it.
inline void showReadOnly(QWidget *field)
{
    QPalette look = field->palette();
    const QColor text = look.color(QPalette::Active, QPalette::WindowText);
    const QColor ground = look.color(QPalette::Active, QPalette::Window);
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        look.setColor(group, QPalette::Base, ground);
        look.setColor(group, QPalette::Button, ground);
        for (const QPalette::ColorRole role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
            look.setColor(group, role, text);
    }
    field->setPalette(look);
    if (auto *edit = qobject_cast<QLineEdit *>(field)) {
        edit->setReadOnly(true);
        edit->setClearButtonEnabled(false);
        return;
    }
    if (auto *box = qobject_cast<QComboBox *>(field); box && box->lineEdit())
        showReadOnly(box->lineEdit());
    field->setEnabled(false);
}

} // namespace naryad::ui
