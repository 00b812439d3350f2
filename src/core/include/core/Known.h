#pragma once

namespace naryad {

/// Who told a value. "Not known" is a value of its own and is never shown as empty (architecture rule 7).
enum class Source {
    NotKnown, ///< nobody told
    Service, ///< the service's answer
    Here, ///< said from this computer; the service does not read it back
};

/// A value that may be not known. A known T may still be empty ("known to be empty").
template <class T> struct Known
{
    Source source = Source::NotKnown;
    T value{};

    static Known fromService(T v) { return {Source::Service, std::move(v)}; }
    static Known fromHere(T v) { return {Source::Here, std::move(v)}; }

    bool isKnown() const { return source != Source::NotKnown; }
    friend bool operator==(const Known &, const Known &) = default;
};

} // namespace naryad
