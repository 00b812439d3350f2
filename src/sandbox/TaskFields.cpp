#include "Handlers.h"
#include "TaskBody.h"

#include <algorithm>

namespace naryad::sandbox {

namespace {

bool hasRow(const QVector<Row> &rows, qint64 fieldId)
{
    return std::any_of(
        rows.begin(), rows.end(), [fieldId](const Row &row) { return row.fieldId == fieldId; });
}

/// The section a new row goes under: one that stands in the same list of the task already.
qint64 readParent(Strict &in, const Company &company, const QVector<Row> &rows)
{
    const qint64 parentId = in.ref("parent");
    if (parentId == 0)
        return 0;
    const auto parent = company.fields().find(parentId);
    if (!parent || parent->type != Section)
        in.refuseValue("parent", u(u"родителем может быть только поле типа раздел"));
    else if (!hasRow(rows, parentId))
        in.refuse(Code::NotFound, u(u"Раздела нет в задаче: ") + parent->name);
    return parentId;
}

/// `position` is read as the number of rows that stay before the new one; without it, all do.
void addRow(Strict &in, Company &company, StoredTask &task)
{
    in.only({"to", "field", "parent", "position", "value"});
    const QString to = in.name("to", true);
    const bool isReport = to == QLatin1String("checklist");
    if (!isReport && to != QLatin1String("props"))
        in.refuseValue("to", u(u"ожидается props или checklist"));
    QVector<Row> &rows = isReport ? task.checklist : task.props;
    Row row;
    row.fieldId = in.requiredRef("field");
    row.parentFieldId = readParent(in, company, rows);
    row.visible = isReport ? QJsonValue() : QJsonValue(true);
    row.value = isReport ? QJsonValue(0) : QJsonValue();
    const auto field = company.fields().find(row.fieldId);
    if (!field)
        in.refuse(Code::NotFound, u(u"Поле не найдено: ") + QString::number(row.fieldId));
    else if (in.has("value"))
        row.value = checkedValue(in, *field, row.value);
    const qint64 position = in.whole("position", rows.size());
    if (in.isRefused())
        return;
    row.id = company.nextId();
    rows.insert(in.has("position") ? std::min<qint64>(position, rows.size()) : rows.size(), row);
}

} // namespace

/// All or nothing. The same field may be added again: the document doesn't forbid it. What comes back isn't
/// told: taken to be what update-task answers.
Reply addTemplateFieldsToTask(Company &company, const Ask &ask)
{
    auto task = company.tasks().find(ask.id);
    if (!task)
        return noSuchTask();
    Strict root;
    QVector<Strict> rows = Strict::elements(ask.body, root);
    for (Strict &row : rows)
        addRow(row, company, *task);
    if (root.isRefused())
        return root.refusal();
    company.keep(*task);
    return madeObject(task->id);
}

/// Every row of the field goes, whether it came with the template or was added later: get-task doesn't tell
/// the two apart. What stood in a removed section moves to the top.
Reply removeTemplateFieldsFromTask(Company &company, const Ask &ask)
{
    auto task = company.tasks().find(ask.id);
    if (!task)
        return noSuchTask();
    Strict root;
    QVector<Strict> given = Strict::elements(ask.body, root);
    for (Strict &one : given) {
        one.only({"field"});
        const qint64 fieldId = one.requiredRef("field");
        if (!hasRow(task->props, fieldId) && !hasRow(task->checklist, fieldId))
            one.refuse(Code::NotFound, u(u"Поля нет в задаче: ") + QString::number(fieldId));
        for (QVector<Row> *rows : {&task->props, &task->checklist}) {
            rows->removeIf([fieldId](const Row &row) { return row.fieldId == fieldId; });
            for (Row &row : *rows)
                row.parentFieldId = row.parentFieldId == fieldId ? 0 : row.parentFieldId;
        }
    }
    if (root.isRefused())
        return root.refusal();
    company.keep(*task);
    return madeObject(task->id);
}

} // namespace naryad::sandbox
