#include "ProgramFixture.h"

#include "Controls.h"
#include "outbox/OutboxScreen.h"
#include "tasks/TasksScreen.h"

#include <QAction>
#include <QApplication>
#include <QHash>
#include <QLineEdit>
#include <QProcess>
#include <QSet>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

#include <algorithm>
#include <map>

using namespace naryad;
using namespace Qt::StringLiterals;
using test::named;

namespace {

/// Where the keys lie on every keyboard with the ANSI form: X11's code of each, by what a Latin layout types.
const QHash<int, int> &keyCodes()
{
    static const QHash<int, int> codes = [] {
        QHash<int, int> all{
            {Qt::Key_Escape, 9},     {Qt::Key_Tab, 23},     {Qt::Key_Backtab, 23}, {Qt::Key_Return, 36},
            {Qt::Key_Space, 65},     {Qt::Key_Home, 110},   {Qt::Key_Up, 111},     {Qt::Key_PageUp, 112},
            {Qt::Key_Left, 113},     {Qt::Key_Right, 114},  {Qt::Key_End, 115},    {Qt::Key_Down, 116},
            {Qt::Key_PageDown, 117}, {Qt::Key_Insert, 118}, {Qt::Key_Delete, 119}, {Qt::Key_F11, 95},
            {Qt::Key_F12, 96},
        };
        const auto row = [&all](const char *keys, int first) {
            for (int i = 0; keys[i] != 0; ++i)
                all.insert(keys[i], first + i);
        };
        row("1234567890-=", 10);
        row("QWERTYUIOP[]", 24);
        row("ASDFGHJKL;'`", 38);
        row("ZXCVBNM,./", 52);
        for (int i = 0; i < 10; ++i)
            all.insert(Qt::Key_F1 + i, 67 + i);
        return all;
    }();
    return codes;
}

struct Modifier
{
    Qt::KeyboardModifier held;
    int code;
};

constexpr Modifier Modifiers[] = {{Qt::ControlModifier, 37}, {Qt::ShiftModifier, 50}, {Qt::AltModifier, 64}};

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace

/// The keyboard as it is under the hands: keys pressed by where they lie, under a Latin layout, under Russian
/// with a Latin one beside it, and under Russian alone. Each key of the program does its own once, in each;
/// and no letter that is typed is taken for one.
class PhysicalKeysTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyKeyFiresOnce_data() { layouts(); }
    void everyKeyFiresOnce();
    void lettersAreTyped_data() { layouts(); }
    void lettersAreTyped();
    void lettersInTheListFireNothing_data() { layouts(); }
    void lettersInTheListFireNothing();
    void undoIsTheFieldsOwn_data() { layouts(); }
    void undoIsTheFieldsOwn();

private:
    static void layouts();
    bool setLayout();
    bool pressKeys(const QStringList &keys) const;
    bool press(QKeyCombination chord) const;
    void watch();
    static bool isWithin(const QObject &one, const QObject &whole);
    QStringList fired() const;
    void forget();
    QLineEdit *filter() const { return named<QLineEdit>(&window(), u"Filter"_s); }

    struct Heard
    {
        QAction *action;
        int times;
    };
    std::map<QString, Heard> m_heard; ///< by the action's name
    bool m_watching = false;
};

void PhysicalKeysTest::initTestCase()
{
    startService(20);
    QVERIFY(openCompany());
    // The Outbox has its keys where it has a row.
    QString task;
    QTRY_VERIFY(!(task = window().tasks()->model().taskRow(table()->currentIndex()).id).isEmpty());
    const auto said = m_program->session()->engine().submit(AddComment{{task, {}}, u"comment"_s, u"1"_s});
    QTRY_VERIFY(said.isFinished() && said.result());
    QTRY_VERIFY(window().outbox()->model()->rowCount() > 0);
}

void PhysicalKeysTest::cleanupTestCase()
{
    run(u"setxkbmap"_s, {u"us"_s});
    quitProgram();
}

void PhysicalKeysTest::layouts()
{
    QTest::addColumn<QString>("layout");
    QTest::addColumn<bool>("russian");
    QTest::newRow("us") << u"us"_s << false;
    QTest::newRow("ru,us") << u"ru,us"_s << true;
    QTest::newRow("ru") << u"ru"_s << true;
}

/// The program has heard of it once the key of "f" types what it should.
bool PhysicalKeysTest::setLayout()
{
    QFETCH(QString, layout);
    QFETCH(bool, russian);
    if (!run(u"setxkbmap"_s, {u"-layout"_s, layout}))
        return false;
    filter()->setFocus();
    const QString wanted = russian ? u"а"_s : u"f"_s;
    const bool heard = QTest::qWaitFor([&] {
        filter()->clear();
        return pressKeys({u"41"_s}) && QTest::qWaitFor([&] { return !filter()->text().isEmpty(); }, 300)
            && filter()->text() == wanted;
    });
    filter()->clear();
    // The list was narrowed to nothing for a moment.
    return heard && QTest::qWaitFor([this] { return table()->isVisible(); });
}

bool PhysicalKeysTest::pressKeys(const QStringList &keys) const
{
    QProcess process;
    process.start(u"xdotool"_s, QStringList{u"key"_s, u"--delay"_s, u"1"_s} + keys);
    // The program is this one: it must hear while the keys are pressed.
    return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; })
        && process.exitCode() == 0;
}

bool PhysicalKeysTest::press(QKeyCombination chord) const
{
    QStringList codes;
    for (const Modifier &modifier : Modifiers) {
        if (chord.keyboardModifiers() & modifier.held)
            codes.append(QString::number(modifier.code));
    }
    const int code = keyCodes().value(chord.key(), 0);
    // With a nought before it: "9" would be the digit, wherever that lies.
    return code > 0 && pressKeys({(codes << u'0' + QString::number(code)).join(u'+')});
}

/// Every action with keys, heard instead of done: what each does has tests of its own.
void PhysicalKeysTest::watch()
{
    if (std::exchange(m_watching, true))
        return;
    const QList<QAction *> all = window().findChildren<QAction *>();
    for (QAction *action : all) {
        if (action->shortcuts().isEmpty())
            continue;
        const QString name = action->objectName();
        QVERIFY2(!name.isEmpty(), qPrintable(action->text()));
        QVERIFY2(m_heard.find(name) == m_heard.end(), qPrintable(name));
        QObject::disconnect(action, &QAction::triggered, nullptr, nullptr);
        QObject::disconnect(action, &QAction::toggled, nullptr, nullptr);
        action->setEnabled(true);
        m_heard.insert({name, {action, 0}});
        connect(action, &QAction::triggered, this, [this, name] { ++m_heard.at(name).times; });
    }
    QVERIFY(m_heard.size() > 25);
}

bool PhysicalKeysTest::isWithin(const QObject &one, const QObject &whole)
{
    const QObject *at = &one;
    while (at && at != &whole)
        at = at->parent();
    return at;
}

QStringList PhysicalKeysTest::fired() const
{
    QStringList names;
    for (const auto &[name, heard] : m_heard) {
        for (int i = 0; i < heard.times; ++i)
            names.append(name);
    }
    return names;
}

void PhysicalKeysTest::forget()
{
    for (auto &one : m_heard)
        one.second.times = 0;
}

void PhysicalKeysTest::everyKeyFiresOnce()
{
    QVERIFY(setLayout());
    watch();
    QSet<QString> pressed;
    for (void (ui::MainWindow::*show)() :
         {&ui::MainWindow::showTasks, &ui::MainWindow::showContractors, &ui::MainWindow::showTemplates,
          &ui::MainWindow::showEquipment, &ui::MainWindow::showCaller, &ui::MainWindow::showOutbox}) {
        (window().*show)();
        QWidget *const screen = window().findChild<QStackedWidget *>(u"screens"_s)->currentWidget();
        const bool tasks = screen == window().tasks();
        for (const auto &[name, heard] : m_heard) {
            // Where it is heard: in the widget it is for, else wherever the screen has the keyboard.
            QAction *action = heard.action;
            QWidget *focus = tasks ? table() : QApplication::focusWidget();
            QVERIFY(screen->isAncestorOf(focus));
            const QList<QObject *> owners = action->associatedObjects();
            if (action->shortcutContext() == Qt::WidgetShortcut) {
                const auto owner = std::find_if(owners.begin(), owners.end(), [](QObject *one) {
                    const auto *widget = qobject_cast<QWidget *>(one);
                    return widget && widget->isVisible() && widget->focusPolicy() != Qt::NoFocus;
                });
                if (owner == owners.end())
                    continue; // of the other screen
                focus = qobject_cast<QWidget *>(*owner);
            } else if (action->shortcutContext() == Qt::WidgetWithChildrenShortcut) {
                const auto around = [focus](QObject *one) {
                    const auto *widget = qobject_cast<QWidget *>(one);
                    return widget && (widget == focus || widget->isAncestorOf(focus));
                };
                if (std::none_of(owners.begin(), owners.end(), around))
                    continue;
            } else if (!tasks && !isWithin(*action, *screen)) {
                continue; // the window's own were heard already
            }
            if (!action->isVisible())
                continue; // acts on the rows of another screen
            if (!focus->isVisible())
                continue;
            const QList<QKeySequence> all = action->shortcuts();
            for (const QKeySequence &keys : all) {
                // Keys that are on no desk: Back, Forward and the like of large keyboards.
                if (keys.count() != 1 || !keyCodes().contains(keys[0].key()))
                    continue;
                focus->setFocus();
                QCoreApplication::processEvents();
                // Whether it may act depends on what is chosen, and has tests of its own.
                action->setEnabled(true);
                forget();
                QVERIFY2(press(keys[0]), qPrintable(keys.toString()));
                const bool any = QTest::qWaitFor([this] { return !fired().isEmpty(); }, 1000);
                QCoreApplication::processEvents();
                QVERIFY2(
                    any && fired() == QStringList{name},
                    qPrintable(keys.toString() + u": wanted "_s + name + u", fired "_s + fired().join(u' ')));
                pressed.insert(name);
            }
        }
    }
    window().showTasks();
    // Of what is there only where something stands against something.
    const QSet<QString> elsewhere{u"conflictCopy"_s};
    for (const auto &one : m_heard)
        QVERIFY2(elsewhere.contains(one.first) || pressed.contains(one.first), qPrintable(one.first));
}

void PhysicalKeysTest::lettersAreTyped()
{
    QVERIFY(setLayout());
    watch();
    QFETCH(bool, russian);
    const QString wanted = russian ? u"йцукенгшщзфывапролдячсмить"_s : u"qwertyuiopasdfghjklzxcvbnm"_s;
    QStringList codes;
    QStringList shifted;
    for (const char key : QByteArray("QWERTYUIOPASDFGHJKLZXCVBNM")) {
        codes.append(QString::number(keyCodes().value(key)));
        shifted.append(u"50+"_s + codes.last());
    }
    for (const bool shift : {false, true}) {
        filter()->clear();
        filter()->setFocus();
        forget();
        QVERIFY(pressKeys(shift ? shifted : codes));
        QTRY_COMPARE(filter()->text(), shift ? wanted.toUpper() : wanted);
        QCOMPARE(fired(), QStringList());
    }
    filter()->clear();
}

void PhysicalKeysTest::lettersInTheListFireNothing()
{
    QVERIFY(setLayout());
    watch();
    QStringList codes;
    for (const char key : QByteArray("QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,./1234567890-="))
        codes.append(QString::number(keyCodes().value(key)));
    for (QWidget *focus : {static_cast<QWidget *>(table()), named<QWidget>(&window(), u"Views"_s)}) {
        QVERIFY(focus);
        focus->setFocus();
        forget();
        QVERIFY(pressKeys(codes));
        QCoreApplication::processEvents();
        QCOMPARE(fired(), QStringList());
        QVERIFY(focus->hasFocus());
    }
}

void PhysicalKeysTest::undoIsTheFieldsOwn()
{
    QVERIFY(setLayout());
    watch();
    filter()->setFocus();
    QVERIFY(pressKeys({u"41"_s}));
    QTRY_COMPARE(filter()->text().size(), 1);
    const QString typed = filter()->text();
    forget();
    QVERIFY(press(Qt::CTRL | Qt::Key_Z));
    QTRY_COMPARE(filter()->text(), QString());
    QVERIFY(press(Qt::CTRL | Qt::Key_Y));
    QTRY_COMPARE(filter()->text(), typed);
    QVERIFY(press(Qt::CTRL | Qt::Key_Z));
    QTRY_COMPARE(filter()->text(), QString());
    QVERIFY(press(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    QTRY_COMPARE(filter()->text(), typed);
    QVERIFY(press(Qt::CTRL | Qt::Key_A));
    QTRY_COMPARE(filter()->selectedText(), typed);
    QCOMPARE(fired(), QStringList());
    filter()->clear();
    // Elsewhere it takes back what is held.
    table()->setFocus();
    QVERIFY(press(Qt::CTRL | Qt::Key_Z));
    QTRY_COMPARE(fired(), QStringList{u"takeBack"_s});
}

QTEST_MAIN(PhysicalKeysTest)
#include "PhysicalKeysTest.moc"
