#include "widgets/EmptyState.h"

#include "shell/Breakable.h"
#include "widgets/PlainLabel.h"

#include <QAccessible>
#include <QPushButton>
#include <QVBoxLayout>

namespace naryad::ui {

EmptyState::EmptyState(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_label(plainValue(objectName + QStringLiteral("-text"), {}, this))
    , m_button(new QPushButton(this))
{
    setObjectName(objectName);
    m_label->setAlignment(Qt::AlignCenter);
    m_button->setObjectName(objectName + QStringLiteral("-action"));
    m_button->setAutoDefault(false);
    m_button->hide();
    auto *column = new QVBoxLayout(this);
    column->addStretch();
    column->addWidget(m_label);
    column->addWidget(m_button, 0, Qt::AlignCenter);
    column->addStretch();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::tell(const QString &text, const QString &action)
{
    const bool news = text != m_text;
    m_text = text;
    m_label->setText(breakable(text));
    m_label->setAccessibleName(text);
    m_button->setText(action);
    m_button->setAccessibleName(QString(action).remove(QLatin1Char('&')));
    m_button->setVisible(!action.isEmpty());
    if (news && isVisible()) {
        QAccessibleEvent alert(m_label, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace naryad::ui
