#include "JournalSchema.h"
#include "JournalText.h"
#include "ReaderQueries.h"
#include "TaskColumns.h"
#include "core/CommandKinds.h"
#include "core/Serial.h"

#include <QDateTime>

/// What the journal is asked: the Outbox, drafts, the user's views.
namespace naryad::store {

Result<QVector<JournalEntry>> ReaderQueries::outbox(int days)
{
    SQLite::Statement find(journal(), OutboxSql);
    bindAll(find, QDateTime::currentDateTimeUtc().addDays(-days).toMSecsSinceEpoch());
    QVector<JournalEntry> entries;
    while (find.executeStep()) {
        if (auto entry = entryFromJson(objectOf(bytesAt(find, 0))))
            entries.append(*entry);
    }
    return entries;
}

Result<QVector<JournalEntry>> ReaderQueries::commands(const QVector<CommandId> &ids)
{
    SQLite::Statement find(journal(), "SELECT entry FROM command WHERE id=?");
    QVector<JournalEntry> entries;
    for (const CommandId id : ids) {
        find.reset();
        bindAll(find, id);
        if (!find.executeStep())
            continue;
        if (auto entry = entryFromJson(objectOf(bytesAt(find, 0))))
            entries.append(*entry);
    }
    return entries;
}

/// The row of the draft's task, and its id where the service has given it one since.
void ReaderQueries::findTask(Draft &draft)
{
    if (!draft.task.token.isEmpty()) {
        SQLite::Statement made(journal(), "SELECT id, result_id FROM command WHERE token=?");
        bindAll(made, draft.task.token);
        if (made.executeStep()) {
            draft.row = -numberAt(made, 0);
            if (const QString id = textAt(made, 1); !id.isEmpty())
                draft.task = {id, {}};
        }
    }
    if (draft.task.id.isEmpty())
        return;
    SQLite::Statement mirrored(mirror(), "SELECT row FROM task WHERE service_id=?");
    bindAll(mirrored, draft.task.id);
    if (mirrored.executeStep())
        draft.row = numberAt(mirrored, 0);
}

Result<TaskCard> ReaderQueries::taskCardOf(const ObjectRef &task)
{
    Draft draft;
    draft.task = task;
    findTask(draft);
    return draft.row == 0 ? fail(ErrorKind::NotFound) : taskCard(draft.row);
}

Result<QVector<Draft>> ReaderQueries::drafts()
{
    SQLite::Statement find(
        journal(), "SELECT key, kind, body, changed FROM draft ORDER BY changed DESC, key");
    QVector<Draft> drafts;
    while (find.executeStep()) {
        const auto kind = draftKindFromName(textAt(find, 1));
        if (!kind)
            continue; // of a later version: it stays where it is
        Draft draft;
        draft.key = textAt(find, 0);
        draft.kind = *kind;
        readDraftBody(draft, objectOf(bytesAt(find, 2)));
        draft.changed = QDateTime::fromString(textAt(find, 3), Qt::ISODateWithMs).toUTC();
        findTask(draft);
        drafts.append(draft);
    }
    return drafts;
}

Result<QString> ReaderQueries::views()
{
    SQLite::Statement find(journal(), "SELECT value FROM meta WHERE key=?");
    bindAll(find, QString::fromLatin1(ViewsKey));
    return find.executeStep() ? textAt(find, 0) : QString();
}

} // namespace naryad::store
