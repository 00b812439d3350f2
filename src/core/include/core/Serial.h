#pragma once

#include "core/Commands.h"
#include "core/Contractor.h"
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
QJsonObject toJson(const Command &command);
/// BadAnswer when the text is of a kind this version does not know.
Result<Command> commandFromJson(const QJsonObject &json);
QJsonObject toJson(const Error &error);
Error errorFromJson(const QJsonObject &json);

} // namespace naryad::serial
