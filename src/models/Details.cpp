#include "models/Details.h"

#include "store/Reader.h"

namespace naryad::models {

Details::Details(store::Reader &reader)
    : m_reader(reader)
{}

QFuture<Result<TaskCard>> Details::taskCard(RowId row) const
{
    return m_reader.taskCard(row);
}

QFuture<Result<TemplateForm>> Details::templateForm(const QString &templateId) const
{
    return m_reader.templateForm(templateId);
}

QFuture<Result<Contractor>> Details::contractor(const QString &id) const
{
    return m_reader.contractor(id);
}

QFuture<Result<QVector<Draft>>> Details::drafts() const
{
    return m_reader.drafts();
}

QFuture<Result<QString>> Details::views() const
{
    return m_reader.views();
}

} // namespace naryad::models
