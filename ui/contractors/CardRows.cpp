#include "CardRows.h"

#include "core/CommandKinds.h"
#include "core/Phone.h"
#include "models/SaidLines.h"
#include "models/Words.h"
#include "widgets/MapLinks.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(naryad::ui::CardRows)
};

QString none()
{
    return u"—"_s;
}

CardRow field(const QString &name, const QString &value, const QString &id, bool known = true)
{
    CardRow row{
        CardRow::Kind::Field, name, known ? (value.isEmpty() ? none() : value) : models::notKnownText()};
    row.copied = known ? value : QString();
    row.id = id;
    row.known = known;
    return row;
}

template <class T, class Words>
CardRow field(const QString &name, const Known<T> &value, const QString &id, Words words)
{
    return field(name, value.isKnown() ? words(value.value) : QString(), id, value.isKnown());
}

CardRow group(const QString &name, const QString &id, const QVector<CardRow> &under)
{
    CardRow row{CardRow::Kind::Group, u"%1 (%2)"_s.arg(name, QLocale().toString(under.size())), {}};
    row.id = id;
    row.under = under;
    return row;
}

CardRow words(const QString &text)
{
    return {CardRow::Kind::Words, text, {}};
}

QString nameOf(const NamedRef &ref)
{
    return ref.name.isEmpty() && !ref.id.isEmpty() ? u'#' + ref.id : ref.name;
}

/// What of the client's persons and phones was said here and is not read back yet.
class Said
{
public:
    explicit Said(const ContractorCard &card)
    {
        for (const JournalEntry &entry : card.said) {
            if (isFinal(entry.state))
                continue;
            if (isDelete(entry.command))
                m_goes.append(subjectOf(entry.command, {}).key());
            else if (const auto *person = std::get_if<CreatePerson>(&entry.command))
                m_persons.append(made(entry, person->body));
            else if (const auto *phone = std::get_if<CreatePhone>(&entry.command))
                m_phones.append({phone->body.parentId, {localId(entry.token), phone->body.number, {}}});
        }
    }

    bool goes(const QString &id) const { return m_goes.contains(id); }
    const QVector<Person> &persons() const { return m_persons; }

    QVector<Phone> phonesOf(const QString &parent) const
    {
        QVector<Phone> phones;
        for (const auto &[id, phone] : m_phones) {
            if (id == parent)
                phones.append(phone);
        }
        return phones;
    }

private:
    static Person made(const JournalEntry &entry, const PersonBody &body)
    {
        Person person;
        person.id = localId(entry.token);
        person.name = body.name;
        for (const QString &number : body.phones)
            person.phones.value.append({{}, number, person.id});
        person.phones.source = Source::Here;
        return person;
    }

    QStringList m_goes;
    QVector<Person> m_persons;
    QVector<QPair<QString, Phone>> m_phones; ///< by what they hang on
};

QString fate(const QString &id, bool deleted, const Said &said)
{
    if (deleted)
        return Tr::tr("deleted");
    if (said.goes(id))
        return Tr::tr("being deleted");
    return localToken(id).isEmpty() ? QString() : Tr::tr("not on the service yet");
}

CardRow phoneRow(const Phone &phone, const QString &owner, const Said &said)
{
    CardRow row{CardRow::Kind::Phone, u"☎"_s, phoneShown(phone.number)};
    row.copied = row.value;
    row.typed = phone.number;
    row.id = phone.id;
    row.owner = owner;
    row.deleted = phone.deleted;
    if (const QString words = fate(phone.id, phone.deleted, said); !words.isEmpty())
        row.value += u"  · "_s + words;
    return row;
}

QVector<CardRow>
phoneRows(const QVector<Phone> &phones, const QString &owner, const Said &said, bool withDeleted)
{
    QVector<CardRow> rows;
    const QVector<Phone> made = said.phonesOf(owner);
    for (const QVector<Phone> *list : {&phones, &made}) {
        for (const Phone &phone : *list) {
            if (withDeleted || !phone.deleted)
                rows.append(phoneRow(phone, owner, said));
        }
    }
    return rows;
}

QVector<CardRow> personRows(const QVector<Person> &persons, const Said &said, bool withDeleted)
{
    QVector<CardRow> rows;
    for (const Person &person : persons) {
        if (person.deleted && !withDeleted)
            continue;
        CardRow row{CardRow::Kind::Person, nameOf({person.id, person.name}), person.position.value};
        row.copied = person.name;
        row.typed = person.name;
        row.id = person.id;
        row.deleted = person.deleted;
        if (const QString words = fate(person.id, person.deleted, said); !words.isEmpty())
            row.value += row.value.isEmpty() ? words : u"  · "_s + words;
        row.under = phoneRows(person.phones.value, person.id, said, withDeleted);
        rows.append(row);
    }
    return rows;
}

QVector<CardRow> fieldRows(const ContractorCard &card, const AccountZone &zone)
{
    const Contractor &client = card.contractor;
    const auto text = [](const QString &value) { return value; };
    QStringList path;
    for (const NamedRef &parent : card.path)
        path.append(nameOf(parent));
    if (path.isEmpty() && !client.parent.isNothing())
        path.append(nameOf(client.parent));
    QVector<CardRow> rows{
        field(Tr::tr("Name"), client.name, u"name"_s),
        field(Tr::tr("External id"), client.externalId, u"externalId"_s, text)};
    if (!path.isEmpty())
        rows.append(field(Tr::tr("Part of"), path.join(u" / "_s), u"parent"_s));
    const Address &address = client.address.value;
    const bool told = client.address.isKnown();
    const auto part = [&](const QString &name, const QString &value, AddressPart which, const QString &id) {
        rows.append(field(name, value, id, told && address.isKnown(which)));
    };
    part(Tr::tr("Address"), address.text, AddressPart::Text, u"address"_s);
    part(Tr::tr("Entrance"), address.entrance, AddressPart::Entrance, u"entrance"_s);
    part(Tr::tr("Floor"), address.floor, AddressPart::Floor, u"floor"_s);
    part(Tr::tr("Room"), address.room, AddressPart::Room, u"room"_s);
    part(Tr::tr("Address notes"), address.notes, AddressPart::Notes, u"addressNotes"_s);
    part(Tr::tr("Coordinates"), coordinatesText(address), AddressPart::Latitude, u"latitude"_s);
    rows.append(field(Tr::tr("Created"), client.createdAt, u"created"_s, [&zone](const QDateTime &when) {
        return when.isValid() ? zone.local(when).toString(u"dd.MM.yyyy HH:mm") : QString();
    }));
    rows.append(field(Tr::tr("Author"), client.author, u"author"_s, nameOf));
    rows.append(field(Tr::tr("Employee"), client.employee, u"employee"_s, nameOf));
    rows.append(field(Tr::tr("Favourite"), client.favourite, u"favourite"_s, [](bool is) {
        return is ? Tr::tr("yes") : Tr::tr("no");
    }));
    return rows;
}

QVector<CardRow> equipmentRows(const QVector<Equipment> &equipment)
{
    QVector<CardRow> rows;
    for (const Equipment &piece : equipment) {
        const EquipmentModel &model = piece.model.value;
        CardRow row{
            CardRow::Kind::Equipment, piece.serialNumber,
            piece.model.isKnown() ? nameOf({model.id, model.name}) : models::notKnownText()};
        row.copied = piece.serialNumber;
        row.id = piece.id;
        rows.append(row);
    }
    return rows;
}

QVector<CardRow> taskRows(const ContractorCard &card, const AccountZone &zone)
{
    QVector<CardRow> rows;
    for (const TaskRow &task : card.tasks) {
        const QStringList parts{
            models::planText(task.plannedStart, task.plannedEnd, zone), task.taskTemplate.name,
            models::stateText(task)};
        CardRow row{
            CardRow::Kind::Task, task.number.isEmpty() ? Tr::tr("without a number yet") : task.number,
            parts.join(u" · "_s)};
        row.copied = task.number;
        row.row = task.row;
        row.id = QString::number(task.row);
        rows.append(row);
    }
    return rows;
}

QVector<CardRow> saidRows(const ContractorCard &card, const AccountZone &zone, const QDateTime &now)
{
    QVector<CardRow> rows;
    for (const JournalEntry &entry : card.said) {
        if (isFinal(entry.state))
            continue;
        CardRow row{CardRow::Kind::Said, models::commandText(entry.command), models::stateText(entry, now)};
        row.copied = row.name + u": "_s + row.value;
        row.row = entry.id;
        row.id = QString::number(entry.id);
        const QStringList lines = models::saidLines(entry.command, zone);
        for (const QString &line : lines)
            row.under.append(words(line));
        if (entry.error && !entry.error->words.isEmpty())
            row.under.append(words(Tr::tr("The service: %1").arg(entry.error->words)));
        rows.append(row);
    }
    return rows;
}

} // namespace

QString CardRow::key() const
{
    return QString::number(int(kind)) + u':' + (id.isEmpty() ? name : id);
}

int deletedOf(const ContractorCard &card)
{
    const auto is = [](const auto &one) { return one.deleted; };
    auto count = std::count_if(card.phones.begin(), card.phones.end(), is)
        + std::count_if(card.persons.begin(), card.persons.end(), is);
    for (const Person &person : card.persons)
        count += std::count_if(person.phones.value.begin(), person.phones.value.end(), is);
    return int(count);
}

QVector<CardRow>
cardRows(const ContractorCard &card, bool withDeleted, const AccountZone &zone, const QDateTime &now)
{
    const Said said(card);
    QVector<CardRow> rows;
    if (const QVector<CardRow> open = saidRows(card, zone, now); !open.isEmpty())
        rows.append(group(Tr::tr("Said here, on its way"), u"said"_s, open));
    rows += fieldRows(card, zone);
    const bool local = !localToken(card.contractor.id).isEmpty();
    if (!card.contractor.detailsLoaded && !local)
        rows.append(words(Tr::tr("The details are not loaded yet.")));
    rows.append(
        group(Tr::tr("Phones"), u"phones"_s, phoneRows(card.phones, card.contractor.id, said, withDeleted)));
    CardRow persons = group(
        Tr::tr("Persons"), u"persons"_s, personRows(card.persons + said.persons(), said, withDeleted));
    persons.under.append(words(Tr::tr("A person without a phone can't be known.")));
    rows.append(persons);
    QVector<CardRow> subdivisions;
    for (const ContractorRow &one : card.subdivisions) {
        CardRow row{
            CardRow::Kind::Subdivision, one.name,
            one.madeHere ? Tr::tr("not on the service yet") : QString()};
        row.copied = one.name;
        row.id = one.id;
        subdivisions.append(row);
    }
    rows.append(group(Tr::tr("Subdivisions"), u"subdivisions"_s, subdivisions));
    rows.append(group(Tr::tr("Equipment"), u"equipment"_s, equipmentRows(card.equipment)));
    CardRow tasks = group(Tr::tr("Tasks known here"), u"tasks"_s, taskRows(card, zone));
    if (card.taskCount > card.tasks.size()) {
        tasks.name = Tr::tr("Tasks known here (%1 of %2)")
                         .arg(QLocale().toString(card.tasks.size()), QLocale().toString(card.taskCount));
    }
    rows.append(tasks);
    return rows;
}

} // namespace naryad::ui
