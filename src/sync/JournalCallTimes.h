#pragma once

#include "api/CallTimes.h"
#include "store/Journal.h"

namespace naryad::sync {

/// The times of restricted calls in journal.db, so that a restart does not forget them. Thread: the
/// journal's.
class JournalCallTimes final : public api::CallTimes
{
public:
    explicit JournalCallTimes(store::Journal &journal);

    Result<QDateTime> lastTaskUpdates() const override;
    Result<void> setLastTaskUpdates(const QDateTime &moment) override;

private:
    store::Journal &m_journal;
};

} // namespace naryad::sync
