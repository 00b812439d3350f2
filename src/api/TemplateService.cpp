#include "api/TemplateService.h"

#include "Fetch.h"
#include "ListCodec.h"
#include "Prepare.h"
#include "TemplateCodec.h"

namespace naryad::api {

TemplateService::TemplateService(ReadChannel &reads, WriteChannel &writes, AccountZone zone)
    : Service(reads, writes)
    , m_zone(std::move(zone))
{}

QFuture<Result<Page<NamedRef>>> TemplateService::templatePage(int page) const
{
    return fetchPage<NamedRef>(reads(), pageRequest("get-template-list", page), readNamedRow);
}

QFuture<Result<Snapshot<Template>>> TemplateService::taskTemplate(const QString &id, bool foreground) const
{
    return fetchObject<Template>(
        reads(), idRequest("get-template", id, foreground),
        [id, zone = m_zone](const QByteArray &body) { return readTemplate(body, id, zone); });
}

WriteRequest TemplateService::prepareCreateTemplate(const TemplateBody &body) const
{
    return prepare("create-template", createTemplateBody(body));
}

QFuture<Result<QString>> TemplateService::createTemplate(const TemplateBody &body) const
{
    return send(prepareCreateTemplate(body));
}

WriteRequest TemplateService::prepareUpdateTemplate(const QString &id, const TemplateBody &body) const
{
    return prepareFor("update-template", id, updateTemplateBody(body));
}

QFuture<Result<QString>> TemplateService::updateTemplate(const QString &id, const TemplateBody &body) const
{
    return send(prepareUpdateTemplate(id, body));
}

WriteRequest TemplateService::prepareDeleteTemplate(const QString &id) const
{
    return prepareFor("delete-template", id);
}

QFuture<Result<QString>> TemplateService::deleteTemplate(const QString &id) const
{
    return send(prepareDeleteTemplate(id));
}

QFuture<Result<Page<NamedRef>>> TemplateService::fieldPage(int page) const
{
    return fetchPage<NamedRef>(reads(), pageRequest("get-template-field-list", page), readNamedRow);
}

QFuture<Result<Snapshot<TemplateField>>> TemplateService::field(const QString &id, bool foreground) const
{
    return fetchObject<TemplateField>(
        reads(), idRequest("get-template-field", id, foreground),
        [id](const QByteArray &body) { return readTemplateField(body, id); });
}

WriteRequest TemplateService::prepareCreateField(const TemplateFieldBody &body) const
{
    return prepare("create-template-field", createFieldBody(body));
}

QFuture<Result<QString>> TemplateService::createField(const TemplateFieldBody &body) const
{
    return send(prepareCreateField(body));
}

WriteRequest TemplateService::prepareUpdateField(const QString &id, const TemplateFieldBody &body) const
{
    return prepareFor("update-template-field", id, updateFieldBody(body));
}

QFuture<Result<QString>> TemplateService::updateField(const QString &id, const TemplateFieldBody &body) const
{
    return send(prepareUpdateField(id, body));
}

WriteRequest TemplateService::prepareDeleteField(const QString &id) const
{
    return prepareFor("delete-template-field", id);
}

QFuture<Result<QString>> TemplateService::deleteField(const QString &id) const
{
    return send(prepareDeleteField(id));
}

} // namespace naryad::api
