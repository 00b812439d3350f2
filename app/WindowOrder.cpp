#include "WindowOrder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace naryad::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestLink = 200;
constexpr qsizetype LongestNumber = 40;
constexpr qsizetype LongestText = 200;

const char *nameOf(WindowOrder::Kind kind)
{
    switch (kind) {
    case WindowOrder::Kind::Call:
        return "call";
    case WindowOrder::Kind::NewTask:
        return "new-task";
    case WindowOrder::Kind::Find:
        return "find";
    case WindowOrder::Kind::None:
        break;
    }
    return "none";
}

} // namespace

std::optional<QString> callNumber(const QString &text)
{
    static const QRegularExpression number(u"^\\+?[0-9 ().\\x{a0}\\x{2010}-\\x{2015}/\\-]+$"_s);
    static const QRegularExpression digit(u"[0-9]"_s);
    const QString trimmed = text.trimmed();
    if (trimmed.size() > LongestNumber || !number.match(trimmed).hasMatch() || !trimmed.contains(digit))
        return std::nullopt;
    return trimmed;
}

std::optional<WindowOrder> orderOfLink(const QString &link)
{
    static const QRegularExpression form(
        u"^naryad:(?://)?call(?:/|\\?number=)([^/?#&=\\s]+)\\z"_s, QRegularExpression::CaseInsensitiveOption);
    if (link.size() > LongestLink)
        return std::nullopt;
    const QRegularExpressionMatch match = form.match(link);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number
        = callNumber(QString::fromUtf8(QByteArray::fromPercentEncoding(match.captured(1).toUtf8())));
    return number ? std::optional(WindowOrder{WindowOrder::Kind::Call, *number}) : std::nullopt;
}

QString findText(const QString &text)
{
    return text.simplified().left(LongestText);
}

QByteArray lineOf(const WindowOrder &order)
{
    const QJsonObject object{{u"order"_s, QLatin1String(nameOf(order.kind))}, {u"text"_s, order.text}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<WindowOrder> orderOfLine(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return std::nullopt;
    const QString name = document[u"order"_s].toString();
    const QString text = document[u"text"_s].toString();
    for (const auto kind : {WindowOrder::Kind::None, WindowOrder::Kind::NewTask}) {
        if (name == QLatin1String(nameOf(kind)))
            return WindowOrder{kind};
    }
    if (name == QLatin1String(nameOf(WindowOrder::Kind::Find)))
        return WindowOrder{WindowOrder::Kind::Find, findText(text)};
    if (name != QLatin1String(nameOf(WindowOrder::Kind::Call)))
        return std::nullopt;
    if (text.isEmpty())
        return WindowOrder{WindowOrder::Kind::Call};
    const auto number = callNumber(text);
    return number ? std::optional(WindowOrder{WindowOrder::Kind::Call, *number}) : std::nullopt;
}

} // namespace naryad::app
