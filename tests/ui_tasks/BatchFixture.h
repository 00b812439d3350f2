#pragma once

#include "Controls.h"
#include "DeskFixture.h"
#include "tasks/TaskBatchActions.h"
#include "tasks/TasksScreen.h"

#include <QTableView>
#include <QTest>

namespace naryad::test {

/// The Tasks screen over ten sent tasks (numbers 1 to 10), planned an hour after one another, and whatever
/// else is added.
class BatchFixture : public DeskFixture
{
public:
    bool openScreen(const QVector<Task> &more = {})
    {
        if (!open())
            return false;
        QVector<store::Kept<Task>> tasks;
        for (int i = 1; i <= 10; ++i)
            tasks.append({task(i), "{}"});
        for (const Task &task : more)
            tasks.append({task, "{}"});
        if (!mirror->applyTasks(tasks, QVector<qint64>(tasks.size())))
            return false;
        return showScreen(tasks.size());
    }

    /// Another run over the same files, a day later.
    bool startAgain()
    {
        const int count = table()->model()->rowCount();
        screen.reset();
        clock.advance(std::chrono::hours(24));
        return showScreen(count);
    }

    bool showScreen(qsizetype count)
    {
        screen = std::make_unique<ui::TasksScreen>(desk());
        screen->resize(1100, 650);
        screen->show();
        return QTest::qWaitForWindowActive(screen.get())
            && QTest::qWaitFor([this, count] { return table()->model()->rowCount() == count; })
            && QTest::qWaitFor([this] { return cell(0, 0) != QStringLiteral("…"); }) && focusTable();
    }

    static Task task(int number)
    {
        Task task;
        task.id = QString::number(100 + number);
        task.number = QString::number(number);
        task.taskTemplate = {QStringLiteral("7"), QStringLiteral("Монтаж")};
        task.contractor = Known<NamedRef>::fromService({QStringLiteral("12"), QStringLiteral("Ромашка")});
        task.worker = Known<NamedRef>::fromService({QStringLiteral("3"), QStringLiteral("Иванов")});
        task.draft = Known<bool>::fromService(false);
        task.plannedStart = Known<QDateTime>::fromService(
            QDateTime({2026, 11, 24}, {0, 0}, Qt::UTC).addSecs(number * 3600));
        return task;
    }

    static Task draft(int number)
    {
        Task made = task(number);
        made.draft = Known<bool>::fromService(true);
        return made;
    }

    QTableView *table() const { return screen->findChild<QTableView *>(QStringLiteral("tasks")); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }

    /// One key of the user's, to what has the keyboard; counted.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        // A window that was closed gives the keyboard back, on a desktop; here there is none.
        if (!QApplication::focusWidget()) {
            screen->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(screen.get()));
            table()->setFocus();
        }
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : QApplication::activeWindow(), key, modifiers);
    }

    /// The journal takes what was said together, as the engine would, and the screen hears of it.
    QVector<CommandId> journalBatch(CommandState state = CommandState::Waiting)
    {
        QVector<store::Intent> intents;
        for (const Command &command : commands.submittedTogether.constLast())
            intents.append({command, state});
        QVector<CommandId> ids;
        const auto entries = journal->appendAll(intents);
        for (const JournalEntry &entry : entries.value_or(QVector<JournalEntry>()))
            ids.append(entry.id);
        commands.batches.answer(ids);
        tellJournal();
        return ids;
    }

    void tellJournal()
    {
        MirrorChange change;
        change.journalChanged = true;
        screen->apply(change);
    }

    int keys = 0;
    std::unique_ptr<ui::TasksScreen> screen;

private:
    bool focusTable()
    {
        table()->setFocus();
        return QTest::qWaitFor([this] { return table()->hasFocus() && table()->currentIndex().isValid(); });
    }
};

} // namespace naryad::test
