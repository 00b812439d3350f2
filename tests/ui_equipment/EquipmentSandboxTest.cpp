#include "Controls.h"
#include "OnlineDesk.h"
#include "equipment/EquipmentCardView.h"
#include "equipment/EquipmentForms.h"
#include "equipment/EquipmentScreen.h"
#include "equipment/EquipmentWindows.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QTableView>
#include <QTest>

using namespace naryad;
using namespace naryad::ui;
using namespace Qt::StringLiterals;
using test::named;
using test::openWindow;

/// What is typed on the Equipment screen arrives whole and once at the stand-in, by all nine commands about
/// equipment and models, and an edit changes what was edited and nothing else.
class EquipmentSandboxTest : public test::OnlineDesk
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void allNineCommandsLandRight();
    void fiveValuesOfAllKindsAreKept();
    void aDeletionIsTakenBackWithinTheHold();

private:
    QJsonObject piece(const QString &id) const { return truth(u"/sandbox/equipment?id="_s + id).toObject(); }
    template <class Form> Form *opened() const
    {
        return QTest::qWaitFor([] { return openWindow<Form>() != nullptr; }) ? openWindow<Form>() : nullptr;
    }
    void press(const char *action) const
    {
        auto *found = m_screen->findChild<QAction *>(QString::fromLatin1(action));
        QTRY_VERIFY2_WITH_TIMEOUT(found->isEnabled(), action, 20000);
        found->trigger();
    }
    static void put(QWidget *form, const char *name, const QString &text)
    {
        auto *line = form->findChild<QLineEdit *>(QString::fromLatin1(name));
        QVERIFY2(line, name);
        line->setText(text);
        Q_EMIT line->textEdited(text);
    }
    static void save(QWidget *form) { named<QAbstractButton>(form, u"Save"_s)->click(); }
    bool shows(const QString &serial) const
    {
        return QTest::qWaitFor(
            [&] {
                const auto &card = m_screen->card().card();
                return card && card->row.serialNumber == serial;
            },
            20000);
    }
    bool marksModel(const QString &begins) const
    {
        auto *models = m_screen->findChild<QListView *>(u"models"_s);
        models->setFocus();
        return QTest::qWaitFor(
            [&] {
                for (int row = 1; row < models->model()->rowCount(); ++row) {
                    if (models->model()->index(row, 0).data().toString().startsWith(begins)) {
                        models->setCurrentIndex(models->model()->index(row, 0));
                        return true;
                    }
                }
                return false;
            },
            20000);
    }

    std::unique_ptr<EquipmentScreen> m_screen;
};

void EquipmentSandboxTest::init()
{
    sandbox::Options options;
    options.tasks = 3;
    options.contractors = 4;
    options.equipment = 5;
    QVERIFY(open(options));
    const auto loaded = [this] {
        const auto ids = m_reader->equipmentIds().result();
        const auto list = m_reader->equipmentList({}, -1).result();
        const auto rows = m_reader->equipmentRows(list ? list->rows : QVector<RowId>()).result();
        const auto models = m_reader->equipmentModels({}, 100).result();
        const auto clients = m_reader->contractorIds().result();
        return isOnline() && ids && ids->size() == 5 && rows
            && std::all_of(
                   rows->begin(), rows->end(), [](const EquipmentRow &row) { return row.detailsLoaded; })
            && models && !models->isEmpty() && clients && clients->size() >= 4;
    };
    QVERIFY(QTest::qWaitFor(loaded, 20000));
    m_screen = std::make_unique<EquipmentScreen>(desk());
    m_screen->resize(1100, 700);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    connect(m_engine.get(), &sync::Engine::mirrorChanged, m_screen.get(), [this](const MirrorChange &change) {
        m_screen->apply(change);
    });
}

void EquipmentSandboxTest::cleanup()
{
    m_screen.reset();
    shut();
}

void EquipmentSandboxTest::allNineCommandsLandRight()
{
    // The two lists and the card were read to get here.
    QVERIFY(asked(u"get-equipment-model-list"_s) > 0);
    QVERIFY(asked(u"get-equipment-list"_s) > 0);
    QVERIFY(asked(u"get-equipment"_s) >= 5);

    press("newModel");
    QPointer<ModelForm> model = opened<ModelForm>();
    QVERIFY(model);
    put(model, "modelName", u"Насос 7"_s);
    model->findChild<EntityPicker *>(u"typeId"_s)->setTypedText(u"6639"_s);
    model->findChild<EntityPicker *>(u"manufacturerId"_s)->setTypedText(u"439 Grundfos"_s);
    save(model);
    QTRY_VERIFY_WITH_TIMEOUT(!model, 10000);
    QVERIFY(allIsSent());
    QCOMPARE(
        sent(u"create-equipment-model"_s),
        (QJsonObject{
            {u"name"_s, u"Насос 7"_s},
            {u"type"_s, QJsonObject{{u"id"_s, u"6639"_s}}},
            {u"manufacture"_s, QJsonObject{{u"id"_s, u"439"_s}}}}));
    const QString modelId = truth(u"/sandbox/new?kind=model"_s).toArray().first().toString();
    QVERIFY(!modelId.isEmpty());

    QVERIFY(marksModel(u"Насос 7"_s));
    press("editEquipment");
    model = opened<ModelForm>();
    QVERIFY(model);
    // What was said of it here is known here.
    QCOMPARE(model->findChild<EntityPicker *>(u"typeId"_s)->ref().id, u"6639"_s);
    put(model, "modelName", u"Насос 8"_s);
    save(model);
    QTRY_VERIFY_WITH_TIMEOUT(!model, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(
        truth(u"/sandbox/model?id="_s + modelId).toObject().value(u"name"_s).toString(), u"Насос 8"_s, 20000);
    QCOMPARE(
        sent(u"update-equipment-model"_s),
        (QJsonObject{
            {u"name"_s, u"Насос 8"_s},
            {u"type"_s, QJsonObject{{u"id"_s, u"6639"_s}}},
            {u"manufacture"_s, QJsonObject{{u"id"_s, u"439"_s}}}}));

    QVERIFY(marksModel(u"Насос 8"_s));
    const auto clients = m_reader->contractorIds().result();
    press("newEquipment");
    QPointer<PieceForm> form = opened<PieceForm>();
    QVERIFY(form);
    QCOMPARE(form->findChild<EntityPicker *>(u"model"_s)->ref().id, modelId);
    put(form, "serialNumber", u"НОВ-1"_s);
    test::choose(form->findChild<EntityPicker *>(u"owner"_s), {clients->first(), u"x"_s});
    form->findChild<QAbstractButton *>(u"addValue"_s)->click();
    form->findChild<EntityPicker *>(u"valueField1"_s)->setTypedText(u"62 Место"_s);
    put(form, "value1", u"подвал"_s);
    save(form);
    QTRY_VERIFY_WITH_TIMEOUT(!form, 10000);
    QVERIFY(shows(u"НОВ-1"_s));
    QVERIFY(allIsSent());
    const QString id = truth(u"/sandbox/new?kind=equipment"_s).toArray().first().toString();
    QJsonObject made = piece(id);
    QCOMPARE(made.value(u"name"_s), u"НОВ-1"_s);
    QCOMPARE(made.value(u"equipmentModel"_s)[u"id"].toString(), modelId);
    QCOMPARE(made.value(u"contractor"_s)[u"id"].toString(), clients->first());
    QCOMPARE(
        sent(u"create-equipment"_s),
        (QJsonObject{
            {u"serialNumber"_s, u"НОВ-1"_s},
            {u"model"_s, QJsonObject{{u"id"_s, modelId.toLongLong()}}},
            {u"contractor"_s, QJsonObject{{u"id"_s, clients->first().toLongLong()}}},
            {u"props"_s,
             QJsonArray{QJsonObject{
                 {u"value"_s, QJsonArray{u"подвал"_s}}, {u"field"_s, QJsonObject{{u"id"_s, 62}}}}}}}));
    // What the numbers mean is known here from now on.
    const auto words = m_reader->dictionary(DictionaryKind::EquipmentFields, {}, 10).result();
    QVERIFY(words && words->size() == 1 && words->first().name == u"Место"_s);

    m_screen->reveal(id);
    QVERIFY(shows(u"НОВ-1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_screen->card().card() && m_screen->card().card()->row.id == id
            && m_screen->card().card()->equipment.description.isKnown(),
        20000);
    m_screen->findChild<QTableView *>(u"equipment"_s)->setFocus();
    press("editEquipment");
    form = opened<PieceForm>();
    QVERIFY(form);
    put(form, "serialNumber", u"НОВ-2"_s);
    save(form);
    QTRY_VERIFY_WITH_TIMEOUT(!form, 10000);
    QTRY_COMPARE_WITH_TIMEOUT(piece(id).value(u"name"_s).toString(), u"НОВ-2"_s, 20000);
    QJsonObject wanted = made;
    wanted.insert(u"name"_s, u"НОВ-2"_s);
    wanted.insert(u"description"_s, made.value(u"description"_s).toString().replace(u"НОВ-1"_s, u"НОВ-2"_s));
    QCOMPARE(piece(id), wanted);
    QVERIFY(allIsSent());

    QVERIFY(shows(u"НОВ-2"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_screen->card().card() && m_screen->card().card()->row.pending == PendingState::None, 20000);
    press("deleteEquipment");
    QTRY_VERIFY_WITH_TIMEOUT(!piece(id).contains(u"name"_s), 20000);
    QVERIFY(marksModel(u"Насос 8"_s));
    QTRY_COMPARE_WITH_TIMEOUT(
        m_screen->findChild<QTableView *>(u"equipment"_s)->model()->rowCount(), 0, 20000); // of that model

    QVERIFY(marksModel(u"Насос 8"_s));
    press("deleteEquipment");
    QTRY_VERIFY_WITH_TIMEOUT(!truth(u"/sandbox/model?id="_s + modelId).toObject().contains(u"name"_s), 20000);
    QVERIFY(allIsSent());
    const QString commands[]{u"create-equipment-model"_s, u"update-equipment-model"_s,
                             u"delete-equipment-model"_s, u"create-equipment"_s,
                             u"update-equipment"_s,       u"delete-equipment"_s};
    for (const QString &command : commands)
        QVERIFY2(asked(command) == 1, qPrintable(command));
}

void EquipmentSandboxTest::fiveValuesOfAllKindsAreKept()
{
    const QByteArray body = R"({"serialNumber":"Q-5","props":[
        {"value":[true],"field":{"id":61}},{"value":["цех 5"],"field":{"id":62}},
        {"value":[9007199254740.25],"field":{"id":63}},{"value":["a","b",3,false],"field":{"id":62}},
        {"value":[],"field":{"id":61}}]})";
    const QString id
        = truth(u"/api/v5/create-equipment"_s, body).toObject().value(u"id"_s).toVariant().toString();
    QVERIFY(!id.isEmpty());
    m_engine->refresh();
    m_engine->lookAtEquipment(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_reader->equipmentCard(id).result(), 20000);
    m_screen->reveal(id);
    QVERIFY(shows(u"Q-5"_s));
    const QJsonObject before = piece(id);
    m_screen->findChild<QTableView *>(u"equipment"_s)->setFocus();
    press("editEquipment");
    const QPointer<PieceForm> form = opened<PieceForm>();
    QVERIFY(form);
    put(form, "value2", u"цех 6"_s);
    save(form);
    QTRY_VERIFY_WITH_TIMEOUT(!form, 10000);
    QVERIFY(allIsSent());
    QTRY_VERIFY_WITH_TIMEOUT(piece(id) != before, 20000);
    QJsonObject wanted = before;
    QJsonArray values = wanted.value(u"equipmentFieldValues"_s).toArray();
    QJsonObject second = values.at(1).toObject();
    second.insert(u"value"_s, QJsonArray{u"цех 6"_s});
    values.replace(1, second);
    wanted.insert(u"equipmentFieldValues"_s, values);
    QCOMPARE(piece(id), wanted);
    QCOMPARE(sent(u"update-equipment"_s).value(u"props"_s).toArray().size(), 5);
}

void EquipmentSandboxTest::aDeletionIsTakenBackWithinTheHold()
{
    m_engine->setHold(std::chrono::seconds(60));
    m_screen->findChild<QTableView *>(u"equipment"_s)->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->card().card().has_value(), 20000);
    const QString id = m_screen->card().card()->row.id;
    press("deleteEquipment");
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->card().card() && m_screen->card().card()->row.goes, 20000);
    QCOMPARE(m_screen->card().card()->row.pending, PendingState::Held);
    auto taken = m_engine->recallLast();
    QTRY_VERIFY(taken.isFinished());
    QVERIFY(taken.result());
    QTRY_VERIFY_WITH_TIMEOUT(m_screen->card().card() && !m_screen->card().card()->row.goes, 20000);
    QVERIFY(piece(id).contains(u"name"_s));
    QCOMPARE(asked(u"delete-equipment"_s), 0);
}

QTEST_MAIN(EquipmentSandboxTest)

#include "EquipmentSandboxTest.moc"
