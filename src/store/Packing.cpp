#include "Packing.h"

#include <sqlite3.h>
#include <zlib.h>

#include <QtEndian>

namespace naryad::store {

namespace {

constexpr int Level = 6;
constexpr int RawWindow = -15; ///< no header: SQLite's own checks and ours are enough
constexpr int MemoryLevel = 8;
constexpr qsizetype CodebookBytes = 24 * 1024;
constexpr qsizetype MostBytes = 64 * 1024 * 1024; ///< of a text; more is damage
constexpr int HeadBytes = 5; ///< the codebook's number, then the text's length

[[noreturn]] void damaged()
{
    throw SQLite::Exception("what was packed can't be read", SQLITE_CORRUPT);
}

const Bytef *bytesOf(const QByteArray &text)
{
    return reinterpret_cast<const Bytef *>(text.constData());
}

} // namespace

Packing::Packing(SQLite::Database &database)
    : m_database(database)
{}

Packing::~Packing()
{
    if (m_primed)
        deflateEnd(m_primed.get());
}

const QByteArray &Packing::codebook(int id)
{
    const auto known = m_codebooks.constFind(id);
    if (known != m_codebooks.constEnd())
        return *known;
    QByteArray words;
    if (id != 0) {
        SQLite::Statement read(m_database, "SELECT words FROM codebook WHERE id=?");
        bindAll(read, id);
        if (!read.executeStep())
            damaged();
        words = bytesAt(read, 0);
    }
    return *m_codebooks.insert(id, words);
}

void Packing::prime()
{
    if (!m_known) {
        m_newest = m_database.execAndGet("SELECT coalesce(max(id), 0) FROM codebook").getInt();
        m_known = true;
    }
    if (m_primedWith == m_newest)
        return;
    if (m_primed)
        deflateEnd(m_primed.get());
    m_primed = std::make_unique<z_stream_s>();
    if (deflateInit2(m_primed.get(), Level, Z_DEFLATED, RawWindow, MemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    if (const QByteArray &words = codebook(m_newest); !words.isEmpty())
        deflateSetDictionary(m_primed.get(), bytesOf(words), static_cast<uInt>(words.size()));
    m_primedWith = m_newest;
}

QByteArray Packing::pack(const QByteArray &text)
{
    prime();
    z_stream_s stream{};
    if (deflateCopy(&stream, m_primed.get()) != Z_OK)
        throw std::bad_alloc();
    QByteArray packed(
        HeadBytes + static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(text.size()))),
        Qt::Uninitialized);
    packed[0] = static_cast<char>(m_newest);
    qToLittleEndian(static_cast<quint32>(text.size()), packed.data() + 1);
    stream.next_in = const_cast<Bytef *>(bytesOf(text));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data() + HeadBytes);
    stream.avail_out = static_cast<uInt>(packed.size() - HeadBytes);
    deflate(&stream, Z_FINISH);
    packed.truncate(HeadBytes + static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QByteArray Packing::unpack(const QByteArray &packed)
{
    if (packed.isEmpty())
        return {};
    if (packed.size() < HeadBytes)
        damaged();
    const auto size = static_cast<qsizetype>(qFromLittleEndian<quint32>(packed.constData() + 1));
    if (size > MostBytes)
        damaged();
    const QByteArray &words = codebook(static_cast<uchar>(packed.at(0)));
    QByteArray text(size, Qt::Uninitialized);
    z_stream_s stream{};
    if (inflateInit2(&stream, RawWindow) != Z_OK)
        throw std::bad_alloc();
    if (!words.isEmpty())
        inflateSetDictionary(&stream, bytesOf(words), static_cast<uInt>(words.size()));
    stream.next_in = const_cast<Bytef *>(bytesOf(packed) + HeadBytes);
    stream.avail_in = static_cast<uInt>(packed.size() - HeadBytes);
    stream.next_out = reinterpret_cast<Bytef *>(text.data());
    stream.avail_out = static_cast<uInt>(size);
    const int ended = inflate(&stream, Z_FINISH);
    const bool whole
        = stream.avail_out == 0 && (ended == Z_STREAM_END || (size == 0 && ended == Z_BUF_ERROR));
    inflateEnd(&stream);
    if (!whole)
        damaged();
    return text;
}

void Packing::learn(const QByteArray &text)
{
    prime();
    if (m_newest != 0)
        return;
    m_typical += text;
    if (m_typical.size() < CodebookBytes)
        return;
    SQLite::Statement keep(m_database, "INSERT INTO codebook(words) VALUES(?)");
    bindAll(keep, m_typical.right(CodebookBytes));
    keep.exec();
    m_typical.clear();
    m_known = false;
}

void Packing::forget()
{
    m_known = false;
    m_codebooks.clear();
    m_primedWith = -1;
}

} // namespace naryad::store
