#include "models/TaskCounts.h"

#include "Pace.h"
#include "core/Await.h"
#include "store/Reader.h"

#include <utility>

namespace naryad::models {

class TaskCounts::Private
{
public:
    store::Reader &reader;
    const Clock &clock;
    QVector<TaskQuery> queries;
    QVector<qint64> counts;
    Pace pace{std::chrono::seconds(1)};
    bool running = false;
    bool again = false; ///< and another question is wanted behind the one on its way
    bool planned = false; ///< a question waits for its time

    std::chrono::milliseconds now() const
    {
        return std::chrono::milliseconds(clock.now().toMSecsSinceEpoch());
    }
};

TaskCounts::TaskCounts(store::Reader &reader, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(new Private{reader, clock, {}, {}})
{}

TaskCounts::~TaskCounts() = default;

void TaskCounts::setFilters(const QVector<TaskFilter> &filters)
{
    QVector<TaskQuery> queries(filters.size());
    for (qsizetype i = 0; i < filters.size(); ++i)
        queries[i].filter = filters.at(i);
    setQueries(queries);
}

void TaskCounts::setQueries(const QVector<TaskQuery> &queries)
{
    if (queries == d->queries)
        return;
    if (queries.size() != d->queries.size())
        d->counts.clear();
    d->queries = queries;
    refresh();
}

const QVector<qint64> &TaskCounts::counts() const
{
    return d->counts;
}

void TaskCounts::refresh()
{
    if (d->queries.isEmpty() || d->planned)
        return;
    if (d->running) {
        d->again = true;
        return;
    }
    const auto wait = d->pace.wait(d->now());
    if (wait.count() == 0) {
        ask();
        return;
    }
    d->planned = true;
    d->clock.after(wait, this, [this] {
        d->planned = false;
        ask();
    });
}

void TaskCounts::ask()
{
    d->running = true;
    d->pace.begun(d->now());
    const QVector<TaskQuery> asked = d->queries;
    await(this, d->reader.queryCounts(asked), [this, asked](const Result<QVector<qint64>> &counts) {
        d->running = false;
        d->pace.ended(d->now());
        if (asked == d->queries && counts && counts->size() == asked.size()) {
            d->counts = *counts;
            Q_EMIT counted();
        }
        if (std::exchange(d->again, false) || asked != d->queries)
            refresh();
    });
}

} // namespace naryad::models
