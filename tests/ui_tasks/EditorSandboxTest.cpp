#include "Controls.h"
#include "OnlineDesk.h"
#include "tasks/TaskEditor.h"
#include "tasks/TaskWindows.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

#include <algorithm>

using namespace naryad;
using namespace Qt::StringLiterals;
using test::named;
using test::openWindow;
using ui::TaskEditor;

/// The editor in front of the stand-in, with nothing faked between: what is typed arrives, once and in order,
/// comes back, and a refusal too.
class EditorSandboxTest : public test::OnlineDesk
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aContractorMadeOfflineArrivesOnceInFrontOfItsTask();
    void aTaskTakenBackMakesItsContractorOnce();
    void everyTypeComesBackAsItWent();
    void whatWasBegunForSomebodyOpensAgain();
    void theNextTaskForAContractorStillOnItsWay();
    void aMissingContractorsRefusalOpensWithItsWords();
    void aSentTasksRefusalOpensWithItsWords();

private:
    QJsonObject onlyTask() const;
    TaskEditor *begin(const ui::TaskStart &start);
    /// Types into the picker and takes what it means.
    void choose(TaskEditor *editor, const QString &picker, const QString &text) const;
    QVector<JournalEntry> outbox() const
    {
        return answered(m_reader->outbox(1)).value_or(QVector<JournalEntry>());
    }
    bool isAnyRefused() const
    {
        const QVector<JournalEntry> entries = outbox();
        return std::any_of(entries.begin(), entries.end(), [](const JournalEntry &entry) {
            return entry.state == CommandState::Refused;
        });
    }
    TaskEditor *fixRefused();

    std::unique_ptr<QWidget> m_screen;
    std::unique_ptr<ui::TaskWindows> m_windows;
};

void EditorSandboxTest::init()
{
    sandbox::Options options;
    options.tasks = 6;
    options.contractors = 3;
    options.equipment = 1;
    options.fullTasks = true;
    QVERIFY(open(options));
    const auto loaded = [this] {
        const auto form = m_reader->templateForm(u"829"_s).result();
        const auto workers = m_reader->employees(u"кузнецов"_s, true, 1).result();
        return isOnline() && m_engine->state().detailsMissing == 0 && form && form->loaded && workers
            && !workers->isEmpty();
    };
    QVERIFY(QTest::qWaitFor(loaded, 20000));
    m_screen = std::make_unique<QWidget>();
    m_windows = std::make_unique<ui::TaskWindows>(desk(), m_screen.get());
    connect(
        m_engine.get(), &sync::Engine::mirrorChanged, m_windows.get(), [this](const MirrorChange &change) {
            if (change.listsChanged)
                m_windows->listsChanged();
        });
}

void EditorSandboxTest::cleanup()
{
    m_windows.reset();
    m_screen.reset();
    shut();
}

QJsonObject EditorSandboxTest::onlyTask() const
{
    const QJsonArray ids = truth(u"/sandbox/new-tasks"_s).toArray();
    return ids.size() == 1 ? truth(u"/sandbox/task?id="_s + ids.first().toString()).toObject()
                           : QJsonObject();
}

TaskEditor *EditorSandboxTest::begin(const ui::TaskStart &start)
{
    m_windows->newTask(start);
    return QTest::qWaitFor([] { return openWindow<TaskEditor>(); }) ? openWindow<TaskEditor>() : nullptr;
}

void EditorSandboxTest::choose(TaskEditor *editor, const QString &picker, const QString &text) const
{
    auto *field = editor->findChild<ui::EntityPicker *>(picker);
    field->setTypedText(text);
    field->takeBest();
    QTRY_VERIFY(!field->ref().isNothing());
}

void EditorSandboxTest::aContractorMadeOfflineArrivesOnceInFrontOfItsTask()
{
    m_proxy->setLineDown(true);
    const QPointer<TaskEditor> editor
        = begin(ui::TaskStart::forCaller(u"Новый клиент"_s, u"+7 903 111-22-33"_s));
    QVERIFY(editor);
    choose(editor, u"template"_s, u"ремонт"_s);
    choose(editor, u"worker"_s, u"кузнецов"_s);
    editor->findChild<QLineEdit *>(u"newContractorAddress"_s)->setText(u"Ленина 9"_s);
    named<QAbstractButton>(editor, u"Send"_s)->click();
    QTRY_VERIFY(!editor);
    QCOMPARE(outbox().size(), 2);
    QVERIFY(std::holds_alternative<CreateContractor>(outbox().last().command)); // the older one
    QVERIFY(std::holds_alternative<CreateTask>(outbox().first().command));

    m_proxy->setLineDown(false);
    m_engine->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(onlyTask().value(u"draft"_s), false, 20000);
    const QJsonArray made = truth(u"/sandbox/new?kind=contractor"_s).toArray();
    QCOMPARE(made.size(), 1);
    QCOMPARE(onlyTask().value(u"contractor"_s).toObject().value(u"id"_s), made.first());
    QCOMPARE(onlyTask().value(u"address"_s), u"Ленина 9"_s);
    const QJsonObject client = truth(u"/sandbox/contractor?id="_s + made.first().toString()).toObject();
    QCOMPARE(client.value(u"name"_s), u"Новый клиент"_s);
    QVERIFY(QJsonDocument(client).toJson().contains("+7 903 111-22-33"));
    QCOMPARE(asked(u"create-contractor"_s), 1);
    QCOMPARE(asked(u"create-task"_s), 1);
}

/// Ctrl+Z on the task: its contractor is made all the same, and the task said again speaks of that one.
void EditorSandboxTest::aTaskTakenBackMakesItsContractorOnce()
{
    m_engine->setHold(std::chrono::seconds(100));
    QPointer<TaskEditor> editor = begin(ui::TaskStart::forCaller(u"Новый клиент"_s, u"112233"_s));
    QVERIFY(editor);
    choose(editor, u"template"_s, u"ремонт"_s);
    choose(editor, u"worker"_s, u"кузнецов"_s);
    named<QAbstractButton>(editor, u"Send"_s)->click();
    QTRY_VERIFY(!editor);
    QTRY_COMPARE(asked(u"create-contractor"_s), 1);
    QVERIFY(answered(m_engine->recallLast()));
    m_windows->openRecalled();
    QTRY_VERIFY(openWindow<TaskEditor>());
    editor = openWindow<TaskEditor>();
    const auto *contractor = editor->findChild<ui::EntityPicker *>(u"contractor"_s);
    QTRY_COMPARE(contractor->ref().name, u"Новый клиент"_s);
    m_engine->setHold(std::chrono::seconds(0));
    named<QAbstractButton>(editor, u"Send"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(onlyTask().value(u"draft"_s), false, 20000);
    const QJsonArray made = truth(u"/sandbox/new?kind=contractor"_s).toArray();
    QCOMPARE(made.size(), 1);
    QCOMPARE(onlyTask().value(u"contractor"_s).toObject().value(u"id"_s), made.first());
}

void EditorSandboxTest::everyTypeComesBackAsItWent()
{
    QPointer<TaskEditor> editor = begin(ui::TaskStart::plain());
    QVERIFY(editor);
    choose(editor, u"template"_s, u"ремонт"_s);
    QTRY_VERIFY(named<QLineEdit>(editor, u"Код домофона"_s));
    // It stands in its section.
    QCOMPARE(
        named<QLineEdit>(editor, u"Код домофона"_s)->accessibleDescription(),
        u"Доступ на объект / Код домофона"_s);
    named<QLineEdit>(editor, u"Описание неисправности"_s)->setText(u"течёт <b>&"_s);
    named<QLineEdit>(editor, u"Код домофона"_s)->setText(u"007"_s);
    named<QLineEdit>(editor, u"Планируемая сумма за работу"_s)->setText(u"1500,5"_s);
    named<QCheckBox>(editor, u"Гарантия"_s)->setCheckState(Qt::Checked);
    named<QCheckBox>(editor, u"Пропуск заказан"_s)->setCheckState(Qt::Unchecked);
    auto *payment = named<QComboBox>(editor, u"Тип оплаты"_s);
    payment->setCurrentIndex(payment->findText(u"Карта"_s));
    named<QAbstractButton>(editor, u"Save draft"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!onlyTask().isEmpty(), 20000);
    const QJsonArray props = onlyTask().value(u"props"_s).toArray();
    const QString id = truth(u"/sandbox/new-tasks"_s).toArray().first().toString();

    // As the service tells it, opened again, with nothing of the fields touched.
    RowId row = 0;
    const auto isRead = [this, &id, &row] {
        const auto ids = m_reader->taskIds({}, -1).result();
        const auto rows = ids ? m_reader->taskRows(ids->rows).result() : Result<QVector<TaskRow>>();
        for (const TaskRow &one : rows.value_or(QVector<TaskRow>())) {
            const auto card = one.id == id ? m_reader->taskCard(one.row).result() : Result<TaskCard>();
            if (one.id == id && card && card->rawAnswer.contains("007"))
                row = one.row;
        }
        return row > 0;
    };
    QVERIFY(QTest::qWaitFor(isRead, 20000));
    m_windows->editTask(row);
    QTRY_VERIFY(openWindow<TaskEditor>());
    editor = openWindow<TaskEditor>();
    QTRY_VERIFY(named<QLineEdit>(editor, u"Код домофона"_s));
    QCOMPARE(named<QLineEdit>(editor, u"Описание неисправности"_s)->text(), u"течёт <b>&"_s);
    QCOMPARE(named<QLineEdit>(editor, u"Код домофона"_s)->text(), u"007"_s);
    QCOMPARE(named<QCheckBox>(editor, u"Гарантия"_s)->checkState(), Qt::Checked);
    QCOMPARE(named<QCheckBox>(editor, u"Пропуск заказан"_s)->checkState(), Qt::Unchecked);
    QCOMPARE(named<QComboBox>(editor, u"Тип оплаты"_s)->currentText(), u"Карта"_s);
    editor->findChild<QLineEdit *>(u"floor"_s)->setText(u"3"_s);
    named<QAbstractButton>(editor, u"Save draft"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(onlyTask().value(u"addressFloor"_s), u"3"_s, 20000);
    QCOMPARE(onlyTask().value(u"props"_s).toArray(), props);
}

void EditorSandboxTest::whatWasBegunForSomebodyOpensAgain()
{
    const auto known = answered(m_reader->contractors(u"ромашка"_s, 1));
    QVERIFY(known && !known->isEmpty());
    const auto start = ui::TaskStart::forContractor({known->first().id, known->first().name});
    QPointer<TaskEditor> editor = begin(start);
    QVERIFY(editor);
    const auto text = [&editor](const QString &name) { return editor->findChild<QLineEdit *>(name)->text(); };
    QTRY_VERIFY(!text(u"address"_s).isEmpty()); // his own
    editor->findChild<QLineEdit *>(u"number"_s)->setText(u"5"_s);
    editor->reject();
    QTRY_VERIFY(!editor);
    editor = begin(ui::TaskStart::plain());
    QVERIFY(editor);
    QCOMPARE(text(u"number"_s), QString());
    QCOMPARE(text(u"address"_s), QString());
    editor->reject();
    QTRY_VERIFY(!editor);
    editor = begin(start);
    QVERIFY(editor);
    QCOMPARE(text(u"number"_s), u"5"_s);
    QVERIFY(!text(u"address"_s).isEmpty());
    QCOMPARE(editor->findChild<ui::EntityPicker *>(u"contractor"_s)->ref().id, known->first().id);
}

/// With the line down: "send and new", and the second task finds the contractor that the first one made.
void EditorSandboxTest::theNextTaskForAContractorStillOnItsWay()
{
    m_proxy->setLineDown(true);
    QPointer<TaskEditor> editor = begin(ui::TaskStart::forCaller(u"Новый клиент"_s, u"+7 903 111-22-33"_s));
    QVERIFY(editor);
    choose(editor, u"template"_s, u"ремонт"_s);
    choose(editor, u"worker"_s, u"кузнецов"_s);
    editor->findChild<QLineEdit *>(u"newContractorAddress"_s)->setText(u"Ленина 9"_s);
    named<QAbstractButton>(editor, u"Send and new"_s)->click();
    QTRY_VERIFY(!editor);
    QTRY_VERIFY(openWindow<TaskEditor>());
    editor = openWindow<TaskEditor>();
    QCOMPARE(editor->findChild<QLineEdit *>(u"address"_s)->text(), QString());
    choose(editor, u"contractor"_s, u"8 903 111 22 33"_s);
    // What was said of it fills the rest.
    QTRY_COMPARE(editor->findChild<QLineEdit *>(u"address"_s)->text(), u"Ленина 9"_s);
    QTRY_COMPARE(editor->findChild<ui::EntityPicker *>(u"template"_s)->ref().id, u"829"_s);
    named<QAbstractButton>(editor, u"Save draft"_s)->click();
    QTRY_VERIFY(!editor);
    m_proxy->setLineDown(false);
    m_engine->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(truth(u"/sandbox/new-tasks"_s).toArray().size(), 2, 20000);
    const QJsonArray made = truth(u"/sandbox/new?kind=contractor"_s).toArray();
    QCOMPARE(made.size(), 1);
    const QJsonArray tasks = truth(u"/sandbox/new-tasks"_s).toArray();
    for (const QJsonValue &task : tasks) {
        const QJsonObject told = truth(u"/sandbox/task?id="_s + task.toString()).toObject();
        QCOMPARE(told.value(u"contractor"_s).toObject().value(u"id"_s), made.first());
    }
}

TaskEditor *EditorSandboxTest::fixRefused()
{
    JournalEntry refused;
    const auto isRefused = [this, &refused] {
        const QVector<JournalEntry> entries = outbox();
        for (const JournalEntry &entry : entries) {
            if (entry.state == CommandState::Refused)
                refused = entry;
        }
        return refused.id != 0;
    };
    if (!QTest::qWaitFor(isRefused, 20000))
        return nullptr;
    m_windows->fix(refused);
    return QTest::qWaitFor([] { return openWindow<TaskEditor>(); }) ? openWindow<TaskEditor>() : nullptr;
}

void EditorSandboxTest::aMissingContractorsRefusalOpensWithItsWords()
{
    ui::TaskStart start = ui::TaskStart::plain();
    start.body.contractor = Known<NamedRef>::fromHere({u"999999"_s, u"Нет такого"_s});
    QPointer<TaskEditor> editor = begin(start);
    QVERIFY(editor);
    choose(editor, u"template"_s, u"ремонт"_s);
    QTRY_VERIFY(named<QLineEdit>(editor, u"Код домофона"_s));
    named<QLineEdit>(editor, u"Код домофона"_s)->setText(u"007"_s);
    named<QAbstractButton>(editor, u"Save draft"_s)->click();
    QTRY_VERIFY(!editor);
    editor = fixRefused();
    QVERIFY(editor);
    const auto *message = editor->findChild<QLabel *>(u"message"_s);
    QVERIFY2(message->text().contains(u"Клиент не найден"_s), qPrintable(message->text()));
    QTRY_VERIFY(editor->findChild<ui::EntityPicker *>(u"contractor"_s)->hasFocus());
    QTRY_VERIFY(named<QLineEdit>(editor, u"Код домофона"_s));
    QCOMPARE(named<QLineEdit>(editor, u"Код домофона"_s)->text(), u"007"_s);
    // Mended, it goes, and once.
    choose(editor, u"contractor"_s, u"ромашка"_s);
    named<QAbstractButton>(editor, u"Save draft"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!onlyTask().isEmpty(), 20000);
    QTRY_VERIFY(!isAnyRefused());
}

void EditorSandboxTest::aSentTasksRefusalOpensWithItsWords()
{
    // Sent by somebody else after the editor was opened: here it is changed as if it were a draft.
    const auto ids = answered(m_reader->taskIds({}, -1));
    const auto rows = answered(m_reader->taskRows(ids->rows));
    const auto sent = std::find_if(
        rows->begin(), rows->end(), [](const TaskRow &row) { return row.state == TaskState::Sent; });
    QVERIFY(sent != rows->end());
    UpdateTask update;
    update.task = sent->ref();
    update.body.number = u"77-Ы"_s;
    update.body.taskTemplate = sent->taskTemplate;
    update.body.draft = true;
    QVERIFY(answered(m_engine->submit(update)));
    const QPointer<TaskEditor> editor = fixRefused();
    QVERIFY(editor);
    const auto *message = editor->findChild<QLabel *>(u"message"_s);
    QVERIFY2(message->text().contains(u"черновик"_s), qPrintable(message->text()));
    QCOMPARE(editor->findChild<QLineEdit *>(u"number"_s)->text(), u"77-Ы"_s);
}

QTEST_MAIN(EditorSandboxTest)
#include "EditorSandboxTest.moc"
