#include "EquipmentScreenFixture.h"
#include "widgets/DictionaryDialog.h"

#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTableWidget>

/// The list of equipment, the card beside it, and what is reached from them.
class EquipmentScreenTest : public EquipmentScreenFixture
{
    Q_OBJECT
private Q_SLOTS:
    void theListShowsWhatIsKnown();
    void aModelNarrowsTheList();
    void theFieldNarrowsTheList();
    void theCardTellsEverything();
    void ownerAndTasksAreReached();
    void everyControlIsNamed();
    void deletingNamesIt();
    void dictionariesAreKept();
};

void EquipmentScreenTest::theListShowsWhatIsKnown()
{
    QCOMPARE(cell(0, 0), u"A-7"_s);
    QCOMPARE(cell(1, 0), u"Q1234"_s);
    QCOMPARE(cell(1, 1), u"150 SX"_s);
    QCOMPARE(cell(1, 2), u"Ромашка"_s);
    QCOMPARE(cell(1, 3), u"Стиральная машина 150 SX"_s);
    QCOMPARE(cell(2, 0), u"Z-9"_s);
    QCOMPARE(cell(2, 1), u"—?"_s); // not known is not none
    QTRY_COMPARE(part<QLabel>("equipmentCount")->text(), u"3 of 3"_s);
    // By each column, and back.
    auto *table = part<QTableView>("equipment");
    for (int column = 0; column < 4; ++column) {
        table->sortByColumn(column, Qt::DescendingOrder);
        QTRY_VERIFY(cell(0, column) >= cell(2, column) || cell(2, column) == u"—?"_s);
    }
    table->sortByColumn(0, Qt::DescendingOrder);
    QTRY_COMPARE(cell(0, 0), u"Z-9"_s);
}

void EquipmentScreenTest::aModelNarrowsTheList()
{
    auto *models = part<QListView>("models");
    QTRY_COMPARE(models->model()->rowCount(), 3);
    QCOMPARE(models->model()->index(1, 0).data().toString(), u"150 SX (1)"_s);
    models->setCurrentIndex(models->model()->index(1, 0));
    QVERIFY(rows(1));
    QCOMPARE(cell(0, 0), u"Q1234"_s);
    part<QLineEdit>("findModel")->setText(u"кот"_s);
    QTRY_COMPARE(models->model()->rowCount(), 2);
    // What was chosen is hidden: all are shown.
    QVERIFY(rows(3));
}

void EquipmentScreenTest::theFieldNarrowsTheList()
{
    auto *find = part<QLineEdit>("findEquipment");
    for (const QString &text : {u"q12"_s, u"ромашка"_s, u"150 стиральная"_s, u"hjvfirf"_s}) {
        find->setText(text);
        QVERIFY2(rows(1), qPrintable(text));
        QCOMPARE(cell(0, 0), u"Q1234"_s);
    }
    find->setText(u"нет такого"_s);
    QVERIFY(rows(0));
    QTRY_VERIFY(part<QLabel>("equipmentMessage")->text().contains(u"нет такого"_s));
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(rows(3));
}

void EquipmentScreenTest::theCardTellsEverything()
{
    QVERIFY(m_desk->journal->keepWord({DictionaryKind::EquipmentFields, u"12"_s, u"Цвет"_s}));
    m_screen->reveal(u"1"_s);
    QVERIFY(shows(u"Q1234"_s));
    const QStringList wanted{
        u"Serial number=Q1234"_s,
        u"Description=Стиральная машина 150 SX"_s,
        u"Model=150 SX"_s,
        u"Type=СМА"_s,
        u"Manufacturer=Ariston"_s,
        u"Owner=Ромашка"_s,
        u"Inventory number=ИНВ-5"_s,
        u"External id=none"_s,
        u"Employee=—?"_s,
        u"Author=—?"_s,
        u"Id=1"_s,
        u"#11 (no name yet)=yes"_s,
        u"Цвет=синий"_s,
        u"Гарантия="_s,
        u"#14 (no name yet)=[\"a\", {\"b\":1.50}]"_s};
    const QStringList lines = cardLines();
    for (const QString &line : wanted)
        QVERIFY2(lines.contains(line), qPrintable(line + u" | " + lines.join(u"; ")));
    QTRY_COMPARE(m_desk->commands.lookedAtEquipment.value(0).isEmpty(), false);
    // Of one that only the list told.
    m_screen->reveal(u"3"_s);
    QTRY_VERIFY(m_screen->card().card() && m_screen->card().card()->row.id == u"3"_s);
    QVERIFY(!part<QAction>("editEquipment")->isEnabled());
    QVERIFY(m_desk->commands.lookedAtEquipment.contains(u"3"_s));
}

void EquipmentScreenTest::ownerAndTasksAreReached()
{
    Task task;
    task.id = u"77"_s;
    task.number = u"1042"_s;
    FieldRow field;
    field.fieldId = u"20"_s;
    field.name = u"Серийный номер"_s;
    field.typeId = 1;
    field.value = FieldValue::text(u"см. Q1234, подвал"_s);
    task.details.append(field);
    Task other = task;
    other.id = u"78"_s;
    other.number = u"1043"_s;
    other.details.last().value = FieldValue::text(u"Q12345"_s);
    QVERIFY(m_desk->mirror->applyTasks({{task, "{}"}, {other, "{}"}}, {0, 0}));
    QSignalSpy contractor(m_screen.get(), &EquipmentScreen::openContractor);
    QSignalSpy opens(m_screen.get(), &EquipmentScreen::openTask);
    m_screen->reveal(u"1"_s);
    QTRY_COMPARE(m_screen->card().mentions().size(), 1);
    auto *tree = m_screen->card().tree();
    tree->setFocus();
    const auto mark = [tree](const QString &text) {
        const auto found = tree->findItems(text, Qt::MatchStartsWith | Qt::MatchRecursive, 0);
        tree->setCurrentItem(found.value(0));
        QTest::keyClick(tree, Qt::Key_Return);
        return found.size();
    };
    QCOMPARE(mark(u"Owner"_s), 1);
    QTRY_COMPARE(contractor.size(), 1);
    QCOMPARE(contractor.first().first().toString(), u"10"_s);
    QCOMPARE(mark(u"1042"_s), 1);
    QTRY_COMPARE(opens.size(), 1);
    QVERIFY(cardLines().join(u'\n').contains(u"found on this computer"_s));
}

void EquipmentScreenTest::everyControlIsNamed()
{
    int seen = 0;
    QCOMPARE(unnamedControls(m_screen.get(), &seen), QStringList());
    QVERIFY(seen >= 12);
    QTRY_COMPARE(cutControls(m_screen.get()).join(u'\n'), QString()); // laid out anew with the count
    const QPointer<PieceForm> form = edited();
    QVERIFY(form);
    form->findChild<QAbstractButton *>(u"addValue"_s)->click();
    QCOMPARE(unnamedControls(form, &seen).join(u'\n'), QString());
    QVERIFY(seen >= 10);
    form->reject();
    press("newModel");
    auto *model = opened<ModelForm>();
    QVERIFY(model);
    QCOMPARE(unnamedControls(model, &seen), QStringList());
    for (const QString &name : {u"Model name"_s, u"Type id"_s, u"Manufacturer id"_s})
        QVERIFY2(named<QWidget>(model, name), qPrintable(name));
    model->reject();
    press("dictionaries");
    auto *dictionaries = opened<DictionaryDialog>();
    QVERIFY(dictionaries);
    QCOMPARE(unnamedControls(dictionaries, &seen), QStringList());
    dictionaries->reject();
    for (const QString &name : {u"New model"_s, u"New equipment"_s, u"Delete"_s, u"Models"_s, u"Equipment"_s})
        QVERIFY2(named<QWidget>(m_screen.get(), name), qPrintable(name));
}

void EquipmentScreenTest::deletingNamesIt()
{
    m_screen->reveal(u"1"_s);
    QVERIFY(shows(u"Q1234"_s));
    part<QTableView>("equipment")->setFocus();
    QSignalSpy told(m_screen.get(), &EquipmentScreen::told);
    QTest::keyClick(part<QTableView>("equipment"), Qt::Key_Delete);
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(std::get<DeleteEquipment>(said()), (DeleteEquipment{{u"1"_s, {}}, u"Q1234"_s}));
    say(7);
    QTRY_COMPARE(told.size(), 1);
    const QString words = told.first().first().toString();
    QVERIFY(words.contains(u"Q1234"_s) && words.contains(u"Ромашка"_s) && words.contains(u"Ctrl+Z"_s));
}

void EquipmentScreenTest::dictionariesAreKept()
{
    press("dictionaries");
    const QPointer<DictionaryDialog> dialog = opened<DictionaryDialog>();
    QVERIFY(dialog);
    put(dialog, "dictionaryNumber", u"74"_s);
    put(dialog, "dictionaryName", u"Насосы"_s);
    dialog->findChild<QAbstractButton *>(u"addWord"_s)->click();
    QCOMPARE(m_desk->commands.keptWords.size(), 1);
    QCOMPARE(
        m_desk->commands.keptWords.first(),
        (DictionaryEntry{DictionaryKind::EquipmentTypes, u"74"_s, u"Насосы"_s}));
    QVERIFY(m_desk->journal->keepWord(m_desk->commands.keptWords.first()));
    m_desk->commands.words.answer(Result<void>());
    auto *table = dialog->findChild<QTableWidget *>(u"dictionary"_s);
    QTRY_COMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 1)->text(), u"Насосы"_s);
    dialog->findChild<QAbstractButton *>(u"removeWord"_s)->click();
    QCOMPARE(m_desk->commands.droppedWords, QStringList{u"equipment types:74"_s});
}

QTEST_MAIN(EquipmentScreenTest)

#include "EquipmentScreenTest.moc"
