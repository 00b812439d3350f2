#pragma once

#include "core/AccountZone.h"
#include "core/Result.h"
#include "core/Template.h"

#include <QByteArray>

namespace naryad::api {

/// Reads a get-template answer; `askedId` stands in where it leaves its own id out.
Result<Template> readTemplate(const QByteArray &body, const QString &askedId, const AccountZone &zone);

/// Reads a get-template-field answer, likewise.
Result<TemplateField> readTemplateField(const QByteArray &body, const QString &askedId);

QByteArray createTemplateBody(const TemplateBody &body);
QByteArray updateTemplateBody(const TemplateBody &body);
QByteArray createFieldBody(const TemplateFieldBody &body);
QByteArray updateFieldBody(const TemplateFieldBody &body);

} // namespace naryad::api
