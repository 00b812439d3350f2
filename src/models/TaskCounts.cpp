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
    QVector<TaskFilter> filters;
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
    if (filters == d->filters)
        return;
    d->filters = filters;
    d->counts.clear();
    refresh();
}

const QVector<qint64> &TaskCounts::counts() const
{
    return d->counts;
}

void TaskCounts::refresh()
{
    if (d->filters.isEmpty() || d->planned)
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
    const QVector<TaskFilter> asked = d->filters;
    await(this, d->reader.taskCounts(asked), [this, asked](const Result<QVector<qint64>> &counts) {
        d->running = false;
        d->pace.ended(d->now());
        if (asked == d->filters && counts && counts->size() == asked.size()) {
            d->counts = *counts;
            Q_EMIT counted();
        }
        if (std::exchange(d->again, false) || asked != d->filters)
            refresh();
    });
}

} // namespace naryad::models
