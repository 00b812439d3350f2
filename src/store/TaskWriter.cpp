#include "TaskWriter.h"

#include "SearchText.h"

#include <algorithm>

namespace naryad::store {

namespace {

constexpr int MinuteBits = 16; ///< so many tasks of one minute have a key each; more go to the next minute
constexpr qint64 FirstMinute = 15778080; ///< 2000-01-01: whatever is planned before stands there
constexpr qint64 LocalBase = qint64(1) << 39; ///< local rows without a time, above all mirrored ones

} // namespace

qint64 firstKeyOf(qint64 plan)
{
    return plan > 0 ? std::max(plan / 60, FirstMinute) << MinuteBits : 0;
}

qint64 lastKeyOf(qint64 plan)
{
    return plan > 0 ? firstKeyOf(plan) + (qint64(1) << MinuteBits) - 1 : (FirstMinute << MinuteBits) - 1;
}

// SQLite itself would number a row after the greatest there is, which is below 0 where there are only local
// ones.
TaskWriter::TaskWriter(SQLite::Database &database)
    : m_database(database)
    , m_find(database, "SELECT row FROM task WHERE service_id=?")
    , m_make(
          database,
          "INSERT INTO task(row, service_id, usn, wanted, gone, loaded, plan, plan_end, number, number_sort, "
          "template, contractor, worker, state, text_key) "
          "VALUES(coalesce(nullif(?,0),(SELECT max(0,coalesce(max(row),0))+1 FROM "
          "task)),?,0,?,0,0,-2,-2,'','',?,?,?,0,0)")
    , m_write(
          database,
          "UPDATE task SET plan=?, plan_end=?, number=?, number_sort=?, template=?, contractor=?, worker=?, "
          "state=?, text_key=? WHERE row=?")
    , m_keyOf(database, "SELECT text_key FROM task WHERE row=?")
    , m_nameOf(database, "SELECT id FROM name WHERE kind=? AND service_id=? AND text=? AND known=?")
    , m_makeName(database, "INSERT INTO name(kind, known, service_id, text, sort) VALUES(?,?,?,?,?)")
    , m_textOf(database, "SELECT text FROM task_text WHERE key=?")
    , m_putText(database, "INSERT INTO task_text(key, row, text) VALUES(?,?,?)")
    , m_dropText(database, "DELETE FROM task_text WHERE key=?")
    , m_index(database, "INSERT INTO task_fts(rowid, text) VALUES(?,?)")
    , m_unindex(database, "INSERT INTO task_fts(task_fts, rowid, text) VALUES('delete',?,?)")
{}

qint64 TaskWriter::nameId(NameKind kind, const Known<NamedRef> &name)
{
    const QString id = name.isKnown() ? name.value.id : QString();
    const QString text = name.isKnown() ? name.value.name : QString();
    m_nameOf.reset();
    bindAll(m_nameOf, static_cast<int>(kind), id, text, name.isKnown());
    if (m_nameOf.executeStep())
        return numberAt(m_nameOf, 0);
    m_makeName.reset();
    bindAll(m_makeName, static_cast<int>(kind), name.isKnown(), id, text, sortKey(text));
    m_makeName.exec();
    return m_database.getLastInsertRowid();
}

RowId TaskWriter::rowFor(const QString &serviceId)
{
    m_find.reset();
    bindAll(m_find, serviceId);
    if (m_find.executeStep())
        return numberAt(m_find, 0);
    m_make.reset();
    bindAll(
        m_make, 0, serviceId, true, nameId(NameKind::Template, {}), nameId(NameKind::Contractor, {}),
        nameId(NameKind::Worker, {}));
    m_make.exec();
    return m_database.getLastInsertRowid();
}

void TaskWriter::makeLocalRow(RowId row, const QString &token)
{
    m_keyOf.reset();
    bindAll(m_keyOf, row);
    if (m_keyOf.executeStep())
        return;
    m_make.reset();
    bindAll(
        m_make, row, ObjectRef{{}, token}.key(), false, nameId(NameKind::Template, {}),
        nameId(NameKind::Contractor, {}), nameId(NameKind::Worker, {}));
    m_make.exec();
}

void TaskWriter::write(RowId row, const TaskColumns &columns, TaskState state)
{
    m_keyOf.reset();
    bindAll(m_keyOf, row);
    const qint64 before = m_keyOf.executeStep() ? numberAt(m_keyOf, 0) : 0;
    m_keyOf.reset();
    const qint64 key = putText(row, before, columns.plan, columns.text);
    m_write.reset();
    bindAll(
        m_write, columns.plan, columns.planEnd, columns.number, sortKey(columns.number),
        nameId(NameKind::Template, columns.taskTemplate), nameId(NameKind::Contractor, columns.contractor),
        nameId(NameKind::Worker, columns.worker), static_cast<int>(state), key, row);
    m_write.exec();
}

void TaskWriter::removeLocalRow(RowId row)
{
    m_keyOf.reset();
    bindAll(m_keyOf, row);
    if (m_keyOf.executeStep())
        takeText(numberAt(m_keyOf, 0));
    m_keyOf.reset();
    SQLite::Statement remove(m_database, "DELETE FROM task WHERE row=?");
    bindAll(remove, row);
    remove.exec();
}

/// Most changes leave what is found as it is: then the index, which costs the most, is not touched.
qint64 TaskWriter::putText(RowId row, qint64 key, qint64 plan, const QString &text)
{
    if (key != 0) {
        m_textOf.reset();
        bindAll(m_textOf, key);
        const bool same = m_textOf.executeStep() && textAt(m_textOf, 0) == text;
        m_textOf.reset();
        if (same && key >= firstKeyOf(plan) && key <= lastKeyOf(plan))
            return key;
        takeText(key);
    }
    if (text.isEmpty())
        return 0;
    const qint64 free = freeKey(row, plan);
    m_putText.reset();
    bindAll(m_putText, free, row, text);
    m_putText.exec();
    m_index.reset();
    bindAll(m_index, free, indexedForm(text));
    m_index.exec();
    return free;
}

void TaskWriter::takeText(qint64 key)
{
    if (key == 0)
        return;
    m_textOf.reset();
    bindAll(m_textOf, key);
    if (!m_textOf.executeStep())
        return;
    const QString text = textAt(m_textOf, 0);
    m_textOf.reset();
    m_unindex.reset();
    bindAll(m_unindex, key, indexedForm(text));
    m_unindex.exec();
    m_dropText.reset();
    bindAll(m_dropText, key);
    m_dropText.exec();
}

qint64 TaskWriter::freeKey(RowId row, qint64 plan)
{
    if (plan <= 0)
        return row > 0 ? row : LocalBase - row;
    // By the row's number, so that tasks of one minute stand as in the list.
    constexpr qint64 Places = qint64(1) << MinuteBits;
    qint64 first = firstKeyOf(plan);
    qint64 place = row & (Places - 1);
    for (qint64 tried = 0;; ++tried, place = (place + 1) % Places) {
        if (tried == Places) {
            tried = 0;
            first += Places;
        }
        m_textOf.reset();
        bindAll(m_textOf, first + place);
        if (!m_textOf.executeStep())
            return first + place;
    }
}

} // namespace naryad::store
