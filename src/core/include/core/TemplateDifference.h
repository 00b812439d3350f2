#pragma once

#include "core/Template.h"

#include <QString>
#include <QVector>

namespace naryad {

/// One thing in which a template or field differs from what it was. A value; models/TemplateWords.h says it
/// in words.
struct TemplateChange
{
    enum class Part {
        Name,
        Colour,
        VisitDay,
        VisitDuration,
        Details, ///< a row of the template's details
        Report, ///< a row of its report
        Type, ///< of a field
        Values, ///< one value of a list field
    };
    enum class What {
        Changed, ///< from `before` to `after`; of a value: renamed
        Added,
        Removed,
        Moved, ///< stands elsewhere among those that stayed
        Shown, ///< made visible to the worker
        Hidden, ///< made invisible to him
        Required,
        NotRequired,
    };

    Part part = Part::Name;
    What what = What::Changed;
    QString id{}; ///< of the row's field or of the value; empty for a new value
    QString name{}; ///< of the row's field or the value
    QString before{}; ///< as text: a name, "#rrggbb", an id, seconds
    QString after{};
    int place = -1; ///< in the new order, from 0; -1: it is in none
    friend bool operator==(const TemplateChange &, const TemplateChange &) = default;
};

/// What a save of `after` does to a template that is as `before`, in the order a person reads it. Empty
/// exactly where nothing would change: names beside ids and row numbers don't count, a flag that is not set
/// is as good as a "no".
QVector<TemplateChange> differenceOf(const TemplateBody &before, const TemplateBody &after);
/// The same of a field. Values that are deleted in both don't count.
QVector<TemplateChange> differenceOf(const TemplateFieldBody &before, const TemplateFieldBody &after);

} // namespace naryad
