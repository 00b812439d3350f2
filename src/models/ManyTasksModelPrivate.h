#pragma once

#include "PageCache.h"
#include "models/ManyTasksModel.h"

#include <QHash>

namespace naryad::models {

/// What the model holds; shared by its two files.
class ManyTasksModel::Private
{
public:
    static constexpr int PageRows = 256;

    /// What became of one command, as it is shown.
    struct Fate
    {
        CommandState state = CommandState::Waiting;
        QString words;
        int place = 0;
    };

    Private(store::Reader &source, AccountZone where, const QVector<RowId> &numbers, Judge how)
        : reader(source)
        , zone(std::move(where))
        , rows(numbers)
        , judge(std::move(how))
    {}

    store::Reader &reader;
    AccountZone zone;
    QVector<RowId> rows;
    Judge judge;
    PageCache cache{Most + PageRows};
    QHash<RowId, QString> why; ///< of the rows read; empty: it can be said
    int possible = 0;
    int read = 0; ///< rows from the start that are judged
    bool reading = false;
    int wanted = -1; ///< a page drawn before it was here
    std::optional<Error> error;
    QString text;
    QHash<RowId, QString> ownTexts;
    QHash<QString, QString> restored; ///< own texts whose rows have not been met, by the task's key
    bool hasOwnTexts = false;
    /// Local rows that got their mirrored numbers, since what was asked of them answers late.
    QHash<RowId, RowId> moved;
    QHash<RowId, CommandId> said;
    QHash<CommandId, Fate> fates;
    QVector<CommandId> order; ///< of `fates`, as they were said
    Tally tally;
    int rest = 0; ///< where in `order` the next question about what rests begins
    bool asking = false;
    bool askAgain = false;

    int &counter(CommandState state)
    {
        switch (state) {
        case CommandState::Held:
            return tally.held;
        case CommandState::Waiting:
        case CommandState::Sending:
            return tally.waiting;
        case CommandState::Unsure:
            return tally.unsure;
        case CommandState::Refused:
            return tally.refused;
        case CommandState::Sent:
            return tally.sent;
        case CommandState::Dropped:
            break;
        }
        return tally.dropped;
    }
};

} // namespace naryad::models
