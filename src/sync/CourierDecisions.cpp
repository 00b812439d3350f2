#include "Courier.h"
#include "Merge.h"

#include <QCoreApplication>

namespace naryad::sync {

namespace {

Error decidedMeanwhile()
{
    Error error;
    error.kind = ErrorKind::BadInput;
    error.words = QCoreApplication::translate("naryad::sync", "This has been decided in the meantime.");
    return error;
}

/// The decision as the command's next state; nullopt where it does not apply to this one.
std::optional<store::Outcome>
outcomeOf(const JournalEntry &entry, Decision decision, const QString &objectId, const QString &subjectId)
{
    store::Outcome outcome;
    outcome.error = entry.error;
    const bool unsure = entry.state == CommandState::Unsure;
    switch (decision) {
    case Decision::Retry:
        if (unsure || !entry.conflicts.isEmpty())
            return std::nullopt;
        outcome.state = CommandState::Waiting;
        break;
    case Decision::SendAgain:
        if (!unsure)
            return std::nullopt;
        outcome.state = CommandState::Waiting;
        break;
    case Decision::ItIsThere:
        if (!unsure || (isCreate(entry.command) && objectId.isEmpty()))
            return std::nullopt;
        outcome.state = CommandState::Sent;
        outcome.resultId = isCreate(entry.command) ? objectId : subjectId;
        break;
    case Decision::Drop:
        outcome.state = CommandState::Dropped;
        outcome.found = entry.found; // what there was to go by stays readable
        break;
    case Decision::KeepMine:
    case Decision::KeepTheirs: {
        if (entry.conflicts.isEmpty())
            return std::nullopt;
        outcome.command = decided(entry.command, entry.conflicts, decision);
        outcome.state = outcome.command ? CommandState::Waiting : CommandState::Dropped;
        break;
    }
    }
    return outcome;
}

} // namespace

Result<void> Courier::decide(CommandId id, Decision decision, const QString &objectId)
{
    const auto found = m_overlay.entries().find(id);
    if (found == m_overlay.entries().end())
        return fail(ErrorKind::BadInput);
    const JournalEntry entry = found->second;
    // What is being sent can't be decided about; what is only being read about, can.
    if (isFinal(entry.state) || entry.state == CommandState::Sending)
        return fail(decidedMeanwhile());
    auto outcome
        = outcomeOf(entry, decision, objectId, m_overlay.idOf(subjectOf(entry.command, entry.token)));
    if (!outcome)
        return fail(ErrorKind::BadInput);
    if (decision != Decision::Retry)
        outcome->consent = Consent{m_clock.now(), decision, objectId, entry.conflicts};
    if (auto written = settle(id, *outcome); !written)
        return written;
    m_failed.remove(id);
    if (outcome->state == CommandState::Sent)
        tellChanged(entry, outcome->resultId);
    wake();
    return {};
}

Result<void> Courier::recall(CommandId id)
{
    const auto found = m_overlay.entries().find(id);
    if (found == m_overlay.entries().end() || found->second.state != CommandState::Held)
        return fail(decidedMeanwhile());
    if (auto taken = m_journal.recall(id); !taken)
        return taken;
    m_forgiven.remove(id);
    show(id);
    wake();
    return {};
}

QFuture<Result<QVector<FoundObject>>> Courier::lookFor(CommandId id)
{
    using Found = Result<QVector<FoundObject>>;
    const auto entry = m_overlay.entries().find(id);
    if (entry == m_overlay.entries().end() || entry->second.state != CommandState::Unsure)
        return QtFuture::makeReadyFuture(Found(fail(decidedMeanwhile())));
    return m_reconciler.lookNow(entry->second).then(this, [](const Result<Evidence> &evidence) -> Found {
        return evidence.map([](const Evidence &told) { return told.found; });
    });
}

} // namespace naryad::sync
