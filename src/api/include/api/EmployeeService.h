#pragma once

#include "api/ReadChannel.h"
#include "api/Snapshot.h"
#include "core/Employee.h"

#include <QFuture>

namespace naryad::api {

/// get-employee-list (document's section "Сотрудники").
class EmployeeService
{
public:
    explicit EmployeeService(ReadChannel &reads);

    /// GET v5 `?page`, `[{id,name,operatorRole,mobileRole}]`.
    QFuture<Result<Page<Employee>>> employeePage(int page, bool foreground = false) const;

private:
    ReadChannel &m_reads;
};

} // namespace naryad::api
