#pragma once

#include "core/Result.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <memory>
#include <utility>
#include <vector>

namespace naryad::api {

/// One value of a parsed JSON text: what it is, and its own characters.
///
/// Not Qt's: there every number beyond a whole one of 63 bits passes through a double, a value can't go back
/// as it came, and an error tells neither a column nor what is wrong. Cheap to copy: values share their text.
/// A default one is Missing, which is also what asking an object for a key it lacks gives.
class Json
{
public:
    enum class Kind {
        Missing,
        Null,
        Bool,
        Number,
        String,
        Array,
        Object,
    };

    Json() = default;

    Kind kind() const;
    bool isMissing() const { return kind() == Kind::Missing; }
    bool isNull() const { return kind() == Kind::Null; }
    bool isBool() const { return kind() == Kind::Bool; }
    bool isNumber() const { return kind() == Kind::Number; }
    bool isString() const { return kind() == Kind::String; }
    bool isArray() const { return kind() == Kind::Array; }
    bool isObject() const { return kind() == Kind::Object; }

    bool toBool() const; ///< false for what is no Bool
    QString toString() const; ///< the characters of a String, empty for anything else
    QVector<Json> items() const; ///< of an Array
    QVector<std::pair<QString, Json>> members() const; ///< of an Object, as they stand
    Json value(const char *key) const; ///< of an Object; the last one of a repeated key
    /// The value as it came, without the spaces between its parts.
    QByteArray text() const;

private:
    friend class JsonParser;
    struct Node
    {
        Kind kind = Kind::Missing;
        int begin = 0;
        int end = 0; ///< of its characters in the text
        int next = 0; ///< the node after this one and all in it
    };
    /// Nodes in the order of the text; an object's are a key and a value in turns.
    struct Text
    {
        QByteArray bytes;
        std::vector<Node> nodes;
    };
    Json(std::shared_ptr<const Text> text, int node)
        : m_text(std::move(text))
        , m_node(node)
    {}
    const Node &node() const { return m_text->nodes[static_cast<size_t>(m_node)]; }
    bool isKey(int name, const char *key) const;
    Json at(int node) const { return {m_text, node}; }

    std::shared_ptr<const Text> m_text;
    int m_node = 0;
};

/// Parses a whole text (of less than 2 GiB): one value of any kind, also a bare scalar. BadAnswer tells in
/// `place` the line and column of what is wrong (both from 1, columns in characters) and in `words` what it
/// is.
Result<Json> parseJson(const QByteArray &text);

} // namespace naryad::api
