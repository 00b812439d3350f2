#pragma once

#include <QByteArray>
#include <QVector>

namespace naryad::api {

/// A decoded object with the raw JSON it was read from.
template <class T> struct Snapshot
{
    T value;
    QByteArray raw;
};

/// One page of a list. `last` when the service gave fewer rows than a page holds.
template <class T> struct Page
{
    QVector<T> rows;
    bool last = true;
};

/// Rows of a list page of the service.
inline constexpr int PageRows = 10;
/// The most rows get-updates answers at once.
inline constexpr int UpdateRows = 3000;

} // namespace naryad::api
