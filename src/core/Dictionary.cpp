#include "core/Dictionary.h"

#include <array>
#include <utility>

namespace naryad {

namespace {

constexpr std::array<std::pair<DictionaryKind, const char *>, 6> KindNames{{
    {DictionaryKind::Results, "results"},
    {DictionaryKind::EquipmentTypes, "equipment types"},
    {DictionaryKind::Manufacturers, "manufacturers"},
    {DictionaryKind::EquipmentFields, "equipment fields"},
    {DictionaryKind::VisitDays, "visit days"},
    {DictionaryKind::FieldTypes, "field types"},
}};

} // namespace

QString toName(DictionaryKind kind)
{
    for (const auto &[known, name] : KindNames) {
        if (known == kind)
            return QString::fromLatin1(name);
    }
    return {};
}

std::optional<DictionaryKind> dictionaryKindFromName(const QString &name)
{
    for (const auto &[kind, known] : KindNames) {
        if (name == QLatin1String(known))
            return kind;
    }
    return std::nullopt;
}

} // namespace naryad
