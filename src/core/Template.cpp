#include "core/Template.h"

namespace naryad {

const TemplateField *TemplateForm::field(const QString &fieldId) const
{
    for (const TemplateField &candidate : fields) {
        if (candidate.id == fieldId)
            return &candidate;
    }
    return nullptr;
}

TemplateFieldBody templateFieldBodyOf(const TemplateField &field)
{
    return {field.name, field.typeId, field.typeName, field.values, field.notUnderstood};
}

TemplateBody templateBodyOf(const Template &taskTemplate)
{
    return {taskTemplate.name,         taskTemplate.colour,
            taskTemplate.visitDay,     taskTemplate.visitDurationSeconds,
            taskTemplate.details,      taskTemplate.report,
            taskTemplate.notUnderstood};
}

} // namespace naryad
