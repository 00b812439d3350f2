#pragma once

#include "core/TaskCard.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <memory>

namespace naryad::bench {

/// A name of the tables and indexes of a mirror: another one wherever any of them is another.
QString shapeOf(const QString &mirrorPath);

/// As the program leaves the file when it ends well: one it was killed on is looked through at the next
/// start, which is not what a start takes.
bool markClosedWell(const QString &mirrorPath);

QString sqliteVersion();

/// What the file itself allows: the same questions the screens ask, by the best statement there is for each,
/// read on a connection of its own with nothing around it. Thread: the one it is made in.
class RawQueries
{
public:
    /// What a text asks for, which decides the statement.
    enum class Kind {
        Words, ///< anything a task says
        Number, ///< a task's whole number
        Phone, ///< the end of a client's phone
    };

    explicit RawQueries(const QString &mirrorPath);
    ~RawQueries();

    /// Learns how rare the parts of a text are, so that find() asks for the rarest: no part of its time.
    void prepare(const QString &text);
    /// The first `limit` tasks that say all words of a folded text, the latest plan first.
    QVector<RowId> find(const QString &text, Kind kind, int limit);
    /// The first `limit` of a filter of planned bounds, one state, a worker or a contractor; the latest plan
    /// first.
    QVector<RowId> filtered(const TaskFilter &filter, int limit);
    /// Reads what a line of the list needs of each; the bytes read.
    qint64 readRows(const QVector<RowId> &rows);
    /// All rows in this order, by its index alone.
    QVector<RowId> ids(TaskQuery::Sort sort, bool descending);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace naryad::bench
