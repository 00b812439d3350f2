#pragma once

#include <QVector>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

namespace naryad::sandbox {

/// Objects of one kind: a company's own, made when asked for, and over them what clients changed, made and
/// removed. Only the latter is held, so a million objects nobody touched cost nothing.
template <class T> class Shelf
{
public:
    /// The company's own objects, in ascending order of their ids.
    struct Source
    {
        qint64 count = 0;
        std::function<qint64(qint64)> idAt; ///< place → id; may be null for what is never listed
        std::function<qint64(qint64)> placeOf; ///< id → place, -1 where there is none
        std::function<T(qint64)> make; ///< place → object
    };

    explicit Shelf(Source source)
        : m_source(std::move(source))
    {}

    std::optional<T> find(qint64 id) const
    {
        if (const auto found = m_changed.find(id); found != m_changed.end())
            return found->second;
        const qint64 place = m_source.placeOf(id);
        if (place < 0 || isGone(place))
            return std::nullopt;
        return m_source.make(place);
    }

    bool contains(qint64 id) const
    {
        const qint64 place = m_source.placeOf(id);
        return m_changed.contains(id) || (place >= 0 && !isGone(place));
    }

    /// Changes an object or adds a new one; new ids only ascend.
    void put(const T &item)
    {
        if (m_source.placeOf(item.id) < 0 && !m_changed.contains(item.id))
            m_made.append(item.id);
        m_changed[item.id] = item;
    }

    void remove(qint64 id)
    {
        m_changed.erase(id);
        m_made.removeOne(id);
        const qint64 place = m_source.placeOf(id);
        if (place >= 0 && !isGone(place))
            m_gone.insert(std::lower_bound(m_gone.begin(), m_gone.end(), place), place);
    }

    qint64 size() const { return m_source.count - m_gone.size() + m_made.size(); }

    /// The id at a place of the whole list, in ascending order of ids.
    qint64 idAt(qint64 place) const
    {
        const qint64 own = m_source.count - m_gone.size();
        if (place >= own)
            return m_made.at(static_cast<qsizetype>(place - own));
        // Before the n-th removed place stand m_gone[n] - n that are left: ascending, so it can be searched.
        qsizetype low = 0;
        qsizetype high = m_gone.size();
        while (low < high) {
            const qsizetype middle = (low + high) / 2;
            if (m_gone.at(middle) - middle <= place)
                low = middle + 1;
            else
                high = middle;
        }
        return m_source.idAt(place + low);
    }

    bool isChanged(qint64 id) const { return m_changed.contains(id); }
    const std::map<qint64, T> &changed() const { return m_changed; }
    const QVector<qint64> &made() const { return m_made; }

    /// For saving and loading: all that is held.
    template <class Pass> void pass(Pass &pass) { pass(m_changed, m_made, m_gone); }

private:
    bool isGone(qint64 place) const { return std::binary_search(m_gone.begin(), m_gone.end(), place); }

    Source m_source;
    std::map<qint64, T> m_changed;
    QVector<qint64> m_made;
    QVector<qint64> m_gone; ///< places of the source, ascending
};

} // namespace naryad::sandbox
