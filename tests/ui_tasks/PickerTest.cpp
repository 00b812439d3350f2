#include "DeskFixture.h"
#include "widgets/EntityPicker.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace naryad;
using models::LookupModel;
using ui::EntityPicker;

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

} // namespace

class PickerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void enterTakesTheBestMatch();
    void leavingTakesTheBestMatchOnceItIsThere();
    void whatMatchesNothingStays();
    void twoOfOneNameAreNotGuessedAt();
    void theChosenOneOfTwoStaysChosen();
    void changingTheTextForgetsTheChoice();
    void aNewListLeavesTextAndCursor();
    void theWrongLayoutFindsToo();
    void theArrowsMoveTheMarkAlone();
    void tabTakesTheMarkedOne();
    void downOnAnEmptyFieldOffersAll();
    void escClosesTheListAndKeepsTheText();
    void aClickTakes();
    void theListIsAsHighAsItsRows();
    void theWheelChoosesNothing();
    void aResultIsSaidByItsNumber_data();
    void aResultIsSaidByItsNumber();

private:
    QListView *list(EntityPicker *of) const
    {
        return of->findChild<QListView *>(QStringLiteral("candidateList"));
    }
    void typeAndWait(EntityPicker *into, const QString &text, int rows);
    EntityPicker *picker(LookupModel::Kind kind = LookupModel::Kind::Contractors);
    void type(EntityPicker *into, const QString &text);
    static Contractor contractor(const char *id, const QString &name, const NamedRef &parent = {});

    std::unique_ptr<test::DeskFixture> m_desk;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_other = nullptr;
};

Contractor PickerTest::contractor(const char *id, const QString &name, const NamedRef &parent)
{
    Contractor made;
    made.id = QString::fromLatin1(id);
    made.name = name;
    made.parent = parent;
    return made;
}

void PickerTest::init()
{
    m_window.reset();
    m_desk = std::make_unique<test::DeskFixture>();
    QVERIFY(m_desk->open());
    const QVector<Contractor> all{
        contractor("1", u(u"Ромашка")), contractor("2", u(u"Ёлкин и К")), contractor("3", u(u"Газстрой")),
        contractor("4", u(u"Газстрой")), contractor("5", u(u"Ромашка плюс"))};
    QVector<ContractorListItem> list;
    for (const Contractor &one : all)
        list.append({one.id, one.name, one.parent});
    QVERIFY(m_desk->mirror->applyContractorList(list, true));
    m_window = std::make_unique<QWidget>();
    m_other = new QLineEdit(m_window.get());
    m_other->setGeometry(0, 60, 200, 30);
}

EntityPicker *PickerTest::picker(LookupModel::Kind kind)
{
    auto *made = new EntityPicker(*m_desk->reader, kind, QStringLiteral("Contractor"), m_window.get());
    made->setGeometry(0, 0, 300, 30);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        return nullptr;
    made->setFocus();
    return made;
}

void PickerTest::type(EntityPicker *into, const QString &text)
{
    for (const QChar character : text) {
        QKeyEvent down(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(character));
        QApplication::sendEvent(into, &down);
    }
}

void PickerTest::enterTakesTheBestMatch()
{
    EntityPicker *one = picker();
    QSignalSpy changed(one, &EntityPicker::refChanged);
    type(one, u(u"елк"));
    QVERIFY(one->isUnresolved());
    QTest::keyClick(one, Qt::Key_Return);
    QTRY_COMPARE(one->ref(), (NamedRef{QStringLiteral("2"), u(u"Ёлкин и К")}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(one->typedText(), u(u"Ёлкин и К"));
    QVERIFY(!one->isUnresolved());
}

void PickerTest::leavingTakesTheBestMatchOnceItIsThere()
{
    EntityPicker *one = picker();
    type(one, u(u"ромашка п"));
    m_other->setFocus();
    QTRY_COMPARE(one->ref().id, QStringLiteral("5"));
}

void PickerTest::whatMatchesNothingStays()
{
    EntityPicker *one = picker();
    type(one, u(u"нет такого"));
    QTest::keyClick(one, Qt::Key_Return);
    m_other->setFocus();
    QTRY_COMPARE(one->count(), 0);
    QCOMPARE(one->typedText(), u(u"нет такого"));
    QVERIFY(one->isUnresolved());
    QVERIFY(!one->isAmbiguous());
}

void PickerTest::twoOfOneNameAreNotGuessedAt()
{
    EntityPicker *one = picker();
    type(one, u(u"газстрой"));
    QTRY_COMPARE(one->count(), 2);
    QTest::keyClick(one, Qt::Key_Return);
    m_other->setFocus();
    QVERIFY(one->ref().isNothing());
    QVERIFY(one->isUnresolved());
    QVERIFY(one->isAmbiguous());
    // The list tells them apart.
    QCOMPARE(one->itemText(0), u(u"Газстрой · #3"));
    QCOMPARE(one->itemText(1), u(u"Газстрой · #4"));
}

void PickerTest::theChosenOneOfTwoStaysChosen()
{
    EntityPicker *one = picker();
    type(one, u(u"газстрой"));
    QTRY_COMPARE(one->count(), 2);
    Q_EMIT one->activated(1);
    QCOMPARE(one->ref().id, QStringLiteral("4"));
    // Neither Enter nor leaving nor a new list puts its namesake in its place.
    QTest::keyClick(one, Qt::Key_Return);
    m_other->setFocus();
    one->reload();
    QTRY_VERIFY(one->count() >= 5);
    QCOMPARE(one->ref().id, QStringLiteral("4"));
    QCOMPARE(one->typedText(), u(u"Газстрой"));
}

void PickerTest::changingTheTextForgetsTheChoice()
{
    EntityPicker *one = picker();
    one->setRef({QStringLiteral("1"), u(u"Ромашка")});
    one->lineEdit()->end(false);
    QSignalSpy changed(one, &EntityPicker::refChanged);
    QTest::keyClick(one, Qt::Key_Backspace);
    QCOMPARE(one->ref(), NamedRef());
    QCOMPARE(changed.size(), 1);
}

void PickerTest::aNewListLeavesTextAndCursor()
{
    EntityPicker *one = picker();
    type(one, u(u"рошка"));
    QTRY_COMPARE(one->count(), 0);
    one->lineEdit()->setCursorPosition(2);
    type(one, u(u"ма"));
    QTRY_VERIFY(one->count() == 2);
    QCOMPARE(one->typedText(), u(u"ромашка"));
    QCOMPARE(one->lineEdit()->cursorPosition(), 4);
}

void PickerTest::theWrongLayoutFindsToo()
{
    EntityPicker *one = picker();
    type(one, QStringLiteral("hjvfirf gk"));
    QTest::keyClick(one, Qt::Key_Return);
    QTRY_COMPARE(one->ref().id, QStringLiteral("5"));
}

void PickerTest::typeAndWait(EntityPicker *into, const QString &text, int rows)
{
    type(into, text);
    QTRY_COMPARE(into->count(), rows);
    QTRY_VERIFY(list(into)->isVisible());
}

void PickerTest::theArrowsMoveTheMarkAlone()
{
    EntityPicker *one = picker();
    typeAndWait(one, u(u"ромашка"), 2);
    // The best match is marked from the start.
    QCOMPARE(list(one)->currentIndex().row(), 0);
    QCOMPARE(one->itemText(0), u(u"Ромашка"));
    QTest::keyClick(one, Qt::Key_Down);
    QTest::keyClick(one, Qt::Key_Down); // stays at the end
    QCOMPARE(list(one)->currentIndex().row(), 1);
    QCOMPARE(one->typedText(), u(u"ромашка"));
    QCOMPARE(one->count(), 2);
    QVERIFY(one->ref().isNothing());
    QVERIFY(one->hasFocus());
    QTest::keyClick(one, Qt::Key_PageUp);
    QCOMPARE(list(one)->currentIndex().row(), 0);
    QTest::keyClick(one, Qt::Key_PageDown);
    QTest::keyClick(one, Qt::Key_Return);
    QCOMPARE(one->ref().id, QStringLiteral("5"));
    QVERIFY(!list(one)->isVisible());
}

void PickerTest::tabTakesTheMarkedOne()
{
    EntityPicker *one = picker();
    typeAndWait(one, u(u"газстрой"), 2);
    // Two are called so: none is marked, and none is taken, until the user has moved.
    QVERIFY(!list(one)->currentIndex().isValid());
    QTest::keyClick(one, Qt::Key_Down);
    QTest::keyClick(one, Qt::Key_Down);
    QTest::keyClick(one, Qt::Key_Tab);
    QVERIFY(!one->hasFocus());
    QCOMPARE(one->ref().id, QStringLiteral("4"));
    QVERIFY(!list(one)->isVisible());
}

void PickerTest::downOnAnEmptyFieldOffersAll()
{
    EntityPicker *one = picker();
    QTest::keyClick(one, Qt::Key_Down);
    QTRY_VERIFY(list(one)->isVisible());
    QTRY_COMPARE(one->count(), 5);
    QCOMPARE(list(one)->currentIndex().row(), 0);
    QCOMPARE(one->typedText(), QString());
    const QString first = one->itemText(0);
    QTest::keyClick(one, Qt::Key_Return);
    QVERIFY(first.startsWith(one->typedText()));
    QVERIFY(!one->ref().isNothing());
    // With one chosen the list is of all again, the chosen one marked; F4 opens and closes it.
    QTest::keyClick(one, Qt::Key_F4);
    QTRY_VERIFY(list(one)->isVisible());
    QTRY_COMPARE(one->count(), 5);
    QCOMPARE(list(one)->currentIndex().data().toString(), first);
    QTest::keyClick(one, Qt::Key_F4);
    QVERIFY(!list(one)->isVisible());
}

void PickerTest::escClosesTheListAndKeepsTheText()
{
    EntityPicker *one = picker();
    typeAndWait(one, u(u"ромашка"), 2);
    QTest::keyClick(one, Qt::Key_Escape);
    QVERIFY(!list(one)->isVisible());
    QCOMPARE(one->typedText(), u(u"ромашка"));
    QVERIFY(one->ref().isNothing());
}

void PickerTest::aClickTakes()
{
    EntityPicker *one = picker();
    typeAndWait(one, u(u"ромашка"), 2);
    const QRect second = list(one)->visualRect(list(one)->model()->index(1, 0));
    QTest::mouseClick(list(one)->viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(one->ref().id, QStringLiteral("5"));
    QVERIFY(!list(one)->isVisible());
    QVERIFY(one->hasFocus());
}

void PickerTest::theListIsAsHighAsItsRows()
{
    EntityPicker *one = picker();
    typeAndWait(one, u(u"ромашка"), 2);
    const QListView *rows = list(one);
    const int row = rows->sizeHintForRow(0);
    QTRY_VERIFY(rows->height() >= 2 * row && rows->height() < 3 * row);
    type(one, u(u" не такая"));
    auto *nothing = one->findChild<QLabel *>(QStringLiteral("nothingMatches"));
    QTRY_VERIFY(nothing->isVisible());
    QVERIFY(!nothing->isEnabled());
    QVERIFY(!rows->isVisible());
}

void PickerTest::theWheelChoosesNothing()
{
    EntityPicker *one = picker();
    QTRY_COMPARE(one->count(), 5);
    QWheelEvent turned(
        QPointF(5, 5), QPointF(5, 5), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(one, &turned);
    QVERIFY(one->ref().isNothing());
    QCOMPARE(one->typedText(), QString());
}

void PickerTest::aResultIsSaidByItsNumber_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("taken"); // empty: nothing is taken
    QTest::newRow("its number") << u(u"74") << u(u"74");
    QTest::newRow("with a mark") << u(u"#74") << u(u"74");
    QTest::newRow("a longer one") << u(u"174") << u(u"174");
    QTest::newRow("a part of one") << u(u"17") << QString();
    QTest::newRow("number and name") << u(u"74 вып") << u(u"74");
    QTest::newRow("a new name for it") << u(u"74 готово") << QString();
    QTest::newRow("a new number, an old name") << u(u"4 Выполнено") << QString();
    QTest::newRow("its name") << u(u"выполн") << u(u"74");
    QTest::newRow("a name that begins with a digit") << u(u"2 этап сдан") << u(u"88");
}

void PickerTest::aResultIsSaidByItsNumber()
{
    QFETCH(QString, typed);
    QFETCH(QString, taken);
    for (const NamedRef &result :
         {NamedRef{QStringLiteral("174"), u(u"Аннулировано")},
          NamedRef{QStringLiteral("74"), u(u"Выполнено")}, NamedRef{QStringLiteral("88"), u(u"2 этап сдан")}})
        QVERIFY(m_desk->journal->keepResult(result));
    EntityPicker *one = picker(LookupModel::Kind::Results);
    type(one, typed);
    QTRY_VERIFY(static_cast<LookupModel *>(one->model())->isReady());
    one->takeBest(); // as leaving it does
    QCOMPARE(one->ref().id, taken);
    QCOMPARE(one->isUnresolved(), taken.isEmpty());
}

QTEST_MAIN(PickerTest)
#include "PickerTest.moc"
