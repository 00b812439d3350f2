#include "PhoneLines.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

PhoneLines::PhoneLines(const QString &name, const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_lineName(objectName)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(objectName + u"Lines"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    add();
}

QLineEdit *PhoneLines::add()
{
    auto *line = new QLineEdit(this);
    const QString number = m_lines.isEmpty() ? QString() : QString::number(m_lines.size() + 1);
    line->setObjectName(m_lineName + number);
    line->setAccessibleName(number.isEmpty() ? m_name : m_name + u' ' + number);
    line->setInputMethodHints(Qt::ImhPreferNumbers);
    if (!m_lines.isEmpty()) {
        line->setPlaceholderText(tr("one more"));
        setTabOrder(m_lines.constLast(), line);
    }
    m_lines.append(line);
    m_column->addWidget(line);
    connect(line, &QLineEdit::textChanged, this, [this](const QString &text) {
        grow();
        Q_EMIT typed(text);
        Q_EMIT changed();
    });
    return line;
}

void PhoneLines::grow()
{
    if (!m_lines.constLast()->text().trimmed().isEmpty())
        add();
}

QStringList PhoneLines::phones() const
{
    QStringList phones;
    for (const QLineEdit *line : m_lines) {
        if (const QString text = line->text().trimmed(); !text.isEmpty())
            phones.append(text);
    }
    return phones;
}

void PhoneLines::setPhones(const QStringList &phones)
{
    for (qsizetype i = 0; i < phones.size(); ++i) {
        if (i == m_lines.size())
            add();
        m_lines.at(i)->setText(phones.at(i));
    }
    for (qsizetype i = phones.size(); i < m_lines.size(); ++i)
        m_lines.at(i)->clear();
}

} // namespace naryad::ui
