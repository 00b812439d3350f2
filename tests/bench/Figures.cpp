#include "Figures.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace naryad::bench {

double nowMs()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double percentile(QVector<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto place = static_cast<qsizetype>(std::ceil(share * static_cast<double>(values.size()))) - 1;
    return values.at(std::clamp<qsizetype>(place, 0, values.size() - 1));
}

double median(const QVector<double> &values)
{
    return percentile(values, 0.5);
}

double longest(const QVector<double> &values)
{
    return percentile(values, 1);
}

double rounded(double value, double steps)
{
    return std::round(value * steps) / steps;
}

void put(QJsonObject &figure, const char *key, double value)
{
    figure.insert(QLatin1String(key), rounded(value));
}

void putSpread(QJsonObject &figure, const QString &prefix, const QVector<double> &values)
{
    figure.insert(prefix + QLatin1String("p50_ms"), rounded(median(values)));
    figure.insert(prefix + QLatin1String("p99_ms"), rounded(percentile(values, 0.99)));
    figure.insert(prefix + QLatin1String("max_ms"), rounded(longest(values)));
}

void putGoal(QJsonObject &figure, const QString &goal, bool met)
{
    figure.insert(QLatin1String("goal"), goal);
    figure.insert(QLatin1String("met"), met);
}

void spin(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace naryad::bench
