#include "outbox/Looks.h"

#include "core/Await.h"
#include "core/CommandKinds.h"

namespace naryad::ui {

Looks::Looks(Desk desk, QObject *parent)
    : QObject(parent)
    , m_desk(std::move(desk))
{}

/// A look for an earlier attempt tells nothing of this one.
const Looks::Look *Looks::lookOf(const JournalEntry &entry) const
{
    const auto look = m_looks.constFind(entry.id);
    return look != m_looks.constEnd() && look->attempt == entry.lastAttemptAt ? &*look : nullptr;
}

bool Looks::isRunning(CommandId id) const
{
    return m_looks.value(id).running;
}

QVector<FoundObject> Looks::found(const JournalEntry &entry) const
{
    const Look *look = lookOf(entry);
    return look && look->whole ? look->found : entry.found;
}

QString Looks::message(const JournalEntry &entry) const
{
    const Look *look = lookOf(entry);
    return look ? look->message : QString();
}

void Looks::look(const JournalEntry &entry)
{
    if (isRunning(entry.id))
        return;
    if (!lookOf(entry))
        m_looks.insert(entry.id, {entry.lastAttemptAt, false, false, {}, {}});
    Look &look = m_looks[entry.id];
    look.running = true;
    look.message = tr("Looking…");
    await(this, m_desk.commands.lookFor(entry.id), [this, entry](const Result<QVector<FoundObject>> &answer) {
        ended(entry, answer);
    });
    Q_EMIT changed(entry.id);
}

void Looks::ended(const JournalEntry &entry, const Result<QVector<FoundObject>> &answer)
{
    Look &look = m_looks[entry.id];
    look.running = false;
    if (answer) {
        look.whole = true;
        look.found = *answer;
    }
    if (!answer)
        look.message = tr("It could not be looked for: %1").arg(describe(answer.error()));
    else if (!isCreate(entry.command))
        look.message = look.found.isEmpty()
            ? tr("It was looked for: the service tells nothing that shows whether it was done.")
            : tr("It was looked for: what the service tells now is listed.");
    else if (look.found.isEmpty())
        look.message = tr("Nothing like it has come to the service.");
    else
        look.message = tr("Choose what it became, then “It is there”.");
    Q_EMIT changed(entry.id);
}

} // namespace naryad::ui
