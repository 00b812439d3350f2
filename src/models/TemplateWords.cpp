#include "models/TemplateWords.h"

#include "core/Duration.h"

#include <QCoreApplication>

#include <algorithm>

namespace naryad::models {

namespace {

using Part = TemplateChange::Part;
using What = TemplateChange::What;

QString tr(const char *text)
{
    return QCoreApplication::translate("naryad::models", text);
}

QString quoted(const QString &text)
{
    return text.isEmpty() ? tr("nothing")
                          : QCoreApplication::translate("naryad::models", "“%1”", "a value").arg(text);
}

QString nameOf(const QVector<NamedRef> &names, const QString &id)
{
    const auto found
        = std::find_if(names.begin(), names.end(), [&id](const NamedRef &one) { return one.id == id; });
    return found == names.end() ? QString() : found->name;
}

QString partName(Part part)
{
    switch (part) {
    case Part::Name:
        return tr("Name");
    case Part::Colour:
        return tr("Colour");
    case Part::VisitDay:
        return tr("Visit day");
    case Part::VisitDuration:
        return tr("Visit duration");
    case Part::Details:
        return tr("Details fields");
    case Part::Report:
        return tr("Report fields");
    case Part::Type:
        return tr("Field type");
    case Part::Values:
        return tr("Values");
    }
    return {};
}

/// A changed value as it is read.
QString valueOf(Part part, const QString &value, const TemplateStock &stock)
{
    if (value.isEmpty())
        return tr("nothing");
    if (part == Part::VisitDay)
        return visitDayText({value, {}}, stock.visitDays);
    if (part == Part::VisitDuration)
        return durationText(value.toInt());
    if (part == Part::Type)
        return fieldTypeText(value.toInt(), stock.fieldTypes);
    return quoted(value);
}

QString rowWords(const TemplateChange &change)
{
    const QString name = change.name.isEmpty() ? QLatin1Char('#') + change.id : change.name;
    switch (change.what) {
    case What::Added:
        //: what a save does to a field in a template or to a value in a list
        return tr("“%1” added").arg(name);
    case What::Removed:
        return tr("“%1” removed").arg(name);
    case What::Moved:
        return tr("“%1” moved to place %2").arg(name).arg(change.place + 1);
    case What::Shown:
        return tr("“%1” shown to the worker").arg(name);
    case What::Hidden:
        return tr("“%1” hidden from the worker").arg(name);
    case What::Required:
        return tr("“%1” made required").arg(name);
    case What::NotRequired:
        return tr("“%1” required no more").arg(name);
    case What::Changed:
        return tr("%1 → %2").arg(quoted(change.before), quoted(change.after));
    }
    return {};
}

} // namespace

QString fieldTypeText(int typeId, const QVector<NamedRef> &learned)
{
    switch (fieldTypeFromId(typeId)) {
    case FieldType::Text:
        return QCoreApplication::translate("naryad::models", "text", "a field type");
    case FieldType::Number:
        return QCoreApplication::translate("naryad::models", "number", "a field type");
    case FieldType::Checkbox:
        return QCoreApplication::translate("naryad::models", "checkbox", "a field type");
    case FieldType::Section:
        return QCoreApplication::translate("naryad::models", "section", "a field type");
    case FieldType::List:
        return QCoreApplication::translate("naryad::models", "list", "a field type");
    case FieldType::Picture:
        return QCoreApplication::translate("naryad::models", "photo", "a field type");
    case FieldType::Signature:
        return QCoreApplication::translate("naryad::models", "signature", "a field type");
    case FieldType::Unknown:
        break;
    }
    if (typeId == 0)
        return tr("type not known yet");
    const QString name = nameOf(learned, QString::number(typeId));
    return name.isEmpty() ? QLatin1Char('#') + QString::number(typeId) : name;
}

QVector<NamedRef> fieldTypeChoices(const QVector<NamedRef> &learned)
{
    QVector<NamedRef> choices;
    for (int type = static_cast<int>(FieldType::Text); type <= static_cast<int>(FieldType::Signature); ++type)
        choices.append({QString::number(type), fieldTypeText(type)});
    for (const NamedRef &one : learned)
        choices.append({one.id, fieldTypeText(one.id.toInt(), learned)});
    return choices;
}

QString visitDayText(const NamedRef &day, const QVector<NamedRef> &days)
{
    if (day.isNothing())
        return {};
    const QString known = nameOf(days, day.id);
    const QString name = known.isEmpty() ? day.name : known;
    return name.isEmpty() ? QString(QLatin1Char('#') + day.id) : QString(day.id + QLatin1Char(' ') + name);
}

QString usesText(int templates)
{
    return templates == 0
        ? tr("not used")
        : QCoreApplication::translate("naryad::models", "used in %n template(s)", nullptr, templates);
}

QStringList changeLines(const QVector<TemplateChange> &changes, const TemplateStock &stock)
{
    QStringList lines;
    for (const TemplateChange &change : changes) {
        const bool ofRow
            = change.part == Part::Details || change.part == Part::Report || change.part == Part::Values;
        const QString words = ofRow
            ? rowWords(change)
            : tr("%1 → %2").arg(
                valueOf(change.part, change.before, stock), valueOf(change.part, change.after, stock));
        //: the name of a part and what a save does to it
        lines.append(tr("%1: %2").arg(partName(change.part), words));
    }
    return lines;
}

QString changeSummary(const QVector<TemplateChange> &changes)
{
    int added = 0;
    int removed = 0;
    int moved = 0;
    int changed = 0;
    for (const TemplateChange &change : changes) {
        switch (change.what) {
        case What::Added:
            ++added;
            break;
        case What::Removed:
            ++removed;
            break;
        case What::Moved:
            ++moved;
            break;
        default:
            ++changed;
            break;
        }
    }
    QStringList words;
    if (added > 0)
        words.append(QCoreApplication::translate("naryad::models", "%n added", nullptr, added));
    if (removed > 0)
        words.append(QCoreApplication::translate("naryad::models", "%n removed", nullptr, removed));
    if (moved > 0)
        words.append(QCoreApplication::translate("naryad::models", "%n moved", nullptr, moved));
    if (changed > 0)
        words.append(QCoreApplication::translate("naryad::models", "%n changed", nullptr, changed));
    return words.join(QLatin1String(", "));
}

QStringList importLines(const ImportedTemplate &imported)
{
    QStringList lines;
    for (const NewField &field : imported.made) {
        lines.append(tr("The field “%1” (%2) is not in this account and is made with the template")
                         .arg(field.body.name, fieldTypeText(field.body.typeId)));
    }
    for (const auto &[name, values] : imported.lacking) {
        lines.append(
            tr("The list “%1” of this account lacks: %2").arg(name, values.join(QLatin1String(", "))));
    }
    return lines;
}

} // namespace naryad::models
