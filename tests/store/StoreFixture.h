#pragma once

#include "ManualClock.h"
#include "store/Journal.h"
#include "store/Mirror.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

namespace naryad::test {

/// An account's folder with a journal and a mirror in it, opened and closed as the test says.
class StoreFixture
{
public:
    Result<void> openJournal()
    {
        journal.reset();
        auto opened = store::Journal::open(journalPath(), clock);
        if (!opened)
            return tl::unexpected(opened.error());
        journal = std::move(*opened);
        return {};
    }

    Result<void> openMirror()
    {
        mirror.reset();
        auto opened = store::Mirror::open(mirrorPath());
        if (!opened)
            return tl::unexpected(opened.error());
        mirror = std::move(*opened);
        return {};
    }

    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString folder() const { return m_dir.path(); }
    QString journalPath() const { return path(QStringLiteral("journal.db")); }
    QString textPath() const { return path(QStringLiteral("journal.txt")); }
    QString mirrorPath() const { return path(QStringLiteral("mirror.db")); }
    QStringList files(const QString &pattern) const
    {
        return QDir(m_dir.path()).entryList({pattern}, QDir::Files | QDir::Hidden, QDir::Name);
    }

private:
    QTemporaryDir m_dir;

public:
    ManualClock clock;
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<store::Mirror> mirror;
};

inline QString text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

inline CreateTask creation(const QString &templateName = text(u"Монтаж"))
{
    CreateTask create;
    create.body.taskTemplate = {QStringLiteral("7"), templateName};
    create.body.contractor = Known<NamedRef>::fromHere({QStringLiteral("12"), text(u"Ромашка")});
    create.body.worker = Known<NamedRef>::fromHere({QStringLiteral("3"), text(u"Иванов Пётр")});
    create.body.plannedStart = QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC);
    return create;
}

inline AddComment commentOn(const ObjectRef &task, const QString &words = text(u"Позвоните"))
{
    return {task, words, QString()};
}

inline store::Outcome sent(const QString &resultId)
{
    store::Outcome outcome;
    outcome.state = CommandState::Sent;
    outcome.resultId = resultId;
    return outcome;
}

inline store::Outcome toState(CommandState state)
{
    store::Outcome outcome;
    outcome.state = state;
    return outcome;
}

/// A task as get-task tells it.
inline store::Kept<Task> told(const QString &id, const QString &number = {})
{
    Task task;
    task.id = id;
    task.number = number.isEmpty() ? QStringLiteral("N") + id : number;
    task.taskTemplate = {QStringLiteral("7"), text(u"Монтаж")};
    task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC));
    task.draft = Known<bool>::fromService(false);
    return {task, "{\"id\":\"" + id.toUtf8() + "\"}"};
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Spoils bytes in the middle of a file.
inline bool spoil(const QString &path, qint64 from, qint64 size)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(from) && file.write(QByteArray(size, '\x5a')) == size;
}

/// The first row's columns of a query, as text.
inline QStringList ask(const QString &database, const char *sql)
{
    SQLite::Database file(database.toStdString(), SQLite::OPEN_READWRITE);
    SQLite::Statement find(file, sql);
    QStringList columns;
    if (find.executeStep()) {
        for (int i = 0; i < find.getColumnCount(); ++i)
            columns.append(QString::fromUtf8(find.getColumn(i).getText()));
    }
    return columns;
}

#ifdef Q_OS_LINUX
/// Who may write everything can't be shown a read-only file: while it lives, the test is an ordinary user.
class AsOrdinaryUser
{
public:
    AsOrdinaryUser()
        : m_wasRoot(geteuid() == 0)
    {
        if (m_wasRoot)
            m_changed = setresuid(65534, 65534, 0) == 0;
    }
    ~AsOrdinaryUser()
    {
        if (m_changed)
            (void)!setresuid(0, 0, 0);
    }
    Q_DISABLE_COPY_MOVE(AsOrdinaryUser)
    bool isOne() const { return !m_wasRoot || m_changed; }

private:
    bool m_wasRoot;
    bool m_changed = false;
};
#endif

} // namespace naryad::test
