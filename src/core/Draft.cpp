#include "core/Draft.h"

#include <array>
#include <utility>

namespace naryad {

namespace {

constexpr std::array<std::pair<Draft::Kind, const char *>, 10> KindNames{{
    {Draft::Kind::NewTask, "new task"},
    {Draft::Kind::Task, "task"},
    {Draft::Kind::Comment, "comment"},
    {Draft::Kind::Close, "close"},
    {Draft::Kind::AddFields, "add fields"},
    {Draft::Kind::RemoveFields, "remove fields"},
    {Draft::Kind::Client, "client"},
    {Draft::Kind::Template, "template"},
    {Draft::Kind::TemplateField, "template field"},
    {Draft::Kind::Equipment, "equipment"},
}};

} // namespace

bool isOfTask(Draft::Kind kind)
{
    return kind != Draft::Kind::Client && kind != Draft::Kind::Template && kind != Draft::Kind::TemplateField
        && kind != Draft::Kind::Equipment;
}

QString toName(Draft::Kind kind)
{
    for (const auto &[known, name] : KindNames) {
        if (known == kind)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<Draft::Kind> draftKindFromName(const QString &name)
{
    for (const auto &[kind, known] : KindNames) {
        if (name == QLatin1String(known))
            return kind;
    }
    return std::nullopt;
}

QJsonObject draftBody(const Draft &draft)
{
    return {
        {QStringLiteral("id"), draft.task.id},
        {QStringLiteral("token"), draft.task.token},
        {QStringLiteral("replaces"), draft.replaces},
        {QStringLiteral("form"), draft.form}};
}

void readDraftBody(Draft &draft, const QJsonObject &body)
{
    draft.task = {body.value(QLatin1String("id")).toString(), body.value(QLatin1String("token")).toString()};
    draft.replaces = body.value(QLatin1String("replaces")).toInteger();
    draft.form = body.value(QLatin1String("form")).toObject();
}

} // namespace naryad
