#pragma once

#include <QDateTime>

#include <deque>
#include <utility>

namespace naryad::sync {

/// How fast details come, over the last minute or so, and how long the rest will take. Asks no clock itself.
class Progress
{
public:
    /// `fetched`: details of this run until `now`; it only grows.
    void note(int fetched, const QDateTime &now);
    void clear() { m_samples.clear(); }
    /// Whole minutes for so many more, rounded up; -1 while too little is known.
    int minutesFor(int missing) const;

private:
    std::deque<std::pair<QDateTime, int>> m_samples;
};

} // namespace naryad::sync
