#pragma once

#include "core/Commands.h"
#include "core/FieldValue.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace naryad::api {

/// A custom field's value by its type, as tolerantly as the service writes it. What is not understood, and
/// every value of a type nobody documented, becomes Other with its own JSON text.
FieldValue readFieldValue(FieldType type, const QJsonValue &value);

/// The JSON text of a value for a task body; nullopt where the row is left out: an empty value, a section,
/// files and odd values whose own text is not there.
std::optional<QByteArray> writeFieldValue(const FieldEntry &entry);

/// A value of a piece of equipment by its type where the service tells one, else by its own shape. They come
/// in an array each, `[true]`; anything but one understood value in one is Other.
FieldValue readEquipmentValue(int typeId, const QJsonValue &value);

/// The array a value of a piece of equipment goes out in; `[]` for an empty one. What came goes as it came.
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
};

RowHead readRowHead(const QJsonObject &row);

} // namespace naryad::api
