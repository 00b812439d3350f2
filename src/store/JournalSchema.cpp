#include "JournalSchema.h"

namespace naryad::store {

const QStringList &journalSchema()
{
    static const QStringList steps{
        QStringLiteral(
            "CREATE TABLE command(id INTEGER PRIMARY KEY AUTOINCREMENT, token TEXT NOT NULL UNIQUE, "
            "state TEXT NOT NULL, result_id TEXT NOT NULL, entry TEXT NOT NULL);"
            "CREATE INDEX command_open ON command(id) WHERE state NOT IN ('sent','dropped');"
            "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
            "CREATE TABLE result(id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;"),
        // What one card and the Outbox ask for, without reading all that was ever said. The first commands
        // were all about tasks.
        QStringLiteral(
            "ALTER TABLE command ADD COLUMN subject TEXT NOT NULL DEFAULT '';"
            "ALTER TABLE command ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;"
            "UPDATE command SET subject = CASE coalesce(json_extract(CAST(entry AS TEXT), "
            "'$.command.task.id'), '') WHEN '' THEN 'local:' || coalesce(json_extract(CAST(entry AS "
            "TEXT), '$.command.task.token'), token) ELSE 'task:' || json_extract(CAST(entry AS TEXT), "
            "'$.command.task.id') END, settled = coalesce(json_extract(CAST(entry AS TEXT), "
            "'$.settled'), 0);"
            "CREATE INDEX command_subject ON command(subject);"
            "CREATE INDEX command_result ON command(result_id) WHERE result_id <> '';"
            "CREATE INDEX command_settled ON command(settled);"),
        // What is being typed, until it is said.
        QStringLiteral("CREATE TABLE draft(key TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL, "
                       "changed TEXT NOT NULL) "
                       "WITHOUT ROWID;"),
        // What a held command was typed as, to be brought back when it is taken back.
        QStringLiteral("CREATE TABLE held_draft(command INTEGER PRIMARY KEY, key TEXT NOT NULL, "
                       "kind TEXT NOT NULL, body TEXT NOT NULL, changed TEXT NOT NULL);"),
        // What numbers of the account's own mean, beside closing results.
        QStringLiteral("CREATE TABLE dictionary(kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, "
                       "learned INTEGER NOT NULL, PRIMARY KEY(kind, id)) WITHOUT ROWID;"
                       // What was said of equipment and models, without reading all the rest.
                       "CREATE INDEX command_equipment ON command(id) WHERE instr(entry, '-equipment') > 0;"),
    };
    return steps;
}

} // namespace naryad::store
