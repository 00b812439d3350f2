#pragma once

#include "core/Commands.h"
#include "core/Contractor.h"
#include "core/Equipment.h"
#include "core/Result.h"
#include "core/Task.h"
#include "core/Template.h"

#include <QJsonObject>

/// Our own JSON form of our own values, for the two databases. Keys are ours, not the service's.
namespace naryad::serial {

QJsonObject toJson(const Task &task);
Task taskFromJson(const QJsonObject &json);
QJsonObject toJson(const Template &value);
Template templateFromJson(const QJsonObject &json);
QJsonObject toJson(const TemplateField &field);
TemplateField templateFieldFromJson(const QJsonObject &json);
QJsonObject toJson(const Contractor &contractor);
Contractor contractorFromJson(const QJsonObject &json);
QJsonObject toJson(const Person &person);
Person personFromJson(const QJsonObject &json);
QJsonObject toJson(const Phone &phone);
Phone phoneFromJson(const QJsonObject &json);
QJsonObject toJson(const Equipment &equipment);
Equipment equipmentFromJson(const QJsonObject &json);
QJsonObject toJson(const EquipmentModel &model);
EquipmentModel equipmentModelFromJson(const QJsonObject &json);

// Request bodies, for the journal.
QJsonObject toJson(const TaskBody &body);
TaskBody taskBodyFromJson(const QJsonObject &json);
QJsonObject toJson(const ContractorBody &body);
ContractorBody contractorBodyFromJson(const QJsonObject &json);
QJsonObject toJson(const SubdivisionBody &body);
SubdivisionBody subdivisionBodyFromJson(const QJsonObject &json);
QJsonObject toJson(const PersonBody &body);
PersonBody personBodyFromJson(const QJsonObject &json);
QJsonObject toJson(const PhoneBody &body);
PhoneBody phoneBodyFromJson(const QJsonObject &json);
QJsonObject toJson(const TemplateBody &body);
TemplateBody templateBodyFromJson(const QJsonObject &json);
QJsonObject toJson(const TemplateFieldBody &body);
TemplateFieldBody templateFieldBodyFromJson(const QJsonObject &json);
QJsonObject toJson(const EquipmentBody &body);
EquipmentBody equipmentBodyFromJson(const QJsonObject &json);
QJsonObject toJson(const EquipmentModelBody &body);
EquipmentModelBody equipmentModelBodyFromJson(const QJsonObject &json);
QJsonObject toJson(const TaskFieldAddition &addition);
TaskFieldAddition taskFieldAdditionFromJson(const QJsonObject &json);

QJsonObject toJson(const FoundObject &found);
FoundObject foundObjectFromJson(const QJsonObject &json);
QJsonObject toJson(const FieldConflict &conflict);
FieldConflict fieldConflictFromJson(const QJsonObject &json);

QJsonObject toJson(const Command &command);
/// BadAnswer when the text is of a kind this version does not know.
Result<Command> commandFromJson(const QJsonObject &json);
QJsonObject toJson(const Error &error);
Error errorFromJson(const QJsonObject &json);

} // namespace naryad::serial
