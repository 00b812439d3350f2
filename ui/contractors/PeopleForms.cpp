#include "PeopleForms.h"

#include "KnownAlike.h"
#include "PhoneLines.h"
#include "widgets/PlainLabel.h"

#include <QFormLayout>
#include <QLineEdit>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

QLineEdit *lineOf(QFormLayout *form, const QString &label, const QString &name, const QString &objectName)
{
    auto *line = new QLineEdit(form->parentWidget());
    line->setObjectName(objectName);
    line->setAccessibleName(name);
    form->addRow(label, line);
    return line;
}

/// Whose it is, above the fields.
QFormLayout *beginForm(QWidget *content, const QString &owner)
{
    auto *form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    if (!owner.isEmpty())
        form->addRow(plainLabel(owner, content));
    return form;
}

} // namespace

PersonForm::PersonForm(const Desk &desk, const Command &began, const QString &owner, QWidget *parent)
    : ClientForm(
        desk, began, owner, std::holds_alternative<CreatePerson>(began) ? tr("New person") : tr("Person"),
        parent)
{
    setObjectName(u"PersonForm"_s);
    auto *content = new QWidget(this);
    QFormLayout *form = beginForm(content, owner);
    m_name = lineOf(form, tr("Person &name"), tr("Person name"), u"personName"_s);
    connect(m_name, &QLineEdit::textChanged, this, &PersonForm::touched);
    if (const auto *create = std::get_if<CreatePerson>(&began)) {
        m_name->setText(create->body.name);
        m_phones = new PhoneLines(tr("Phone number"), u"phoneNumber"_s, content);
        m_phones->setPhones(create->body.phones);
        auto *known = new KnownAlike(desk, KnownAlike::By::Phone, u"phoneKnown"_s, {}, content);
        auto *label = new QLabel(tr("P&hone number"), content);
        label->setBuddy(m_phones->first());
        form->addRow(label, m_phones);
        form->addRow(QString(), known);
        form->addRow(plainLabel(
            tr("A person without a phone can't be known: the service tells of persons only with "
               "their phones."),
            content));
        connect(m_phones, &PhoneLines::changed, this, &PersonForm::touched);
        connect(m_phones, &PhoneLines::typed, known, &KnownAlike::setTyped);
    } else {
        m_name->setText(std::get<UpdatePerson>(began).body.name);
    }
    finish(content);
    m_name->setFocus();
    m_name->selectAll();
    resize(460, 220);
}

QJsonObject PersonForm::state() const
{
    QJsonObject state{{u"name"_s, m_name->text()}};
    if (m_phones)
        state.insert(u"phones"_s, QJsonArray::fromStringList(m_phones->phones()));
    return state;
}

void PersonForm::apply(const QJsonObject &changes)
{
    if (changes.contains(u"name"))
        m_name->setText(changes.value(u"name").toString());
    if (m_phones && changes.contains(u"phones"))
        m_phones->setPhones(changes.value(u"phones").toVariant().toStringList());
}

Command PersonForm::command() const
{
    Command said = began();
    if (auto *create = std::get_if<CreatePerson>(&said)) {
        create->body.name = m_name->text().trimmed();
        create->body.phones = m_phones->phones();
    } else {
        std::get<UpdatePerson>(said).body.name = m_name->text().trimmed();
    }
    return said;
}

FormProblem PersonForm::problem() const
{
    return m_name->text().trimmed().isEmpty() ? FormProblem{m_name, tr("A person needs a name.")}
                                              : FormProblem();
}

QWidget *PersonForm::fieldIn(const QString &words) const
{
    const bool phone
        = words.contains(u"phone", Qt::CaseInsensitive) || words.contains(u"телефон", Qt::CaseInsensitive);
    return phone && m_phones ? m_phones->first() : m_name;
}

PhoneForm::PhoneForm(const Desk &desk, const Command &began, const QString &owner, QWidget *parent)
    : ClientForm(
        desk, began, owner, std::holds_alternative<CreatePhone>(began) ? tr("New phone") : tr("Phone"),
        parent)
{
    setObjectName(u"PhoneForm"_s);
    auto *content = new QWidget(this);
    QFormLayout *form = beginForm(content, owner);
    m_number = lineOf(form, tr("P&hone number"), tr("Phone number"), u"phoneNumber"_s);
    m_number->setInputMethodHints(Qt::ImhPreferNumbers);
    const auto *create = std::get_if<CreatePhone>(&began);
    m_number->setText(create ? create->body.number : std::get<UpdatePhone>(began).body.number);
    auto *known = new KnownAlike(desk, KnownAlike::By::Phone, u"phoneKnown"_s, {}, content);
    form->addRow(QString(), known);
    connect(m_number, &QLineEdit::textChanged, known, &KnownAlike::setTyped);
    connect(m_number, &QLineEdit::textChanged, this, &PhoneForm::touched);
    finish(content);
    m_number->setFocus();
    m_number->selectAll();
    resize(420, 160);
}

QJsonObject PhoneForm::state() const
{
    return {{u"number"_s, m_number->text()}};
}

void PhoneForm::apply(const QJsonObject &changes)
{
    if (changes.contains(u"number"))
        m_number->setText(changes.value(u"number").toString());
}

Command PhoneForm::command() const
{
    Command said = began();
    const QString number = m_number->text().trimmed();
    if (auto *create = std::get_if<CreatePhone>(&said))
        create->body.number = number;
    else
        std::get<UpdatePhone>(said).body.number = number;
    return said;
}

FormProblem PhoneForm::problem() const
{
    return m_number->text().trimmed().isEmpty() ? FormProblem{m_number, tr("Type the number.")}
                                                : FormProblem();
}

QWidget *PhoneForm::fieldIn(const QString &) const
{
    return m_number;
}

} // namespace naryad::ui
