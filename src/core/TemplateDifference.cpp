#include "core/TemplateDifference.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace naryad {

namespace {

using Part = TemplateChange::Part;
using What = TemplateChange::What;

/// The places of `order` that form its longest rising run: what stayed where it was among the others.
QSet<qsizetype> risingPlaces(const QVector<qsizetype> &order)
{
    QVector<qsizetype> ends; ///< by length of run: the place its smallest end stands at
    QVector<qsizetype> previous(order.size(), -1);
    for (qsizetype i = 0; i < order.size(); ++i) {
        const auto at = std::lower_bound(
            ends.begin(), ends.end(), order.at(i),
            [&order](qsizetype place, qsizetype value) { return order.at(place) < value; });
        if (at != ends.begin())
            previous[i] = *(at - 1);
        if (at == ends.end())
            ends.append(i);
        else
            *at = i;
    }
    QSet<qsizetype> places;
    for (qsizetype i = ends.isEmpty() ? -1 : ends.constLast(); i >= 0; i = previous.at(i))
        places.insert(i);
    return places;
}

/// A field may stand in a list twice: its first row is compared with the first, and so on.
QStringList keysOf(const QVector<TemplateRow> &rows)
{
    QHash<QString, int> met;
    QStringList keys;
    for (const TemplateRow &row : rows)
        keys.append(row.fieldId + QLatin1Char('#') + QString::number(met[row.fieldId]++));
    return keys;
}

/// The places of `now` whose keys were there before and stand elsewhere among those that stayed.
QSet<qsizetype> movedPlaces(const QStringList &before, const QStringList &now)
{
    QHash<QString, qsizetype> was;
    for (qsizetype i = 0; i < before.size(); ++i)
        was.insert(before.at(i), i);
    QVector<qsizetype> order;
    QVector<qsizetype> places;
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (const auto at = was.constFind(now.at(i)); at != was.constEnd()) {
            order.append(*at);
            places.append(i);
        }
    }
    const QSet<qsizetype> stayed = risingPlaces(order);
    QSet<qsizetype> moved;
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (!stayed.contains(i))
            moved.insert(places.at(i));
    }
    return moved;
}

void addFlag(
    QVector<TemplateChange> &changes, TemplateChange change, const std::optional<bool> &before,
    const std::optional<bool> &after, What yes, What no)
{
    if (before.value_or(false) == after.value_or(false))
        return;
    change.what = after.value_or(false) ? yes : no;
    changes.append(change);
}

void addRows(
    QVector<TemplateChange> &changes, Part part, const QVector<TemplateRow> &before,
    const QVector<TemplateRow> &after)
{
    const QStringList keysBefore = keysOf(before);
    const QStringList keysAfter = keysOf(after);
    QHash<QString, qsizetype> was;
    for (qsizetype i = 0; i < before.size(); ++i)
        was.insert(keysBefore.at(i), i);
    const QSet<QString> kept(keysAfter.begin(), keysAfter.end());
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (!kept.contains(keysBefore.at(i)))
            changes.append({part, What::Removed, before.at(i).fieldId, before.at(i).name});
    }
    const QSet<qsizetype> moved = movedPlaces(keysBefore, keysAfter);
    for (qsizetype i = 0; i < after.size(); ++i) {
        const TemplateRow &row = after.at(i);
        TemplateChange change{part, What::Added, row.fieldId, row.name, {}, {}, static_cast<int>(i)};
        const auto at = was.constFind(keysAfter.at(i));
        if (at == was.constEnd()) {
            changes.append(change);
            continue;
        }
        const TemplateRow &old = before.at(*at);
        if (moved.contains(i)) {
            change.what = What::Moved;
            changes.append(change);
        }
        addFlag(changes, change, old.visibleToMobile, row.visibleToMobile, What::Shown, What::Hidden);
        addFlag(changes, change, old.required, row.required, What::Required, What::NotRequired);
    }
}

void addText(QVector<TemplateChange> &changes, Part part, const QString &before, const QString &after)
{
    if (before != after)
        changes.append({part, What::Changed, {}, {}, before, after});
}

QString textOf(const std::optional<int> &number)
{
    return number ? QString::number(*number) : QString();
}

/// A value that has no id yet is told by its name.
QStringList idsOf(const QVector<ListOption> &values)
{
    QStringList ids;
    for (const ListOption &value : values)
        ids.append(value.id.isEmpty() ? QLatin1Char('=') + value.name : value.id);
    return ids;
}

QVector<ListOption> present(const QVector<ListOption> &values)
{
    QVector<ListOption> left = values;
    left.removeIf([](const ListOption &value) { return value.deleted; });
    return left;
}

void addValues(
    QVector<TemplateChange> &changes, const QVector<ListOption> &allBefore,
    const QVector<ListOption> &allAfter)
{
    const QVector<ListOption> before = present(allBefore);
    const QVector<ListOption> after = present(allAfter);
    const QStringList idsBefore = idsOf(before);
    const QStringList idsAfter = idsOf(after);
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (!idsAfter.contains(idsBefore.at(i)))
            changes.append({Part::Values, What::Removed, before.at(i).id, before.at(i).name});
    }
    const QSet<qsizetype> moved = movedPlaces(idsBefore, idsAfter);
    for (qsizetype i = 0; i < after.size(); ++i) {
        const ListOption &value = after.at(i);
        const qsizetype at = idsBefore.indexOf(idsAfter.at(i));
        const int place = static_cast<int>(i);
        if (at < 0) {
            changes.append({Part::Values, What::Added, value.id, value.name, {}, {}, place});
            continue;
        }
        const QString &name = before.at(at).name;
        if (moved.contains(i))
            changes.append({Part::Values, What::Moved, value.id, value.name, {}, {}, place});
        if (name != value.name)
            changes.append({Part::Values, What::Changed, value.id, value.name, name, value.name, place});
    }
}

} // namespace

QVector<TemplateChange> differenceOf(const TemplateBody &before, const TemplateBody &after)
{
    QVector<TemplateChange> changes;
    addText(changes, Part::Name, before.name, after.name);
    addText(changes, Part::Colour, before.colour, after.colour);
    if (before.visitDay.id != after.visitDay.id)
        changes.append({Part::VisitDay, What::Changed, {}, {}, before.visitDay.id, after.visitDay.id});
    addText(
        changes, Part::VisitDuration, textOf(before.visitDurationSeconds),
        textOf(after.visitDurationSeconds));
    addRows(changes, Part::Details, before.details, after.details);
    addRows(changes, Part::Report, before.report, after.report);
    return changes;
}

QVector<TemplateChange> differenceOf(const TemplateFieldBody &before, const TemplateFieldBody &after)
{
    QVector<TemplateChange> changes;
    addText(changes, Part::Name, before.name, after.name);
    if (before.typeId != after.typeId) {
        changes.append(
            {Part::Type,
             What::Changed,
             {},
             {},
             QString::number(before.typeId),
             QString::number(after.typeId)});
    }
    addValues(changes, before.values, after.values);
    return changes;
}

} // namespace naryad
