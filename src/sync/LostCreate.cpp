#include "LostCreate.h"

#include "PreImage.h"

#include <algorithm>

namespace naryad::sync {

namespace {

/// The feed's times have no zone, and the account's may be set wrong here.
constexpr qint64 ClocksDifferBy = 24 * 3600;

} // namespace

LostCreate::LostCreate(
    Services &services, store::Mirror &mirror, const JournalOverlay &overlay, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mirror(mirror)
    , m_overlay(overlay)
{}

QFuture<Result<QVector<Task>>> LostCreate::lookFor(const JournalEntry &entry)
{
    m_promise.start();
    const QFuture<Result<QVector<Task>>> future = m_promise.future();
    const auto *create = std::get_if<CreateTask>(&entry.command);
    if (!create) {
        finish(naryad::fail(ErrorKind::BadInput));
        return future;
    }
    m_body = create->body;
    const PreImage before = preImageFromJson(entry.preImage);
    // Rows of another file say nothing about what was there.
    const auto mirror = m_mirror.identity();
    if (mirror && *mirror == before.mirror)
        m_newestRow = before.newestRow;
    if (entry.lastAttemptAt.isValid())
        m_notBefore = entry.lastAttemptAt.addSecs(-ClocksDifferBy);
    askFeed(before.usn);
    return future;
}

void LostCreate::askFeed(qint64 usn)
{
    m_services.updates.updates(QStringLiteral("task"), usn)
        .then(this, [this, usn](const Result<QVector<api::Update>> &answer) {
            if (!answer) {
                finish(tl::unexpected(answer.error()));
                return;
            }
            qint64 last = usn;
            for (const api::Update &update : *answer) {
                last = std::max(last, update.usn);
                if (wasThere(update))
                    continue;
                if (!m_ids.contains(update.objectId) && !m_overlay.isOurs(update.objectId))
                    m_ids.append(update.objectId);
            }
            if (answer->size() >= api::UpdateRows && last > usn) {
                askFeed(last);
                return;
            }
            m_state = State::Details;
            askNext();
        });
}

/// The feed names what was changed, too: a task that was known before the attempt is not what it became.
bool LostCreate::wasThere(const api::Update &update) const
{
    if (update.time.isValid() && m_notBefore.isValid() && update.time < m_notBefore)
        return true;
    const auto mirrored = m_mirror.mirrored(update.objectId);
    return mirrored && *mirrored && (*mirrored)->row <= m_newestRow;
}

bool LostCreate::matches(const Task &task) const
{
    if (task.taskTemplate.id != m_body.taskTemplate.id)
        return false;
    if (!m_body.number.isEmpty() && task.number != m_body.number)
        return false;
    const bool startTold = task.plannedStart.isKnown() && m_body.plannedStart.isValid();
    return !startTold || task.plannedStart.value == m_body.plannedStart;
}

void LostCreate::askNext()
{
    if (m_ids.isEmpty()) {
        finish(m_found);
        return;
    }
    const QString id = m_ids.takeFirst();
    m_services.tasks.task(id, true).then(this, [this](const Result<api::Snapshot<Task>> &answer) {
        // The look must be complete: one task that can't be read may be the one that is looked for.
        if (!answer && answer.error().kind != ErrorKind::NotFound) {
            finish(tl::unexpected(answer.error()));
            return;
        }
        if (answer && matches(answer->value))
            m_found.append(answer->value);
        askNext();
    });
}

void LostCreate::finish(Result<QVector<Task>> result)
{
    m_state = State::Done;
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace naryad::sync
