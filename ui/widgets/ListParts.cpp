#include "ListParts.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

QPushButton *buttonFor(QAction *action, const QString &objectName, QWidget *parent)
{
    auto *button = new QPushButton(QString(action->text()).remove(u'&'), parent);
    button->setObjectName(objectName.isEmpty() ? action->objectName() + u"Button"_s : objectName);
    button->setAccessibleName(button->text().remove(u'…'));
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setStatusTip(action->statusTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

QVBoxLayout *columnOf(QWidget *pane)
{
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    return column;
}

bool goesFromField(const QKeyEvent &event, QLineEdit *field, QWidget *list)
{
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        list->setFocus();
        return true;
    case Qt::Key_Escape:
        if (field->text().isEmpty())
            return false;
        field->clear();
        return true;
    default:
        return false;
    }
}

} // namespace naryad::ui
