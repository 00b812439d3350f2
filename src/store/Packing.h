#pragma once

#include "Db.h"

#include <QHash>

struct z_stream_s;

namespace naryad::store {

/// Deflates texts that are much alike. What they have in common is told once, in a codebook kept in the file:
/// with it a task's card and answer take a fifth of the room. A codebook never changes; a later one is
/// another.
///
/// One connection's. Throws SQLite::Exception; what can't be inflated is SQLITE_CORRUPT.
class Packing
{
public:
    explicit Packing(SQLite::Database &database);
    ~Packing();
    Q_DISABLE_COPY_MOVE(Packing)

    QByteArray pack(const QByteArray &text);
    QByteArray unpack(const QByteArray &packed);
    /// Offers a text as typical. Once there are enough, a codebook is made of them, in the caller's
    /// transaction.
    void learn(const QByteArray &text);
    /// The caller's transaction came to nothing: what was learned in it is forgotten.
    void forget();

private:
    const QByteArray &codebook(int id);
    void prime();

    SQLite::Database &m_database;
    QHash<int, QByteArray> m_codebooks;
    int m_newest = 0; ///< 0: none yet
    bool m_known = false; ///< m_newest was read
    QByteArray m_typical;
    std::unique_ptr<z_stream_s> m_primed; ///< a compressor that knows the newest codebook
    int m_primedWith = -1;
};

} // namespace naryad::store
