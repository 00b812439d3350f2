#pragma once

#include "core/Draft.h"
#include "core/Error.h"
#include "core/Task.h"
#include "widgets/Desk.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QVector>

#include <functional>
#include <optional>

namespace naryad::ui {

/// What was typed into forms and not said yet: on disk, and here, so that a form opens as it was at once.
///
/// Never drops anything by itself; what could not be written is tried again. Thread: the GUI's.
class DraftBook : public QObject
{
    Q_OBJECT
public:
    /// Reads what an earlier run left of the kinds that are `mine`; loaded() follows, always. The others are
    /// another book's.
    DraftBook(Desk desk, std::function<bool(Draft::Kind)> mine, QObject *parent = nullptr);

    /// Calls `then` once it is known what was left: at once, or after loaded(). Not once `owner` is gone.
    void whenLoaded(QObject *owner, std::function<void()> then);

    std::optional<Draft> find(const QString &key) const;
    /// Of the task in this row, whatever it was called when it was typed.
    std::optional<Draft> find(Draft::Kind kind, const TaskRow &row) const;
    /// All of them, the newest first.
    QVector<Draft> drafts() const { return m_drafts; }
    /// The draft with this key; one to begin with where nothing is kept under it.
    Draft ofKey(Draft::Kind kind, const QString &key) const;
    /// A draft to begin with: nothing typed yet.
    Draft fresh(Draft::Kind kind, const TaskRow &row = {}) const;
    /// Of a new task that was begun as `begun` names; what was kept of it, where something was.
    Draft ofNewTask(const QString &begun) const;

    /// Of a window in which one thing is said of many tasks: the newest that was kept of its kind, unless its
    /// key is one of `inUse`; else one to begin with.
    Draft ofMany(Draft::Kind kind, const QStringList &inUse) const;
    static bool isOfMany(const QString &key);

    void keep(Draft draft);
    void drop(const QString &key);
    /// Said: the journal dropped it in the same step.
    void forget(const QString &key);
    /// Takes in what has come back to the disk beside this (a command was taken back); `then` with the keys.
    void readAgain(std::function<void(const QStringList &keys)> then);
    /// Local rows got their mirrored numbers.
    void rowsMoved(const QVector<QPair<RowId, RowId>> &moved);

Q_SIGNALS:
    void loaded();
    /// Which there are, or what one of them holds.
    void changed();
    /// On disk since `when` (UTC).
    void kept(const QString &key, const QDateTime &when);
    void notKept(const QString &key, const naryad::Error &error);

private:
    void put(const Draft &draft);
    void failed(const QString &key, const Error &error);
    void tryAgain();

    Desk m_desk;
    std::function<bool(Draft::Kind)> m_mine;
    QVector<Draft> m_drafts;
    QHash<RowId, RowId> m_moved;
    QSet<QString> m_unwritten;
    bool m_retryPlanned = false;
    bool m_loaded = false;
    QString m_apart; ///< ends the keys of this run where those of earlier ones could not be read
};

} // namespace naryad::ui
