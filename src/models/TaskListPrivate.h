#pragma once

#include "Pace.h"
#include "PageCache.h"
#include "models/TaskListModel.h"
#include "store/Reader.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QTimer>
#include <QVector>

#include <chrono>
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
    {
        started.start();
    }

    std::chrono::milliseconds sinceStart() const { return std::chrono::milliseconds(started.elapsed()); }

    store::Reader &reader;
    AccountZone zone;
    TaskQuery query;
    QVector<RowId> rows;
    int count = 0; ///< rows the views know of; while the list changes not as many as `rows`
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
    Extent extent = Extent::Before;
    Keep keep = Keep::Selection;
    qint64 total = 0;
    bool running = false; ///< a query is on its way
    bool again = false; ///< and another is wanted behind it
    bool soon = false; ///< and somebody waits for it
    Pace pace; ///< of looking again by itself
    QElapsedTimer started;
    QTimer later; ///< to the next look
};

} // namespace naryad::models
