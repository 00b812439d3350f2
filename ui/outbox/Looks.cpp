#include "outbox/Looks.h"

#include "core/Await.h"
#include "sync/Engine.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// From an attempt's begin. By then its total deadline has ended it, and what the service made of it shows.
std::chrono::milliseconds quietTime()
{
    return std::max<std::chrono::milliseconds>(15s, sync::EngineOptions{}.total);
}

} // namespace

Looks::Looks(Desk desk, models::OutboxModel &model, QObject *parent)
    : QObject(parent)
    , m_desk(std::move(desk))
    , m_model(model)
{}

/// A look for an earlier attempt tells nothing of this one.
const Looks::Look *Looks::lookOf(const JournalEntry &entry) const
{
    const auto look = m_looks.constFind(entry.id);
    return look != m_looks.constEnd() && look->attempt == entry.lastAttemptAt ? &*look : nullptr;
}

QDateTime Looks::quietUntil(const JournalEntry &entry) const
{
    const QDateTime attempt = entry.lastAttemptAt.isValid() ? entry.lastAttemptAt : entry.createdAt;
    return attempt.addMSecs(quietTime().count());
}

bool Looks::isRunning(CommandId id) const
{
    return m_looks.value(id).running;
}

bool Looks::isMade(const JournalEntry &entry) const
{
    const Look *look = lookOf(entry);
    return look && look->began.isValid() && !look->failed;
}

QVector<Task> Looks::found(const JournalEntry &entry) const
{
    const Look *look = lookOf(entry);
    return look ? look->found : QVector<Task>{};
}

QString Looks::message(const JournalEntry &entry) const
{
    const Look *look = lookOf(entry);
    return look ? look->message : QString();
}

QString Looks::whyNotAgain(const JournalEntry &entry) const
{
    const Look *look = lookOf(entry);
    if (!isMade(entry))
        return tr("Send again: only after it was looked for and nothing was found.");
    if (look->running)
        return tr("Send again: not while it is being looked for.");
    if (!look->found.isEmpty())
        return tr("Send again: not while there are tasks that it may have become. Choose the one it is, or "
                  "drop it.");
    const QDateTime until = quietUntil(entry);
    if (look->began < until) {
        return tr("Send again: not yet. The service may still be making the first one, so it is looked for "
                  "once more at %1; it can be sent again if nothing is found then.")
            .arg(m_desk.zone.local(until).toString(u"HH:mm:ss"_s));
    }
    return {};
}

void Looks::look(const JournalEntry &entry)
{
    if (isRunning(entry.id))
        return;
    if (!lookOf(entry))
        m_looks.insert(entry.id, {entry.lastAttemptAt, {}, false, false, {}, {}});
    Look &look = m_looks[entry.id];
    look.running = true;
    look.message = tr("Looking…");
    const QDateTime began = m_desk.clock.now();
    await(this, m_desk.commands.lookFor(entry.id), [this, entry, began](const Result<QVector<Task>> &answer) {
        ended(entry, began, answer);
    });
    Q_EMIT changed(entry.id);
}

void Looks::ended(const JournalEntry &entry, const QDateTime &began, const Result<QVector<Task>> &answer)
{
    Look &look = m_looks[entry.id];
    look.running = false;
    look.failed = !answer;
    if (!answer) {
        look.message = tr("It could not be looked for: %1").arg(describe(answer.error()));
        Q_EMIT changed(entry.id);
        return;
    }
    look.began = began;
    look.found = *answer;
    if (!look.found.isEmpty())
        look.message = tr("Choose the task it became, then “It is there”.");
    else if (began < quietUntil(entry))
        look.message
            = tr("No task like it has come to the service since. It may still come: it is looked for "
                 "once more at %1.")
                  .arg(m_desk.zone.local(quietUntil(entry)).toString(u"HH:mm:ss"_s));
    else
        look.message = tr("No task like it has come to the service.");
    if (began < quietUntil(entry))
        lookLater(entry);
    Q_EMIT changed(entry.id);
}

void Looks::lookLater(const JournalEntry &entry)
{
    const auto wait
        = std::chrono::milliseconds(std::max<qint64>(0, m_desk.clock.now().msecsTo(quietUntil(entry))));
    m_desk.clock.after(wait, this, [this, id = entry.id, attempt = entry.lastAttemptAt] {
        const auto now = m_model.entry(m_model.indexOf(id));
        if (now && now->state == CommandState::Unsure && now->lastAttemptAt == attempt)
            look(*now);
    });
}

} // namespace naryad::ui
