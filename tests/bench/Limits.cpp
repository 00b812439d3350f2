#include "Limits.h"

namespace naryad::bench {

namespace {

struct Limit
{
    const char *bench;
    const char *name; ///< empty: of every line that has no text of its own
    const char *text;
};

constexpr Limit Limits[] = {
    {"api", "",
     "Qt's network access costs the client 150 to 200 us a request; without latency that is all "
     "there is to wait for."},
};

} // namespace

QString limitText(const QString &bench, const QString &name)
{
    QString found = QStringLiteral("not looked into yet");
    for (const Limit &limit : Limits) {
        if (bench != QLatin1String(limit.bench))
            continue;
        if (name == QLatin1String(limit.name))
            return QString::fromUtf8(limit.text);
        if (*limit.name == '\0')
            found = QString::fromUtf8(limit.text);
    }
    return found;
}

} // namespace naryad::bench
