#include "Mutator.h"

#include <algorithm>

namespace naryad::fuzz {

namespace {

/// Values, keys and scraps that readers stumble over.
const QVector<QByteArray> &tokens()
{
    static const QVector<QByteArray> list{
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "\"0\"",
        "\"NULL\"",
        "\"''\"",
        "\"\"",
        "\"null\"",
        "[]",
        "{}",
        "[{}]",
        "[[]]",
        "[null]",
        "{\"id\":null}",
        "{\"id\":{\"id\":1}}",
        "{\"0\":{}}",
        "{\"\":0}",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "1e999",
        "-1e999",
        "1e-999",
        "1.5",
        "0.1e1",
        "1E400",
        "00",
        "+1",
        ".5",
        "1.",
        "NaN",
        "Infinity",
        "\"1e3\"",
        "\" 12 \"",
        "\"12abc\"",
        "\"-1\"",
        "\"1.5\"",
        "\"2021-01-01T15:00:00\"",
        "\"2021-13-45T99:99:99Z\"",
        "\"1636723472\"",
        "\"99999999999999999999\"",
        "\"0000-00-00 00:00:00\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\uZZZZ\"",
        "\"\\",
        "\\u",
        "\"",
        "\xEF\xBB\xBF",
        "\xFF",
        "\xC0\x80",
        "\xED\xA0\x80",
        "\xF4\x90\x80\x80",
        "\xD0",
        QByteArray(1, '\0'),
        "\x1f",
        "\x7f",
        "\"id\":",
        "\"code\":1,\"description\":\"x\"",
        "\"results\":",
        "\"result\":",
        "\"props\":",
        "\"checklist\":",
        "\"valueList\":",
        "\"phone\":",
        "\"person\":",
        "\"template\":",
        "\"field\":{\"id\":1,\"type\":{\"id\":\"5\"}}",
        "\"parent\":",
        "\"value\":",
        "\"draft\":",
        "\"usn\":",
        "\"name\":",
        "{id:111}",
        "INPUT:",
        "//",
        "/* */",
        ",",
        ",,",
        ":",
        "]",
        "}",
        "[",
        "{",
        "<html>",
        "\r\n",
        "\t",
        "[[[[[[[[[[[[[[[[",
        "{\"a\":{\"a\":{\"a\":{\"a\":"};
    return list;
}

/// What large answers are made of: many small things cost the most memory, deep ones the most stack.
const QVector<QByteArray> &scraps()
{
    static const QVector<QByteArray> list{
        "{},",
        "[],",
        "0,",
        "null,",
        "\"\",",
        "{\"id\":1},",
        "{\"\":0},",
        "{\"\":{}},",
        "{\"id\":1,\"usn\":1},",
        "{\"id\":\"1\",\"name\":\"x\"},",
        "[",
        "{\"a\":",
        "x"};
    return list;
}

/// Where the JSON value that begins at `from` ends, roughly: at the next comma or bracket outside of quotes.
qsizetype valueEnd(const QByteArray &bytes, qsizetype from)
{
    bool quoted = false;
    int depth = 0;
    for (qsizetype i = from; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (c == '"' && (i == 0 || bytes.at(i - 1) != '\\'))
            quoted = !quoted;
        if (quoted)
            continue;
        depth += c == '{' || c == '[' ? 1 : 0;
        if ((c == ',' || c == '}' || c == ']') && depth == 0)
            return i;
        depth -= c == '}' || c == ']' ? 1 : 0;
        if (depth == 0 && (c == '}' || c == ']'))
            return i + 1;
    }
    return bytes.size();
}

} // namespace

Mutator::Mutator(quint64 seed)
    : m_random(seed)
{}

qsizetype Mutator::below(qsizetype bound)
{
    return bound <= 0 ? 0 : static_cast<qsizetype>(m_random() % static_cast<quint64>(bound));
}

QByteArray Mutator::piece(const QByteArray &bytes, qsizetype most)
{
    const qsizetype from = below(bytes.size());
    return bytes.mid(from, 1 + below(std::min(most, bytes.size() - from)));
}

void Mutator::replaceValue(QByteArray &bytes)
{
    QVector<qsizetype> colons;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes.at(i) == ':')
            colons.append(i);
    }
    if (colons.isEmpty()) {
        bytes = any(tokens());
        return;
    }
    const qsizetype from = colons.at(below(colons.size())) + 1;
    bytes.replace(from, valueEnd(bytes, from) - from, any(tokens()));
}

void Mutator::change(QByteArray &bytes, const QVector<QByteArray> &corpus)
{
    const qsizetype at = place(bytes);
    switch (below(12)) {
    case 0:
        if (!bytes.isEmpty())
            bytes[below(bytes.size())] = static_cast<char>(below(256));
        return;
    case 1:
        if (!bytes.isEmpty())
            bytes.data()[below(bytes.size())] ^= static_cast<char>(1 << below(8));
        return;
    case 2:
        bytes.insert(at, static_cast<char>(below(256)));
        return;
    case 3:
        bytes.remove(at, 1 + below(16));
        return;
    case 4:
        bytes.truncate(at);
        return;
    case 5:
        bytes.insert(at, any(tokens()));
        return;
    case 6: {
        const QByteArray token = any(tokens());
        bytes.replace(at, token.size(), token);
        return;
    }
    case 7:
        bytes.insert(at, piece(bytes, 200).repeated(1 + below(4)));
        return;
    case 8:
        bytes.insert(at, piece(any(corpus), 400));
        return;
    case 9: {
        const QByteArray &other = any(corpus);
        bytes = bytes.left(at) + other.mid(place(other));
        return;
    }
    default:
        replaceValue(bytes);
        return;
    }
}

QByteArray Mutator::small(const QVector<QByteArray> &corpus, qsizetype most)
{
    QByteArray bytes = any(corpus);
    for (qsizetype changes = 1 + below(8); changes > 0; --changes)
        change(bytes, corpus);
    return bytes.left(most);
}

QByteArray Mutator::large(qint64 number, const QVector<QByteArray> &corpus, qsizetype size)
{
    const QVector<QByteArray> &from = scraps();
    const qint64 frame = (number / from.size()) % 3;
    // Every scrap in every frame once as it is, so that the readers behind the parser get them; then spoilt
    const bool whole = number < from.size() * 3;
    QByteArray unit = whole || below(2) == 0 ? from.at(number % from.size()) : any(corpus) + ',';
    QByteArray bytes = unit.repeated(size / unit.size() - 16);
    if (bytes.endsWith(','))
        bytes.chop(1);
    if (frame == 0)
        bytes = '[' + bytes + ']';
    else if (frame == 1)
        bytes = "{\"id\":1,\"props\":[" + bytes + "]}";
    else
        bytes = "{\"id\":1,\"props\":[{\"field\":{\"id\":1},\"value\":[" + bytes + "]}]}";
    if (!whole)
        change(bytes, corpus);
    return bytes.left(size);
}

} // namespace naryad::fuzz
