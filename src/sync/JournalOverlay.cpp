#include "JournalOverlay.h"

#include "core/Pending.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace naryad::sync {

namespace {

template <class T> void lay(Known<T> &target, const T &said, bool serviceWins)
{
    if (!serviceWins || target.source != Source::Service)
        target = Known<T>::fromHere(said);
}

/// Part by part: what the upper one does not know, the lower one tells.
void layAddress(Known<Address> &target, const Address &said, bool serviceWins)
{
    Address below = target.value;
    if (!target.isKnown())
        below.notKnown = AddressParts::fromInt(-1);
    if (serviceWins && target.source == Source::Service)
        target.value = below.over(said);
    else
        target = Known<Address>::fromHere(said.over(below));
}

void layDetails(QVector<FieldRow> &rows, const QVector<FieldEntry> &said)
{
    for (const FieldEntry &entry : said) {
        const auto found = std::find_if(
            rows.begin(), rows.end(), [&entry](const FieldRow &row) { return row.fieldId == entry.fieldId; });
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
        layAddress(task.address, body.address.value, fresh);
    if (body.resultCheck.isKnown())
        lay(task.resultCheck, body.resultCheck.value, fresh);
    if (!fresh || task.taskTemplate.isNothing())
        task.taskTemplate = body.taskTemplate;
    if (!body.number.isEmpty() && (!fresh || task.number.isEmpty()))
        task.number = body.number;
    if (!fresh || task.details.isEmpty())
        layDetails(task.details, body.details);
}

/// Does this command send its task to the worker?
bool sends(const Command &command)
{
    if (const auto *create = std::get_if<CreateTask>(&command))
        return !create->body.draft;
    const auto *update = std::get_if<UpdateTask>(&command);
    return update && !update->body.draft;
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
            lay(task.finished, true, fresh);
    }
    return task;
}

JournalOverlay::JournalOverlay(store::Mirror &mirror, store::Journal &journal)
    : m_mirror(mirror)
    , m_journal(journal)
{}

QString JournalOverlay::idOf(const ObjectRef &ref) const
{
    return ref.isLocal() ? m_idByToken.value(ref.token) : ref.id;
}

const JournalEntry *JournalOverlay::creating(const QString &token) const
{
    const auto found = m_creating.constFind(token);
    return found == m_creating.constEnd() ? nullptr : &m_entries.at(*found);
}

/// Ids of different kinds may be the same.
QString JournalOverlay::objectKey(ObjectKind kind, const QString &id)
{
    return kind == ObjectKind::Task ? id : toName(kind) + u':' + id;
}

QString JournalOverlay::subjectKey(const JournalEntry &entry) const
{
    const ObjectRef subject = subjectOf(entry.command, entry.token);
    const QString id = idOf(subject);
    return id.isEmpty() ? subject.key() : objectKey(kindOf(entry.command), id);
}

/// With the ids that things of this computer have got meanwhile.
Task JournalOverlay::laid(Task task, const JournalEntry &entry, bool fresh) const
{
    if (dependsOn(entry.command).isEmpty())
        return laidOver(std::move(task), entry, fresh);
    JournalEntry copy = entry;
    copy.command = resolved(entry.command, [this](const QString &token) { return m_idByToken.value(token); });
    return laidOver(std::move(task), copy, fresh);
}

int JournalOverlay::count(std::initializer_list<CommandState> states) const
{
    return std::accumulate(states.begin(), states.end(), 0, [this](int sum, CommandState state) {
        const auto found = m_counts.find(state);
        return found == m_counts.end() ? sum : sum + found->second;
    });
}

/// The entry as it is now, with the counts and lists that follow from it.
void JournalOverlay::keep(const JournalEntry &entry)
{
    if (const auto before = m_entries.find(entry.id); before != m_entries.end())
        --m_counts[before->second.state];
    ++m_counts[entry.state];
    if (isFinal(entry.state))
        m_open.erase(entry.id);
    else
        m_open.insert(entry.id);
    const auto keepIn = [&entry](QSet<CommandId> &ids, bool belongs) {
        if (belongs)
            ids.insert(entry.id);
        else
            ids.remove(entry.id);
    };
    keepIn(m_conflicts, entry.state == CommandState::Refused && !entry.conflicts.isEmpty());
    keepIn(m_unsureForUser, entry.state == CommandState::Unsure && entry.needsUser);
    if (isCreate(entry.command))
        m_creating.insert(entry.token, entry.id);
    m_entries.insert_or_assign(entry.id, entry);
}

std::optional<store::JournalRow>
JournalOverlay::rowFor(const QString &key, const std::optional<store::MirroredTask> &mirrored) const
{
    store::JournalRow row;
    if (mirrored) {
        row.task = mirrored->task;
        row.task.id = key;
    }
    const bool fresh = mirrored && !m_saidSinceRead.contains(key);
    bool sent = mirrored && stateOf(mirrored->task) == TaskState::Sent;
    bool any = false;
    const QVector<CommandId> ids = m_bySubject.value(key);
    for (CommandId id : ids) {
        const JournalEntry &entry = m_entries.at(id);
        if (entry.state == CommandState::Dropped)
            continue;
        any = true;
        row.task = laid(std::move(row.task), entry, fresh && entry.state == CommandState::Sent);
        sent = sent || (entry.state == CommandState::Sent && sends(entry.command));
        const PendingState pending = pendingOf(entry.state);
        if (urgency(pending) > urgency(row.pending))
            row.pending = pending;
        if (std::holds_alternative<CreateTask>(entry.command) && !mirrored) {
            row.token = entry.token;
            row.row = -entry.id;
        }
    }
    if (mirrored)
        row.row = mirrored->row;
    // Without its create there is nothing to list, only what can't be said any more.
    if (!any || row.row == 0)
        return std::nullopt;
    row.state = mirrored && mirrored->gone ? TaskState::Gone : stateOf(row.task);
    if (row.state == TaskState::Sent && !sent)
        row.state = TaskState::ToBeSent;
    return row;
}

/// The mirrored task behind a subject; nullopt while it exists only here.
Result<std::optional<store::MirroredTask>> JournalOverlay::mirrored(const QString &key, MirrorChange &change)
{
    if (key.startsWith(QLatin1String("local:")))
        return std::optional<store::MirroredTask>();
    auto task = m_mirror.mirrored(key);
    if (!task || *task)
        return task;
    // It is known to exist though the feed has not named it yet: give it a row to lie over.
    if (auto wanted = m_mirror.wantTask(key); !wanted)
        return tl::unexpected(wanted.error());
    change.taskListChanged = true;
    return m_mirror.mirrored(key);
}

Result<MirrorChange> JournalOverlay::refresh(const QString &key)
{
    MirrorChange change;
    const auto task = mirrored(key, change);
    if (!task)
        return tl::unexpected(task.error());
    const std::optional<store::JournalRow> row = rowFor(key, *task);
    const RowId before = m_rowOfSubject.value(key);
    if (!row) {
        if (before != 0) {
            if (auto removed = m_mirror.removeJournalRow(before); !removed)
                return tl::unexpected(removed.error());
            m_rowOfSubject.remove(key);
            change.taskListChanged = true;
            change.tasks.append(before);
        }
        return change;
    }
    if (auto put = m_mirror.putJournalRow(*row, before); !put)
        return tl::unexpected(put.error());
    if (before != 0 && before != row->row)
        change.moved.append({before, row->row});
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
    m_counts.clear();
    m_open.clear();
    m_conflicts.clear();
    m_unsureForUser.clear();
    m_bySubject.clear();
    m_creating.clear();
    m_idByToken.clear();
    m_made.clear();
    m_rowOfSubject.clear();
    m_saidSinceRead.clear();
    for (const JournalEntry &entry : std::as_const(*entries)) {
        keep(entry);
        if (isCreate(entry.command) && !entry.resultId.isEmpty()) {
            m_idByToken.insert(entry.token, entry.resultId);
            m_made.insert(objectKey(kindOf(entry.command), entry.resultId));
        }
    }
    for (const auto &[id, entry] : m_entries)
        m_bySubject[subjectKey(entry)].append(id);
    QVector<store::JournalRow> rows;
    for (auto subject = m_bySubject.keyBegin(); subject != m_bySubject.keyEnd(); ++subject) {
        if (!isOfTask(*subject))
            continue;
        MirrorChange change;
        const auto task = mirrored(*subject, change);
        if (!task)
            return tl::unexpected(task.error());
        // What is still wanted has not been read since the last command about it may have been sent.
        if (*task && (*task)->wanted)
            m_saidSinceRead.insert(*subject);
        if (const auto row = rowFor(*subject, *task)) {
            rows.append(*row);
            m_rowOfSubject.insert(*subject, row->row);
        }
    }
    return m_mirror.replaceJournalRows(rows);
}

Result<MirrorChange> JournalOverlay::update(const JournalEntry &entry)
{
    const bool isNew = !m_entries.contains(entry.id);
    keep(entry);
    QString key = subjectKey(entry);
    if (isNew)
        m_bySubject[key].append(entry.id);

    const bool gotItsId
        = isCreate(entry.command) && !entry.resultId.isEmpty() && !m_idByToken.contains(entry.token);
    if (gotItsId) {
        // Everything said about the local thing is from now on said about the service's.
        const ObjectKind kind = kindOf(entry.command);
        m_idByToken.insert(entry.token, entry.resultId);
        m_made.insert(objectKey(kind, entry.resultId));
        const QString local = std::exchange(key, objectKey(kind, entry.resultId));
        QVector<CommandId> &ids = m_bySubject[key];
        ids += m_bySubject.take(local);
        std::sort(ids.begin(), ids.end());
        if (const RowId row = m_rowOfSubject.take(local); row != 0)
            m_rowOfSubject.insert(key, row);
    }
    if (entry.state == CommandState::Sent && !key.startsWith(QLatin1String("local:")))
        m_saidSinceRead.insert(key);
    auto change = isOfTask(key) ? refresh(key) : Result<MirrorChange>(MirrorChange());
    if (change && gotItsId) {
        if (auto followed = refreshFollowers(entry.token, *change); !followed)
            return tl::unexpected(followed.error());
    }
    if (change)
        change->journalChanged = true;
    return change;
}

/// Tasks that speak of what has got its id show it from now on.
Result<void> JournalOverlay::refreshFollowers(const QString &token, MirrorChange &change)
{
    const QVector<CommandId> open(m_open.begin(), m_open.end());
    for (CommandId id : open) {
        const JournalEntry &entry = m_entries.at(id);
        const QString key = subjectKey(entry);
        if (kindOf(entry.command) != ObjectKind::Task || !dependsOn(entry.command).contains({{}, token}))
            continue;
        const auto more = refresh(key);
        if (!more)
            return tl::unexpected(more.error());
        change.tasks += more->tasks;
        change.moved += more->moved;
        change.taskListChanged |= more->taskListChanged;
    }
    return {};
}

bool JournalOverlay::isOfTask(const QString &key) const
{
    const QVector<CommandId> ids = m_bySubject.value(key);
    return !ids.isEmpty() && kindOf(m_entries.at(ids.first()).command) == ObjectKind::Task;
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
