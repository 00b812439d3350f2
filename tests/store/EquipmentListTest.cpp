#include "StoreFixture.h"
#include "core/CommandKinds.h"
#include "store/Reader.h"

#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace Qt::StringLiterals;

/// The catalogue of equipment as the store lists it, and the dictionaries of the journal.
class EquipmentListTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void ordersAndFilters();
    void whatIsMadeHereStandsFirst();
    void whatIsChangedHereLiesOverIt();
    void modelsAreCounted();
    void theNewestOfMirrorsIsFilled();
    void dictionariesLearnAndKeep();
    void dictionariesComeBackFromTheTextCopy();

private:
    QStringList serials(const EquipmentQuery &query)
    {
        const auto ids = m_reader->equipmentList(query, -1).result();
        const auto rows = m_reader->equipmentRows(ids->rows).result();
        QStringList list;
        for (const EquipmentRow &row : *rows)
            list.append(row.serialNumber);
        return list;
    }
    static store::Kept<Equipment>
    piece(const QString &id, const QString &serial, const NamedRef &model, const NamedRef &owner)
    {
        Equipment one;
        one.id = id;
        one.serialNumber = serial;
        one.description = Known<QString>::fromService(model.name + u' ' + serial);
        one.contractor = Known<NamedRef>::fromService(owner);
        one.model = Known<EquipmentModel>::fromService({model.id, model.name});
        return {one, "{}"};
    }

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<store::Reader> m_reader;
};

void EquipmentListTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->openMirror());
    QVERIFY(m_store->mirror->applyEquipmentModels({{u"8"_s, u"Насос"_s}, {u"9"_s, u"Котёл"_s}}, true));
    QVERIFY(m_store->mirror->applyEquipmentList(
        {{u"1"_s, u"Q10"_s}, {u"2"_s, u"Q9"_s}, {u"3"_s, u"A1"_s}}, true));
    QVERIFY(m_store->mirror->applyEquipment(
        {piece(u"1"_s, u"Q10"_s, {u"8"_s, u"Насос"_s}, {u"20"_s, u"Ёлка"_s}),
         piece(u"2"_s, u"Q9"_s, {u"9"_s, u"Котёл"_s}, {u"21"_s, u"Ромашка"_s})}));
    m_reader = std::make_unique<store::Reader>(m_store->mirrorPath(), m_store->journalPath());
}

void EquipmentListTest::cleanup()
{
    m_reader.reset();
    m_store.reset();
}

void EquipmentListTest::ordersAndFilters()
{
    using Sort = EquipmentQuery::Sort;
    QCOMPARE(serials({}), (QStringList{u"A1"_s, u"Q9"_s, u"Q10"_s})); // numbers by their value
    QCOMPARE(serials({{}, {}, Sort::Serial, true}), (QStringList{u"Q10"_s, u"Q9"_s, u"A1"_s}));
    QCOMPARE(serials({{}, {}, Sort::Model, false}), (QStringList{u"A1"_s, u"Q9"_s, u"Q10"_s}));
    QCOMPARE(serials({{}, {}, Sort::Owner, false}), (QStringList{u"A1"_s, u"Q10"_s, u"Q9"_s}));
    QCOMPARE(serials({{}, {}, Sort::Description, true}), (QStringList{u"Q10"_s, u"Q9"_s, u"A1"_s}));
    QCOMPARE(serials({{}, u"9"_s}), QStringList{u"Q9"_s});
    QCOMPARE(serials({{}, u"9"_s, Sort::Owner, false}), QStringList{u"Q9"_s});
    QCOMPARE(serials({u"елка"_s, {}}), QStringList{u"Q10"_s}); // ё = е
    QCOMPARE(serials({u"НАСОС q1"_s, {}}), QStringList{u"Q10"_s});
    QCOMPARE(serials({u"rjntk"_s, {}}), QStringList{u"Q9"_s}); // "котел" in the other layout
    QCOMPARE(serials({u"нет"_s, {}}), QStringList());
    const auto first = m_reader->equipmentList({}, 2).result();
    QVERIFY(first && !first->complete && first->rows.size() == 2 && first->total == 3);
}

void EquipmentListTest::whatIsMadeHereStandsFirst()
{
    CreateEquipment create;
    create.body.serialNumber = u"НОВ-1"_s;
    create.body.model = Known<NamedRef>::fromHere({u"9"_s, u"Котёл"_s});
    const auto entry = m_store->journal->append(create);
    QVERIFY(entry);
    QCOMPARE(serials({}).first(), u"НОВ-1"_s);
    QCOMPARE(serials({{}, u"9"_s}).first(), u"НОВ-1"_s);
    QCOMPARE(serials({u"нов"_s, {}}), QStringList{u"НОВ-1"_s});
    QCOMPARE(serials({{}, u"8"_s}), QStringList{u"Q10"_s});
    const auto card = m_reader->equipmentCard(localId(entry->token)).result();
    QVERIFY(card && card->row.madeHere && card->row.pending == PendingState::Waiting);
    QCOMPARE(card->said.size(), 1);
    // It gets its id, and then its mirrored row.
    QVERIFY(m_store->journal->beginAttempt(entry->id, "{}", {}));
    store::Outcome done;
    done.state = CommandState::Sent;
    done.resultId = u"50"_s;
    QVERIFY(m_store->journal->settle(entry->id, done));
    QCOMPARE(m_reader->equipmentCard(u"50"_s).result()->row.row, -entry->id);
    QVERIFY(m_store->mirror->applyEquipment({piece(u"50"_s, u"НОВ-1"_s, {u"9"_s, u"Котёл"_s}, {})}));
    const auto ids = m_reader->equipmentList({}, -1).result();
    QCOMPARE(ids->rows.size(), 4);
    QCOMPARE(ids->became.size(), 1);
    QCOMPARE(ids->became.first().first, -entry->id);
    QVERIFY(ids->rows.contains(ids->became.first().second));
    QCOMPARE(m_reader->equipmentCard(localId(entry->token)).result()->row.id, u"50"_s);
}

void EquipmentListTest::whatIsChangedHereLiesOverIt()
{
    UpdateEquipment update;
    update.object = {u"1"_s, {}};
    update.body.serialNumber = u"Q11"_s;
    update.body.contractor = Known<NamedRef>::fromHere({u"21"_s, u"Ромашка"_s});
    QVERIFY(m_store->journal->append(update));
    QVERIFY(m_store->journal->append(DeleteEquipment{{u"2"_s, {}}, u"Q9"_s}, CommandState::Held));
    const auto one = m_reader->equipmentCard(u"1"_s).result();
    QCOMPARE(one->row.serialNumber, u"Q11"_s);
    QCOMPARE(one->row.owner.value.name, u"Ромашка"_s);
    QCOMPARE(one->row.model.value.name, u"Насос"_s);
    QCOMPARE(one->equipment.serialNumber, u"Q10"_s); // what the service says of it
    QCOMPARE(one->row.pending, PendingState::Waiting);
    const auto two = m_reader->equipmentCard(u"2"_s).result();
    QVERIFY(two->row.goes);
    QCOMPARE(two->row.pending, PendingState::Held);
    QVERIFY(!m_reader->equipmentCard(u"99"_s).result());
}

void EquipmentListTest::modelsAreCounted()
{
    CreateEquipmentModel create;
    create.body = {u"Новая"_s, Known<NamedRef>::fromHere({u"74"_s, u"Насосы"_s}), {}};
    const auto entry = m_store->journal->append(create);
    QVERIFY(entry);
    CreateEquipment piece;
    piece.body.serialNumber = u"X"_s;
    piece.body.model = Known<NamedRef>::fromHere({localId(entry->token), u"Новая"_s});
    QVERIFY(m_store->journal->append(piece));
    QVERIFY(m_store->journal->append(UpdateEquipmentModel{{u"8"_s, {}}, {u"Насос 2"_s}}));
    const auto models = m_reader->equipmentModels({}, 10).result();
    QCOMPARE(models->size(), 3);
    QCOMPARE(models->at(0).name, u"Новая"_s);
    QCOMPARE(models->at(0).pieces, 1);
    QCOMPARE(models->at(0).type.value.id, u"74"_s);
    QVERIFY(models->at(0).madeHere);
    QCOMPARE(models->at(1).name, u"Котёл"_s);
    QCOMPARE(models->at(1).pieces, 1);
    QCOMPARE(models->at(2).name, u"Насос 2"_s);
    QCOMPARE(m_reader->equipmentModels(u"кот"_s, 10).result()->size(), 1);
}

/// A mirror of the step before: what it is sorted by comes from its cards.
void EquipmentListTest::theNewestOfMirrorsIsFilled()
{
    m_reader.reset();
    m_store->mirror.reset();
    {
        SQLite::Database database(m_store->mirrorPath().toStdString(), SQLite::OPEN_READWRITE);
        for (const char *index :
             {"equipment_by_serial", "equipment_by_model", "equipment_by_owner", "equipment_by_description",
              "equipment_of_model", "equipment_text", "equipment_model_sort"})
            database.exec(std::string("DROP INDEX ") + index);
        for (const char *column : {"model_id", "model_sort", "owner_sort", "description_sort"})
            database.exec(std::string("ALTER TABLE equipment DROP COLUMN ") + column);
        database.exec("CREATE INDEX equipment_sort ON equipment(sort, row)");
        const int version = database.execAndGet("PRAGMA user_version").getInt();
        database.exec("PRAGMA user_version=" + std::to_string(version - 1));
    }
    QVERIFY(m_store->openMirror());
    QVERIFY(!m_store->mirror->wasRebuilt());
    m_reader = std::make_unique<store::Reader>(m_store->mirrorPath(), m_store->journalPath());
    ordersAndFilters();
}

void EquipmentListTest::dictionariesLearnAndKeep()
{
    using Kind = DictionaryKind;
    using Source = DictionaryEntry::Source;
    store::Journal &journal = *m_store->journal;
    QVERIFY(journal.keepWord({Kind::EquipmentTypes, u"74"_s, {}}));
    QVERIFY(journal.learnWord(Kind::EquipmentTypes, {u"74"_s, u"Насосы"_s}));
    QVERIFY(journal.keepWord({Kind::EquipmentTypes, u"75"_s, u"Котлы"_s}));
    QVERIFY(journal.learnWord(Kind::EquipmentTypes, {u"75"_s, u"Иначе"_s})); // the user's word stays
    QVERIFY(journal.keepWord({Kind::EquipmentTypes, u"75"_s, {}})); // and a name that is there
    QVERIFY(journal.learnWord(Kind::Manufacturers, {u"74"_s, u"Ariston"_s}));
    QVERIFY(journal.learnWord(Kind::Manufacturers, {u"74"_s, u"Ariston 2"_s})); // the service's new word
    QVERIFY(journal.keepWord({Kind::Results, u"1"_s, u"Готово"_s}));
    QCOMPARE(
        m_reader->dictionary(Kind::EquipmentTypes, {}, 10).result().value(),
        (QVector<DictionaryEntry>{
            {Kind::EquipmentTypes, u"75"_s, u"Котлы"_s, Source::Typed},
            {Kind::EquipmentTypes, u"74"_s, u"Насосы"_s, Source::Learned}}));
    QCOMPARE(m_reader->dictionary(Kind::Manufacturers, {}, 10).result()->first().name, u"Ariston 2"_s);
    QCOMPARE(m_reader->dictionary(Kind::EquipmentTypes, u"насос"_s, 10).result()->size(), 1);
    QCOMPARE(journal.results()->first().name, u"Готово"_s);
    QVERIFY(journal.dropWord(Kind::EquipmentTypes, u"74"_s));
    QCOMPARE(journal.dictionary(Kind::EquipmentTypes)->size(), 1);
}

void EquipmentListTest::dictionariesComeBackFromTheTextCopy()
{
    using Kind = DictionaryKind;
    QVERIFY(m_store->journal->keepWord({Kind::EquipmentFields, u"61"_s, u"Гарантия"_s}));
    QVERIFY(m_store->journal->keepWord({Kind::EquipmentFields, u"62"_s, u"Место"_s}));
    QVERIFY(m_store->journal->dropWord(Kind::EquipmentFields, u"62"_s));
    m_reader.reset();
    m_store->journal.reset();
    QFile file(m_store->journalPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("damaged");
    file.close();
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->journal->wasDamaged());
    const auto words = m_store->journal->dictionary(Kind::EquipmentFields);
    QCOMPARE(words->size(), 1);
    QCOMPARE(words->first().name, u"Гарантия"_s);
}

QTEST_GUILESS_MAIN(EquipmentListTest)

#include "EquipmentListTest.moc"
