#include "MirrorWords.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDir>

namespace naryad::test {

QStringList mirrorWords(const QString &folder)
{
    static const char *const Queries[]
        = {"SELECT 'task', service_id, wanted, loaded, plan, number_sort, template_sort, contractor_sort, "
           "worker_sort, state, search, card, raw FROM task WHERE gone=0 ORDER BY service_id",
           "SELECT 'employee', id, name, operator_role, mobile_role, search, sort FROM employee WHERE gone=0 "
           "ORDER BY id",
           "SELECT 'template', id, name, colour, loaded, search, sort, card, raw FROM template WHERE gone=0 "
           "ORDER BY id",
           "SELECT 'field', id, loaded, card, raw FROM template_field ORDER BY id",
           "SELECT 'contractor', id, name, parent_id, parent_name, loaded, search, sort, card, raw FROM "
           "contractor WHERE gone=0 ORDER BY id"};
    QStringList lines;
    try {
        SQLite::Database mirror(
            QDir(folder).filePath(QStringLiteral("mirror.db")).toStdString(), SQLite::OPEN_READONLY);
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
