#pragma once

#include "CommandCalls.h"
#include "core/CommandKinds.h"
#include "core/Commands.h"

#include <QByteArray>
#include <QVector>

#include <functional>

namespace naryad::test {

/// Something a command can be about or speak of.
struct Thing
{
    enum class Kind {
        Draft,
        SentTask,
        Contractor,
        Subdivision,
        Person,
        Phone,
        Field,
        Template,
        Model,
        Equipment,
    };

    Kind kind = Kind::Draft;
    QString id; ///< the service's, or a local one
    QString owner{}; ///< of a person or phone: its contractor
    TaskBody task{}; ///< of a task: what was last said of it here
    ContractorBody contractor{}; ///< likewise
    bool taken = false; ///< a command of ours takes it away
    bool shorn = false; ///< a command of ours takes a field out of it
};

/// One command with what tells it from all others wherever it turns up.
struct Said
{
    CommandId id = 0;
    Command command;
    QString name; ///< of the service's command
    QByteArray mark; ///< stands in its body; empty where a body has no room for one
    QString part{}; ///< of an update with a base: what it changes
    QString before{}; ///< and from what
    bool recalled = false;
};

/// What the service has of a thing right now, asked beside the program's line.
struct Truth
{
    std::function<std::optional<Task>(const QString &id)> task;
    std::function<std::optional<Contractor>(const QString &id)> contractor;
    std::function<QString(const QString &id)> idOf; ///< the service's id behind one of either sort; or empty
    std::function<bool(const QString &id)> isSaid; ///< something said of the thing is not final yet
};

/// What the users of one program may say next, over what they know of.
class Speech
{
public:
    Speech(const World &world, const QString &extraField);

    /// A command by its number of the 28; `b` and `c` choose what it is about.
    Said say(int number, quint32 kind, quint32 b, quint32 c, const Truth &truth);
    /// It is on disk: what it makes may be spoken of from now on.
    void keep(const Said &said, const QString &token);

    QVector<Thing> &things() { return m_things; }
    Thing *pick(Thing::Kind kind, quint32 choice);

private:
    void changeTask(Said &said, UpdateTask &update, quint32 b, quint32 c, const Truth &truth);
    void changeContractor(Said &said, UpdateContractor &update, quint32 b, quint32 c, const Truth &truth);
    void fill(Said &said, quint32 b, quint32 c, const Truth &truth);

    World m_world;
    QString m_extraField;
    QVector<Thing> m_things;
    World m_chosen; ///< the world with the chosen things in the places of its own
    QString m_personOwner;
    QString m_phoneOwner;
    QVector<qsizetype> m_chosenThings;
};

/// What a task is as a form begins with it: what the service tells, over what was said before.
TaskBody formOf(const TaskBody &said, const Task &now);
/// The text in the world's text field.
QString textIn(const TaskBody &body);
void setTextIn(TaskBody &body, const QString &text);

} // namespace naryad::test
