#pragma once

#include "sandbox/Sandbox.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QVector>

#include <map>

namespace naryad::sandbox {

/// A row of a task's details or report.
struct Row
{
    qint64 id = 0;
    qint64 fieldId = 0;
    qint64 parentFieldId = 0;
    QJsonValue value;
    QJsonValue visible;
    bool required = false;
};

struct StoredTask
{
    qint64 id = 0;
    QString number;
    QDateTime createdAt; ///< UTC
    QDateTime start; ///< UTC, invalid: none
    QDateTime end;
    bool draft = true;
    qint64 templateId = 0;
    qint64 employeeId = 0;
    qint64 contractorId = 0;
    QString address, porch, floor, room, info, lat, lon;
    bool verification = false;
    QVector<Row> props;
    QVector<Row> checklist;
    QString closedResult; ///< empty: not closed
    QString closedNote;
    QStringList comments;
    qint64 usn = 0;
};

struct StoredPhone
{
    qint64 id = 0;
    QString number;
    qint64 personId = 0;
    bool deleted = false;
};

struct StoredPerson
{
    qint64 id = 0;
    QString name;
};

struct StoredContractor
{
    qint64 id = 0;
    QString name;
    qint64 parentId = 0;
    QString address, porch, floor, room, info, lat, lon;
    QVector<StoredPerson> persons;
    QVector<StoredPhone> phones;
    qint64 createdAt = 0;
};

struct StoredField
{
    qint64 id = 0;
    QString name;
    int type = 1;
    QVector<QPair<qint64, QString>> values;
};

struct StoredTemplate
{
    qint64 id = 0;
    QString name;
    QString colour;
    int durationSeconds = 3600;
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

/// The stand-in company: everything the service would hold, made from a seed. Thread: the sandbox's.
class Company
{
public:
    Company(const Options &options, const QDateTime &today);

    std::map<qint64, StoredTask> tasks;
    std::map<qint64, qint64> feed; ///< usn → task id; one entry a task
    std::map<qint64, StoredContractor> contractors;
    std::map<qint64, StoredTemplate> templates;
    std::map<qint64, StoredField> fields;
    QVector<StoredEmployee> employees;
    QVector<QPair<qint64, QString>> models;
    QVector<QPair<qint64, QString>> equipment;
    qint64 firstNewTask = 0; ///< tasks from this id on were made by clients

    qint64 nextId() { return ++m_lastId; }
    /// Gives the task a new place at the end of the feed.
    void touch(StoredTask &task);
    const StoredEmployee *employee(qint64 id) const;

private:
    void makeEmployees();
    void makeFields();
    void makeTemplates();
    void makeContractors(int count);
    void makeTasks(int count, const QDateTime &today);
    void makeEquipment();
    quint32 random(quint32 below);
    QJsonValue valueFor(const StoredField &field);
    template <class T>
    const T &any(const QVector<T> &from)
    {
        return from.at(static_cast<qsizetype>(random(static_cast<quint32>(from.size()))));
    }

    quint64 m_state;
    qint64 m_lastId = 522000;
    qint64 m_usn = 300;
};

} // namespace naryad::sandbox
