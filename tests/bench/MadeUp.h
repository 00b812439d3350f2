#pragma once

#include "core/Contractor.h"
#include "core/Employee.h"
#include "core/Task.h"
#include "core/Template.h"
#include "store/Mirror.h"

#include <QVector>

namespace naryad::bench {

/// A made-up company of `tasks` tasks over five years, the same at every run: what its words and numbers are
/// is known beforehand (Words.h). Values, and beside them the answers of get-task they would have come in.
/// Stateless beyond the count; thread: any.
class MadeUp
{
public:
    /// Another number: other values, so that what was filled with them before is filled anew.
    static constexpr int Version = 2;

    explicit MadeUp(int tasks)
        : m_tasks(tasks)
    {}

    int tasks() const { return m_tasks; }
    int contractors() const;

    static QString taskId(int place);
    static QString number(int place);
    /// The task at `place`, the oldest first.
    store::Kept<Task> task(int place) const;

    ContractorListItem contractorRow(int place) const;
    store::Kept<Contractor> contractor(int place) const;
    /// Ten digits without the country's, one of two a contractor has.
    QString phoneDigits(int contractor, int which) const;

    QVector<Employee> employees() const;
    static QDateTime today(); ///< the day the company's work is seen from
    QVector<store::Kept<Template>> templates() const;
    QVector<store::Kept<TemplateField>> fields() const;

private:
    NamedRef contractorRef(int place) const;
    void fillRows(Task &task, int place, int kind) const;

    int m_tasks;
};

} // namespace naryad::bench
