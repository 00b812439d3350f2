#include "core/ContractorTree.h"

#include <algorithm>

namespace naryad {

QString ContractorTree::idAt(int place) const
{
    const int from = place == 0 ? 0 : nodes.at(place - 1).idEnd;
    return QString::fromUtf8(ids.constData() + from, nodes.at(place).idEnd - from);
}

int ContractorTree::placeOf(RowId row) const
{
    const auto found = std::lower_bound(
        byRow.begin(), byRow.end(), row, [this](int place, RowId one) { return nodes.at(place).row < one; });
    return found != byRow.end() && nodes.at(*found).row == row ? *found : -1;
}

int ContractorTree::placeOf(const QString &id) const
{
    const QByteArray wanted = id.toUtf8();
    int from = 0;
    for (int place = 0; place < nodes.size(); ++place) {
        const int end = nodes.at(place).idEnd;
        if (QByteArrayView(ids).sliced(from, end - from) == wanted)
            return place;
        from = end;
    }
    return -1;
}

} // namespace naryad
