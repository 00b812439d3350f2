#include "Figure.h"

#include <QLocale>

#include <cmath>

namespace naryad::bench {

namespace {

struct Unit
{
    QLatin1String ending;
    QLatin1String unit;
};

constexpr Unit Units[] = {
    {QLatin1String("_ms"), QLatin1String(" ms")}, {QLatin1String("_us"), QLatin1String(" us")},
    {QLatin1String("_mb"), QLatin1String(" MB")}, {QLatin1String("_percent"), QLatin1String(" %")},
    {QLatin1String("ratio"), QLatin1String("x")},
};

const Unit *unitOf(const QString &key)
{
    for (const Unit &unit : Units) {
        if (key.endsWith(unit.ending))
            return &unit;
    }
    return nullptr;
}

QString numberText(double value)
{
    const double size = std::abs(value);
    const bool whole = std::floor(value) == value;
    const int decimals = whole || size >= 100 ? 0 : size >= 10 ? 1 : 2;
    return QLocale::c().toString(value, 'f', decimals);
}

} // namespace

QString valueText(const QString &key, const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const Unit *unit = unitOf(key);
    return numberText(value.toDouble()) + (unit ? QString(unit->unit) : QString());
}

QString valuesText(const QJsonObject &figure, const QStringList &keys)
{
    QStringList parts;
    for (const QString &key : keys) {
        if (!figure.contains(key))
            continue;
        QString name = key;
        if (const Unit *unit = unitOf(key); unit && unit->ending != QLatin1String("ratio"))
            name.chop(unit->ending.size());
        name.replace(QLatin1Char('_'), QLatin1Char(' '));
        name.replace(QLatin1String("p999"), QLatin1String("p99.9"));
        parts.append(name + QLatin1Char(' ') + valueText(key, figure.value(key)));
    }
    return parts.join(QLatin1String(", "));
}

} // namespace naryad::bench
