#pragma once

#include "Courier.h"
#include "JournalCallTimes.h"
#include "JournalOverlay.h"
#include "ManualClock.h"
#include "Puller.h"
#include "ScriptedServer.h"
#include "Services.h"
#include "store/Journal.h"
#include "store/Mirror.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace naryad::test {

/// The parts of the engine in the test's own thread, on two real files, a scripted server and a clock that
/// stands.
class SyncFixture
{
public:
    bool open()
    {
        auto journalFile = store::Journal::open(path("journal.db"), clock);
        auto mirrorFile = store::Mirror::open(path("mirror.db"));
        if (!journalFile || !mirrorFile)
            return false;
        journal = std::move(*journalFile);
        mirror = std::move(*mirrorFile);
        times = std::make_unique<sync::JournalCallTimes>(*journal);
        services = std::make_unique<sync::Services>(
            api::Endpoint{server.url(), QStringLiteral("key")}, AccountZone("Europe/Moscow"), clock,
            api::Limits{}, *times);
        overlay = std::make_unique<sync::JournalOverlay>(*mirror, *journal);
        if (!overlay->rebuild())
            return false;
        courier = std::make_unique<sync::Courier>(*services, *mirror, *journal, *overlay, clock);
        puller = std::make_unique<sync::Puller>(*services, *mirror, clock);
        return true;
    }

    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    /// Runs SQL on a file from outside: a trigger that fails stands for a disk that does.
    void spoil(const char *file, const char *sql)
    {
        SQLite::Database database(path(file).toStdString(), SQLite::OPEN_READWRITE);
        database.exec(sql);
    }

    /// Moves the clock and lets what fell due and what follows of it run.
    void pass(std::chrono::seconds time)
    {
        clock.advance(time);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    CommandId say(const Command &command)
    {
        const auto entry = journal->append(command);
        if (!entry || !overlay->update(*entry))
            return 0;
        return entry->id;
    }

    CommandState stateOf(CommandId id) const { return journal->entry(id)->state; }

    static AddComment comment(const char *task, const char *text)
    {
        return {{QString::fromLatin1(task), {}}, QString::fromLatin1(text), {}};
    }

private:
    QTemporaryDir m_folder;

public:
    ManualClock clock;
    ScriptedServer server;
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<store::Mirror> mirror;
    std::unique_ptr<sync::JournalCallTimes> times;
    std::unique_ptr<sync::Services> services;
    std::unique_ptr<sync::JournalOverlay> overlay;
    std::unique_ptr<sync::Courier> courier;
    std::unique_ptr<sync::Puller> puller;
};

} // namespace naryad::test
