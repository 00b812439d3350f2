#pragma once

#include <QByteArray>
#include <QString>

namespace naryad::api {

// A body is written as text and not through QJsonDocument, so that a number goes out digit for digit as it
// was typed, and the keys stand in the document's order.

/// A quoted, escaped JSON string.
QByteArray jsonText(const QString &text);
/// Digits up to 2^63−1 as a JSON number (as the document's bodies show them), any other id as a string.
QByteArray jsonId(const QString &id);
/// A decimal text as a JSON number; what is no number goes as a string rather than as broken JSON.
QByteArray jsonNumber(const QString &digits);
QByteArray jsonFlag(bool flag);

/// Builds `{"key":value,…}` from values that are JSON text already.
class JsonObjectText
{
public:
    void add(const char *key, const QByteArray &json);
    QByteArray text() const;

private:
    QByteArray m_inner;
};

/// Builds `[value,…]` likewise.
class JsonArrayText
{
public:
    void add(const QByteArray &json);
    QByteArray text() const;

private:
    QByteArray m_inner;
};

} // namespace naryad::api
