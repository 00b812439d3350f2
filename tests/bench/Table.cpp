#include "Table.h"

#include "Figure.h"
#include "Limits.h"
#include "Summary.h"

#include <QFile>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>
#include <cstdio>

namespace naryad::bench {

namespace {

/// A kind of figure: its heading in the words, and which of its values stand in which column.
struct Shown
{
    const char *bench;
    const char *heading;
    const char *floorHeading;
    QString name; ///< the key that tells one line of it from another; empty: N alone
    QStringList measured;
    QStringList floor;
    QStringList compared;
};

const QVector<Shown> &shown()
{
    const auto list = [](std::initializer_list<const char *> words) {
        QStringList made;
        for (const char *word : words)
            made.append(QLatin1String(word));
        return made;
    };
    static const QVector<Shown> all{
        {"start", "Start to a painted list", "an empty QMainWindow program", QStringLiteral("platform"),
         list({"painted_ms", "whole_list_ms"}), list({"empty_ms"}), list({"ratio", "difference_ms"})},
        {"search", "Key press to painted first rows", "the best raw query and one repaint",
         QStringLiteral("class"), list({"p50_ms", "p99_ms", "max_ms", "queries"}),
         list({"raw_p50_ms", "raw_p99_ms", "repaint_ms"}), list({"difference_ms"})},
        {"sort", "Change of sort to the whole list", "the ids by the index and one repaint",
         QStringLiteral("column"), list({"p50_ms", "max_ms"}), list({"raw_p50_ms", "repaint_ms"}),
         list({"ratio"})},
        {"caller",
         "Key press to the painted card of who is calling",
         "the best statement and the one card",
         QStringLiteral("class"),
         list({"p50_ms", "p99_ms", "max_ms", "phones", "queries"}),
         list({"raw_p50_ms", "raw_p99_ms"}),
         {}},
        {"scroll",
         "Scroll and jump, a frame",
         "QTableView on a constant model",
         {},
         list({"p50_ms", "p99_ms", "max_ms", "placeholder_frames_percent"}),
         list({"constant_p50_ms", "constant_p99_ms", "constant_max_ms"}),
         list({"ratio"})},
        {"stalls",
         "Stops of the GUI thread while scrolling during a synchronisation",
         "the same, idle",
         {},
         list({"p999_ms", "max_ms", "over_16_ms", "details_meanwhile"}),
         list({"idle_p999_ms", "idle_max_ms"}),
         {}},
        {"memory",
         "Anonymous memory with the list open",
         "an empty QMainWindow program",
         {},
         list({"anon_mb"}),
         list({"empty_mb"}),
         list({"difference_mb"})},
        {"editor",
         "A task of 200 fields in sections to its painted editor",
         "the same widgets with nothing behind them",
         {},
         list({"p50_ms", "p99_ms", "max_ms"}),
         list({"plain_p50_ms", "plain_p99_ms"}),
         list({"ratio"})},
        {"clients", "The tree of 100,000 clients", "the best raw query and one repaint",
         QStringLiteral("part"), list({"p50_ms", "p99_ms", "max_ms", "stall_max_ms", "tree_mb"}),
         list({"raw_p50_ms", "repaint_ms", "before_mb"}), list({"ratio"})},
        {"sync", "Synchronisation", "N / 3,000 + N requests; curl on 6 connections", QStringLiteral("part"),
         list({"requests", "list_requests", "per_second"}), list({"floor_requests", "curl_per_second"}),
         list({"over_percent", "ratio"})},
        {"data",
         "Disk per task",
         "its raw JSON",
         {},
         list({"bytes_per_task", "tasks_per_second"}),
         list({"raw_bytes_per_task"}),
         list({"ratio"})},
        {"api", "Reading through the program's channel", "curl on 6 connections",
         QStringLiteral("latency_ms"), list({"per_second", "cpu_us"}),
         list({"curl_per_second", "curl_cpu_us"}), list({"ratio"})},
    };
    return all;
}

QString text(const QJsonValue &value)
{
    return valueText(QString(), value);
}

QString nameOf(const QJsonObject &figure, const Shown &kind)
{
    return kind.name.isEmpty() ? QString() : text(figure.value(kind.name));
}

/// What makes two lines the same figure of two runs.
QString identityOf(const QJsonObject &figure)
{
    QStringList parts{figure.value(QLatin1String("bench")).toString()};
    for (const char *key : {"n", "platform", "class", "column", "part", "latency_ms"})
        parts.append(text(figure.value(QLatin1String(key))));
    return parts.join(QLatin1Char('|'));
}

QString section(const Shown &kind, const Lines &figures)
{
    QStringList lines;
    for (const QJsonObject &figure : figures) {
        if (figure.value(QLatin1String("bench")) != QLatin1String(kind.bench))
            continue;
        const bool met = figure.value(QLatin1String("met")).toBool();
        lines.append(
            QStringLiteral("| ")
            + QStringList{
                nameOf(figure, kind),
                text(figure.value(figure.contains(QLatin1String("n")) ? QLatin1String("n")
                                                                      : QLatin1String("requests"))),
                valuesText(figure, kind.measured),
                valuesText(figure, kind.floor),
                valuesText(figure, kind.compared),
                figure.value(QLatin1String("goal")).toString(),
                met ? QStringLiteral("yes") : QStringLiteral("**no**: ") + limitText(QLatin1String(kind.bench), nameOf(figure, kind))}
                  .join(QLatin1String(" | "))
            + QStringLiteral(" |"));
    }
    if (lines.isEmpty())
        return {};
    return QStringLiteral("\n## %1\nBeside it: %2.\n\n| | N | measured | beside it | compared | goal | met "
                          "|\n|---|---|---|---|---|---|---|\n")
               .arg(QLatin1String(kind.heading), QLatin1String(kind.floorHeading))
        + lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString machine(const Lines &figures)
{
    for (const QJsonObject &figure : figures) {
        if (figure.value(QLatin1String("bench")) != QLatin1String("machine"))
            continue;
        return QStringLiteral(
                   "Measured on %1 with naryad %2: %3, %4 cores, %5 GB; %6, Linux %7, Qt %8, SQLite %9.\n")
            .arg(
                text(figure[QLatin1String("date")]), text(figure[QLatin1String("naryad")]),
                text(figure[QLatin1String("processor")]), text(figure[QLatin1String("cores")]),
                text(figure[QLatin1String("memory_gb")]), text(figure[QLatin1String("system")]),
                text(figure[QLatin1String("kernel")]), text(figure[QLatin1String("qt")]),
                text(figure[QLatin1String("sqlite")]));
    }
    return {};
}

} // namespace

QString performanceText(const Lines &figures)
{
    QString all
        = QStringLiteral(
              "# Performance\n\nMade by `./run bench`: each figure stands beside its floor, the least "
              "it could be, of the same run. What moves\nby no more than the machine's noise says "
              "nothing; the ratios do.\n\n")
        + machine(figures) + QLatin1Char('\n') + summaryText(figures);
    for (const Shown &kind : shown())
        all += section(kind, figures);
    return all;
}

int writeTable(const QString &file, const QStringList &lineFiles)
{
    Lines figures;
    QStringList identities;
    for (const QString &path : lineFiles) {
        QFile lines(path);
        if (!lines.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s can't be read\n", qPrintable(path));
            return 1;
        }
        while (!lines.atEnd()) {
            const QJsonObject figure = QJsonDocument::fromJson(lines.readLine()).object();
            if (figure.isEmpty())
                continue;
            const QString identity = identityOf(figure);
            if (const qsizetype before = identities.indexOf(identity); before >= 0) {
                figures[before] = figure;
                continue;
            }
            identities.append(identity);
            figures.append(figure);
        }
    }
    const QByteArray made = performanceText(figures).toUtf8();
    if (file == QLatin1String("-")) {
        std::fputs(made.constData(), stdout);
        return 0;
    }
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(made) != made.size()) {
        std::fprintf(stderr, "%s can't be written\n", qPrintable(file));
        return 1;
    }
    return 0;
}

} // namespace naryad::bench
