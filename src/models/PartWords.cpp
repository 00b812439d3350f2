#include "core/BodyParts.h"
#include "core/CommandKinds.h"
#include "core/Quotes.h"
#include "core/Serial.h"
#include "models/Words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

/// The parts of bodies in words: what two people changed, what an update changes.
namespace naryad::models {

namespace {

QString quoted(const QString &text)
{
    return QCoreApplication::translate("naryad::models", "“%1”", "a value").arg(innerQuotes(text));
}

/// Our own form of a value as a person reads it.
QString valueWords(const QString &part, const QJsonValue &value, const AccountZone &zone)
{
    const QString nothing = QCoreApplication::translate("naryad::models", "nothing");
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("naryad::models", "yes")
                              : QCoreApplication::translate("naryad::models", "no");
    if (value.isDouble())
        return QLocale().toString(value.toInteger());
    if (value.isString()) {
        const QString text = value.toString();
        if (part == QLatin1String("start") || part == QLatin1String("end")) {
            const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
            return zone.local(moment).toString(QStringLiteral("dd.MM.yyyy HH:mm"));
        }
        return text.isEmpty() ? nothing : quoted(text);
    }
    if (value.isArray()) {
        QStringList names;
        const QJsonArray rows = value.toArray();
        for (const QJsonValue row : rows) {
            const QJsonObject object = row.toObject();
            if (!object.value(QLatin1String("deleted")).toBool())
                names.append(object.value(QLatin1String("name")).toString());
        }
        return names.isEmpty() ? nothing : names.join(QStringLiteral(", "));
    }
    const QJsonObject object = value.toObject();
    if (object.contains(QLatin1String("field"))) {
        const TaskBody body
            = serial::taskBodyFromJson(QJsonObject{{QStringLiteral("details"), QJsonArray{object}}});
        const QString text = valueText(body.details.value(0).value);
        return text.isEmpty() ? nothing : quoted(text);
    }
    const QString name = object.value(QLatin1String("name")).toString();
    const QString id = object.value(QLatin1String("id")).toString();
    if (name.isEmpty() && id.isEmpty())
        return nothing;
    return name.isEmpty() ? QLatin1Char('#') + id : quoted(name);
}

struct PartName
{
    const char *part;
    const char *name;
};

/// What our own form calls the parts of bodies, and what people do.
constexpr PartName PartNames[]{
    {"number", QT_TRANSLATE_NOOP("naryad::models", "Number")},
    {"template", QT_TRANSLATE_NOOP("naryad::models", "Template")},
    {"contractor", QT_TRANSLATE_NOOP("naryad::models", "Contractor")},
    {"worker", QT_TRANSLATE_NOOP("naryad::models", "Worker")},
    {"check", QT_TRANSLATE_NOOP("naryad::models", "Check the result")},
    {"start", QT_TRANSLATE_NOOP("naryad::models", "Planned start")},
    {"end", QT_TRANSLATE_NOOP("naryad::models", "Planned end")},
    {"address.text", QT_TRANSLATE_NOOP("naryad::models", "Address")},
    {"address.entrance", QT_TRANSLATE_NOOP("naryad::models", "Entrance")},
    {"address.floor", QT_TRANSLATE_NOOP("naryad::models", "Floor")},
    {"address.room", QT_TRANSLATE_NOOP("naryad::models", "Room")},
    {"address.notes", QT_TRANSLATE_NOOP("naryad::models", "Address notes")},
    {"address.latitude", QT_TRANSLATE_NOOP("naryad::models", "Latitude")},
    {"address.longitude", QT_TRANSLATE_NOOP("naryad::models", "Longitude")},
    {"external", QT_TRANSLATE_NOOP("naryad::models", "External id")},
    {"name", QT_TRANSLATE_NOOP("naryad::models", "Name")},
    {"parent", QT_TRANSLATE_NOOP("naryad::models", "Owner")},
    {"type", QT_TRANSLATE_NOOP("naryad::models", "Field type")},
    {"values", QT_TRANSLATE_NOOP("naryad::models", "Values")},
    {"colour", QT_TRANSLATE_NOOP("naryad::models", "Colour")},
    {"visit", QT_TRANSLATE_NOOP("naryad::models", "Visit day")},
    {"duration", QT_TRANSLATE_NOOP("naryad::models", "Visit duration")},
    {"details", QT_TRANSLATE_NOOP("naryad::models", "Details fields")},
    {"report", QT_TRANSLATE_NOOP("naryad::models", "Report fields")},
    {"manufacturer", QT_TRANSLATE_NOOP("naryad::models", "Manufacturer")},
    {"serial", QT_TRANSLATE_NOOP("naryad::models", "Serial number")},
    {"model", QT_TRANSLATE_NOOP("naryad::models", "Model")},
};

QString customName(const QJsonValue &one, const QJsonValue &other)
{
    const QString name = one.toObject().value(QLatin1String("name")).toString();
    return name.isEmpty() ? other.toObject().value(QLatin1String("name")).toString() : name;
}

/// What only one of both lists tells, in the order of the parts' names.
QStringList allParts(const BodyParts &one, const BodyParts &other)
{
    QStringList parts = one.keys() + other.keys();
    parts.removeDuplicates();
    parts.sort();
    return parts;
}

} // namespace

QString partName(const FieldConflict &conflict)
{
    if (!conflict.name.isEmpty())
        return conflict.name;
    for (const PartName &known : PartNames) {
        if (conflict.part == QLatin1String(known.part))
            return QCoreApplication::translate("naryad::models", known.name);
    }
    return conflict.part;
}

QString partNames(const QVector<FieldConflict> &parts)
{
    QStringList names;
    for (const FieldConflict &one : parts)
        names.append(partName(one));
    return names.join(QStringLiteral(", "));
}

ConflictWords wordsOf(const FieldConflict &conflict, const AccountZone &zone)
{
    return {
        partName(conflict), valueWords(conflict.part, conflict.base, zone),
        valueWords(conflict.part, conflict.mine, zone), valueWords(conflict.part, conflict.theirs, zone)};
}

QVector<FieldConflict> changesOf(const Command &command)
{
    QVector<FieldConflict> changes;
    if (!isUpdate(command))
        return changes;
    const QJsonObject json = serial::toJson(command);
    const QJsonObject base = json.value(QLatin1String("base")).toObject();
    const QJsonObject body = json.value(QLatin1String("body")).toObject();
    if (base.isEmpty())
        return changes;
    const BodyParts before = partsOf(base);
    const BodyParts now = partsOf(body);
    const QStringList parts = allParts(before, now);
    for (const QString &part : parts) {
        const QJsonValue was = before.value(part, QJsonValue(QJsonValue::Undefined));
        const QJsonValue is = now.value(part, QJsonValue(QJsonValue::Undefined));
        const bool sending = part == QLatin1String("draft");
        if (sending || !tellsPart(body, now, part) || samePart(was, is))
            continue;
        const QString name = part.contains(QLatin1Char('.')) ? customName(is, was) : QString();
        changes.append({part, name, was, is, {}});
    }
    return changes;
}

QStringList changeLines(const Command &command, const AccountZone &zone)
{
    QStringList lines;
    const QVector<FieldConflict> changes = changesOf(command);
    for (const FieldConflict &change : changes) {
        const ConflictWords words = wordsOf(change, zone);
        lines.append(
            words.before == words.mine
                ? QCoreApplication::translate("naryad::models", "%1: changed").arg(words.name)
                //: the name of a field, its value before and after
                : QCoreApplication::translate("naryad::models", "%1: %2 → %3")
                      .arg(words.name, words.before, words.mine));
    }
    if (const auto *update = std::get_if<UpdateTask>(&command); update && !update->body.draft)
        lines.append(QCoreApplication::translate("naryad::models", "To be sent to the worker"));
    return lines;
}

QString mergedText(const JournalEntry &entry, const AccountZone &zone)
{
    QStringList parts;
    for (const FieldConflict &one : entry.merged) {
        const ConflictWords words = wordsOf(one, zone);
        //: the name of a field and its value
        parts.append(
            QCoreApplication::translate("naryad::models", "%1: %2", "a field").arg(words.name, words.theirs));
    }
    return parts.isEmpty() ? QString()
                           : QCoreApplication::translate("naryad::models", "The service also changed: %1.")
                                 .arg(parts.join(QStringLiteral("; ")));
}

} // namespace naryad::models
