#include "core/TemplateStock.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace naryad {

namespace {

template <class T> const Stocked<T> *findIn(const QVector<Stocked<T>> &all, const QString &id)
{
    const auto found
        = std::find_if(all.begin(), all.end(), [&id](const Stocked<T> &one) { return one.value.id == id; });
    return found == all.end() ? nullptr : &*found;
}

QSet<QString> fieldsOf(const Template &value)
{
    QSet<QString> ids;
    for (const auto *rows : {&value.details, &value.report}) {
        for (const TemplateRow &row : *rows)
            ids.insert(row.fieldId);
    }
    return ids;
}

} // namespace

const Stocked<Template> *TemplateStock::findTemplate(const QString &id) const
{
    return findIn(templates, id);
}

const Stocked<TemplateField> *TemplateStock::findField(const QString &id) const
{
    return findIn(fields, id);
}

QVector<TemplateField> TemplateStock::definitions() const
{
    QVector<TemplateField> all;
    for (const Stocked<TemplateField> &one : fields)
        all.append(one.value);
    return all;
}

QVector<NamedRef> TemplateStock::usesOf(const QString &fieldId) const
{
    QVector<NamedRef> uses;
    for (const Stocked<Template> &one : templates) {
        if (fieldsOf(one.value).contains(fieldId))
            uses.append({one.value.id, one.value.name});
    }
    return uses;
}

QHash<QString, int> TemplateStock::useCounts() const
{
    QHash<QString, int> counts;
    for (const Stocked<Template> &one : templates) {
        const QSet<QString> ids = fieldsOf(one.value);
        for (const QString &id : ids)
            ++counts[id];
    }
    return counts;
}

QVector<NamedRef> documentedVisitDays()
{
    return {{QStringLiteral("2"), QCoreApplication::translate("naryad", "Today", "a visit day")}};
}

void learn(QVector<NamedRef> &names, const NamedRef &told)
{
    if (told.isNothing())
        return;
    const auto known = std::find_if(
        names.begin(), names.end(), [&told](const NamedRef &one) { return one.id == told.id; });
    if (known == names.end())
        names.append(told);
    else if (known->name.isEmpty())
        known->name = told.name;
}

} // namespace naryad
