#pragma once

#include <QPointer>
#include <QString>
#include <QWidget>

namespace naryad::ui {

/// The first thing that is wrong in a form, and the field it is wrong in. No text: nothing is wrong.
struct FormProblem
{
    QPointer<QWidget> field;
    QString text;

    bool isNone() const { return text.isEmpty(); }
};

} // namespace naryad::ui
