#include "EntityIndex.h"

#include "SearchText.h"
#include "core/Phone.h"

#include <algorithm>
#include <utility>

namespace naryad::store {

EntityIndex::EntityIndex(SQLite::Database &database)
    : m_database(database)
    , m_find(database, "SELECT row, text FROM entity WHERE kind=? AND id=?")
    , m_make(database, "INSERT INTO entity(kind, id, text) VALUES(?,?,?)")
    , m_change(database, "UPDATE entity SET text=? WHERE row=?")
    , m_index(database, "INSERT INTO entity_fts(rowid, text) VALUES(?,?)")
    , m_unindex(database, "INSERT INTO entity_fts(entity_fts, rowid, text) VALUES('delete',?,?)")
{}

void EntityIndex::put(Hit::Kind kind, const QString &id, const QStringList &said)
{
    const QString text = searchText(said);
    m_find.reset();
    bindAll(m_find, static_cast<int>(kind), id);
    qint64 row = 0;
    if (m_find.executeStep()) {
        row = numberAt(m_find, 0);
        const QString before = textAt(m_find, 1);
        m_find.reset();
        if (before == text)
            return;
        m_unindex.reset();
        bindAll(m_unindex, row, indexedForm(before));
        m_unindex.exec();
        m_change.reset();
        bindAll(m_change, text, row);
        m_change.exec();
    } else {
        m_make.reset();
        bindAll(m_make, static_cast<int>(kind), id, text);
        m_make.exec();
        row = m_database.getLastInsertRowid();
    }
    m_index.reset();
    bindAll(m_index, row, indexedForm(text));
    m_index.exec();
}

void EntityIndex::putPhones(const QString &contractorId, const QStringList &phones)
{
    using Line = std::pair<QString, QString>; // the digits it is found by, and as it is shown
    QVector<Line> lines;
    for (const QString &phone : phones) {
        const QStringList keys = phoneKeys(phone);
        for (const QString &key : keys)
            lines.append({key, phone});
    }
    QVector<Line> before;
    QVector<qint64> rows;
    SQLite::Statement find(
        m_database, "SELECT digits, shown, row FROM phone WHERE contractor_id=? ORDER BY row");
    bindAll(find, contractorId);
    while (find.executeStep()) {
        before.append({textAt(find, 0), textAt(find, 1)});
        rows.append(numberAt(find, 2));
    }
    if (before == lines)
        return;
    SQLite::Statement unindex(
        m_database, "INSERT INTO phone_fts(phone_fts, rowid, digits) VALUES('delete',?,?)");
    for (qsizetype i = 0; i < rows.size(); ++i) {
        unindex.reset();
        bindAll(unindex, rows.at(i), before.at(i).first);
        unindex.exec();
    }
    SQLite::Statement drop(m_database, "DELETE FROM phone WHERE contractor_id=?");
    bindAll(drop, contractorId);
    drop.exec();
    SQLite::Statement put(
        m_database, "INSERT INTO phone(reversed, contractor_id, shown, digits) VALUES(?,?,?,?)");
    SQLite::Statement index(m_database, "INSERT INTO phone_fts(rowid, digits) VALUES(?,?)");
    for (const auto &[digits, shown] : std::as_const(lines)) {
        QString reversed = digits;
        std::reverse(reversed.begin(), reversed.end());
        put.reset();
        bindAll(put, reversed, contractorId, shown, digits);
        put.exec();
        index.reset();
        bindAll(index, qint64(m_database.getLastInsertRowid()), digits);
        index.exec();
    }
}

} // namespace naryad::store
