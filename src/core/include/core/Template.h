#pragma once

#include "core/FieldValue.h"
#include "core/Ids.h"
#include "core/Known.h"
#include "core/RawValues.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <optional>

namespace naryad {

/// One value of a list field. Deleted ones stay listed by the service and are not offered.
struct ListOption
{
    QString id;
    QString name;
    bool deleted = false;
    RawValues notUnderstood{};
    friend bool operator==(const ListOption &, const ListOption &) = default;
};

/// A custom field as defined in the account (get-template-field).
struct TemplateField
{
    QString id;
    QString name;
    int typeId = 0;
    QVector<ListOption> values; ///< type 5 only
    QString typeName{}; ///< "list"
    RawValues notUnderstood{};

    FieldType type() const { return fieldTypeFromId(typeId); }
    friend bool operator==(const TemplateField &, const TemplateField &) = default;
};

/// A row of a template: which field, in which order, with which flags.
struct TemplateRow
{
    QString rowId;
    QString fieldId;
    QString name;
    int typeId = 0;
    QString parent; ///< as in FieldRow
    std::optional<bool> visibleToMobile;
    std::optional<bool> required;
    RawValues notUnderstood{}; ///< a flag that came as `null` is here too: an update says it again

    FieldType type() const { return fieldTypeFromId(typeId); }
    friend bool operator==(const TemplateRow &, const TemplateRow &) = default;
};

/// A task template (get-template).
struct Template
{
    QString id;
    QString name;
    QString colour; ///< "#rrggbb" or empty
    NamedRef visitDay;
    std::optional<int> visitDurationSeconds;
    QVector<TemplateRow> details; ///< "props"
    QVector<TemplateRow> report; ///< "checklist"
    Known<QDateTime> createdAt{}; ///< UTC
    RawValues notUnderstood{};
    friend bool operator==(const Template &, const Template &) = default;
};

/// What create- and update-template-field send.
struct TemplateFieldBody
{
    QString name;
    int typeId = 0;
    QString typeName{}; ///< update only
    /// Type 5 only, in this order. An update: without an id = a new one, `deleted` = to be removed; all that
    /// the field has are said.
    QVector<ListOption> values{};
    RawValues notUnderstood{};
    friend bool operator==(const TemplateFieldBody &, const TemplateFieldBody &) = default;
};

/// What create- and update-template send: always the whole template. Of a row: its field and both flags.
struct TemplateBody
{
    QString name;
    QString colour; ///< "#rrggbb" or empty
    NamedRef visitDay;
    std::optional<int> visitDurationSeconds;
    QVector<TemplateRow> details;
    QVector<TemplateRow> report;
    RawValues notUnderstood{};
    friend bool operator==(const TemplateBody &, const TemplateBody &) = default;
};

/// The body that says again what a field or template is, to change a part of it.
TemplateFieldBody templateFieldBodyOf(const TemplateField &field);
TemplateBody templateBodyOf(const Template &taskTemplate);

/// A template with the definitions of its fields, as the task editor needs it.
struct TemplateForm
{
    Template taskTemplate;
    QVector<TemplateField> fields; ///< of the rows, as far as they are mirrored
    bool loaded = false; ///< false: only id and name are mirrored so far

    const TemplateField *field(const QString &fieldId) const;
};

} // namespace naryad
