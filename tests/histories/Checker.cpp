#include "Checker.h"

#include "Futures.h"
#include "store/Reader.h"

#include <algorithm>

namespace naryad::test {

namespace {

/// Done twice, these leave two.
bool isOnce(const Command &command)
{
    return isCreate(command) || std::holds_alternative<AddComment>(command)
        || std::holds_alternative<CloseTask>(command) || std::holds_alternative<AddTaskFields>(command);
}

bool hasConsent(const JournalEntry &entry, Decision decision)
{
    return std::any_of(entry.consents.begin(), entry.consents.end(), [decision](const Consent &consent) {
        return consent.decision == decision;
    });
}

QString stateName(const JournalEntry &entry)
{
    return toName(entry.state) + (entry.needsUser ? QStringLiteral(" (user)") : QString());
}

/// Without the names of other things: renaming those moves no task in the feed.
Task withoutNames(Task task)
{
    task.taskTemplate.name.clear();
    task.contractor.value.name.clear();
    for (QVector<FieldRow> *rows : {&task.details, &task.report}) {
        for (FieldRow &row : *rows)
            row.name.clear();
    }
    return task;
}

} // namespace

Checker::Checker(History &history)
    : m_history(history)
    , m_seen(history.m_line.seen())
{}

QString Checker::idOf(const Said &said) const
{
    const JournalEntry &entry = m_history.m_program.entry(said.id);
    return m_history.m_program.core().said().idOf(subjectOf(entry.command, entry.token));
}

void Checker::wrong(const Said &said, const QString &what)
{
    QStringList lines;
    const auto &entry = m_history.m_program.entry(said.id);
    for (qsizetype place : appliedAt(said, idOf(said), m_seen))
        lines.append(QString::number(place));
    m_history.wrong(QStringLiteral("%1 %2 (%3): %4; state %5, attempts %6, doubts %7, done at [%8] of %9")
                        .arg(said.id)
                        .arg(said.name, QString::fromLatin1(said.mark), what, stateName(entry))
                        .arg(entry.attempts)
                        .arg(entry.doubts)
                        .arg(lines.join(QLatin1Char(' ')))
                        .arg(m_seen.size()));
}

void Checker::checkAtRest()
{
    const auto &entries = m_history.m_program.entries();
    if (entries.size() != static_cast<size_t>(m_history.m_said.size()))
        m_history.wrong(
            QStringLiteral("%1 said, %2 in the journal").arg(m_history.m_said.size()).arg(entries.size()));
    for (const Said &said : std::as_const(m_history.m_said)) {
        const auto entry = entries.find(said.id);
        if (entry == entries.end())
            m_history.wrong(QStringLiteral("lost: %1 %2").arg(said.id).arg(said.name));
        else
            checkOne(said, entry->second);
    }
    for (const FaultProxy::Seen &one : std::as_const(m_seen)) {
        if (one.request.method == "POST" && one.request.raw.contains("local:"))
            m_history.wrong(QStringLiteral("an id of this computer was sent: ") + one.request.command());
    }
}

void Checker::checkOne(const Said &said, const JournalEntry &entry)
{
    const auto applied = appliedAt(said, idOf(said), m_seen);
    if (isOnce(entry.command) && applied.size() > 1)
        wrong(said, QStringLiteral("done twice"));
    if (said.recalled && (entry.state != CommandState::Dropped || !applied.isEmpty()))
        wrong(said, QStringLiteral("done after it was taken back"));
    switch (entry.state) {
    case CommandState::Sent: {
        // What somebody else has taken away needs no second taking.
        const bool gone = isDelete(entry.command) || std::holds_alternative<RemoveTaskFields>(entry.command);
        // Of a change that gave way to others' only the rest went.
        if (applied.isEmpty() && !gone && !hasConsent(entry, Decision::KeepTheirs))
            wrong(said, QStringLiteral("wrongly called sent"));
        if (isCreate(entry.command) && entry.resultId.isEmpty())
            wrong(said, QStringLiteral("made, but nobody knows its number"));
        break;
    }
    case CommandState::Refused:
        // An update that was done may be asked about again, where others have changed the thing since.
        if (!applied.isEmpty() && !isUpdate(entry.command))
            wrong(said, QStringLiteral("done, but called refused"));
        if (entry.conflicts.isEmpty() && (!entry.error || describe(*entry.error).isEmpty()))
            wrong(said, QStringLiteral("refused without a word"));
        break;
    case CommandState::Dropped:
        if (entry.attempts == 0 && !applied.isEmpty())
            wrong(said, QStringLiteral("dropped before it went, but done"));
        break;
    case CommandState::Unsure:
        if (!entry.needsUser)
            wrong(said, QStringLiteral("nothing goes on with it"));
        break;
    default:
        break;
    }
}

/// Per object what was said first was done first. Comments change nothing, and one that is not done holds
/// nobody.
void Checker::checkOrder()
{
    QHash<QString, std::pair<qsizetype, CommandId>> last;
    for (const Said &said : std::as_const(m_history.m_said)) {
        const JournalEntry &entry = m_history.m_program.entry(said.id);
        const auto applied = appliedAt(said, idOf(said), m_seen);
        if (std::holds_alternative<AddComment>(entry.command) || applied.isEmpty()
            || entry.state != CommandState::Sent)
            continue;
        const QString key = toName(kindOf(entry.command)) + idOf(said);
        const auto before = last.value(key, {-1, 0});
        if (applied.first() < before.first)
            wrong(said, QStringLiteral("done before number %1").arg(before.second));
        last.insert(key, {applied.first(), said.id});
    }
}

/// Somebody else's word stands, unless a command that changes just that went after it: knowing it, or with
/// the user's consent.
void Checker::checkOthersWork()
{
    const Truth truth = m_history.truth();
    for (qsizetype i = 0; i < m_history.m_foreign.size(); ++i) {
        const Foreign &theirs = m_history.m_foreign.at(i);
        const bool again = std::any_of(
            m_history.m_foreign.begin() + i + 1, m_history.m_foreign.end(),
            [&theirs](const Foreign &later) { return later.id == theirs.id && later.part == theirs.part; });
        QString now;
        if (theirs.kind == Thing::Kind::Contractor) {
            const auto contractor = truth.contractor(theirs.id);
            if (contractor)
                now = theirs.part == QLatin1String("name") ? contractor->name
                                                           : contractor->address.value.text;
        } else if (const auto task = truth.task(theirs.id)) {
            now = theirs.part == QLatin1String("number") ? task->number : textIn(formOf({}, *task));
        }
        bool ours = false;
        for (const Said &said : std::as_const(m_history.m_said)) {
            const bool shears = said.name == QLatin1String("remove-template-fields-from-task")
                && theirs.part == QLatin1String("text");
            if ((said.part != theirs.part && !shears) || idOf(said) != theirs.id)
                continue;
            const auto applied = appliedAt(said, theirs.id, m_seen);
            const auto after = std::find_if(
                applied.begin(), applied.end(), [&](qsizetype place) { return place >= theirs.after; });
            const JournalEntry &entry = m_history.m_program.entry(said.id);
            if (after == applied.end() || entry.state != CommandState::Sent)
                continue;
            ours = true;
        }
        if (now != theirs.value && !again && !ours)
            m_history.wrong(QStringLiteral("%1 of %2: somebody's “%3” became “%4”")
                                .arg(theirs.part, theirs.id, theirs.value, now));
    }
    // The law of conflicts, per command: not over a value it did not begin with.
    for (const Said &said : std::as_const(m_history.m_said)) {
        const JournalEntry &entry = m_history.m_program.entry(said.id);
        const auto applied = appliedAt(said, idOf(said), m_seen);
        if (said.part.isEmpty() || applied.isEmpty() || entry.state != CommandState::Sent
            || hasConsent(entry, Decision::KeepMine) || entry.attempts != 1)
            continue;
        const Foreign *latest = nullptr;
        for (const Foreign &theirs : std::as_const(m_history.m_foreign)) {
            if (theirs.id == idOf(said) && theirs.part == said.part && theirs.after <= applied.first())
                latest = &theirs;
        }
        // A later one of ours may have settled it with the user already.
        const bool between
            = latest && std::any_of(m_history.m_said.begin(), m_history.m_said.end(), [&](const Said &other) {
                  return other.id != said.id && other.part == said.part && idOf(other) == latest->id;
              });
        if (latest && latest->value != said.before && !between)
            wrong(
                said,
                QStringLiteral("written over somebody's “%1”, begun from “%2”")
                    .arg(latest->value, said.before));
    }
}

/// New values of a list field have no key of their own: the field tells how many there are.
void Checker::checkOptions()
{
    const auto field = settled(m_history.m_stage.beside().templates.field(m_history.m_stage.world().field));
    if (!field)
        return m_history.wrong(QStringLiteral("the field can't be read"));
    for (const Said &said : std::as_const(m_history.m_said)) {
        if (said.name != QLatin1String("update-template-field"))
            continue;
        const auto count = std::count_if(
            field->value.values.begin(), field->value.values.end(),
            [&said](const ListOption &option) { return option.name.toLatin1() == said.mark; });
        if (count > 1)
            wrong(said, QStringLiteral("its value is there %1 times").arg(count));
    }
}

/// Every task of the server is in the mirror as the server tells it, and no other.
void Checker::checkTasks()
{
    auto mirror = store::Mirror::open(m_history.m_account + QStringLiteral("/mirror.db"));
    if (!mirror)
        return m_history.wrong(QStringLiteral("the mirror can't be opened"));
    const Services &beside = m_history.m_stage.beside();
    int count = 0;
    for (int page = 0;; ++page) {
        const auto rows = settled(beside.tasks.taskPage(page));
        if (!rows)
            return m_history.wrong(QStringLiteral("the tasks can't be listed"));
        for (const NamedRef &row : rows->rows) {
            ++count;
            const auto now = settled(beside.tasks.task(row.id));
            const auto known = (*mirror)->mirrored(row.id);
            if (!now || !known || !*known)
                m_history.wrong(QStringLiteral("task %1 is not in the mirror").arg(row.id));
            else if (
                (*known)->wanted || (*known)->gone
                || !(withoutNames((*known)->task) == withoutNames(now->value)))
                m_history.wrong(QStringLiteral("task %1 (%2) is another in the mirror (%3)%4")
                                    .arg(
                                        row.id, now->value.number, (*known)->task.number,
                                        (*known)->wanted ? QStringLiteral(", wanted") : QString()));
        }
        if (rows->last || rows->rows.isEmpty())
            break;
    }
    const auto counts = (*mirror)->counts();
    if (!counts || counts->tasks != count || counts->detailsMissing != 0)
        m_history.wrong(QStringLiteral("%1 tasks, %2 in the mirror, of %3 no details")
                            .arg(count)
                            .arg(counts ? counts->tasks : -1)
                            .arg(counts ? counts->detailsMissing : -1));
}

/// Clients and templates are named in the mirror as the server names them.
void Checker::checkCards()
{
    const store::Reader reader(
        m_history.m_account + QStringLiteral("/mirror.db"),
        m_history.m_account + QStringLiteral("/journal.db"));
    const Services &beside = m_history.m_stage.beside();
    QMap<QString, QString> there;
    for (int page = 0;; ++page) {
        const auto rows = settled(beside.contractors.contractorPage(page));
        if (!rows || rows->rows.isEmpty())
            break;
        for (const ContractorListItem &row : rows->rows)
            there.insert(row.id, row.name + QLatin1Char('/') + row.parent.id);
        if (rows->last)
            break;
    }
    QMap<QString, QString> here;
    const auto known = settled(reader.contractors({}, 1000));
    for (const Contractor &one : known.value_or(QVector<Contractor>()))
        here.insert(one.id, one.name + QLatin1Char('/') + one.parent.id);
    if (here != there)
        m_history.wrong(QStringLiteral("%1 clients, %2 in the mirror, or not the same")
                            .arg(there.size())
                            .arg(here.size()));
    there.clear();
    here.clear();
    for (int page = 0;; ++page) {
        const auto rows = settled(beside.templates.templatePage(page));
        if (!rows || rows->rows.isEmpty())
            break;
        for (const NamedRef &row : rows->rows)
            there.insert(row.id, row.name);
        if (rows->last)
            break;
    }
    const auto templates = settled(reader.templates({}, 1000));
    for (const Template &one : templates.value_or(QVector<Template>()))
        here.insert(one.id, one.name);
    if (here != there)
        m_history.wrong(QStringLiteral("%1 templates, %2 in the mirror, or not the same")
                            .arg(there.size())
                            .arg(here.size()));
    // With all of it final, what is shown has nothing pending and nothing beside the mirror.
    TaskFilter pending;
    pending.pendingOnly = true;
    const auto shown = settled(reader.taskCounts({pending}));
    if (!shown || shown->value(0) != 0)
        m_history.wrong(
            QStringLiteral("%1 tasks are still shown as pending").arg(shown ? shown->value(0) : -1));
}

void Checker::checkEnd()
{
    checkAtRest();
    checkOrder();
    checkOthersWork();
    checkOptions();
    m_history.m_program.quit();
    checkTasks();
    checkCards();
}

} // namespace naryad::test
