#include "WholeCompare.h"

#include "core/BodyParts.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace naryad::sync {

namespace {

constexpr int MostTold = 5;
constexpr int MostOfValue = 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("naryad::sync", text);
}

/// One of a row's own keys, which an update says anew: they are compared in our own form.
bool isSaid(const QString &key)
{
    static const QSet<QString> said{
        QStringLiteral("visibleToMobile"), QStringLiteral("visible_to_mobile"), QStringLiteral("required")};
    return said.contains(key);
}

/// A top key that an update says anew.
bool isSaidAtTop(const QString &key)
{
    static const QSet<QString> said{QStringLiteral("name"),          QStringLiteral("color"),
                                    QStringLiteral("colour"),        QStringLiteral("visit"),
                                    QStringLiteral("type"),          QStringLiteral("visitDuration"),
                                    QStringLiteral("visit_duration")};
    return said.contains(key);
}

/// Follows from where the row stands, which may be what was asked for.
bool isPlace(const QString &key)
{
    return key == QLatin1String("sorting") || key == QLatin1String("position")
        || key == QLatin1String("element");
}

QString textOf(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return tr("nothing");
    QString text = value.toString();
    if (!value.isString()) {
        const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        text = QString::fromUtf8(array.mid(1, array.size() - 2));
    }
    return text.size() > MostOfValue ? text.left(MostOfValue) + u'…' : text;
}

QString idOf(const QJsonValue &value)
{
    const QJsonValue bare = value.isObject() ? value.toObject().value(QLatin1String("id")) : value;
    return bare.isString() ? bare.toString() : QString::number(bare.toInteger());
}

QString changeText(const QString &place, const QJsonValue &before, const QJsonValue &now)
{
    return tr("%1: %2 → %3").arg(place, textOf(before), textOf(now));
}

class Lines
{
public:
    void add(const QString &place, const QJsonValue &before, const QJsonValue &now)
    {
        if (before != now)
            m_lines.append(changeText(place, before, now));
    }
    void add(const QString &line) { m_lines.append(line); }
    QStringList taken() const { return m_lines; }

private:
    QStringList m_lines;
};

QStringList keysOf(const QJsonObject &one, const QJsonObject &other)
{
    QStringList keys = one.keys() + other.keys();
    keys.removeDuplicates();
    keys.sort();
    return keys;
}

/// A list that came as one object is that object alone.
QJsonArray listOf(const QJsonValue &value)
{
    return value.isObject() ? QJsonArray{value} : value.toArray();
}

QHash<QString, QJsonObject> byField(const QJsonArray &rows)
{
    QHash<QString, QJsonObject> found;
    for (const QJsonValue row : rows) {
        const QJsonObject object = row.toObject();
        for (const char *name : {"field", "fieldId", "field_id"}) {
            const QJsonValue field = object.value(QLatin1String(name));
            if (!field.isUndefined()) {
                found.insert(idOf(field), object);
                break;
            }
        }
    }
    return found;
}

/// Rows that are in both answers: every key but what was said anew.
void compareRows(const QString &list, const QJsonArray &before, const QJsonArray &now, Lines &lines)
{
    const auto were = byField(before);
    for (const QJsonValue row : now) {
        const QJsonObject is = row.toObject();
        const QString id = idOf(is.value(QLatin1String("field")));
        const auto was = were.constFind(id);
        if (was == were.constEnd())
            continue;
        const QString name = is.value(QLatin1String("name")).toString();
        const QStringList keys = keysOf(*was, is);
        for (const QString &key : keys) {
            if (!isSaid(key) && !isPlace(key))
                lines.add(
                    QStringLiteral("%1 / %2 / %3").arg(list, name.isEmpty() ? u'#' + id : name, key),
                    was->value(key), is.value(key));
        }
    }
}

/// Values that are in both answers, by their ids: one that has lost its id is another value to the tasks that
/// hold it.
void compareValues(const QJsonArray &before, const QJsonArray &now, const QJsonArray &sent, Lines &lines)
{
    QHash<QString, QJsonObject> is;
    for (const QJsonValue one : now)
        is.insert(idOf(one), one.toObject());
    QSet<QString> removed;
    for (const QJsonValue one : sent) {
        const QJsonObject value = one.toObject();
        if (value.value(QLatin1String("deleted")).toBool())
            removed.insert(value.value(QLatin1String("id")).toString());
    }
    for (const QJsonValue one : before) {
        const QJsonObject was = one.toObject();
        const QString id = idOf(one);
        const QString name = was.value(QLatin1String("name")).toString();
        if (!is.contains(id)) {
            if (!removed.contains(id))
                lines.add(tr("the value “%1” (#%2) is there no more").arg(name, id));
            continue;
        }
        const QJsonObject value = is.value(id);
        const QStringList keys = keysOf(was, value);
        for (const QString &key : keys) {
            const bool ours = key == QLatin1String("name") || key == QLatin1String("deleted");
            if (!ours && !isPlace(key))
                lines.add(QStringLiteral("%1 / %2").arg(name, key), was.value(key), value.value(key));
        }
    }
}

QJsonObject objectOf(const QByteArray &raw)
{
    const QJsonObject whole = QJsonDocument::fromJson(raw).object();
    for (const char *wrapper : {"results", "result"}) {
        if (whole.size() == 1 && whole.value(QLatin1String(wrapper)).isObject())
            return whole.value(QLatin1String(wrapper)).toObject();
    }
    return whole;
}

/// The names of what stands in a list of ours.
QString namesOf(const QJsonValue &value)
{
    QStringList names;
    const QJsonArray list = value.toArray();
    for (const QJsonValue one : list) {
        if (!one[QLatin1String("deleted")].toBool())
            names.append(one[QLatin1String("name")].toString());
    }
    return names.join(QLatin1String(", "));
}

/// What was asked for and is otherwise now, in our own form.
void compareSaid(const QJsonObject &sent, const QJsonObject &now, Lines &lines)
{
    const BodyParts said = partsOf(sent);
    const BodyParts is = partsOf(now);
    for (auto part = said.begin(); part != said.end(); ++part) {
        const QJsonValue there = is.value(part.key(), QJsonValue(QJsonValue::Undefined));
        if (part.key() == QLatin1String("typeName") || samePart(part.value(), there))
            continue;
        // No form of "none" is documented for these: what is left out may stay as it was.
        if (samePart(part.value(), QJsonValue()) && !part.value().isArray())
            continue;
        if (part.value().isArray())
            lines.add(tr("%1: %2, and not %3").arg(part.key(), namesOf(there), namesOf(part.value())));
        else
            lines.add(tr("%1: %2, and not %3").arg(part.key(), textOf(there), textOf(part.value())));
    }
}

} // namespace

QStringList beyondTheChange(
    const QByteArray &rawBefore, const QByteArray &rawNow, const QJsonObject &sent, const QJsonObject &now)
{
    Lines lines;
    compareSaid(sent, now, lines);
    const QJsonObject before = objectOf(rawBefore);
    const QJsonObject after = objectOf(rawNow);
    // Not read as a whole: nothing can be told of the rest.
    if (before.isEmpty() || after.isEmpty())
        return lines.taken();
    const QStringList keys = keysOf(before, after);
    for (const QString &key : keys) {
        const QJsonValue was = before.value(key);
        const QJsonValue is = after.value(key);
        if (key == QLatin1String("props") || key == QLatin1String("checklist"))
            compareRows(key, listOf(was), listOf(is), lines);
        else if (key == QLatin1String("valueList") || key == QLatin1String("selectionValues"))
            compareValues(listOf(was), listOf(is), sent.value(QLatin1String("values")).toArray(), lines);
        else if (!isSaidAtTop(key))
            lines.add(key, was, is);
    }
    return lines.taken();
}

QString beyondTheChangeText(const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    QString text = lines.mid(0, MostTold).join(QLatin1String("; "));
    if (lines.size() > MostTold)
        text += QLatin1String("; ")
            + QCoreApplication::translate(
                    "naryad::sync", "and %n more", nullptr, int(lines.size()) - MostTold);
    return tr("The service also changed: %1.").arg(text);
}

} // namespace naryad::sync
