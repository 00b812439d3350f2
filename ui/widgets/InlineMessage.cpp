#include "widgets/InlineMessage.h"

#include "shell/Breakable.h"

#include <QAccessible>

namespace naryad::ui {

InlineMessage::InlineMessage(const QString &objectName, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void InlineMessage::setProblem(const QString &text)
{
    put(QStringLiteral("⚠ "), text);
}

void InlineMessage::setNews(const QString &text)
{
    put({}, text);
}

void InlineMessage::clearMessage()
{
    put({}, {});
}

void InlineMessage::put(const QString &sign, const QString &text)
{
    const bool news = !text.isEmpty() && text != m_message;
    m_message = text;
    setText(text.isEmpty() ? QString() : sign + breakable(text));
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    if (news) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace naryad::ui
