#include "JournalText.h"

#include "Db.h"
#include "TaskColumns.h"
#include "core/Serial.h"

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <utility>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace naryad::store {

namespace {

constexpr qint64 LongestLine = 1 << 20;

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
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

/// A file just made is there after a power cut only when its folder is on the disk too.
void folderToDisk([[maybe_unused]] const QString &file)
{
#ifndef Q_OS_WIN
    const int folder = ::open(QFile::encodeName(QFileInfo(file).path()).constData(), O_RDONLY | O_DIRECTORY);
    if (folder < 0)
        return;
    fsync(folder);
    close(folder);
#endif
}

} // namespace

QJsonObject entryToJson(const JournalEntry &entry)
{
    QJsonObject json{
        {key("id"), entry.id},
        {key("token"), entry.token},
        {key("command"), serial::toJson(entry.command)},
        {key("state"), toName(entry.state)},
        {key("attempts"), entry.attempts},
        {key("created"), timeToJson(entry.createdAt)},
        {key("attempted"), timeToJson(entry.lastAttemptAt)},
        {key("settled"), timeToJson(entry.settledAt)},
        {key("notBefore"), timeToJson(entry.notBefore)},
        {key("body"), QString::fromUtf8(entry.body)},
        {key("preImage"), QString::fromUtf8(entry.preImage)},
        {key("resultId"), entry.resultId}};
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

QString subjectKey(const ObjectRef &task)
{
    return task.isLocal() ? QStringLiteral("local:") + task.token : QStringLiteral("task:") + task.id;
}

JournalText::JournalText(const QString &path)
    : m_file(path)
{}

bool JournalText::open()
{
    if (m_file.isOpen())
        return true;
    const bool isNew = !m_file.exists();
    makePrivateFile(m_file.fileName());
    // Unbuffered: a line that could not be written must not be tried again behind our back.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered))
        return false;
    if (isNew)
        folderToDisk(m_file.fileName());
    dropTornLine();
    return true;
}

/// A line torn by a power cut is of something that did not happen, and must not take the next line with it.
void JournalText::dropTornLine()
{
    const qint64 size = m_file.size();
    const qint64 from = std::max<qint64>(0, size - LongestLine);
    m_file.seek(from);
    const QByteArray tail = m_file.read(size - from);
    if (tail.isEmpty() || tail.endsWith('\n'))
        return;
    if (const qsizetype end = tail.lastIndexOf('\n'); end >= 0 || from == 0)
        m_file.resize(from + end + 1);
    else
        m_file.write("\n");
}

Result<void> JournalText::appendLine(const QByteArray &line)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.place = m_file.fileName();
    m_before = -1;
    if (!open()) {
        error.cause = ErrorCause::ReadOnly;
        return fail(error);
    }
    m_before = m_file.size();
    const QByteArray written = line + '\n';
    if (m_file.write(written) != written.size() || !toDisk(m_file)) {
        error.cause = ErrorCause::DiskFull;
        error.words = m_file.errorString();
        takeBack();
        return fail(error);
    }
    return {};
}

void JournalText::takeBack()
{
    if (m_before < 0)
        return;
    m_file.resize(std::exchange(m_before, -1));
    toDisk(m_file);
    m_file.close();
}

Result<void> JournalText::append(const JournalEntry &entry)
{
    return appendLine(compact(entryToJson(entry)));
}

Result<void> JournalText::append(const NamedRef &result)
{
    return appendLine(compact({{key("result"), result.id}, {key("name"), result.name}}));
}

JournalTold JournalText::read(const QString &path)
{
    JournalTold told;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        told.whole = false;
        return told;
    }
    std::map<CommandId, JournalEntry> last;
    std::map<QString, QString> results;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QJsonObject json = objectOf(line);
        if (json.contains(key("result"))) {
            results[json.value(key("result")).toString()] = json.value(key("name")).toString();
        } else if (auto entry = entryFromJson(json)) {
            last[entry->id] = *entry;
        } else if (!line.trimmed().isEmpty() && line.endsWith('\n')) {
            told.whole = false;
        }
    }
    for (const auto &[id, entry] : last)
        told.entries.append(entry);
    for (const auto &[id, name] : results)
        told.results.append({id, name});
    return told;
}

} // namespace naryad::store
