#include "JsonRead.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace naryad::api {

namespace {

QString linePlace(const QByteArray &body, qsizetype offset)
{
    const auto line = body.left(std::max<qsizetype>(offset, 0)).count('\n') + 1;
    return QCoreApplication::translate("naryad::api", "line %1").arg(line);
}

/// QJson keeps an integer exact but says toInteger's default for what is none; two defaults tell them apart.
std::optional<qint64> exactInteger(const QJsonValue &value)
{
    const qint64 low = value.toInteger(std::numeric_limits<qint64>::min());
    const qint64 high = value.toInteger(std::numeric_limits<qint64>::max());
    return low == high ? std::optional<qint64>(low) : std::nullopt;
}

QString numberText(const QJsonValue &value)
{
    if (const auto whole = exactInteger(value))
        return QString::number(*whole);
    return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
}

bool isNothingText(const QString &text)
{
    return text.isEmpty() || text == QLatin1String("NULL") || text == QLatin1String("null")
        || text == QLatin1String("''");
}

/// A single row stands without its array: it has the keys of a row, not numbers.
bool isOneRow(const QJsonObject &object)
{
    const QStringList keys = object.keys();
    return std::any_of(keys.begin(), keys.end(), [](const QString &key) {
        return std::any_of(key.begin(), key.end(), [](QChar c) { return !c.isDigit(); });
    });
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

Result<QJsonValue> parseAnswer(const QByteArray &body)
{
    QByteArray text = body;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    if (text.trimmed().isEmpty())
        return badAnswer(QString(), QCoreApplication::translate("naryad::api", "The answer is empty."));
    // A bare scalar is no document for QJson; inside an array it is a value like any other.
    const QByteArray wrapped = '[' + text + ']';
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(wrapped, &problem);
    if (problem.error != QJsonParseError::NoError) {
        static const QRegularExpression printed(
            QStringLiteral(R"re(^\s*\{\s*id\s*:\s*"?(\d+)"?\s*\}\s*$)re"));
        const auto match = printed.match(QString::fromLatin1(text.left(200)));
        if (match.hasMatch() && text.size() <= 200)
            return QJsonValue(QJsonObject{{QStringLiteral("id"), match.captured(1)}});
        return badAnswer(linePlace(text, problem.offset - 1), problem.errorString());
    }
    const QJsonArray values = document.array();
    if (values.size() != 1)
        return badAnswer(
            linePlace(text, 0), QCoreApplication::translate("naryad::api", "More than one value."));
    const QJsonValue root = values.first();
    if (root.isObject()) {
        const QJsonObject object = root.toObject();
        for (const auto key : {QLatin1String("results"), QLatin1String("result")}) {
            if (object.size() == 1 && object.contains(key))
                return object.value(key);
        }
    }
    return root;
}

bool isNothing(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString().trimmed();
        return isNothingText(text) || text == QLatin1String("0");
    }
    if (value.isDouble())
        return value.toDouble() == 0.0;
    return value.isNull() || value.isUndefined();
}

QString readId(const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonValue inner = value.toObject().value(QLatin1String("id"));
        return inner.isObject() ? QString() : readId(inner);
    }
    if (isNothing(value))
        return {};
    if (value.isString())
        return value.toString().trimmed();
    if (value.isDouble()) {
        const QString digits = numberText(value);
        return digits.contains(QLatin1Char('.')) ? QString() : digits;
    }
    return {};
}

QString readText(const QJsonValue &value)
{
    if (value.isDouble())
        return numberText(value);
    const QString text = value.toString();
    return isNothingText(text.trimmed()) ? QString() : text;
}

std::optional<bool> readFlag(const QJsonValue &value)
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

std::optional<qint64> readInteger(const QJsonValue &value)
{
    bool read = false;
    const qint64 number = readText(value).trimmed().toLongLong(&read);
    return read ? std::optional<qint64>(number) : std::nullopt;
}

NamedRef readRef(const QJsonValue &value)
{
    if (!value.isObject())
        return {readId(value), QString()};
    const QJsonObject object = value.toObject();
    return {readId(object), readText(firstOf(object, {"name", "number"}))};
}

QJsonValue firstOf(const QJsonObject &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const auto found = object.constFind(QLatin1String(key));
        if (found != object.constEnd())
            return *found;
    }
    return QJsonValue(QJsonValue::Undefined);
}

Result<QVector<QJsonObject>> readRows(const QJsonValue &value, const QString &place)
{
    QVector<QJsonObject> rows;
    QJsonArray array = value.toArray();
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (isOneRow(object)) {
            array.append(object);
        } else {
            QStringList keys = object.keys();
            std::sort(keys.begin(), keys.end(), [](const QString &left, const QString &right) {
                return left.size() != right.size() ? left.size() < right.size() : left < right;
            });
            for (const QString &key : std::as_const(keys))
                array.append(object.value(key));
        }
    } else if (!value.isArray() && !isNothing(value)) {
        return badAnswer(place, QCoreApplication::translate("naryad::api", "A list was expected."));
    }
    rows.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonValue row = array.at(i);
        if (!row.isObject()) {
            return badAnswer(
                place + QLatin1Char('[') + QString::number(i) + QLatin1Char(']'),
                QCoreApplication::translate("naryad::api", "An object was expected."));
        }
        rows.append(row.toObject());
    }
    return rows;
}

QByteArray rawJson(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return text.mid(1, text.size() - 2);
}

} // namespace naryad::api
