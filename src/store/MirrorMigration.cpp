#include "MirrorMigration.h"

#include "EntityIndex.h"
#include "Packing.h"
#include "Said.h"
#include "TaskWriter.h"
#include "core/Contractor.h"
#include "core/Serial.h"

namespace naryad::store {

namespace {

void bringTasks(SQLite::Database &database)
{
    TaskWriter writer(database);
    Packing packing(database);
    SQLite::Statement before(
        database,
        "SELECT service_id, usn, wanted, gone, loaded, state, card, raw, row FROM task_before ORDER BY row");
    SQLite::Statement marks(
        database, "UPDATE task SET usn=?, wanted=?, gone=?, loaded=?, state=? WHERE row=?");
    SQLite::Statement body(database, "INSERT INTO task_body(row, body) VALUES(?,?)");
    while (before.executeStep()) {
        const RowId row = writer.rowFor(textAt(before, 0));
        const bool loaded = numberAt(before, 4) != 0;
        marks.reset();
        bindAll(
            marks, numberAt(before, 1), numberAt(before, 2), numberAt(before, 3), loaded, numberAt(before, 5),
            row);
        marks.exec();
        if (!loaded)
            continue;
        const Task task = serial::taskFromJson(objectOf(bytesAt(before, 6)));
        writer.write(row, columnsOf(task, true), static_cast<TaskState>(numberAt(before, 5)));
        body.reset();
        const QByteArray told = bodyOf({bytesAt(before, 6), bytesAt(before, 7)});
        packing.learn(told);
        bindAll(body, row, packing.pack(told));
        body.exec();
    }
}

void bringEntities(SQLite::Database &database)
{
    EntityIndex index(database);
    SQLite::Statement employees(database, "SELECT id, name FROM employee");
    while (employees.executeStep())
        index.put(Hit::Kind::Employee, textAt(employees, 0), {textAt(employees, 1)});
    SQLite::Statement templates(database, "SELECT id, name FROM template");
    while (templates.executeStep())
        index.put(Hit::Kind::Template, textAt(templates, 0), {textAt(templates, 1)});
    SQLite::Statement fields(database, "SELECT id, card FROM template_field");
    while (fields.executeStep()) {
        const TemplateField field = serial::templateFieldFromJson(objectOf(bytesAt(fields, 1)));
        index.put(Hit::Kind::Field, textAt(fields, 0), saidBy(field));
    }
    SQLite::Statement contractors(database, "SELECT id, name, parent_name, card FROM contractor");
    while (contractors.executeStep()) {
        Contractor contractor;
        if (!contractors.getColumn(3).isNull())
            contractor = serial::contractorFromJson(objectOf(bytesAt(contractors, 3)));
        contractor.name = textAt(contractors, 1);
        contractor.parent.name = textAt(contractors, 2);
        index.put(Hit::Kind::Contractor, textAt(contractors, 0), saidBy(contractor));
    }
}

} // namespace

void rederive(SQLite::Database &database)
{
    bringTasks(database);
    database.exec("DROP TABLE task_before");
    bringEntities(database);
}

void rederivePhones(SQLite::Database &database)
{
    EntityIndex index(database);
    SQLite::Statement contractors(database, "SELECT id, card FROM contractor WHERE card IS NOT NULL");
    while (contractors.executeStep()) {
        const Contractor contractor = serial::contractorFromJson(objectOf(bytesAt(contractors, 1)));
        index.putPhones(textAt(contractors, 0), phonesOf(contractor));
    }
}

} // namespace naryad::store
