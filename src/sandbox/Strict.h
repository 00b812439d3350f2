#pragma once

#include "Wire.h"
#include "sandbox/Sandbox.h"

#include <initializer_list>
#include <memory>
#include <optional>

namespace naryad::sandbox {

/// What an update does to what it doesn't name.
enum class Omitted { Keeps, Empties };

inline Omitted omitted(const Options &options)
{
    return options.omittedKeep ? Omitted::Keeps : Omitted::Empties;
}

/// Reads a body as strictly as the document describes it: keys it doesn't know, and values of another type
/// than it shows, are refused. The first breach is kept, all later reads then give what was there before; so
/// a handler reads everything and asks once. Objects inside share the breach with the body they stand in.
class Strict
{
public:
    /// Nothing yet: to keep the breach of elements().
    Strict();
    explicit Strict(const QByteArray &body, Omitted omitted = Omitted::Empties);
    /// The elements of a body that is an array, which may not be empty; `root` keeps the breach.
    static QVector<Strict> elements(const QByteArray &body, Strict &root);

    /// Refuses every other key.
    void only(std::initializer_list<const char *> names);
    bool has(const char *name) const { return m_json.contains(key(name)); }
    QJsonValue value(const char *name) const { return m_json.value(key(name)); }

    QString text(const char *name, const QString &before = {});
    /// A text that may not be empty; one that is not there is refused where `isNew` or omitting empties.
    QString name(const char *name, bool isNew, const QString &before = {});
    bool flag(const char *name, bool before = false);
    qint64 whole(const char *name, qint64 before = 0);
    /// The id in `{"id":…}`, a number or digits; null is none (0).
    qint64 ref(const char *name, qint64 before = 0);
    /// The same where none may not be told.
    qint64 requiredRef(const char *name);
    /// A bare id, a number or digits.
    qint64 id(const char *name, qint64 before = 0);
    /// Decimal degrees in a text, or an empty one.
    QString degrees(const char *name, int limit, const QString &before = {});
    Strict object(const char *name);
    /// Objects in an array; none where the key is not there.
    QVector<Strict> list(const char *name);

    void refuse(Code code, const QString &words);
    /// `place` in words before it: "props[0].value".
    void refuseValue(const char *name, const QString &words);
    bool isRefused() const { return m_refusal->has_value(); }
    const Reply &refusal() const { return **m_refusal; }

private:
    Strict(const QJsonValue &json, const QString &place, const Strict &parent);
    QString placeOf(const QString &name) const;
    QString placeOf(const char *name) const { return placeOf(key(name)); }
    void refuseMissing(const char *name);
    bool take(const char *name, bool isRight, const char16_t *expected);
    template <class T> T before(const T &value) const { return m_omitted == Omitted::Keeps ? value : T(); }

    QJsonObject m_json;
    QString m_place;
    Omitted m_omitted;
    std::shared_ptr<std::optional<Reply>> m_refusal;
};

/// Digits, as a string or a whole number above -1.
std::optional<qint64> readId(const QJsonValue &value);

/// Refuses the body of a command that takes none: anything but nothing or `{}`.
std::optional<Reply> refuseBody(const Ask &ask);

} // namespace naryad::sandbox
