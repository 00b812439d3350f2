#pragma once

#include "core/Draft.h"
#include "core/TemplateFile.h"
#include "core/TemplateStock.h"

#include <QJsonObject>

namespace naryad::ui {

/// What an editor of a template holds: what it began with and what is typed. A value; drafts keep it whole.
struct TemplateDoc
{
    ObjectRef object; ///< neither part: a new template, which is made under `token`
    TemplateBody base; ///< what it began with; of a new one: nothing
    TemplateBody body; ///< as typed
    QVector<NewField> made; ///< fields thought of here and not said yet, in their order
    QString duration{}; ///< what is typed and is no duration
    QString token{}; ///< a UUID; of a new one
    QStringList notes{}; ///< what an import found, to be told in the editor
};

/// The same of a template's field.
struct FieldDoc
{
    ObjectRef object;
    TemplateFieldBody base;
    TemplateFieldBody body;
    QString token{};
};

/// For what is to be made here.
QString freshToken();

TemplateDoc docOf(const Template &value);
FieldDoc docOf(const TemplateField &value);

/// As a draft's form, and back. Empty where nothing is changed.
QJsonObject formOf(const TemplateDoc &doc);
QJsonObject formOf(const FieldDoc &doc);
TemplateDoc templateDocOf(const Draft &draft);
FieldDoc fieldDocOf(const Draft &draft);

/// Takes the ids that things of this computer have got meanwhile; fields that are said are no longer to be
/// said. True where something has changed.
bool takeIds(TemplateDoc &doc, const TemplateStock &stock);
bool takeIds(FieldDoc &doc, const TemplateStock &stock);

} // namespace naryad::ui
