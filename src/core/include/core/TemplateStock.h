#pragma once

#include "core/Ids.h"
#include "core/Task.h"
#include "core/Template.h"

#include <QHash>
#include <QString>
#include <QVector>

namespace naryad {

/// A template or field as lists and editors show it: the service's word with what this computer said and is
/// not done yet laid over it.
template <class T> struct Stocked
{
    T value; ///< its id is a local one (core/CommandKinds.h) while the service has none of it
    bool loaded = false; ///< false: only id and name are known so far
    PendingState pending = PendingState::None;
    bool leaving = false; ///< its deletion is on its way
    CommandId madeBy = 0; ///< the command of this computer that makes or made it; 0: none that is known

    friend bool operator==(const Stocked &, const Stocked &) = default;
};

/// All templates and all fields of an account, each by name, and the names learned of numbers that no command
/// lists.
struct TemplateStock
{
    QVector<Stocked<Template>> templates;
    QVector<Stocked<TemplateField>> fields;
    QVector<NamedRef> visitDays; ///< number and name, as answers and the document tell them; by number
    QVector<NamedRef> fieldTypes; ///< beyond those of FieldType
    QHash<QString, QString> idByToken; ///< of what was made here of late: the service's id

    const Stocked<Template> *findTemplate(const QString &id) const;
    const Stocked<TemplateField> *findField(const QString &id) const;
    /// The definitions alone.
    QVector<TemplateField> definitions() const;
    /// The templates that have the field in one of their lists, by name.
    QVector<NamedRef> usesOf(const QString &fieldId) const;
    /// How many templates use each field, by field id.
    QHash<QString, int> useCounts() const;

    friend bool operator==(const TemplateStock &, const TemplateStock &) = default;
};

/// What the document tells of visit days: 2 is today.
QVector<NamedRef> documentedVisitDays();
/// Keeps the name of a number, unless one is known.
void learn(QVector<NamedRef> &names, const NamedRef &told);

} // namespace naryad
