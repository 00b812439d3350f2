#include "ContractorForest.h"

#include "Cursor.h"
#include "ListSql.h"
#include "TaskColumns.h"

#include <QHash>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

namespace naryad::store {

namespace {

constexpr int None = -1;

/// Texts one behind the other: a hundred thousand short ones in one piece of memory.
class Texts
{
public:
    void append(QByteArrayView text)
    {
        m_all.append(text.data(), text.size());
        m_ends.push_back(static_cast<int>(m_all.size()));
    }
    std::string_view at(int place) const
    {
        const int from = place == 0 ? 0 : m_ends[static_cast<size_t>(place) - 1];
        return {m_all.constData() + from, static_cast<size_t>(m_ends[static_cast<size_t>(place)] - from)};
    }

private:
    QByteArray m_all;
    std::vector<int> m_ends;
};

QByteArray keyOf(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

/// Puts the tree together. Clients are numbered as they are read; a family is the children of one parent.
class Forest
{
public:
    Forest(SQLite::Database &mirror, const ContractorLaid &laid)
        : m_laid(laid)
    {
        readMirror(mirror);
        addMade();
        findParents();
        markCycles();
    }

    ContractorTree tree()
    {
        ContractorTree tree;
        tree.nodes.reserve(static_cast<qsizetype>(m_rows.size()));
        std::vector<int> clients; ///< by place
        clients.reserve(m_rows.size());
        const auto put = [&](int client, int parent) {
            ContractorNode node;
            node.row = m_rows[static_cast<size_t>(client)];
            node.parent = parent;
            node.hit = true;
            node.stray = m_stray[static_cast<size_t>(client)] != 0;
            const std::string_view id = m_ids.at(client);
            tree.ids.append(id.data(), static_cast<qsizetype>(id.size()));
            node.idEnd = static_cast<int>(tree.ids.size());
            tree.nodes.append(node);
            clients.push_back(client);
        };
        std::vector<int> top = familyOf(m_groupAtTop);
        for (int client = 0; client < static_cast<int>(m_rows.size()); ++client) {
            if (m_stray[static_cast<size_t>(client)] != 0) {
                ownKey(client, None);
                top.push_back(client);
            }
        }
        prepare(top, None);
        for (const int client : top)
            put(client, None);
        tree.top = static_cast<int>(top.size());
        for (int place = 0; place < tree.nodes.size(); ++place) {
            const int client = clients[static_cast<size_t>(place)];
            tree.nodes[place].first = static_cast<int>(tree.nodes.size());
            std::vector<int> family = familyOf(m_family[static_cast<size_t>(client)]);
            prepare(family, client);
            for (const int child : family)
                put(child, place);
            tree.nodes[place].children = static_cast<int>(family.size());
        }
        finish(tree);
        return tree;
    }

private:
    struct Group
    {
        int from = 0; ///< the mirrored ones stand from there
        int to = 0;
        std::vector<int> more{}; ///< made here
        int parent = None;
    };

    void readMirror(SQLite::Database &mirror)
    {
        Cursor read(mirror, sql::ContractorFamilies);
        QByteArray family;
        int group = groupCalled({});
        m_groupAtTop = group;
        while (read.next()) {
            const int client = static_cast<int>(m_rows.size());
            m_rows.push_back(read.number(0));
            m_ids.append(read.utf8(1));
            if (const QByteArrayView parent = read.utf8(2); parent != family) {
                family = parent.toByteArray();
                group = groupCalled(family);
            }
            Group &members = m_groups[static_cast<size_t>(group)];
            if (members.to == members.from)
                members.from = client;
            members.to = client + 1;
            m_groupOf.push_back(group);
            m_sorts.append(read.utf8(3));
        }
    }

    void addMade()
    {
        for (const ContractorLaid::Made &made : m_laid.made) {
            const int client = static_cast<int>(m_rows.size());
            m_rows.push_back(made.row);
            m_ids.append(made.contractor.id.toUtf8());
            m_sorts.append(sortKey(made.contractor.name).toUtf8());
            const int group = groupCalled(made.contractor.parent.id.toUtf8());
            m_groups[static_cast<size_t>(group)].more.push_back(client);
            m_groupOf.push_back(group);
        }
        m_family.assign(m_rows.size(), None);
        m_stray.assign(m_rows.size(), 0);
        m_own.assign(m_rows.size(), {});
    }

    int groupCalled(const QByteArray &id)
    {
        const auto found = m_groupById.constFind(id);
        if (found != m_groupById.constEnd())
            return *found;
        const int group = static_cast<int>(m_groups.size());
        m_groups.push_back({});
        m_groupById.insert(id, group);
        return group;
    }

    void findParents()
    {
        for (int client = 0; client < static_cast<int>(m_rows.size()); ++client) {
            const std::string_view id = m_ids.at(client);
            const auto found = m_groupById.constFind(keyOf(id));
            if (id.empty() || found == m_groupById.constEnd())
                continue;
            m_family[static_cast<size_t>(client)] = *found;
            m_groups[static_cast<size_t>(*found)].parent = client;
        }
        for (size_t client = 0; client < m_rows.size(); ++client) {
            if (m_groupOf[client] != m_groupAtTop && parentOf(static_cast<int>(client)) == None)
                m_stray[client] = 1;
        }
    }

    int parentOf(int client) const
    {
        return m_groups[static_cast<size_t>(m_groupOf[static_cast<size_t>(client)])].parent;
    }

    /// Every member of a circle is its own ancestor; what hangs below it stays there.
    void markCycles()
    {
        std::vector<int> walk(m_rows.size(), 0); ///< by which walk it was seen
        for (int begin = 0; begin < static_cast<int>(m_rows.size()); ++begin) {
            int client = begin;
            while (client != None && walk[static_cast<size_t>(client)] == 0) {
                walk[static_cast<size_t>(client)] = begin + 1;
                client = m_stray[static_cast<size_t>(client)] != 0 ? None : parentOf(client);
            }
            if (client == None || walk[static_cast<size_t>(client)] != begin + 1)
                continue;
            for (int member = client; m_stray[static_cast<size_t>(member)] == 0; member = parentOf(member))
                m_stray[static_cast<size_t>(member)] = 1;
        }
    }

    std::vector<int> familyOf(int group) const
    {
        std::vector<int> family;
        if (group == None)
            return family;
        const Group &members = m_groups[static_cast<size_t>(group)];
        const auto take = [&](int client) {
            if (m_stray[static_cast<size_t>(client)] == 0)
                family.push_back(client);
        };
        for (int client = members.from; client < members.to; ++client)
            take(client);
        for (const int client : members.more)
            take(client);
        return family;
    }

    /// The mirror sorts by the path, whose beginning is the parent's name, perhaps an older one.
    void ownKey(int client, int parent)
    {
        const QString renamed = m_laid.renamed.isEmpty()
            ? QString()
            : m_laid.renamed.value(QString::fromUtf8(keyOf(m_ids.at(client))));
        if (!renamed.isEmpty()) {
            m_renamed.append(sortKey(renamed).toUtf8());
            m_own[static_cast<size_t>(client)]
                = {m_renamed.constLast().constData(), static_cast<size_t>(m_renamed.constLast().size())};
            return;
        }
        constexpr std::string_view Between = " / ";
        std::string_view own = m_sorts.at(client);
        const bool hasPath = m_rows[static_cast<size_t>(client)] > 0
            && m_groupOf[static_cast<size_t>(client)] != m_groupAtTop;
        if (hasPath) {
            const std::string_view above = parent == None ? std::string_view() : mirroredKey(parent);
            const bool isBelow = !above.empty() && own.substr(0, above.size()) == above
                && own.substr(above.size(), Between.size()) == Between;
            const size_t last = own.rfind(Between);
            if (isBelow)
                own.remove_prefix(above.size() + Between.size());
            else if (last != std::string_view::npos)
                own.remove_prefix(last + Between.size());
        }
        m_own[static_cast<size_t>(client)] = own;
    }

    /// A renamed parent is still in its children's paths as it was.
    std::string_view mirroredKey(int client) const
    {
        const bool renamed = !m_laid.renamed.isEmpty()
            && m_laid.renamed.contains(QString::fromUtf8(keyOf(m_ids.at(client))));
        return renamed ? std::string_view() : m_own[static_cast<size_t>(client)];
    }

    void prepare(std::vector<int> &family, int parent)
    {
        for (const int client : family) {
            if (parent != None || m_stray[static_cast<size_t>(client)] == 0)
                ownKey(client, parent);
        }
        const auto before = [this](int a, int b) {
            const std::string_view left = m_own[static_cast<size_t>(a)];
            const std::string_view right = m_own[static_cast<size_t>(b)];
            return left != right ? left < right : m_ids.at(a) < m_ids.at(b);
        };
        if (!std::is_sorted(family.begin(), family.end(), before))
            std::sort(family.begin(), family.end(), before);
    }

    void finish(ContractorTree &tree) const
    {
        for (qsizetype place = tree.nodes.size() - 1; place >= 0; --place) {
            const ContractorNode &node = std::as_const(tree.nodes).at(place);
            if (node.parent != None)
                tree.nodes[node.parent].below += node.below + 1;
        }
        tree.byRow.resize(tree.nodes.size());
        std::iota(tree.byRow.begin(), tree.byRow.end(), 0);
        std::sort(tree.byRow.begin(), tree.byRow.end(), [&nodes = std::as_const(tree.nodes)](int a, int b) {
            return nodes.at(a).row < nodes.at(b).row;
        });
        tree.became = m_laid.became;
        tree.hits = tree.total = tree.nodes.size();
    }

    const ContractorLaid &m_laid;
    std::vector<RowId> m_rows;
    Texts m_ids;
    Texts m_sorts;
    QVector<QByteArray> m_renamed;
    std::vector<std::string_view> m_own; ///< what each is sorted by among its siblings
    std::vector<int> m_groupOf; ///< the family it is in
    std::vector<int> m_family; ///< the family below it
    std::vector<char> m_stray;
    std::vector<Group> m_groups;
    QHash<QByteArray, int> m_groupById; ///< by the parent's id
    int m_groupAtTop = 0;
};

} // namespace

ContractorTree contractorForest(SQLite::Database &mirror, const ContractorLaid &laid)
{
    return Forest(mirror, laid).tree();
}

ContractorTree prunedTree(const ContractorTree &whole, const QVector<char> &kept, const QVector<char> &hit)
{
    ContractorTree tree;
    QVector<int> placeOf(whole.nodes.size(), None);
    for (int old = 0; old < whole.nodes.size(); ++old) {
        if (kept.at(old) == 0)
            continue;
        const int place = static_cast<int>(tree.nodes.size());
        placeOf[old] = place;
        ContractorNode node = whole.nodes.at(old);
        const int from = old == 0 ? 0 : whole.nodes.at(old - 1).idEnd;
        tree.ids.append(QByteArrayView(whole.ids).sliced(from, node.idEnd - from));
        node.idEnd = static_cast<int>(tree.ids.size());
        node.hit = hit.at(old) != 0;
        tree.hits += node.hit ? 1 : 0;
        node.children = 0;
        node.first = 0;
        if (node.parent == None) {
            ++tree.top;
        } else {
            node.parent = placeOf.at(node.parent);
            ContractorNode &parent = tree.nodes[node.parent];
            if (parent.children++ == 0)
                parent.first = place;
        }
        tree.nodes.append(node);
    }
    for (const int old : whole.byRow) {
        if (placeOf.at(old) != None)
            tree.byRow.append(placeOf.at(old));
    }
    tree.became = whole.became;
    tree.total = whole.total;
    return tree;
}

} // namespace naryad::store
