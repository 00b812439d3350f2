#include "api/EmployeeService.h"

#include "Fetch.h"
#include "ListCodec.h"

namespace naryad::api {

EmployeeService::EmployeeService(ReadChannel &reads)
    : m_reads(reads)
{}

QFuture<Result<Page<Employee>>> EmployeeService::employeePage(int page, bool foreground) const
{
    return fetch<Page<Employee>>(
        m_reads, pageRequest(QStringLiteral("get-employee-list"), page, foreground),
        [](const QByteArray &body) { return readPage<Employee>(body, readEmployee); });
}

} // namespace naryad::api
