#include "JsonText.h"

#include "Json.h"
#include "core/FieldValue.h"

#include <QRegularExpression>

namespace naryad::api {

QByteArray jsonText(const QString &text)
{
    return Json(QJsonValue(text)).text();
}

QByteArray jsonId(const QString &id)
{
    static const QRegularExpression plain(QStringLiteral("^(0|[1-9][0-9]*)$"));
    bool fits = false;
    id.toLongLong(&fits);
    return fits && plain.match(id).hasMatch() ? id.toLatin1() : jsonText(id);
}

QByteArray jsonNumber(const QString &digits)
{
    static const QRegularExpression number(QStringLiteral("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$"));
    if (number.match(digits).hasMatch())
        return digits.toLatin1();
    const QString canonical = canonicalNumber(digits);
    return canonical.isEmpty() ? jsonText(digits) : canonical.toLatin1();
}

QByteArray jsonFlag(bool flag)
{
    return flag ? QByteArrayLiteral("true") : QByteArrayLiteral("false");
}

void JsonObjectText::add(const char *key, const QByteArray &json)
{
    if (!m_inner.isEmpty())
        m_inner += ',';
    m_inner += '"';
    m_inner += key;
    m_inner += "\":";
    m_inner += json;
}

QByteArray JsonObjectText::text() const
{
    return QByteArray(1, '{').append(m_inner).append('}');
}

void JsonArrayText::add(const QByteArray &json)
{
    if (!m_inner.isEmpty())
        m_inner += ',';
    m_inner += json;
}

QByteArray JsonArrayText::text() const
{
    return QByteArray(1, '[').append(m_inner).append(']');
}

} // namespace naryad::api
