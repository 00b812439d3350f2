#include "Benches.h"
#include "Data.h"
#include "Figures.h"
#include "ListWindow.h"
#include "MadeUp.h"
#include "RawQueries.h"
#include "Words.h"

#include <QHash>

#include <algorithm>
#include <cstdio>

namespace naryad::bench {

namespace {

using Kind = RawQueries::Kind;
using namespace std::chrono_literals;

constexpr int Queries = 1000; ///< over all classes that find something
constexpr int ExhaustiveQueries = 40;
constexpr double LongestClass = 20000; ///< ms; a class that takes longer ends with what it has
constexpr auto BetweenKeys = 60ms; ///< a fast typist's: the rest of an answer is still being read then
constexpr int FirstRows = 200;
constexpr int RowsInSight = 40;

/// One kind of search and the texts that make it.
struct Class
{
    const char *name;
    bool findsNothing; ///< and must look at everything to know
    Kind kind;
    QStringList texts;
    QVector<TaskFilter> filters{}; ///< in the place of texts
};

QVector<TaskFilter> filters(const MadeUp &company)
{
    const QDateTime today = MadeUp::today();
    const auto workers = company.employees();
    QVector<TaskFilter> made;
    for (int i = 0; i < 20; ++i) {
        TaskFilter day;
        day.plannedFrom = today.addDays(-i * 30);
        day.plannedBefore = day.plannedFrom.addDays(1);
        made.append(day);
        TaskFilter state;
        state.states = {i % 2 == 0 ? TaskState::Sent : TaskState::Closed};
        made.append(state);
        TaskFilter worker;
        worker.workerId = workers.at(i * 7).id;
        made.append(worker);
        worker.states = {TaskState::Closed};
        made.append(worker);
        TaskFilter contractor;
        contractor.contractorId = company.contractorRow(i * 11 % company.contractors()).id;
        made.append(contractor);
    }
    return made;
}

QStringList numbers(const MadeUp &company, int count)
{
    QStringList texts;
    for (int i = 0; i < count; ++i)
        texts.append(MadeUp::number(static_cast<int>(drawn(i, 1, static_cast<quint32>(company.tasks())))));
    return texts;
}

QStringList phones(const MadeUp &company, int count)
{
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        const int client = static_cast<int>(drawn(i, 2, static_cast<quint32>(company.contractors())));
        texts.append(company.phoneDigits(client, i % 2).right(7));
    }
    return texts;
}

QStringList serials(const MadeUp &company, int count)
{
    QStringList texts;
    for (int i = 0; i < count; ++i)
        texts.append(serialNumber(drawn(i, 3, static_cast<quint32>(company.tasks()))).mid(1, 5));
    return texts;
}

QStringList rareWords()
{
    QStringList texts;
    for (int i = 0; i < words::RareWords; ++i)
        texts.append(words::ofTen(i));
    return texts;
}

QStringList both(const QStringList &first, const QStringList &second)
{
    QStringList texts;
    for (const QString &one : first) {
        for (const QString &other : second)
            texts.append(one + QLatin1Char(' ') + other);
    }
    return texts;
}

QVector<Class> classes(const MadeUp &company)
{
    const QStringList common{words::common(), words::alsoCommon(), words::here(), words::there()};
    const QStringList twoCommon{
        words::common() + QLatin1Char(' ') + words::alsoCommon(),
        words::common() + QLatin1Char(' ') + words::here(),
        words::alsoCommon() + QLatin1Char(' ') + words::there()};
    return {
        {"common", false, Kind::Words, common},
        {"common_old", false, Kind::Words, {words::commonOld(), words::commonOld().left(7)}},
        {"one_percent", false, Kind::Words, words::ofOnePercent()},
        {"rare", false, Kind::Words, rareWords()},
        {"common_and_rare", false, Kind::Words, both({words::common()}, rareWords())},
        {"two_common", false, Kind::Words, twoCommon},
        {"one_letter", false, Kind::Words, words::shortCommon(1) + words::shortRare(1)},
        {"two_letters", false, Kind::Words, words::shortCommon(2) + words::shortRare(2)},
        {"number", false, Kind::Number, numbers(company, 100)},
        {"phone", false, Kind::Phone, phones(company, 100)},
        {"digits_inside", false, Kind::Words, serials(company, 100)},
        {"filter", false, Kind::Words, {}, filters(company)},
        {"nothing_odd", false, Kind::Words, {words::nowhere(0), words::nowhere(1), words::nowhere(2)}},
        {"nothing_common_parts",
         true,
         Kind::Words,
         {words::nowhereOfCommonParts(), QStringLiteral("кондиционербслуж")}},
        {"never_together",
         true,
         Kind::Words,
         {words::here() + QLatin1Char(' ') + words::there(),
          words::there() + QLatin1Char(' ') + words::here()}},
    };
}

/// What was measured of one class.
struct Measured
{
    QVector<double> shown; ///< key press to painted
    QVector<double> raw; ///< the best statement and its rows
    QVector<int> found;
    int late = 0; ///< not painted within half a minute
};

class Measuring
{
public:
    explicit Measuring(const Data &data)
        : m_raw(data.mirrorPath())
        , m_window(data.mirrorPath(), data.journalPath())
    {}

    bool open()
    {
        if (!m_window.open()) {
            std::fprintf(stderr, "the list did not open\n");
            return false;
        }
        ConstantList constant(m_window.table());
        for (int i = 0; i < 100; ++i)
            m_repaint.append(constant.repaint());
        return true;
    }

    Measured measure(const Class &kind, int queries)
    {
        Measured measured;
        const double begun = nowMs();
        if (!kind.filters.isEmpty())
            m_window.type({}, ListWindow::Wanted::FirstRows);
        for (int i = 0; i < queries && nowMs() - begun < LongestClass; ++i) {
            measured.raw.append(
                kind.filters.isEmpty() ? rawTime(text(kind, i), kind.kind) : rawTime(filter(kind, i)));
            const auto shown = kind.filters.isEmpty()
                ? m_window.type(text(kind, i), ListWindow::Wanted::FirstRows)
                : m_window.narrow(filter(kind, i), ListWindow::Wanted::FirstRows);
            measured.shown.append(shown.value_or(ListWindow::LongestWait));
            measured.late += shown ? 0 : 1;
            measured.found.append(m_window.model().rowCount());
            spin(BetweenKeys);
        }
        if (!kind.filters.isEmpty())
            m_window.narrow({}, ListWindow::Wanted::FirstRows);
        return measured;
    }

    double repaint() const { return median(m_repaint); }

private:
    /// No two alike behind one another: a text that stays asks nothing.
    static QString text(const Class &kind, int i)
    {
        return kind.texts.at(i % kind.texts.size())
            + (kind.texts.size() == 1 && i % 2 == 1 ? QStringLiteral(" ") : QString());
    }
    static TaskFilter filter(const Class &kind, int i) { return kind.filters.at(i % kind.filters.size()); }

    double rawTime(const TaskFilter &filter)
    {
        const double from = nowMs();
        m_raw.readRows(m_raw.filtered(filter, FirstRows).mid(0, RowsInSight));
        return nowMs() - from;
    }

    /// A statement that takes long takes about as long again: asked once a text.
    double rawTime(const QString &text, Kind kind)
    {
        const auto known = m_slow.constFind(text);
        if (known != m_slow.constEnd())
            return *known;
        m_raw.prepare(text);
        const double from = nowMs();
        const QVector<RowId> rows = m_raw.find(text, kind, FirstRows);
        m_raw.readRows(rows.mid(0, RowsInSight));
        const double took = nowMs() - from;
        if (took > 100)
            m_slow.insert(text, took);
        return took;
    }

    RawQueries m_raw;
    ListWindow m_window;
    QVector<double> m_repaint;
    QHash<QString, double> m_slow;
};

void tellClass(int tasks, const char *name, bool findsNothing, const Measured &measured, double repaint)
{
    QJsonObject figure{
        {QLatin1String("bench"), QLatin1String("search")},
        {QLatin1String("n"), tasks},
        {QLatin1String("class"), QLatin1String(name)},
        {QLatin1String("queries"), measured.shown.size()},
        {QLatin1String("late"), measured.late}};
    const double shown = percentile(measured.shown, 0.99);
    const double floor = percentile(measured.raw, 0.99) + repaint;
    putSpread(figure, QString(), measured.shown);
    putSpread(figure, QStringLiteral("raw_"), measured.raw);
    put(figure, "repaint_ms", repaint);
    put(figure, "difference_ms", shown - floor);
    if (!measured.found.isEmpty())
        figure.insert(QLatin1String("found"), measured.found.constLast());
    if (findsNothing)
        putGoal(figure, QStringLiteral("p99_ms <= 250"), measured.late == 0 && shown <= 250);
    else
        putGoal(
            figure, QStringLiteral("difference_ms <= 16, p99_ms <= 50"),
            measured.late == 0 && shown - floor <= 16 && shown <= 50);
    tell(figure);
}

int measureSearch(int tasks, const Settings &settings)
{
    const auto data = dataFor(tasks, settings);
    if (!data)
        return 1;
    Measuring measuring(*data);
    if (!measuring.open())
        return 1;
    const QVector<Class> all = classes(MadeUp(tasks));
    Measured together;
    for (const Class &kind : all) {
        const int findings = static_cast<int>(
            std::count_if(all.begin(), all.end(), [](const Class &one) { return !one.findsNothing; }));
        const int queries = settings.quick ? 3
            : kind.findsNothing            ? ExhaustiveQueries
                                           : Queries / findings + 1;
        const Measured measured = measuring.measure(kind, queries);
        tellClass(tasks, kind.name, kind.findsNothing, measured, measuring.repaint());
        if (!kind.findsNothing) {
            together.shown += measured.shown;
            together.raw += measured.raw;
            together.late += measured.late;
        }
    }
    tellClass(tasks, "all_that_find", false, together, measuring.repaint());
    return 0;
}

} // namespace

int searchBench(const Settings &settings)
{
    int status = 0;
    for (const int tasks : sizesOf(settings))
        status = std::max(status, measureSearch(tasks, settings));
    return status;
}

} // namespace naryad::bench
