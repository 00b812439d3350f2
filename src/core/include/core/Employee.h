#pragma once

#include "core/Known.h"

#include <QString>

namespace naryad {

/// An employee (get-employee-list). Those with the mobile role are the workers tasks are sent to.
struct Employee
{
    QString id;
    QString name;
    Known<bool> operatorRole;
    Known<bool> mobileRole;
    friend bool operator==(const Employee &, const Employee &) = default;
};

} // namespace naryad
