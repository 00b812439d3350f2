#pragma once

#include "widgets/EntityPicker.h"

#include <QRegularExpression>

namespace naryad::ui {

/// What is chosen in a picker of things the account numbers itself, or the number typed into it; a name
/// behind the number is what the user calls it. Nothing where neither is there.
inline NamedRef numberedRef(const EntityPicker &picker)
{
    if (!picker.ref().isNothing())
        return picker.ref();
    static const QRegularExpression typed(QStringLiteral("^#?(\\d+)(?:\\s+(.*))?$"));
    const auto match = typed.match(picker.typedText().trimmed());
    return match.hasMatch() ? NamedRef{match.captured(1), match.captured(2).trimmed()} : NamedRef();
}

/// Takes the best match of what is typed; true while it is still being looked up: settled() follows.
inline bool settles(EntityPicker &picker)
{
    if (picker.isUnresolved())
        picker.takeBest();
    return picker.isSettling();
}

} // namespace naryad::ui
