#include "Accounts.h"
#include "CommandLine.h"
#include "store/Mirror.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;
using app::CommandLine;

/// `naryad export` as it is called from outside: the program itself, its streams and its exit status.
class ExportCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void wrongUsage_data();
    void wrongUsage();
    void theSuffixTellsTheFormat();
    void aListBecomesAFile_data();
    void aListBecomesAFile();
    void whatStandsThereStays();
    void nothingSynchronised();

private:
    int run(const QStringList &arguments);
    QString out() const { return m_folder->filePath(u"out.csv"_s); }
    QByteArray file() const
    {
        QFile file(out());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_said;
    QByteArray m_complained;
};

void ExportCommandTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const app::Accounts accounts(m_folder->path());
    const auto account = accounts.keep(parseCompanyAddress(u"romashka"_s).value(), {}, "Asia/Omsk");
    QVERIFY(account);
    const auto mirror = store::Mirror::open(QDir(account->folder).filePath(u"mirror.db"_s));
    QVERIFY(mirror);
    Task task;
    task.id = u"17"_s;
    task.number = u"-1042"_s;
    task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC));
    QVERIFY((*mirror)->applyTasks({{task, "{}"}}, {0}));
    QVERIFY((*mirror)->applyContractorList({{u"12"_s, u"Ромашка"_s, {}}}, true));
    QVERIFY((*mirror)->applyEquipmentList({{u"5"_s, u"Q1234"_s}}, true));
}

int ExportCommandTest::run(const QStringList &arguments)
{
    QProcess program;
    program.start(QStringLiteral(NARYAD_PROGRAM), arguments + QStringList{u"--data-dir"_s, m_folder->path()});
    if (!program.waitForFinished(30000))
        return -1;
    m_said = program.readAllStandardOutput();
    m_complained = program.readAllStandardError();
    return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
}

void ExportCommandTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no list") << QStringList{u"--out"_s, u"x.csv"_s};
    QTest::newRow("another list") << QStringList{u"templates"_s, u"--out"_s, u"x.csv"_s};
    QTest::newRow("no file") << QStringList{u"tasks"_s, u"--format"_s, u"csv"_s};
    QTest::newRow("another format") << QStringList{u"tasks"_s, u"--format"_s, u"pdf"_s, u"--out"_s, u"x"_s};
    QTest::newRow("no format") << QStringList{u"tasks"_s, u"--out"_s, u"x.txt"_s};
    QTest::newRow("too much") << QStringList{u"tasks"_s, u"tasks"_s, u"--out"_s, u"x.csv"_s};
}

void ExportCommandTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(run(QStringList{u"export"_s} + arguments), 2);
    QVERIFY(!m_complained.isEmpty());
}

void ExportCommandTest::theSuffixTellsTheFormat()
{
    const CommandLine line
        = app::readCommandLine({u"naryad"_s, u"export"_s, u"equipment"_s, u"--out"_s, u"a/b.XLSX"_s});
    QCOMPARE(line.verb, CommandLine::Verb::Export);
    QCOMPARE(line.format, u"xlsx"_s);
    QCOMPARE(line.out, u"a/b.XLSX"_s);
    QCOMPARE(
        app::readCommandLine(
            {u"naryad"_s, u"export"_s, u"tasks"_s, u"--format"_s, u"csv"_s, u"--out"_s, u"x"_s})
            .format,
        u"csv"_s);
}

void ExportCommandTest::aListBecomesAFile_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("tasks") << u"tasks"_s << u"en"_s << QByteArray("'-1042,2026-11-24 18:00,");
    QTest::newRow("tasks for a Russian spreadsheet")
        << u"tasks"_s << u"ru"_s << QByteArray("'-1042;24.11.2026 18:00;");
    QTest::newRow("contractors") << u"contractors"_s << u"en"_s << QByteArray("12,Ромашка,");
    QTest::newRow("equipment") << u"equipment"_s << u"en"_s << QByteArray("5,Q1234,");
}

void ExportCommandTest::aListBecomesAFile()
{
    QFETCH(QString, list);
    QFETCH(QString, language);
    QFETCH(QByteArray, begins);
    QCOMPARE(run({u"export"_s, list, u"--out"_s, out(), u"--language"_s, language}), 0);
    const QJsonObject summary = QJsonDocument::fromJson(m_said).object();
    QCOMPARE(summary.value(u"rows").toInt(), 1);
    QCOMPARE(summary.value(u"file").toString(), out());
    const QList<QByteArray> lines = file().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines.at(1).startsWith(begins), lines.at(1).constData());
}

void ExportCommandTest::whatStandsThereStays()
{
    QFile mine(out());
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    QCOMPARE(run({u"export"_s, u"tasks"_s, u"--out"_s, out()}), 1);
    QVERIFY(m_complained.contains(out().toUtf8()));
    QCOMPARE(file(), QByteArray("mine"));
    QCOMPARE(run({u"export"_s, u"tasks"_s, u"--out"_s, out(), u"--overwrite"_s}), 0);
    QVERIFY(file().contains("1042"));
    QCOMPARE(run({u"export"_s, u"tasks"_s, u"--out"_s, m_folder->filePath(u"no/out.csv"_s)}), 1);
}

void ExportCommandTest::nothingSynchronised()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(run({u"export"_s, u"tasks"_s, u"--out"_s, out()}), 1);
    const app::Accounts accounts(m_folder->path());
    QVERIFY(accounts.keep(parseCompanyAddress(u"romashka"_s).value(), {}, {}));
    QCOMPARE(run({u"export"_s, u"tasks"_s, u"--out"_s, out()}), 1);
    QVERIFY(!m_complained.isEmpty() && m_said.isEmpty());
    QVERIFY(!QFile::exists(out()));
}

QTEST_GUILESS_MAIN(ExportCommandTest)
#include "ExportCommandTest.moc"
