#include "MirrorSchema.h"

namespace naryad::store {

namespace {

/// One covering index a sort: the list reads row numbers from the index alone.
QString listIndexes(const QString &table)
{
    QString sql;
    for (const char *column :
         {"plan", "number_sort", "template_sort", "contractor_sort", "worker_sort", "state"})
        sql += QStringLiteral("CREATE INDEX %1_by_%2 ON %1(%2, row);").arg(table, QLatin1String(column));
    return sql;
}

} // namespace

const QStringList &mirrorSchema()
{
    static const QStringList steps{
        QStringLiteral(
            "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
            "CREATE TABLE task(row INTEGER PRIMARY KEY, service_id TEXT NOT NULL UNIQUE, usn INTEGER NOT "
            "NULL, wanted INTEGER NOT NULL, gone INTEGER NOT NULL, loaded INTEGER NOT NULL, plan INTEGER "
            "NOT NULL, number_sort TEXT NOT NULL, template_sort TEXT NOT NULL, contractor_sort TEXT NOT "
            "NULL, worker_sort TEXT NOT NULL, state INTEGER NOT NULL, search TEXT NOT NULL, card TEXT NOT "
            "NULL, raw BLOB);"
            "CREATE INDEX task_wanted ON task(usn DESC, row DESC, service_id) WHERE wanted=1;"
            "CREATE INDEX task_gone ON task(gone);"
            "CREATE TABLE journal_row(row INTEGER PRIMARY KEY, token TEXT NOT NULL, pending INTEGER NOT "
            "NULL, plan INTEGER NOT NULL, number_sort TEXT NOT NULL, template_sort TEXT NOT NULL, "
            "contractor_sort TEXT NOT NULL, worker_sort TEXT NOT NULL, state INTEGER NOT NULL, search TEXT "
            "NOT NULL, card TEXT NOT NULL);"
            "CREATE TABLE employee(id TEXT PRIMARY KEY, name TEXT NOT NULL, operator_role INTEGER, "
            "mobile_role INTEGER, gone INTEGER NOT NULL, search TEXT NOT NULL, sort TEXT NOT NULL);"
            "CREATE TABLE template(id TEXT PRIMARY KEY, name TEXT NOT NULL, colour TEXT NOT NULL, loaded "
            "INTEGER NOT NULL, gone INTEGER NOT NULL, search TEXT NOT NULL, sort TEXT NOT NULL, card TEXT, "
            "raw BLOB);"
            "CREATE TABLE template_field(id TEXT PRIMARY KEY, card TEXT NOT NULL, raw BLOB);"
            "CREATE TABLE contractor(id TEXT PRIMARY KEY, name TEXT NOT NULL, parent_id TEXT NOT NULL, "
            "parent_name TEXT NOT NULL, loaded INTEGER NOT NULL, gone INTEGER NOT NULL, search TEXT NOT "
            "NULL, sort TEXT NOT NULL, card TEXT, raw BLOB);"
            "CREATE INDEX contractor_sort ON contractor(sort, id);"
            "CREATE INDEX contractor_unread ON contractor(id) WHERE loaded=0 AND gone=0;")
            + listIndexes(QStringLiteral("task")) + listIndexes(QStringLiteral("journal_row")),
        // Counts that are asked for many times a second; a field's definition is read again like its
        // template.
        QStringLiteral(
            "CREATE TABLE tally(tasks INTEGER NOT NULL, gone INTEGER NOT NULL, wanted INTEGER NOT NULL);"
            "INSERT INTO tally SELECT count(*), coalesce(sum(gone), 0), coalesce(sum(wanted), 0) FROM task;"
            "CREATE TRIGGER task_made AFTER INSERT ON task BEGIN UPDATE tally SET tasks=tasks+1, "
            "gone=gone+new.gone, wanted=wanted+new.wanted; END;"
            "CREATE TRIGGER task_changed AFTER UPDATE OF gone, wanted ON task WHEN old.gone<>new.gone OR "
            "old.wanted<>new.wanted BEGIN UPDATE tally SET gone=gone+new.gone-old.gone, "
            "wanted=wanted+new.wanted-old.wanted; END;"
            "ALTER TABLE template_field ADD COLUMN loaded INTEGER NOT NULL DEFAULT 1;"),
        // The walk of the task list keeps its marks beside the tasks, whose rows are wide: marking a page
        // moves a few bytes. What feeds of other types named; equipment.
        QStringLiteral(
            "CREATE TABLE task_walk(row INTEGER PRIMARY KEY, walk INTEGER NOT NULL);"
            "CREATE TABLE walk_place(step INTEGER NOT NULL, number INTEGER NOT NULL, page INTEGER NOT NULL, "
            "from_usn INTEGER NOT NULL, from_row INTEGER NOT NULL, looked INTEGER NOT NULL, ended INTEGER "
            "NOT NULL);"
            "INSERT INTO walk_place VALUES(0,0,0,0,0,0,0);"
            "CREATE TABLE named(kind TEXT NOT NULL, id TEXT NOT NULL, usn INTEGER NOT NULL, PRIMARY "
            "KEY(kind, id)) WITHOUT ROWID;"
            "CREATE TABLE equipment(row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, "
            "contractor_id TEXT NOT NULL, loaded INTEGER NOT NULL, gone INTEGER NOT NULL, search TEXT NOT "
            "NULL, sort TEXT NOT NULL, card TEXT, raw BLOB);"
            "CREATE INDEX equipment_sort ON equipment(sort, row);"
            "CREATE INDEX equipment_unread ON equipment(row, id) WHERE loaded=0 AND gone=0;"
            "CREATE TABLE equipment_model(row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT "
            "NULL, gone INTEGER NOT NULL, search TEXT NOT NULL, sort TEXT NOT NULL);"),
    };
    return steps;
}

} // namespace naryad::store
