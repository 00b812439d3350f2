#include "History.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <cstdio>

using namespace naryad::test;

namespace {

constexpr int ShrinkTries = 160;

struct Orders
{
    qint64 count = 0;
    quint64 from = 0;
    std::optional<quint64> only;
    bool tell = false; ///< every seed as it is played
};

/// Both sorts of server, made once.
class Theatre
{
public:
    bool isReady() const { return m_plain.isReady() && m_full.isReady(); }

    QStringList play(quint64 seed, const QVector<Step> &steps)
    {
        History history(seed % 2 ? m_full : m_plain, seed);
        const QStringList wrong = history.play(steps);
        m_commands += history.saidCount();
        return wrong;
    }

    qint64 commands() const { return m_commands; }

private:
    Stage m_plain{false};
    Stage m_full{true};
    qint64 m_commands = 0;
};

/// What goes wrong, without what differs from one history to another.
QString kindOf(const QStringList &wrong)
{
    static const QRegularExpression number(QStringLiteral("[0-9]+"));
    return wrong.isEmpty() ? QString() : QString(wrong.first()).remove(number).left(24);
}

/// As few of the steps as still go wrong in the same way, found by leaving ever smaller pieces out.
QVector<Step> shrunk(Theatre &theatre, quint64 seed, QVector<Step> steps, const QString &kind)
{
    int tries = 0;
    for (qsizetype piece = steps.size() / 2; piece > 0; piece /= 2) {
        for (qsizetype from = 0; from < steps.size() && tries < ShrinkTries;) {
            QVector<Step> fewer = steps;
            fewer.remove(from, std::min(piece, fewer.size() - from));
            ++tries;
            if (kindOf(theatre.play(seed, fewer)) != kind)
                from += piece;
            else
                steps = fewer;
        }
    }
    return steps;
}

void tell(Theatre &theatre, quint64 seed, const QStringList &wrong)
{
    std::fprintf(stderr, "seed %llu:\n", static_cast<unsigned long long>(seed));
    for (const QString &line : wrong)
        std::fprintf(stderr, "  %s\n", qPrintable(line));
    const QVector<Step> steps = shrunk(theatre, seed, stepsOf(seed), kindOf(wrong));
    std::fprintf(stderr, " %lld steps do:\n", static_cast<long long>(steps.size()));
    for (const Step &step : steps)
        std::fprintf(stderr, "    %s\n", qPrintable(toText(step)));
    for (const QString &line : theatre.play(seed, steps))
        std::fprintf(stderr, "  then: %s\n", qPrintable(line));
    std::fflush(stderr);
}

QVector<quint64> formerSeeds()
{
    QVector<quint64> seeds;
    QFile file(QStringLiteral(NARYAD_SEEDS));
    if (!file.open(QIODevice::ReadOnly))
        return seeds;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray text = line.split('#').first().trimmed();
        if (!text.isEmpty())
            seeds.append(text.toULongLong());
    }
    return seeds;
}

int run(const Orders &orders)
{
    Theatre theatre;
    if (!theatre.isReady()) {
        std::fprintf(stderr, "the stage can't be made\n");
        return 1;
    }
    QVector<quint64> seeds;
    if (orders.only) {
        seeds.append(*orders.only);
    } else {
        seeds = formerSeeds();
        for (qint64 i = 0; i < orders.count; ++i)
            seeds.append(orders.from + static_cast<quint64>(i));
    }
    QElapsedTimer timer;
    timer.start();
    int failures = 0;
    for (quint64 seed : std::as_const(seeds)) {
        if (orders.tell)
            std::fprintf(stderr, "seed %llu\n", static_cast<unsigned long long>(seed));
        const QStringList wrong = theatre.play(seed, stepsOf(seed));
        if (wrong.isEmpty())
            continue;
        ++failures;
        tell(theatre, seed, wrong);
    }
    std::printf(
        "%lld histories, %lld commands, %.1f s: %d went wrong\n", static_cast<long long>(seeds.size()),
        static_cast<long long>(theatre.commands()), static_cast<double>(timer.elapsed()) / 1000, failures);
    return failures == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("naryad.*=false\n"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Plays N random histories of users, faults, kills and somebody else, and checks each."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("N"), QStringLiteral("How many."));
    const QCommandLineOption from(
        QStringLiteral("from"), QStringLiteral("The first seed."), QStringLiteral("S"), QStringLiteral("1"));
    const QCommandLineOption seed(
        QStringLiteral("seed"), QStringLiteral("Plays this one only."), QStringLiteral("S"));
    const QCommandLineOption tell(QStringLiteral("tell"), QStringLiteral("Names each seed as it is played."));
    parser.addOptions({from, seed, tell});
    parser.process(app);
    bool valid = parser.positionalArguments().size() <= 1;
    const auto number = [&valid](const QString &text) {
        bool read = false;
        const quint64 value = text.toULongLong(&read);
        valid = valid && read;
        return value;
    };
    Orders orders;
    orders.from = number(parser.value(from));
    orders.tell = parser.isSet(tell);
    if (parser.isSet(seed))
        orders.only = number(parser.value(seed));
    else
        orders.count = static_cast<qint64>(number(parser.positionalArguments().value(0)));
    if (!valid) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }
    return run(orders);
}
