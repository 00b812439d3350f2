#include "core/Phone.h"

#include <QRegularExpression>

#include <algorithm>

namespace naryad {

namespace {

constexpr int LeastDigits = 3; ///< of a number that is looked for
constexpr int BeforeFour = 5; ///< digits of which the first may be the way into the country
constexpr int HalfDigits = 7; ///< of each side of a slash that parts two numbers

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar letter : text) {
        if (const int value = letter.digitValue(); value >= 0)
            digits += QChar(u'0' + value);
    }
    return digits;
}

/// Without what only tells how to dial within or out of the country.
QString national(QString digits)
{
    if (digits.startsWith(QLatin1String("810")) && digits.size() > 11)
        digits.remove(0, 3);
    else if (digits.startsWith(QLatin1String("00")) && digits.size() > 10)
        digits.remove(0, 2);
    if (digits.size() == 11 && (digits.startsWith(QLatin1Char('7')) || digits.startsWith(QLatin1Char('8'))))
        digits.remove(0, 1);
    return digits;
}

/// The parts of a field that are a number each.
QStringList numbersOf(const QString &field)
{
    static const QRegularExpression between(QStringLiteral("[,;\\n\\r]"));
    static const QRegularExpression slash(QStringLiteral("\\s+/\\s+"));
    QStringList numbers;
    const QStringList parts = field.split(between, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QStringList halves = part.split(slash, Qt::SkipEmptyParts);
        const bool whole = std::any_of(halves.begin(), halves.end(), [](const QString &half) {
            return digitsOf(half).size() < HalfDigits;
        });
        if (whole)
            numbers.append(part);
        else
            numbers += halves;
    }
    return numbers;
}

QString withoutExtension(const QString &number)
{
    static const QRegularExpression extension(
        QStringLiteral("доб|вн|ext|#"), QRegularExpression::CaseInsensitiveOption);
    return number.left(number.indexOf(extension));
}

/// What a number begins with that is not whole yet, without a way into the country: told by a plus, by 00 or
/// 810, or by a 7 or 8 that stands apart or before four digits.
QString beginningOf(const QString &number)
{
    const QString digits = digitsOf(number);
    if (national(digits) != digits)
        return {};
    QString rest = digits;
    bool entered = number.contains(QLatin1Char('+'));
    if (!entered && (digits.startsWith(QLatin1String("810")) || digits.startsWith(QLatin1String("00")))) {
        rest.remove(0, digits.startsWith(QLatin1Char('8')) ? 3 : 2);
        entered = true;
    }
    const bool seven = rest.startsWith(QLatin1Char('7'));
    if (entered && seven) {
        rest.remove(0, 1);
    } else if (!entered && (seven || rest.startsWith(QLatin1Char('8')))) {
        static const QRegularExpression apart(QStringLiteral("^\\D*\\d\\D"));
        if (rest.size() >= BeforeFour || apart.match(number).hasMatch())
            rest.remove(0, 1);
    }
    return rest == digits || rest.size() < LeastDigits ? QString() : rest;
}

} // namespace

QStringList phoneKeys(const QString &field)
{
    QStringList keys;
    const QStringList numbers = numbersOf(field);
    for (const QString &number : numbers) {
        const QString main = withoutExtension(number);
        for (const QString &key : {national(digitsOf(main)), digitsOf(number.mid(main.size()))}) {
            if (!key.isEmpty() && !keys.contains(key))
                keys.append(key);
        }
    }
    return keys;
}

QVector<TypedPhone> typedPhones(const QString &typed)
{
    // Also the marks that turn the direction of writing, as telephones copy them.
    static const QRegularExpression number(
        QStringLiteral("^[\\s+()\\d./\\x{2010}-\\x{2015}\\x{2212}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}"
                       "\\x{2066}-\\x{2069}\\-]+$"),
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression label(
        QStringLiteral("^\\s*(тел|т|моб|м|tel|phone)[.:\\s]+"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QVector<TypedPhone> phones;
    const QStringList numbers = numbersOf(typed);
    for (const QString &one : numbers) {
        QString main = withoutExtension(one);
        main.remove(label);
        if (!number.match(main).hasMatch())
            return {};
        const TypedPhone phone{national(digitsOf(main)), beginningOf(main)};
        if (phone.digits.size() >= LeastDigits && !phones.contains(phone))
            phones.append(phone);
    }
    return phones;
}

QString typedPhoneKey(const QString &typed)
{
    return typedPhones(typed).value(0).digits;
}

PhoneMatch phoneMatch(const QString &key, const TypedPhone &typed)
{
    if (key == typed.digits)
        return PhoneMatch::Whole;
    if (key.endsWith(typed.digits))
        return PhoneMatch::End;
    if (key.startsWith(typed.digits) || (!typed.beginning.isEmpty() && key.startsWith(typed.beginning)))
        return PhoneMatch::Beginning;
    return key.contains(typed.digits) ? PhoneMatch::Inside : PhoneMatch::None;
}

PhoneMatch phoneMatch(const QString &field, const QVector<TypedPhone> &typed)
{
    PhoneMatch best = PhoneMatch::None;
    const QStringList keys = typed.isEmpty() ? QStringList() : phoneKeys(field);
    for (const QString &key : keys) {
        for (const TypedPhone &one : typed)
            best = std::min(best, phoneMatch(key, one));
    }
    return best;
}

QString phoneShown(const QString &field)
{
    const QStringList keys = phoneKeys(field);
    if (keys.size() != 1 || keys.constFirst().size() != 10 || digitsOf(field).size() > 11)
        return field;
    const QString &key = keys.constFirst();
    // With a plus and ten digits its 7 is the country's, and a digit is missing: as typed.
    if (field.trimmed().startsWith(QLatin1Char('+')) && digitsOf(field).size() != 11)
        return field;
    return QStringLiteral("+7 (%1) %2-%3-%4").arg(key.left(3), key.mid(3, 3), key.mid(6, 2), key.mid(8, 2));
}

} // namespace naryad
