#pragma once

#include "Json.h"
#include "core/AccountZone.h"
#include "core/Ids.h"
#include "core/Known.h"
#include "core/RawValues.h"
#include "core/Result.h"
#include "core/Task.h"

#include <QByteArray>
#include <QDateTime>

#include <initializer_list>
#include <optional>

namespace naryad::api {

/// Reads a whole answer: an object, an array or a bare scalar (`111`, `"111"`). Also `{id: 111}` exactly as
/// the document prints it. A lone `results` or `result` around it is taken off.
/// BadAnswer names the line and column in `place`, and says what is wrong there in `words`.
Result<Json> parseAnswer(const QByteArray &body);

/// The service writes "nothing" in seven ways: "0", 0, "NULL", "''", "", null, and a missing key.
bool isNothing(const Json &value);

/// An id from a string, a whole number up to 2^63−1 (a larger one is no longer exact: no id rather than
/// another's) or the `id` of an object; empty = nothing.
QString readId(const Json &value);

/// A text, also from a number (whole ones exactly); "NULL" and "''" are empty. "0" stays: a floor may be
/// called so.
QString readText(const Json &value);

/// true/false, 0/1, "0"/"1", "true"/"false"; nullopt for anything else.
std::optional<bool> readFlag(const Json &value);

/// A whole number, also in a string; nullopt for anything else.
std::optional<qint64> readInteger(const Json &value);

/// A moment in any of the service's forms (AccountZone::fromServiceText()); invalid = nothing or unreadable.
QDateTime readMoment(const Json &value, const AccountZone &zone);

/// A reference: `{id, name}` (or `{id, number}`), or a bare id.
NamedRef readRef(const Json &value);

/// The first of the keys that is there; Missing where none is. Keys are tried in the order given.
Json firstOf(const Json &object, std::initializer_list<const char *> keys);

/// Rows from an array of objects, from one bare object (a single row), or from an object of numbered rows
/// (a list with gaps, as PHP writes it). Nothing = no rows. BadAnswer names the odd row: "props[2]", or the
/// place (which a list that is the answer itself has none of) where there are too many for one thing.
Result<QVector<Json>> readRows(const Json &value, const QString &place);

/// BadAnswer about a place in an answer.
tl::unexpected<Error> badAnswer(const QString &place, const QString &words = {});

/// The object of an answer about one thing with an id and a name, checked against what was asked; `askedId`
/// (empty: anything) stands in where it leaves its own id out.
struct NamedObject
{
    Json json;
    QString id;
};
Result<NamedObject> readNamedObject(const QByteArray &body, const QString &askedId);

// Parts an answer may leave out: a key that is not there stays not known, one that says nothing is known to
// be nothing, and one that can't be understood is not known either.
Known<NamedRef> readKnownRef(const Json &value);
Known<QString> readKnownText(const Json &value);
Known<bool> readKnownFlag(const Json &value);
Known<qint64> readKnownCount(const Json &value);
Known<QDateTime> readKnownMoment(const Json &value, const AccountZone &zone);
/// The seven keys of an address in either spelling; not known where none of them is there.
Known<Address> readKnownAddress(const Json &object);

/// Reads the values of the keys an update will have to say again, and keeps the text of those that are there
/// and not understood, by the v5 spelling of their key.
class Keeper
{
public:
    Keeper(const Json &object, RawValues &kept)
        : m_object(object)
        , m_kept(kept)
    {}

    QString text(std::initializer_list<const char *> keys, const char *keptAs);
    /// Also `null` is kept: an update says it again.
    std::optional<bool> flag(std::initializer_list<const char *> keys, const char *keptAs);
    NamedRef ref(std::initializer_list<const char *> keys, const char *keptAs);
    Known<NamedRef> knownRef(std::initializer_list<const char *> keys, const char *keptAs);
    Known<QString> knownText(std::initializer_list<const char *> keys, const char *keptAs);
    Known<Address> address();
    void keep(const Json &value, const char *keptAs);

private:
    const Json m_object;
    RawValues &m_kept;
};

} // namespace naryad::api
