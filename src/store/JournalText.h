#pragma once

#include "core/Commands.h"
#include "core/Result.h"

#include <QFile>
#include <QJsonObject>
#include <QString>
#include <QVector>

namespace naryad::store {

/// An entry as one JSON object and back: the journal's row and the line of its text copy.
QJsonObject entryToJson(const JournalEntry &entry);
Result<JournalEntry> entryFromJson(const QJsonObject &json);

/// The append-only second copy of the journal: the whole entry as one JSON line after every change, on the disk
/// when append() returns. Thread: the journal's.
class JournalText
{
public:
    explicit JournalText(const QString &path);

    Result<void> append(const JournalEntry &entry);
    /// The last state of every entry the text tells; a torn last line is passed over.
    static QVector<JournalEntry> read(const QString &path);

private:
    QFile m_file;
};

} // namespace naryad::store
