#pragma once

#include "api/ReadChannel.h"
#include "api/Snapshot.h"
#include "core/Ids.h"
#include "core/Template.h"

#include <QFuture>

namespace naryad::api {

/// The reading template commands of the document's section "Шаблон".
class TemplateService
{
public:
    explicit TemplateService(ReadChannel &reads);

    /// get-template-list: GET v5 `?page`, `[{id,name}]`.
    QFuture<Result<Page<NamedRef>>> templatePage(int page) const;
    /// get-template: GET v5 `?id` (inferred: the document prints this body under get-template-field).
    QFuture<Result<Snapshot<Template>>> taskTemplate(const QString &id, bool foreground = false) const;
    /// get-template-field-list: GET v5 `?page`, `[{id,name}]`.
    QFuture<Result<Page<NamedRef>>> fieldPage(int page) const;
    /// get-template-field: GET v5 `?id`.
    QFuture<Result<Snapshot<TemplateField>>> field(const QString &id, bool foreground = false) const;

private:
    ReadChannel &m_reads;
};

} // namespace naryad::api
