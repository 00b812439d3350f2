#pragma once

#include "ContractorLaid.h"
#include "core/ContractorTree.h"

#include <QStringList>

namespace naryad::store {

/// The tree of clients for one reader: kept while neither file changes, so that a key typed looks only for
/// what it finds. Thread: its reader's. Throws SQLite::Exception.
class ContractorFinder
{
public:
    /// The whole tree, anew only where the mirror or the journal is another.
    ContractorTreePtr tree(SQLite::Database &mirror, SQLite::Database &journal);
    /// What the typed text shows of it: who matches with the way there, and all below.
    ContractorTreePtr tree(SQLite::Database &mirror, SQLite::Database &journal, const QString &typed);
    /// What the journal says, anew only where one of the files is another.
    const ContractorLaid &laid(SQLite::Database &mirror, SQLite::Database &journal);

private:
    bool mark(SQLite::Database &mirror, const QString &typed, QVector<char> &hit);
    void markByText(SQLite::Database &mirror, const QStringList &words, QVector<char> &hit);
    void markByPhone(SQLite::Database &mirror, const QString &digits, QVector<char> &hit);
    void markMade(const QStringList &words, const QString &digits, QVector<char> &hit);
    void leaveOutOfParents(SQLite::Database &mirror, const QStringList &words, QVector<char> &hit);
    void learnEntities(SQLite::Database &mirror);
    bool isAnother(SQLite::Database &mirror, SQLite::Database &journal);

    ContractorLaid m_laid;
    ContractorTreePtr m_tree;
    QVector<int> m_placeOfEntity; ///< by the row of the text index; empty: not learned yet
    qint64 m_mirrorVersion = -1; ///< as SQLite counts what other connections have committed
    qint64 m_journalVersion = -1;
};

} // namespace naryad::store
