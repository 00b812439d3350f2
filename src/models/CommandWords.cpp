#include "core/CommandKinds.h"
#include "core/Quotes.h"
#include "models/Words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace naryad::models {

namespace {

QString taskName(const TaskBody &body)
{
    QString name = body.taskTemplate.name;
    if (body.contractor.isKnown() && !body.contractor.value.name.isEmpty())
        name += QStringLiteral(", ") + body.contractor.value.name;
    return name;
}

/// "task 17", "the new task “Монтаж, Ромашка”", "task #5"
QString aboutTask(const ObjectRef &task, const QString &number, const QString &name)
{
    if (!number.isEmpty())
        return QCoreApplication::translate("naryad::models", "task %1").arg(number);
    const QString id = task.isLocal() ? QString() : QLatin1Char('#') + task.id;
    if (!id.isEmpty()) {
        return name.isEmpty()
            ? QCoreApplication::translate("naryad::models", "task %1").arg(id)
            : QCoreApplication::translate("naryad::models", "task %1 “%2”").arg(id, innerQuotes(name));
    }
    return name.isEmpty()
        ? QCoreApplication::translate("naryad::models", "the new task")
        : QCoreApplication::translate("naryad::models", "the new task “%1”").arg(innerQuotes(name));
}

QString joinedNames(const QVector<NamedRef> &refs)
{
    QStringList names;
    for (const NamedRef &ref : refs)
        names.append(ref.name.isEmpty() ? QLatin1Char('#') + ref.id : ref.name);
    return names.join(QStringLiteral(", "));
}

struct Title
{
    QString operator()(const CreateTask &create) const
    {
        return (create.body.draft ? QCoreApplication::translate("naryad::models", "New draft: %1")
                                  : QCoreApplication::translate("naryad::models", "New task: %1"))
            .arg(taskName(create.body));
    }
    QString operator()(const UpdateTask &update) const
    {
        const QString name = update.body.number.isEmpty()
            ? taskName(update.body)
            : update.body.number + QStringLiteral(", ") + taskName(update.body);
        return (update.body.draft ? QCoreApplication::translate("naryad::models", "Change draft %1")
                                  : QCoreApplication::translate("naryad::models", "Send task %1"))
            .arg(name);
    }
    QString operator()(const AddComment &comment) const
    {
        const QString task = aboutTask(comment.task, comment.taskNumber, comment.taskName);
        return QCoreApplication::translate("naryad::models", "Comment on %1: %2").arg(task, comment.text);
    }
    QString operator()(const CloseTask &close) const
    {
        const QString task = aboutTask(close.task, close.taskNumber, close.taskName);
        return QCoreApplication::translate("naryad::models", "Close %1: %2")
            .arg(task, close.result.name.isEmpty() ? close.result.id : close.result.name);
    }
    QString operator()(const AddTaskFields &add) const
    {
        QVector<NamedRef> fields;
        for (const TaskFieldAddition &one : add.fields)
            fields.append({one.field.fieldId, one.field.name});
        return QCoreApplication::translate("naryad::models", "Add fields to %1: %2")
            .arg(aboutTask(add.task, add.taskNumber, add.taskName), joinedNames(fields));
    }
    QString operator()(const RemoveTaskFields &remove) const
    {
        return QCoreApplication::translate("naryad::models", "Remove fields from %1: %2")
            .arg(aboutTask(remove.task, remove.taskNumber, remove.taskName), joinedNames(remove.fields));
    }

    // One sentence each: languages bend the words of the kinds differently.
    QString operator()(const CreateContractor &c) const
    {
        return QCoreApplication::translate("naryad::models", "New contractor: %1").arg(c.body.name);
    }
    QString operator()(const UpdateContractor &c) const
    {
        return QCoreApplication::translate("naryad::models", "Change contractor: %1").arg(c.body.name);
    }
    QString operator()(const AddSubdivision &c) const
    {
        return QCoreApplication::translate("naryad::models", "New subdivision: %1").arg(c.body.name);
    }
    QString operator()(const UpdateSubdivision &c) const
    {
        return QCoreApplication::translate("naryad::models", "Change subdivision: %1").arg(c.body.name);
    }
    QString operator()(const CreatePerson &c) const
    {
        return QCoreApplication::translate("naryad::models", "New person: %1").arg(c.body.name);
    }
    QString operator()(const UpdatePerson &c) const
    {
        return QCoreApplication::translate("naryad::models", "Change person: %1").arg(c.body.name);
    }
    QString operator()(const DeletePerson &c) const
    {
        return QCoreApplication::translate("naryad::models", "Delete person: %1").arg(nameOf(c));
    }
    QString operator()(const CreatePhone &c) const
    {
        return QCoreApplication::translate("naryad::models", "New phone: %1").arg(c.body.number);
    }
    QString operator()(const UpdatePhone &c) const
    {
        return QCoreApplication::translate("naryad::models", "Change phone: %1").arg(c.body.number);
    }
    QString operator()(const DeletePhone &c) const
    {
        return QCoreApplication::translate("naryad::models", "Delete phone: %1").arg(nameOf(c));
    }
    QString operator()(const CreateTemplateField &c) const
    {
        return QCoreApplication::translate("naryad::models", "New field: %1").arg(c.body.name);
    }
    QString operator()(const UpdateTemplateField &c) const
    {
        return QCoreApplication::translate("naryad::models", "Change field: %1").arg(c.body.name);
    }
    QString operator()(const DeleteTemplateField &c) const
    {
        return QCoreApplication::translate("naryad::models", "Delete field: %1").arg(nameOf(c));
    }
    QString operator()(const CreateTemplate &c) const
    {
        return QCoreApplication::translate("naryad::models", "New template: %1").arg(c.body.name);
    }
    QString operator()(const UpdateTemplate &c) const
    {
        return QCoreApplication::translate("naryad::models", "Change template: %1").arg(c.body.name);
    }
    QString operator()(const DeleteTemplate &c) const
    {
        return QCoreApplication::translate("naryad::models", "Delete template: %1").arg(nameOf(c));
    }
    QString operator()(const CreateEquipmentModel &c) const
    {
        return QCoreApplication::translate("naryad::models", "New model: %1").arg(c.body.name);
    }
    QString operator()(const UpdateEquipmentModel &c) const
    {
        return QCoreApplication::translate("naryad::models", "Change model: %1").arg(c.body.name);
    }
    QString operator()(const DeleteEquipmentModel &c) const
    {
        return QCoreApplication::translate("naryad::models", "Delete model: %1").arg(nameOf(c));
    }
    QString operator()(const CreateEquipment &c) const
    {
        return QCoreApplication::translate("naryad::models", "New equipment: %1").arg(c.body.serialNumber);
    }
    QString operator()(const UpdateEquipment &c) const
    {
        return QCoreApplication::translate("naryad::models", "Change equipment: %1").arg(c.body.serialNumber);
    }
    QString operator()(const DeleteEquipment &c) const
    {
        return QCoreApplication::translate("naryad::models", "Delete equipment: %1").arg(nameOf(c));
    }

    template <class Body> static QString nameOf(const Delete<Body> &remove)
    {
        return remove.name.isEmpty() ? QLatin1Char('#') + remove.object.id : remove.name;
    }
};

QString unsureText(const JournalEntry &entry, const AccountZone &zone)
{
    QStringList sentences{QCoreApplication::translate(
        "naryad::models", "No whole answer came: it is not known whether the service has done it.")};
    if (entry.lastAttemptAt.isValid()) {
        sentences.append(
            QCoreApplication::translate("naryad::models", "Tried at %1.")
                .arg(zone.local(entry.lastAttemptAt).toString(QStringLiteral("dd.MM HH:mm:ss"))));
    }
    if (!entry.needsUser && entry.notBefore.isValid()) {
        sentences.append(QCoreApplication::translate("naryad::models", "It is looked for at %1.")
                             .arg(zone.local(entry.notBefore).toString(QStringLiteral("HH:mm:ss"))));
    } else if (entry.found.size() > 1 && isCreate(entry.command)) {
        sentences.append(QCoreApplication::translate(
            "naryad::models", "%n thing(s) like it came to the service.", nullptr, int(entry.found.size())));
    } else if (entry.needsUser && entry.looks > 0) {
        sentences.append(QCoreApplication::translate("naryad::models", "Nothing of it was found."));
    }
    if (!entry.warning.isEmpty())
        sentences.append(entry.warning);
    if (entry.error && !entry.error->words.isEmpty())
        sentences.append(entry.error->words);
    return sentences.join(QLatin1Char(' '));
}

const Consent *consentTo(const JournalEntry &entry, Decision decision)
{
    const auto found
        = std::find_if(entry.consents.begin(), entry.consents.end(), [decision](const Consent &one) {
              return one.decision == decision;
          });
    return found == entry.consents.end() ? nullptr : &*found;
}

/// While it was held: no decision of the user's about it was asked for.
bool isTakenBack(const JournalEntry &entry)
{
    return entry.state == CommandState::Dropped && entry.consents.isEmpty() && entry.attempts == 0;
}

/// When another took its place, that was mended; null: none did.
const Consent *mendedBy(const JournalEntry &entry)
{
    const Consent *drop = consentTo(entry, Decision::Drop);
    return entry.state == CommandState::Dropped && drop && !drop->objectId.isEmpty() ? drop : nullptr;
}

QString gaveWayText(const JournalEntry &entry)
{
    const Consent *consent = consentTo(entry, Decision::KeepTheirs);
    return !consent || consent->parts.isEmpty()
        ? QString()
        : QCoreApplication::translate("naryad::models", "Yours gave way to what others said of: %1.")
              .arg(partNames(consent->parts));
}

/// Nothing was left to send when others' changes were kept.
bool isLeftToOthers(const JournalEntry &entry)
{
    return entry.state == CommandState::Dropped && consentTo(entry, Decision::KeepTheirs)
        && !consentTo(entry, Decision::Drop);
}

QString droppedText(const JournalEntry &entry)
{
    if (mendedBy(entry))
        return QCoreApplication::translate(
            "naryad::models", "You mended it and said it anew: the new one has taken its place.");
    if (isTakenBack(entry))
        return QCoreApplication::translate(
            "naryad::models", "Taken back before it was sent; what was typed became a draft again.");
    if (isLeftToOthers(entry))
        return gaveWayText(entry) + QLatin1Char(' ')
            + QCoreApplication::translate("naryad::models", "Nothing was left to send.");
    if (entry.doubts > 0)
        return QCoreApplication::translate(
            "naryad::models",
            "Dropped here: it is not sent again. An attempt got no whole answer: if it did arrive, it stays "
            "on "
            "the service.");
    return QCoreApplication::translate("naryad::models", "Dropped here: it is not sent.");
}

} // namespace

QString commandText(const Command &command)
{
    return std::visit(Title{}, command);
}

QString words(CommandState state)
{
    switch (state) {
    case CommandState::Held:
        return QCoreApplication::translate("naryad::models", "held", "a command");
    case CommandState::Waiting:
        return QCoreApplication::translate("naryad::models", "waiting", "a command");
    case CommandState::Sending:
        return QCoreApplication::translate("naryad::models", "sending", "a command");
    case CommandState::Unsure:
        return QCoreApplication::translate("naryad::models", "unsure", "a command");
    case CommandState::Refused:
        return QCoreApplication::translate("naryad::models", "refused", "a command");
    case CommandState::Sent:
        return QCoreApplication::translate("naryad::models", "done", "a command");
    case CommandState::Dropped:
        return QCoreApplication::translate("naryad::models", "dropped", "a command");
    }
    return {};
}

QString stateWord(const JournalEntry &entry)
{
    if (!entry.conflicts.isEmpty())
        return QCoreApplication::translate("naryad::models", "conflict", "a command");
    if (isTakenBack(entry))
        return QCoreApplication::translate("naryad::models", "taken back", "a command");
    if (isLeftToOthers(entry))
        return QCoreApplication::translate("naryad::models", "gave way", "a command");
    if (mendedBy(entry))
        return QCoreApplication::translate("naryad::models", "replaced", "a command");
    if (entry.state == CommandState::Unsure && !entry.needsUser)
        return QCoreApplication::translate("naryad::models", "unsure, being looked for");
    return words(entry.state);
}

QString stateText(const JournalEntry &entry, const QDateTime &now)
{
    if (entry.state != CommandState::Held || !entry.notBefore.isValid())
        return stateWord(entry);
    const qint64 left = (now.msecsTo(entry.notBefore) + 999) / 1000;
    // What is still held then waits for something before it.
    if (left <= 0)
        return words(CommandState::Waiting);
    return QCoreApplication::translate("naryad::models", "held, %1 s").arg(QLocale().toString(left));
}

QString outcomeText(const JournalEntry &entry, const AccountZone &zone)
{
    switch (entry.state) {
    case CommandState::Sent: {
        if (consentTo(entry, Decision::ItIsThere))
            return QCoreApplication::translate("naryad::models", "You said that it is there.");
        const QString done = entry.resultId.isEmpty()
            ? QCoreApplication::translate("naryad::models", "The service accepted it.")
            : QCoreApplication::translate("naryad::models", "The service accepted it (id %1).")
                  .arg(entry.resultId);
        QStringList sentences{done, entry.warning, mergedText(entry, zone), gaveWayText(entry)};
        sentences.removeAll(QString());
        return sentences.join(QLatin1Char(' '));
    }
    case CommandState::Dropped:
        return droppedText(entry);
    case CommandState::Unsure:
        return unsureText(entry, zone);
    default:
        break;
    }
    if (!entry.conflicts.isEmpty()) {
        return QCoreApplication::translate(
                   "naryad::models", "Somebody else has changed the same: %1. Choose what stays.")
            .arg(partNames(entry.conflicts));
    }
    if (entry.error)
        return describe(*entry.error);
    if (entry.state == CommandState::Held && entry.notBefore.isValid())
        return QCoreApplication::translate(
                   "naryad::models", "It goes at %1 or later; until it goes it can be taken back.")
            .arg(zone.local(entry.notBefore).toString(QStringLiteral("HH:mm:ss")));
    return {};
}

} // namespace naryad::models
