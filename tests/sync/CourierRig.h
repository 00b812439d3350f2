#pragma once

#include "CommandCalls.h"
#include "Courier.h"
#include "FaultProxy.h"
#include "JournalCallTimes.h"
#include "JournalOverlay.h"
#include "ManualClock.h"
#include "Services.h"
#include "sandbox/Sandbox.h"
#include "store/Journal.h"
#include "store/Mirror.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace naryad::test {

/// Journal, mirror and courier in the test's own thread, in front of the stand-in with a fault proxy between
/// them. The program's clock stands until the test moves it.
class CourierRig
{
public:
    /// A server with a world of its own. False where anything of it could not be made.
    bool startServer(const sandbox::Options &wanted = smallCompany())
    {
        sandbox::Options options = wanted;
        options.clock = &m_serverClock;
        sandbox = std::make_unique<sandbox::Sandbox>(options);
        if (!sandbox->start())
            return false;
        const auto made = makeWorld(Services({sandbox->address(), sandbox->key()}));
        if (!made)
            return false;
        world = *made;
        proxy = std::make_unique<FaultProxy>(sandbox->address());
        return sandbox->save(path("world")).has_value();
    }

    static sandbox::Options smallCompany()
    {
        sandbox::Options options;
        options.tasks = 12;
        options.contractors = 3;
        options.equipment = 3;
        return options;
    }

    /// A program on fresh files, or on those of the run before.
    bool startProgram(bool fresh = true)
    {
        // The channels first, while those who wait for them still live.
        services.reset();
        courier.reset();
        overlay.reset();
        times.reset();
        journal.reset();
        mirror.reset();
        if (fresh) {
            m_files = std::make_unique<QTemporaryDir>();
            m_clock = std::make_unique<ManualClock>();
        }
        auto journalFile = store::Journal::open(m_files->filePath(QStringLiteral("journal.db")), clock());
        auto mirrorFile = store::Mirror::open(m_files->filePath(QStringLiteral("mirror.db")));
        if (!journalFile || !mirrorFile)
            return false;
        journal = std::move(*journalFile);
        mirror = std::move(*mirrorFile);
        times = std::make_unique<sync::JournalCallTimes>(*journal);
        services = std::make_unique<sync::Services>(
            api::Endpoint{proxy->url(), sandbox->key()}, AccountZone("Europe/Moscow"), clock(), limits,
            *times);
        overlay = std::make_unique<sync::JournalOverlay>(*mirror, *journal);
        if (!overlay->rebuild())
            return false;
        courier = std::make_unique<sync::Courier>(*services, *mirror, *journal, *overlay, clock());
        return true;
    }

    /// The server as it was when its world had just been made.
    bool restore()
    {
        proxy->heal();
        return sandbox->load(path("world")).has_value();
    }

    CommandId say(const Command &command)
    {
        const auto entry = journal->append(command);
        return entry && overlay->update(*entry) ? entry->id : 0;
    }

    /// The local id of what a command of ours makes.
    QString idOf(CommandId id) const { return localId(journal->entry(id)->token); }

    JournalEntry entry(CommandId id) const { return journal->entry(id).value(); }
    CommandState stateOf(CommandId id) const { return entry(id).state; }

    /// Sends, and moves the clock on until nothing more happens by itself: every command is final or waits
    /// for the user. False where that does not come.
    bool runDown()
    {
        courier->wake();
        for (int round = 0; round < 4000; ++round) {
            if (allRest())
                return true;
            // Only where nothing is on its way: an answer must not come later than it did.
            m_still = courier->isSending() ? 0 : m_still + 1;
            // A read that failed waits for its own next try by the same clock.
            if (courier->isSending() && round % 50 == 49)
                clock().advance(std::chrono::milliseconds(50));
            if (m_still >= 6) {
                m_still = 0;
                clock().advance(std::chrono::seconds(25));
            }
            QTest::qWait(1);
        }
        return false;
    }

    /// The server's whole state.
    QByteArray state()
    {
        QFile file(path("now"));
        if (!sandbox->save(path("now")) || !file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll();
    }

    /// The names of the writes that reached the server, in their order.
    QStringList writes() const
    {
        QStringList names;
        const auto seen = proxy->seen();
        for (const FaultProxy::Seen &one : seen) {
            if (one.request.method == "POST" && one.handedOn)
                names.append(one.request.command());
        }
        return names;
    }

    ManualClock &clock() { return *m_clock; }

    /// Of one request; a test may shorten them. The quiet times follow the program's clock and not these.
    api::Limits limits = quickLimits();

private:
    static api::Limits quickLimits()
    {
        api::Limits limits;
        limits.backoff = std::chrono::milliseconds(1);
        return limits;
    }

    std::unique_ptr<ManualClock> m_clock;

public:
    World world;
    std::unique_ptr<sandbox::Sandbox> sandbox;
    std::unique_ptr<FaultProxy> proxy;
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<store::Mirror> mirror;
    std::unique_ptr<sync::JournalCallTimes> times;
    std::unique_ptr<sync::Services> services;
    std::unique_ptr<sync::JournalOverlay> overlay;
    std::unique_ptr<sync::Courier> courier;

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    bool allRest() const
    {
        for (CommandId id : overlay->open()) {
            const JournalEntry &one = overlay->entries().at(id);
            const bool behind
                = one.state == CommandState::Waiting && courier->isIdle() && !one.notBefore.isValid();
            if (!waitsForUser(one) && !behind)
                return false;
        }
        return true;
    }

    QTemporaryDir m_folder;
    ManualClock m_serverClock; ///< stands for ever, so that a state tells what was done and not when
    std::unique_ptr<QTemporaryDir> m_files;
    int m_still = 0;
};

} // namespace naryad::test
