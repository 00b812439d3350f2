#include "TaskListing.h"

#include "ListSql.h"

#include <algorithm>
#include <limits>

namespace naryad::store {

namespace {

constexpr qint64 Least = std::numeric_limits<qint64>::min();
constexpr qint64 Most = std::numeric_limits<qint64>::max();
constexpr int Few = 20000; ///< so many rows are sorted by looking each up; more by walking the whole order
constexpr int States = static_cast<int>(TaskState::ToBeSent) + 1;

NameKind kindOf(TaskQuery::Sort sort)
{
    return sort == TaskQuery::Sort::TemplateName  ? NameKind::Template
        : sort == TaskQuery::Sort::ContractorName ? NameKind::Contractor
                                                  : NameKind::Worker;
}

int columnOf(TaskQuery::Sort sort)
{
    switch (sort) {
    case TaskQuery::Sort::TemplateName:
        return 1;
    case TaskQuery::Sort::ContractorName:
        return 2;
    case TaskQuery::Sort::WorkerName:
        return 3;
    default:
        return 4;
    }
}

} // namespace

void TaskListing::walkNames(NameKind kind, const char *query, bool descending, const Take &take)
{
    Cursor names(m_database, descending ? sql::NamesDescending : sql::NamesAscending);
    Cursor tasks(m_database, query);
    names.with(static_cast<int>(kind));
    while (names.next()) {
        tasks.with(Least, Most, names.number(0));
        while (tasks.next()) {
            if (!take(tasks.number(0)))
                return;
        }
    }
}

void TaskListing::walkStates(bool descending, const Take &take)
{
    Cursor tasks(m_database, sql::StateDescending);
    for (int i = 0; i < States; ++i) {
        tasks.with(Least, Most, descending ? States - 1 - i : i);
        while (tasks.next()) {
            if (!take(tasks.number(0)))
                return;
        }
    }
}

void TaskListing::walk(TaskQuery::Sort sort, bool descending, const Take &take)
{
    switch (sort) {
    case TaskQuery::Sort::Plan: {
        Cursor tasks(m_database, descending ? sql::PlanDescending : sql::PlanAscending);
        tasks.with(Least, Most);
        while (tasks.next() && take(tasks.number(0))) {}
        return;
    }
    case TaskQuery::Sort::Number: {
        Cursor tasks(m_database, descending ? sql::NumberDescending : sql::NumberAscending);
        while (tasks.next() && take(tasks.number(0))) {}
        return;
    }
    case TaskQuery::Sort::TemplateName:
        walkNames(NameKind::Template, sql::TemplateDescending, descending, take);
        return;
    case TaskQuery::Sort::ContractorName:
        walkNames(NameKind::Contractor, sql::ContractorDescending, descending, take);
        return;
    case TaskQuery::Sort::WorkerName:
        walkNames(NameKind::Worker, sql::WorkerDescending, descending, take);
        return;
    case TaskQuery::Sort::State:
        walkStates(descending, take);
        return;
    }
}

QVector<RowId> TaskListing::ordered(const QVector<RowId> &rows, TaskQuery::Sort sort, bool descending)
{
    if (sort == TaskQuery::Sort::Plan)
        return descending ? rows : QVector<RowId>(rows.crbegin(), rows.crend());
    if (rows.size() > Few) {
        RowSet wanted;
        for (const RowId row : rows)
            wanted.insert(row);
        QVector<RowId> inOrder;
        inOrder.reserve(rows.size());
        walk(sort, descending, [&](RowId row) {
            if (wanted.contains(row))
                inOrder.append(row);
            return true;
        });
        return inOrder;
    }
    struct Keyed
    {
        QString text;
        qint64 place = 0;
        RowId row = 0;
    };
    QHash<qint64, qint64> places;
    const bool byName = sort != TaskQuery::Sort::Number && sort != TaskQuery::Sort::State;
    if (byName) {
        Cursor names(m_database, sql::NamesAscending);
        names.with(static_cast<int>(kindOf(sort)));
        while (names.next())
            places.insert(names.number(0), places.size());
    }
    Cursor columns(m_database, sql::SortColumns);
    std::vector<Keyed> keyed;
    keyed.reserve(static_cast<size_t>(rows.size()));
    for (const RowId row : rows) {
        if (!columns.with(row).next())
            continue;
        if (sort == TaskQuery::Sort::Number)
            keyed.push_back({columns.text(0), 0, row});
        else
            keyed.push_back(
                {{}, byName ? places.value(columns.number(columnOf(sort))) : columns.number(4), row});
    }
    // Stable: what is equal keeps the latest plan first.
    std::stable_sort(keyed.begin(), keyed.end(), [descending](const Keyed &a, const Keyed &b) {
        const auto before = [](const Keyed &one, const Keyed &other) {
            return one.place != other.place ? one.place < other.place : one.text < other.text;
        };
        return descending ? before(b, a) : before(a, b);
    });
    QVector<RowId> inOrder;
    inOrder.reserve(rows.size());
    for (const Keyed &one : keyed)
        inOrder.append(one.row);
    return inOrder;
}

} // namespace naryad::store
