#pragma once

#include "Db.h"

#include <QHash>
#include <QStringList>
#include <QVector>

namespace naryad::store {

/// How frequent each trigram is, and how the keys are spread, learned from some of the texts: enough to ask
/// the index for the rarest first. Thread: its reader's.
class TrigramSample
{
public:
    /// Learns anew where the texts have become many more since, or were never looked at. Costs some tens of
    /// milliseconds then.
    void refresh(SQLite::Database &database);

    /// Which of the words' trigrams to ask the index for: few, since it walks the list of each, but so that
    /// no word is left out where none of them is rare.
    QStringList toAsk(const QVector<QStringList> &words) const;

private:
    QHash<QString, int> m_counts;
    int m_texts = 0;
    qint64 m_learnedFrom = -1;
};

} // namespace naryad::store
