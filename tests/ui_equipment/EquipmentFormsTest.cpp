#include "EquipmentScreenFixture.h"
#include "equipment/EquipmentWindows.h"
#include "widgets/EntityPicker.h"

#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>

/// What is said of equipment and models, and the forms it is said in.
class EquipmentFormsTest : public EquipmentScreenFixture
{
    Q_OBJECT
private Q_SLOTS:
    void anEditKeepsWhatWasNotTouched();
    void eachKindOfValueIsEdited();
    void nothingIsTakenAwayThatCantBe();
    void newEquipmentIsSaidWhole();
    void modelsAreMadeChangedAndDeleted();
    void aNumberTypedIsKeptInTheDictionary();
    void whatIsTypedIsKept();
    void aRefusedOneOpensAsTyped();
};

void EquipmentFormsTest::anEditKeepsWhatWasNotTouched()
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

void EquipmentFormsTest::eachKindOfValueIsEdited()
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

void EquipmentFormsTest::nothingIsTakenAwayThatCantBe()
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

void EquipmentFormsTest::newEquipmentIsSaidWhole()
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

void EquipmentFormsTest::modelsAreMadeChangedAndDeleted()
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

void EquipmentFormsTest::aNumberTypedIsKeptInTheDictionary()
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

void EquipmentFormsTest::whatIsTypedIsKept()
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

void EquipmentFormsTest::aRefusedOneOpensAsTyped()
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

QTEST_MAIN(EquipmentFormsTest)

#include "EquipmentFormsTest.moc"
