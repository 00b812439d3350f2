#include "api/TemplateService.h"

#include "Fetch.h"
#include "ListCodec.h"
#include "TemplateCodec.h"

namespace naryad::api {

TemplateService::TemplateService(ReadChannel &reads)
    : m_reads(reads)
{}

QFuture<Result<Page<NamedRef>>> TemplateService::templatePage(int page) const
{
    return fetch<Page<NamedRef>>(
        m_reads, pageRequest(QStringLiteral("get-template-list"), page),
        [](const QByteArray &body) { return readPage<NamedRef>(body, readNamedRow); });
}

QFuture<Result<Snapshot<Template>>> TemplateService::taskTemplate(const QString &id, bool foreground) const
{
    return fetch<Snapshot<Template>>(
        m_reads, idRequest(QStringLiteral("get-template"), id, foreground),
        [id](const QByteArray &body) -> Result<Snapshot<Template>> {
            return readTemplate(body, id).map([&body](const Template &value) {
                return Snapshot<Template>{value, body};
            });
        });
}

QFuture<Result<Page<NamedRef>>> TemplateService::fieldPage(int page) const
{
    return fetch<Page<NamedRef>>(
        m_reads, pageRequest(QStringLiteral("get-template-field-list"), page),
        [](const QByteArray &body) { return readPage<NamedRef>(body, readNamedRow); });
}

QFuture<Result<Snapshot<TemplateField>>> TemplateService::field(const QString &id, bool foreground) const
{
    return fetch<Snapshot<TemplateField>>(
        m_reads, idRequest(QStringLiteral("get-template-field"), id, foreground),
        [id](const QByteArray &body) -> Result<Snapshot<TemplateField>> {
            return readTemplateField(body, id).map([&body](const TemplateField &value) {
                return Snapshot<TemplateField>{value, body};
            });
        });
}

} // namespace naryad::api
