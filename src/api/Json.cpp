#include "Json.h"

#include <cstring>

namespace naryad::api {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Four hexadecimal digits, checked by the parser.
ushort codeUnit(const char *digits)
{
    return QByteArray::fromRawData(digits, 4).toUShort(nullptr, 16);
}

/// A string between its quotes, as it stands in the text.
QString unescaped(const char *begin, const char *end)
{
    QString text;
    const char *plain = begin;
    for (const char *at = begin; at < end; ++at) {
        if (*at != '\\')
            continue;
        text += QString::fromUtf8(plain, at - plain);
        ++at;
        switch (*at) {
        case 'b':
            text += QLatin1Char('\b');
            break;
        case 'f':
            text += QLatin1Char('\f');
            break;
        case 'n':
            text += QLatin1Char('\n');
            break;
        case 'r':
            text += QLatin1Char('\r');
            break;
        case 't':
            text += QLatin1Char('\t');
            break;
        case 'u':
            text += QChar(codeUnit(at + 1));
            at += 4;
            break;
        default:
            text += QLatin1Char(*at);
        }
        plain = at + 1;
    }
    return text + QString::fromUtf8(plain, end - plain);
}

} // namespace

Json::Kind Json::kind() const
{
    return m_text ? node().kind : Kind::Missing;
}

bool Json::toBool() const
{
    return isBool() && m_text->bytes.at(node().begin) == 't';
}

QString Json::toString() const
{
    if (!isString())
        return {};
    const char *bytes = m_text->bytes.constData();
    return unescaped(bytes + node().begin + 1, bytes + node().end - 1);
}

QVector<Json> Json::items() const
{
    QVector<Json> items;
    if (isArray()) {
        for (int child = m_node + 1; child < node().next; child = at(child).node().next)
            items.append(at(child));
    }
    return items;
}

QVector<std::pair<QString, Json>> Json::members() const
{
    QVector<std::pair<QString, Json>> members;
    if (isObject()) {
        for (int name = m_node + 1; name < node().next; name = at(name + 1).node().next)
            members.append({at(name).toString(), at(name + 1)});
    }
    return members;
}

/// Keys are mostly plain, and looked up often: only one with an escape in it is decoded.
bool Json::isKey(int name, const char *key) const
{
    const Node &node = m_text->nodes[static_cast<size_t>(name)];
    const char *begin = m_text->bytes.constData() + node.begin + 1;
    const auto length = static_cast<size_t>(node.end - node.begin - 2);
    if (std::memchr(begin, '\\', length))
        return at(name).toString() == QLatin1String(key);
    return length == std::strlen(key) && std::memcmp(begin, key, length) == 0;
}

Json Json::value(const char *key) const
{
    if (!isObject())
        return {};
    int found = -1;
    const auto &nodes = m_text->nodes;
    for (int name = m_node + 1; name < node().next; name = nodes[static_cast<size_t>(name) + 1].next) {
        if (isKey(name, key))
            found = name + 1;
    }
    return found < 0 ? Json() : at(found);
}

QByteArray Json::text() const
{
    QByteArray compact;
    if (isMissing())
        return compact;
    compact.reserve(node().end - node().begin);
    bool quoted = false;
    for (int at = node().begin; at < node().end; ++at) {
        const char c = m_text->bytes.at(at);
        if (!quoted && isSpace(c))
            continue;
        compact += c;
        if (quoted && c == '\\')
            compact += m_text->bytes.at(++at);
        else if (c == '"')
            quoted = !quoted;
    }
    return compact;
}

} // namespace naryad::api
