#pragma once

#include "core/Contractor.h"
#include "core/Draft.h"
#include "core/Result.h"
#include "core/TaskCard.h"
#include "core/Template.h"

#include <QFuture>

#include <memory>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// One-object reads for cards and editors, so that screens need not see the store. Thread: any.
class Details
{
public:
    explicit Details(store::Reader &reader);

    QFuture<Result<TaskCard>> taskCard(RowId row) const;
    QFuture<Result<TemplateForm>> templateForm(const QString &templateId) const;
    QFuture<Result<Contractor>> contractor(const QString &id) const;
    /// What was typed and not said yet, the newest first.
    QFuture<Result<QVector<Draft>>> drafts() const;
    /// The user's own views of the task list as CommandDesk::keepViews() was given them; empty: none.
    QFuture<Result<QString>> views() const;

private:
    store::Reader &m_reader;
};

} // namespace naryad::models
