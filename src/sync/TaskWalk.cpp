#include "TaskWalk.h"

#include "StopsAsking.h"
#include "core/Log.h"

using namespace std::chrono_literals;

namespace naryad::sync {

namespace {

constexpr int PagesInFlight = 3;
constexpr int PageCap = 1000000;
constexpr int SearchRows = 20000; ///< rows of the mirror searched in one turn of the event loop
constexpr int SuspectsAtOnce = 200;
constexpr int EnoughToJudge = 100; ///< suspects whose answers tell whether the list is worth its word
constexpr int GoOnWhenGone = 10; ///< of a hundred suspects
constexpr qint64 RestAfterFailure = 3600;

QStringList idsOf(const QVector<NamedRef> &rows)
{
    QStringList ids;
    for (const NamedRef &row : rows) {
        if (!row.id.isEmpty())
            ids.append(row.id);
    }
    return ids;
}

} // namespace

TaskWalk::TaskWalk(Services &services, store::Mirror &mirror, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mirror(mirror)
    , m_clock(clock)
{}

bool TaskWalk::isDue(std::chrono::seconds every) const
{
    const QDateTime now = m_clock.now();
    if (m_notBefore.isValid() && now < m_notBefore)
        return false;
    const auto place = m_mirror.taskWalk();
    if (!place)
        return false;
    if (place->step != store::TaskWalkPlace::Step::None || !place->ended.isValid())
        return true;
    const qint64 passed = place->ended.secsTo(now);
    // A stamp from the future tells that a clock was set.
    return passed < 0 || passed >= every.count();
}

void TaskWalk::startIfDue(std::chrono::seconds every)
{
    if (m_running || !isDue(every))
        return;
    auto place = m_mirror.taskWalk();
    if (place && place->step == store::TaskWalkPlace::Step::None)
        place = m_mirror.beginTaskWalk();
    if (!place) {
        fail(place.error());
        return;
    }
    m_place = *place;
    m_running = true;
    m_error.reset();
    m_nextPage = m_place.page;
    m_lastPage.clear();
    m_searchFrom = m_place.looked < m_place.fromRow ? m_place.looked : 0;
    m_wrapped = false;
    m_suspected = 0;
    m_reallyGone = 0;
    pump();
}

void TaskWalk::stop()
{
    ++m_generation;
    m_running = false;
    m_inFlight = 0;
    m_early.clear();
    m_suspects.clear();
}

void TaskWalk::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    if (!held)
        pump();
}

void TaskWalk::pump()
{
    if (!m_running || m_held)
        return;
    if (m_place.step == store::TaskWalkPlace::Step::Missing) {
        search();
        return;
    }
    // The pages in between are held in memory until their turn.
    while (m_inFlight < PagesInFlight && m_nextPage < m_place.page + PagesInFlight)
        askPage(m_nextPage++);
}

void TaskWalk::askPage(int page)
{
    ++m_inFlight;
    ++m_requests;
    const quint64 generation = m_generation;
    m_services.tasks.taskPage(page).then(
        this, [this, generation, page](const Result<api::Page<NamedRef>> &answer) {
            if (generation == m_generation)
                onPage(page, answer);
        });
}

void TaskWalk::onPage(int page, const Result<api::Page<NamedRef>> &answer)
{
    --m_inFlight;
    if (!answer) {
        fail(answer.error());
        return;
    }
    m_early.insert(page, *answer);
    while (m_running && m_place.step == store::TaskWalkPlace::Step::Pages && m_early.contains(m_place.page)) {
        if (!takePage(m_early.take(m_place.page)))
            return;
    }
    Q_EMIT progressed();
    pump();
}

/// False where the walk has stopped or its pages are at their end.
bool TaskWalk::takePage(const api::Page<NamedRef> &page)
{
    const QStringList ids = idsOf(page.rows);
    // A service that ignores `page` gives the same one for ever; so may one asked for a page behind the last.
    if (!ids.isEmpty() && ids == m_lastPage) {
        // The first page again: then there are no others to be had, and nothing is known of the rest.
        endPages(m_place.page > 1);
        return false;
    }
    const auto news = m_mirror.noteTaskPage(ids);
    if (!news) {
        fail(news.error());
        return false;
    }
    ++m_place.page;
    m_lastPage = ids;
    if (news->made + news->back > 0)
        Q_EMIT tasksWanted(news->made > 0);
    if (!m_running)
        return false;
    if (page.last || m_place.page >= PageCap) {
        endPages(page.last);
        return false;
    }
    return true;
}

void TaskWalk::endPages(bool certain)
{
    // Pages asked for behind the end are of no more interest.
    ++m_generation;
    m_inFlight = 0;
    m_early.clear();
    if (auto ended = m_mirror.endTaskPages(certain, m_clock.now()); !ended) {
        fail(ended.error());
        return;
    }
    if (!certain) {
        end();
        return;
    }
    m_place.step = store::TaskWalkPlace::Step::Missing;
    pump();
}

/// Looks for tasks the pages did not name, a stretch of rows at a time, and has their details asked for.
void TaskWalk::search()
{
    if (!m_suspects.isEmpty() || m_searchPlanned)
        return;
    if (m_suspected >= EnoughToJudge) {
        if (m_reallyGone * 100 < m_suspected * GoOnWhenGone) {
            end();
            return;
        }
        m_suspected = 0;
        m_reallyGone = 0;
    }
    const RowId after = m_wrapped || m_place.looked < m_place.fromRow ? m_place.looked : 0;
    auto missing = m_mirror.missingTasks(after, SearchRows, SuspectsAtOnce);
    if (!missing) {
        fail(missing.error());
        return;
    }
    const bool atEnd = missing->end;
    const bool round = m_wrapped && (missing->upTo >= m_searchFrom || atEnd);
    if (atEnd && !m_wrapped) {
        m_wrapped = true;
        missing->upTo = 0;
    }
    if (auto wanted = m_mirror.wantMissing(*missing); !wanted) {
        fail(wanted.error());
        return;
    }
    m_place.looked = missing->upTo;
    m_suspects = QSet<QString>(missing->ids.begin(), missing->ids.end());
    m_suspected += static_cast<int>(missing->ids.size());
    if (!m_suspects.isEmpty()) {
        Q_EMIT tasksWanted(false);
        return; // goes on with their answers
    }
    if (round || (atEnd && m_searchFrom == 0)) {
        end();
        return;
    }
    // What the user looks at comes in between.
    m_searchPlanned = true;
    m_clock.after(0ms, this, [this] {
        m_searchPlanned = false;
        pump();
    });
}

void TaskWalk::answered(const QString &taskId, bool gone)
{
    if (!m_suspects.remove(taskId))
        return;
    m_reallyGone += gone ? 1 : 0;
    if (m_suspects.isEmpty())
        pump();
}

void TaskWalk::end()
{
    if (auto ended = m_mirror.endTaskWalk(m_clock.now()); !ended) {
        fail(ended.error());
        return;
    }
    stop();
    Q_EMIT progressed();
    Q_EMIT finished();
}

void TaskWalk::fail(const Error &error)
{
    stop();
    m_error = error;
    // The line will be tried again anyway; an odd page would be asked for at every look.
    if (!stopsAsking(error))
        m_notBefore = m_clock.now().addSecs(RestAfterFailure);
    qCInfo(lcSync) << "the task list was not read:" << toName(error.kind) << error.asked << error.httpStatus;
    Q_EMIT progressed();
    Q_EMIT finished();
}

} // namespace naryad::sync
