#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>
#include <QVector>

namespace naryad::sandbox {

// What the service holds, as plain values. An id of 0 is "none".

/// Kinds of fields; the document's own table of them is lost, it shows 2, 5 (with the name "list") and 6.
enum FieldType { Text = 1, Number, Checkbox, Section, List, Picture, Signature };

struct Address
{
    QString text, porch, floor, room, info;
    QString lat, lon; ///< decimal degrees; empty: not known
};

/// A row of a task's or a template's details (`props`) or report (`checklist`).
struct Row
{
    qint64 id = 0;
    qint64 fieldId = 0;
    qint64 parentFieldId = 0;
    QJsonValue value;
    QJsonValue visible; ///< a boolean, or null as the samples show for a report
    bool required = false;
};

struct StoredComment
{
    qint64 id = 0;
    QString text;
};

struct StoredTask
{
    qint64 id = 0;
    QString number;
    QDateTime createdAt; ///< UTC, as all times here
    QDateTime start; ///< invalid: none
    QDateTime end;
    bool draft = true;
    qint64 templateId = 0;
    qint64 employeeId = 0;
    qint64 contractorId = 0;
    Address address;
    bool verification = false;
    QVector<Row> props;
    QVector<Row> checklist;
    QString closedResult; ///< empty: not closed
    QString closedNote;
    QVector<StoredComment> comments;

    bool isClosed() const { return !closedResult.isEmpty(); }
};

struct StoredContractor
{
    qint64 id = 0;
    QString externalId;
    QString name;
    qint64 parentId = 0; ///< not 0: this is a subdivision
    qint64 templateId = 0; ///< of a subdivision
    Address address;
    qint64 createdAt = 0; ///< seconds since 1970
    QVector<qint64> persons; ///< in the order they were made, deleted ones too
    QVector<qint64> phones; ///< its own and its persons'
};

struct StoredPerson
{
    qint64 id = 0;
    qint64 contractorId = 0;
    QString externalId;
    QString name;
    bool deleted = false;
};

struct StoredPhone
{
    qint64 id = 0;
    qint64 contractorId = 0;
    qint64 personId = 0; ///< 0: the contractor's own
    QString name; ///< the number, as it was typed
    qint64 createdAt = 0;
    bool deleted = false;
};

struct StoredOption
{
    qint64 id = 0;
    QString name;
    bool deleted = false;
};

struct StoredField
{
    qint64 id = 0;
    QString name;
    int type = Text;
    QVector<StoredOption> options; ///< of a list
};

struct StoredTemplate
{
    qint64 id = 0;
    QString name;
    QString colour; ///< "#rrggbb"
    qint64 visit = 2;
    qint64 duration = 3600; ///< seconds
    qint64 createdAt = 0;
    QVector<Row> props;
    QVector<Row> checklist;
};

struct StoredEmployee
{
    qint64 id = 0;
    QString name;
    bool isOperator = false;
    bool isMobile = true;
};

struct StoredModel
{
    qint64 id = 0;
    QString name;
    qint64 typeId = 0;
    qint64 makerId = 0;
};

/// A value of an equipment field; the document wraps each into an array and repeats a field in its sample.
struct EquipmentValue
{
    qint64 fieldId = 0;
    QJsonValue value; ///< an array
};

struct StoredEquipment
{
    qint64 id = 0;
    QString serial;
    qint64 modelId = 0;
    qint64 contractorId = 0;
    qint64 createdAt = 0;
    QVector<EquipmentValue> values;
};

} // namespace naryad::sandbox
