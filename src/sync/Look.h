#pragma once

#include "JournalOverlay.h"
#include "PreImage.h"
#include "Rereads.h"
#include "Services.h"
#include "core/Commands.h"
#include "core/Result.h"
#include "store/Mirror.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>

namespace naryad::sync {

/// What a whole look for a command without an answer came to.
struct Evidence
{
    enum class Verdict {
        Applied,
        Absent,
        Several, ///< more than one thing it may have become
        CantTell, ///< nothing the service tells says whether it was applied
    };

    Verdict verdict = Verdict::Absent;
    QString id{}; ///< Applied, of a create: what it made
    QVector<FoundObject> found{}; ///< what there is of it
    QString warning{}; ///< Applied, but not quite as it was said
    QString words{}; ///< for the user
};

/// What every look needs. The references outlive it.
struct LookDesk
{
    Services &services;
    store::Mirror &mirror;
    const JournalOverlay &overlay;
};

/// What is looked for.
struct Lost
{
    JournalEntry entry;
    Command command; ///< its references resolved
    QString id; ///< of its object; empty for a create
    PreImage before;
};

/// One look for what a command without a clear answer became, by its key (reliability, section 8): only
/// reads, and whole or an error. Thread: the engine's. Deletes itself when its future is ready.
class Look : public QObject
{
    Q_OBJECT
public:
    Look(LookDesk desk, Lost lost, QObject *parent);
    QFuture<Result<Evidence>> start();

protected:
    virtual void ask() = 0;
    /// Reads the task feed from behind the number kept before the attempt, update by update, to its end. An
    /// account without that feed calls `refused`; any other failure makes the look an incomplete one.
    void readTaskFeed(
        std::function<void(const api::Update &)> each, std::function<void()> refused,
        std::function<void()> done);
    /// Reads the command's object as it is now; null where there is none any more.
    void readObject(std::function<void(const Reread *)> tell);
    void finish(Result<Evidence> result);
    /// A read that failed makes the look an incomplete one, but for NotFound where that tells something.
    void fail(const Error &error) { finish(tl::unexpected(error)); }
    /// Candidates are in. One is what it became, after a comparison with what was said where that can be.
    void decide(const QVector<FoundObject> &candidates);

    Services &services() const { return m_desk.services; }
    bool isOurs(const QString &id) const;
    bool wasThere(const QString &id) const { return m_lost.before.ids.contains(id); }

    LookDesk m_desk;
    Lost m_lost;

private:
    void readTaskFeedFrom(
        qint64 usn, std::function<void(const api::Update &)> each, std::function<void()> refused,
        std::function<void()> done);
    void compare(const FoundObject &made);

    QPromise<Result<Evidence>> m_promise;
};

/// The look for a command of any kind.
QFuture<Result<Evidence>> lookFor(const LookDesk &desk, const Lost &lost, QObject *parent);

/// The look for a create-task: by its number in the feed and the lists, or by what it says.
Look *newTaskLook(const LookDesk &desk, const Lost &lost, QObject *parent);
/// Those for contractors, subdivisions, persons and phones.
Look *newContractorLook(const LookDesk &desk, const Lost &lost, QObject *parent);

} // namespace naryad::sync
