#include "core/Phone.h"

#include <QRegularExpression>

#include <algorithm>

namespace naryad {

namespace {

constexpr int LeastDigits = 3; ///< of a number that is looked for
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

} // namespace

QStringList phoneKeys(const QString &field)
{
    static const QRegularExpression extension(
        QStringLiteral("доб|вн|ext|#"), QRegularExpression::CaseInsensitiveOption);
    QStringList keys;
    const QStringList numbers = numbersOf(field);
    for (const QString &number : numbers) {
        const qsizetype cut = number.indexOf(extension);
        const QString main = cut < 0 ? number : number.left(cut);
        const QString inner = cut < 0 ? QString() : number.mid(cut);
        for (const QString &key : {national(digitsOf(main)), digitsOf(inner)}) {
            if (!key.isEmpty() && !keys.contains(key))
                keys.append(key);
        }
    }
    return keys;
}

QString typedPhoneKey(const QString &typed)
{
    static const QRegularExpression number(QStringLiteral("^[\\s+()\\d./\\x{2010}-\\x{2015}\\-]+$"));
    if (!number.match(typed).hasMatch())
        return {};
    const QString key = national(digitsOf(typed));
    return key.size() < LeastDigits ? QString() : key;
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
