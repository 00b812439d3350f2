#pragma once

#include "EngineCore.h"
#include "FaultProxy.h"
#include "Futures.h"
#include "ManualClock.h"
#include "store/Reader.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <memory>

namespace naryad::test {

/// Copies an account's files. What is there already is taken away first.
inline bool copyFiles(const QString &from, const QString &to)
{
    if (!QDir(to).removeRecursively() || !QDir().mkpath(to))
        return false;
    const auto files = QDir(from).entryInfoList(QDir::Files | QDir::Hidden);
    return std::all_of(files.begin(), files.end(), [&to](const QFileInfo &file) {
        return QFile::copy(file.filePath(), QDir(to).filePath(file.fileName()));
    });
}

/// The program on an account's files, in this thread, as the next start finds them. Its clock stands until
/// runDown() moves it, so that quiet times cost nothing.
class NextRun
{
public:
    NextRun(
        const QString &folder, const QUrl &url, const QString &key, const QDateTime &now,
        const FaultProxy *proxy = nullptr)
        : m_proxy(proxy)
        , clock(now)
        , m_reader(std::make_unique<store::Reader>(
              QDir(folder).filePath(QStringLiteral("mirror.db")),
              QDir(folder).filePath(QStringLiteral("journal.db"))))
    {
        Account account;
        account.name = QStringLiteral("next");
        account.base = url;
        account.zoneId = "Europe/Moscow";
        account.folder = folder;
        sync::EngineOptions options;
        options.autoStart = false;
        options.hold = std::chrono::seconds(0);
        core = std::make_unique<sync::EngineCore>(account, key, clock, options);
    }
    ~NextRun()
    {
        // Readers go first, so that who writes is the last to close and leaves one file of each.
        m_reader.reset();
        core->shutDown();
    }
    Q_DISABLE_COPY_MOVE(NextRun)

    Result<void> start()
    {
        auto opened = core->open();
        if (opened)
            core->begin();
        return opened;
    }

    /// What the Outbox shows, the newest first.
    QVector<JournalEntry> outbox() const
    {
        return settled(m_reader->outbox(36500)).value_or(QVector<JournalEntry>());
    }
    QVector<Draft> drafts() const { return settled(m_reader->drafts()).value_or(QVector<Draft>()); }

    /// Moves the clock on until nothing more happens by itself: all is final or waits for the user.
    bool runDown()
    {
        for (int round = 0; round < 200; ++round) {
            quieten();
            const auto all = outbox();
            if (std::all_of(all.begin(), all.end(), [](const JournalEntry &one) {
                    return isFinal(one.state) || waitsForUser(one);
                }))
                return true;
            clock.advance(std::chrono::seconds(75));
        }
        return false;
    }

    /// Moves the clock on so often, each time once nothing is on its way.
    void pass(int times, std::chrono::seconds step)
    {
        for (int i = 0; i < times; ++i) {
            quieten();
            clock.advance(step);
        }
        quieten();
    }

    /// One whole synchronisation.
    bool synchronise()
    {
        auto promise = std::make_shared<QPromise<Result<SyncState>>>();
        promise->start();
        const auto future = promise->future();
        core->syncOnce(promise);
        const auto state = settled(future);
        return state && !state->lastError;
    }

private:
    /// Until nothing is on its way: an answer must not come later than it did.
    void quieten()
    {
        int seen = -1;
        for (int still = 0; still < 4; ++still) {
            QTest::qWait(1);
            const int now = m_proxy ? m_proxy->count() : 0;
            if (std::exchange(seen, now) != now || (m_proxy && m_proxy->isWaitedFor()))
                still = 0;
        }
    }

    const FaultProxy *m_proxy;

public:
    ManualClock clock;
    std::unique_ptr<sync::EngineCore> core;

private:
    std::unique_ptr<store::Reader> m_reader;
};

} // namespace naryad::test
