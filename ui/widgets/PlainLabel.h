#pragma once

#include <QLabel>

namespace naryad::ui {

/// A label that shows text as it is, whatever it looks like (reliability 10.10).
inline QLabel *plainLabel(const QString &text, QWidget *parent = nullptr)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

} // namespace naryad::ui
