#include "Json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace naryad::api {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("naryad::api", source);
}

bool stopsAtItsFault(QJsonParseError::ParseError error)
{
    return error == QJsonParseError::IllegalNumber || error == QJsonParseError::IllegalUTF8String
        || error == QJsonParseError::IllegalEscapeSequence;
}

/// Where the text goes wrong. `error` is that of the text in its brackets, none where several values stand
/// between them.
qsizetype faultIn(const QByteArray &text, QJsonParseError &error)
{
    QJsonParseError alone;
    QJsonDocument::fromJson(text, &alone);
    if (alone.error == QJsonParseError::GarbageAtEnd || error.error == QJsonParseError::NoError) {
        error.error = QJsonParseError::GarbageAtEnd;
        return alone.error == error.error ? alone.offset : text.indexOf(','); // scalars are none alone
    }
    const qsizetype at = error.offset - 1;
    if (at > text.size())
        return text.size();
    return stopsAtItsFault(error.error) ? at : at - 1; // mostly Qt stops behind it
}

/// What Qt's own words say least of, by the characters at the fault and before it; null where they do. `at`
/// moves to a comma that is too many.
const char *reasonAt(const QByteArray &text, qsizetype &at, QJsonParseError::ParseError error)
{
    if (at >= text.size())
        return QT_TRANSLATE_NOOP("naryad::api", "The answer ends in the middle.");
    const QByteArray here = text.mid(at, 3);
    if (here.startsWith("//") || here.startsWith("/*"))
        return QT_TRANSLATE_NOOP("naryad::api", "JSON knows no comments.");
    for (const char *quote : {"'", "\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u00AB"}) {
        if (here.startsWith(quote))
            return QT_TRANSLATE_NOOP("naryad::api", "JSON knows only straight double quotes.");
    }
    if (here.startsWith("\u00A0"))
        return QT_TRANSLATE_NOOP("naryad::api", "A no-break space is no space in JSON.");
    if (error == QJsonParseError::GarbageAtEnd)
        return QT_TRANSLATE_NOOP("naryad::api", "Something stands behind the end.");
    qsizetype last = at - 1;
    while (last >= 0 && QByteArrayView(" \t\r\n").contains(text.at(last)))
        --last;
    const char before = last < 0 ? '[' : text.at(last);
    const char c = here.front();
    const bool over = c == ',' || c == ']' || c == '}';
    if (over && before == ',') {
        at = last;
        return QT_TRANSLATE_NOOP("naryad::api", "There is a comma too many here.");
    }
    const bool unfit = error == QJsonParseError::IllegalNumber && QByteArrayView("[,:").contains(before);
    if (unfit || (over && before == ':'))
        return QT_TRANSLATE_NOOP("naryad::api", "A value was expected here.");
    if (error == QJsonParseError::UnterminatedObject && c == '"')
        return QT_TRANSLATE_NOOP("naryad::api", "A comma is missing before this.");
    if (error == QJsonParseError::UnterminatedObject && (before == '{' || before == ','))
        return QT_TRANSLATE_NOOP("naryad::api", "A key must stand in quotes.");
    return nullptr;
}

Error faultOf(const QByteArray &text, QJsonParseError parse)
{
    Error error;
    error.kind = ErrorKind::BadAnswer;
    if (text.trimmed().isEmpty()) {
        error.words = words(QT_TRANSLATE_NOOP("naryad::api", "The answer is empty."));
        return error;
    }
    qsizetype at = qMax<qsizetype>(faultIn(text, parse), 0);
    const char *reason = reasonAt(text, at, parse.error);
    error.words = reason ? words(reason) : parse.errorString();
    const QByteArray passed = text.left(at);
    const auto line = passed.count('\n') + 1;
    const auto column = QString::fromUtf8(passed.mid(passed.lastIndexOf('\n') + 1)).toUcs4().size() + 1;
    error.place = words(QT_TRANSLATE_NOOP("naryad::api", "line %1, column %2")).arg(line).arg(column);
    return error;
}

} // namespace

std::optional<qint64> Json::toInteger() const
{
    const qint64 whole = m_value.toInteger(0);
    return whole == m_value.toInteger(1) ? std::optional(whole) : std::nullopt;
}

QVector<Json> Json::items() const
{
    QVector<Json> items;
    const QJsonArray array = m_value.toArray();
    for (const QJsonValue item : array)
        items.append(Json(item));
    return items;
}

QVector<std::pair<QString, Json>> Json::members() const
{
    const QJsonObject object = m_value.toObject();
    QVector<std::pair<QString, Json>> members;
    for (auto member = object.begin(); member != object.end(); ++member)
        members.append({member.key(), Json(member.value())});
    return members;
}

Json Json::value(const char *key) const
{
    return Json(m_value[QLatin1String(key)]);
}

QByteArray Json::text() const
{
    if (isMissing())
        return {};
    const QByteArray array = QJsonDocument(QJsonArray{m_value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

Result<Json> parseJson(const QByteArray &text)
{
    // Qt takes a byte order mark and a scalar only where they stand alone and in brackets, in this order.
    const QByteArray body = text.startsWith("\xEF\xBB\xBF") ? text.mid(3) : text;
    QJsonParseError error;
    const QJsonArray values = QJsonDocument::fromJson('[' + body + ']', &error).array();
    if (values.size() == 1)
        return Json(values.first());
    return fail(faultOf(body, error));
}

} // namespace naryad::api
