#include "JournalText.h"

#include "TaskColumns.h"
#include "core/Serial.h"

#include <map>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace naryad::store {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QJsonValue timeToJson(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toMSecsSinceEpoch()) : QJsonValue();
}

QDateTime timeFromJson(const QJsonValue &json)
{
    return json.isDouble() ? QDateTime::fromMSecsSinceEpoch(json.toInteger(), Qt::UTC) : QDateTime();
}

bool toDisk(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

} // namespace

QJsonObject entryToJson(const JournalEntry &entry)
{
    QJsonObject json {{key("id"), entry.id}, {key("token"), entry.token},
        {key("command"), serial::toJson(entry.command)}, {key("state"), toName(entry.state)},
        {key("attempts"), entry.attempts}, {key("created"), timeToJson(entry.createdAt)},
        {key("attempted"), timeToJson(entry.lastAttemptAt)}, {key("settled"), timeToJson(entry.settledAt)},
        {key("notBefore"), timeToJson(entry.notBefore)}, {key("body"), QString::fromUtf8(entry.body)},
        {key("preImage"), QString::fromUtf8(entry.preImage)}, {key("resultId"), entry.resultId}};
    if (entry.error)
        json.insert(key("error"), serial::toJson(*entry.error));
    return json;
}

Result<JournalEntry> entryFromJson(const QJsonObject &json)
{
    auto command = serial::commandFromJson(json.value(key("command")).toObject());
    if (!command)
        return tl::unexpected(command.error());
    JournalEntry entry;
    entry.id = json.value(key("id")).toInteger();
    entry.token = json.value(key("token")).toString();
    entry.command = std::move(*command);
    entry.state = commandStateFromName(json.value(key("state")).toString());
    entry.attempts = json.value(key("attempts")).toInt();
    entry.createdAt = timeFromJson(json.value(key("created")));
    entry.lastAttemptAt = timeFromJson(json.value(key("attempted")));
    entry.settledAt = timeFromJson(json.value(key("settled")));
    entry.notBefore = timeFromJson(json.value(key("notBefore")));
    entry.body = json.value(key("body")).toString().toUtf8();
    entry.preImage = json.value(key("preImage")).toString().toUtf8();
    entry.resultId = json.value(key("resultId")).toString();
    if (json.contains(key("error")))
        entry.error = serial::errorFromJson(json.value(key("error")).toObject());
    return entry;
}

JournalText::JournalText(const QString &path)
    : m_file(path)
{
}

Result<void> JournalText::append(const JournalEntry &entry)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.place = m_file.fileName();
    if (!m_file.isOpen()) {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append)) {
            error.cause = ErrorCause::ReadOnly;
            return fail(error);
        }
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    const QByteArray line = compact(entryToJson(entry)) + '\n';
    if (m_file.write(line) != line.size() || !toDisk(m_file)) {
        error.cause = ErrorCause::DiskFull;
        error.words = m_file.errorString();
        m_file.close();
        return fail(error);
    }
    return {};
}

QVector<JournalEntry> JournalText::read(const QString &path)
{
    QFile file(path);
    std::map<CommandId, JournalEntry> last;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            const QJsonObject json = objectOf(file.readLine());
            if (json.isEmpty())
                continue;
            if (auto entry = entryFromJson(json))
                last[entry->id] = *entry;
        }
    }
    QVector<JournalEntry> entries;
    for (const auto &[id, entry] : last)
        entries.append(entry);
    return entries;
}

} // namespace naryad::store
