#pragma once

#include "JsonRead.h"
#include "core/Commands.h"
#include "core/FieldValue.h"

#include <QByteArray>

#include <optional>

namespace naryad::api {

/// A custom field's value by its type, as tolerantly as the service writes it. What is not understood, and
/// every value of a type nobody documented, becomes Other with its own JSON text.
FieldValue readFieldValue(FieldType type, const Json &value);

/// The JSON text of a value for a task body; nullopt where the row is left out: an empty value, a section,
/// files and odd values whose own text is not there.
std::optional<QByteArray> writeFieldValue(const FieldEntry &entry);

/// A value of a piece of equipment, by its own shape: no command tells the types of these fields. They come
/// in an array each, `[true]`; anything but one plain value is Other.
FieldValue readEquipmentValue(const Json &value);

/// The array a value of a piece of equipment goes out in, `[]` for none; what is Other goes as it came.
QByteArray writeEquipmentValue(const FieldValue &value);

/// What is common to a row of a task and of a template: its ids, name, type and section.
struct RowHead
{
    QString rowId;
    QString fieldId;
    QString name;
    int typeId = 0;
    QString parent;
    std::optional<bool> visibleToMobile;
    std::optional<bool> required;
    RawValues notUnderstood; ///< of the three keys a template's row is written with
};

RowHead readRowHead(const Json &row);

} // namespace naryad::api
