#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace naryad::app {

/// What a start asks of the window beside being there: of the one that runs, else of its own.
struct WindowOrder
{
    enum class Kind {
        None,
        Call, ///< who has the number `text`; empty: the caller desk, to be typed into
        NewTask,
        Find, ///< `Find or do` with `text`
    };
    Kind kind = Kind::None;
    QString text{};
    friend bool operator==(const WindowOrder &, const WindowOrder &) = default;
};

/// Digits with a plus before them and what is written between them, at most 40 characters: only that is a
/// number for the caller desk, trimmed. Nullopt for anything else.
std::optional<QString> callNumber(const QString &text);

/// `naryad:call/+79036277781` and `naryad:call?number=%2B79036277781`, also with two slashes after the colon.
/// Whoever sends it: nothing but a look for a number comes of a link. Nullopt where it is none of these.
std::optional<WindowOrder> orderOfLink(const QString &link);

/// A text to be found, as it may be handed on: in one line, at most 200 characters.
QString findText(const QString &text);

/// The order as it goes from one start to the other, ending in a line feed; and back. Nullopt for what can't
/// be read or is not allowed: the other start is not believed either.
QByteArray lineOf(const WindowOrder &order);
std::optional<WindowOrder> orderOfLine(const QByteArray &line);

} // namespace naryad::app
