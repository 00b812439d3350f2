#include "BodyText.h"

namespace naryad::api {

namespace {

/// How an update says "none" of a reference, which the document does not show: null is among the service's
/// own spellings of nothing, and leaving the key out could keep what was there before.
QByteArray nothing()
{
    return QByteArrayLiteral("null");
}

} // namespace

BodyText::BodyText(Purpose purpose, const RawValues &kept)
    : m_purpose(purpose)
    , m_kept(kept)
{}

void BodyText::add(const char *key, const QByteArray &json)
{
    m_json.add(key, json);
}

bool BodyText::addKept(const char *key)
{
    const auto found = m_kept.constFind(QString::fromLatin1(key));
    if (found == m_kept.constEnd())
        return false;
    m_json.add(key, *found);
    return true;
}

void BodyText::addName(const char *key, const QString &text)
{
    if (!text.isEmpty() || !addKept(key))
        add(key, jsonText(text));
}

void BodyText::addText(const char *key, const QString &text, const char *rawKey)
{
    if (text.isEmpty()) {
        const auto kept = m_kept.constFind(QString::fromLatin1(rawKey ? rawKey : key));
        if (kept != m_kept.constEnd()) {
            add(key, *kept);
            return;
        }
    }
    if (!text.isEmpty() || m_purpose == Purpose::Update)
        add(key, jsonText(text));
}

void BodyText::addKnownText(const char *key, const Known<QString> &text)
{
    if (text.isKnown())
        addText(key, text.value);
    else
        addKept(key);
}

void BodyText::addRef(const char *key, const Known<NamedRef> &ref, QByteArray (*writeId)(const QString &))
{
    if (ref.isKnown() && !ref.value.isNothing())
        add(key, refText(ref.value.id, writeId));
    else if (!addKept(key) && ref.isKnown() && m_purpose == Purpose::Update)
        add(key, nothing());
}

void BodyText::addAddress(const Known<Address> &known, const AddressKeys &keys)
{
    if (!known.isKnown())
        return;
    const Address &address = known.value;
    const auto add = [&](AddressPart part, const char *key, const QString &text, const char *rawKey) {
        if (address.isKnown(part))
            addText(key, text, rawKey);
        else
            addKept(rawKey);
    };
    add(AddressPart::Text, keys.text, address.text, AddressV5.text);
    add(AddressPart::Entrance, keys.entrance, address.entrance, AddressV5.entrance);
    add(AddressPart::Floor, keys.floor, address.floor, AddressV5.floor);
    add(AddressPart::Room, keys.room, address.room, AddressV5.room);
    add(AddressPart::Notes, keys.notes, address.notes, AddressV5.notes);
    addCoordinates(address, keys.alwaysCoordinates);
}

/// Without both the service finds the place by the address itself.
void BodyText::addCoordinates(const Address &address, bool always)
{
    const bool told = !address.latitude.isEmpty() || !address.longitude.isEmpty();
    if (told || always) {
        addName("lat", address.latitude);
        addName("lon", address.longitude);
    } else {
        addKept("lat");
        addKept("lon");
    }
}

QByteArray refText(const QString &id, QByteArray (*writeId)(const QString &))
{
    JsonObjectText object;
    object.add("id", writeId(id));
    return object.text();
}

QByteArray namesText(const QStringList &names)
{
    JsonArrayText rows;
    for (const QString &name : names) {
        JsonObjectText row;
        row.add("name", jsonText(name));
        rows.add(row.text());
    }
    return rows.text();
}

} // namespace naryad::api
