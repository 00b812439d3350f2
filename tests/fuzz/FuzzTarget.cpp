#include "Mutator.h"
#include "Readers.h"
#include "Seeds.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

// libFuzzer's own functions and those it looks for by name
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t most);
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" std::size_t
LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t most, unsigned int seed);

namespace {

QVector<QByteArray> corpus()
{
    QVector<QByteArray> bytes;
    for (const auto &seed : naryad::fuzz::seeds())
        bytes.append(seed.bytes);
    return bytes;
}

} // namespace

/// Puts the document's samples into the corpus folder, the last argument that is no option.
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    for (int i = *argc - 1; i > 0; --i) {
        const QString argument = QString::fromLocal8Bit((*argv)[i]);
        if (argument.startsWith(QLatin1Char('-')) || !QFileInfo(argument).isDir())
            continue;
        for (const auto &seed : naryad::fuzz::seeds()) {
            QFile file(QDir(argument).filePath(QString::fromLatin1(seed.name)));
            if (file.open(QIODevice::WriteOnly))
                file.write(seed.bytes);
        }
        break;
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto complaint = naryad::fuzz::complaintAbout(bytes)) {
        std::fprintf(stderr, "%s\n", qPrintable(*complaint));
        std::abort();
    }
    return 0;
}

/// Half of the changes are the fuzzer's own, half know what an answer looks like.
extern "C" std::size_t
LLVMFuzzerCustomMutator(std::uint8_t *data, std::size_t size, std::size_t most, unsigned int seed)
{
    if (seed % 2 == 0)
        return LLVMFuzzerMutate(data, size, most);
    static const QVector<QByteArray> samples = corpus();
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    naryad::fuzz::Mutator(seed).change(bytes, samples);
    const auto length = std::min(static_cast<std::size_t>(bytes.size()), most);
    std::memcpy(data, bytes.constData(), length);
    return length;
}
