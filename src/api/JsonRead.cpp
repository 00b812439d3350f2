#include "JsonRead.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace naryad::api {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("naryad::api", source);
}

bool isNothingText(const QString &text)
{
    return text.isEmpty() || text == QLatin1String("NULL") || text == QLatin1String("null")
        || text == QLatin1String("''");
}

/// More rows than any one thing has. Each would become a value a hundred times its `{}` in the answer.
constexpr qsizetype MostRowsWithin = 100000;

/// A single row stands without its array: it has the keys of a row, not numbers.
bool isOneRow(const QVector<std::pair<QString, Json>> &members)
{
    return std::any_of(members.begin(), members.end(), [](const auto &member) {
        const QString &key = member.first;
        return std::any_of(key.begin(), key.end(), [](QChar c) { return !c.isDigit(); });
    });
}

/// Whether the answer is, to the letter, the document's `{id: 111}`; its id then.
QByteArray printedId(const QByteArray &body)
{
    static const QRegularExpression printed(QStringLiteral(R"re(^\s*\{\s*id\s*:\s*"?(\d+)"?\s*\}\s*$)re"));
    if (body.size() > 200)
        return {};
    const auto match = printed.match(QString::fromLatin1(body));
    return match.captured(1).toLatin1();
}

/// A text that was not understood as one: an object, a list, a flag.
bool isOddText(const Json &value)
{
    return value.isObject() || value.isArray() || value.isBool();
}

/// Something stands there, and it is no reference that can be read: no id in it, nor word of there being
/// none.
bool isOddRef(const Json &value)
{
    if (isNothing(value) || !readId(value).isEmpty())
        return false;
    const Json id = value.value("id");
    const bool hollow
        = value.isObject() ? value.members().isEmpty() : value.isArray() && value.items().isEmpty();
    return !hollow && (id.isMissing() || !isNothing(id));
}

} // namespace

tl::unexpected<Error> badAnswer(const QString &place, const QString &words)
{
    Error error;
    error.kind = ErrorKind::BadAnswer;
    error.place = place;
    error.words = words;
    return fail(error);
}

Result<Json> parseAnswer(const QByteArray &body)
{
    Result<Json> root = parseJson(body);
    if (!root) {
        const QByteArray id = printedId(body);
        return id.isEmpty() ? root : parseJson("{\"id\":\"" + id + "\"}");
    }
    const auto members = root->members();
    const bool wrapped = members.size() == 1
        && (members.first().first == QLatin1String("results")
            || members.first().first == QLatin1String("result"));
    return wrapped ? members.first().second : *root;
}

bool isNothing(const Json &value)
{
    if (value.isString()) {
        const QString text = value.toString().trimmed();
        return isNothingText(text) || text == QLatin1String("0");
    }
    if (value.isNumber())
        return value.toInteger() == 0;
    return value.isNull() || value.isMissing();
}

QString readId(const Json &value)
{
    if (value.isObject()) {
        const Json inner = value.value("id");
        return inner.isObject() ? QString() : readId(inner);
    }
    if (isNothing(value))
        return {};
    if (value.isString())
        return value.toString().trimmed();
    const auto whole = value.toInteger();
    return whole ? QString::number(*whole) : QString();
}

QString readText(const Json &value)
{
    if (value.isNumber())
        return QString::fromLatin1(value.text());
    const QString text = value.toString();
    return isNothingText(text.trimmed()) ? QString() : text;
}

std::optional<bool> readFlag(const Json &value)
{
    if (value.isBool())
        return value.toBool();
    const QString text = readText(value).trimmed().toLower();
    if (text == QLatin1String("1") || text == QLatin1String("true"))
        return true;
    if (text == QLatin1String("0") || text == QLatin1String("false"))
        return false;
    return std::nullopt;
}

std::optional<qint64> readInteger(const Json &value)
{
    bool read = false;
    const qint64 number = readText(value).trimmed().toLongLong(&read);
    return read ? std::optional<qint64>(number) : std::nullopt;
}

QDateTime readMoment(const Json &value, const AccountZone &zone)
{
    return isNothing(value) ? QDateTime() : zone.fromServiceText(readText(value));
}

NamedRef readRef(const Json &value)
{
    if (!value.isObject())
        return {readId(value), QString()};
    return {readId(value), readText(firstOf(value, {"name", "number"}))};
}

Json firstOf(const Json &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const Json value = object.value(key);
        if (!value.isMissing())
            return value;
    }
    return {};
}

Result<QVector<Json>> readRows(const Json &value, const QString &place)
{
    QVector<Json> rows = value.items();
    if (value.isObject()) {
        auto members = value.members();
        if (isOneRow(members))
            return QVector<Json>{value};
        std::sort(members.begin(), members.end(), [](const auto &left, const auto &right) {
            return left.first.size() != right.first.size() ? left.first.size() < right.first.size()
                                                           : left.first < right.first;
        });
        for (const auto &[number, row] : std::as_const(members))
            rows.append(row);
    } else if (!value.isArray() && !isNothing(value)) {
        return badAnswer(place, words(QT_TRANSLATE_NOOP("naryad::api", "A list was expected.")));
    }
    if (!place.isEmpty() && rows.size() > MostRowsWithin)
        return badAnswer(place);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!rows.at(i).isObject()) {
            return badAnswer(
                place + QLatin1Char('[') + QString::number(i) + QLatin1Char(']'),
                words(QT_TRANSLATE_NOOP("naryad::api", "An object was expected.")));
        }
    }
    return rows;
}

Result<NamedObject> readNamedObject(const QByteArray &body, const QString &askedId)
{
    const Result<Json> root = parseAnswer(body);
    if (!root)
        return fail(root.error());
    if (firstOf(*root, {"id", "name"}).isMissing()) {
        return badAnswer(
            QString(), words(QT_TRANSLATE_NOOP("naryad::api", "Neither an id nor a name is in it.")));
    }
    NamedObject object{*root, readId(root->value("id"))};
    if (object.id.isEmpty())
        object.id = askedId;
    if (!askedId.isEmpty() && object.id != askedId) {
        return badAnswer(
            QStringLiteral("id"), words(QT_TRANSLATE_NOOP("naryad::api", "This is another object.")));
    }
    return object;
}

Known<NamedRef> readKnownRef(const Json &value)
{
    return value.isMissing() || isOddRef(value) ? Known<NamedRef>()
                                                : Known<NamedRef>::fromService(readRef(value));
}

Known<QString> readKnownText(const Json &value)
{
    return value.isMissing() || isOddText(value) ? Known<QString>()
                                                 : Known<QString>::fromService(readText(value));
}

Known<bool> readKnownFlag(const Json &value)
{
    const auto flag = readFlag(value);
    return flag ? Known<bool>::fromService(*flag) : Known<bool>();
}

Known<qint64> readKnownCount(const Json &value)
{
    const auto count = readInteger(value);
    return count ? Known<qint64>::fromService(*count) : Known<qint64>();
}

Known<QDateTime> readKnownMoment(const Json &value, const AccountZone &zone)
{
    const QDateTime moment = readMoment(value, zone);
    // Unreadable is not the same as told to be without a time.
    if (value.isMissing() || (!moment.isValid() && !isNothing(value)))
        return {};
    return Known<QDateTime>::fromService(moment);
}

Known<Address> readKnownAddress(const Json &object)
{
    RawValues kept;
    Known<Address> address = Keeper(object, kept).address();
    const auto note = [&](AddressPart part, std::initializer_list<const char *> keys) {
        address.value.notKnown.setFlag(part, address.isKnown() && firstOf(object, keys).isMissing());
    };
    note(AddressPart::Text, {"address"});
    note(AddressPart::Entrance, {"addressPorch", "address_porch"});
    note(AddressPart::Floor, {"addressFloor", "address_floor"});
    note(AddressPart::Room, {"addressRoom", "address_room"});
    note(AddressPart::Notes, {"addressInfo", "address_info"});
    note(AddressPart::Latitude, {"lat"});
    note(AddressPart::Longitude, {"lon"});
    return address;
}

void Keeper::keep(const Json &value, const char *keptAs)
{
    m_kept.insert(QString::fromLatin1(keptAs), value.text());
}

QString Keeper::text(std::initializer_list<const char *> keys, const char *keptAs)
{
    const Json value = firstOf(m_object, keys);
    if (isOddText(value))
        keep(value, keptAs);
    return readText(value);
}

std::optional<bool> Keeper::flag(std::initializer_list<const char *> keys, const char *keptAs)
{
    const Json value = firstOf(m_object, keys);
    const auto flag = readFlag(value);
    if (!flag && !value.isMissing())
        keep(value, keptAs);
    return flag;
}

NamedRef Keeper::ref(std::initializer_list<const char *> keys, const char *keptAs)
{
    const Json value = firstOf(m_object, keys);
    if (isOddRef(value))
        keep(value, keptAs);
    return readRef(value);
}

Known<NamedRef> Keeper::knownRef(std::initializer_list<const char *> keys, const char *keptAs)
{
    const Json value = firstOf(m_object, keys);
    if (isOddRef(value))
        keep(value, keptAs);
    return readKnownRef(value);
}

Known<QString> Keeper::knownText(std::initializer_list<const char *> keys, const char *keptAs)
{
    const Json value = firstOf(m_object, keys);
    if (isOddText(value))
        keep(value, keptAs);
    return readKnownText(value);
}

Known<Address> Keeper::address()
{
    Address address;
    address.text = text({"address"}, "address");
    address.entrance = text({"addressPorch", "address_porch"}, "addressPorch");
    address.floor = text({"addressFloor", "address_floor"}, "addressFloor");
    address.room = text({"addressRoom", "address_room"}, "addressRoom");
    address.notes = text({"addressInfo", "address_info"}, "addressInfo");
    address.latitude = text({"lat"}, "lat");
    address.longitude = text({"lon"}, "lon");
    const bool told = !firstOf(
                           m_object,
                           {"address", "addressPorch", "address_porch", "addressFloor", "address_floor",
                            "addressRoom", "address_room", "addressInfo", "address_info", "lat", "lon"})
                           .isMissing();
    return told ? Known<Address>::fromService(address) : Known<Address>();
}

} // namespace naryad::api
