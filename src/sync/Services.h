#pragma once

#include "api/ContractorService.h"
#include "api/EmployeeService.h"
#include "api/EquipmentService.h"
#include "api/ReadChannel.h"
#include "api/TaskService.h"
#include "api/TemplateService.h"
#include "api/UpdateService.h"
#include "api/WriteChannel.h"
#include "core/AccountZone.h"
#include "core/Clock.h"

namespace naryad::sync {

/// Both channels and the typed services on them. Owns all of them; lives in the engine thread.
struct Services
{
    Services(
        const api::Endpoint &endpoint, const AccountZone &zone, const Clock &clock, const api::Limits &limits,
        api::CallTimes &callTimes)
        : times(callTimes)
        , reads(endpoint, clock, limits)
        , writes(endpoint, limits)
        , tasks(reads, writes, zone)
        , updates(reads, zone, clock, times)
        , contractors(reads, writes, zone)
        , templates(reads, writes, zone)
        , equipment(reads, writes, zone)
        , employees(reads)
    {}

    void setKey(const QString &key)
    {
        reads.setKey(key);
        writes.setKey(key);
        ++keyNumber;
    }

    int requestCount() const { return reads.requestCount() + writes.requestCount(); }

    int keyNumber = 0; ///< how often the key was changed: tells whose refusal an answer is
    api::CallTimes &times;
    api::ReadChannel reads;
    api::WriteChannel writes;
    api::TaskService tasks;
    api::UpdateService updates;
    api::ContractorService contractors;
    api::TemplateService templates;
    api::EquipmentService equipment;
    api::EmployeeService employees;
};

} // namespace naryad::sync
