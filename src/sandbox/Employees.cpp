#include "Company.h"
#include "Handlers.h"

namespace naryad::sandbox {

Reply getEmployeeList(Company &company, const Ask &ask)
{
    const QVector<StoredEmployee> &all = company.catalogue().employees;
    return page(ask, all.size(), [&all](qint64 place) {
        const StoredEmployee &employee = all.at(static_cast<qsizetype>(place));
        QJsonObject row = named(employee.id, employee.name);
        row.insert(key("operatorRole"), employee.isOperator);
        row.insert(key("mobileRole"), employee.isMobile);
        return row;
    });
}

} // namespace naryad::sandbox
