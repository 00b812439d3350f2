#include "Look.h"
#include "Merge.h"

#include <QStringList>

#include <algorithm>

namespace naryad::sync {

namespace {

/// The feed's times have no zone, and the account's may be set wrong here.
constexpr qint64 ClocksDifferBy = 24 * 3600;

/// The tasks the feed named since the attempt, read one by one, that say what was said and were not made by
/// another command of ours; where there is no feed, those of the whole list that were not known before.
class TaskLook : public Look
{
public:
    TaskLook(const LookDesk &desk, const Lost &lost, QObject *parent)
        : Look(desk, lost, parent)
        , m_body(std::get<CreateTask>(lost.command).body)
    {
        // Rows of another file say nothing about what was there.
        const auto mirror = m_desk.mirror.identity();
        if (mirror && *mirror == m_lost.before.mirror)
            m_newestRow = m_lost.before.newestRow;
        if (m_lost.entry.lastAttemptAt.isValid())
            m_notBefore = m_lost.entry.lastAttemptAt.addSecs(-ClocksDifferBy);
    }

protected:
    void ask() override
    {
        const auto take = [this](const api::Update &update) {
            const bool old = update.time.isValid() && m_notBefore.isValid() && update.time < m_notBefore;
            if (!old)
                consider(update.objectId);
        };
        readTaskFeed(
            take, [this] { askList(); }, [this] { askNext(); });
    }

private:
    void askList()
    {
        wholeList(services(), ListKind::Tasks)
            .then(this, [this](const Result<QVector<ContractorListItem>> &rows) {
                if (!rows) {
                    fail(rows.error());
                    return;
                }
                for (const ContractorListItem &row : *rows) {
                    if (m_body.number.isEmpty() || row.name == m_body.number)
                        consider(row.id);
                }
                askNext();
            });
    }

    /// The feed names what was changed, too: a task known before the attempt is not what it became.
    void consider(const QString &id)
    {
        const auto mirrored = m_desk.mirror.mirrored(id);
        const bool known = mirrored && *mirrored && (*mirrored)->row <= m_newestRow;
        if (!known && !m_ids.contains(id) && !isOurs(id))
            m_ids.append(id);
    }

    bool matches(const Task &task) const
    {
        if (task.taskTemplate.id != m_body.taskTemplate.id)
            return false;
        if (task.draft.isKnown() && task.draft.value && !m_body.draft)
            return false;
        const QDateTime made = task.createdAt.value;
        if (task.createdAt.isKnown() && made.isValid() && m_notBefore.isValid() && made < m_notBefore)
            return false;
        const auto told = [](const Known<QDateTime> &now, const QDateTime &said) {
            return !now.isKnown() || now.value == said;
        };
        if (!told(task.plannedStart, m_body.plannedStart) || !told(task.plannedEnd, m_body.plannedEnd))
            return false;
        // Others make tasks of this template, too; a moment later nobody will have changed what was typed.
        const QStringList differing = differingParts(bodyOf(m_lost.command), taskAsBody(task));
        // A service that tells no rows at all says nothing of those that were typed.
        const bool rowsTold = !task.details.isEmpty();
        return std::none_of(differing.begin(), differing.end(), [rowsTold](const QString &part) {
            return part == QLatin1String("number") || part == QLatin1String("contractor")
                || (rowsTold && part.startsWith(QLatin1String("details.")));
        });
    }

    void askNext()
    {
        if (m_ids.isEmpty()) {
            decide(m_found);
            return;
        }
        const QString id = m_ids.takeFirst();
        services().tasks.task(id, true).then(this, [this](const Result<api::Snapshot<Task>> &answer) {
            // The look must be whole: one task that can't be read may be the one that is looked for.
            if (!answer && answer.error().kind != ErrorKind::NotFound) {
                fail(answer.error());
                return;
            }
            if (answer && matches(answer->value)) {
                const Task &task = answer->value;
                m_found.append(
                    {task.id, task.number.isEmpty() ? task.id : task.number, task.contractor,
                     task.plannedStart, task.plannedEnd, task.taskTemplate, task.worker, task.createdAt});
            }
            askNext();
        });
    }

    TaskBody m_body;
    RowId m_newestRow = 0; ///< rows of the mirror up to this one were there before the attempt
    QDateTime m_notBefore; ///< what the feed names with an older time was there before the attempt
    QStringList m_ids;
    QVector<FoundObject> m_found;
};

} // namespace

Look *newTaskLook(const LookDesk &desk, const Lost &lost, QObject *parent)
{
    return new TaskLook(desk, lost, parent);
}

} // namespace naryad::sync
