#include "ListWalk.h"

#include <utility>

using namespace std::chrono_literals;

namespace naryad::sync {

namespace {

constexpr std::chrono::seconds DueAfter = 1h;
constexpr std::chrono::seconds DueAfterWithFeed = 24h;
constexpr std::chrono::seconds OnRequestAfter = 10min;

QString employees()
{
    return QStringLiteral("employee");
}

QString models()
{
    return QStringLiteral("equipment-model");
}

QString readKey(const QString &list)
{
    return QStringLiteral("list.read.") + list;
}

} // namespace

ListWalk::ListWalk(
    Services &services, store::Mirror &mirror, const Clock &clock, const TypeFeeds &feeds, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mirror(mirror)
    , m_clock(clock)
    , m_feeds(feeds)
{}

QDateTime ListWalk::contractorsReadAt() const
{
    const auto read = m_mirror.meta(readKey(store::nameOf(store::CardKind::Contractor)));
    return read && !read->isEmpty() ? QDateTime::fromSecsSinceEpoch(read->toLongLong(), Qt::UTC)
                                    : QDateTime();
}

bool ListWalk::isDue(const QString &list, Lists lists) const
{
    if (lists == Lists::All)
        return true;
    const auto read = m_mirror.meta(readKey(list));
    if (!read || read->isEmpty())
        return true;
    const auto kind = cardKindOf(list);
    std::chrono::seconds age = lists == Lists::OnRequest ? OnRequestAfter : DueAfter;
    if (kind && m_feeds.isOffered(*kind))
        age = DueAfterWithFeed;
    const qint64 passed = m_clock.now().toSecsSinceEpoch() - read->toLongLong();
    // A stamp from the future tells that a clock was set, not that the list is fresh.
    return passed < 0 || passed >= age.count();
}

void ListWalk::start(Lists lists)
{
    if (lists == Lists::None)
        return;
    if (m_running > 0 || m_inFlight > 0) {
        if (!m_walking)
            m_walkNext = lists;
        return;
    }
    QStringList due;
    for (const QString &list :
         {employees(), store::nameOf(store::CardKind::Template), store::nameOf(store::CardKind::Contractor),
          store::nameOf(store::CardKind::Equipment), models()}) {
        if (isDue(list, lists))
            due.append(list);
    }
    const bool first = !std::exchange(m_everStarted, true);
    if (due.isEmpty() && !first)
        return;
    m_walking = true;
    m_complete = true;
    m_done = 0;
    m_total = 0;
    m_oddCards.clear();
    begin(); // not over before all of them have begun
    if (first) {
        for (const Cards &cards : m_cards) {
            if (!due.contains(store::nameOf(cards.kind)))
                readCards(cards.kind, true);
        }
    }
    for (const QString &list : std::as_const(due)) {
        begin();
        walkList(list);
    }
    end();
}

void ListWalk::walkList(const QString &list)
{
    const auto kind = cardKindOf(list);
    const auto whole = notChangedSince(list);
    const auto over = [this] { end(); };
    const auto cards = [this, kind] {
        readCards(*kind, true);
        end();
    };
    if (list == employees()) {
        walk<Employee>(
            list, [this](int page) { return m_services.employees.employeePage(page); },
            [this, whole](const QVector<Employee> &rows, bool complete) {
                return m_mirror.applyEmployees(rows, whole(complete));
            },
            {over, over});
    } else if (list == models()) {
        walk<NamedRef>(
            list, [this](int page) { return m_services.equipment.modelPage(page); },
            [this, whole](const QVector<NamedRef> &rows, bool complete) {
                return m_mirror.applyEquipmentModels(rows, whole(complete));
            },
            {over, over});
    } else if (kind == store::CardKind::Template) {
        walk<NamedRef>(
            list, [this](int page) { return m_services.templates.templatePage(page); },
            [this, whole](const QVector<NamedRef> &rows, bool complete) {
                return m_mirror.applyTemplateList(rows, whole(complete));
            },
            {[this, cards] { walkFields(cards); }, over});
    } else if (kind == store::CardKind::Contractor) {
        walk<ContractorListItem>(
            list, [this](int page) { return m_services.contractors.contractorPage(page); },
            [this, whole](const QVector<ContractorListItem> &rows, bool complete) {
                return m_mirror.applyContractorList(rows, whole(complete));
            },
            {cards, over});
    } else {
        walk<NamedRef>(
            list, [this](int page) { return m_services.equipment.equipmentPage(page); },
            [this, whole](const QVector<NamedRef> &rows, bool complete) {
                return m_mirror.applyEquipmentList(rows, whole(complete));
            },
            {cards, over});
    }
}

/// What was made while its list was walked may stand on a page that was read before: such a walk says nothing
/// about what has gone.
std::function<bool(bool)> ListWalk::notChangedSince(const QString &list) const
{
    return [this, list, before = m_changes.value(list)](bool complete) {
        return complete && m_changes.value(list) == before;
    };
}

/// The fields' list goes with that of the templates, before the cards of both, which do not wait for it where
/// it can't be read.
void ListWalk::walkFields(const std::function<void()> &next)
{
    walk<NamedRef>(
        fieldKind(), [this](int page) { return m_services.templates.fieldPage(page); },
        [this, whole = notChangedSince(fieldKind())](const QVector<NamedRef> &rows, bool complete) {
            return m_mirror.applyFieldList(rows, whole(complete));
        },
        {next, next});
}

void ListWalk::stop()
{
    ++m_generation;
    m_running = 0;
    m_inFlight = 0;
    m_walking = false;
    m_walkNext = Lists::None;
    m_complete = false;
    m_parked.clear();
    for (Cards &cards : m_cards)
        cards.running = cards.unreadToo = false;
    m_asked.clear();
    m_overtaken.clear();
    m_everStarted = false;
}

void ListWalk::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        return;
    const auto parked = std::exchange(m_parked, {});
    for (const auto &step : parked)
        step();
}

void ListWalk::gate(std::function<void()> step)
{
    if (!m_paused) {
        step();
        return;
    }
    m_parked.push_back(std::move(step));
    if (!isBusy())
        Q_EMIT finished();
}

void ListWalk::end()
{
    --m_running;
    Q_EMIT progressed();
    if (isBusy())
        return;
    if (m_running == 0) {
        m_walking = false;
        const Lists next = std::exchange(m_walkNext, Lists::None);
        if (next != Lists::None) {
            start(next);
            if (isBusy())
                return;
        }
        walkChanged();
        if (isBusy())
            return;
    }
    Q_EMIT finished();
}

void ListWalk::readListAgain(ObjectKind kind)
{
    if (kind == ObjectKind::EquipmentModel)
        m_changedLists.insert(models());
    else if (kind == ObjectKind::Template)
        m_changedLists.insert(store::nameOf(store::CardKind::Template));
    else
        return;
    if (m_running == 0)
        walkChanged();
}

void ListWalk::walkChanged()
{
    const auto lists = std::exchange(m_changedLists, {});
    if (lists.isEmpty())
        return;
    begin(); // not over before all of them have begun
    for (const QString &list : lists) {
        begin();
        walkList(list);
    }
    end();
}

void ListWalk::fail(const Error &error)
{
    m_complete = false;
    if (outlives(error))
        end();
}

bool ListWalk::outlives(const Error &error)
{
    const quint64 generation = m_generation;
    Q_EMIT failed(error);
    if (generation == m_generation)
        return true;
    // Whoever heard of it has stopped the walk: then nothing else tells of its end.
    if (!isBusy())
        Q_EMIT finished();
    return false;
}

/// Asks page after page to the list's end, writes the whole with `apply`, then goes on.
template <class T, class Ask, class Apply>
void ListWalk::walk(const QString &list, Ask ask, Apply apply, After after, api::PageWalk<T> pages)
{
    gate([=, this, after = std::move(after), pages = std::move(pages)] {
        askPage<T>(list, ask, apply, after, pages);
    });
}

template <class T, class Ask, class Apply>
void ListWalk::askPage(const QString &list, Ask ask, Apply apply, After after, api::PageWalk<T> pages)
{
    ++m_requests;
    const quint64 generation = m_generation;
    auto asked = ask(pages.page());
    asked.then(
        this,
        [this, generation, list, ask, apply, after = std::move(after),
         pages = std::move(pages)](const Result<api::Page<T>> &answer) mutable {
            if (generation != m_generation)
                return;
            if (!answer) {
                // What came so far is worth keeping, but says nothing about what has gone.
                if (!pages.rows().isEmpty() && apply(pages.rows(), false))
                    Q_EMIT listsRead();
                m_complete = false;
                if (outlives(answer.error()))
                    after.failed();
                return;
            }
            const bool more = pages.take(*answer);
            m_done = static_cast<int>(m_done + answer->rows.size());
            Q_EMIT progressed();
            if (more) {
                walk<T>(list, ask, apply, std::move(after), std::move(pages));
                return;
            }
            Result<void> kept = apply(pages.rows(), pages.isComplete());
            if (kept && pages.isComplete())
                kept = m_mirror.setMeta(readKey(list), QString::number(m_clock.now().toSecsSinceEpoch()));
            if (!kept) {
                fail(kept.error());
                return;
            }
            Q_EMIT listsRead();
            after.read();
        });
}

} // namespace naryad::sync
