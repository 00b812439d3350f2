#pragma once

#include "core/Commands.h"
#include "widgets/Desk.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QVector>

namespace naryad::ui {

/// The looks the user asks for, for commands that got no whole answer, beside those that are made by
/// themselves. Thread: the GUI's. Decides nothing.
class Looks : public QObject
{
    Q_OBJECT
public:
    Looks(Desk desk, QObject *parent);

    void look(const JournalEntry &entry);
    bool isRunning(CommandId id) const;
    /// What it may have become, by the last look of either sort.
    QVector<FoundObject> found(const JournalEntry &entry) const;
    /// How the look goes or what came of it, for the user; empty: none was asked for.
    QString message(const JournalEntry &entry) const;

Q_SIGNALS:
    void changed(naryad::CommandId id);

private:
    struct Look
    {
        QDateTime attempt; ///< which attempt it looks for
        bool running = false;
        bool whole = false;
        QVector<FoundObject> found;
        QString message;
    };

    const Look *lookOf(const JournalEntry &entry) const;
    void ended(const JournalEntry &entry, const Result<QVector<FoundObject>> &answer);

    Desk m_desk;
    QHash<CommandId, Look> m_looks;
};

} // namespace naryad::ui
