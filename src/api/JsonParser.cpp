#include "Json.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace naryad::api {

namespace {

constexpr size_t DeepestNesting = 512;

QString words(const char *source)
{
    return QCoreApplication::translate("naryad::api", source);
}

/// Length of the UTF-8 character at `at`; 0 where there is none (cut short, overlong, a surrogate).
int characterLength(const uchar *at, const uchar *end)
{
    if (*at < 0x80)
        return 1;
    const int length = *at < 0xC2 ? 0 : *at < 0xE0 ? 2 : *at < 0xF0 ? 3 : *at < 0xF5 ? 4 : 0;
    if (length == 0 || end - at < length)
        return 0;
    for (int i = 1; i < length; ++i) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    }
    const bool overlong = (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xF0 && at[1] < 0x90);
    const bool surrogate = at[0] == 0xED && at[1] >= 0xA0;
    const bool beyond = at[0] == 0xF4 && at[1] >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool takesHex(const QByteArray &bytes, int from)
{
    return bytes.size() >= from + 4
        && std::all_of(bytes.begin() + from, bytes.begin() + from + 4, [](char c) { return isHexDigit(c); });
}

bool isWordLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '-' || c == '$'
        || static_cast<uchar>(c) >= 0x80;
}

} // namespace

/// Walks the text once, without recursion. It stops at the first thing that is wrong.
class JsonParser
{
public:
    explicit JsonParser(const QByteArray &bytes)
        : m_text(std::make_shared<Json::Text>())
        , m_bytes(bytes)
        , m_end(static_cast<int>(bytes.size()))
    {
        m_text->bytes = bytes;
    }

    Result<Json> parse();

private:
    using Kind = Json::Kind;

    /// What the next token may be.
    enum class State {
        Value,
        FirstItem, ///< a value or the end of its array
        FirstKey, ///< a key or the end of its object
        Key,
        AfterValue, ///< a comma or the end of its container; at the top, of the text
        Done,
    };

    bool checkCharacters();
    bool parseAll();
    bool parseNext();
    bool parseValue();
    bool parseKey();
    bool parseAfterValue();
    bool open(Kind kind, State next);
    void close();
    bool parseString();
    bool parseNumber();
    bool parseWord();
    bool takeDigits();
    void skipSpace();
    void addNode(Kind kind, int begin);
    bool wrong(int at, const char *what);
    const char *foreignSyntax() const;

    char here() const { return m_at < m_end ? m_bytes.at(m_at) : '\0'; }
    bool startsWith(const char *token) const
    {
        const auto length = static_cast<int>(std::strlen(token));
        return m_end - m_at >= length
            && std::memcmp(m_bytes.constData() + m_at, token, std::strlen(token)) == 0;
    }
    bool inObject() const { return m_text->nodes[m_open.back()].kind == Kind::Object; }

    std::shared_ptr<Json::Text> m_text;
    const QByteArray &m_bytes;
    const int m_end;
    int m_at = 0;
    int m_comma = -1; ///< where the comma stands that the next key or value must follow
    State m_state = State::Value;
    std::vector<size_t> m_open; ///< the containers around the place, outermost first
    int m_wrongAt = 0;
    const char *m_wrong = nullptr;
};

Result<Json> JsonParser::parse()
{
    if (checkCharacters() && parseAll())
        return Json(m_text, 0);
    Error error;
    error.kind = ErrorKind::BadAnswer;
    error.words = words(m_wrong);
    if (m_bytes.trimmed().isEmpty())
        return fail(error);
    const QByteArray before = m_bytes.left(m_wrongAt);
    const auto line = before.count('\n') + 1;
    const auto column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).toUcs4().size() + 1;
    error.place = words(QT_TRANSLATE_NOOP("naryad::api", "line %1, column %2")).arg(line).arg(column);
    return fail(error);
}

bool JsonParser::wrong(int at, const char *what)
{
    m_wrongAt = at;
    m_wrong = what;
    return false;
}

bool JsonParser::checkCharacters()
{
    const auto *const begin = reinterpret_cast<const uchar *>(m_bytes.constData());
    const uchar *const end = begin + m_bytes.size();
    for (const uchar *at = begin; at < end;) {
        const int length = characterLength(at, end);
        if (length == 0)
            return wrong(
                static_cast<int>(at - begin), QT_TRANSLATE_NOOP("naryad::api", "This is no UTF-8 text."));
        at += length;
    }
    return true;
}

bool JsonParser::parseAll()
{
    if (startsWith("\xEF\xBB\xBF"))
        m_at += 3;
    skipSpace();
    if (m_at == m_end)
        return wrong(0, QT_TRANSLATE_NOOP("naryad::api", "The answer is empty."));
    while (m_state != State::Done) {
        skipSpace();
        if (m_at == m_end && !(m_state == State::AfterValue && m_open.empty()))
            return wrong(m_at, QT_TRANSLATE_NOOP("naryad::api", "The answer ends in the middle."));
        if (!parseNext())
            return false;
    }
    return true;
}

bool JsonParser::parseNext()
{
    switch (m_state) {
    case State::FirstItem:
        if (here() == ']') {
            close();
            return true;
        }
        return parseValue();
    case State::Value:
        return parseValue();
    case State::FirstKey:
        if (here() == '}') {
            close();
            return true;
        }
        return parseKey();
    case State::Key:
        return parseKey();
    case State::AfterValue:
        return parseAfterValue();
    case State::Done:
        break;
    }
    return true;
}

bool JsonParser::parseValue()
{
    const char c = here();
    if (c == '{')
        return open(Kind::Object, State::FirstKey);
    if (c == '[')
        return open(Kind::Array, State::FirstItem);
    if (m_comma >= 0 && (c == ']' || c == '}' || c == ','))
        return wrong(m_comma, QT_TRANSLATE_NOOP("naryad::api", "There is a comma too many here."));
    m_comma = -1;
    m_state = State::AfterValue;
    if (c == '"')
        return parseString();
    if (c == '-' || isDigit(c))
        return parseNumber();
    return parseWord();
}

bool JsonParser::parseKey()
{
    const char c = here();
    if (m_comma >= 0 && (c == '}' || c == ']' || c == ','))
        return wrong(m_comma, QT_TRANSLATE_NOOP("naryad::api", "There is a comma too many here."));
    m_comma = -1;
    if (c != '"') {
        if (const char *foreign = foreignSyntax())
            return wrong(m_at, foreign);
        return wrong(
            m_at,
            isWordLetter(c) ? QT_TRANSLATE_NOOP("naryad::api", "A key must stand in quotes.")
                            : QT_TRANSLATE_NOOP("naryad::api", "A key was expected here."));
    }
    if (!parseString())
        return false;
    skipSpace();
    if (here() != ':') {
        return wrong(
            m_at,
            m_at == m_end ? QT_TRANSLATE_NOOP("naryad::api", "The answer ends in the middle.")
                          : QT_TRANSLATE_NOOP("naryad::api", "A colon is missing here."));
    }
    ++m_at;
    m_state = State::Value;
    return true;
}

bool JsonParser::parseAfterValue()
{
    const char c = here();
    if (m_open.empty()) {
        m_state = State::Done;
        if (m_at == m_end)
            return true;
        const char *foreign = foreignSyntax();
        return wrong(
            m_at, foreign ? foreign : QT_TRANSLATE_NOOP("naryad::api", "Something stands behind the end."));
    }
    if (c == (inObject() ? '}' : ']')) {
        close();
        return true;
    }
    if (c != ',') {
        if (const char *foreign = foreignSyntax())
            return wrong(m_at, foreign);
        const bool another = c == '"' || c == '{' || c == '[' || isWordLetter(c);
        return wrong(
            m_at,
            another ? QT_TRANSLATE_NOOP("naryad::api", "A comma is missing before this.")
                    : QT_TRANSLATE_NOOP("naryad::api", "A comma or the closing bracket was expected here."));
    }
    m_comma = m_at++;
    m_state = inObject() ? State::Key : State::Value;
    return true;
}

bool JsonParser::open(Kind kind, State next)
{
    if (m_open.size() >= DeepestNesting)
        return wrong(m_at, QT_TRANSLATE_NOOP("naryad::api", "This is nested too deeply."));
    m_comma = -1;
    m_open.push_back(m_text->nodes.size());
    addNode(kind, m_at++);
    m_state = next;
    return true;
}

void JsonParser::close()
{
    Json::Node &container = m_text->nodes[m_open.back()];
    container.end = ++m_at;
    container.next = static_cast<int>(m_text->nodes.size());
    m_open.pop_back();
    m_state = State::AfterValue;
}

void JsonParser::addNode(Kind kind, int begin)
{
    m_text->nodes.push_back({kind, begin, m_at, static_cast<int>(m_text->nodes.size()) + 1});
}

bool JsonParser::parseString()
{
    const int begin = m_at++;
    while (m_at < m_end && m_bytes.at(m_at) != '"') {
        if (m_bytes.at(m_at) != '\\') {
            ++m_at;
            continue;
        }
        const int escape = m_at++;
        const bool known = m_at < m_end && std::strchr("\"\\/bfnrtu", m_bytes.at(m_at));
        const bool unicode = known && m_bytes.at(m_at) == 'u';
        if (!known || (unicode && !takesHex(m_bytes, m_at + 1)))
            return wrong(escape, QT_TRANSLATE_NOOP("naryad::api", "This is no escape of JSON."));
        m_at += unicode ? 5 : 1;
    }
    if (m_at >= m_end)
        return wrong(begin, QT_TRANSLATE_NOOP("naryad::api", "This text has no closing quote."));
    ++m_at;
    addNode(Kind::String, begin);
    return true;
}

bool JsonParser::takeDigits()
{
    const int begin = m_at;
    while (isDigit(here()))
        ++m_at;
    return m_at > begin;
}

bool JsonParser::parseNumber()
{
    const int begin = m_at;
    if (here() == '-')
        ++m_at;
    const bool leadingZero = here() == '0' && m_at + 1 < m_end && isDigit(m_bytes.at(m_at + 1));
    bool good = takeDigits() && !leadingZero;
    if (good && here() == '.') {
        ++m_at;
        good = takeDigits();
    }
    if (good && (here() == 'e' || here() == 'E')) {
        ++m_at;
        if (here() == '+' || here() == '-')
            ++m_at;
        good = takeDigits();
    }
    if (!good || isWordLetter(here()))
        return wrong(begin, QT_TRANSLATE_NOOP("naryad::api", "This is no number of JSON."));
    addNode(Kind::Number, begin);
    return true;
}

bool JsonParser::parseWord()
{
    if (const char *foreign = foreignSyntax())
        return wrong(m_at, foreign);
    const int begin = m_at;
    if (!isWordLetter(here()))
        return wrong(begin, QT_TRANSLATE_NOOP("naryad::api", "A value was expected here."));
    while (isWordLetter(here()))
        ++m_at;
    const QByteArray word = m_bytes.mid(begin, m_at - begin);
    const bool flag = word == "true" || word == "false";
    if (!flag && word != "null")
        return wrong(begin, QT_TRANSLATE_NOOP("naryad::api", "This is no value of JSON."));
    addNode(flag ? Kind::Bool : Kind::Null, begin);
    return true;
}

void JsonParser::skipSpace()
{
    while (m_at < m_end && std::strchr(" \t\r\n", m_bytes.at(m_at)) && m_bytes.at(m_at) != '\0')
        ++m_at;
}

/// What people write that is no JSON; null where it is none of these.
const char *JsonParser::foreignSyntax() const
{
    if (startsWith("//") || startsWith("/*"))
        return QT_TRANSLATE_NOOP("naryad::api", "JSON knows no comments.");
    for (const char *quote : {"'", "\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "\u00AB"}) {
        if (startsWith(quote))
            return QT_TRANSLATE_NOOP("naryad::api", "JSON knows only straight double quotes.");
    }
    if (startsWith("\u00A0"))
        return QT_TRANSLATE_NOOP("naryad::api", "A no-break space is no space in JSON.");
    return nullptr;
}

Result<Json> parseJson(const QByteArray &text)
{
    return JsonParser(text).parse();
}

} // namespace naryad::api
