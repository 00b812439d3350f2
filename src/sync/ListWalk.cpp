#include "ListWalk.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

using namespace std::chrono_literals;

namespace naryad::sync {

namespace {

constexpr int CardsInFlight = 3;
constexpr int CardsAtOnce = 300;
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

QString fields()
{
    return QStringLiteral("field");
}

QString readKey(const QString &list)
{
    return QStringLiteral("list.read.") + list;
}

std::optional<store::CardKind> kindOf(const QString &name)
{
    for (const auto kind :
         {store::CardKind::Template, store::CardKind::Contractor, store::CardKind::Equipment}) {
        if (store::nameOf(kind) == name)
            return kind;
    }
    return std::nullopt;
}

QString cardKey(const QString &kind, const QString &id)
{
    return kind + QLatin1Char('/') + id;
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

bool ListWalk::isDue(const QString &list, Lists lists) const
{
    if (lists == Lists::All)
        return true;
    const auto read = m_mirror.meta(readKey(list));
    if (!read || read->isEmpty())
        return true;
    const auto kind = kindOf(list);
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
    const auto kind = kindOf(list);
    const auto cards = [this, kind] {
        readCards(*kind, true);
        end();
    };
    if (list == employees()) {
        walk<Employee>(
            list, [this](int page) { return m_services.employees.employeePage(page); },
            [this](const QVector<Employee> &rows, bool complete) {
                return m_mirror.applyEmployees(rows, complete);
            },
            [this] { end(); });
    } else if (list == models()) {
        walk<NamedRef>(
            list, [this](int page) { return m_services.equipment.modelPage(page); },
            [this](const QVector<NamedRef> &rows, bool complete) {
                return m_mirror.applyEquipmentModels(rows, complete);
            },
            [this] { end(); });
    } else if (kind == store::CardKind::Template) {
        walk<NamedRef>(
            list, [this](int page) { return m_services.templates.templatePage(page); },
            [this](const QVector<NamedRef> &rows, bool complete) {
                return m_mirror.applyTemplateList(rows, complete);
            },
            cards);
    } else if (kind == store::CardKind::Contractor) {
        walk<ContractorListItem>(
            list, [this](int page) { return m_services.contractors.contractorPage(page); },
            [this](const QVector<ContractorListItem> &rows, bool complete) {
                return m_mirror.applyContractorList(rows, complete);
            },
            cards);
    } else {
        walk<NamedRef>(
            list, [this](int page) { return m_services.equipment.equipmentPage(page); },
            [this](const QVector<NamedRef> &rows, bool complete) {
                return m_mirror.applyEquipmentList(rows, complete);
            },
            cards);
    }
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
    }
    Q_EMIT finished();
}

void ListWalk::fail(const Error &error)
{
    m_complete = false;
    const quint64 generation = m_generation;
    Q_EMIT failed(error);
    // Whoever heard of it may have stopped the walk.
    if (generation == m_generation)
        end();
    else if (!isBusy())
        Q_EMIT finished();
}

/// Asks page after page to the list's end, writes the whole with `apply`, then goes on with `next`.
template <class T, class Ask, class Apply>
void ListWalk::walk(
    const QString &list, Ask ask, Apply apply, std::function<void()> next, api::PageWalk<T> pages)
{
    gate([=, this, next = std::move(next), pages = std::move(pages)] {
        askPage<T>(list, ask, apply, next, pages);
    });
}

template <class T, class Ask, class Apply>
void ListWalk::askPage(
    const QString &list, Ask ask, Apply apply, std::function<void()> next, api::PageWalk<T> pages)
{
    ++m_requests;
    const quint64 generation = m_generation;
    auto asked = ask(pages.page());
    asked.then(
        this,
        [this, generation, list, ask, apply, next = std::move(next),
         pages = std::move(pages)](const Result<api::Page<T>> &answer) mutable {
            if (generation != m_generation)
                return;
            if (!answer) {
                // What came so far is worth keeping, but says nothing about what has gone.
                if (!pages.rows().isEmpty() && apply(pages.rows(), false))
                    Q_EMIT listsRead();
                fail(answer.error());
                return;
            }
            const bool more = pages.take(*answer);
            m_done = static_cast<int>(m_done + answer->rows.size());
            Q_EMIT progressed();
            if (more) {
                walk<T>(list, ask, apply, std::move(next), std::move(pages));
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
            next();
        });
}

ListWalk::Cards &ListWalk::cardsOf(store::CardKind kind)
{
    return *std::find_if(
        m_cards.begin(), m_cards.end(), [kind](const Cards &cards) { return cards.kind == kind; });
}

void ListWalk::readNamed(store::CardKind kind)
{
    readCards(kind, false);
}

/// Begins the chain of this kind, where it does not run already; that one looks for more before it ends.
void ListWalk::readCards(store::CardKind kind, bool unreadToo)
{
    Cards &cards = cardsOf(kind);
    cards.unreadToo |= unreadToo;
    if (cards.running)
        return;
    cards.running = true;
    begin();
    goOn(kind);
}

Result<QVector<store::FeedItem>> ListWalk::wanted(const Cards &cards) const
{
    auto items = m_mirror.named(cards.kind, CardsAtOnce);
    if (!items)
        return items;
    if (cards.unreadToo) {
        const auto ids = cards.kind == store::CardKind::Template ? m_mirror.templatesWithoutDetails()
            : cards.kind == store::CardKind::Contractor ? m_mirror.contractorsWithoutDetails(CardsAtOnce)
                                                        : m_mirror.equipmentWithoutDetails(CardsAtOnce);
        if (!ids)
            return tl::unexpected(ids.error());
        QSet<QString> known;
        for (const store::FeedItem &item : *items)
            known.insert(item.id);
        for (const QString &id : *ids) {
            if (!known.contains(id))
                items->append({id, 0});
        }
    }
    items->removeIf([this, kind = store::nameOf(cards.kind)](const store::FeedItem &item) {
        const QString key = cardKey(kind, item.id);
        return m_oddCards.contains(key) || m_asked.contains(key);
    });
    return items;
}

void ListWalk::goOn(store::CardKind kind)
{
    Cards &cards = cardsOf(kind);
    const auto items = wanted(cards);
    if (!items || items->isEmpty()) {
        cards.running = cards.unreadToo = false;
        if (!items)
            fail(items.error());
        else if (kind == store::CardKind::Template)
            readFields(false);
        else
            end();
        return;
    }
    readEach(
        *items, false,
        [this, kind](const store::FeedItem &item, std::function<void()> next) {
            askCard(kind, item, false, std::move(next));
        },
        [this, kind] { goOn(kind); });
}

/// Reads the items one after another, some at a time, then `next`.
void ListWalk::readEach(
    QVector<store::FeedItem> items, bool foreground, AskOne ask, std::function<void()> next)
{
    struct Queue
    {
        QVector<store::FeedItem> items;
        int open = 0;
        bool parked = false;
        std::function<void()> pump;
    };
    auto queue = std::make_shared<Queue>();
    queue->items = std::move(items);
    m_total = static_cast<int>(m_total + queue->items.size());
    // The queue holds its own pump until it is empty; then the circle is cut and everything is freed.
    queue->pump = [this, queue, foreground, ask = std::move(ask), next = std::move(next)] {
        if (queue->parked)
            return;
        while (queue->open < CardsInFlight && !queue->items.isEmpty()) {
            if (m_paused && !foreground) {
                queue->parked = true;
                gate([queue] {
                    queue->parked = false;
                    if (const auto pump = queue->pump)
                        pump();
                });
                return;
            }
            ++queue->open;
            ask(queue->items.takeFirst(), [queue] {
                --queue->open;
                if (const auto pump = queue->pump)
                    pump();
            });
        }
        if (queue->open == 0 && queue->items.isEmpty()) {
            const auto keep = std::exchange(queue->pump, {});
            next();
        }
    };
    const auto pump = queue->pump;
    pump();
}

void ListWalk::readFields(bool foreground)
{
    const auto ids = m_mirror.fieldsWithoutDetails();
    if (!ids) {
        fail(ids.error());
        return;
    }
    QVector<store::FeedItem> items;
    for (const QString &id : *ids) {
        const QString key = cardKey(fields(), id);
        if (!m_asked.contains(key) && !m_oddCards.contains(key))
            items.append({id, 0});
    }
    readEach(
        items, foreground,
        [this, foreground](const store::FeedItem &item, std::function<void()> next) {
            askField(item.id, foreground, std::move(next));
        },
        [this] { end(); });
}

/// Reads one card, writes it with `apply`, then goes on with `next`; a card that could be neither read nor
/// written is told by failed() and remembered so that this walk does not ask again.
template <class T, class Apply>
void ListWalk::readCard(
    const QString &kind, const store::FeedItem &item, QFuture<Result<api::Snapshot<T>>> answer, Apply apply,
    std::function<void()> next)
{
    ++m_inFlight;
    m_asked.insert(cardKey(kind, item.id));
    const quint64 generation = m_generation;
    answer.then(
        this,
        [this, generation, kind, item, apply, next = std::move(next)](const Result<api::Snapshot<T>> &card) {
            if (generation != m_generation)
                return;
            --m_inFlight;
            ++m_done;
            m_asked.remove(cardKey(kind, item.id));
            const auto named = kindOf(kind);
            Result<void> kept;
            if (card)
                kept = apply(store::Kept<T>{card->value, card->raw});
            else if (named && card.error().kind == ErrorKind::NotFound)
                kept = m_mirror.markCardGone(*named, item.id);
            else
                kept = tl::unexpected(card.error());
            if (kept && named && item.usn > 0)
                kept = m_mirror.clearNamed(*named, item);
            if (kept) {
                Q_EMIT listsRead();
            } else {
                m_oddCards.insert(cardKey(kind, item.id));
                Q_EMIT failed(kept.error());
            }
            // Whoever heard of the failure may have stopped the walk.
            if (generation != m_generation)
                return;
            next();
            // The chain this card belongs to may wait for the end of a pause.
            if (m_paused && generation == m_generation && !isBusy())
                Q_EMIT finished();
        });
}

void ListWalk::askCard(
    store::CardKind kind, const store::FeedItem &item, bool foreground, std::function<void()> next)
{
    // What a feed named and what the user looks at is not the walk's.
    if (!foreground && item.usn == 0)
        ++m_requests;
    const QString name = store::nameOf(kind);
    if (kind == store::CardKind::Template) {
        readCard<Template>(
            name, item, m_services.templates.taskTemplate(item.id, foreground),
            [this](const store::Kept<Template> &card) { return m_mirror.applyTemplates({card}); },
            std::move(next));
    } else if (kind == store::CardKind::Contractor) {
        readCard<Contractor>(
            name, item, m_services.contractors.contractor(item.id, foreground),
            [this](const store::Kept<Contractor> &card) { return m_mirror.applyContractors({card}); },
            std::move(next));
    } else {
        readCard<Equipment>(
            name, item, m_services.equipment.equipment(item.id, foreground),
            [this](const store::Kept<Equipment> &card) { return m_mirror.applyEquipment({card}); },
            std::move(next));
    }
}

void ListWalk::askField(const QString &id, bool foreground, std::function<void()> next)
{
    if (!foreground)
        ++m_requests;
    readCard<TemplateField>(
        fields(), {id, 0}, m_services.templates.field(id, foreground),
        [this](const store::Kept<TemplateField> &card) { return m_mirror.applyTemplateFields({card}); },
        std::move(next));
}

void ListWalk::lookAt(store::CardKind kind, const QString &id, std::function<void()> next)
{
    if (id.isEmpty() || m_asked.contains(cardKey(store::nameOf(kind), id)))
        return;
    begin();
    askCard(kind, {id, 0}, true, std::move(next));
}

void ListWalk::lookAtContractor(const QString &id)
{
    lookAt(store::CardKind::Contractor, id, [this] { end(); });
}

void ListWalk::lookAtTemplate(const QString &id)
{
    lookAt(store::CardKind::Template, id, [this] { readFields(true); });
}

} // namespace naryad::sync
