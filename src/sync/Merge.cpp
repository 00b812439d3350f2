#include "Merge.h"

#include "core/BodyParts.h"
#include "core/Serial.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace naryad::sync {

namespace {

/// Sending is said by this part, and is not undone by what others made of the draft.
bool isOursAlone(const QString &part)
{
    return part == QLatin1String("draft");
}

QStringList allParts(std::initializer_list<const BodyParts *> bodies)
{
    QSet<QString> names;
    for (const BodyParts *parts : bodies) {
        for (auto it = parts->keyBegin(); it != parts->keyEnd(); ++it)
            names.insert(*it);
    }
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

/// An empty list whose entries are parts of their own elsewhere is told by the lack of these.
bool isToldByEntries(const QJsonValue &value, const QString &part, const QStringList &parts)
{
    return value.isArray() && value.toArray().isEmpty()
        && std::any_of(parts.begin(), parts.end(), [&part](const QString &other) {
               return other.startsWith(part + u'.');
           });
}

QString nameOf(const QJsonValue &one, const QJsonValue &other)
{
    const QString name = one.toObject().value(QLatin1String("name")).toString();
    return name.isEmpty() ? other.toObject().value(QLatin1String("name")).toString() : name;
}

/// What a field of the account's own is called; empty for a part that has a name of ours.
QString customName(const QString &part, const QJsonValue &one, const QJsonValue &other)
{
    return part.contains(u'.') ? nameOf(one, other) : QString();
}

QJsonValue valueAt(const BodyParts &parts, const QString &part)
{
    return parts.value(part, QJsonValue(QJsonValue::Undefined));
}

} // namespace

Merged merge(const QJsonObject &base, const QJsonObject &mine, const QJsonObject &theirs)
{
    Merged merged{mine, {}, {}};
    const BodyParts baseParts = partsOf(base);
    const BodyParts mineParts = partsOf(mine);
    const BodyParts theirParts = partsOf(theirs);
    const QStringList parts = allParts({&baseParts, &mineParts, &theirParts});
    for (const QString &part : parts) {
        if (isOursAlone(part) || !tellsPart(theirs, theirParts, part))
            continue;
        const QJsonValue before = valueAt(baseParts, part);
        const QJsonValue ours = valueAt(mineParts, part);
        const QJsonValue now = valueAt(theirParts, part);
        if (isToldByEntries(now, part, parts))
            continue;
        const bool said = tellsPart(mine, mineParts, part);
        const bool baseTold = tellsPart(base, baseParts, part);
        const bool mineChanged = said && (!baseTold || !samePart(before, ours));
        const bool theirsChanged = !baseTold || !samePart(before, now);
        if (!mineChanged) {
            if (theirsChanged || !said)
                setPart(merged.body, part, now);
            if (baseTold && theirsChanged)
                merged.others.append({part, customName(part, now, before), before, {}, now});
        } else if (theirsChanged && !samePart(ours, now)) {
            merged.conflicts.append({part, customName(part, ours, now), before, ours, now});
        }
    }
    if (theirs.contains(QLatin1String("odd")))
        merged.body.insert(QStringLiteral("odd"), theirs.value(QLatin1String("odd")));
    return merged;
}

std::optional<bool> isApplied(const QJsonObject &before, const QJsonObject &sent, const QJsonObject &now)
{
    const BodyParts beforeParts = partsOf(before);
    const BodyParts sentParts = partsOf(sent);
    const BodyParts nowParts = partsOf(now);
    std::optional<bool> applied;
    const QStringList parts = allParts({&beforeParts, &sentParts});
    for (const QString &part : parts) {
        if (!tellsPart(before, beforeParts, part) || !tellsPart(now, nowParts, part)
            || !tellsPart(sent, sentParts, part)
            || samePart(valueAt(beforeParts, part), valueAt(sentParts, part)))
            continue;
        applied = applied.value_or(true) && samePart(valueAt(sentParts, part), valueAt(nowParts, part));
    }
    return applied;
}

QStringList differingParts(const QJsonObject &sent, const QJsonObject &now)
{
    const BodyParts sentParts = partsOf(sent);
    const BodyParts nowParts = partsOf(now);
    QStringList differing;
    for (auto it = sentParts.begin(); it != sentParts.end(); ++it) {
        // What was left empty the service may fill in by itself: coordinates, a number.
        if (samePart(it.value(), QJsonValue()))
            continue;
        if (tellsPart(now, nowParts, it.key()) && !samePart(it.value(), valueAt(nowParts, it.key())))
            differing.append(it.key());
    }
    return differing;
}

QJsonObject bodyOf(const Command &command)
{
    return serial::toJson(command).value(QLatin1String("body")).toObject();
}

QJsonObject baseOf(const Command &command)
{
    return serial::toJson(command).value(QLatin1String("base")).toObject();
}

Command withBody(const Command &command, const QJsonObject &body, const QJsonObject &base)
{
    QJsonObject json = serial::toJson(command);
    json.insert(QStringLiteral("body"), body);
    if (!base.isEmpty())
        json.insert(QStringLiteral("base"), base);
    return serial::commandFromJson(json).value_or(command);
}

std::optional<Command>
decided(const Command &command, const QVector<FieldConflict> &conflicts, Decision decision)
{
    QJsonObject body = bodyOf(command);
    QJsonObject base = baseOf(command);
    for (const FieldConflict &conflict : conflicts) {
        setPart(base, conflict.part, conflict.theirs);
        if (decision == Decision::KeepTheirs)
            setPart(body, conflict.part, conflict.theirs);
    }
    const BodyParts baseParts = partsOf(base);
    const BodyParts bodyParts = partsOf(body);
    const QStringList parts = allParts({&baseParts, &bodyParts});
    const bool anyLeft = std::any_of(parts.begin(), parts.end(), [&](const QString &part) {
        return !samePart(valueAt(baseParts, part), valueAt(bodyParts, part));
    });
    if (!anyLeft)
        return std::nullopt;
    return withBody(command, body, base);
}

} // namespace naryad::sync
