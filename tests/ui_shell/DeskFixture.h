#pragma once

#include "Fakes.h"
#include "ManualClock.h"
#include "models/Details.h"
#include "store/Journal.h"
#include "store/Mirror.h"
#include "store/Reader.h"
#include "widgets/Desk.h"

#include <QTemporaryDir>

#include <memory>

namespace naryad::test {

/// A desk over two real, small databases, with the commands faked.
class DeskFixture
{
public:
    /// False where the databases could not be made.
    bool open()
    {
        auto journalFile = store::Journal::open(journalPath(), clock);
        auto mirrorFile = store::Mirror::open(mirrorPath());
        if (!journalFile || !mirrorFile)
            return false;
        journal = std::move(*journalFile);
        mirror = std::move(*mirrorFile);
        reader = std::make_unique<store::Reader>(mirrorPath(), journalPath());
        details = std::make_unique<models::Details>(*reader);
        commands.keep = [this](const Draft &draft) { return journal->keepDraft(draft); };
        commands.keepView = [this](const QString &views) { return journal->setViews(views); };
        commands.drop = [this](const QString &key) { return journal->dropDraft(key); };
        return true;
    }

    ui::Desk desk() { return {*reader, *details, commands, clock, AccountZone("Europe/Moscow")}; }

    /// Journals a command and brings it into a state by the way a real one comes there.
    CommandId add(const Command &command, CommandState state, const Error &error = {})
    {
        const auto entry
            = journal->append(command, state == CommandState::Held ? state : CommandState::Waiting);
        if (!entry)
            return 0;
        if (state == CommandState::Held || (state == CommandState::Waiting && error == Error{}))
            return entry->id;
        clock.advance(std::chrono::minutes(1));
        if (state != CommandState::Dropped && !journal->beginAttempt(entry->id, "{}", {}))
            return 0;
        if (state == CommandState::Sending)
            return entry->id;
        return settle(entry->id, state, error) ? entry->id : 0;
    }

    /// An unsure one waits for the user, unless the state is told by an outcome of its own.
    bool settle(CommandId id, CommandState state, const Error &error = {})
    {
        store::Outcome outcome;
        outcome.state = state;
        outcome.needsUser = state == CommandState::Unsure;
        if (error != Error{})
            outcome.error = error;
        return journal->settle(id, outcome).has_value();
    }

    QString journalPath() const { return m_dir.filePath(QStringLiteral("journal.db")); }
    QString mirrorPath() const { return m_dir.filePath(QStringLiteral("mirror.db")); }
    QString path(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;

public:
    ManualClock clock;
    FakeCommandDesk commands;
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<store::Mirror> mirror;
    std::unique_ptr<store::Reader> reader;
    std::unique_ptr<models::Details> details;
};

inline CreateTask montage()
{
    CreateTask create;
    create.body.taskTemplate = {QStringLiteral("7"), QStringLiteral("Монтаж")};
    create.body.contractor = Known<NamedRef>::fromHere({QStringLiteral("12"), QStringLiteral("Ромашка")});
    create.body.worker = Known<NamedRef>::fromHere({QStringLiteral("3"), QStringLiteral("Иванов Пётр")});
    create.body.draft = false;
    create.body.plannedStart = QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC);
    create.body.details.append(
        {QStringLiteral("5"), QStringLiteral("Сумма"), 2, FieldValue::number(QStringLiteral("100"))});
    return create;
}

} // namespace naryad::test
