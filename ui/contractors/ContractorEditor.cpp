#include "ContractorEditor.h"

#include "KnownAlike.h"
#include "PersonLines.h"
#include "PhoneLines.h"
#include "core/Await.h"
#include "core/CommandKinds.h"
#include "models/ContractorDetails.h"
#include "widgets/AddressFields.h"
#include "widgets/EntityPicker.h"
#include "widgets/FormState.h"
#include "widgets/PlainLabel.h"

#include <QFormLayout>
#include <QLineEdit>

#include <chrono>

using namespace std::chrono_literals;

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CheckAfter = 500ms; ///< of the last key in the external id

QString titleOf(const Command &began)
{
    if (std::holds_alternative<CreateContractor>(began))
        return ContractorEditor::tr("New contractor");
    if (std::holds_alternative<AddSubdivision>(began))
        return ContractorEditor::tr("New subdivision");
    if (const auto *update = std::get_if<UpdateContractor>(&began))
        return ContractorEditor::tr("Contractor %1")
            .arg(update->base ? update->base->name : update->body.name);
    const auto &update = std::get<UpdateSubdivision>(began);
    return ContractorEditor::tr("Subdivision %1").arg(update.base ? update.base->name : update.body.name);
}

} // namespace

ContractorEditor::ContractorEditor(
    const Desk &desk, const Command &began, const QString &owner, QWidget *parent)
    : ClientForm(desk, began, owner, titleOf(began), parent)
    , m_content(new QWidget(this))
    , m_form(new QFormLayout(m_content))
    , m_address(new AddressFields(desk, m_content))
{
    setObjectName(u"ContractorEditor"_s);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_ownId = subjectOf(began, {}).key();
    build();
    fill();
    showKind();
    finish(m_content);
    orderTabs();
    m_name->setFocus();
    m_name->selectAll();
    resize(620, isNew() ? 620 : 420);
}

bool ContractorEditor::isNew() const
{
    return isCreate(began());
}

bool ContractorEditor::isSubdivision() const
{
    if (isNew())
        return !m_parent->ref().isNothing() || m_parent->isUnresolved();
    return std::holds_alternative<UpdateSubdivision>(began());
}

QLineEdit *ContractorEditor::line(const QString &label, const QString &name, const QString &objectName)
{
    auto *edit = new QLineEdit(m_content);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    m_form->addRow(label, edit);
    connect(edit, &QLineEdit::textChanged, this, &ContractorEditor::touched);
    return edit;
}

EntityPicker *
ContractorEditor::picker(const QString &label, const QString &name, const QString &objectName, int kind)
{
    auto *made = new EntityPicker(m_desk.reader, models::LookupModel::Kind(kind), name, m_content);
    made->setObjectName(objectName);
    auto *words = new QLabel(label, m_content);
    words->setBuddy(made);
    m_form->addRow(words, made);
    connect(made, &EntityPicker::edited, this, [this] {
        showKind();
        touched();
    });
    connect(made, &EntityPicker::settled, this, &ContractorEditor::settled);
    return made;
}

void ContractorEditor::build()
{
    if (!owner().isEmpty() && !isNew())
        m_form->addRow(plainLabel(owner(), m_content));
    m_name = line(tr("&Name"), tr("Name"), u"name"_s);
    const QString except = isNew() ? QString() : m_ownId;
    m_nameKnown = new KnownAlike(m_desk, KnownAlike::By::Name, u"nameKnown"_s, except, m_content);
    m_form->addRow(QString(), m_nameKnown);
    connect(m_name, &QLineEdit::textChanged, m_nameKnown, &KnownAlike::setTyped);
    if (isNew()) {
        m_parent
            = picker(tr("Pa&rt of"), tr("Part of"), u"parent"_s, int(models::LookupModel::Kind::Contractors));
        m_parent->lineEdit()->setPlaceholderText(tr("nothing: a contractor of its own"));
    }
    // update-subdivision does not take it.
    if (!std::holds_alternative<UpdateSubdivision>(began())) {
        m_externalId = line(tr("E&xternal id"), tr("External id"), u"externalId"_s);
        m_idCheck = plainLabel({}, m_content);
        m_idCheck->setObjectName(u"externalIdCheck"_s);
        m_idCheck->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_idCheck->hide();
        m_form->addRow(QString(), m_idCheck);
        connect(m_externalId, &QLineEdit::textChanged, this, &ContractorEditor::checkIdSoon);
    }
    m_address->addRows(m_form);
    connect(m_address, &AddressFields::changed, this, &ContractorEditor::touched);
    if (!std::holds_alternative<UpdateContractor>(began())) {
        m_template = picker(
            tr("&Template"), tr("Template"), u"template"_s, int(models::LookupModel::Kind::Templates));
        m_template->lineEdit()->setPlaceholderText(isNew() ? tr("none") : tr("not known: left as it is"));
    }
    if (isNew())
        buildPeople();
    else
        m_form->addRow(plainLabel(tr("Persons and phones are changed one by one, in the card."), m_content));
}

void ContractorEditor::buildPeople()
{
    m_phones = new PhoneLines(tr("Phone number"), u"phoneNumber"_s, m_content);
    const auto row = [this](const QString &words, QWidget *lines, QWidget *first) {
        auto *label = new QLabel(words, m_content);
        label->setBuddy(first);
        m_form->addRow(label, lines);
    };
    row(tr("P&hone number"), m_phones, m_phones->first());
    m_phoneKnown = new KnownAlike(m_desk, KnownAlike::By::Phone, u"phoneKnown"_s, {}, m_content);
    m_phonesNote = plainLabel(
        tr("A new subdivision takes phones with its persons only; more can be added once it is saved."),
        m_content);
    m_phonesNote->setObjectName(u"phonesNote"_s);
    m_form->addRow(QString(), m_phonesNote);
    m_persons = new PersonLines(m_content);
    row(tr("&Persons"), m_persons, m_persons->lines().constFirst());
    m_form->addRow(QString(), m_phoneKnown);
    connect(m_phones, &PhoneLines::changed, this, &ContractorEditor::touched);
    connect(m_persons, &PersonLines::changed, this, &ContractorEditor::touched);
    connect(m_phones, &PhoneLines::typed, m_phoneKnown, &KnownAlike::setTyped);
    connect(m_persons, &PersonLines::phoneTyped, m_phoneKnown, &KnownAlike::setTyped);
}

/// A subdivision has a template, and its persons only have phones.
void ContractorEditor::showKind()
{
    if (m_template)
        m_form->setRowVisible(m_template, isSubdivision());
    if (m_phonesNote)
        m_phonesNote->setVisible(isSubdivision());
}

void ContractorEditor::fill()
{
    const auto put = [this](const auto &body) {
        m_name->setText(body.name);
        m_address->fill(isNew() ? Known<Address>::fromHere(body.address.value) : body.address);
    };
    const auto putTemplate = [this](const SubdivisionBody &body) {
        if (body.templateId.isKnown() && !body.templateId.value.isEmpty())
            m_template->setRef({body.templateId.value, u'#' + body.templateId.value});
    };
    if (const auto *create = std::get_if<CreateContractor>(&began())) {
        put(create->body);
        m_idBefore = create->body.externalId.value;
        m_phones->setPhones(create->body.phones);
        m_persons->setPersons(create->body.persons);
    } else if (const auto *add = std::get_if<AddSubdivision>(&began())) {
        put(add->body);
        putTemplate(add->body);
        m_parent->setRef({add->body.contractorId, owner()});
        m_idBefore = add->body.externalId;
        QVector<PersonBody> persons;
        for (const SubdivisionContact &contact : add->body.contacts)
            persons.append({{}, contact.name, contact.phones});
        m_persons->setPersons(persons);
    } else if (const auto *update = std::get_if<UpdateContractor>(&began())) {
        put(update->body);
        m_idBefore = update->body.externalId.value;
        if (!update->body.externalId.isKnown())
            m_externalId->setPlaceholderText(tr("not known: left as it is"));
    } else {
        put(std::get<UpdateSubdivision>(began()).body);
        putTemplate(std::get<UpdateSubdivision>(began()).body);
    }
    if (m_externalId) {
        m_externalId->setText(m_idBefore);
        if (isNew())
            m_externalId->setPlaceholderText(tr("one is given by the program"));
    }
}

/// In the order in which they stand.
void ContractorEditor::orderTabs()
{
    QVector<QWidget *> fields{m_name, m_parent, m_externalId};
    for (QLineEdit *part : m_address->lines())
        fields.append(part);
    fields.append(m_template);
    if (m_phones) {
        for (QLineEdit *phone : m_phones->lines())
            fields.append(phone);
        fields += m_persons->lines();
    }
    fields.removeAll(nullptr);
    for (qsizetype i = 1; i < fields.size(); ++i)
        setTabOrder(fields.at(i - 1), fields.at(i));
}

void ContractorEditor::checkIdSoon()
{
    const int asked = ++m_idAsked;
    m_idCheck->hide();
    const QString typed = m_externalId->text().trimmed();
    if (!typed.isEmpty() && typed != m_idBefore)
        m_desk.clock.after(CheckAfter, this, [this, asked] { checkId(asked); });
}

/// First here, then on the service: also what is not read yet may have it. Told, not forbidden: the service
/// nowhere says that two may not have the same.
void ContractorEditor::checkId(int asked)
{
    if (asked != m_idAsked)
        return;
    const QString id = m_externalId->text().trimmed();
    const models::ContractorDetails details(m_desk.reader);
    await(this, details.byExternalId(id), [this, asked, id](const Result<Contractor> &known) {
        if (asked != m_idAsked)
            return;
        if (known && known->id != m_ownId) {
            tellOwnerOfId(id, {known->id, known->path()});
            return;
        }
        await(this, m_desk.commands.findContractor(id), [this, asked, id](const Result<Contractor> &found) {
            if (asked != m_idAsked)
                return;
            if (found)
                tellOwnerOfId(id, {found->id, found->path()});
            else if (found.error().kind == ErrorKind::NotFound)
                tellOwnerOfId(id, {});
            else {
                m_idCheck->setText(
                    tr("Whether it is free could not be asked now. %1").arg(describe(found.error())));
                m_idCheck->show();
            }
        });
    });
}

void ContractorEditor::tellOwnerOfId(const QString &id, const NamedRef &owner)
{
    m_idCheck->setText(
        owner.isNothing()         ? tr("Nobody has the external id %1.").arg(id)
            : owner.id == m_ownId ? tr("This contractor has the external id %1 already.").arg(id)
                                  : tr("“%1” has the external id %2.").arg(owner.name, id));
    m_idCheck->show();
}

QJsonObject ContractorEditor::state() const
{
    QJsonObject state = m_address->state();
    state.insert(u"name"_s, m_name->text());
    if (m_externalId)
        state.insert(u"externalId"_s, m_externalId->text());
    if (m_parent)
        state.insert(u"parent"_s, pickerState(*m_parent));
    if (m_template)
        state.insert(u"template"_s, pickerState(*m_template));
    if (m_phones) {
        state.insert(u"phones"_s, QJsonArray::fromStringList(m_phones->phones()));
        state.insert(u"persons"_s, m_persons->state());
    }
    return state;
}

void ContractorEditor::apply(const QJsonObject &changes)
{
    if (changes.contains(u"name"))
        m_name->setText(changes.value(u"name").toString());
    if (m_externalId && changes.contains(u"externalId"))
        m_externalId->setText(changes.value(u"externalId").toString());
    if (m_parent)
        restorePicker(*m_parent, changes.value(u"parent"));
    if (m_template)
        restorePicker(*m_template, changes.value(u"template"));
    if (m_phones && changes.contains(u"phones"))
        m_phones->setPhones(changes.value(u"phones").toVariant().toStringList());
    if (m_persons && changes.contains(u"persons"))
        m_persons->apply(changes.value(u"persons").toArray());
    m_address->apply(changes);
    showKind();
}

bool ContractorEditor::isSettling()
{
    bool settling = false;
    for (EntityPicker *one : {m_parent, m_template}) {
        if (!one || !one->isVisible())
            continue;
        one->takeBest();
        settling = settling || one->isSettling();
    }
    return settling;
}

FormProblem ContractorEditor::problem() const
{
    if (m_name->text().trimmed().isEmpty())
        return {m_name, tr("A contractor needs a name.")};
    for (EntityPicker *one : {m_parent, m_template}) {
        if (!one || !one->isUnresolved())
            continue;
        if (one == m_template && !isSubdivision())
            continue;
        return {
            one,
            one->isAmbiguous()
                ? tr("%1: several are called “%2”. Choose one of the list.")
                      .arg(one->accessibleName(), one->typedText())
                : tr("%1: nothing is called “%2”.").arg(one->accessibleName(), one->typedText())};
    }
    if (const FormProblem wrong = m_address->problem(); !wrong.isNone())
        return wrong;
    if (m_phones && isSubdivision() && !m_phones->phones().isEmpty()) {
        return {
            m_phones->first(),
            tr("A new subdivision takes phones with its persons only: give this one to a person, or add it "
               "once the subdivision is saved.")};
    }
    return m_persons ? m_persons->problem() : FormProblem();
}

QWidget *ContractorEditor::fieldIn(const QString &words) const
{
    const auto says = [&words](QStringView word) { return words.contains(word, Qt::CaseInsensitive); };
    if (m_externalId && (says(u"external") || says(u"внешн")))
        return m_externalId;
    // Before the latitude, whose key is within its own.
    if (says(u"template") || says(u"шаблон"))
        return m_template ? static_cast<QWidget *>(m_template) : m_name;
    if (says(u"lat") || says(u"широт"))
        return m_address->lines()[5];
    if (says(u"lon") || says(u"долгот"))
        return m_address->lines()[6];
    if (says(u"address") || says(u"адрес"))
        return m_address->lines()[0];
    if (m_parent && (says(u"contractor_id") || says(u"клиент не найден")))
        return m_parent;
    if (m_phones && (says(u"phone") || says(u"телефон")))
        return m_phones->first();
    return m_name;
}

/// As it was where nobody typed in it, so that what is not known stays so.
Known<QString> ContractorEditor::externalId(const Known<QString> &before) const
{
    const QString typed = m_externalId->text().trimmed();
    return typed == before.value.trimmed() ? before : Known<QString>::fromHere(typed);
}

QVector<SubdivisionContact> ContractorEditor::contacts() const
{
    QVector<SubdivisionContact> contacts;
    for (const PersonBody &person : m_persons->persons())
        contacts.append({{}, person.name, person.phones});
    return contacts;
}

Command ContractorEditor::command() const
{
    const auto take = [this](auto &body) {
        body.name = m_name->text().trimmed();
        body.address = m_address->value();
    };
    if (const auto *update = std::get_if<UpdateContractor>(&began())) {
        UpdateContractor said = *update;
        take(said.body);
        said.body.externalId = externalId(update->body.externalId);
        return said;
    }
    const auto chosen = m_template ? m_template->ref() : NamedRef();
    if (const auto *update = std::get_if<UpdateSubdivision>(&began())) {
        UpdateSubdivision said = *update;
        take(said.body);
        if (!chosen.isNothing())
            said.body.templateId = Known<QString>::fromHere(chosen.id);
        return said;
    }
    if (isSubdivision()) {
        AddSubdivision said;
        if (const auto *add = std::get_if<AddSubdivision>(&began()))
            said = *add;
        take(said.body);
        said.body.contractorId = m_parent->ref().id;
        said.body.externalId = m_externalId->text().trimmed();
        said.body.templateId = chosen.isNothing() ? Known<QString>() : Known<QString>::fromHere(chosen.id);
        said.body.contacts = contacts();
        return said;
    }
    CreateContractor said;
    if (const auto *create = std::get_if<CreateContractor>(&began()))
        said = *create;
    take(said.body);
    said.body.externalId = externalId(said.body.externalId);
    said.body.phones = m_phones->phones();
    said.body.persons = m_persons->persons();
    return said;
}

} // namespace naryad::ui
