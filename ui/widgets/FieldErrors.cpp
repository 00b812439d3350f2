#include "widgets/FieldErrors.h"

#include "widgets/InlineMessage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace naryad::ui {

FieldErrors::FieldErrors(QObject *parent)
    : QObject(parent)
{}

QWidget *FieldErrors::wrap(QWidget *field)
{
    auto *box = new QWidget(field->parentWidget());
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *message = new InlineMessage(field->objectName() + QStringLiteral("-problem"), box);
    column->addWidget(field);
    column->addWidget(message);
    m_entries.removeIf([](const Entry &entry) { return entry.field.isNull(); });
    m_entries.append({field, message, field->accessibleDescription()});

    const auto changed = [this, field] { put(field, {}); };
    if (auto *edit = qobject_cast<QLineEdit *>(field))
        connect(edit, &QLineEdit::textChanged, this, changed);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(field))
        connect(text, &QPlainTextEdit::textChanged, this, changed);
    else if (auto *combo = qobject_cast<QComboBox *>(field); combo && combo->isEditable())
        connect(combo->lineEdit(), &QLineEdit::textChanged, this, changed);
    else if (combo)
        connect(combo, &QComboBox::currentIndexChanged, this, changed);
    return box;
}

void FieldErrors::put(QWidget *field, const QString &text)
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.field != field || !entry.message)
            continue;
        entry.message->setProblem(text);
        // A combo box is found by its description, which must stay; its line edit can tell the problem.
        auto *combo = qobject_cast<QComboBox *>(field);
        QWidget *speaker = combo && combo->isEditable() ? combo->lineEdit() : field;
        if (!combo || combo->isEditable())
            speaker->setAccessibleDescription(text.isEmpty() && !combo ? entry.description : text);
    }
}

void FieldErrors::clear()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.field)
            put(entry.field, {});
    }
}

QString FieldErrors::text(const QWidget *field) const
{
    for (const Entry &entry : m_entries) {
        if (entry.field == field && entry.message)
            return entry.message->message();
    }
    return {};
}

QWidget *FieldErrors::first() const
{
    for (const Entry &entry : m_entries) {
        if (entry.field && entry.message && !entry.message->message().isEmpty())
            return entry.field;
    }
    return nullptr;
}

} // namespace naryad::ui
