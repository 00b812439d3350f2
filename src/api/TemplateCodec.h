#pragma once

#include "core/Result.h"
#include "core/Template.h"

#include <QByteArray>

namespace naryad::api {

/// Reads a get-template answer; `askedId` stands in where it leaves its own id out.
Result<Template> readTemplate(const QByteArray &body, const QString &askedId);

/// Reads a get-template-field answer, likewise.
Result<TemplateField> readTemplateField(const QByteArray &body, const QString &askedId);

} // namespace naryad::api
