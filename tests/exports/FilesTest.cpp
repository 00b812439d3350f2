#include "SheetFile.h"
#include "StoreFixture.h"
#include "TableWriter.h"
#include "exports/Export.h"
#include "store/Reader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace Qt::StringLiterals;
using exports::Format;
using exports::What;

namespace {

constexpr char16_t Evil[] = u"=HYPERLINK(\"http://x\")";

} // namespace

/// Lists written into files, from a real mirror.
class FilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void tasksAsCsv();
    void tasksAsSheet();
    void theChosenColumnsInTheirOrder();
    void theFilteredListInItsOrder();
    void contractorsAndEquipment_data();
    void contractorsAndEquipment();
    void nothingIsWrittenOver();
    void aListThatCannotBeWrittenLeavesNothing();
    void aCancelledOneLeavesNothing();
    void manyRowsByPages();
    void aLongListGoesOnInTheNextSheet();
    void anyTextIsAString();

private:
    Result<exports::Written> write(exports::Order order);
    exports::Order order(What what, Format format) const;
    QStringList lines() const;
    QString path() const { return m_store->path(u"out.file"_s); }

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<store::Reader> m_reader;
};

void FilesTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    QVERIFY(m_store->openMirror() && m_store->openJournal());
    auto first = told(u"9007199254740993"_s, u"1042"_s);
    first.value.contractor = Known<NamedRef>::fromService({u"12"_s, QString::fromUtf16(Evil)});
    first.value.address = Known<Address>::fromService({u"Ленина 5"_s, {}, {}, u"+8"_s, {}, {}, {}});
    FieldRow amount;
    amount.name = u"Сумма"_s;
    amount.typeId = 2;
    amount.value = FieldValue::number(u"100"_s);
    first.value.details = {amount};
    auto second = told(u"2"_s, u"0007"_s);
    second.value.plannedStart = Known<QDateTime>::fromService({});
    second.value.contractor = Known<NamedRef>::fromService({});
    QVERIFY(m_store->mirror->applyTasks({first, second}, {0, 0}));
    Contractor contractor;
    contractor.id = u"12"_s;
    contractor.name = u"Ромашка"_s;
    contractor.phones = Known<QVector<Phone>>::fromService({{u"1"_s, u"+79036277781"_s, {}}});
    contractor.detailsLoaded = true;
    QVERIFY(m_store->mirror->applyContractorList(
        {{contractor.id, contractor.name, {}}, {u"13"_s, u"Астра"_s, {}}}, true));
    QVERIFY(m_store->mirror->applyContractors({{contractor, {}}}));
    Equipment piece;
    piece.id = u"5"_s;
    piece.serialNumber = u"@Q1234"_s;
    piece.contractor = Known<NamedRef>::fromService({u"12"_s, u"Ромашка"_s});
    QVERIFY(m_store->mirror->applyEquipment({{piece, {}}}));
    m_reader = std::make_unique<store::Reader>(m_store->mirrorPath(), m_store->journalPath());
}

void FilesTest::cleanup()
{
    m_reader.reset();
    m_store.reset();
}

exports::Order FilesTest::order(What what, Format format) const
{
    exports::Order order;
    order.what = what;
    order.format = format;
    order.file = path();
    order.separator = u';';
    order.zone = AccountZone("Europe/Moscow");
    return order;
}

Result<exports::Written> FilesTest::write(exports::Order order)
{
    exports::Export run(*m_reader, std::move(order));
    auto done = run.future();
    done.waitForFinished();
    return endedResult(done);
}

QStringList FilesTest::lines() const
{
    return QString::fromUtf8(readFile(path())).split(u"\r\n"_s);
}

void FilesTest::tasksAsCsv()
{
    const auto written = write(order(What::Tasks, Format::Csv));
    QVERIFY(written);
    QCOMPARE(written->rows, 2);
    QVERIFY(readFile(path()).startsWith("\xEF\xBB\xBF"));
    const QStringList text = lines();
    QCOMPARE(text.size(), 4); // the heading, two, and the end of the last
    QVERIFY(text.first().startsWith(u"Number;Planned start;Planned end;Template;Contractor;Worker"));
    // 12:00 UTC is 15:00 of the account; what nobody told says so, what is known to be empty is empty.
    QCOMPARE(
        text.at(1).section(u';', 0, 7),
        u"1042;24.11.2026 15:00;—?;Монтаж;\"'=HYPERLINK(\"\"http://x\"\")\";—?;sent;9007199254740993"_s);
    QVERIFY(text.at(1).contains(u"Ленина 5;;;'+8;"_s));
    QVERIFY(text.at(1).endsWith(u"Сумма: 100;"_s));
    QCOMPARE(text.at(2).section(u';', 0, 7), u"0007;;—?;Монтаж;;—?;sent;2"_s);
}

void FilesTest::tasksAsSheet()
{
    QVERIFY(write(order(What::Tasks, Format::Xlsx)));
    const auto sheets = sheetsOf(path());
    QCOMPARE(sheets.size(), 1);
    const auto &cells = sheets.first();
    QCOMPARE(cells[u"A1"_s].text, u"Number"_s);
    QCOMPARE(cells[u"A2"_s].text, u"1042"_s);
    QCOMPARE(cells[u"H2"_s].text, u"9007199254740993"_s);
    // 2026-11-24 15:00 in days since 1899-12-30.
    QCOMPARE(cells[u"B2"_s].text.toDouble(), 46350.625);
    QCOMPARE(cells[u"E2"_s].text, QString::fromUtf16(Evil));
    QCOMPARE(cells[u"A3"_s].text, u"0007"_s);
    QVERIFY(!cells.contains(u"B3"_s) || cells[u"B3"_s].text.isEmpty());
    for (auto cell = cells.cbegin(); cell != cells.cend(); ++cell) {
        QVERIFY2(!cell->formula, qPrintable(cell.key()));
        const bool isTime = cell.key() == u"B2"_s;
        QCOMPARE(cell->type, isTime ? QString() : u"inlineStr"_s);
    }
}

void FilesTest::theChosenColumnsInTheirOrder()
{
    auto wanted = order(What::Tasks, Format::Csv);
    wanted.columns = {u"id"_s, u"plan"_s};
    wanted.separator = u',';
    QVERIFY(write(wanted));
    QCOMPARE(lines().at(0), u"Task id,Planned start,Planned end"_s);
    QCOMPARE(lines().at(1), u"9007199254740993,2026-11-24 15:00,—?"_s);
    wanted.columns = {u"colour"_s};
    wanted.overwrite = true;
    const auto failed = write(wanted);
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::BadInput);
}

void FilesTest::theFilteredListInItsOrder()
{
    auto wanted = order(What::Tasks, Format::Csv);
    wanted.columns = {u"number"_s};
    wanted.tasks.sort = TaskQuery::Sort::Number;
    wanted.tasks.descending = false;
    QVERIFY(write(wanted));
    QCOMPARE(lines().mid(1), (QStringList{u"0007"_s, u"1042"_s, {}}));
    wanted.tasks.filter.withoutTime = true;
    wanted.overwrite = true;
    QVERIFY(write(wanted));
    QCOMPARE(lines().mid(1), (QStringList{u"0007"_s, {}}));
    wanted.rows = QVector<RowId>{1};
    QVERIFY(write(wanted));
    QCOMPARE(lines().size(), 3);
    wanted.rows = QVector<RowId>{};
    QCOMPARE(write(wanted)->rows, 0);
}

void FilesTest::contractorsAndEquipment_data()
{
    QTest::addColumn<Format>("format");
    QTest::newRow("csv") << Format::Csv;
    QTest::newRow("xlsx") << Format::Xlsx;
}

void FilesTest::contractorsAndEquipment()
{
    QFETCH(Format, format);
    QCOMPARE(write(order(What::Contractors, format))->rows, 2);
    if (format == Format::Csv) {
        QVERIFY(lines().at(1).startsWith(u"13;Астра;;—?;—?;"_s));
        QVERIFY(lines().at(2).startsWith(u"12;Ромашка;;—?;'+79036277781;"_s));
    } else {
        QCOMPARE(sheetsOf(path()).first()[u"B2"_s].text, u"Астра"_s);
        QCOMPARE(sheetsOf(path()).first()[u"E3"_s].text, u"+79036277781"_s);
        QCOMPARE(sheetsOf(path()).first()[u"E3"_s].type, u"inlineStr"_s);
    }
    auto equipment = order(What::Equipment, format);
    equipment.overwrite = true;
    QCOMPARE(write(equipment)->rows, 1);
    if (format == Format::Csv)
        QVERIFY(lines().at(1).startsWith(u"5;'@Q1234;—?;—?;—?;Ромашка;"_s));
    else
        QCOMPARE(sheetsOf(path()).first()[u"B2"_s].text, u"@Q1234"_s);
}

void FilesTest::nothingIsWrittenOver()
{
    QVERIFY(writeFile(path(), "mine"));
    for (const Format format : {Format::Csv, Format::Xlsx}) {
        const auto failed = write(order(What::Tasks, format));
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::BadInput);
        QCOMPARE(readFile(path()), QByteArray("mine"));
    }
}

void FilesTest::aListThatCannotBeWrittenLeavesNothing()
{
    for (const Format format : {Format::Csv, Format::Xlsx}) {
        auto wanted = order(What::Tasks, format);
        wanted.file = m_store->path(u"nowhere/out.file"_s);
        const auto failed = write(wanted);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, ErrorKind::Storage);
    }
    QCOMPARE(m_store->files(u"*naryad-*"_s), QStringList());
}

void FilesTest::aCancelledOneLeavesNothing()
{
    for (const Format format : {Format::Csv, Format::Xlsx}) {
        {
            exports::Export run(*m_reader, order(What::Tasks, format));
            run.cancel();
        }
        // It may have been done before it was told.
        const bool done = QFile::exists(path());
        QCOMPARE(m_store->files(u".naryad-*"_s), QStringList());
        if (done)
            QVERIFY(format == Format::Xlsx ? !sheetsOf(path()).isEmpty() : lines().size() == 4);
        QFile::remove(path());
    }
}

void FilesTest::manyRowsByPages()
{
    QVector<store::Kept<Task>> tasks;
    QVector<qint64> usns;
    for (int i = 0; i < 1203; ++i) {
        tasks.append(told(QString::number(100 + i)));
        usns.append(0);
    }
    QVERIFY(m_store->mirror->applyTasks(tasks, usns));
    exports::Export run(*m_reader, order(What::Tasks, Format::Xlsx));
    auto done = run.future();
    done.waitForFinished();
    QCOMPARE(done.result()->rows, 1205);
    QCOMPARE(done.progressMaximum(), 1205);
    QCOMPARE(done.progressValue(), 1205);
    QVERIFY(sheetsOf(path()).first().contains(u"A1206"_s));
    QVERIFY(!sheetsOf(path()).first().contains(u"A1207"_s));
}

void FilesTest::aLongListGoesOnInTheNextSheet()
{
    const auto writer = exports::xlsxWriter(path(), false, 4);
    QVERIFY(writer->begin(u"Tasks"_s, {{u"Number"_s, 10}}));
    for (int i = 1; i <= 7; ++i)
        QVERIFY(writer->row({exports::Cell::of(QString::number(i))}));
    QVERIFY(writer->finish());
    const auto sheets = sheetsOf(path());
    QCOMPARE(sheets.size(), 3);
    for (int i = 1; i <= 7; ++i) {
        const auto &sheet = sheets.at((i - 1) / 3);
        QCOMPARE(sheet[u"A1"_s].text, u"Number"_s);
        QCOMPARE(sheet[u'A' + QString::number((i - 1) % 3 + 2)].text, QString::number(i));
    }
}

/// Whatever stands in a cell, the book can be read, and holds it as a string.
void FilesTest::anyTextIsAString()
{
    static const QString signs = u"=+-@\t\r\n'\"<>&;]]>Я\xD83D\xDE00\xFFFE\xFFFF\x0001_x0041_"_s + QChar(0);
    QRandomGenerator random(11);
    QVector<QString> texts{QString(40000, u'Я'), u"=1+1"_s, u"_x0041_"_s, {}};
    for (int i = 0; i < 2000; ++i) {
        QString text;
        const int length = random.bounded(1, 9);
        for (int at = 0; at < length; ++at)
            text += signs.at(random.bounded(int(signs.size())));
        texts.append(text);
    }
    const auto writer = exports::xlsxWriter(path(), false);
    QVERIFY(writer->begin(u"Tasks"_s, {{u"Text"_s, 10}}));
    for (const QString &text : texts)
        QVERIFY(writer->row({exports::Cell::of(text)}));
    QVERIFY(writer->finish());
    const auto sheets = sheetsOf(path());
    QCOMPARE(sheets.size(), 1);
    QCOMPARE(sheets.first()[u"A2"_s].text.size(), 32766);
    QCOMPARE(sheets.first()[u"A3"_s].text, u"=1+1"_s);
    for (int i = 1; i < texts.size(); ++i) {
        const QString name = u'A' + QString::number(i + 2);
        const QString wanted = exports::cleaned(texts.at(i));
        const SheetCell cell = sheets.first().value(name);
        QVERIFY2(!cell.formula, qPrintable(name));
        if (!wanted.isEmpty())
            QCOMPARE(cell.type, u"inlineStr"_s);
        QCOMPARE(cell.text, wanted);
    }
}

QTEST_GUILESS_MAIN(FilesTest)
#include "FilesTest.moc"
