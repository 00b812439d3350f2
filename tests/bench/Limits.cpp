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
    {"search", "",
     "Half of all answers come within 10 ms. The longest are to a text typed while the whole answer to the "
     "one before "
     "is still being read: that ends only between two steps of the index, and two cores share three "
     "threads."},
    {"search", "common_old",
     "Half of these answers come in 10 ms. Others wait for the whole answer of 450,000 rows, though the "
     "index gives the "
     "first 200 in 2 ms; why is not found out."},
    {"search", "filter",
     "The list of hundreds of thousands of rows is put together behind the first ones on the core that "
     "draws."},
    {"sort", "",
     "The ids are copied from the reader's thread to the list and told to the table, some 15 ms of a "
     "million."},
    {"scroll", "",
     "A page of 128 rows is taken over in one go and repaints what it fills: some 2 ms more in one frame of "
     "a hundred."},
    {"stalls", "", "The writer with its text index and two readers share two cores with the drawing."},
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
