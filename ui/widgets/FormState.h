#pragma once

#include "widgets/EntityPicker.h"
#include "widgets/TimeField.h"

#include <QJsonObject>

namespace naryad::ui {

// How the fields of a form stand in a draft.

/// What is chosen, or what is typed and not taken yet.
inline QJsonObject pickerState(const EntityPicker &picker)
{
    const NamedRef ref = picker.ref();
    if (ref.isNothing())
        return {{QStringLiteral("typed"), picker.typedText()}};
    return {{QStringLiteral("id"), ref.id}, {QStringLiteral("name"), ref.name}};
}

/// An absent state leaves the picker as it is.
inline void restorePicker(EntityPicker &picker, const QJsonValue &state)
{
    if (!state.isObject())
        return;
    const NamedRef ref{state[u"id"].toString(), state[u"name"].toString()};
    if (ref.isNothing())
        picker.setTypedText(state[u"typed"].toString());
    else
        picker.setRef(ref);
}

/// The moment beside the text: "tomorrow 9" means the day after it was typed, whenever it is read again.
inline QJsonObject timeState(const TimeField &field)
{
    // Both ends of a range that is not taken yet.
    if (const QString text = field.absoluteText(); text != field.text())
        return {{QStringLiteral("text"), text}};
    const QDateTime moment = field.moment();
    return moment.isValid() ? QJsonObject{{QStringLiteral("moment"), moment.toUTC().toString(Qt::ISODate)}}
                            : QJsonObject{{QStringLiteral("text"), field.text()}};
}

inline void restoreTime(TimeField &field, const QJsonValue &state)
{
    if (!state.isObject())
        return;
    const QDateTime moment = QDateTime::fromString(state[u"moment"].toString(), Qt::ISODate);
    if (moment.isValid())
        field.setMoment(moment.toUTC());
    else
        field.setText(state[u"text"].toString());
}

/// What is not as it was.
inline QJsonObject differing(const QJsonObject &now, const QJsonObject &began)
{
    QJsonObject changed;
    for (auto one = now.begin(); one != now.end(); ++one) {
        if (began.value(one.key()) != one.value())
            changed.insert(one.key(), one.value());
    }
    return changed;
}

} // namespace naryad::ui
