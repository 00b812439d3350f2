#pragma once

#include <QCheckBox>
#include <QCoreApplication>

#include <optional>

namespace naryad::ui {

/// Shows a yes, a no, or "not set": what nobody said is not said as "no".
inline void showAnswer(QCheckBox *box, std::optional<bool> answer)
{
    box->setTristate(!answer.has_value());
    box->setCheckState(!answer ? Qt::PartiallyChecked : *answer ? Qt::Checked : Qt::Unchecked);
}

/// No value while the box is not set.
inline std::optional<bool> answerOf(const QCheckBox *box)
{
    if (box->checkState() == Qt::PartiallyChecked)
        return std::nullopt;
    return box->checkState() == Qt::Checked;
}

/// Says in words what a half-set box means.
inline void explainAnswer(QCheckBox *box)
{
    box->setToolTip(
        answerOf(box) ? QString()
                      : QCoreApplication::translate("naryad::ui", "Not set: nothing is said of it"));
}

} // namespace naryad::ui
