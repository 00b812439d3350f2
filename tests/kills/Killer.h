#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>

#include <sys/types.h>

namespace naryad::test {

/// Kills a program with SIGKILL after so long, from a thread of its own, whatever this one does meanwhile.
class Killer
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    Killer(pid_t program, std::chrono::milliseconds after)
        : m_thread([this, program, after] {
            std::unique_lock guard(m_lock);
            m_calledOff.wait_for(guard, after, [this] { return m_ends; });
            m_at = std::chrono::steady_clock::now();
            m_struck = true;
            kill(program, SIGKILL);
        })
    {}
    /// Kills at once what still runs.
    ~Killer()
    {
        if (m_thread.joinable())
            strike();
    }
    Killer(const Killer &) = delete;
    Killer &operator=(const Killer &) = delete;

    /// False: the program was certainly running until now.
    bool hasStruck() const { return m_struck; }
    /// Waits until it has, or does it at once; answers when it was.
    Moment await()
    {
        m_thread.join();
        return m_at;
    }
    Moment strike()
    {
        {
            const std::lock_guard guard(m_lock);
            m_ends = true;
        }
        m_calledOff.notify_all();
        return await();
    }

private:
    std::mutex m_lock;
    std::condition_variable m_calledOff;
    bool m_ends = false;
    std::atomic_bool m_struck = false;
    Moment m_at;
    std::thread m_thread; ///< last: it uses all the others
};

} // namespace naryad::test
