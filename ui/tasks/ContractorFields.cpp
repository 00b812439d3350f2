#include "ContractorFields.h"

#include "core/Await.h"
#include "core/CommandKinds.h"
#include "core/Phone.h"
#include "core/Quotes.h"
#include "widgets/FormState.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReadOnlyLook.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUuid>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype FewestDigits = 7; ///< of a phone somebody else may have

QString freshToken()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// "+7 (903) 627-77-81 Александр"; deleted ones left out.
QString phonesOf(const Contractor &card)
{
    QStringList phones;
    for (const Phone &phone : card.phones.value) {
        if (phone.deleted || phone.number.isEmpty())
            continue;
        QString shown = u"☎ "_s + phoneShown(phone.number);
        for (const Person &person : card.persons.value) {
            if (!phone.personId.isEmpty() && person.id == phone.personId)
                shown += u' ' + person.name;
        }
        phones.append(shown);
    }
    return phones.join(u"   "_s);
}

} // namespace

ContractorFields::ContractorFields(Desk desk, QWidget *form)
    : QObject(form)
    , m_desk(std::move(desk))
    , m_picker(
          new EntityPicker(m_desk.reader, models::LookupModel::Kind::Contractors, tr("Contractor"), form))
    , m_new(new QPushButton(tr("&New"), form))
    , m_panel(new QWidget(form))
    , m_known(plainLabel({}, form))
    , m_doubles(new models::LookupModel(m_desk.reader, models::LookupModel::Kind::Contractors, this))
    , m_token(freshToken())
{
    m_picker->setObjectName(u"contractor"_s);
    m_new->setObjectName(u"newContractor"_s);
    m_new->setAccessibleName(tr("New contractor"));
    m_new->setToolTip(tr("A contractor nobody has entered yet: it is sent in front of the task"));
    m_new->setCheckable(true);
    m_new->setAutoDefault(false);
    m_known->setObjectName(u"contractorKnown"_s);
    m_known->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_known->hide();
    auto *panel = new QFormLayout(m_panel);
    panel->setContentsMargins(0, 0, 0, 0);
    const auto line = [this, panel](const QString &label, const QString &name, const QString &objectName) {
        auto *edit = new QLineEdit(m_panel);
        edit->setObjectName(objectName);
        edit->setAccessibleName(name);
        panel->addRow(label, edit);
        return edit;
    };
    m_name = line(tr("Na&me"), tr("Name"), u"newContractorName"_s);
    m_phone = line(tr("P&hone number"), tr("Phone number"), u"newContractorPhone"_s);
    m_address = line(tr("Contractor address"), tr("Contractor address"), u"newContractorAddress"_s);
    m_panel->hide();
    connect(m_picker, &EntityPicker::refChanged, this, &ContractorFields::chosen);
    connect(m_picker, &EntityPicker::edited, this, &ContractorFields::changed);
    for (const QLineEdit *edit : {m_name, m_phone})
        connect(edit, &QLineEdit::textChanged, this, &ContractorFields::changed);
    connect(m_phone, &QLineEdit::textChanged, this, &ContractorFields::tellDoubles);
    connect(m_doubles, &models::LookupModel::ready, this, [this] {
        if (!m_new->isChecked())
            return;
        const bool any = m_doubles->rowCount() > 0 && typedPhoneKey(m_phone->text()).size() >= FewestDigits;
        m_known->setText(any ? tr("This phone is known: %1").arg(m_doubles->at(0).name) : QString());
        m_known->setVisible(any);
    });
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) {
        Address address;
        address.text = text.trimmed();
        Q_EMIT addressTold(address);
        Q_EMIT changed();
    });
    connect(m_new, &QPushButton::toggled, this, &ContractorFields::openPanel);
}

void ContractorFields::addRows(QFormLayout *form)
{
    auto *label = new QLabel(tr("&Contractor"), form->parentWidget());
    label->setBuddy(m_picker);
    auto *row = new QHBoxLayout;
    row->addWidget(m_picker, 1);
    row->addWidget(m_new);
    auto *column = new QVBoxLayout;
    column->addLayout(row);
    column->addWidget(m_known);
    column->addWidget(m_panel);
    form->addRow(label, column);
}

/// The button before the picker: who has chosen a contractor goes on to the template.
QVector<QWidget *> ContractorFields::fields() const
{
    return {m_new, m_picker, m_name, m_phone, m_address};
}

/// Told, not forbidden: a family may have one phone and two contracts.
void ContractorFields::tellDoubles()
{
    m_known->hide();
    if (m_new->isChecked() && typedPhoneKey(m_phone->text()).size() >= FewestDigits)
        m_doubles->setTyped(m_phone->text());
}

/// What was typed into the picker is the name or phone of the new one, and back.
void ContractorFields::openPanel(bool open)
{
    if (open) {
        const QString typed = m_picker->isUnresolved() ? m_picker->typedText().trimmed() : QString();
        const bool isPhone = !typedPhoneKey(typed).isEmpty();
        if (!typed.isEmpty() && (isPhone ? m_phone : m_name)->text().isEmpty())
            (isPhone ? m_phone : m_name)->setText(typed);
        if (!m_picker->typedText().isEmpty())
            m_picker->setTypedText({});
    }
    m_panel->setVisible(open);
    m_picker->setEnabled(!open);
    tellDoubles();
    if (open)
        (m_name->text().isEmpty() ? m_name : m_phone)->setFocus();
    else
        m_picker->setFocus();
    Q_EMIT changed();
}

void ContractorFields::beginNew(const QString &name, const QString &phone)
{
    m_name->setText(name);
    m_phone->setText(phone);
    m_new->setChecked(true);
}

NamedRef ContractorFields::ref() const
{
    return m_new->isChecked() ? NamedRef{localId(m_token), m_name->text().trimmed()} : m_picker->ref();
}

std::optional<SaidFirst> ContractorFields::made(const Address &place) const
{
    if (!m_new->isChecked())
        return std::nullopt;
    CreateContractor create;
    create.body.name = m_name->text().trimmed();
    if (const QString phone = m_phone->text().trimmed(); !phone.isEmpty())
        create.body.phones.append(phone);
    Address address;
    address.text = m_address->text().trimmed();
    if (!address.text.isEmpty() && place.text == address.text)
        address = place;
    address.notKnown = {};
    create.body.address = Known<Address>::fromHere(address);
    return SaidFirst{m_token, create};
}

void ContractorFields::take()
{
    if (!m_new->isChecked())
        m_picker->takeBest();
}

FormProblem ContractorFields::problem() const
{
    if (m_new->isChecked()) {
        return m_name->text().trimmed().isEmpty()
            ? FormProblem{m_name, tr("Name the new contractor, or press “New” again to choose a known one.")}
            : FormProblem();
    }
    const QString name = m_picker->accessibleName();
    if (m_picker->isAmbiguous()) {
        return {
            m_picker,
            tr("%1: several are called “%2”. Choose one of the list.")
                .arg(name, innerQuotes(m_picker->typedText()))};
    }
    if (m_picker->isUnresolved()) {
        return {
            m_picker,
            tr("%1: there is no “%2”. Choose one of the list, or press “New” to make it.")
                .arg(name, m_picker->typedText())};
    }
    return {};
}

void ContractorFields::fill(const Known<NamedRef> &contractor)
{
    m_awaited.clear();
    m_lookedAt.clear();
    m_known->hide();
    m_token = freshToken();
    m_new->setChecked(false);
    for (QLineEdit *edit : {m_name, m_phone, m_address})
        edit->clear();
    m_picker->setRef(contractor.value);
    m_picker->lineEdit()->setPlaceholderText(
        contractor.isKnown() ? QString() : tr("not known: left as it is"));
    const NamedRef ref = contractor.value;
    if (ref.isNothing())
        return;
    await(this, m_desk.details.contractor(ref.id), [this, ref](const Result<Contractor> &card) {
        if (!card || m_picker->ref() != ref)
            return;
        showKnown(*card);
        Q_EMIT recognised(card->address.value);
    });
}

void ContractorFields::chosen(const NamedRef &contractor)
{
    m_awaited.clear();
    m_lookedAt.clear();
    m_known->hide();
    Q_EMIT forgotten();
    ask(contractor);
}

void ContractorFields::askAgain()
{
    ask(m_picker->ref());
}

/// Its last task first: where its card tells no address, that task does.
void ContractorFields::ask(const NamedRef &contractor)
{
    if (contractor.isNothing())
        return;
    m_awaited = contractor.id;
    await(this, m_desk.details.lastTaskOf(contractor.id), [this, contractor](const Result<TaskCard> &last) {
        if (m_awaited != contractor.id)
            return;
        const Address place = last ? last->task.address.value : Address();
        if (last && !last->task.taskTemplate.isNothing())
            Q_EMIT templateTold(last->task.taskTemplate);
        await(
            this, m_desk.details.contractor(contractor.id),
            [this, contractor, place](const Result<Contractor> &card) {
                if (m_awaited == contractor.id && card)
                    onCard(contractor, *card, place);
            });
    });
}

void ContractorFields::onCard(const NamedRef &contractor, const Contractor &card, const Address &ofLastTask)
{
    showKnown(card);
    if (!card.detailsLoaded) {
        // Once for each choice: listsChanged() comes back here.
        if (m_lookedAt != contractor.id) {
            m_lookedAt = contractor.id;
            m_desk.commands.lookAtContractor(contractor.id);
        }
        return;
    }
    m_awaited.clear();
    Q_EMIT addressTold(card.address.value.isEmpty() ? ofLastTask : card.address.value);
}

void ContractorFields::showKnown(const Contractor &card)
{
    QStringList parts;
    if (!card.parent.isNothing())
        parts.append(card.path());
    if (const QString phones = phonesOf(card); !phones.isEmpty())
        parts.append(phones);
    m_known->setText(parts.join(u"   "_s));
    m_known->setVisible(!parts.isEmpty());
}

void ContractorFields::listsChanged()
{
    m_picker->reload();
    if (!m_awaited.isEmpty())
        ask(m_picker->ref());
}

QJsonObject ContractorFields::state() const
{
    QJsonObject state{{u"contractor"_s, pickerState(*m_picker)}};
    const bool isNew = m_new->isChecked();
    state.insert(
        u"newContractor"_s,
        isNew ? QJsonValue(QJsonObject{
            {u"token"_s, m_token},
            {u"name"_s, m_name->text()},
            {u"phone"_s, m_phone->text()},
            {u"address"_s, m_address->text()}})
              : QJsonValue(QJsonValue::Null));
    return state;
}

void ContractorFields::apply(const QJsonObject &changes)
{
    restorePicker(*m_picker, changes.value(u"contractor"));
    const QJsonObject made = changes.value(u"newContractor").toObject();
    if (made.isEmpty())
        return;
    m_token = made.value(u"token").toString();
    m_name->setText(made.value(u"name").toString());
    m_phone->setText(made.value(u"phone").toString());
    m_address->setText(made.value(u"address").toString());
    m_new->setChecked(true);
    await(this, m_desk.details.said(m_token), [this](const Result<JournalEntry> &entry) {
        if (entry)
            adopt(*entry);
    });
}

/// It was said already, and the task's command was taken back or never reached the disk: it is not made
/// twice.
void ContractorFields::adopt(const JournalEntry &entry)
{
    if (entry.token != m_token)
        return;
    m_token = freshToken();
    const auto *create = std::get_if<CreateContractor>(&entry.command);
    if (!create || entry.state == CommandState::Dropped || !m_new->isChecked())
        return;
    m_new->setChecked(false);
    const NamedRef said{entry.resultId.isEmpty() ? localId(entry.token) : entry.resultId, create->body.name};
    m_picker->setRef(said);
    Q_EMIT changed();
    await(this, m_desk.details.contractor(said.id), [this, said](const Result<Contractor> &card) {
        if (card && m_picker->ref() == said)
            showKnown(*card);
    });
}

void ContractorFields::setReadOnly()
{
    showReadOnly(m_picker);
    m_new->hide();
}

} // namespace naryad::ui
