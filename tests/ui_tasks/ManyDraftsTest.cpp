#include "BatchFixture.h"
#include "models/TaskListModel.h"
#include "tasks/ManyDialogs.h"
#include "tasks/TaskWindows.h"
#include "widgets/EntityPicker.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::ManyTasksModel;

/// What is typed into the windows of many tasks and not said: on disk, whatever ends the program.
class ManyDraftsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<BatchFixture>();
        QVERIFY(m_desk->openScreen());
    }
    void cleanup()
    {
        m_desk->reader.reset();
        m_desk->screen.reset();
        m_desk.reset();
    }
    void itIsKeptAsItIsTyped();
    void aClosingIsKept();
    void aFieldIsKept();
    void eachWindowHasItsOwn();
    void textsOfOtherTasksStay();
    void aFullDiskIsTold();

private:
    /// The newest window of its kind, for the rows from `first` on.
    template <class Dialog> Dialog *open(int first, int count)
    {
        QItemSelectionModel *marked = m_desk->table()->selectionModel();
        marked->clearSelection();
        for (int row = first; row < first + count; ++row)
            marked->select(
                m_desk->table()->model()->index(row, 0),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        if constexpr (std::is_same_v<Dialog, CommentManyDialog>)
            m_desk->screen->commentCurrent();
        else if constexpr (std::is_same_v<Dialog, CloseManyDialog>)
            m_desk->screen->closeCurrent();
        else
            m_desk->screen->findChild<QAction *>(u"addFieldMany"_s)->trigger();
        const auto all = m_desk->screen->findChildren<Dialog *>();
        Dialog *made = all.isEmpty() ? nullptr : all.constLast();
        return made && QTest::qWaitFor([made, count] { return made->model().possibleCount() == count; })
            ? made
            : nullptr;
    }
    static QPlainTextEdit *text(QWidget *in) { return in->findChild<QPlainTextEdit *>(u"commentText"_s); }
    static QString own(ManyDialog *in, int row)
    {
        return in->model().index(row, ManyTasksModel::Text).data().toString();
    }
    static void typeOwn(ManyDialog *in, int row, const QString &text)
    {
        in->findChild<QCheckBox *>(u"ownTexts"_s)->setChecked(true);
        QVERIFY(in->model().setData(in->model().index(row, ManyTasksModel::Text), text));
    }
    static void leave(ManyDialog *dialog)
    {
        const QPointer<ManyDialog> gone(dialog);
        dialog->close();
        QTRY_VERIFY(!gone);
    }
    void say(ManyDialog *dialog)
    {
        const qsizetype before = m_desk->commands.submittedTogether.size();
        dialog->findChild<QPushButton *>(u"submit"_s)->click();
        QTRY_COMPARE(m_desk->commands.submittedTogether.size(), before + 1);
        m_desk->journalBatch();
        QTRY_VERIFY(dialog->isSaid());
        leave(dialog);
    }
    QVector<Draft> onDisk() const
    {
        const auto answer = m_desk->reader->drafts();
        if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }) || !answer.result())
            return {};
        return *answer.result();
    }

    std::unique_ptr<BatchFixture> m_desk;
};

void ManyDraftsTest::itIsKeptAsItIsTyped()
{
    auto *comment = open<CommentManyDialog>(0, 3);
    QVERIFY(comment);
    m_desk->clock.advance(300ms);
    QVERIFY(onDisk().isEmpty());
    text(comment)->setPlainText(u"Позвоните"_s);
    typeOwn(comment, 1, u"own"_s);
    QVERIFY(onDisk().isEmpty());
    m_desk->clock.advance(300ms);
    QTRY_COMPARE(onDisk().size(), 1);
    // The next run begins with what is on disk now, and asks for nothing by itself.
    const Draft kept = onDisk().constFirst();
    QVERIFY(m_desk->startAgain());
    QCOMPARE(onDisk(), QVector<Draft>{kept});
    QSignalSpy told(&m_desk->screen->windows(), &TaskWindows::leftToldChanged);
    comment = open<CommentManyDialog>(0, 3);
    QVERIFY(comment);
    QVERIFY(told.isEmpty() || told.constLast().constFirst().toString().isEmpty());
    QCOMPARE(text(comment)->toPlainText(), u"Позвоните"_s);
    QCOMPARE(own(comment, 1), u"own"_s);
    QCOMPARE(own(comment, 0), u"Позвоните"_s);
    say(comment);
    const QVector<Command> said = m_desk->commands.submittedTogether.constFirst();
    QCOMPARE(std::get<AddComment>(said.at(1)).text, u"own"_s);
    QVERIFY(onDisk().isEmpty());
    QCOMPARE(text(open<CommentManyDialog>(0, 3))->toPlainText(), QString());
}

void ManyDraftsTest::aClosingIsKept()
{
    auto *close = open<CloseManyDialog>(0, 2);
    QVERIFY(close);
    // What is offered is not typed.
    m_desk->clock.advance(300ms);
    QVERIFY(onDisk().isEmpty());
    close->findChild<EntityPicker *>(u"result"_s)->setTypedText(u"75 Отказ"_s);
    close->findChild<QLineEdit *>(u"resultNote"_s)->setText(u"note"_s);
    // Quitting keeps it at once.
    QVERIFY(m_desk->startAgain());
    QCOMPARE(onDisk().size(), 1);
    close = open<CloseManyDialog>(0, 2);
    QVERIFY(close);
    QCOMPARE(close->result(), (NamedRef{u"75"_s, u"Отказ"_s}));
    QCOMPARE(close->findChild<QLineEdit *>(u"resultNote"_s)->text(), u"note"_s);
    // Taken out again, there is nothing to keep.
    close->findChild<EntityPicker *>(u"result"_s)->setTypedText({});
    close->findChild<QLineEdit *>(u"resultNote"_s)->clear();
    leave(close);
    QVERIFY(onDisk().isEmpty());
}

void ManyDraftsTest::aFieldIsKept()
{
    TemplateField field;
    field.id = u"77"_s;
    field.name = u"Пробег"_s;
    field.typeId = 2;
    QVERIFY(m_desk->mirror->applyTemplateFields({{field, {}}}));
    auto *add = open<AddFieldManyDialog>(0, 2);
    QVERIFY(add);
    choose(add->findChild<EntityPicker *>(u"field"_s), {u"77"_s, u"Пробег"_s});
    add->findChild<QComboBox *>(u"where"_s)->setCurrentIndex(1);
    QTRY_VERIFY(named<QLineEdit>(add, u"Пробег"_s));
    QTest::keyClicks(named<QLineEdit>(add, u"Пробег"_s), u"12"_s);
    QVERIFY(m_desk->startAgain());
    add = open<AddFieldManyDialog>(0, 2);
    QVERIFY(add);
    QCOMPARE(add->findChild<QComboBox *>(u"where"_s)->currentIndex(), 1);
    QTRY_VERIFY(named<QLineEdit>(add, u"Пробег"_s));
    QCOMPARE(named<QLineEdit>(add, u"Пробег"_s)->text(), u"12"_s);
    say(add);
    QCOMPARE(
        std::get<AddTaskFields>(m_desk->commands.submittedTogether.constFirst().constFirst())
            .fields.constFirst()
            .field,
        (FieldEntry{u"77"_s, u"Пробег"_s, 2, FieldValue::number(u"12"_s)}));
    QVERIFY(onDisk().isEmpty());
}

void ManyDraftsTest::eachWindowHasItsOwn()
{
    auto *first = open<CommentManyDialog>(0, 2);
    QVERIFY(first);
    text(first)->setPlainText(u"first"_s);
    auto *second = open<CommentManyDialog>(4, 2);
    QVERIFY(second && second != first);
    QCOMPARE(text(second)->toPlainText(), QString());
    text(second)->setPlainText(u"second"_s);
    leave(first);
    say(second);
    QCOMPARE(onDisk().size(), 1);
    auto *again = open<CommentManyDialog>(0, 2);
    QVERIFY(again);
    QCOMPARE(text(again)->toPlainText(), u"first"_s);
}

void ManyDraftsTest::textsOfOtherTasksStay()
{
    auto *first = open<CommentManyDialog>(0, 2);
    QVERIFY(first);
    text(first)->setPlainText(u"all"_s);
    typeOwn(first, 1, u"own"_s);
    leave(first);
    auto *second = open<CommentManyDialog>(4, 2);
    QVERIFY(second);
    QCOMPARE(text(second)->toPlainText(), u"all"_s);
    QVERIFY(!second->findChild<QCheckBox *>(u"ownTexts"_s)->isChecked());
    say(second);
    QCOMPARE(std::get<AddComment>(m_desk->commands.submittedTogether.constFirst().at(1)).text, u"all"_s);
    auto *third = open<CommentManyDialog>(0, 2);
    QVERIFY(third);
    QCOMPARE(text(third)->toPlainText(), QString());
    QVERIFY(third->findChild<QCheckBox *>(u"ownTexts"_s)->isChecked());
    QCOMPARE(own(third, 1), u"own"_s);
    text(third)->setPlainText(u"all"_s);
    say(third);
    QCOMPARE(std::get<AddComment>(m_desk->commands.submittedTogether.constLast().at(1)).text, u"own"_s);
    QVERIFY(onDisk().isEmpty());
}

void ManyDraftsTest::aFullDiskIsTold()
{
    auto *comment = open<CommentManyDialog>(0, 2);
    QVERIFY(comment);
    const auto works = m_desk->commands.keep;
    m_desk->commands.keep = [](const Draft &) -> Result<void> {
        Error full;
        full.kind = ErrorKind::Storage;
        full.cause = ErrorCause::DiskFull;
        return fail(full);
    };
    text(comment)->setPlainText(u"x"_s);
    m_desk->clock.advance(300ms);
    QTRY_VERIFY(comment->findChild<QLabel *>(u"message"_s)->isVisible());
    m_desk->commands.keep = works;
    m_desk->clock.advance(5s);
    QTRY_VERIFY(!comment->findChild<QLabel *>(u"message"_s)->isVisible());
    QCOMPARE(onDisk().size(), 1);
}

QTEST_MAIN(ManyDraftsTest)
#include "ManyDraftsTest.moc"
