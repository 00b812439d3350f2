#pragma once

#include "PageCache.h"
#include "models/TaskListModel.h"
#include "store/Reader.h"

#include <QFuture>
#include <QVector>

#include <utility>

namespace naryad::models {

inline constexpr int PageRows = 128;
inline constexpr int CachedRows = PageRows * 64;

/// What the task list holds: the row numbers in order, the rows in memory, and which are asked for.
class TaskListModel::Private
{
public:
    Private(store::Reader &source, AccountZone where)
        : reader(source)
        , zone(std::move(where))
    {}

    store::Reader &reader;
    AccountZone zone;
    TaskQuery query;
    QVector<RowId> rows;
    PageCache cache{CachedRows};
    QVector<int> wanted; ///< pages drawn before they were here, the newest last
    int reading = -1; ///< the page on its way
    int lastDrawn = 0; ///< the page read before, for the direction of scrolling
    int ahead = -1; ///< the page the scrolling goes to, read when nothing is wanted
    bool readPlanned = false;
    quint64 generation = 0;
    QFuture<Result<store::TaskIds>> asked; ///< the query on its way
    Load load = Load::NotAsked;
    Error error;
    qint64 total = 0;
    bool running = false; ///< a query is on its way
    bool again = false; ///< and another is wanted behind it
};

} // namespace naryad::models
