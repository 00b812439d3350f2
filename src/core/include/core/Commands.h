#pragma once

#include "core/CommandEntry.h"
#include "core/Contractor.h"
#include "core/Equipment.h"
#include "core/Error.h"
#include "core/FieldValue.h"
#include "core/Ids.h"
#include "core/Known.h"
#include "core/Task.h"
#include "core/Template.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>
#include <variant>

namespace naryad {

/// A value typed into one of the template's details fields.
struct FieldEntry
{
    QString fieldId;
    QString name; ///< for showing only
    int typeId = 0;
    FieldValue value;
    friend bool operator==(const FieldEntry &, const FieldEntry &) = default;
};

/// The whole body of create-task and update-task. What is not known is left out of the request,
/// never sent as empty.
struct TaskBody
{
    QString number; ///< empty: the service numbers it
    NamedRef taskTemplate; ///< required
    Known<NamedRef> contractor;
    Known<NamedRef> worker; ///< required to send
    bool draft = true;
    Known<Address> address;
    Known<bool> resultCheck;
    QDateTime plannedStart; ///< UTC; invalid: none
    QDateTime plannedEnd;
    QVector<FieldEntry> details;
    friend bool operator==(const TaskBody &, const TaskBody &) = default;
};

/// One element of add-template-fields-to-task: a field this task gets beside its template's.
struct TaskFieldAddition
{
    enum class To {
        Details, ///< "props"
        Report, ///< "checklist"
    };

    To to = To::Details;
    FieldEntry field; ///< an empty value is not sent
    QString sectionFieldId{}; ///< field id of the section it goes into; empty: none
    std::optional<int> position{}; ///< among the fields the task has
    friend bool operator==(const TaskFieldAddition &, const TaskFieldAddition &) = default;
};

/// Makes an object. The references in a body may be local ones (core/LocalRef.h).
template <class Body> struct Create
{
    Body body;
    friend bool operator==(const Create &, const Create &) = default;
};

/// Changes an object. What differs between `base` and `body` is what the user changed, and only that is laid
/// over what others have made of the object meanwhile; without a base all of the body is.
template <class Body> struct Update
{
    ObjectRef object;
    Body body;
    std::optional<Body> base{}; ///< what the editor began with
    friend bool operator==(const Update &, const Update &) = default;
};

/// What a command takes away, told apart by its tag.
template <class Body> struct Delete
{
    ObjectRef object;
    QString name{}; ///< for showing only
    friend bool operator==(const Delete &, const Delete &) = default;
};

using CreateTask = Create<TaskBody>;

/// Changes a draft; with body.draft false it sends it.
struct UpdateTask
{
    ObjectRef task;
    TaskBody body;
    std::optional<TaskBody> base{}; ///< as in Update
    friend bool operator==(const UpdateTask &, const UpdateTask &) = default;
};

struct AddComment
{
    ObjectRef task;
    QString text;
    QString taskNumber; ///< for showing only
    QString taskName{}; ///< for showing only: its template and contractor
    friend bool operator==(const AddComment &, const AddComment &) = default;
};

struct CloseTask
{
    ObjectRef task;
    NamedRef result; ///< the id is a number of the account's own; the name is what this computer calls it
    QString note;
    QString taskNumber; ///< for showing only
    QString taskName{}; ///< for showing only: its template and contractor
    friend bool operator==(const CloseTask &, const CloseTask &) = default;
};

/// add-template-fields-to-task.
struct AddTaskFields
{
    ObjectRef task;
    QVector<TaskFieldAddition> fields;
    QString taskNumber{}; ///< for showing only
    QString taskName{};
    friend bool operator==(const AddTaskFields &, const AddTaskFields &) = default;
};

/// remove-template-fields-from-task.
struct RemoveTaskFields
{
    ObjectRef task;
    QVector<NamedRef> fields;
    QString taskNumber{}; ///< for showing only
    QString taskName{};
    friend bool operator==(const RemoveTaskFields &, const RemoveTaskFields &) = default;
};

using CreateContractor = Create<ContractorBody>;
using UpdateContractor = Update<ContractorBody>;
using AddSubdivision = Create<SubdivisionBody>;
using UpdateSubdivision = Update<SubdivisionBody>;
using CreatePerson = Create<PersonBody>;
using UpdatePerson = Update<PersonBody>;
using DeletePerson = Delete<PersonBody>;
using CreatePhone = Create<PhoneBody>;
using UpdatePhone = Update<PhoneBody>;
using DeletePhone = Delete<PhoneBody>;
using CreateTemplateField = Create<TemplateFieldBody>;
using UpdateTemplateField = Update<TemplateFieldBody>;
using DeleteTemplateField = Delete<TemplateFieldBody>;
using CreateTemplate = Create<TemplateBody>;
using UpdateTemplate = Update<TemplateBody>;
using DeleteTemplate = Delete<TemplateBody>;
using CreateEquipmentModel = Create<EquipmentModelBody>;
using UpdateEquipmentModel = Update<EquipmentModelBody>;
using DeleteEquipmentModel = Delete<EquipmentModelBody>;
using CreateEquipment = Create<EquipmentBody>;
using UpdateEquipment = Update<EquipmentBody>;
using DeleteEquipment = Delete<EquipmentBody>;

/// One intention of the user, as one value (architecture rule 2): the 28 writes of the document.
using Command = std::variant<
    CreateTask, UpdateTask, AddComment, CloseTask, AddTaskFields, RemoveTaskFields, CreateContractor,
    UpdateContractor, AddSubdivision, UpdateSubdivision, CreatePerson, UpdatePerson, DeletePerson,
    CreatePhone, UpdatePhone, DeletePhone, CreateTemplateField, UpdateTemplateField, DeleteTemplateField,
    CreateTemplate, UpdateTemplate, DeleteTemplate, CreateEquipmentModel, UpdateEquipmentModel,
    DeleteEquipmentModel, CreateEquipment, UpdateEquipment, DeleteEquipment>;

/// The object a command is about; for a create a local reference with `ownToken`.
ObjectRef subjectOf(const Command &command, const QString &ownToken);

/// The service's command it becomes, e.g. "create-task".
QString serviceCommandOf(const Command &command);

/// One command with its fate so far: a row of the journal and of the Outbox.
struct JournalEntry
{
    CommandId id = 0;
    QString token; ///< UUID; names what a create makes until the service's id is known
    Command command;
    CommandState state = CommandState::Waiting;
    int attempts = 0;
    QDateTime createdAt; ///< UTC
    QDateTime lastAttemptAt; ///< UTC, invalid before the first
    QDateTime settledAt; ///< UTC, invalid while not final
    QDateTime notBefore; ///< UTC; not tried, let go or looked for again before; invalid = at once
    QByteArray body; ///< the frozen request body, empty before the first attempt
    QByteArray preImage; ///< what was known before the attempt (opaque to the journal)
    QString resultId; ///< the service's id of what it made or changed
    std::optional<Error> error; ///< of the last attempt
    QDateTime attemptEndedAt{}; ///< UTC; when the last attempt was given up or answered
    int doubts = 0; ///< attempts that ended without a clear answer
    int looks = 0; ///< whole looks since the last attempt that found nothing of it
    bool needsUser = false; ///< unsure, and nothing more can be told by looking
    QVector<FoundObject> found{}; ///< by the last look
    QVector<FieldConflict> conflicts{}; ///< refused because of these
    QString warning{}; ///< what to tell the user of a command that is done
    QVector<Consent> consents{}; ///< what the user decided about it
    /// By its last attempt: what others had changed meanwhile and it left as they did; without `mine`.
    QVector<FieldConflict> merged{};
    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

/// Nothing happens to it before the user says what.
bool waitsForUser(const JournalEntry &entry);

} // namespace naryad
