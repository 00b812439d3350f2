#include "BatchFixture.h"
#include "models/TaskListModel.h"
#include "print/WorkOrder.h"
#include "tasks/ExportDialog.h"
#include "tasks/TaskEditor.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPrintPreviewDialog>
#include <QPushButton>
#include <QTextDocument>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

/// What is done to marked tasks beside saying something: copied, exported, printed, duplicated; and what
/// stays marked.
class BatchActionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<BatchFixture>(); }
    void cleanup()
    {
        m_desk->reader.reset();
        m_desk->screen.reset();
        m_desk.reset();
    }
    void severalMarkedShowWhatCanBeDone();
    void allStaysAllAndAnotherListForgetsIt();
    void marksGoWithTheirRows();
    void whatAScreenReaderMarks();
    void copiedByKeys();
    void copiedAs();
    void theListIsExportedAsItStands();
    void anExportThatFailsSaysWhy();
    void onlyTheNameAskedAboutIsOverwritten();
    void theLastCopyWins();
    void aDuplicateIsANewDraft();
    void behindADuplicateComesANewTask();
    void aWorkOrder();
    void workOrdersAsPdf();
    void aPdfIsWrittenInTheBackground();
    void thePreviewOpens();

private:
    ChosenTasks &chosen() const { return m_desk->screen->batch().chosen(); }
    QAction *action(const QString &name) const { return m_desk->screen->findChild<QAction *>(name); }
    QString clipboard() const { return QGuiApplication::clipboard()->text(); }
    QByteArray file(const QString &name) const
    {
        QFile file(m_desk->path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<BatchFixture> m_desk;
};

void BatchActionsTest::severalMarkedShowWhatCanBeDone()
{
    QVERIFY(m_desk->openScreen({BatchFixture::draft(11)}));
    auto *panel = m_desk->screen->findChild<QWidget *>(u"taskBatch"_s);
    QVERIFY(!panel->isVisible());
    m_desk->press(Qt::Key_Down, Qt::ShiftModifier);
    QTRY_VERIFY(panel->isVisible());
    QCOMPARE(panel->findChild<QLabel *>(u"batchTitle"_s)->text(), u"2 tasks chosen"_s);
    QVERIFY(panel->findChild<QPushButton *>(u"batch:sendDrafts"_s)->isVisible());
    // The first of them is a draft; the rest can be closed all the same.
    QVERIFY(named<QPushButton>(m_desk->screen.get(), u"Close task"_s)->isEnabled());
    m_desk->press(Qt::Key_Down);
    QTRY_VERIFY(!panel->isVisible());
    QVERIFY(m_desk->screen->findChild<QWidget *>(u"taskDetails"_s)->isVisible());
    // F8 takes either away.
    m_desk->press(Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(panel->isVisible());
    m_desk->press(Qt::Key_F8);
    QVERIFY(!panel->isVisible());
}

void BatchActionsTest::allStaysAllAndAnotherListForgetsIt()
{
    QVERIFY(m_desk->openScreen());
    m_desk->press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(chosen().count(), 10);
    // One comes, another goes.
    QVERIFY(m_desk->mirror->applyTasks({{BatchFixture::task(11), "{}"}}, {0}));
    MirrorChange change;
    change.taskListChanged = true;
    change.journalChanged = true;
    m_desk->screen->apply(change);
    QTRY_COMPARE(m_desk->table()->model()->rowCount(), 11);
    QTRY_COMPARE(chosen().count(), 11);
    QCOMPARE(chosen().rows().size(), 11);
    m_desk->screen->model().sort(models::TaskListModel::Number, Qt::AscendingOrder);
    QTRY_COMPARE(m_desk->cell(0, 0), u"1"_s);
    QCOMPARE(chosen().count(), 11);
    m_desk->screen->filterField()->setText(u"10"_s);
    QTRY_COMPARE(m_desk->table()->model()->rowCount(), 1);
    QTRY_COMPARE(chosen().count(), 1);
    m_desk->screen->clearFilters();
    QTRY_COMPARE(m_desk->table()->model()->rowCount(), 11);
    QTRY_COMPARE(chosen().count(), 1);
}

void BatchActionsTest::marksGoWithTheirRows()
{
    QVERIFY(m_desk->openScreen());
    m_desk->press(Qt::Key_Down, Qt::ShiftModifier);
    m_desk->press(Qt::Key_Down, Qt::ShiftModifier);
    const QVector<RowId> before = chosen().rows();
    QCOMPARE(before.size(), 3);
    m_desk->screen->model().sort(models::TaskListModel::Number, Qt::AscendingOrder);
    QTRY_COMPARE(m_desk->cell(0, 0), u"1"_s);
    const QVector<RowId> after = chosen().rows();
    QCOMPARE(QSet<RowId>(after.begin(), after.end()), QSet<RowId>(before.begin(), before.end()));
    // Also with the columns moved about, where a table marks a row in parts.
    m_desk->table()->horizontalHeader()->moveSection(0, 4);
    m_desk->press(Qt::Key_Home);
    QCOMPARE(chosen().count(), 1);
    m_desk->press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(chosen().count(), 2);
}

void BatchActionsTest::whatAScreenReaderMarks()
{
    QVERIFY(m_desk->openScreen());
    QAccessibleTableInterface *reader
        = QAccessible::queryAccessibleInterface(m_desk->table())->tableInterface();
    const auto rowAt
        = [this](int row) { return m_desk->screen->model().rowOf(m_desk->table()->model()->index(row, 0)); };
    // The row the list began with was marked by nobody.
    QVERIFY(reader->selectRow(3));
    QCOMPARE(chosen().rows(), QVector<RowId>{rowAt(3)});
    QTRY_COMPARE(m_desk->table()->currentIndex().row(), 3);
    QVERIFY(reader->selectRow(5));
    QCOMPARE(chosen().rows(), (QVector<RowId>{rowAt(3), rowAt(5)}));
    // What was marked for something that has been done is not added to.
    m_desk->screen->commentCurrent();
    auto *dialog = openWindow<QDialog>();
    QVERIFY(dialog);
    dialog->activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    dialog->close();
    QTRY_VERIFY(!openWindow<QDialog>());
    QVERIFY(reader->selectRow(1));
    QCOMPARE(chosen().rows(), QVector<RowId>{rowAt(1)});
    // The user's own are.
    m_desk->press(Qt::Key_Down);
    QVERIFY(reader->selectRow(0));
    QCOMPARE(chosen().count(), 2);
}

void BatchActionsTest::copiedByKeys()
{
    QVERIFY(m_desk->openScreen());
    QGuiApplication::clipboard()->clear();
    m_desk->press(Qt::Key_Down, Qt::ShiftModifier);
    m_desk->press(Qt::Key_C, Qt::ControlModifier);
    QTRY_VERIFY(!clipboard().isEmpty());
    const QStringList lines = clipboard().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.at(0).startsWith(u"Number\tPlanned start\tPlanned end\tTemplate"_s));
    QVERIFY(lines.at(1).startsWith(u"10\t2026-11-24 13:00\t"_s));
    QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(u"<table>"_s));
    // A text marked beside the list is its own field's to copy.
    auto *details = named<QPlainTextEdit>(m_desk->screen.get(), u"Task details"_s);
    m_desk->press(Qt::Key_Down);
    QTRY_VERIFY(details || !m_desk->screen->findChild<QWidget *>(u"taskBatch"_s)->isVisible());
    m_desk->screen->filterField()->setText(u"1"_s);
    m_desk->screen->filterField()->setFocus();
    m_desk->screen->filterField()->selectAll();
    m_desk->press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), u"1"_s);
}

void BatchActionsTest::copiedAs()
{
    QVERIFY(m_desk->openScreen());
    m_desk->press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    auto *menu = m_desk->screen->findChild<QMenu *>(u"copyMenu"_s);
    QTRY_VERIFY(menu->isVisible());
    menu->close();
    for (const auto &[name, begins] : std::initializer_list<std::pair<QString, QString>>{
             {u"copyText"_s, u"Task 10 · "_s},
             {u"copyMarkdown"_s, u"| Number |"_s},
             {u"copyJson"_s, u"[\n"_s},
             {u"copyTable"_s, u"Number\t"_s}}) {
        QGuiApplication::clipboard()->clear();
        action(name)->trigger();
        QTRY_VERIFY2(clipboard().startsWith(begins), qPrintable(name + clipboard()));
    }
    Contractor contractor;
    contractor.id = u"12"_s;
    contractor.name = u"Ромашка"_s;
    contractor.phones = Known<QVector<Phone>>::fromService({{u"1"_s, u"+79036277781"_s, {}}});
    contractor.detailsLoaded = true;
    QVERIFY(m_desk->mirror->applyContractors({{contractor, {}}}));
    action(u"copyPhones"_s)->trigger();
    QTRY_COMPARE(clipboard(), u"Ромашка: +7 (903) 627-77-81\n"_s);
}

void BatchActionsTest::theListIsExportedAsItStands()
{
    QVERIFY(m_desk->openScreen());
    m_desk->screen->model().sort(models::TaskListModel::Number, Qt::AscendingOrder);
    QTRY_COMPARE(m_desk->cell(0, 0), u"1"_s);
    m_desk->table()->setColumnHidden(models::TaskListModel::WorkerName, true);
    m_desk->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = openWindow<ExportDialog>();
    QVERIFY(dialog);
    QCOMPARE(unnamedControls(dialog), QStringList());
    QCOMPARE(cutControls(dialog), QStringList());
    dialog->findChild<QComboBox *>(u"format"_s)->setCurrentIndex(1);
    dialog->writeTo(m_desk->path(u"list.csv"_s), false);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"message"_s)->isVisible());
    QVERIFY(dialog->findChild<QLabel *>(u"message"_s)->text().contains(u"10 rows"_s));
    const QList<QByteArray> lines = file(u"list.csv"_s).split('\n');
    QCOMPARE(lines.size(), 12);
    QVERIFY(lines.at(1).startsWith("1,2026-11-24 04:00,"));
    QVERIFY(lines.at(10).startsWith("10,"));
    QVERIFY(!lines.at(0).contains("Worker"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!openWindow<ExportDialog>());
    // Those marked, as a workbook.
    m_desk->table()->setFocus();
    m_desk->press(Qt::Key_Home);
    m_desk->press(Qt::Key_Down, Qt::ShiftModifier);
    m_desk->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    dialog = openWindow<ExportDialog>();
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QComboBox *>(u"what"_s)->currentText().contains(u"2"_s));
    dialog->writeTo(m_desk->path(u"list.xlsx"_s), false);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"message"_s)->text().contains(u"2 rows"_s));
    QVERIFY(file(u"list.xlsx"_s).startsWith("PK"));
}

void BatchActionsTest::anExportThatFailsSaysWhy()
{
    QVERIFY(m_desk->openScreen());
    QFile mine(m_desk->path(u"mine.csv"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    m_desk->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = openWindow<ExportDialog>();
    for (const QString &path : {m_desk->path(u"mine.csv"_s), m_desk->path(u"nowhere/x.csv"_s)}) {
        dialog->writeTo(path, false);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"save"_s)->isEnabled());
        // With the places at which a long path may be broken.
        const QString words = dialog->findChild<QLabel *>(u"message"_s)->text().remove(QChar(0x200B));
        QVERIFY2(words.contains(path), qPrintable(words));
    }
    QCOMPARE(file(u"mine.csv"_s), QByteArray("mine"));
}

void BatchActionsTest::onlyTheNameAskedAboutIsOverwritten()
{
    QVERIFY(m_desk->openScreen());
    QFile mine(m_desk->path(u"mine.xlsx"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    m_desk->press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = openWindow<ExportDialog>();
    QVERIFY(dialog);
    const auto answer = [dialog](const QString &path) {
        dialog->findChild<QPushButton *>(u"save"_s)->click();
        const QPointer<QFileDialog> asks(dialog->findChild<QFileDialog *>(u"exportFile"_s));
        QVERIFY(asks);
        Q_EMIT asks->fileSelected(path);
        asks->close();
        QTRY_VERIFY(!asks);
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"save"_s)->isEnabled());
    };
    answer(m_desk->path(u"mine"_s));
    QVERIFY(dialog->findChild<QLabel *>(u"message"_s)->text().contains(u"already"_s));
    QCOMPARE(file(u"mine.xlsx"_s), QByteArray("mine"));
    answer(m_desk->path(u"other"_s));
    QVERIFY(file(u"other.xlsx"_s).startsWith("PK"));
    answer(m_desk->path(u"mine.xlsx"_s));
    QVERIFY(file(u"mine.xlsx"_s).startsWith("PK"));
}

void BatchActionsTest::theLastCopyWins()
{
    QVERIFY(m_desk->openScreen());
    QGuiApplication::clipboard()->clear();
    m_desk->press(Qt::Key_A, Qt::ControlModifier);
    for (int i = 0; i < 20; ++i)
        action(u"copyTable"_s)->trigger();
    action(u"copyMarkdown"_s)->trigger();
    QTRY_VERIFY(clipboard().startsWith(u"| Number |"_s));
    action(u"copyTable"_s)->trigger();
    QTRY_VERIFY(clipboard().startsWith(u"Number\t"_s));
    QVERIFY(!m_desk->screen->findChild<QMessageBox *>(u"batchProblem"_s));
}

void BatchActionsTest::aDuplicateIsANewDraft()
{
    Task task = BatchFixture::task(50);
    task.plannedStart = Known<QDateTime>::fromService(m_desk->clock.now().addDays(3));
    task.address = Known<Address>::fromService({u"Ленина 5"_s, u"1"_s, {}, {}, {}, {}, {}});
    QVERIFY(m_desk->openScreen({task}));
    QVERIFY(m_desk->mirror->applyTemplateList({{u"7"_s, u"Монтаж"_s}}, true));
    QTRY_COMPARE(m_desk->cell(0, 0), u"50"_s);
    m_desk->screen->selectTask(m_desk->screen->model().rowOf(m_desk->table()->model()->index(0, 0)));
    m_desk->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(openWindow<TaskEditor>());
    auto *editor = openWindow<TaskEditor>();
    QVERIFY(editor->isNew());
    QCOMPARE(named<QLineEdit>(editor, u"Number"_s)->text(), QString());
    QCOMPARE(named<QLineEdit>(editor, u"Address"_s)->text(), u"Ленина 5"_s);
    named<QPushButton>(editor, u"Save draft"_s)->click();
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    const TaskBody body = std::get<CreateTask>(m_desk->commands.submitted.first()).body;
    QVERIFY(body.draft && body.number.isEmpty());
    QCOMPARE(body.taskTemplate.id, u"7"_s);
    QCOMPARE(body.contractor.value.id, u"12"_s);
    QCOMPARE(body.worker.value.id, u"3"_s);
    QCOMPARE(body.plannedStart, task.plannedStart.value);
    QCOMPARE(body.address.value.entrance, u"1"_s);
}

void BatchActionsTest::behindADuplicateComesANewTask()
{
    Task task = BatchFixture::task(50);
    task.plannedStart = Known<QDateTime>::fromService(m_desk->clock.now().addDays(3));
    QVERIFY(m_desk->openScreen({task}));
    QVERIFY(m_desk->mirror->applyTemplateList({{u"7"_s, u"Монтаж"_s}}, true));
    QTRY_COMPARE(m_desk->cell(0, 0), u"50"_s);
    m_desk->screen->selectTask(m_desk->screen->model().rowOf(m_desk->table()->model()->index(0, 0)));
    m_desk->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(openWindow<TaskEditor>());
    const QPointer<TaskEditor> copy = openWindow<TaskEditor>();
    named<QPushButton>(copy, u"Send and new"_s)->click();
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    m_desk->commands.submits.answer(CommandId(5));
    QTRY_VERIFY(!copy);
    QTRY_VERIFY(openWindow<TaskEditor>());
    QVERIFY(openWindow<TaskEditor>()->isNew());
}

namespace {

WorkOrder sampleOrder(const QString &number)
{
    WorkOrder order;
    Task &task = order.card.task;
    task.number = number;
    task.taskTemplate = {u"7"_s, u"<b>Монтаж</b>"_s};
    task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {6, 0}, Qt::UTC));
    task.address = Known<Address>::fromService(
        {u"Ленинский пр. 6"_s, u"1"_s, u"2"_s, u"3"_s, u"вход со двора"_s, {}, {}});
    FieldRow amount;
    amount.name = u"Сумма"_s;
    amount.typeId = 2;
    amount.value = FieldValue::number(u"100"_s);
    FieldRow evil;
    evil.name = u"Описание"_s;
    evil.typeId = 1;
    evil.value = FieldValue::text(u"<img src='file:///etc/passwd'> a < b"_s);
    task.details = {amount, evil};
    FieldRow photo;
    photo.name = u"Диагностика"_s;
    photo.typeId = 2;
    photo.required = true;
    task.report = {photo};
    Contractor contractor;
    contractor.name = u"Подразделение 2"_s;
    contractor.parent = {u"1"_s, u"Ромашка"_s};
    contractor.persons = Known<QVector<Person>>::fromService({{u"3"_s, u"Александр"_s}});
    contractor.phones = Known<QVector<Phone>>::fromService({{u"1"_s, u"89036277781"_s, u"3"_s}});
    order.contractor = contractor;
    return order;
}

} // namespace

void BatchActionsTest::aWorkOrder()
{
    const auto document
        = workOrders({sampleOrder(u"1043"_s)}, AccountZone("Europe/Moscow"), m_desk->clock.now());
    const QString text = document->toPlainText();
    for (const QString &said :
         {u"1043"_s, u"<b>Монтаж</b>"_s, u"09:00"_s, u"Ромашка / Подразделение 2"_s, u"+7 (903) 627-77-81"_s,
          u"Александр"_s, u"Ленинский пр. 6"_s, u"entrance 1"_s, u"вход со двора"_s, u"Сумма"_s, u"100"_s,
          u"<img src='file:///etc/passwd'> a < b"_s, u"Диагностика (required)"_s, u"—?"_s})
        QVERIFY2(text.contains(said), qPrintable(said + u" in: "_s + text));
}

void BatchActionsTest::workOrdersAsPdf()
{
    const auto pages = [this](const QVector<WorkOrder> &orders, const QString &name) {
        const auto document = workOrders(orders, AccountZone(), m_desk->clock.now());
        if (!writePdf(*document, u"Work orders"_s, m_desk->path(name)))
            return -1;
        const QByteArray pdf = file(name);
        return pdf.startsWith("%PDF-") ? int(pdf.count("/Type /Page\n")) : -1;
    };
    QVERIFY(m_desk->open());
    QCOMPARE(pages({sampleOrder(u"1"_s)}, u"one.pdf"_s), 1);
    QCOMPARE(pages({sampleOrder(u"1"_s), sampleOrder(u"2"_s), sampleOrder({})}, u"three.pdf"_s), 3);
    const auto document = workOrders({sampleOrder(u"1"_s)}, AccountZone(), m_desk->clock.now());
    const auto failed = writePdf(*document, {}, m_desk->path(u"nowhere/x.pdf"_s));
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Storage);
}

void BatchActionsTest::aPdfIsWrittenInTheBackground()
{
    QVERIFY(m_desk->openScreen());
    const auto save = [this](const QString &path) {
        action(u"savePdf"_s)->trigger();
        QTRY_VERIFY(m_desk->screen->findChild<QFileDialog *>(u"pdfFile"_s));
        const QPointer<QFileDialog> asks(m_desk->screen->findChild<QFileDialog *>(u"pdfFile"_s));
        Q_EMIT asks->fileSelected(path);
        // Nothing was written in the slot.
        QCOMPARE(file(u"list.pdf"_s), QByteArray());
        asks->close();
        QTRY_VERIFY(!asks);
    };
    m_desk->press(Qt::Key_A, Qt::ControlModifier);
    save(m_desk->path(u"list"_s));
    QTRY_VERIFY(file(u"list.pdf"_s).startsWith("%PDF-"));
    QCOMPARE(file(u"list.pdf"_s).count("/Type /Page\n"), 10);
    QVERIFY(QFile::remove(m_desk->path(u"list.pdf"_s)));
    save(m_desk->path(u"nowhere/list.pdf"_s));
    QTRY_VERIFY(m_desk->screen->findChild<QMessageBox *>(u"batchProblem"_s));
    m_desk->screen->findChild<QMessageBox *>(u"batchProblem"_s)->close();
    QTRY_VERIFY(!m_desk->screen->findChild<QMessageBox *>(u"batchProblem"_s));
    // A file the dialog did not ask about stays.
    QFile mine(m_desk->path(u"mine.pdf"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    save(m_desk->path(u"mine"_s));
    QTRY_VERIFY(m_desk->screen->findChild<QMessageBox *>(u"batchProblem"_s));
    QCOMPARE(file(u"mine.pdf"_s), QByteArray("mine"));
}

void BatchActionsTest::thePreviewOpens()
{
    QVERIFY(m_desk->openScreen());
    m_desk->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(openWindow<QPrintPreviewDialog>());
    auto *preview = openWindow<QPrintPreviewDialog>();
    QVERIFY(preview->windowTitle().contains(u"10"_s));
    preview->close();
    QTRY_VERIFY(!openWindow<QPrintPreviewDialog>());
}

QTEST_MAIN(BatchActionsTest)
#include "BatchActionsTest.moc"
