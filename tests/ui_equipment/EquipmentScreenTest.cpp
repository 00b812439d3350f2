#include "equipment/EquipmentScreen.h"
#include "Controls.h"
#include "EquipmentFixture.h"
#include "equipment/EquipmentCardView.h"
#include "equipment/EquipmentForms.h"
#include "equipment/EquipmentWindows.h"
#include "models/EquipmentListModel.h"
#include "widgets/DictionaryDialog.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTreeWidget>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

/// The Equipment screen over small databases, with the commands faked.
class EquipmentScreenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theListShowsWhatIsKnown();
    void aModelNarrowsTheList();
    void theFieldNarrowsTheList();
    void theCardTellsEverything();
    void ownerAndTasksAreReached();
    void everyControlIsNamed();
    void anEditKeepsWhatWasNotTouched();
    void eachKindOfValueIsEdited();
    void nothingIsTakenAwayThatCantBe();
    void newEquipmentIsSaidWhole();
    void modelsAreMadeChangedAndDeleted();
    void aNumberTypedIsKeptInTheDictionary();
    void deletingNamesIt();
    void whatIsTypedIsKept();
    void aRefusedOneOpensAsTyped();
    void dictionariesAreKept();

private:
    template <class Form> Form *opened()
    {
        return QTest::qWaitFor([] { return openWindow<Form>() != nullptr; }) ? openWindow<Form>() : nullptr;
    }
    template <class T> T *part(const char *name) const
    {
        return m_screen->findChild<T *>(QString::fromLatin1(name));
    }
    static void put(QWidget *form, const char *name, const QString &text)
    {
        auto *line = form->findChild<QLineEdit *>(QString::fromLatin1(name));
        line->setText(text);
        Q_EMIT line->textEdited(text);
    }
    void press(const char *action) const { part<QAction>(action)->trigger(); }
    static void save(QWidget *form) { named<QAbstractButton>(form, u"Save"_s)->click(); }
    void say(qint64 id = 1) { m_desk->commands.submits.answer(id); }
    const Command &said() const { return m_desk->commands.submitted.constLast(); }
    bool shows(const QString &serial) const
    {
        return QTest::qWaitFor([&] {
            const auto &card = m_screen->card().card();
            return card && card->row.serialNumber == serial && part<QAction>("editEquipment")->isEnabled();
        });
    }
    bool rows(int count) const
    {
        const auto *table = part<QTableView>("equipment");
        return QTest::qWaitFor([table, count] { return table->model()->rowCount() == count; });
    }
    QString cell(int row, int column) const
    {
        const auto *model = part<QTableView>("equipment")->model();
        const QModelIndex index = model->index(row, column);
        const bool here = QTest::qWaitFor([&index] { return index.data().toString() != u"loading…"_s; });
        return here ? index.data().toString() : QString();
    }
    QStringList cardLines() const
    {
        QStringList lines;
        for (QTreeWidgetItemIterator it(m_screen->card().tree()); *it; ++it)
            lines.append((*it)->text(0) + u'=' + (*it)->text(1));
        return lines;
    }
    /// The form of the piece Q1234.
    PieceForm *edited()
    {
        m_screen->reveal(u"1"_s);
        if (!shows(u"Q1234"_s))
            return nullptr;
        press("editEquipment");
        return opened<PieceForm>();
    }

    std::unique_ptr<EquipmentFixture> m_desk;
    std::unique_ptr<EquipmentScreen> m_screen;
};

void EquipmentScreenTest::init()
{
    m_desk = std::make_unique<EquipmentFixture>();
    QVERIFY(m_desk->open());
    QVERIFY(m_desk->keepEquipment());
    m_screen = std::make_unique<EquipmentScreen>(m_desk->desk());
    m_screen->resize(1100, 700);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    QVERIFY(rows(3));
}

void EquipmentScreenTest::cleanup()
{
    m_desk->reader.reset();
    m_screen.reset();
    m_desk.reset();
}

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
    QCOMPARE(cutControls(m_screen.get()), QStringList());
    const QPointer<PieceForm> form = edited();
    QVERIFY(form);
    form->findChild<QAbstractButton *>(u"addValue"_s)->click();
    QCOMPARE(unnamedControls(form, &seen), QStringList());
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

void EquipmentScreenTest::anEditKeepsWhatWasNotTouched()
{
    const QPointer<PieceForm> form = edited();
    QVERIFY(form);
    QCOMPARE(form->findChild<QLineEdit *>(u"serialNumber"_s)->text(), u"Q1234"_s);
    put(form, "value2", u"красный"_s);
    save(form);
    EquipmentBody wanted = equipmentBodyOf(EquipmentFixture::piece());
    const auto &update = std::get<UpdateEquipment>(said());
    QVERIFY(update.base && *update.base == wanted);
    wanted.values.source = Source::Here;
    wanted.values.value[1].value = FieldValue::text(u"красный"_s);
    QCOMPARE(update.body, wanted);
    QCOMPARE(update.object, (ObjectRef{u"1"_s, {}}));
    QVERIFY(form->isVisible()); // until it is on disk
    say();
    QTRY_VERIFY(!form);
}

void EquipmentScreenTest::eachKindOfValueIsEdited()
{
    const QPointer<PieceForm> form = edited();
    QVERIFY(form);
    form->findChild<QCheckBox *>(u"valueCheck1"_s)->click();
    put(form, "value3", u"двенадцать"_s);
    save(form);
    QVERIFY(m_desk->commands.submitted.isEmpty());
    QVERIFY(form->findChild<QLineEdit *>(u"value3"_s)->hasFocus());
    put(form, "value3", u"12,5"_s);
    QVERIFY(form->findChild<QLineEdit *>(u"value4"_s)->isReadOnly());
    put(form, "value5", u"2 года"_s);
    form->findChild<QAbstractButton *>(u"addValue"_s)->click();
    choose(form->findChild<EntityPicker *>(u"valueField6"_s), {u"16"_s, u"Этаж"_s});
    put(form, "value6", u"3"_s);
    save(form);
    QVector<EquipmentValue> wanted = EquipmentFixture::piece().values.value;
    wanted[0].value = FieldValue::checkbox(false);
    wanted[2].value = FieldValue::number(u"12.5"_s);
    wanted[4].value = FieldValue::text(u"2 года"_s);
    EquipmentValue added;
    added.fieldId = u"16"_s;
    added.name = u"Этаж"_s;
    added.value = FieldValue::text(u"3"_s);
    wanted.append(added);
    QCOMPARE(std::get<UpdateEquipment>(said()).body.values.value, wanted);
}

void EquipmentScreenTest::nothingIsTakenAwayThatCantBe()
{
    const QPointer<PieceForm> form = edited();
    QVERIFY(form);
    auto *owner = form->findChild<EntityPicker *>(u"owner"_s);
    QCOMPARE(owner->ref().id, u"10"_s);
    choose(owner, {});
    save(form);
    QVERIFY(m_desk->commands.submitted.isEmpty());
    QVERIFY(form->findChild<QLabel *>(u"message"_s)->text().contains(u"owner"_s));
    choose(owner, {u"11"_s, u"Ромашка / Филиал"_s});
    save(form);
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    QCOMPARE(std::get<UpdateEquipment>(said()).body.contractor.value.id, u"11"_s);
}

void EquipmentScreenTest::newEquipmentIsSaidWhole()
{
    auto *models = part<QListView>("models");
    QTRY_COMPARE(models->model()->rowCount(), 3);
    models->setCurrentIndex(models->model()->index(2, 0));
    QVERIFY(rows(1));
    press("newEquipment");
    const QPointer<PieceForm> form = opened<PieceForm>();
    QVERIFY(form);
    save(form);
    QVERIFY(form->findChild<QLabel *>(u"message"_s)->text().contains(u"serial number"_s));
    put(form, "serialNumber", u" НОВ-1 "_s);
    // The owner by typing, with its place in the tree.
    auto *owner = form->findChild<EntityPicker *>(u"owner"_s);
    owner->setTypedText(u"филиал"_s);
    save(form);
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    CreateEquipment wanted;
    wanted.body.serialNumber = u"НОВ-1"_s;
    wanted.body.model = Known<NamedRef>::fromHere({u"9"_s, u"Котёл"_s});
    wanted.body.contractor = Known<NamedRef>::fromHere({u"11"_s, u"Ромашка / Филиал"_s});
    QCOMPARE(std::get<CreateEquipment>(said()), wanted);
}

void EquipmentScreenTest::modelsAreMadeChangedAndDeleted()
{
    press("newModel");
    const QPointer<ModelForm> form = opened<ModelForm>();
    QVERIFY(form);
    put(form, "modelName", u"Насос"_s);
    choose(form->findChild<EntityPicker *>(u"typeId"_s), {u"74"_s, u"Насосы"_s});
    save(form);
    CreateEquipmentModel wanted;
    wanted.body.name = u"Насос"_s;
    wanted.body.type = Known<NamedRef>::fromHere({u"74"_s, u"Насосы"_s});
    QCOMPARE(std::get<CreateEquipmentModel>(said()), wanted);
    say();
    QTRY_VERIFY(!form);

    auto *models = part<QListView>("models");
    models->setFocus();
    models->setCurrentIndex(models->model()->index(1, 0));
    QTRY_VERIFY(part<QAction>("editEquipment")->isEnabled());
    press("editEquipment");
    const QPointer<ModelForm> other = opened<ModelForm>();
    QVERIFY(other);
    QCOMPARE(other->findChild<QLineEdit *>(u"modelName"_s)->text(), u"150 SX"_s);
    put(other, "modelName", u"160 SX"_s);
    save(other);
    const auto &update = std::get<UpdateEquipmentModel>(said());
    QCOMPARE(update.object.id, u"8"_s);
    QCOMPARE(update.body, (EquipmentModelBody{u"160 SX"_s}));
    say();
    QTRY_VERIFY(!other);

    QSignalSpy told(m_screen.get(), &EquipmentScreen::told);
    press("deleteEquipment");
    QCOMPARE(std::get<DeleteEquipmentModel>(said()).object.id, u"8"_s);
    say(9);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.first().first().toString().contains(u"150 SX"_s));
}

void EquipmentScreenTest::aNumberTypedIsKeptInTheDictionary()
{
    press("newModel");
    const QPointer<ModelForm> form = opened<ModelForm>();
    QVERIFY(form);
    put(form, "modelName", u"Насос"_s);
    form->findChild<EntityPicker *>(u"typeId"_s)->setTypedText(u"#74"_s);
    form->findChild<EntityPicker *>(u"manufacturerId"_s)->setTypedText(u"12 Grundfos"_s);
    save(form);
    QTRY_COMPARE(m_desk->commands.submitted.size(), 1);
    const EquipmentModelBody &body = std::get<CreateEquipmentModel>(said()).body;
    QCOMPARE(body.type.value.id, u"74"_s);
    QCOMPARE(body.manufacturer.value, (NamedRef{u"12"_s, u"Grundfos"_s}));
    say();
    QTRY_VERIFY(!form);
    QCOMPARE(
        m_desk->commands.keptWords,
        (QVector<DictionaryEntry>{
            {DictionaryKind::EquipmentTypes, u"74"_s, {}},
            {DictionaryKind::Manufacturers, u"12"_s, u"Grundfos"_s}}));
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

void EquipmentScreenTest::whatIsTypedIsKept()
{
    QPointer<PieceForm> form = edited();
    QVERIFY(form);
    put(form, "value2", u"полуслово"_s);
    form->findChild<QAbstractButton *>(u"addValue"_s)->click();
    put(form, "value6", u"ещё"_s);
    form->reject();
    QTRY_VERIFY(!form);
    press("editEquipment");
    form = opened<PieceForm>();
    QVERIFY(form);
    QCOMPARE(form->findChild<QLineEdit *>(u"value2"_s)->text(), u"полуслово"_s);
    QCOMPARE(form->findChild<QLineEdit *>(u"value6"_s)->text(), u"ещё"_s);
    QCOMPARE(form->findChild<QLineEdit *>(u"value3"_s)->text(), u"9007199254740993.5"_s);
    form->reject();
}

void EquipmentScreenTest::aRefusedOneOpensAsTyped()
{
    CreateEquipment create;
    create.body.serialNumber = u"Q-BAD"_s;
    create.body.model = Known<NamedRef>::fromHere({u"9"_s, u"Котёл"_s});
    Error error;
    error.kind = ErrorKind::Refused;
    error.words = u"Модель не найдена"_s;
    const CommandId id = m_desk->add(create, CommandState::Refused, error);
    const auto entry = m_desk->journal->entry(id);
    QVERIFY(entry);
    m_screen->windows().fix(*entry);
    const QPointer<PieceForm> form = opened<PieceForm>();
    QVERIFY(form);
    QCOMPARE(form->findChild<QLineEdit *>(u"serialNumber"_s)->text(), u"Q-BAD"_s);
    QVERIFY(form->findChild<QLabel *>(u"message"_s)->text().contains(u"Модель не найдена"_s));
    auto *model = form->findChild<EntityPicker *>(u"model"_s);
    QVERIFY(model->hasFocus() || model->lineEdit()->hasFocus());
    choose(model, {u"8"_s, u"150 SX"_s});
    save(form);
    say(id + 1);
    QTRY_VERIFY(!form);
    QCOMPARE(std::get<CreateEquipment>(said()).body.model.value.id, u"8"_s);
    QTRY_COMPARE(m_desk->commands.decided.size(), 1);
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
