#include "core/FieldValue.h"

#include <QCoreApplication>

namespace naryad {

FieldType fieldTypeFromId(int id)
{
    return id >= 1 && id <= 7 ? static_cast<FieldType>(id) : FieldType::Unknown;
}

FieldValue FieldValue::text(const QString &text)
{
    FieldValue value;
    value.m_kind = Kind::Text;
    value.m_text = text;
    return value;
}

FieldValue FieldValue::number(const QString &digits)
{
    FieldValue value;
    value.m_kind = Kind::Number;
    value.m_text = digits;
    return value;
}

FieldValue FieldValue::checkbox(bool checked)
{
    FieldValue value;
    value.m_kind = Kind::Checkbox;
    value.m_checked = checked;
    return value;
}

FieldValue FieldValue::option(const NamedRef &option)
{
    FieldValue value;
    value.m_kind = Kind::Option;
    value.m_option = option;
    return value;
}

FieldValue FieldValue::files(int count, const QByteArray &rawJson)
{
    FieldValue value;
    value.m_kind = Kind::Files;
    value.m_count = count;
    value.m_raw = rawJson;
    return value;
}

FieldValue FieldValue::other(const QByteArray &rawJson)
{
    FieldValue value;
    value.m_kind = Kind::Other;
    value.m_raw = rawJson;
    return value;
}

bool FieldValue::isEmpty() const
{
    switch (m_kind) {
    case Kind::Empty:
        return true;
    case Kind::Text:
    case Kind::Number:
        return m_text.trimmed().isEmpty();
    case Kind::Checkbox:
        return !m_checked;
    case Kind::Option:
        return m_option.isNothing() && m_option.name.isEmpty();
    case Kind::Files:
        return m_count == 0;
    case Kind::Other:
        return m_raw.isEmpty();
    }
    return true;
}

QString FieldValue::displayText() const
{
    switch (m_kind) {
    case Kind::Empty:
        return {};
    case Kind::Text:
    case Kind::Number:
        return m_text;
    case Kind::Checkbox:
        return m_checked ? QCoreApplication::translate("naryad", "yes")
                         : QCoreApplication::translate("naryad", "no");
    case Kind::Option:
        return m_option.name.isEmpty() && !m_option.id.isEmpty() ? QLatin1Char('#') + m_option.id
                                                                 : m_option.name;
    case Kind::Files:
        return QCoreApplication::translate("naryad", "%n file(s)", nullptr, m_count);
    case Kind::Other:
        return QString::fromUtf8(m_raw);
    }
    return {};
}

QString canonicalNumber(const QString &typed)
{
    QString digits;
    for (QChar letter : typed) {
        if (letter.isSpace() || letter == QChar(QChar::Nbsp))
            continue;
        digits.append(letter == QLatin1Char(',') ? QChar(QLatin1Char('.')) : letter);
    }
    const bool negative = digits.startsWith(QLatin1Char('-')) || digits.startsWith(QChar(0x2212));
    if (negative)
        digits.remove(0, 1);
    if (digits.isEmpty() || digits.count(QLatin1Char('.')) > 1)
        return {};
    for (QChar letter : std::as_const(digits)) {
        if (letter != QLatin1Char('.') && (letter < QLatin1Char('0') || letter > QLatin1Char('9')))
            return {};
    }
    if (digits == QLatin1String("."))
        return {};
    if (digits.contains(QLatin1Char('.'))) {
        while (digits.endsWith(QLatin1Char('0')))
            digits.chop(1);
        if (digits.endsWith(QLatin1Char('.')))
            digits.chop(1);
    }
    if (digits.isEmpty() || digits.startsWith(QLatin1Char('.')))
        digits.prepend(QLatin1Char('0'));
    while (digits.size() > 1 && digits.startsWith(QLatin1Char('0')) && digits.at(1) != QLatin1Char('.'))
        digits.remove(0, 1);
    return negative && digits != QLatin1String("0") ? QLatin1Char('-') + digits : digits;
}

} // namespace naryad
