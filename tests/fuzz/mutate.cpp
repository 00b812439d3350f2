#include "Mutator.h"
#include "Readers.h"
#include "Seeds.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

namespace {

constexpr qsizetype SmallBytes = 8 * 1024;
constexpr qsizetype LargeBytes = 1024 * 1024;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool Sanitized = true;
#else
constexpr bool Sanitized = false;
#endif

struct Orders
{
    qint64 count = 0;
    qint64 large = 0;
    quint64 seed = 0;
    qint64 memoryMb = 0;
    qint64 seconds = 0; ///< > 0: as many small ones as it takes, whatever `count` says
};

/// The most memory this process ever held, in KiB; 0 where the system does not tell.
qint64 peakKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

bool holds(const QByteArray &bytes, qint64 number)
{
    const auto complaint = naryad::fuzz::complaintAbout(bytes);
    if (!complaint)
        return true;
    std::fprintf(
        stderr, "answer %lld: %s\nin base64: %s\n", static_cast<long long>(number), qPrintable(*complaint),
        bytes.left(4096).toBase64().constData());
    return false;
}

int run(const Orders &orders)
{
    QVector<QByteArray> corpus;
    for (const auto &seed : naryad::fuzz::seeds()) {
        corpus.append(seed.bytes);
        if (!holds(seed.bytes, 0))
            return 1;
    }
    naryad::fuzz::Mutator mutator(orders.seed);
    QElapsedTimer timer;
    timer.start();
    qint64 done = 0;
    for (; orders.seconds > 0 ? timer.elapsed() < orders.seconds * 1000 : done < orders.count; ++done) {
        if (!holds(mutator.small(corpus, SmallBytes), done))
            return 1;
    }
    const qint64 before = peakKb();
    for (qint64 i = 0; i < orders.large; ++i) {
        if (!holds(mutator.large(i, corpus, LargeBytes), done + i))
            return 1;
    }
    const qint64 growthMb = (peakKb() - before + 1023) / 1024;
    std::printf(
        "%lld answers and %lld of up to 1 MiB, seed %llu: all read or refused; the large ones took up to "
        "%lld MB\n",
        static_cast<long long>(done), static_cast<long long>(orders.large),
        static_cast<unsigned long long>(orders.seed), static_cast<long long>(growthMb));
    // A sanitizer's own bookkeeping is no memory of ours
    if (!Sanitized && growthMb >= orders.memoryMb) {
        std::fprintf(stderr, "over %lld MB\n", static_cast<long long>(orders.memoryMb));
        return 1;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Gives spoilt answers of the service to every reader."));
    parser.addHelpOption();
    const auto number = [&parser](const char *name, const char *about, const char *byDefault) {
        const QCommandLineOption option(
            QString::fromLatin1(name), QString::fromLatin1(about), QStringLiteral("N"),
            QString::fromLatin1(byDefault));
        parser.addOption(option);
        return option;
    };
    const auto count = number("count", "Answers of up to 8 KiB.", "20000");
    const auto large
        = number("large", "Answers of up to 1 MiB.", Sanitized ? "2" : "39"); // half a minute each there
    const auto seed = number("seed", "What the changes are made from.", "20261124");
    const auto seconds = number("seconds", "Go on with the small ones for so long instead.", "0");
    const auto memory = number("memory", "Megabytes the large ones must stay under.", "64");
    parser.process(app);
    bool valid = parser.positionalArguments().isEmpty();
    const auto value = [&](const QCommandLineOption &option) {
        bool read = false;
        const qint64 digits = parser.value(option).toLongLong(&read);
        valid = valid && read && digits >= 0;
        return digits;
    };
    const Orders orders{
        value(count), value(large), static_cast<quint64>(value(seed)), value(memory), value(seconds)};
    if (!valid) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }
    return run(orders);
}
