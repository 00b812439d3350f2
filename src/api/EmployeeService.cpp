#include "api/EmployeeService.h"

#include "Fetch.h"
#include "ListCodec.h"

namespace naryad::api {

EmployeeService::EmployeeService(ReadChannel &reads)
    : m_reads(reads)
{}

QFuture<Result<Page<Employee>>> EmployeeService::employeePage(int page, bool foreground) const
{
    return fetchPage<Employee>(m_reads, pageRequest("get-employee-list", page, foreground), readEmployee);
}

} // namespace naryad::api
