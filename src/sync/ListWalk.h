#pragma once

#include "Services.h"
#include "TypeFeeds.h"
#include "api/PageWalk.h"
#include "core/Clock.h"
#include "core/CommandKinds.h"
#include "core/Dictionary.h"
#include "store/Mirror.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace naryad::sync {

/// Which of the small lists a look walks.
enum class Lists {
    None,
    Due, ///< last read an hour ago, or a day where a feed tells what changed
    OnRequest, ///< the user asked: ten minutes are enough
    All,
};

/// The kind of card a list of this name has; nullopt for lists whose rows are all there is.
std::optional<store::CardKind> cardKindOf(const QString &name);

/// The name under which template fields are walked and read: they have a list, but no kind of card.
QString fieldKind();

/// Walks the small lists to their ends (employees, templates with their fields, contractors, equipment and
/// its models), and reads the cards of what has none yet and of what a feed named.
///
/// Thread: the engine's. Never says a thing has gone after an incomplete walk; never asks for one card twice
/// at a time.
class ListWalk : public QObject
{
    Q_OBJECT
public:
    ListWalk(
        Services &services, store::Mirror &mirror, const Clock &clock, const TypeFeeds &feeds,
        QObject *parent = nullptr);

    /// Begins a walk of those lists that it is time for, and first reads the cards a former run left unread;
    /// one that is running goes on as it is, and what the user looks at is read to its end first.
    void start(Lists lists);
    /// Reads what feeds have named.
    void readNamed(store::CardKind kind);
    void stop();
    /// While paused nothing new is asked for but what the user looks at; what was begun goes on later.
    void setPaused(bool paused);
    bool isBusy() const { return m_running > static_cast<int>(m_parked.size()) || m_inFlight > 0; }
    /// When the contractors' list was last read to its end; invalid: never.
    QDateTime contractorsReadAt() const;
    /// Every list of the last walk was read to its end and kept.
    bool isComplete() const { return m_complete && m_running == 0 && m_inFlight == 0; }

    void lookAtContractor(const QString &id);
    void lookAtTemplate(const QString &id);
    void lookAtEquipment(const QString &id);
    /// What was changed on the service a moment ago; an answer that is still on its way is not taken.
    void readAgain(store::CardKind kind, const QString &id);
    void readFieldAgain(const QString &id);
    /// The list of this kind was changed on the service; walked when no other walk is under way.
    void readListAgain(ObjectKind kind);

    int done() const { return m_done; }
    int total() const { return m_total; }
    /// Requests made so far, less those for what a feed had named and for what the user looked at.
    int requests() const { return m_requests; }

Q_SIGNALS:
    void progressed();
    void listsRead();
    /// A piece of equipment tells what a number of a dictionary means.
    void wordTold(naryad::DictionaryKind kind, const naryad::NamedRef &word);
    void failed(const naryad::Error &error);
    void finished();

private:
    /// The cards of one kind are read by one chain at a time.
    struct Cards
    {
        store::CardKind kind;
        bool running = false;
        bool unreadToo = false; ///< also those listed that were never read, not only what a feed named
    };

    /// How a chain goes on behind a list.
    struct After
    {
        std::function<void()> read; ///< to its end, and kept
        std::function<void()> failed; ///< where a page could not be read
    };

    void tellWords(const Equipment &piece);
    template <class T, class Ask, class Apply>
    void walk(const QString &list, Ask ask, Apply apply, After after, api::PageWalk<T> pages = {});
    template <class T, class Ask, class Apply>
    void askPage(const QString &list, Ask ask, Apply apply, After after, api::PageWalk<T> pages);
    template <class T, class Apply>
    void readCard(
        const QString &kind, const store::FeedItem &item, QFuture<Result<api::Snapshot<T>>> answer,
        Apply apply, std::function<void()> next);

    bool isDue(const QString &list, Lists lists) const;
    void walkList(const QString &list);
    void walkFields(const std::function<void()> &next);
    std::function<bool(bool)> notChangedSince(const QString &list) const;
    Cards &cardsOf(store::CardKind kind);
    void readCards(store::CardKind kind, bool unreadToo);
    void goOn(store::CardKind kind);
    Result<QVector<store::FeedItem>> wanted(const Cards &cards) const;
    void readFields(bool foreground);
    using AskOne = std::function<void(const store::FeedItem &, std::function<void()>)>;
    void readEach(QVector<store::FeedItem> items, bool foreground, AskOne ask, std::function<void()> next);
    void
    askCard(store::CardKind kind, const store::FeedItem &item, bool foreground, std::function<void()> next);
    void askField(const QString &id, bool foreground, std::function<void()> next);
    bool isOvertaken(const QString &key);
    void walkChanged();
    void lookAt(store::CardKind kind, const QString &id, std::function<void()> next);
    /// Runs `step`, the next of a chain, now or when the pause is over.
    void gate(std::function<void()> step);
    void fail(const Error &error);
    /// Tells of it; false where whoever heard has stopped the walk.
    bool outlives(const Error &error);
    void begin() { ++m_running; }
    void end();

    Services &m_services;
    store::Mirror &m_mirror;
    const Clock &m_clock;
    const TypeFeeds &m_feeds;
    quint64 m_generation = 0;
    int m_running = 0; ///< chains still going, parked ones too
    int m_inFlight = 0;
    bool m_everStarted = false;
    bool m_walking = false; ///< what runs is a walk, not only what the user looks at or a feed named
    Lists m_walkNext = Lists::None;
    bool m_complete = false;
    bool m_paused = false;
    int m_done = 0;
    int m_total = 0;
    int m_requests = 0;
    std::vector<std::function<void()>> m_parked;
    std::array<Cards, 3> m_cards{
        {{store::CardKind::Template}, {store::CardKind::Contractor}, {store::CardKind::Equipment}}};
    QSet<QString> m_asked; ///< cards on their way, "kind/id"
    QSet<QString> m_overtaken; ///< of those, what was changed since they were asked for
    QHash<QString, int> m_changes; ///< by list: how often one of its cards was changed from here
    QSet<QString> m_changedLists; ///< to be walked again
    QSet<QString> m_oddCards; ///< those that gave an odd answer since the walk or feed before
};

} // namespace naryad::sync
