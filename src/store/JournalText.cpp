#include "JournalText.h"

#include "Db.h"
#include "TaskColumns.h"
#include "core/Serial.h"

#include <QFileInfo>
#include <QJsonArray>

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

QJsonArray partsToJson(const QVector<FieldConflict> &parts)
{
    QJsonArray json;
    for (const FieldConflict &one : parts)
        json.append(serial::toJson(one));
    return json;
}

QVector<FieldConflict> partsFromJson(const QJsonValue &json)
{
    QVector<FieldConflict> parts;
    const QJsonArray rows = json.toArray();
    for (const QJsonValue one : rows)
        parts.append(serial::fieldConflictFromJson(one.toObject()));
    return parts;
}

/// What only few entries have: a plain one stays short.
void insertDoubts(const JournalEntry &entry, QJsonObject &json)
{
    const auto put = [&json](const char *name, const QJsonValue &value, bool any) {
        if (any)
            json.insert(key(name), value);
    };
    put("ended", timeToJson(entry.attemptEndedAt), entry.attemptEndedAt.isValid());
    put("doubts", entry.doubts, entry.doubts != 0);
    put("looks", entry.looks, entry.looks != 0);
    put("needsUser", true, entry.needsUser);
    put("warning", entry.warning, !entry.warning.isEmpty());
    QJsonArray found;
    for (const FoundObject &one : entry.found)
        found.append(serial::toJson(one));
    put("found", found, !found.isEmpty());
    put("conflicts", partsToJson(entry.conflicts), !entry.conflicts.isEmpty());
    put("merged", partsToJson(entry.merged), !entry.merged.isEmpty());
    QJsonArray consents;
    for (const Consent &one : entry.consents) {
        QJsonObject consent{
            {key("at"), timeToJson(one.at)},
            {key("decision"), toName(one.decision)},
            {key("object"), one.objectId}};
        if (!one.parts.isEmpty())
            consent.insert(key("parts"), partsToJson(one.parts));
        consents.append(consent);
    }
    put("consents", consents, !consents.isEmpty());
}

void readDoubts(const QJsonObject &json, JournalEntry &entry)
{
    entry.attemptEndedAt = timeFromJson(json.value(key("ended")));
    entry.doubts = json.value(key("doubts")).toInt();
    entry.looks = json.value(key("looks")).toInt();
    entry.needsUser = json.value(key("needsUser")).toBool();
    entry.warning = json.value(key("warning")).toString();
    const QJsonArray found = json.value(key("found")).toArray();
    for (const QJsonValue one : found)
        entry.found.append(serial::foundObjectFromJson(one.toObject()));
    entry.conflicts = partsFromJson(json.value(key("conflicts")));
    entry.merged = partsFromJson(json.value(key("merged")));
    const QJsonArray consents = json.value(key("consents")).toArray();
    for (const QJsonValue value : consents) {
        const QJsonObject one = value.toObject();
        entry.consents.append(
            {timeFromJson(one.value(key("at"))), decisionFromName(one.value(key("decision")).toString()),
             one.value(key("object")).toString(), partsFromJson(one.value(key("parts")))});
    }
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
    insertDoubts(entry, json);
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
    readDoubts(json, entry);
    return entry;
}

QString subjectKey(ObjectKind kind, const ObjectRef &object)
{
    return object.isLocal() ? localId(object.token) : toName(kind) + QLatin1Char(':') + object.id;
}

QString subjectKey(const ObjectRef &task)
{
    return subjectKey(ObjectKind::Task, task);
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

QSet<QString> JournalText::lacking(const QStringList &tokens) const
{
    QFile file(m_file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSet<QString> lacking(tokens.begin(), tokens.end());
    while (!file.atEnd() && !lacking.isEmpty())
        lacking.remove(objectOf(file.readLine()).value(key("token")).toString());
    return lacking;
}

Result<void> JournalText::append(const JournalEntry &entry)
{
    return appendLine(compact(entryToJson(entry)));
}

Result<void> JournalText::append(const QVector<JournalEntry> &entries)
{
    QByteArray lines;
    for (const JournalEntry &entry : entries)
        lines += (lines.isEmpty() ? "" : "\n") + compact(entryToJson(entry));
    return lines.isEmpty() ? Result<void>() : appendLine(lines);
}

Result<void> JournalText::append(const NamedRef &result)
{
    return appendLine(compact({{key("result"), result.id}, {key("name"), result.name}}));
}

Result<void> JournalText::append(const DroppedResult &result)
{
    return appendLine(compact({{key("result"), result.id}, {key("dropped"), true}}));
}

Result<void> JournalText::append(const DictionaryEntry &word)
{
    return appendLine(compact(
        {{key("dictionary"), toName(word.kind)},
         {key("id"), word.id},
         {key("name"), word.name},
         {key("learned"), word.source == DictionaryEntry::Source::Learned}}));
}

Result<void> JournalText::append(const DroppedWord &word)
{
    return appendLine(
        compact({{key("dictionary"), toName(word.kind)}, {key("id"), word.id}, {key("dropped"), true}}));
}

namespace {

void takeWord(const QJsonObject &json, JournalTold &told)
{
    const auto kind = dictionaryKindFromName(json.value(key("dictionary")).toString());
    if (!kind)
        return;
    const DroppedWord word{*kind, json.value(key("id")).toString()};
    told.words.removeIf([&](const DictionaryEntry &one) { return one.kind == *kind && one.id == word.id; });
    told.droppedWords.removeAll(word);
    if (json.value(key("dropped")).toBool()) {
        told.droppedWords.append(word);
        return;
    }
    const bool learned = json.value(key("learned")).toBool();
    told.words.append(
        {*kind, word.id, json.value(key("name")).toString(),
         learned ? DictionaryEntry::Source::Learned : DictionaryEntry::Source::Typed});
}

} // namespace

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
            const QString id = json.value(key("result")).toString();
            told.droppedResults.removeAll(id);
            if (json.value(key("dropped")).toBool()) {
                results.erase(id);
                told.droppedResults.append(id);
            } else {
                results[id] = json.value(key("name")).toString();
            }
        } else if (json.contains(key("dictionary"))) {
            takeWord(json, told);
        } else if (auto entry = entryFromJson(json)) {
            // Numbers only grow: one given anew tells that what had it, and all above, never came to be.
            if (const auto before = last.find(entry->id);
                before != last.end() && before->second.token != entry->token)
                last.erase(before, last.end());
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
