#pragma once

#include <algorithm>
#include <chrono>

namespace naryad::models {

/// How often something that costs time may be done again by itself: it is given at most a tenth of the time,
/// so the next one begins no sooner than ten times its last duration after its end. What takes no more than
/// `Short` is free: it is asked for by changes, which are told at most five times a second. Knows no clock:
/// moments are told to it, counted from anywhere.
class Pace
{
public:
    using Ms = std::chrono::milliseconds;
    static constexpr Ms Short{20};

    /// `least`: never sooner than this after the last one's end.
    explicit Pace(Ms least = Ms(0))
        : m_least(least)
    {}

    void begun(Ms now)
    {
        m_begun = now;
        m_running = true;
    }

    void ended(Ms now)
    {
        if (!m_running)
            return;
        m_running = false;
        const Ms took = now - m_begun;
        m_next = now + std::max(m_least, took > Short ? took * Times : Ms(0));
    }

    /// How long to wait yet; 0: now.
    Ms wait(Ms now) const { return std::max(Ms(0), m_next - now); }

private:
    static constexpr int Times = 10;

    Ms m_least;
    Ms m_begun{0};
    Ms m_next{0};
    bool m_running = false;
};

} // namespace naryad::models
