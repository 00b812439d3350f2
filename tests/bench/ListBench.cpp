#include "Benches.h"
#include "BusyApplication.h"
#include "Data.h"
#include "Figures.h"
#include "ListWindow.h"
#include "RawQueries.h"
#include "Words.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTimer>

#include <cstdio>

namespace naryad::bench {

namespace {

using namespace std::chrono_literals;

constexpr int SortRounds = 5;
constexpr int Frames = 1500;
constexpr auto FrameTime = 16ms;
constexpr int StepsBetweenJumps = 10;

struct SortColumn
{
    const char *name;
    int column;
    TaskQuery::Sort sort;
};

using Column = models::TaskListModel::Column;
constexpr SortColumn SortColumns[] = {
    {"number", Column::Number, TaskQuery::Sort::Number},
    {"template", Column::TemplateName, TaskQuery::Sort::TemplateName},
    {"contractor", Column::ContractorName, TaskQuery::Sort::ContractorName},
    {"worker", Column::WorkerName, TaskQuery::Sort::WorkerName},
    {"state", Column::State, TaskQuery::Sort::State},
    {"plan", Column::Plan, TaskQuery::Sort::Plan},
};

void tellSort(
    int tasks, const char *name, const QVector<double> &shown, const QVector<double> &raw, double repaint)
{
    QJsonObject figure{
        {QLatin1String("bench"), QLatin1String("sort")},
        {QLatin1String("n"), tasks},
        {QLatin1String("column"), QLatin1String(name)},
        {QLatin1String("rounds"), shown.size()}};
    const double floor = median(raw) + repaint;
    put(figure, "p50_ms", median(shown));
    put(figure, "max_ms", longest(shown));
    put(figure, "raw_p50_ms", median(raw));
    put(figure, "repaint_ms", repaint);
    const double ratio = median(shown) / floor;
    put(figure, "ratio", ratio);
    putGoal(figure, QStringLiteral("ratio <= 1.2"), ratio <= 1.2);
    tell(figure);
}

int measureSort(int tasks, const Settings &settings)
{
    const auto data = dataFor(tasks, settings);
    if (!data)
        return 1;
    RawQueries queries(data->mirrorPath());
    ListWindow window(data->mirrorPath(), data->journalPath());
    if (!window.open()) {
        std::fprintf(stderr, "the list did not open\n");
        return 1;
    }
    QVector<double> repaints;
    ConstantList constant(window.table());
    for (int i = 0; i < 50; ++i)
        repaints.append(constant.repaint());
    const double repaint = median(repaints);
    QVector<double> allShown;
    QVector<double> allRaw;
    for (const SortColumn &column : SortColumns) {
        QVector<double> shown;
        QVector<double> raw;
        for (int round = 0; round < (settings.quick ? 1 : SortRounds); ++round) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                const double from = nowMs();
                queries.readRows(queries.ids(column.sort, order == Qt::DescendingOrder).mid(0, 40));
                raw.append(nowMs() - from);
                const auto took = window.sort(column.column, order);
                if (!took) {
                    std::fprintf(stderr, "the order by %s was never painted\n", column.name);
                    return 1;
                }
                shown.append(*took);
                spin(100ms);
            }
        }
        tellSort(tasks, column.name, shown, raw, repaint);
        allShown += shown;
        allRaw += raw;
    }
    tellSort(tasks, "all", allShown, allRaw, repaint);
    return 0;
}

/// What the GUI thread had to do in each sixtieth of a second while the view went on by three rows, and
/// sometimes jumped.
struct Scrolled
{
    QVector<double> frames;
    int placeholders = 0; ///< frames with a row that was not here yet
};

template <class Look> Scrolled scroll(QTableView &table, int frames, Look areRowsHere)
{
    Scrolled scrolled;
    QScrollBar *bar = table.verticalScrollBar();
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    int step = 0;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        const double busy = BusyApplication::takeBusyMs();
        if (step > 0)
            scrolled.frames.append(busy);
        if (!areRowsHere())
            ++scrolled.placeholders;
        BusyApplication::takeBusyMs(); // the looking is ours
        if (step == frames) {
            loop.quit();
            return;
        }
        const bool jumps = ++step % StepsBetweenJumps == 0;
        const auto most = static_cast<quint32>(std::max(1, bar->maximum()));
        bar->setValue(jumps ? static_cast<int>(drawn(step, 7, most)) : (bar->value() + 3) % bar->maximum());
    });
    timer.start(FrameTime);
    loop.exec();
    return scrolled;
}

int measureScroll(int tasks, const Settings &settings)
{
    const auto data = dataFor(tasks, settings);
    if (!data)
        return 1;
    ListWindow window(data->mirrorPath(), data->journalPath());
    if (!window.open()) {
        std::fprintf(stderr, "the list did not open\n");
        return 1;
    }
    const int frames = settings.quick ? 30 : Frames;
    ConstantList constant(window.table());
    Scrolled own;
    QVector<double> floor;
    // By turns, so that what else the machine does falls on both.
    for (int turn = 0; turn < 3; ++turn) {
        const Scrolled once = scroll(window.table(), frames / 3, [&window] { return window.areRowsHere(); });
        own.frames += once.frames;
        own.placeholders += once.placeholders;
        floor += scroll(constant.table(), frames / 3, [] { return true; }).frames;
    }
    QJsonObject figure{
        {QLatin1String("bench"), QLatin1String("scroll")},
        {QLatin1String("n"), tasks},
        {QLatin1String("frames"), own.frames.size()}};
    putSpread(figure, QString(), own.frames);
    putSpread(figure, QStringLiteral("constant_"), floor);
    put(figure, "placeholder_frames_percent",
        100.0 * own.placeholders / static_cast<double>(own.frames.size()));
    const double ratio = percentile(own.frames, 0.99) / percentile(floor, 0.99);
    put(figure, "ratio", ratio);
    putGoal(figure, QStringLiteral("ratio <= 1.3"), ratio <= 1.3);
    tell(figure);
    return 0;
}

} // namespace

int sortBench(const Settings &settings)
{
    int status = 0;
    for (const int tasks : sizesOf(settings))
        status = std::max(status, measureSort(tasks, settings));
    return status;
}

int scrollBench(const Settings &settings)
{
    int status = 0;
    for (const int tasks : sizesOf(settings))
        status = std::max(status, measureScroll(tasks, settings));
    return status;
}

} // namespace naryad::bench
