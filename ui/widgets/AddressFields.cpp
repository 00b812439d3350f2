#include "AddressFields.h"

#include "core/FieldValue.h"
#include "widgets/AddressLine.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

struct Part
{
    AddressPart part;
    QString Address::*value;
    const char *objectName;
    const char *key; ///< in a draft
};

enum Place {
    Text,
    Entrance,
    Floor,
    Room,
    Notes,
    Latitude,
    Longitude,
};

constexpr std::array<Part, 7> Parts{{
    {AddressPart::Text, &Address::text, "address", "address"},
    {AddressPart::Entrance, &Address::entrance, "entrance", "entrance"},
    {AddressPart::Floor, &Address::floor, "floor", "floor"},
    {AddressPart::Room, &Address::room, "room", "room"},
    {AddressPart::Notes, &Address::notes, "addressNotes", "notes"},
    {AddressPart::Latitude, &Address::latitude, "latitude", "latitude"},
    {AddressPart::Longitude, &Address::longitude, "longitude", "longitude"},
}};

bool isCoordinate(const QString &text, double most)
{
    bool number = false;
    const double value = canonicalNumber(text).toDouble(&number);
    return number && value >= -most && value <= most;
}

/// The same texts, whatever is known of them.
bool sameTexts(const Address &one, const Address &other)
{
    return std::all_of(Parts.begin(), Parts.end(), [&](const Part &part) {
        return (one.*part.value).trimmed() == (other.*part.value).trimmed();
    });
}

/// The place itself: the service finds the coordinates by it.
Address withoutCoordinates(Address address)
{
    address.latitude.clear();
    address.longitude.clear();
    return address;
}

} // namespace

AddressFields::AddressFields(const Desk &desk, QWidget *form)
    : QObject(form)
{
    const QStringList names{tr("Address"),       tr("Entrance"), tr("Floor"),    tr("Room"),
                            tr("Address notes"), tr("Latitude"), tr("Longitude")};
    for (size_t place = 0; place < Parts.size(); ++place) {
        QLineEdit *edit = nullptr;
        if (place == Text) {
            auto *address = new AddressLine(desk.reader, names.at(Text), form);
            connect(address, &AddressLine::chosen, this, &AddressFields::take);
            edit = address;
        } else {
            edit = new QLineEdit(form);
        }
        edit->setObjectName(QString::fromLatin1(Parts[place].objectName));
        edit->setAccessibleName(names.at(int(place)));
        connect(edit, &QLineEdit::textChanged, this, &AddressFields::changed);
        m_lines[place] = edit;
    }
}

void AddressFields::addRows(QFormLayout *form)
{
    const auto label = [this](const QString &name, QLineEdit *edit) {
        auto *made = new QLabel(name, qobject_cast<QWidget *>(parent()));
        made->setBuddy(edit);
        return made;
    };
    form->addRow(tr("&Address"), m_lines[Text]);
    auto *place = new QHBoxLayout;
    for (const Place small : {Entrance, Floor, Room}) {
        place->addWidget(label(m_lines[small]->accessibleName(), m_lines[small]));
        place->addWidget(m_lines[small]);
    }
    form->addRow(QString(), place);
    form->addRow(tr("Address notes"), m_lines[Notes]);
    auto *where = new QHBoxLayout;
    where->addWidget(m_lines[Latitude]);
    where->addWidget(label(tr("Longitude"), m_lines[Longitude]));
    where->addWidget(m_lines[Longitude]);
    form->addRow(label(tr("Latitude"), m_lines[Latitude]), where);
}

void AddressFields::fill(const Known<Address> &address)
{
    m_began = address;
    m_put.reset();
    put(address.value);
    for (size_t place = 0; place < Parts.size(); ++place) {
        const bool known = address.isKnown() && address.value.isKnown(Parts[place].part);
        const bool coordinate = place == Latitude || place == Longitude;
        const bool wide = place == Text || place == Notes;
        m_lines[place]->setPlaceholderText(
            known ? (coordinate ? tr("found by the service") : QString())
                  : (wide ? tr("not known: left as it is") : u"—?"_s));
        m_lines[place]->setToolTip(known ? QString() : tr("not known: left as it is"));
    }
}

void AddressFields::put(const Address &address)
{
    m_last = address;
    for (size_t place = 0; place < Parts.size(); ++place)
        m_lines[place]->setText(address.*Parts[place].value);
}

/// A known one, as if all of it had been typed. Where it tells nothing, what the user typed stays.
void AddressFields::take(const Address &known)
{
    m_put.reset();
    const Address before = typed();
    Address whole = known;
    for (const Part &part : Parts) {
        const QString &text = before.*part.value;
        if ((known.*part.value).trimmed().isEmpty() && text != (m_last.*part.value).trimmed())
            whole.*part.value = text;
    }
    put(whole);
    m_last = known;
}

bool AddressFields::isUntouched() const
{
    return m_put ? sameTexts(typed(), *m_put) : m_began.value.isEmpty() && typed().isEmpty();
}

void AddressFields::follow(const Address &ofContractor)
{
    if (!isUntouched())
        return;
    m_put = withoutCoordinates(ofContractor);
    put(*m_put);
}

void AddressFields::recognise(const Address &ofContractor)
{
    const Address place = withoutCoordinates(ofContractor);
    if (!m_put && !place.isEmpty() && sameTexts(place, m_began.value) && sameTexts(place, typed()))
        m_put = place;
}

Address AddressFields::typed() const
{
    Address typed;
    for (size_t place = 0; place < Parts.size(); ++place) {
        const QString text = m_lines[place]->text();
        const bool coordinate = place == Latitude || place == Longitude;
        // What nobody touched stays as it came: "37.60" sent back as "37.6" would be a change.
        const bool untouched = text.trimmed() == (m_began.value.*Parts[place].value).trimmed();
        typed.*Parts[place].value = coordinate && !untouched ? canonicalNumber(text) : text.trimmed();
    }
    return typed;
}

Known<Address> AddressFields::value() const
{
    Address said = typed();
    // Filled in anew, it is another address, whole.
    if (m_put && isUntouched() && !sameTexts(said, m_began.value))
        return Known<Address>::fromHere(said);
    bool any = false;
    for (const Part &part : Parts) {
        const bool known = (m_began.isKnown() && m_began.value.isKnown(part.part))
            || said.*part.value != (m_began.value.*part.value).trimmed();
        said.notKnown.setFlag(part.part, !known);
        any = any || known;
    }
    return any ? Known<Address>::fromHere(said) : Known<Address>();
}

FormProblem AddressFields::problem() const
{
    const QString latitude = m_lines[Latitude]->text().trimmed();
    const QString longitude = m_lines[Longitude]->text().trimmed();
    if (latitude.isEmpty() != longitude.isEmpty()) {
        return {
            m_lines[latitude.isEmpty() ? Latitude : Longitude],
            tr("Latitude and longitude go together, or both stay empty.")};
    }
    if (!latitude.isEmpty() && !isCoordinate(latitude, 90))
        return {m_lines[Latitude], tr("The latitude is a number from −90 to 90.")};
    if (!longitude.isEmpty() && !isCoordinate(longitude, 180))
        return {m_lines[Longitude], tr("The longitude is a number from −180 to 180.")};
    return {};
}

QJsonObject AddressFields::state() const
{
    const bool put = m_put && isUntouched() && !sameTexts(typed(), m_began.value);
    QJsonObject state{{u"addressPut"_s, put}};
    for (size_t place = 0; place < Parts.size(); ++place)
        state.insert(QString::fromLatin1(Parts[place].key), m_lines[place]->text());
    return state;
}

void AddressFields::apply(const QJsonObject &changes)
{
    for (size_t place = 0; place < Parts.size(); ++place) {
        const QString key = QString::fromLatin1(Parts[place].key);
        if (changes.contains(key))
            m_lines[place]->setText(changes.value(key).toString());
    }
    if (changes.value(u"addressPut").toBool()) {
        m_put = typed();
        m_last = *m_put;
    }
}

} // namespace naryad::ui
