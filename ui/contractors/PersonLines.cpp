#include "PersonLines.h"

#include "PhoneLines.h"

#include <QJsonObject>
#include <QLineEdit>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

PersonLines::PersonLines(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"personLines"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    add();
}

void PersonLines::add()
{
    const QString number = m_places.isEmpty() ? QString() : QString::number(m_places.size() + 1);
    auto *name = new QLineEdit(this);
    name->setObjectName(u"personName"_s + number);
    name->setAccessibleName(number.isEmpty() ? tr("Person name") : tr("Person name %1").arg(number));
    name->setPlaceholderText(m_places.isEmpty() ? tr("name") : tr("one more person"));
    auto *phones = new PhoneLines(
        tr("Phone of person %1").arg(m_places.size() + 1), u"personPhone"_s + number + u'-', this);
    auto *row = new QHBoxLayout;
    row->addWidget(name, 1, Qt::AlignTop);
    row->addWidget(phones, 1);
    m_column->addLayout(row);
    if (!m_places.isEmpty())
        setTabOrder(m_places.constLast().phones->lines().constLast(), name);
    setTabOrder(name, phones->first());
    m_places.append({name, phones});
    connect(name, &QLineEdit::textChanged, this, [this] {
        grow();
        Q_EMIT changed();
    });
    connect(phones, &PhoneLines::changed, this, [this] {
        grow();
        Q_EMIT changed();
    });
    connect(phones, &PhoneLines::typed, this, &PersonLines::phoneTyped);
}

void PersonLines::grow()
{
    const Place &last = m_places.constLast();
    if (!last.name->text().trimmed().isEmpty() || !last.phones->phones().isEmpty())
        add();
}

QVector<QWidget *> PersonLines::lines() const
{
    QVector<QWidget *> lines;
    for (const Place &place : m_places) {
        lines.append(place.name);
        for (QLineEdit *phone : place.phones->lines())
            lines.append(phone);
    }
    return lines;
}

QVector<PersonBody> PersonLines::persons() const
{
    QVector<PersonBody> persons;
    for (const Place &place : m_places) {
        if (const QString name = place.name->text().trimmed(); !name.isEmpty())
            persons.append({{}, name, place.phones->phones()});
    }
    return persons;
}

void PersonLines::setPersons(const QVector<PersonBody> &persons)
{
    for (qsizetype i = 0; i < persons.size() || i < m_places.size(); ++i) {
        if (i == m_places.size())
            add();
        const PersonBody person = persons.value(i);
        m_places.at(i).name->setText(person.name);
        m_places.at(i).phones->setPhones(person.phones);
    }
}

FormProblem PersonLines::problem() const
{
    for (const Place &place : m_places) {
        if (place.name->text().trimmed().isEmpty() && !place.phones->phones().isEmpty())
            return {place.name, tr("Name the person this phone belongs to.")};
    }
    return {};
}

QJsonArray PersonLines::state() const
{
    QJsonArray state;
    for (const Place &place : m_places) {
        const QStringList phones = place.phones->phones();
        if (!place.name->text().isEmpty() || !phones.isEmpty()) {
            state.append(QJsonObject{
                {u"name"_s, place.name->text()}, {u"phones"_s, QJsonArray::fromStringList(phones)}});
        }
    }
    return state;
}

void PersonLines::apply(const QJsonArray &state)
{
    QVector<PersonBody> persons;
    for (const QJsonValue one : state) {
        PersonBody person;
        person.name = one[u"name"].toString();
        const QJsonArray phones = one[u"phones"].toArray();
        for (const QJsonValue phone : phones)
            person.phones.append(phone.toString());
        persons.append(person);
    }
    setPersons(persons);
}

} // namespace naryad::ui
