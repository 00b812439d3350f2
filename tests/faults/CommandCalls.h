#pragma once

#include "CommandSamples.h"
#include "HurriedClock.h"
#include "api/CallTimes.h"
#include "api/ContractorService.h"
#include "api/EmployeeService.h"
#include "api/EquipmentService.h"
#include "api/TaskService.h"
#include "api/TemplateService.h"
#include "api/UpdateService.h"

#include <functional>
#include <optional>

namespace naryad::test {

/// get-taskupdates was never asked before.
class NoCallTimes final : public api::CallTimes
{
public:
    Result<QDateTime> lastTaskUpdates() const override { return QDateTime(); }
    Result<void> setLastTaskUpdates(const QDateTime &) override { return {}; }
};

/// Every service, on channels of their own to one server.
struct Services
{
    explicit Services(const api::Endpoint &server, const api::Limits &limits = {});

    HurriedClock clock;
    NoCallTimes times;
    api::ReadChannel reads;
    api::WriteChannel writes;
    api::TaskService tasks;
    api::ContractorService contractors;
    api::TemplateService templates;
    api::EquipmentService equipment;
    api::EmployeeService employees;
    api::UpdateService updates;
};

/// Makes them by the services; nullopt where the server refuses any.
std::optional<World> makeWorld(const Services &services);

/// How a call ended: with a value, or this error.
using Ended = std::optional<Error>;

/// A command of the document and one valid call of it. Adding a command is one line in the table.
struct CommandCall
{
    const char *name;
    std::function<Ended(const Services &, const World &)> call;
};

const QVector<CommandCall> &commandCalls();

} // namespace naryad::test
