#pragma once

#include "core/Ids.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace naryad {

/// What was typed into a form and not said yet: on this computer's disk until it is said or taken out again.
struct Draft
{
    enum class Kind {
        NewTask, ///< the editor of a new task
        Task, ///< the editor of a task that is there
        Comment,
        Close,
        AddFields, ///< a field for a task that is there
        RemoveFields,
        Client, ///< a contractor, subdivision, person or phone: its `about` tells which
        Template, ///< the editor of a template
        TemplateField, ///< the editor of a template's field
        Equipment, ///< a piece of equipment or a model: likewise
    };

    QString key; ///< names it: what is kept under the same key takes its place
    Kind kind = Kind::NewTask;
    ObjectRef task; ///< the task, template or field it speaks of; neither part is filled for a new one
    CommandId replaces = 0; ///< the refused command it mends; 0: none
    QJsonObject form; ///< what the form needs to stand as it did; only the form reads it
    QDateTime changed; ///< UTC; set by the journal
    RowId row = 0; ///< the task's row in the list, as far as it is known; not kept
    friend bool operator==(const Draft &, const Draft &) = default;
};

/// Of the task editor and the windows about a task.
bool isOfTask(Draft::Kind kind);

/// A short stable name of a kind ("new task"), for the journal. Not translated.
QString toName(Draft::Kind kind);
/// Nothing for a name this version does not know.
std::optional<Draft::Kind> draftKindFromName(const QString &name);

/// Task, replaced command and form as the journal keeps them, and back.
QJsonObject draftBody(const Draft &draft);
void readDraftBody(Draft &draft, const QJsonObject &body);

} // namespace naryad
