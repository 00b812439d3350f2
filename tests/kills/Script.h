#pragma once

#include "Killer.h"

#include <QString>
#include <QVector>

#include <chrono>

namespace naryad::test {

/// What was typed into one form before the program was killed.
struct TypedForm
{
    enum class Kind {
        Task, ///< `text` is its number
        Comment,
    };
    /// How much of the text had been typed when.
    struct Step
    {
        qsizetype length = 0;
        Killer::Moment at;
    };

    Kind kind = Kind::Task;
    QString text; ///< nothing else in the world holds it
    QVector<Step> steps;
    bool said = false; ///< its key to save was pressed
    bool acknowledged = false; ///< it was seen closed while the program was surely running
};

/// Works the program by its keys, task after task and comment after comment, until it is killed.
/// `prefix` begins every text. `stuck`: what did not come of itself; empty where all went on until the kill.
struct Script
{
    QString prefix;
    QString contractor; ///< typed whole; what the service has under it
    QString taskTemplate;
    QVector<TypedForm> forms{};
    QString stuck{};

    void run(const Killer &killer);

private:
    bool fill(TypedForm &form, const Killer &killer);
};

} // namespace naryad::test
