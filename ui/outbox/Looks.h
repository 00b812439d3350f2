#pragma once

#include "core/Commands.h"
#include "core/Task.h"
#include "models/OutboxModel.h"
#include "widgets/Desk.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QVector>

namespace naryad::ui {

/// The looks for tasks whose creation got no whole answer: what was found, and whether the look was late
/// enough to tell that nothing came of it (reliability, section 7).
///
/// A look that came too early is made once more by itself when it is time. Thread: the GUI's. Decides
/// nothing.
class Looks : public QObject
{
    Q_OBJECT
public:
    /// `model` tells how a command stands when it is time to look again; it outlives this.
    Looks(Desk desk, models::OutboxModel &model, QObject *parent);

    void look(const JournalEntry &entry);
    bool isRunning(CommandId id) const;
    /// A whole look was made since the last attempt.
    bool isMade(const JournalEntry &entry) const;
    QVector<Task> found(const JournalEntry &entry) const;
    /// How the look goes or what came of it, for the user; empty: none was made.
    QString message(const JournalEntry &entry) const;
    /// Why it can't be sent again yet, and when that may be; empty: it can.
    QString whyNotAgain(const JournalEntry &entry) const;

Q_SIGNALS:
    void changed(naryad::CommandId id);

private:
    struct Look
    {
        QDateTime attempt; ///< which attempt it looks for
        QDateTime began; ///< UTC; of the last whole look, invalid: none yet
        bool running = false;
        bool failed = false; ///< the last one
        QVector<Task> found;
        QString message;
    };

    const Look *lookOf(const JournalEntry &entry) const;
    QDateTime quietUntil(const JournalEntry &entry) const;
    void ended(const JournalEntry &entry, const QDateTime &began, const Result<QVector<Task>> &answer);
    void lookLater(const JournalEntry &entry);

    Desk m_desk;
    models::OutboxModel &m_model;
    QHash<CommandId, Look> m_looks;
};

} // namespace naryad::ui
