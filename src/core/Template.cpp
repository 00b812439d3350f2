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

} // namespace naryad
