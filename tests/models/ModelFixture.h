#pragma once

#include "ManualClock.h"
#include "store/Journal.h"
#include "store/Mirror.h"
#include "store/Reader.h"

#include <QTemporaryDir>

#include <memory>

namespace naryad::test {

/// A journal, a mirror and the reader of both, real and small.
class ModelFixture
{
public:
    ModelFixture()
        : journal(store::Journal::open(journalPath(), clock).value())
        , mirror(store::Mirror::open(mirrorPath()).value())
        , reader(mirrorPath(), journalPath())
    {}

    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString journalPath() const { return path(QStringLiteral("journal.db")); }
    QString mirrorPath() const { return path(QStringLiteral("mirror.db")); }

    /// Tasks of the numbers [from, from + count), each planned a minute after the one before; their rows.
    QVector<RowId> addTasks(int from, int count)
    {
        QVector<store::Kept<Task>> tasks;
        for (int i = from; i < from + count; ++i)
            tasks.append({task(i), {}});
        return mirror->applyTasks(tasks, QVector<qint64>(tasks.size())).value_or(QVector<RowId>());
    }

    static Task task(int number)
    {
        Task task;
        task.id = QString::number(100000 + number);
        task.number = QString::number(number);
        task.taskTemplate
            = {QStringLiteral("7"), number % 2 == 0 ? QStringLiteral("even") : QStringLiteral("odd")};
        task.plannedStart
            = Known<QDateTime>::fromService(QDateTime({2026, 11, 1}, {8, 0}, Qt::UTC).addSecs(number * 60));
        task.draft = Known<bool>::fromService(false);
        return task;
    }

    /// A row that exists only here, planned like the task of this number.
    static store::JournalRow local(RowId row, int number)
    {
        store::JournalRow laid;
        laid.row = row;
        laid.task = task(number);
        laid.task.id.clear();
        laid.token = QStringLiteral("token %1").arg(row);
        laid.state = TaskState::Draft;
        laid.pending = PendingState::Waiting;
        return laid;
    }

private:
    QTemporaryDir m_dir;

public:
    ManualClock clock;
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<store::Mirror> mirror;
    store::Reader reader;
};

inline QString text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

} // namespace naryad::test
