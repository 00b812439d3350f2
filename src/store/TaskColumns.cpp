#include "TaskColumns.h"

#include "core/Serial.h"
#include "core/Text.h"

#include <QJsonDocument>
#include <QStringList>

namespace naryad::store {

QString sortKey(const QString &text)
{
    const QString folded = foldText(text);
    QString key;
    QString digits;
    const auto flush = [&key, &digits] {
        if (digits.isEmpty())
            return;
        key += digits.rightJustified(18, QLatin1Char('0'));
        digits.clear();
    };
    for (QChar letter : folded) {
        if (letter.isDigit()) {
            digits += letter;
        } else {
            flush();
            key += letter;
        }
    }
    flush();
    return key;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject objectOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

Task taskOfCard(const QByteArray &card)
{
    return serial::taskFromJson(objectOf(card));
}

TaskColumns columnsOf(const Task &task, bool loaded)
{
    TaskColumns columns;
    if (!task.plannedStart.isKnown())
        columns.plan = loaded ? 0 : -1;
    else
        columns.plan = task.plannedStart.value.isValid() ? task.plannedStart.value.toSecsSinceEpoch() : 0;
    columns.number = sortKey(task.number);
    columns.templateName = sortKey(task.taskTemplate.name);
    columns.contractor = sortKey(task.contractor.value.name);
    columns.worker = sortKey(task.worker.value.name);

    QStringList said{
        task.number,
        task.taskTemplate.name,
        task.contractor.value.name,
        task.worker.value.name,
        task.address.value.text,
        task.address.value.notes,
        task.status.value.name};
    for (const auto *rows : {&task.details, &task.report}) {
        for (const FieldRow &row : *rows) {
            if (row.value.kind() == FieldValue::Kind::Text || row.value.kind() == FieldValue::Kind::Number
                || row.value.kind() == FieldValue::Kind::Option)
                said.append(row.value.displayText());
        }
    }
    said.removeAll(QString());
    columns.search = foldText(said.join(QLatin1Char(' ')));
    columns.card = compact(serial::toJson(task));
    return columns;
}

} // namespace naryad::store
