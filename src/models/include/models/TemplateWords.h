#pragma once

#include "core/TemplateDifference.h"
#include "core/TemplateFile.h"
#include "core/TemplateStock.h"

#include <QString>
#include <QStringList>
#include <QVector>

/// Templates and their fields in words of the interface language.
namespace naryad::models {

/// "text", "list"; what is beyond the known types by its learned name, else "#9".
QString fieldTypeText(int typeId, const QVector<NamedRef> &learned = {});
/// Those a new field can be of: the known ones, then those learned.
QVector<NamedRef> fieldTypeChoices(const QVector<NamedRef> &learned);
/// "2 Today"; "#5" for a number without a name.
QString visitDayText(const NamedRef &day, const QVector<NamedRef> &days);
/// "used in 3 templates", "not used".
QString usesText(int templates);

/// What a save does, a line each: "Details fields: “Сумма” added".
QStringList changeLines(const QVector<TemplateChange> &changes, const TemplateStock &stock);
/// In one line: "+1 field, 2 moved", for a narrow place; empty where nothing is changed.
QString changeSummary(const QVector<TemplateChange> &changes);
/// What an import found, a line each: fields that are made, lists that lack values.
QStringList importLines(const ImportedTemplate &imported);

} // namespace naryad::models
