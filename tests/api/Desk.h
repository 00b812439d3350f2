#pragma once

#include "ManualClock.h"
#include "ScriptedServer.h"
#include "api/ContractorService.h"
#include "api/EmployeeService.h"
#include "api/EquipmentService.h"
#include "api/TaskService.h"
#include "api/TemplateService.h"
#include "api/UpdateService.h"

namespace naryad::test {

/// Call times in memory, with a disk that can fail.
class MemoryCallTimes final : public api::CallTimes
{
public:
    Result<QDateTime> lastTaskUpdates() const override
    {
        if (broken)
            return fail(ErrorKind::Storage);
        return last;
    }
    Result<void> setLastTaskUpdates(const QDateTime &moment) override
    {
        if (full)
            return fail(ErrorKind::Storage, {}, ErrorCause::DiskFull);
        last = moment;
        return {};
    }

    QDateTime last;
    bool broken = false;
    bool full = false;
};

/// A scripted server, both channels to it and every service on them.
struct Desk
{
    ScriptedServer server;
    ManualClock clock;
    MemoryCallTimes times;
    api::ReadChannel reads{{server.url(), QStringLiteral("THE-KEY")}, clock};
    api::WriteChannel writes{{server.url(), QStringLiteral("THE-KEY")}};
    api::TaskService tasks{reads, writes, AccountZone()};
    api::ContractorService contractors{reads, writes, AccountZone()};
    api::TemplateService templates{reads, writes, AccountZone()};
    api::EquipmentService equipment{reads, writes, AccountZone()};
    api::EmployeeService employees{reads};
    api::UpdateService updates{reads, AccountZone(), clock, times};

    void answer(const QByteArray &body, int status = 200)
    {
        server.otherwise(ScriptedReply::json(body, status));
    }
    QByteArray lastTarget() const { return server.requests().last().target; }
};

} // namespace naryad::test
