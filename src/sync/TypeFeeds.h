#pragma once

#include "Services.h"
#include "core/Clock.h"
#include "store/Mirror.h"

#include <QObject>
#include <QVector>

namespace naryad::sync {

/// The change feeds beside that of tasks: contractor, template, equipment. The document names the type `task`
/// alone and says that there are others, so each is tried once per account; a refusal is kept in the mirror
/// and the type left alone for some weeks. What a feed names is kept as "to be read again".
///
/// There is none for employees: no command reads one employee, so their feed could not say what to read.
/// Thread: the engine's. Never two requests of one type at a time.
class TypeFeeds : public QObject
{
    Q_OBJECT
public:
    TypeFeeds(Services &services, store::Mirror &mirror, const Clock &clock, QObject *parent = nullptr);

    /// Reads every feed that is offered, or not tried, to its end. While one is being read it is read once
    /// more behind that.
    void look();
    void stop();
    bool isBusy() const;
    /// The service answers this type, as far as is known.
    bool isOffered(store::CardKind kind) const;

Q_SIGNALS:
    /// Things of this kind are to be read again.
    void named(naryad::store::CardKind kind);
    void failed(const naryad::Error &error);
    void finished();

private:
    struct Feed
    {
        store::CardKind kind;
        bool running = false;
        bool again = false;
    };

    bool isWorthAsking(store::CardKind kind) const;
    void ask(Feed &feed);
    void onAnswer(Feed &feed, qint64 usn, const Result<QVector<api::Update>> &answer);
    Result<void> keep(Feed &feed, qint64 usn, const QVector<api::Update> &updates);
    void fail(Feed &feed, const Error &error);

    Services &m_services;
    store::Mirror &m_mirror;
    const Clock &m_clock;
    quint64 m_generation = 0;
    QVector<Feed> m_feeds{
        {store::CardKind::Contractor}, {store::CardKind::Template}, {store::CardKind::Equipment}};
};

} // namespace naryad::sync
