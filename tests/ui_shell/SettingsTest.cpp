#include "Controls.h"
#include "settings/LinePage.h"
#include "settings/SettingsHost.h"
#include "settings/SettingsWindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTest>

using namespace naryad;
using namespace naryad::ui;

namespace {

/// Keeps what it is told, or refuses to.
struct FakeHost final : SettingsHost
{
    LineSettings lineSettings() const override { return line; }
    void setLineSettings(const LineSettings &settings) override { line = settings; }
    QFuture<Result<TaskNumbers>> taskNumbers() override
    {
        return QtFuture::makeReadyFuture(Result<TaskNumbers>(numbers));
    }
    QFuture<Result<TaskNumbers>>
    setTaskNumbers(TaskNumbers::By by, const QString &prefix, std::optional<qint64> next) override
    {
        ++writes;
        if (broken)
            return QtFuture::makeReadyFuture(Result<TaskNumbers>(fail(ErrorKind::Storage)));
        numbers = {by, prefix, next.value_or(numbers.next)};
        return QtFuture::makeReadyFuture(Result<TaskNumbers>(numbers));
    }

    LineSettings line;
    TaskNumbers numbers;
    int writes = 0;
    bool broken = false;
};

} // namespace

/// What is changed in the window `Settings` holds at once.
class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void everyControlHasItsNames();
    void whatIsChangedHoldsAtOnce();
    void numbersAreKeptOnlyWhole();
    void theCountIsNotSetBack();
    void whatIsTypedIsKeptWhenTheWindowCloses_data();
    void whatIsTypedIsKeptWhenTheWindowCloses();
    void aDiskThatFailsIsTold();

private:
    void open();
    template <class T> T *find(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }

    FakeHost m_host;
    std::unique_ptr<SettingsWindow> m_window;
};

void SettingsTest::init()
{
    m_host = {};
    open();
}

void SettingsTest::open()
{
    m_window = std::make_unique<SettingsWindow>(m_host);
    m_window->show();
    QTRY_VERIFY(find<QWidget>("numbersPage")->isEnabled());
}

void SettingsTest::everyControlHasItsNames()
{
    for (int row = 0; row < find<QListWidget>("settingsPages")->count(); ++row) {
        find<QListWidget>("settingsPages")->setCurrentRow(row);
        QCOMPARE(find<QStackedWidget>("settingsStack")->currentIndex(), row);
        int seen = 0;
        const QStringList unnamed = test::unnamedControls(m_window.get(), &seen);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(QLatin1Char('\n'))));
        QVERIFY(seen > 3);
        const QStringList cut = test::cutControls(m_window.get());
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }
}

void SettingsTest::whatIsChangedHoldsAtOnce()
{
    find<QSpinBox>("hold")->setValue(30);
    QCOMPARE(m_host.line.hold, std::chrono::seconds(30));
    find<QSpinBox>("hold")->setValue(500);
    QCOMPARE(m_host.line.hold, std::chrono::seconds(120));
    find<QSpinBox>("lookEvery")->setValue(300);
    QCOMPARE(m_host.line.lookEvery, std::chrono::seconds(300));
    find<QSpinBox>("requestsPerSecond")->setValue(5);
    QCOMPARE(m_host.line.requestsPerSecond, 5);
    QCOMPARE(m_host.line.hold, std::chrono::seconds(120));
}

void SettingsTest::numbersAreKeptOnlyWhole()
{
    auto *prefix = find<QLineEdit>("numbersPrefix");
    QVERIFY(!prefix->isEnabled());
    find<QRadioButton>("numbersByNaryad")->setChecked(true);
    QVERIFY(prefix->isEnabled());
    QCOMPARE(m_host.writes, 0);
    QVERIFY(find<QLabel>("numbersReason")->text().contains(QStringLiteral("prefix")));
    find<QListWidget>("settingsPages")->setCurrentRow(1);
    prefix->setFocus();
    QTest::keyClicks(prefix, QStringLiteral("N-"));
    QTest::keyClick(prefix, Qt::Key_Return);
    QTRY_COMPARE(m_host.numbers.prefix, QStringLiteral("N-"));
    QCOMPARE(m_host.numbers.by, TaskNumbers::By::Naryad);
    QCOMPARE(find<QLabel>("numbersExample")->text(), QStringLiteral("The next task becomes N-1."));
    QTRY_VERIFY(find<QLabel>("numbersReason")->text().isEmpty());
    find<QRadioButton>("numbersByService")->setChecked(true);
    QTRY_COMPARE(m_host.numbers.by, TaskNumbers::By::Service);
}

void SettingsTest::theCountIsNotSetBack()
{
    m_host.numbers = {TaskNumbers::By::Naryad, QStringLiteral("N-"), 5};
    open();
    m_host.numbers.next = 8; // tasks were made while the window stood open
    find<QListWidget>("settingsPages")->setCurrentRow(1);
    auto *prefix = find<QLineEdit>("numbersPrefix");
    prefix->setText(QStringLiteral("M-"));
    QTest::keyClick(prefix, Qt::Key_Return);
    QTRY_COMPARE(m_host.numbers.prefix, QStringLiteral("M-"));
    QCOMPARE(m_host.numbers.next, 8);
    QTRY_COMPARE(find<QLineEdit>("numbersNext")->text(), QStringLiteral("8"));
    // Typed once it moves once, however often the line is left.
    find<QLineEdit>("numbersNext")->setText(QStringLiteral("100"));
    QTest::keyClick(find<QLineEdit>("numbersNext"), Qt::Key_Return);
    QCOMPARE(m_host.numbers.next, 100); // at once, with nothing read before
    m_host.numbers.next = 101; // a task is made before the answer is here
    prefix->setText(QStringLiteral("K-"));
    QTest::keyClick(find<QLineEdit>("numbersNext"), Qt::Key_Return);
    QCOMPARE(m_host.numbers, (TaskNumbers{TaskNumbers::By::Naryad, QStringLiteral("K-"), 101}));
    QTRY_COMPARE(find<QLineEdit>("numbersNext")->text(), QStringLiteral("101"));
}

void SettingsTest::whatIsTypedIsKeptWhenTheWindowCloses_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("Esc") << true;
    QTest::newRow("while the keyboard is elsewhere") << false;
}

void SettingsTest::whatIsTypedIsKeptWhenTheWindowCloses()
{
    QFETCH(bool, byKey);
    m_host.numbers = {TaskNumbers::By::Naryad, QStringLiteral("N-"), 5};
    open();
    find<QListWidget>("settingsPages")->setCurrentRow(1);
    auto *prefix = find<QLineEdit>("numbersPrefix");
    prefix->setText(QStringLiteral("M-"));
    if (byKey) {
        prefix->setFocus();
        QTest::keyClick(prefix, Qt::Key_Escape);
    }
    m_window.reset();
    QCOMPARE(m_host.numbers, (TaskNumbers{TaskNumbers::By::Naryad, QStringLiteral("M-"), 5}));
}

void SettingsTest::aDiskThatFailsIsTold()
{
    m_host.broken = true;
    find<QLineEdit>("numbersPrefix")->setText(QStringLiteral("N-"));
    find<QRadioButton>("numbersByNaryad")->setChecked(true);
    QTRY_VERIFY(!find<QLabel>("numbersReason")->text().isEmpty());
    QCOMPARE(find<QLineEdit>("numbersPrefix")->text(), QStringLiteral("N-"));
}

QTEST_MAIN(SettingsTest)
#include "SettingsTest.moc"
