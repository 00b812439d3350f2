#include "DraftBook.h"

#include "core/Await.h"

#include <algorithm>
#include <chrono>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds RetryAfter{5};
constexpr QLatin1String BegunFor(" for ");
constexpr QLatin1String OfMany("many ");

/// Of a new task that was begun for nothing of its own: the kind alone, or with the moment that keeps a run
/// apart. Whatever else a key says, also one of an earlier version, is another task's.
bool isPlain(const Draft &draft)
{
    const QString kind = toName(draft.kind);
    if (draft.kind != Draft::Kind::NewTask || !draft.key.startsWith(kind))
        return false;
    const QStringView apart = QStringView(draft.key).mid(kind.size());
    return apart.isEmpty()
        || (apart.startsWith(u':')
            && std::all_of(apart.begin() + 1, apart.end(), [](QChar one) { return one.isDigit(); }));
}

} // namespace

DraftBook::DraftBook(Desk desk, std::function<bool(Draft::Kind)> mine, QObject *parent)
    : QObject(parent)
    , m_desk(std::move(desk))
    , m_mine(std::move(mine))
{
    await(this, m_desk.details.drafts(), [this](const Result<QVector<Draft>> &found) {
        if (found) {
            m_drafts = *found;
            m_drafts.removeIf([this](const Draft &draft) { return !m_mine(draft.kind); });
        } else {
            m_apart = u':' + QString::number(m_desk.clock.now().toMSecsSinceEpoch());
        }
        m_loaded = true;
        Q_EMIT loaded();
        Q_EMIT changed();
    });
}

void DraftBook::whenLoaded(QObject *owner, std::function<void()> then)
{
    if (m_loaded)
        then();
    else
        connect(this, &DraftBook::loaded, owner, std::move(then));
}

std::optional<Draft> DraftBook::find(const QString &key) const
{
    const auto found = std::find_if(
        m_drafts.begin(), m_drafts.end(), [&key](const Draft &draft) { return draft.key == key; });
    return found == m_drafts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Draft> DraftBook::find(Draft::Kind kind, const TaskRow &row) const
{
    const auto found = std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Draft &draft) {
        if (draft.kind != kind || draft.replaces != 0)
            return false;
        return isPlain(draft) || (row.row != 0 && draft.row == row.row)
            || (!row.id.isEmpty() && draft.task.id == row.id)
            || (!row.token.isEmpty() && draft.task.token == row.token);
    });
    return found == m_drafts.end() ? std::nullopt : std::optional(*found);
}

Draft DraftBook::fresh(Draft::Kind kind, const TaskRow &row) const
{
    Draft draft;
    draft.kind = kind;
    draft.key = toName(kind);
    if (kind != Draft::Kind::NewTask) {
        draft.task = row.ref();
        draft.row = row.row;
        draft.key += u':' + draft.task.key();
    }
    draft.key += m_apart;
    return draft;
}

Draft DraftBook::ofKey(Draft::Kind kind, const QString &key) const
{
    Draft draft;
    draft.kind = kind;
    draft.key = key + m_apart;
    return find(draft.key).value_or(draft);
}

Draft DraftBook::ofNewTask(const QString &begun) const
{
    if (begun.isEmpty())
        return find(Draft::Kind::NewTask, {}).value_or(fresh(Draft::Kind::NewTask));
    Draft draft = fresh(Draft::Kind::NewTask);
    draft.key = toName(draft.kind) + BegunFor + begun + m_apart;
    return find(draft.key).value_or(draft);
}

Draft DraftBook::ofMany(Draft::Kind kind, const QStringList &inUse) const
{
    for (const Draft &draft : m_drafts) {
        if (draft.kind == kind && isOfMany(draft.key) && !inUse.contains(draft.key))
            return draft;
    }
    Draft draft;
    draft.kind = kind;
    for (int i = 1; draft.key.isEmpty() || inUse.contains(draft.key) || find(draft.key); ++i)
        draft.key = OfMany + toName(kind) + u':' + QString::number(i) + m_apart;
    return draft;
}

bool DraftBook::isOfMany(const QString &key)
{
    return key.startsWith(OfMany);
}

void DraftBook::put(const Draft &draft)
{
    m_drafts.removeIf([&draft](const Draft &other) { return other.key == draft.key; });
    m_drafts.prepend(draft);
    Q_EMIT changed();
}

void DraftBook::keep(Draft draft)
{
    draft.changed = m_desk.clock.now();
    draft.row = m_moved.value(draft.row, draft.row);
    put(draft);
    await(this, m_desk.commands.keepDraft(draft), [this, draft](const Result<void> &written) {
        if (!written) {
            failed(draft.key, written.error());
            return;
        }
        m_unwritten.remove(draft.key);
        Q_EMIT kept(draft.key, draft.changed);
    });
}

void DraftBook::drop(const QString &key)
{
    forget(key);
    await(this, m_desk.commands.dropDraft(key), [this, key](const Result<void> &written) {
        if (!written)
            failed(key, written.error());
        else
            m_unwritten.remove(key);
    });
}

void DraftBook::forget(const QString &key)
{
    m_drafts.removeIf([&key](const Draft &draft) { return draft.key == key; });
    m_unwritten.remove(key);
    Q_EMIT changed();
}

void DraftBook::readAgain(std::function<void(const QStringList &keys)> then)
{
    await(this, m_desk.details.drafts(), [this, then = std::move(then)](const Result<QVector<Draft>> &found) {
        QStringList keys;
        for (const Draft &draft : found.value_or(QVector<Draft>())) {
            if (!m_mine(draft.kind) || find(draft.key))
                continue;
            m_drafts.prepend(draft);
            keys.append(draft.key);
        }
        Q_EMIT changed();
        then(keys);
    });
}

void DraftBook::failed(const QString &key, const Error &error)
{
    m_unwritten.insert(key);
    if (!m_retryPlanned) {
        m_retryPlanned = true;
        m_desk.clock.after(RetryAfter, this, [this] { tryAgain(); });
    }
    Q_EMIT notKept(key, error);
}

void DraftBook::tryAgain()
{
    m_retryPlanned = false;
    const QSet<QString> unwritten = std::exchange(m_unwritten, {});
    for (const QString &key : unwritten) {
        if (const auto draft = find(key))
            keep(*draft);
        else
            drop(key);
    }
}

void DraftBook::rowsMoved(const QVector<QPair<RowId, RowId>> &moved)
{
    for (const auto &[from, to] : moved) {
        m_moved.insert(from, to);
        for (Draft &draft : m_drafts) {
            if (draft.row == from)
                draft.row = to;
        }
    }
}

} // namespace naryad::ui
