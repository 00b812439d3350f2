#include "MirrorSchema.h"

#include "MirrorMigration.h"

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

/// The form a million tasks are listed and found in. What a list shows and sorts by is in narrow rows, names
/// once each; what is read one at a time lies in a table of its own; the text to be found has as its row
/// number the place in the list by plan, so that the index gives hits in the list's order.
QString foundFast()
{
    return QStringLiteral(
        "DROP TRIGGER task_made; DROP TRIGGER task_changed; DROP TABLE tally;"
        "ALTER TABLE task RENAME TO task_before; DROP INDEX task_wanted; DROP INDEX task_gone;"
        "DROP INDEX task_by_plan; DROP INDEX task_by_number_sort; DROP INDEX task_by_template_sort;"
        "DROP INDEX task_by_contractor_sort; DROP INDEX task_by_worker_sort; DROP INDEX task_by_state;"
        "DROP TABLE journal_row;"

        // A name as tasks tell it, with its place in the alphabet; kind: see NameKind.
        "CREATE TABLE name(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, known INTEGER NOT NULL, "
        "service_id TEXT NOT NULL, text TEXT NOT NULL, sort TEXT NOT NULL);"
        "CREATE UNIQUE INDEX name_of ON name(kind, service_id, text, known);"
        "CREATE UNIQUE INDEX name_sorted ON name(kind, sort, id);"

        // What lists show: the service's word with the journal's laid over it. A row below 0 is the
        // journal's alone, its service_id then "local:" and the token.
        "CREATE TABLE task(row INTEGER PRIMARY KEY, service_id TEXT NOT NULL UNIQUE, usn INTEGER NOT NULL, "
        "wanted INTEGER NOT NULL, gone INTEGER NOT NULL, loaded INTEGER NOT NULL, plan INTEGER NOT NULL, "
        "plan_end INTEGER NOT NULL, number TEXT NOT NULL, number_sort TEXT NOT NULL, template INTEGER NOT "
        "NULL, contractor INTEGER NOT NULL, worker INTEGER NOT NULL, state INTEGER NOT NULL, text_key "
        "INTEGER NOT NULL);"
        "CREATE TABLE task_body(row INTEGER PRIMARY KEY, body BLOB NOT NULL);"
        "CREATE TABLE codebook(id INTEGER PRIMARY KEY, words BLOB NOT NULL);"
        "CREATE INDEX task_wanted ON task(usn DESC, row DESC, service_id) WHERE wanted=1;"
        "CREATE INDEX task_gone ON task(row) WHERE gone=1;"
        "CREATE INDEX task_usn ON task(usn);"
        "CREATE INDEX task_by_plan ON task(plan, row);"
        "CREATE INDEX task_by_number ON task(number_sort, plan, row);"
        "CREATE INDEX task_by_template ON task(template, plan, row);"
        "CREATE INDEX task_by_contractor ON task(contractor, plan, row);"
        "CREATE INDEX task_by_worker ON task(worker, plan, row);"
        "CREATE INDEX task_by_state ON task(state, plan, row);"
        "CREATE TABLE task_text(key INTEGER PRIMARY KEY, row INTEGER NOT NULL, text TEXT NOT NULL);"
        "CREATE VIRTUAL TABLE task_fts USING fts5(text, content='', columnsize=0, detail=none, "
        "tokenize='trigram case_sensitive 1');"
        "INSERT INTO task_fts(task_fts, rank) VALUES('automerge', 16);"
        "CREATE TABLE journal_row(row INTEGER PRIMARY KEY, token TEXT NOT NULL, pending INTEGER NOT NULL, "
        "card BLOB NOT NULL);"
        "CREATE INDEX journal_pending ON journal_row(row) WHERE pending<>0;"
        "CREATE TABLE feed_time(usn INTEGER PRIMARY KEY, time INTEGER NOT NULL);"
        "CREATE INDEX feed_time_at ON feed_time(time, usn);"

        "CREATE TABLE tally(tasks INTEGER NOT NULL, gone INTEGER NOT NULL, wanted INTEGER NOT NULL);"
        "INSERT INTO tally VALUES(0, 0, 0);"
        "CREATE TRIGGER task_made AFTER INSERT ON task WHEN new.row>0 BEGIN UPDATE tally SET tasks=tasks+1, "
        "gone=gone+new.gone, wanted=wanted+new.wanted; END;"
        "CREATE TRIGGER task_changed AFTER UPDATE OF gone, wanted ON task WHEN old.gone<>new.gone OR "
        "old.wanted<>new.wanted BEGIN UPDATE tally SET gone=gone+new.gone-old.gone, "
        "wanted=wanted+new.wanted-old.wanted; END;"

        // All else that is found by its text, and phones by their last digits.
        "CREATE TABLE entity(row INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT "
        "NULL);"
        "CREATE UNIQUE INDEX entity_of ON entity(kind, id);"
        "CREATE VIRTUAL TABLE entity_fts USING fts5(text, content='', columnsize=0, detail=none, "
        "tokenize='trigram case_sensitive 1');"
        "CREATE TABLE phone(reversed TEXT NOT NULL, contractor_id TEXT NOT NULL, shown TEXT NOT NULL, "
        "PRIMARY KEY(reversed, contractor_id, shown)) WITHOUT ROWID;"
        "CREATE INDEX phone_of ON phone(contractor_id);"
        "CREATE INDEX contractor_search ON contractor(search, id);");
}

/// Phones by any part of their digits: the end backwards, the beginning forwards, the middle by trigrams. And
/// what is shown of a caller: equipment by its owner.
QString phonesByAnyPart()
{
    return QStringLiteral(
        "DROP TABLE phone;"
        "CREATE TABLE phone(row INTEGER PRIMARY KEY, reversed TEXT NOT NULL, contractor_id TEXT NOT NULL, "
        "shown TEXT NOT NULL, digits TEXT NOT NULL);"
        "CREATE INDEX phone_ends ON phone(reversed, contractor_id, shown);"
        "CREATE INDEX phone_begins ON phone(digits, contractor_id, shown);"
        "CREATE INDEX phone_of ON phone(contractor_id);"
        "CREATE VIRTUAL TABLE phone_fts USING fts5(digits, content='', columnsize=0, detail=none, "
        "tokenize='trigram');");
}

} // namespace

const QVector<SchemaStep> &mirrorSchema()
{
    static const QVector<SchemaStep> steps{
        {QStringLiteral(
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
         + listIndexes(QStringLiteral("task")) + listIndexes(QStringLiteral("journal_row"))},
        // Counts that are asked for many times a second; a field's definition is read again like its
        // template.
        {QStringLiteral(
            "CREATE TABLE tally(tasks INTEGER NOT NULL, gone INTEGER NOT NULL, wanted INTEGER NOT NULL);"
            "INSERT INTO tally SELECT count(*), coalesce(sum(gone), 0), coalesce(sum(wanted), 0) FROM task;"
            "CREATE TRIGGER task_made AFTER INSERT ON task BEGIN UPDATE tally SET tasks=tasks+1, "
            "gone=gone+new.gone, wanted=wanted+new.wanted; END;"
            "CREATE TRIGGER task_changed AFTER UPDATE OF gone, wanted ON task WHEN old.gone<>new.gone OR "
            "old.wanted<>new.wanted BEGIN UPDATE tally SET gone=gone+new.gone-old.gone, "
            "wanted=wanted+new.wanted-old.wanted; END;"
            "ALTER TABLE template_field ADD COLUMN loaded INTEGER NOT NULL DEFAULT 1;")},
        {foundFast(), rederive},
        // The walk of the task list keeps its marks beside the tasks, whose indexes are many: marking a page
        // moves a few bytes. What feeds of other types named; equipment.
        {QStringLiteral(
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
            "NULL, gone INTEGER NOT NULL, search TEXT NOT NULL, sort TEXT NOT NULL);")},
        // Fields have a list of their own, also those that no template uses. An empty card: only listed yet.
        {QStringLiteral(
            "ALTER TABLE template_field ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;"
            "ALTER TABLE template_field ADD COLUMN name TEXT NOT NULL DEFAULT '';"
            "ALTER TABLE template_field ADD COLUMN search TEXT NOT NULL DEFAULT '';"
            "ALTER TABLE template_field ADD COLUMN sort TEXT NOT NULL DEFAULT '';"
            "UPDATE template_field SET loaded=0, name=coalesce(json_extract(card, '$.name'), '');")},
        {phonesByAnyPart(), rederivePhones},
        // The tree of clients from an index alone; what belongs to one client.
        {QStringLiteral("CREATE INDEX contractor_tree ON contractor(gone, parent_id, sort, id);"
                        "CREATE INDEX equipment_of ON equipment(contractor_id, sort, row) WHERE gone=0;")},
        // The catalogue of equipment: each of its orders, and what is searched, from an index alone.
        {QStringLiteral(
             "ALTER TABLE equipment ADD COLUMN model_id TEXT NOT NULL DEFAULT '';"
             "ALTER TABLE equipment ADD COLUMN model_sort TEXT NOT NULL DEFAULT '';"
             "ALTER TABLE equipment ADD COLUMN owner_sort TEXT NOT NULL DEFAULT '';"
             "ALTER TABLE equipment ADD COLUMN description_sort TEXT NOT NULL DEFAULT '';"
             "DROP INDEX equipment_sort;"
             "CREATE INDEX equipment_by_serial ON equipment(sort, row, gone) WHERE gone=0;"
             "CREATE INDEX equipment_by_model ON equipment(model_sort, sort, row, gone) WHERE gone=0;"
             "CREATE INDEX equipment_by_owner ON equipment(owner_sort, sort, row, gone) WHERE gone=0;"
             "CREATE INDEX equipment_by_description ON equipment(description_sort, sort, row, gone) WHERE gone=0;"
             "CREATE INDEX equipment_of_model ON equipment(model_id, sort, row, gone) WHERE gone=0;"
             "CREATE INDEX equipment_model_sort ON equipment_model(sort, row, id, name, gone) WHERE gone=0;"
             "CREATE INDEX equipment_text ON equipment(row, search, gone) WHERE gone=0;"),
         rederiveEquipment},
    };
    return steps;
}

} // namespace naryad::store
