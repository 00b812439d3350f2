#pragma once

#include "JournalOverlay.h"
#include "Services.h"
#include "core/Commands.h"
#include "core/Result.h"

#include <QObject>
#include <QPromise>
#include <QStringList>

#include <memory>

namespace naryad::sync {

/// Looks for what a create-task without an answer may have become: the tasks the feed named since the
/// attempt, read one by one, of the same template and not made by another command of ours.
///
/// Thread: the engine's. Lives until its future is ready, then deletes itself. Only reads.
class LostCreate : public QObject
{
    Q_OBJECT
public:
    LostCreate(
        Services &services, store::Mirror &mirror, const JournalOverlay &overlay, QObject *parent = nullptr);

    QFuture<Result<QVector<Task>>> lookFor(const JournalEntry &entry);

private:
    enum class State {
        Feed,
        Details,
        Done,
    };

    void askFeed(qint64 usn);
    void askNext();
    void finish(Result<QVector<Task>> result);
    bool wasThere(const api::Update &update) const;
    bool matches(const Task &task) const;

    Services &m_services;
    store::Mirror &m_mirror;
    const JournalOverlay &m_overlay;
    QPromise<Result<QVector<Task>>> m_promise;
    State m_state = State::Feed;
    TaskBody m_body;
    RowId m_newestRow = 0; ///< rows of the mirror up to this one were there before the attempt
    QDateTime m_notBefore; ///< what the feed names with an older time was there before the attempt
    QStringList m_ids;
    QVector<Task> m_found;
};

} // namespace naryad::sync
