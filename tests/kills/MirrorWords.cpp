#include "MirrorWords.h"

#include "Packing.h"
#include "TaskColumns.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDir>

namespace naryad::test {

namespace {

/// What the service told of each, not what the list shows, where this computer's word lies over it.
void tellTasks(SQLite::Database &mirror, QStringList &lines)
{
    store::Packing packing(mirror);
    SQLite::Statement find(
        mirror,
        "SELECT service_id, wanted, loaded, body FROM task LEFT JOIN task_body USING(row) WHERE gone=0 AND "
        "row>0 "
        "ORDER BY service_id");
    while (find.executeStep()) {
        const auto told = store::toldOf(packing.unpack(store::bytesAt(find, 3)));
        lines.append(QStringList{
            QStringLiteral("task"), store::textAt(find, 0), store::textAt(find, 1), store::textAt(find, 2),
            QString::fromUtf8(told.card), QString::fromUtf8(told.raw)}
                         .join(QLatin1Char('\t')));
    }
}

} // namespace

QStringList mirrorWords(const QString &folder)
{
    static const char *const Queries[]
        = {"SELECT 'employee', id, name, operator_role, mobile_role, search, sort FROM employee WHERE gone=0 "
           "ORDER BY id",
           "SELECT 'template', id, name, colour, loaded, search, sort, card, raw FROM template WHERE gone=0 "
           "ORDER BY id",
           "SELECT 'field', id, loaded, card, raw FROM template_field WHERE gone=0 ORDER BY id",
           "SELECT 'contractor', id, name, parent_id, parent_name, loaded, search, sort, card, raw FROM "
           "contractor WHERE gone=0 ORDER BY id",
           // Their cards tell names of other things, which no feed tells again when those change.
           "SELECT 'equipment', id, name FROM equipment WHERE gone=0 ORDER BY id",
           "SELECT 'model', id, name FROM equipment_model WHERE gone=0 ORDER BY id"};
    QStringList lines;
    try {
        SQLite::Database mirror(
            QDir(folder).filePath(QStringLiteral("mirror.db")).toStdString(), SQLite::OPEN_READONLY);
        tellTasks(mirror, lines);
        for (const char *sql : Queries) {
            SQLite::Statement find(mirror, sql);
            while (find.executeStep()) {
                QStringList columns;
                for (int i = 0; i < find.getColumnCount(); ++i)
                    columns.append(QString::fromUtf8(find.getColumn(i).getText()));
                lines.append(columns.join(QLatin1Char('\t')));
            }
        }
    } catch (const SQLite::Exception &) {
        return {};
    }
    return lines;
}

QString difference(const QStringList &left, const QStringList &right)
{
    if (left.isEmpty() || right.isEmpty())
        return QStringLiteral("a mirror tells nothing");
    QStringList only;
    for (const QString &line : left) {
        if (!right.contains(line))
            only.append(QStringLiteral("< ") + line);
    }
    for (const QString &line : right) {
        if (!left.contains(line))
            only.append(QStringLiteral("> ") + line);
    }
    return only.join(QLatin1Char('\n'));
}

} // namespace naryad::test
