#pragma once

#include "Controls.h"
#include "DeskFixture.h"
#include "tasks/TaskDialogs.h"
#include "tasks/TaskEditor.h"
#include "tasks/TaskWindows.h"
#include "tasks/TasksScreen.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace naryad;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::named;
using test::openWindow;
using ui::CloseTaskDialog;
using ui::CommentDialog;
using ui::TaskEditor;
using ui::TasksScreen;

/// The Tasks screen over a small mirror and a real journal, started and started again as a user does.
class DraftsFixture : public QObject
{
    Q_OBJECT
protected:
    void start()
    {
        m_screen = std::make_unique<TasksScreen>(m_desk->desk());
        m_left = std::make_unique<QSignalSpy>(&m_screen->windows(), &ui::TaskWindows::leftToldChanged);
        m_screen->resize(1000, 600);
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
        auto *table = m_screen->findChild<QTableView *>(u"tasks"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QTRY_VERIFY(table->model()->index(0, 0).data().toString() != u"…"_s);
        QTRY_COMPARE(m_left->size(), 1); // what an earlier run left is known
    }

    void restart()
    {
        m_left.reset();
        m_screen.reset();
        m_desk->clock.advance(24h);
        start();
    }

    void keepTasks()
    {
        QVector<store::Kept<Task>> tasks;
        for (int i = 1; i <= 3; ++i) {
            Task task;
            task.id = QString::number(100 + i);
            task.number = QString::number(i);
            task.taskTemplate = {u"7"_s, u"Монтаж"_s};
            task.draft = Known<bool>::fromService(i < 3);
            tasks.append({task, "{}"});
        }
        QVERIFY(m_desk->mirror->noteFeed({{u"101"_s, 1}, {u"102"_s, 2}, {u"103"_s, 3}}, 3));
        QVERIFY(m_desk->mirror->applyTasks(tasks, {1, 2, 3}));
    }

    void keepTemplate()
    {
        Template made;
        made.id = u"7"_s;
        made.name = u"Монтаж"_s;
        TemplateRow amount;
        amount.fieldId = u"62"_s;
        amount.name = u"Сумма"_s;
        amount.typeId = 2;
        made.details = {amount};
        QVERIFY(m_desk->mirror->applyTemplateList({{made.id, made.name}}, true));
        QVERIFY(m_desk->mirror->applyTemplates({{made, {}}}));
    }

    void chooseTask(const QString &number)
    {
        auto *table = m_screen->findChild<QTableView *>(u"tasks"_s);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == number)
                table->selectRow(row);
        }
    }

    TaskEditor *newTask()
    {
        m_screen->newTask();
        return openWindow<TaskEditor>();
    }

    TaskEditor *editTask()
    {
        m_screen->editCurrent();
        return QTest::qWaitFor([] { return openWindow<TaskEditor>(); }) ? openWindow<TaskEditor>() : nullptr;
    }

    QVector<Draft> onDisk() const
    {
        const auto answer = m_desk->reader->drafts();
        if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }) || !answer.result())
            return {};
        return *answer.result();
    }

    static void set(QWidget *in, const QString &name, const QString &text)
    {
        named<QLineEdit>(in, name)->setText(text);
    }
    static QString text(QWidget *in, const QString &name) { return named<QLineEdit>(in, name)->text(); }

    /// Closes it as Esc does and waits until it has gone.
    template <class T> static void leave(T *window)
    {
        const QPointer<T> gone(window);
        QTRY_COMPARE(QApplication::activeWindow(), window);
        QTest::keyClick(window, Qt::Key_Escape);
        QTRY_VERIFY(!gone);
    }
    test::FakeCommandDesk &commands() { return m_desk->commands; }

    std::unique_ptr<test::DeskFixture> m_desk;
    std::unique_ptr<TasksScreen> m_screen;
    std::unique_ptr<QSignalSpy> m_left;

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<test::DeskFixture>();
        QVERIFY(m_desk->open());
        keepTemplate();
        keepTasks();
        start();
    }

    void cleanup()
    {
        m_left.reset();
        m_screen.reset();
        m_desk.reset();
    }
};
