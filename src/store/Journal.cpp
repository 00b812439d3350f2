#include "store/Journal.h"

#include "JournalPrivate.h"
#include "JournalSchema.h"
#include "TaskColumns.h"

#include <QFile>
#include <algorithm>
#include <utility>

namespace naryad::store {

namespace {

QString numbersKey()
{
    return QStringLiteral("task.numbers");
}

QString prefixKey()
{
    return QStringLiteral("task.prefix");
}

QString nextKey()
{
    return QStringLiteral("task.next");
}

} // namespace

Journal::Journal(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString &path, const Clock &clock)
{
    auto priv = std::make_unique<Private>(path, clock);
    const QString mark = priv->beside(QStringLiteral("journal.mark"));
    // The text copy tells it too, should the mark have been lost.
    const bool stoodBefore
        = QFile::exists(mark) || QFileInfo(priv->beside(QStringLiteral("journal.txt"))).size() > 0;
    const bool missing = QFileInfo(path).size() == 0;

    Result<void> opened;
    if (!(stoodBefore && missing))
        opened = priv->openFile(path);
    if ((stoodBefore && missing) || (!opened && opened.error().cause == ErrorCause::Damaged))
        opened = priv->replaceDamaged();
    if (!opened) {
        opened.error().place = path;
        return tl::unexpected(opened.error());
    }
    makePrivateFile(mark);
    if (!QFile::exists(mark)) {
        Error error;
        error.kind = ErrorKind::Storage;
        error.cause = ErrorCause::ReadOnly;
        error.place = mark;
        return fail(error);
    }
    priv->backUpDaily();
    std::unique_ptr<Journal> journal(new Journal(std::move(priv)));
    if (auto refused = journal->d->refuseTakenBack(); !refused)
        return tl::unexpected(refused.error());
    if (auto doubted = journal->d->doubtInterrupted(*journal); !doubted)
        return tl::unexpected(doubted.error());
    return journal;
}

bool Journal::wasDamaged() const
{
    return d->damaged;
}

Result<JournalEntry> Journal::append(
    const Command &command, CommandState state, const QString &draftKey, const QDateTime &notBefore,
    const QString &token)
{
    return guarded([&]() -> Result<JournalEntry> {
        const JournalEntry entry = d->fresh({command, state, notBefore, token}, d->nextId());
        const auto stored = d->store(entry, [&] {
            d->write(entry);
            if (draftKey.isEmpty())
                return;
            if (state == CommandState::Held)
                d->holdDraft(entry.id, draftKey);
            d->eraseDraft(draftKey);
        });
        if (!stored)
            return tl::unexpected(stored.error());
        return entry;
    });
}

Result<QVector<JournalEntry>> Journal::appendAll(const QVector<Intent> &intents)
{
    // Nothing goes into the text copy, and what went there before stays.
    if (intents.isEmpty())
        return QVector<JournalEntry>();
    return guarded([&]() -> Result<QVector<JournalEntry>> {
        QVector<JournalEntry> entries;
        entries.reserve(intents.size());
        CommandId id = d->nextId();
        for (const Intent &intent : intents)
            entries.append(d->fresh(intent, id++));
        const auto stored = d->store(entries, [&] {
            for (const JournalEntry &entry : std::as_const(entries))
                d->write(entry);
        });
        if (!stored)
            return tl::unexpected(stored.error());
        return entries;
    });
}

Result<void> Journal::recall(CommandId id)
{
    auto found = entry(id);
    if (!found)
        return tl::unexpected(found.error());
    if (found->state != CommandState::Held)
        return fail(ErrorKind::BadInput);
    found->state = CommandState::Dropped;
    found->notBefore = {};
    found->settledAt = d->clock.now();
    return d->store(*found, [&] {
        d->write(*found);
        d->bringDraftBack(id);
        d->eraseHeldDraft(id);
    });
}

Result<void> Journal::beginAttempt(
    CommandId id, const QByteArray &body, const QByteArray &preImage, const QVector<FieldConflict> &merged)
{
    auto found = entry(id);
    if (!found)
        return tl::unexpected(found.error());
    if (found->state != CommandState::Waiting)
        return fail(ErrorKind::BadInput);
    found->state = CommandState::Sending;
    ++found->attempts;
    found->body = body;
    found->merged = merged;
    // What was known before the first attempt that may have arrived: a later one must not hide what that
    // made.
    if (found->preImage.isEmpty() || found->doubts == 0)
        found->preImage = preImage;
    found->lastAttemptAt = d->clock.now();
    found->attemptEndedAt = {};
    found->notBefore = {};
    found->looks = 0;
    found->found.clear();
    return d->store(*found);
}

Result<void> Journal::settle(CommandId id, const Outcome &outcome)
{
    auto found = entry(id);
    if (!found)
        return tl::unexpected(found.error());
    if (isFinal(found->state))
        return fail(ErrorKind::BadInput);
    if (found->state == CommandState::Sending && outcome.state != CommandState::Sending) {
        found->attemptEndedAt = d->clock.now();
        if (outcome.state == CommandState::Unsure)
            ++found->doubts;
    }
    const bool wasHeld = found->state == CommandState::Held && outcome.state != CommandState::Held;
    found->state = outcome.state;
    if (!outcome.resultId.isEmpty())
        found->resultId = outcome.resultId;
    found->error = outcome.error;
    found->notBefore = outcome.notBefore;
    found->looks = outcome.looks;
    found->needsUser = outcome.needsUser;
    found->found = outcome.found;
    found->conflicts = outcome.conflicts;
    found->warning = outcome.warning;
    if (outcome.consent)
        found->consents.append(*outcome.consent);
    if (outcome.command)
        found->command = *outcome.command;
    if (isFinal(outcome.state))
        found->settledAt = d->clock.now();
    return d->store(*found, [&] {
        d->write(*found);
        if (wasHeld)
            d->eraseHeldDraft(id);
    });
}

Result<void> Journal::warn(CommandId id, const QString &warning)
{
    auto found = entry(id);
    if (!found)
        return tl::unexpected(found.error());
    if (!found->warning.isEmpty())
        found->warning += u' ';
    found->warning += warning;
    return d->store(*found);
}

Result<JournalEntry> Journal::entry(CommandId id) const
{
    const auto found = d->select("SELECT entry FROM command WHERE id=?", id);
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return fail(ErrorKind::BadInput);
    return found->first();
}

Result<QVector<JournalEntry>> Journal::open() const
{
    return d->select("SELECT entry FROM command WHERE state NOT IN ('sent','dropped') ORDER BY id", 0);
}

Result<QVector<JournalEntry>> Journal::all(CommandId after) const
{
    return d->select("SELECT entry FROM command WHERE id>? ORDER BY id", after);
}

Result<QString> Journal::meta(const QString &key) const
{
    return guarded([&]() -> Result<QString> { return d->readMeta(key); });
}

Result<void> Journal::setMeta(const QString &key, const QString &value)
{
    return guarded([&]() -> Result<void> {
        d->writeMeta(key, value);
        return {};
    });
}

Result<void> Journal::setViews(const QString &views)
{
    return d->here([&]() -> Result<void> {
        d->writeMeta(QString::fromLatin1(ViewsKey), views);
        return {};
    });
}

Result<TaskNumbers> Journal::taskNumbers() const
{
    return guarded([&]() -> Result<TaskNumbers> {
        TaskNumbers numbers;
        if (d->readMeta(numbersKey()) == QLatin1String("naryad"))
            numbers.by = TaskNumbers::By::Naryad;
        numbers.prefix = d->readMeta(prefixKey());
        numbers.next = std::max<qint64>(1, d->readMeta(nextKey()).toLongLong());
        return numbers;
    });
}

Result<TaskNumbers>
Journal::setTaskNumbers(TaskNumbers::By by, const QString &prefix, std::optional<qint64> next)
{
    TaskNumbers numbers{by, prefix};
    const auto written = d->here([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        const bool ours = by == TaskNumbers::By::Naryad;
        d->writeMeta(numbersKey(), ours ? QStringLiteral("naryad") : QStringLiteral("service"));
        d->writeMeta(prefixKey(), prefix);
        if (next)
            d->writeMeta(nextKey(), QString::number(*next));
        numbers.next = std::max<qint64>(1, d->readMeta(nextKey()).toLongLong());
        transaction.commit();
        return {};
    });
    return written.map([&numbers] { return numbers; });
}

Result<QString> Journal::takeTaskNumber()
{
    const auto numbers = taskNumbers();
    if (!numbers)
        return tl::unexpected(numbers.error());
    if (numbers->by == TaskNumbers::By::Service)
        return QString();
    // A number is lost should the program end here, never given twice.
    if (auto counted = setMeta(nextKey(), QString::number(numbers->next + 1)); !counted)
        return tl::unexpected(counted.error());
    return numbers->prefix + QString::number(numbers->next);
}

Result<void> Journal::keepDraft(const Draft &draft)
{
    return d->here([&]() -> Result<void> {
        SQLite::Statement write(
            *d->database, "INSERT OR REPLACE INTO draft(key, kind, body, changed) VALUES(?,?,?,?)");
        bindAll(
            write, draft.key, toName(draft.kind), QString::fromUtf8(compact(draftBody(draft))),
            d->clock.now().toUTC().toString(Qt::ISODateWithMs));
        write.exec();
        return {};
    });
}

Result<void> Journal::dropDraft(const QString &key)
{
    return d->here([&]() -> Result<void> {
        d->eraseDraft(key);
        return {};
    });
}

Result<QVector<NamedRef>> Journal::results() const
{
    return guarded([&]() -> Result<QVector<NamedRef>> {
        SQLite::Statement find(*d->database, "SELECT id, name FROM result ORDER BY name, id");
        QVector<NamedRef> results;
        while (find.executeStep())
            results.append({textAt(find, 0), textAt(find, 1)});
        return results;
    });
}

Result<void> Journal::keepResult(const NamedRef &result)
{
    return d->store(result, [&] { d->writeResult(result); });
}

Result<void> Journal::dropResult(const QString &id)
{
    return d->store(DroppedResult{id}, [&] { d->eraseResult(id); });
}

Result<void> Journal::learnResult(const NamedRef &result)
{
    if (result.isNothing())
        return {};
    const auto known = results();
    if (!known)
        return tl::unexpected(known.error());
    const bool has = std::any_of(known->begin(), known->end(), [&result](const NamedRef &one) {
        return one.id == result.id && (!one.name.isEmpty() || result.name.isEmpty());
    });
    return has ? Result<void>() : keepResult(result);
}

Result<void> Journal::noteResultUsed(const QString &templateId, const QString &resultId)
{
    return d->here([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        d->writeMeta(resultUsedPrefix() + templateId, resultId);
        // Under no template: the last of all.
        if (!templateId.isEmpty())
            d->writeMeta(resultUsedPrefix(), resultId);
        transaction.commit();
        return {};
    });
}

} // namespace naryad::store
