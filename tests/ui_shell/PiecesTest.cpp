#include "core/HumanTime.h"
#include "shell/NoticeBar.h"
#include "shell/PaneCycler.h"
#include "shell/ShortcutSheet.h"
#include "shell/StartProblem.h"
#include "shell/StatusLine.h"
#include "shell/Theme.h"
#include "shell/UiSettings.h"
#include "widgets/Breakable.h"
#include "widgets/FlowLayout.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace naryad;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

namespace {

QPalette paletteOf(const QColor &window, const QColor &text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

} // namespace

class PiecesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFlowGoesOnInTheNextLine();
    void contrastIsTheKnownOne();
    void messagesAreReadableInEveryPalette_data();
    void messagesAreReadableInEveryPalette();
    void textOnServiceColours();
    void noticesAreReplacedByKey();
    void noticesCloseUnlessTheyMustNot();
    void noticesArePlainText();
    void longWordsCanBreak();
    void columnsAreKeptByName();
    void columnsSurviveAnotherVersion();
    void columnsNeverAllHidden();
    void splittersAreKept();
    void brokenSettingsAreIgnored();
    void panesAreCycled();
    void shortcutsAreListedOnce();
    void startProblemSaysWhatAndWhere_data();
    void startProblemSaysWhatAndWhere();
    void startProblemButtons();
    void detailsOfTheState();
};

void PiecesTest::contrastIsTheKnownOne()
{
    QCOMPARE(theme::contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(theme::contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(theme::contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void PiecesTest::messagesAreReadableInEveryPalette_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << paletteOf(QColor(0xef, 0xef, 0xef), Qt::black) << false;
    QTest::newRow("dark") << paletteOf(QColor(0x2a, 0x2a, 0x2a), QColor(0xee, 0xee, 0xee)) << true;
    QTest::newRow("high contrast") << paletteOf(Qt::black, Qt::white) << true;
}

void PiecesTest::messagesAreReadableInEveryPalette()
{
    QFETCH(QPalette, palette);
    QFETCH(bool, dark);
    QCOMPARE(theme::isDark(palette), dark);
    for (const theme::Tone tone : {theme::Tone::Info, theme::Tone::Warning, theme::Tone::Error}) {
        const theme::ToneColours colours = theme::colours(tone, palette);
        QVERIFY(theme::contrast(colours.background, colours.text) >= 4.5);
        QVERIFY(theme::contrast(colours.background, colours.edge) >= 3.0);
        QVERIFY(!theme::icon(tone).isNull());
        if (theme::isHighContrast(palette))
            QCOMPARE(colours.background, palette.color(QPalette::Window));
    }
}

void PiecesTest::textOnServiceColours()
{
    for (int hue = 0; hue < 360; hue += 10) {
        for (int value = 0; value <= 255; value += 51) {
            const QColor colour = QColor::fromHsv(hue, 200, value);
            QVERIFY(theme::contrast(colour, theme::textOn(colour)) >= 4.5);
        }
    }
}

void PiecesTest::noticesAreReplacedByKey()
{
    QWidget window;
    auto *bar = new NoticeBar(&window);
    window.show();
    QVERIFY(!bar->isVisible());
    bar->put({u"a"_s, theme::Tone::Info, u"one"_s, {}, true});
    bar->put({u"b"_s, theme::Tone::Info, u"two"_s, {}, true});
    bar->put({u"a"_s, theme::Tone::Info, u"three"_s, {}, true});
    QCOMPARE(bar->texts(), (QStringList{u"two"_s, u"three"_s}));
    QVERIFY(bar->isVisible());
    bar->remove(u"a"_s);
    bar->remove(u"nobody"_s);
    bar->remove(u"b"_s);
    QVERIFY(!bar->isVisible());
}

void PiecesTest::noticesCloseUnlessTheyMustNot()
{
    QWidget window;
    auto *bar = new NoticeBar(&window);
    window.show();
    QSignalSpy action(bar, &NoticeBar::actionTriggered);
    QSignalSpy closed(bar, &NoticeBar::closed);
    bar->put({u"key"_s, theme::Tone::Error, u"No key"_s, u"Enter key"_s, false});
    QVERIFY(!bar->findChild<QToolButton *>(u"noticeClose"_s));
    bar->findChild<QPushButton *>(u"noticeAction"_s)->click();
    QCOMPARE(action.size(), 1);
    QCOMPARE(action.first().first().toString(), u"key"_s);
    QVERIFY(bar->has(u"key"_s));

    bar->put({u"other"_s, theme::Tone::Info, u"Read me"_s, {}, true});
    bar->findChild<QToolButton *>(u"noticeClose"_s)->click();
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(!bar->has(u"other"_s));
    QCOMPARE(bar->texts(), QStringList{u"No key"_s});
}

void PiecesTest::noticesArePlainText()
{
    NoticeBar bar;
    bar.put({u"a"_s, theme::Tone::Info, u"<b>x</b> & y"_s, u"Do & go"_s, true});
    auto *label = bar.findChild<QLabel *>(u"noticeText"_s);
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(label->text(), u"<b>x</b> & y"_s);
    QCOMPARE(bar.findChild<QPushButton *>(u"noticeAction"_s)->text(), u"Do && go"_s);
}

void PiecesTest::longWordsCanBreak()
{
    const QString text = u"Слово "_s + QString(500, u'ы') + u" и ещё"_s;
    QString back = breakable(text);
    QCOMPARE(back.count(QChar(0x200b)), 20);
    QCOMPARE(back.remove(QChar(0x200b)), text);
    QCOMPARE(breakable(u"Short words stay as they are"_s), u"Short words stay as they are"_s);
    // A character of two halves is never torn apart.
    const QString faces = QString::fromUtf8("\xF0\x9F\x98\x80").repeated(60);
    QVERIFY(breakable(faces).isValidUtf16());
    NoticeBar bar;
    bar.put({u"a"_s, theme::Tone::Info, text, {}, true});
    QVERIFY(bar.minimumSizeHint().width() < 600);
}

void PiecesTest::columnsAreKeptByName()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"ui.ini"_s);
    const QStringList keys{u"a"_s, u"b"_s, u"c"_s};
    {
        QTableWidget table(1, 3);
        table.setColumnWidth(0, 55);
        table.setColumnWidth(1, 77);
        table.horizontalHeader()->moveSection(2, 0);
        table.setColumnHidden(1, true);
        UiSettings settings(path);
        settings.saveColumns(u"t"_s, *table.horizontalHeader(), keys);
        settings.sync();
    }
    QTableWidget table(1, 3);
    UiSettings settings(path);
    QVERIFY(settings.restoreColumns(u"t"_s, *table.horizontalHeader(), keys));
    QCOMPARE(table.columnWidth(0), 55);
    QVERIFY(table.isColumnHidden(1));
    QCOMPARE(table.horizontalHeader()->visualIndex(2), 0);
    QCOMPARE(table.horizontalHeader()->visualIndex(0), 1);
    QVERIFY(!settings.restoreColumns(u"other"_s, *table.horizontalHeader(), keys));
}

void PiecesTest::columnsSurviveAnotherVersion()
{
    QTemporaryDir dir;
    UiSettings settings(dir.filePath(u"ui.ini"_s));
    QTableWidget old(1, 2);
    old.setColumnWidth(0, 61);
    old.setColumnWidth(1, 62);
    old.horizontalHeader()->moveSection(1, 0);
    settings.saveColumns(u"t"_s, *old.horizontalHeader(), {u"a"_s, u"b"_s});

    // A later version put a new column between the two.
    QTableWidget now(1, 3);
    now.setColumnWidth(1, 99);
    QVERIFY(settings.restoreColumns(u"t"_s, *now.horizontalHeader(), {u"a"_s, u"new"_s, u"b"_s}));
    QCOMPARE(now.columnWidth(0), 61);
    QCOMPARE(now.columnWidth(1), 99);
    QCOMPARE(now.columnWidth(2), 62);
    QCOMPARE(now.horizontalHeader()->visualIndex(2), 0);
    QCOMPARE(now.horizontalHeader()->visualIndex(0), 1);
    QCOMPARE(now.horizontalHeader()->visualIndex(1), 2);
}

void PiecesTest::columnsNeverAllHidden()
{
    QTemporaryDir dir;
    UiSettings settings(dir.filePath(u"ui.ini"_s));
    QTableWidget table(1, 2);
    table.setColumnHidden(0, true);
    table.setColumnHidden(1, true);
    settings.saveColumns(u"t"_s, *table.horizontalHeader(), {u"a"_s, u"b"_s});
    QTableWidget again(1, 2);
    QVERIFY(settings.restoreColumns(u"t"_s, *again.horizontalHeader(), {u"a"_s, u"b"_s}));
    QVERIFY(!again.isColumnHidden(0));
}

void PiecesTest::splittersAreKept()
{
    QTemporaryDir dir;
    UiSettings settings(dir.filePath(u"ui.ini"_s));
    const auto make = [](QSplitter &splitter) {
        splitter.addWidget(new QWidget);
        splitter.addWidget(new QWidget);
        splitter.resize(600, 100);
    };
    QSplitter first;
    make(first);
    first.show();
    first.setSizes({450, 145});
    const QList<int> sizes = first.sizes();
    settings.saveSplitter(u"s"_s, first);
    QSplitter second;
    make(second);
    second.show();
    QVERIFY(settings.restoreSplitter(u"s"_s, second));
    QCOMPARE(second.sizes(), sizes);
    second.addWidget(new QWidget);
    QVERIFY(!settings.restoreSplitter(u"s"_s, second)); // another number of panes
    QVERIFY(!settings.restoreSplitter(u"nothing"_s, second));
}

void PiecesTest::brokenSettingsAreIgnored()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"ui.ini"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[splitters]\ns=12 many\n[windows]\nmain=@ByteArray(junk)\n"
               "[columns]\nt\\format=1\nt\\a\\width=-5\nt\\a\\order=700\nt\\b\\order=700\n");
    file.close();
    UiSettings settings(path);
    QWidget window;
    QVERIFY(!settings.restoreWindow(u"main"_s, window));
    QSplitter splitter;
    splitter.addWidget(new QWidget);
    splitter.addWidget(new QWidget);
    QVERIFY(!settings.restoreSplitter(u"s"_s, splitter));
    QTableWidget table(1, 2);
    const int width = table.columnWidth(0);
    QVERIFY(settings.restoreColumns(u"t"_s, *table.horizontalHeader(), {u"a"_s, u"b"_s}));
    QCOMPARE(table.columnWidth(0), width);
    QCOMPARE(table.horizontalHeader()->visualIndex(0), 0);
}

void PiecesTest::panesAreCycled()
{
    QWidget window;
    auto *row = new QVBoxLayout(&window);
    auto *first = new QWidget(&window);
    auto *button = new QPushButton(u"one"_s, first);
    auto *empty = new QWidget(&window);
    auto *third = new QWidget(&window);
    auto *column = new QVBoxLayout(third);
    auto *edit = new QLineEdit(third);
    auto *table = new QTableWidget(1, 1, third);
    column->addWidget(edit);
    column->addWidget(table);
    for (QWidget *pane : {first, empty, third})
        row->addWidget(pane);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    PaneCycler cycler;
    const QVector<QWidget *> panes{first, empty, third};
    button->setFocus();
    QCOMPARE(cycler.step(panes, true), table); // past the empty one, to the table
    edit->setFocus();
    QCOMPARE(cycler.step(panes, true), button);
    QCOMPARE(cycler.step(panes, false), edit); // where it was left
    third->hide();
    button->setFocus();
    QCOMPARE(cycler.step(panes, true), button);
    QCOMPARE(cycler.step({empty}, true), nullptr);
}

void PiecesTest::shortcutsAreListedOnce()
{
    QWidget window;
    auto *one = new QAction(u"&Close task…"_s, &window);
    one->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    auto *two = new QAction(u"Save && &go"_s, &window);
    two->setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)});
    new QAction(u"Without keys"_s, &window);
    auto *twin = new QAction(u"Close task"_s, &window);
    twin->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    const QVector<ShortcutLine> lines = shortcutsOf(window);
    QCOMPARE(
        lines, (QVector<ShortcutLine>{{u"Close task"_s, u"Ctrl+E"_s}, {u"Save & go"_s, u"F5; Ctrl+R"_s}}));
    ShortcutSheet sheet(lines);
    auto *table = sheet.findChild<QTableWidget *>();
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(1, 1)->text(), u"F5; Ctrl+R"_s);
    QCOMPARE(sheet.windowTitle(), u"Keyboard shortcuts"_s);
}

void PiecesTest::startProblemSaysWhatAndWhere_data()
{
    QTest::addColumn<ErrorCause>("cause");
    QTest::addColumn<QString>("words");
    QTest::newRow("in use") << ErrorCause::InUse << u"already open in another program"_s;
    QTest::newRow("read-only") << ErrorCause::ReadOnly << u"can't write to its folder"_s;
    QTest::newRow("full") << ErrorCause::DiskFull << u"disk is full"_s;
}

void PiecesTest::startProblemSaysWhatAndWhere()
{
    QFETCH(ErrorCause, cause);
    QFETCH(QString, words);
    Error error;
    error.kind = ErrorKind::Storage;
    error.cause = cause;
    error.words = u"<i>errno</i> 13"_s;
    StartProblem problem(error, u"/srv/<b>data</b>/naryad"_s);
    problem.show();
    auto *sentence = problem.findChild<QLabel *>(u"problemSentence"_s);
    auto *path = problem.findChild<QLabel *>(u"problemPath"_s);
    QVERIFY2(sentence->text().contains(words), qPrintable(sentence->text()));
    QCOMPARE(path->text(), u"/srv/<b>data</b>/naryad"_s);
    QCOMPARE(path->textFormat(), Qt::PlainText);
    QCOMPARE(problem.findChild<QLabel *>(u"problemWords"_s)->text(), error.words);
    QVERIFY(problem.sizeHint().width() <= 1024 && problem.sizeHint().height() <= 640);
    QCoreApplication::processEvents();
    QVERIFY(path->height() >= path->heightForWidth(path->width()));
    QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
}

void PiecesTest::startProblemButtons()
{
    Error error;
    error.kind = ErrorKind::Storage;
    StartProblem problem(error, u"/srv"_s);
    QSignalSpy again(&problem, &StartProblem::tryAgainRequested);
    QSignalSpy quit(&problem, &StartProblem::quitRequested);
    QVERIFY(!problem.findChild<QLabel *>(u"problemSentence"_s)->text().isEmpty());
    problem.open();
    problem.findChild<QPushButton *>(u"tryAgain"_s)->click();
    QCOMPARE(again.size(), 1);
    QVERIFY(problem.isVisible());
    problem.findChild<QPushButton *>(u"quit"_s)->click();
    QCOMPARE(quit.size(), 1);
    problem.open();
    problem.close();
    QCOMPARE(quit.size(), 2);
    problem.open();
    QTest::keyClick(&problem, Qt::Key_Escape);
    QCOMPARE(quit.size(), 3);
}

void PiecesTest::detailsOfTheState()
{
    const AccountZone zone("Europe/Moscow");
    SyncState state;
    QVERIFY(StatusLine::details(state, zone).contains(u"Not brought up to date"_s));
    state.phase = SyncState::Phase::Offline;
    state.lastSuccess = QDateTime({2026, 11, 24}, {9, 0}, Qt::UTC);
    state.tasksKnown = 2318;
    state.detailsMissing = 8;
    state.waiting = 3;
    state.unsure = 1;
    state.refused = 2;
    state.lastError = Error{};
    state.lastError->kind = ErrorKind::Offline;
    state.lastError->cause = ErrorCause::NoSuchHost;
    state.lastError->words = u"<b>dns</b>"_s;
    const QString text = StatusLine::details(state, zone);
    QVERIFY(text.contains(humanTime(state.lastSuccess, zone)));
    QVERIFY(text.contains(describe(*state.lastError)));
    QVERIFY(text.contains(u"2318 task"_s));
    QVERIFY(text.contains(u"8 of them without details"_s));
    QVERIFY(text.contains(u"2 command(s) refused"_s));

    StatusLine line(zone, true);
    line.setState(state);
    line.show();
    line.showDetails();
    auto *shown = line.window()->findChild<QLabel *>(u"syncDetailsText"_s);
    QVERIFY(shown);
    QCOMPARE(shown->text(), text);
    QCOMPARE(shown->textFormat(), Qt::PlainText);
    state.waiting = 4;
    line.setState(state); // an open window of details follows
    QCOMPARE(shown->text(), StatusLine::details(state, zone));
    QCOMPARE(line.findChild<QLabel *>(u"demoMark"_s)->text(), u"DEMO"_s);
}

void PiecesTest::aFlowGoesOnInTheNextLine()
{
    QWidget row;
    auto *flow = new FlowLayout(&row);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(4);
    QVector<QToolButton *> buttons;
    for (int i = 0; i < 6; ++i) {
        buttons.append(new QToolButton(&row));
        buttons.last()->setText(u"Some words"_s);
        flow->addWidget(buttons.last());
    }
    const QSize one = buttons.first()->sizeHint();
    QCOMPARE(flow->heightForWidth(6 * one.width() + 5 * 4), one.height());
    QCOMPARE(flow->heightForWidth(6 * one.width() + 5 * 4 - 1), 2 * one.height() + 4);
    QCOMPARE(flow->heightForWidth(one.width()), 6 * one.height() + 5 * 4);
    // What is hidden takes no room.
    buttons.at(1)->hide();
    QCOMPARE(flow->heightForWidth(one.width()), 5 * one.height() + 4 * 4);
    row.resize(2 * one.width() + 4, 200);
    row.show();
    QCoreApplication::processEvents();
    QCOMPARE(buttons.at(2)->pos(), QPoint(one.width() + 4, 0));
    QCOMPARE(buttons.at(3)->pos(), QPoint(0, one.height() + 4));
    QCOMPARE(flow->count(), 6);
    delete flow->takeAt(0);
    QVERIFY(!flow->takeAt(17));
    QCOMPARE(flow->count(), 5);
}

QTEST_MAIN(PiecesTest)
#include "PiecesTest.moc"
