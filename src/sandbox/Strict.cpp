#include "Strict.h"

#include <QRegularExpression>

#include <algorithm>

namespace naryad::sandbox {

std::optional<qint64> readId(const QJsonValue &value)
{
    if (value.isString()) {
        static const QRegularExpression digits(QStringLiteral("^[0-9]{1,19}$"));
        bool fits = false;
        const qint64 id = value.toString().toLongLong(&fits);
        return fits && digits.match(value.toString()).hasMatch() ? std::optional(id) : std::nullopt;
    }
    // Twice with another default: that is how Qt tells that it isn't a whole number.
    const qint64 id = value.toInteger(-1);
    return value.isDouble() && id >= 0 && value.toInteger(-2) == id ? std::optional(id) : std::nullopt;
}

std::optional<Reply> refuseBody(const Ask &ask)
{
    if (ask.body.isEmpty())
        return std::nullopt;
    Strict in(ask.body);
    in.only({});
    return in.isRefused() ? std::optional(in.refusal()) : std::nullopt;
}

Strict::Strict()
    : m_omitted(Omitted::Empties)
    , m_refusal(std::make_shared<std::optional<Reply>>())
{}

Strict::Strict(const QByteArray &body, Omitted omitted)
    : m_omitted(omitted)
    , m_refusal(std::make_shared<std::optional<Reply>>())
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        m_json = document.object();
    else
        refuse(Code::NotJson, u(u"Тело запроса не является объектом JSON"));
}

Strict::Strict(const QJsonValue &json, const QString &place, const Strict &parent)
    : m_json(json.toObject())
    , m_place(place)
    , m_omitted(parent.m_omitted)
    , m_refusal(parent.m_refusal)
{
    if (!json.isObject())
        refuse(Code::WrongValue, place + u(u": ожидается объект"));
}

QVector<Strict> Strict::elements(const QByteArray &body, Strict &root)
{
    QVector<Strict> found;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray() || document.array().isEmpty())
        root.refuse(Code::NotJson, u(u"Тело запроса не является непустым массивом JSON"));
    const QJsonArray array = document.array();
    for (qsizetype i = 0; i < array.size(); ++i)
        found.append(Strict(array.at(i), QStringLiteral("[%1]").arg(i), root));
    return found;
}

QString Strict::placeOf(const QString &name) const
{
    return m_place.isEmpty() ? name : m_place + QLatin1Char('.') + name;
}

void Strict::refuseMissing(const char *name)
{
    refuse(Code::MissingKey, u(u"Не указано обязательное поле: ") + placeOf(name));
}

void Strict::refuse(Code code, const QString &words)
{
    if (!isRefused())
        *m_refusal = sandbox::refuse(code, words);
}

void Strict::refuseValue(const char *name, const QString &words)
{
    refuse(Code::WrongValue, placeOf(name) + u(u": ") + words);
}

void Strict::only(std::initializer_list<const char *> names)
{
    const QStringList keys = m_json.keys();
    for (const QString &given : keys) {
        const bool known = std::any_of(
            names.begin(), names.end(), [&given](const char *name) { return given == QLatin1String(name); });
        if (!known)
            refuse(Code::UnknownKey, u(u"Неизвестное поле запроса: ") + placeOf(given));
    }
}

/// Whether the value is there and of the right type; refuses another type.
bool Strict::take(const char *name, bool isRight, const char16_t *expected)
{
    if (!has(name))
        return false;
    if (!isRight)
        refuseValue(name, u(expected));
    return isRight;
}

QString Strict::text(const char *name, const QString &before)
{
    return take(name, value(name).isString(), u"ожидается строка") ? value(name).toString()
                                                                   : this->before(before);
}

QString Strict::name(const char *name, bool isNew, const QString &before)
{
    const QString given = text(name, before);
    if (!has(name) && (isNew || m_omitted == Omitted::Empties))
        refuseMissing(name);
    else if (given.trimmed().isEmpty())
        refuseValue(name, u(u"не может быть пустым"));
    return given;
}

bool Strict::flag(const char *name, bool before)
{
    return take(name, value(name).isBool(), u"ожидается логическое значение") ? value(name).toBool()
                                                                              : this->before(before);
}

qint64 Strict::whole(const char *name, qint64 before)
{
    const QJsonValue given = value(name);
    const bool isWhole = given.isDouble() && readId(given).has_value();
    return take(name, isWhole, u"ожидается целое неотрицательное число") ? given.toInteger()
                                                                         : this->before(before);
}

qint64 Strict::ref(const char *name, qint64 before)
{
    // How "none" is written is not told; null is the one of the service's own spellings that fits an object.
    if (has(name) && value(name).isNull())
        return 0;
    if (!take(name, value(name).isObject(), u"ожидается объект с полем id"))
        return this->before(before);
    Strict inner = object(name);
    inner.only({"id"});
    if (!inner.has("id"))
        inner.refuseMissing("id");
    return inner.id("id");
}

qint64 Strict::requiredRef(const char *name)
{
    const qint64 given = ref(name);
    if (given == 0)
        refuseMissing(name);
    return given;
}

qint64 Strict::id(const char *name, qint64 before)
{
    const auto given = readId(value(name));
    return take(name, given.has_value(), u"ожидается идентификатор") ? *given : this->before(before);
}

QString Strict::degrees(const char *name, int limit, const QString &before)
{
    const QString given = text(name, before);
    bool isNumber = false;
    const double degrees = given.toDouble(&isNumber);
    if (!given.isEmpty() && (!isNumber || degrees < -limit || degrees > limit))
        refuseValue(name, u(u"не является координатой"));
    return given;
}

Strict Strict::object(const char *name)
{
    if (!has(name))
        refuseMissing(name);
    return Strict(value(name), placeOf(name), *this);
}

QVector<Strict> Strict::list(const char *name)
{
    QVector<Strict> found;
    if (!take(name, value(name).isArray(), u"ожидается массив"))
        return found;
    const QJsonArray array = value(name).toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        found.append(Strict(array.at(i), placeOf(name) + QStringLiteral("[%1]").arg(i), *this));
    return found;
}

} // namespace naryad::sandbox
