#include "widgets/ReasonLabel.h"

#include "widgets/Breakable.h"

#include <QAccessible>

namespace naryad::ui {

using namespace Qt::StringLiterals;

ReasonLabel::ReasonLabel(const QString &objectName, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void ReasonLabel::setProblem(const QString &text)
{
    put(text.isEmpty() ? text : u"⚠ "_s + text);
}

void ReasonLabel::setNews(const QString &text)
{
    put(text);
}

void ReasonLabel::clearMessage()
{
    put({});
}

void ReasonLabel::put(const QString &text)
{
    setText(breakable(text));
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace naryad::ui
