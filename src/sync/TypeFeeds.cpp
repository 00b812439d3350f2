#include "TypeFeeds.h"

#include "core/Log.h"

#include <algorithm>

namespace naryad::sync {

namespace {

constexpr qint64 TryAgainAfter = 28 * 24 * 3600;

/// "offered", or the time of the refusal in seconds since 1970; empty where never tried.
QString offerKey(store::CardKind kind)
{
    return QStringLiteral("feed.") + store::nameOf(kind);
}

QString offered()
{
    return QStringLiteral("offered");
}

} // namespace

TypeFeeds::TypeFeeds(Services &services, store::Mirror &mirror, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mirror(mirror)
    , m_clock(clock)
{}

void TypeFeeds::look()
{
    for (Feed &feed : m_feeds) {
        if (feed.running)
            feed.again = true;
        else if (isWorthAsking(feed.kind))
            ask(feed);
    }
}

void TypeFeeds::stop()
{
    ++m_generation;
    for (Feed &feed : m_feeds)
        feed.running = feed.again = false;
}

bool TypeFeeds::isBusy() const
{
    return std::any_of(m_feeds.begin(), m_feeds.end(), [](const Feed &feed) { return feed.running; });
}

bool TypeFeeds::isOffered(store::CardKind kind) const
{
    return m_mirror.meta(offerKey(kind)).value_or(QString()) == offered();
}

bool TypeFeeds::isWorthAsking(store::CardKind kind) const
{
    const QString told = m_mirror.meta(offerKey(kind)).value_or(QString());
    if (told.isEmpty() || told == offered())
        return true;
    const qint64 passed = m_clock.now().toSecsSinceEpoch() - told.toLongLong();
    return passed < 0 || passed >= TryAgainAfter;
}

void TypeFeeds::ask(Feed &feed)
{
    feed.again = false;
    const auto usn = m_mirror.namedUsn(feed.kind);
    if (!usn) {
        fail(feed, usn.error());
        return;
    }
    feed.running = true;
    const quint64 generation = m_generation;
    m_services.updates.updates(store::nameOf(feed.kind), *usn)
        .then(this, [this, generation, &feed, usn = *usn](const Result<QVector<api::Update>> &answer) {
            if (generation == m_generation)
                onAnswer(feed, usn, answer);
        });
}

void TypeFeeds::onAnswer(Feed &feed, qint64 usn, const Result<QVector<api::Update>> &answer)
{
    const bool refused = !answer && answer.error().cause == ErrorCause::NotOffered;
    if (!answer && !refused) {
        fail(feed, answer.error());
        return;
    }
    const QString told = refused ? QString::number(m_clock.now().toSecsSinceEpoch()) : offered();
    if (told != m_mirror.meta(offerKey(feed.kind)).value_or(QString())) {
        qCInfo(lcSync) << "feed" << store::nameOf(feed.kind) << (refused ? "refused" : "offered");
        if (const auto kept = m_mirror.setMeta(offerKey(feed.kind), told); !kept) {
            fail(feed, kept.error());
            return;
        }
    }
    if (answer) {
        if (const auto kept = keep(feed, usn, *answer); !kept) {
            fail(feed, kept.error());
            return;
        }
    }
    feed.running = false;
    if (feed.again && !refused)
        ask(feed);
    else if (!isBusy())
        Q_EMIT finished();
}

Result<void> TypeFeeds::keep(Feed &feed, qint64 usn, const QVector<api::Update> &updates)
{
    if (updates.isEmpty())
        return {};
    QVector<store::FeedItem> items;
    items.reserve(updates.size());
    qint64 last = usn;
    for (const api::Update &update : updates) {
        items.append({update.objectId, update.usn});
        last = std::max(last, update.usn);
    }
    auto noted = m_mirror.noteNamed(feed.kind, items, last);
    if (!noted)
        return noted;
    // A server that never moves its usn on would be asked for ever.
    if (updates.size() >= api::UpdateRows && last > usn)
        feed.again = true;
    Q_EMIT named(feed.kind);
    return {};
}

void TypeFeeds::fail(Feed &feed, const Error &error)
{
    feed.running = feed.again = false;
    const quint64 generation = m_generation;
    Q_EMIT failed(error);
    // Whoever heard of it may have stopped all feeds.
    if (generation == m_generation && !isBusy())
        Q_EMIT finished();
}

} // namespace naryad::sync
