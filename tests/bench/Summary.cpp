#include "Summary.h"

#include "Limits.h"

#include <algorithm>
#include <optional>

namespace naryad::bench {

namespace {

QStringList keys(std::initializer_list<const char *> words)
{
    QStringList made;
    for (const char *word : words)
        made.append(QLatin1String(word));
    return made;
}

/// A goal and the figure that tells of it.
struct Goal
{
    QString what;
    QString floor;
    QString goal;
    QLatin1String bench;
    QLatin1String nameKey; ///< empty: the bench has one figure for a number of tasks
    QStringList names; ///< any of these; the worst is shown
    QStringList measured;
    QStringList beside;
};

const QVector<Goal> &goals()
{
    static const QVector<Goal> all{
        {QStringLiteral("start to a painted list"), QStringLiteral("an empty QMainWindow program"),
         QStringLiteral("≤ 1.5× + 30 ms"), QLatin1String("start"), QLatin1String("platform"),
         keys({"offscreen"}), keys({"painted_ms"}), keys({"empty_ms"})},
        {QStringLiteral("key press to painted first rows, p99"),
         QStringLiteral("the best raw query + one repaint"), QStringLiteral("≤ 16 ms more, and ≤ 50 ms"),
         QLatin1String("search"), QLatin1String("class"), keys({"all_that_find"}), keys({"p99_ms"}),
         keys({"raw_p99_ms", "repaint_ms", "difference_ms"})},
        {QStringLiteral("a search that looks at everything and finds nothing, p99"),
         QStringLiteral("the best raw query + one repaint"), QStringLiteral("≤ 250 ms"),
         QLatin1String("search"), QLatin1String("class"), keys({"nothing_common_parts", "never_together"}),
         keys({"p99_ms"}), keys({"raw_p99_ms", "repaint_ms"})},
        {QStringLiteral("change of sort"), QStringLiteral("the ids by the index + one repaint"),
         QStringLiteral("≤ 1.2×"), QLatin1String("sort"), QLatin1String("column"), keys({"all"}),
         keys({"p50_ms"}), keys({"raw_p50_ms", "repaint_ms", "ratio"})},
        {QStringLiteral("scroll and jump, p99 frame"),
         QStringLiteral("QTableView on a constant model"),
         QStringLiteral("≤ 1.3×"),
         QLatin1String("scroll"),
         {},
         {},
         keys({"p99_ms"}),
         keys({"constant_p99_ms", "ratio"})},
        {QStringLiteral("stops of the GUI thread during a synchronisation while scrolling"),
         QStringLiteral("the same scrolling, idle"),
         QStringLiteral("p99.9 ≤ 16 ms, longest ≤ 33 ms"),
         QLatin1String("stalls"),
         {},
         {},
         keys({"p999_ms", "max_ms"}),
         keys({"idle_p999_ms", "idle_max_ms"})},
        {QStringLiteral("memory (RssAnon) with the list open"),
         QStringLiteral("an empty program"),
         QStringLiteral("+ ≤ 60 MB"),
         QLatin1String("memory"),
         {},
         {},
         keys({"anon_mb"}),
         keys({"empty_mb", "difference_mb"})},
        {QStringLiteral("a task of 200 fields in sections to its painted editor"),
         QStringLiteral("the same widgets with nothing behind them"),
         QStringLiteral("p99 < 100 ms"),
         QLatin1String("editor"),
         {},
         {},
         keys({"p50_ms", "p99_ms"}),
         keys({"plain_p50_ms", "ratio"})},
        {QStringLiteral("first synchronisation, requests"), QStringLiteral("N / 3,000 + N"),
         QStringLiteral("+ ≤ 1 %"), QLatin1String("sync"), QLatin1String("part"), keys({"first_requests"}),
         keys({"requests", "list_requests"}), keys({"floor_requests", "over_percent"})},
        {QStringLiteral("first synchronisation, speed at 20 ms latency"),
         QStringLiteral("curl, 6 connections, same URLs"), QStringLiteral("≥ 0.9×"), QLatin1String("sync"),
         QLatin1String("part"), keys({"first_speed"}), keys({"per_second"}),
         keys({"curl_per_second", "ratio"})},
        {QStringLiteral("nothing changed"), QStringLiteral("1 request"), QStringLiteral("met exactly"),
         QLatin1String("sync"), QLatin1String("part"), keys({"nothing_changed"}), keys({"requests"}),
         keys({"floor_requests"})},
        {QStringLiteral("k changed"), QStringLiteral("1 + k requests"), QStringLiteral("met exactly"),
         QLatin1String("sync"), QLatin1String("part"), keys({"some_changed"}), keys({"requests"}),
         keys({"floor_requests"})},
        {QStringLiteral("disk per task"),
         QStringLiteral("raw JSON"),
         QStringLiteral("≤ 1.5× with the index"),
         QLatin1String("data"),
         {},
         {},
         keys({"bytes_per_task"}),
         keys({"raw_bytes_per_task", "ratio"})},
    };
    return all;
}

bool isMet(const QJsonObject &figure)
{
    return figure.value(QLatin1String("met")).toBool();
}

int sizeOf(const QJsonObject &figure)
{
    return figure.value(QLatin1String("n")).toInt();
}

/// The bench's figures of these names, the smallest number of tasks first.
Lines figuresOf(const Lines &lines, const Goal &goal)
{
    Lines found;
    for (const QJsonObject &figure : lines) {
        const bool isNamed
            = goal.nameKey.isEmpty() || goal.names.contains(figure.value(goal.nameKey).toString());
        if (figure.value(QLatin1String("bench")) == goal.bench && isNamed)
            found.append(figure);
    }
    std::stable_sort(found.begin(), found.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return sizeOf(a) < sizeOf(b);
    });
    return found;
}

/// Of those at the greatest number of tasks the worst: one that is not met before all others, then by the
/// first of what was measured.
std::optional<QJsonObject> worst(const Lines &figures, const QString &key)
{
    std::optional<QJsonObject> found;
    for (const QJsonObject &figure : figures) {
        if (sizeOf(figure) != sizeOf(figures.constLast()))
            continue;
        const bool isWorse = !found || (isMet(*found) && !isMet(figure))
            || (isMet(*found) == isMet(figure)
                && figure.value(key).toDouble() > found->value(key).toDouble());
        if (isWorse)
            found = figure;
    }
    return found;
}

QString rowText(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QLatin1String(" | ")) + QStringLiteral(" |\n");
}

QString goalRow(const Lines &lines, const Goal &goal)
{
    const auto figure = worst(figuresOf(lines, goal), goal.measured.constFirst());
    if (!figure)
        return rowText(
            {goal.what, QString(), QStringLiteral("not measured"), goal.floor, goal.goal, QString()});
    const QString name = goal.nameKey.isEmpty() ? QString() : figure->value(goal.nameKey).toString();
    return rowText(
        {goal.what, valueText(QStringLiteral("n"), figure->value(QLatin1String("n"))),
         valuesText(*figure, goal.measured),
         goal.floor + QStringLiteral(": ") + valuesText(*figure, goal.beside), goal.goal,
         isMet(*figure) ? QStringLiteral("yes") : QStringLiteral("**no**: ") + limitText(goal.bench, name)});
}

/// How one figure grows with the number of tasks.
struct Growth
{
    QLatin1String bench;
    QLatin1String name; ///< of the goal's names
    QLatin1String key;
    bool movesAll; ///< all N are moved: linear is what there is
};

constexpr Growth Growths[] = {
    {QLatin1String("start"), QLatin1String("offscreen"), QLatin1String("painted_ms"), false},
    {QLatin1String("search"), QLatin1String("all_that_find"), QLatin1String("p99_ms"), false},
    {QLatin1String("scroll"), QLatin1String(), QLatin1String("p99_ms"), false},
    {QLatin1String("stalls"), QLatin1String(), QLatin1String("p999_ms"), false},
    {QLatin1String("data"), QLatin1String(), QLatin1String("ratio"), false},
    {QLatin1String("sort"), QLatin1String("all"), QLatin1String("p50_ms"), true},
    {QLatin1String("memory"), QLatin1String(), QLatin1String("difference_mb"), true},
};

/// More by less than a half, or than this, is flat: what one machine's runs differ by.
constexpr double FlatFactor = 1.5;
constexpr double FlatMore = 5;

struct Grown
{
    QString text;
    bool asItShould = true;
};

std::optional<Grown> grown(const Lines &lines, const Growth &growth)
{
    Lines figures;
    for (const Goal &goal : goals()) {
        if (goal.bench == growth.bench && (growth.name.size() == 0 || goal.names.contains(growth.name)))
            figures = figuresOf(lines, goal);
    }
    if (figures.size() < 2 || sizeOf(figures.constFirst()) == sizeOf(figures.constLast()))
        return std::nullopt;
    const QJsonObject &small = figures.constFirst();
    const QJsonObject &great = figures.constLast();
    const double from = small.value(growth.key).toDouble();
    const double to = great.value(growth.key).toDouble();
    const double tasks = double(sizeOf(great)) / sizeOf(small);
    const bool isFlat = to <= std::max(from * FlatFactor, from + FlatMore);
    return Grown{
        growth.bench + QLatin1Char(' ') + valueText(growth.key, from) + QStringLiteral(" → ")
            + valueText(growth.key, to),
        isFlat || (growth.movesAll && to <= from * tasks)};
}

QString growthRow(const Lines &lines)
{
    QStringList parts;
    QStringList bad;
    for (const Growth &growth : Growths) {
        const auto told = grown(lines, growth);
        if (!told)
            continue;
        parts.append(told->text);
        if (!told->asItShould)
            bad.append(growth.bench);
    }
    return rowText(
        {QStringLiteral("each of the above, from the smallest to the greatest N"), QString(),
         parts.isEmpty() ? QStringLiteral("not measured") : parts.join(QLatin1String("; ")), QString(),
         QStringLiteral("flat, or linear only where N itself is moved"),
         parts.isEmpty()     ? QString()
             : bad.isEmpty() ? QStringLiteral("yes")
                             : QStringLiteral("**no**: ") + bad.join(QLatin1String(", "))});
}

} // namespace

QString summaryText(const Lines &lines)
{
    QString text = rowText(
        {QStringLiteral("what"), QStringLiteral("N"), QStringLiteral("measured"), QStringLiteral("floor"),
         QStringLiteral("goal"), QStringLiteral("met")});
    text += QStringLiteral("|---|---|---|---|---|---|\n");
    for (const Goal &goal : goals())
        text += goalRow(lines, goal);
    return text + growthRow(lines);
}

} // namespace naryad::bench
