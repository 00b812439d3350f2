#pragma once

#include <QByteArray>
#include <QVector>

#include <random>

namespace naryad::fuzz {

/// Spoils answers: some changes know JSON (values swapped for odd ones, rows repeated), some know bytes only.
/// The same seed gives the same answers everywhere.
class Mutator
{
public:
    explicit Mutator(quint64 seed);

    /// One of the corpus with up to eight changes, at most `most` bytes.
    QByteArray small(const QVector<QByteArray> &corpus, qsizetype most);
    /// An answer of about `size` bytes: one scrap over and over. The first LargeKinds are the same for every
    /// seed.
    QByteArray large(qint64 number, const QVector<QByteArray> &corpus, qsizetype size);
    static constexpr qint64 LargeKinds = 39;
    /// One change to the bytes.
    void change(QByteArray &bytes, const QVector<QByteArray> &corpus);

private:
    qsizetype below(qsizetype bound);
    qsizetype place(const QByteArray &bytes) { return below(bytes.size() + 1); }
    QByteArray piece(const QByteArray &bytes, qsizetype most);
    const QByteArray &any(const QVector<QByteArray> &from) { return from.at(below(from.size())); }
    void replaceValue(QByteArray &bytes);

    std::mt19937_64 m_random;
};

} // namespace naryad::fuzz
