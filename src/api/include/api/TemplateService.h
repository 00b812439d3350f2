#pragma once

#include "api/Service.h"
#include "core/AccountZone.h"
#include "core/Ids.h"
#include "core/Template.h"

#include <QFuture>

namespace naryad::api {

/// The ten commands about templates and their fields (document's sections "Задача" and "Шаблон").
/// Thread: the channels'.
class TemplateService : public Service
{
public:
    TemplateService(ReadChannel &reads, WriteChannel &writes, AccountZone zone);

    /// get-template-list: GET v5 `?page` (from 0), `[{id,name}]`.
    QFuture<Result<Page<NamedRef>>> templatePage(int page) const;
    /// get-template: GET v5 `?id` (inferred: the document prints this body under get-template-field).
    QFuture<Result<Snapshot<Template>>> taskTemplate(const QString &id, bool foreground = false) const;
    /// create-template: POST v5 `{color, name, visit{id}, visitDuration (seconds),
    /// props[{visibleToMobile, field{id}}], checklist[{required, field{id}}]}`, both as arrays. Answers
    /// `{id}`.
    WriteRequest prepareCreateTemplate(const TemplateBody &body) const;
    QFuture<Result<QString>> createTemplate(const TemplateBody &body) const;
    /// update-template: POST v5 `?id`, the whole template with both flags of each row. Answers the id.
    WriteRequest prepareUpdateTemplate(const QString &id, const TemplateBody &body) const;
    QFuture<Result<QString>> updateTemplate(const QString &id, const TemplateBody &body) const;
    /// delete-template: POST v5 `?id`. Answers the id.
    WriteRequest prepareDeleteTemplate(const QString &id) const;
    QFuture<Result<QString>> deleteTemplate(const QString &id) const;

    /// get-template-field-list: GET v5 `?page` (from 0), `[{id,name}]`.
    QFuture<Result<Page<NamedRef>>> fieldPage(int page) const;
    /// get-template-field: GET v5 `?id`, `{id,name,type{id,name},valueList[{id,deleted,name}]}`.
    QFuture<Result<Snapshot<TemplateField>>> field(const QString &id, bool foreground = false) const;
    /// create-template-field: POST v5 `{name, type{id}, valueList[{name}]}`, values for type 5 only. `{id}`.
    WriteRequest prepareCreateField(const TemplateFieldBody &body) const;
    QFuture<Result<QString>> createField(const TemplateFieldBody &body) const;
    /// update-template-field: POST v5 `?id`, `{name, type{id,name}, valueList[{id,deleted,name}]}`: no `id` =
    /// a new value, `deleted` removes one, the order is kept. Answers the id.
    WriteRequest prepareUpdateField(const QString &id, const TemplateFieldBody &body) const;
    QFuture<Result<QString>> updateField(const QString &id, const TemplateFieldBody &body) const;
    /// delete-template-field: POST v5 `?id`. Answers the id.
    WriteRequest prepareDeleteField(const QString &id) const;
    QFuture<Result<QString>> deleteField(const QString &id) const;

private:
    AccountZone m_zone;
};

} // namespace naryad::api
