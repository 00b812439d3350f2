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

/// The same for what is told rather than named: it can be selected and copied with the mouse.
inline QLabel *plainValue(const QString &objectName, const QString &text, QWidget *parent = nullptr)
{
    QLabel *label = plainLabel(text, parent);
    label->setObjectName(objectName);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// The label that names `field`; '&' marks its mnemonic, so names from the service go through escapeMnemonic().
inline QLabel *buddyLabel(const QString &text, QWidget *field, QWidget *parent = nullptr)
{
    QLabel *label = plainLabel(text, parent);
    label->setWordWrap(false);
    label->setBuddy(field);
    return label;
}

} // namespace naryad::ui
