#pragma once

#include "core/Clock.h"
#include "core/TaskCard.h"

#include <QObject>
#include <QVector>

#include <memory>

namespace naryad::store {
class Reader;
}

namespace naryad::models {

/// How many tasks each of some filters or queries shows, kept fresh: asked again when told that something
/// changed, one question at a time, at most once a second and for at most a tenth of the reader's time.
///
/// Thread: the GUI's. Never blocks; a question that failed leaves the counts as they were.
class TaskCounts : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this.
    TaskCounts(store::Reader &reader, const Clock &clock, QObject *parent = nullptr);
    ~TaskCounts() override;

    /// As many as before: the counts stay until the new ones are known; else they are forgotten.
    void setFilters(const QVector<TaskFilter> &filters);
    /// The same for what a text narrows too.
    void setQueries(const QVector<TaskQuery> &queries);
    void refresh();
    /// In the order of the filters; empty while they are not known.
    const QVector<qint64> &counts() const;

Q_SIGNALS:
    void counted();

private:
    void ask();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::models
