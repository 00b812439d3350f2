#include "JournalOverlay.h"

#include <algorithm>

namespace naryad::sync {

namespace {

template <class T>
void lay(Known<T> &target, const T &said, bool serviceWins)
{
    if (!serviceWins || target.source != Source::Service)
        target = Known<T>::fromHere(said);
}

void layDetails(QVector<FieldRow> &rows, const QVector<FieldEntry> &said)
{
    for (const FieldEntry &entry : said) {
        const auto found = std::find_if(rows.begin(), rows.end(),
            [&entry](const FieldRow &row) { return row.fieldId == entry.fieldId; });
        if (found != rows.end()) {
            found->value = entry.value;
            continue;
        }
        FieldRow row;
        row.fieldId = entry.fieldId;
        row.name = entry.name;
        row.typeId = entry.typeId;
        row.value = entry.value;
        rows.append(row);
    }
}

void layBody(Task &task, const TaskBody &body, bool fresh)
{
    lay(task.draft, body.draft, fresh);
    lay(task.plannedStart, body.plannedStart, fresh);
    lay(task.plannedEnd, body.plannedEnd, fresh);
    if (body.contractor.isKnown())
        lay(task.contractor, body.contractor.value, fresh);
    if (body.worker.isKnown())
        lay(task.worker, body.worker.value, fresh);
    if (body.address.isKnown())
        lay(task.address, body.address.value, fresh);
    if (body.resultCheck.isKnown())
        lay(task.resultCheck, body.resultCheck.value, fresh);
    if (!fresh || task.taskTemplate.isNothing())
        task.taskTemplate = body.taskTemplate;
    if (!body.number.isEmpty() && (!fresh || task.number.isEmpty()))
        task.number = body.number;
    if (!fresh || task.details.isEmpty())
        layDetails(task.details, body.details);
}

PendingState pendingOf(CommandState state)
{
    switch (state) {
    case CommandState::Held:
        return PendingState::Held;
    case CommandState::Waiting:
        return PendingState::Waiting;
    case CommandState::Sending:
        return PendingState::Sending;
    case CommandState::Unsure:
        return PendingState::Unsure;
    case CommandState::Refused:
        return PendingState::Refused;
    case CommandState::Sent:
    case CommandState::Dropped:
        break;
    }
    return PendingState::None;
}

/// What needs the user most stands before what merely takes its time.
int urgency(PendingState state)
{
    switch (state) {
    case PendingState::None:
        return 0;
    case PendingState::Waiting:
        return 1;
    case PendingState::Held:
        return 2;
    case PendingState::Sending:
        return 3;
    case PendingState::Refused:
        return 4;
    case PendingState::Unsure:
        return 5;
    }
    return 0;
}

} // namespace

Task laidOver(Task task, const JournalEntry &entry, bool fresh)
{
    if (const auto *create = std::get_if<CreateTask>(&entry.command)) {
        layBody(task, create->body, fresh);
    } else if (const auto *update = std::get_if<UpdateTask>(&entry.command)) {
        // A refused change is not what the task is: only its mark shows in the list.
        if (entry.state != CommandState::Refused)
            layBody(task, update->body, fresh);
    } else if (std::holds_alternative<CloseTask>(entry.command)) {
        if (entry.state != CommandState::Refused)
            lay(task.finished, true, false);
    }
    return task;
}

JournalOverlay::JournalOverlay(store::Mirror &mirror, store::Journal &journal)
    : m_mirror(mirror)
    , m_journal(journal)
{
}

QString JournalOverlay::idOf(const ObjectRef &ref) const
{
    return ref.isLocal() ? m_idByToken.value(ref.token) : ref.id;
}

bool JournalOverlay::isOurs(const QString &taskId) const
{
    return std::any_of(m_idByToken.begin(), m_idByToken.end(),
        [&taskId](const QString &id) { return id == taskId; });
}

QString JournalOverlay::subjectKey(const JournalEntry &entry) const
{
    const ObjectRef subject = subjectOf(entry.command, entry.token);
    const QString id = idOf(subject);
    return id.isEmpty() ? subject.key() : id;
}

int JournalOverlay::count(std::initializer_list<CommandState> states) const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), [&states](const auto &item) {
        return std::find(states.begin(), states.end(), item.second.state) != states.end();
    }));
}

std::optional<store::JournalRow> JournalOverlay::rowFor(
    const QVector<CommandId> &ids, const QString &taskId, const std::optional<Task> &mirrored) const
{
    store::JournalRow row;
    if (mirrored)
        row.task = *mirrored;
    row.task.id = taskId;
    const bool fresh = mirrored && !m_saidSinceRead.contains(taskId);
    bool any = false;
    for (CommandId id : ids) {
        const JournalEntry &entry = m_entries.at(id);
        if (entry.state == CommandState::Dropped)
            continue;
        any = true;
        row.task = laidOver(std::move(row.task), entry, fresh && entry.state == CommandState::Sent);
        const PendingState pending = pendingOf(entry.state);
        if (urgency(pending) > urgency(row.pending))
            row.pending = pending;
        if (std::holds_alternative<CreateTask>(entry.command)) {
            row.token = entry.token;
            row.row = -entry.id;
        }
    }
    if (!any)
        return std::nullopt;
    row.state = stateOf(row.task);
    return row;
}

Result<MirrorChange> JournalOverlay::refresh(const QString &key)
{
    MirrorChange change;
    const QVector<CommandId> ids = m_bySubject.value(key);
    const bool local = key.startsWith(QLatin1String("local:"));
    std::optional<Task> mirrored;
    RowId mirroredRow = 0;
    if (!local) {
        auto row = m_mirror.rowOfTask(key);
        if (!row)
            return tl::unexpected(row.error());
        if (!*row) {
            // It is known to exist though the feed has not named it yet: give it a row to lie over.
            if (auto wanted = m_mirror.wantTask(key); !wanted)
                return tl::unexpected(wanted.error());
            row = m_mirror.rowOfTask(key);
            if (!row)
                return tl::unexpected(row.error());
            change.taskListChanged = true;
        }
        mirroredRow = row->value_or(0);
        auto task = m_mirror.task(key);
        if (!task)
            return tl::unexpected(task.error());
        mirrored = *task;
    }

    std::optional<store::JournalRow> row = rowFor(ids, local ? QString() : key, mirrored);
    const RowId before = m_rowOfSubject.value(key);
    if (!row || (local && row->row == 0)) {
        if (before != 0) {
            if (auto removed = m_mirror.removeJournalRow(before); !removed)
                return tl::unexpected(removed.error());
            m_rowOfSubject.remove(key);
            change.taskListChanged = true;
            change.tasks.append(before);
        }
        return change;
    }
    if (mirroredRow != 0) {
        row->row = mirroredRow;
        row->token.clear();
    }
    if (before != 0 && before != row->row) {
        if (auto removed = m_mirror.removeJournalRow(before); !removed)
            return tl::unexpected(removed.error());
        change.moved.append({before, row->row});
    }
    if (auto put = m_mirror.putJournalRow(*row); !put)
        return tl::unexpected(put.error());
    m_rowOfSubject.insert(key, row->row);
    change.tasks.append(row->row);
    change.taskListChanged = true;
    return change;
}

Result<void> JournalOverlay::rebuild()
{
    auto entries = m_journal.all();
    if (!entries)
        return tl::unexpected(entries.error());
    m_entries.clear();
    m_bySubject.clear();
    m_idByToken.clear();
    m_rowOfSubject.clear();
    m_saidSinceRead.clear();
    for (const JournalEntry &entry : std::as_const(*entries)) {
        if (std::holds_alternative<CreateTask>(entry.command) && !entry.resultId.isEmpty())
            m_idByToken.insert(entry.token, entry.resultId);
    }
    for (const JournalEntry &entry : std::as_const(*entries)) {
        m_entries.emplace(entry.id, entry);
        m_bySubject[subjectKey(entry)].append(entry.id);
    }
    // What is still wanted has not been read since the last command about it may have been sent.
    auto wanted = m_mirror.wantedTasks(1000000);
    if (!wanted)
        return tl::unexpected(wanted.error());
    for (const store::WantedTask &task : std::as_const(*wanted)) {
        if (m_bySubject.contains(task.id))
            m_saidSinceRead.insert(task.id);
    }
    if (auto emptied = m_mirror.replaceJournalRows({}); !emptied)
        return emptied;
    const QStringList keys = m_bySubject.keys();
    for (const QString &key : keys) {
        if (auto made = refresh(key); !made)
            return tl::unexpected(made.error());
    }
    return {};
}

Result<MirrorChange> JournalOverlay::update(const JournalEntry &entry)
{
    const bool isNew = !m_entries.contains(entry.id);
    const QString oldKey = isNew ? QString() : subjectKey(m_entries[entry.id]);
    m_entries[entry.id] = entry;
    QString key = subjectKey(entry);
    if (isNew)
        m_bySubject[key].append(entry.id);

    const bool gotItsId = std::holds_alternative<CreateTask>(entry.command) && !entry.resultId.isEmpty()
        && !m_idByToken.contains(entry.token);
    if (gotItsId) {
        // Everything said about the local thing is from now on said about the service's.
        m_idByToken.insert(entry.token, entry.resultId);
        key = entry.resultId;
        QVector<CommandId> &ids = m_bySubject[key];
        ids += m_bySubject.take(oldKey);
        std::sort(ids.begin(), ids.end());
        if (const RowId row = m_rowOfSubject.take(oldKey); row != 0)
            m_rowOfSubject.insert(key, row);
    }
    if (entry.state == CommandState::Sent && !key.startsWith(QLatin1String("local:")))
        m_saidSinceRead.insert(key);
    auto change = refresh(key);
    if (change)
        change->journalChanged = true;
    return change;
}

Result<MirrorChange> JournalOverlay::tasksRead(const QStringList &ids)
{
    MirrorChange all;
    for (const QString &id : ids) {
        if (!m_bySubject.contains(id))
            continue;
        m_saidSinceRead.remove(id);
        auto change = refresh(id);
        if (!change)
            return change;
        all.tasks += change->tasks;
        all.moved += change->moved;
        all.taskListChanged |= change->taskListChanged;
    }
    return all;
}

} // namespace naryad::sync
