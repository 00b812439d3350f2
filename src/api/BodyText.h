#pragma once

#include "JsonText.h"
#include "core/Ids.h"
#include "core/Known.h"
#include "core/RawValues.h"
#include "core/Task.h"

namespace naryad::api {

enum class Purpose {
    Create, ///< what is empty is left out
    Update, ///< what is known to be empty is said to be so
};

/// The names an address goes by: v5 and v4 spell them differently.
struct AddressKeys
{
    const char *text;
    const char *entrance;
    const char *floor;
    const char *room;
    const char *notes;
    bool alwaysCoordinates; ///< v4's bodies show empty `lat` and `lon`; v5 leaves both out to be geocoded
};

inline constexpr AddressKeys AddressV5{"address",     "addressPorch", "addressFloor",
                                       "addressRoom", "addressInfo",  false};
inline constexpr AddressKeys AddressV4{"address",      "address_porch", "address_floor",
                                       "address_room", "address_info",  true};

/// Builds a request body key by key, in the document's order. Where the program has no value for a key but
/// the answer it was read from had one nobody understood, that one goes out as it came.
class BodyText
{
public:
    explicit BodyText(Purpose purpose, const RawValues &kept = {});

    /// JSON text, always.
    void add(const char *key, const QByteArray &json);
    /// The kept value of this key, if there is one.
    bool addKept(const char *key);
    /// Always said.
    void addName(const char *key, const QString &text);
    /// Said where it is not empty, and in an update. `rawKey` names the kept value.
    void addText(const char *key, const QString &text, const char *rawKey = nullptr);
    void addKnownText(const char *key, const Known<QString> &text);
    /// `{"id":…}`; an update says null of one known to be none. Nothing where it is not known.
    void addRef(const char *key, const Known<NamedRef> &ref, QByteArray (*writeId)(const QString &) = jsonId);
    void addAddress(const Known<Address> &known, const AddressKeys &keys);

    QByteArray text() const { return m_json.text(); }

private:
    void addCoordinates(const Address &address, bool always);

    Purpose m_purpose;
    const RawValues m_kept;
    JsonObjectText m_json;
};

/// `{"id":…}` with the id written by `writeId`.
QByteArray refText(const QString &id, QByteArray (*writeId)(const QString &) = jsonId);

/// `[{"name":…},…]`
QByteArray namesText(const QStringList &names);

} // namespace naryad::api
