#include "ListWalk.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace naryad::sync {

namespace {

constexpr int CardsInFlight = 3;
constexpr int CardsAtOnce = 300;

QString cardKey(const QString &kind, const QString &id)
{
    return kind + QLatin1Char('/') + id;
}

} // namespace

QString fieldKind()
{
    return QStringLiteral("field");
}

std::optional<store::CardKind> cardKindOf(const QString &name)
{
    for (const auto kind :
         {store::CardKind::Template, store::CardKind::Contractor, store::CardKind::Equipment}) {
        if (store::nameOf(kind) == name)
            return kind;
    }
    return std::nullopt;
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
        const QString key = cardKey(fieldKind(), id);
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
            const auto named = cardKindOf(kind);
            if (m_overtaken.remove(cardKey(kind, item.id))) {
                if (named)
                    askCard(*named, item, true, next);
                else
                    askField(item.id, true, next);
                return;
            }
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
                if (!outlives(kept.error()))
                    return;
            }
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
            [this](const store::Kept<Equipment> &card) {
                tellWords(card.value);
                return m_mirror.applyEquipment({card});
            },
            std::move(next));
    }
}

void ListWalk::askField(const QString &id, bool foreground, std::function<void()> next)
{
    if (!foreground)
        ++m_requests;
    readCard<TemplateField>(
        fieldKind(), {id, 0}, m_services.templates.field(id, foreground),
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

/// Of what no command lists: where an answer tells number and name of it.
void ListWalk::tellWords(const Equipment &piece)
{
    const EquipmentModel &model = piece.model.value;
    const auto tell = [this](DictionaryKind kind, const NamedRef &word) {
        if (!word.isNothing() && !word.name.isEmpty())
            Q_EMIT wordTold(kind, word);
    };
    tell(DictionaryKind::EquipmentTypes, model.type.value);
    tell(DictionaryKind::Manufacturers, model.manufacturer.value);
    for (const EquipmentValue &value : piece.values.value)
        tell(DictionaryKind::EquipmentFields, {value.fieldId, value.name});
}

void ListWalk::lookAtEquipment(const QString &id)
{
    lookAt(store::CardKind::Equipment, id, [this] { end(); });
}

void ListWalk::lookAtTemplate(const QString &id)
{
    lookAt(store::CardKind::Template, id, [this] { readFields(true); });
}

/// An answer that is on its way is older than the change, and is not taken.
bool ListWalk::isOvertaken(const QString &key)
{
    if (!m_asked.contains(key))
        return false;
    m_overtaken.insert(key);
    return true;
}

void ListWalk::readAgain(store::CardKind kind, const QString &id)
{
    ++m_changes[store::nameOf(kind)];
    if (isOvertaken(cardKey(store::nameOf(kind), id)))
        return;
    if (kind == store::CardKind::Template)
        lookAtTemplate(id);
    else
        lookAt(kind, id, [this] { end(); });
}

void ListWalk::readFieldAgain(const QString &id)
{
    ++m_changes[fieldKind()];
    if (isOvertaken(cardKey(fieldKind(), id)))
        return;
    begin();
    askField(id, true, [this] { end(); });
}

} // namespace naryad::sync
