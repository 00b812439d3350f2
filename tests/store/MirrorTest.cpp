#include "Packing.h"
#include "StoreFixture.h"
#include "TaskColumns.h"

#include <QTest>

using namespace naryad;
using namespace naryad::test;
using store::MirrorCounts;

/// The mirror at work: what the service said, and what is still to be asked.
class MirrorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void feedAndUsnTogether();
    void wantedHighestUsnFirst();
    void aTaskNamedAgainStaysWanted();
    void aWantedTaskGetsARow();
    void detailsAsTheyWereTold();
    void whatIsGoneAndComesBack();
    void countsFollow();
    void employeesComeAndGo();
    void templatesAreReadAgain();
    void fieldsOfTemplates();
    void contractorsOfTheList();
    void aCardTellsMoreThanTheList();
    void journalRows();
    void metaStays();

private:
    QStringList wanted(int limit = 100, const QStringList &excluding = {}) const;
    QString column(const char *sql) const;

    std::unique_ptr<StoreFixture> m_store;
    store::Mirror *m_mirror = nullptr;
};

void MirrorTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    QVERIFY(m_store->openMirror());
    m_mirror = m_store->mirror.get();
}

QStringList MirrorTest::wanted(int limit, const QStringList &excluding) const
{
    QStringList ids;
    const auto tasks = m_mirror->wantedTasks(limit, excluding);
    for (const store::WantedTask &task : tasks.value())
        ids.append(task.id + QLatin1Char('@') + QString::number(task.usn));
    return ids;
}

QString MirrorTest::column(const char *sql) const
{
    return ask(m_store->mirrorPath(), sql).value(0);
}

void MirrorTest::feedAndUsnTogether()
{
    QCOMPARE(m_mirror->taskUsn().value(), 0);
    QVERIFY(m_mirror->noteFeed({{QStringLiteral("5"), 101}, {QStringLiteral("6"), 102}}, 102));
    QCOMPARE(m_mirror->taskUsn().value(), 102);
    QVERIFY(m_mirror->noteFeed({{QStringLiteral("5"), 9007199254740993}}, 9007199254740993));
    QCOMPARE(m_mirror->taskUsn().value(), 9007199254740993);
    QVERIFY(m_store->openMirror());
    m_mirror = m_store->mirror.get();
    QCOMPARE(m_mirror->taskUsn().value(), 9007199254740993);
    QCOMPARE(wanted(), QStringList({QStringLiteral("5@9007199254740993"), QStringLiteral("6@102")}));
    QCOMPARE(m_mirror->counts().value(), (MirrorCounts{2, 2}));
}

void MirrorTest::wantedHighestUsnFirst()
{
    QVector<store::FeedItem> items;
    for (int i = 0; i < 10; ++i)
        items.append({QString::number(100 + i), 50 + (i * 7) % 10});
    QVERIFY(m_mirror->noteFeed(items, 59));
    QStringList all = wanted();
    QCOMPARE(all.size(), 10);
    for (int i = 0; i < 10; ++i)
        QVERIFY2(all.at(i).endsWith(QLatin1Char('@') + QString::number(59 - i)), qPrintable(all.at(i)));
    QCOMPARE(wanted(3), all.mid(0, 3));
    const QString first = all.first().section(QLatin1Char('@'), 0, 0);
    QCOMPARE(wanted(3, {first}), all.mid(1, 3));
    QCOMPARE(wanted(0), QStringList());
    // Of one usn, what came last.
    QVERIFY(m_mirror->noteFeed({{QStringLiteral("1"), 60}, {QStringLiteral("2"), 60}}, 60));
    QCOMPARE(wanted(2), QStringList({QStringLiteral("2@60"), QStringLiteral("1@60")}));
    // An older usn for a task that is known to be newer does not put it back.
    QVERIFY(m_mirror->noteFeed({{QStringLiteral("2"), 3}}, 60));
    QCOMPARE(wanted(1), QStringList{QStringLiteral("2@60")});
}

void MirrorTest::aTaskNamedAgainStaysWanted()
{
    QVERIFY(m_mirror->noteFeed({{QStringLiteral("5"), 10}, {QStringLiteral("6"), 11}}, 11));
    // While both are being read, the feed names one of them again.
    QVERIFY(m_mirror->noteFeed({{QStringLiteral("5"), 12}}, 12));
    const auto rows = m_mirror->applyTasks({told(QStringLiteral("5")), told(QStringLiteral("6"))}, {10, 11});
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(wanted(), QStringList{QStringLiteral("5@12")});
    QVERIFY(m_mirror->applyTasks({told(QStringLiteral("5"))}, {12}));
    QCOMPARE(wanted(), QStringList());
    // The user's own look, asked without a usn, keeps the feed's mark.
    QVERIFY(m_mirror->noteFeed({{QStringLiteral("5"), 13}}, 13));
    QVERIFY(m_mirror->applyTasks({told(QStringLiteral("5"))}, {0}));
    QCOMPARE(wanted(), QStringList{QStringLiteral("5@13")});
}

void MirrorTest::aWantedTaskGetsARow()
{
    QVERIFY(m_mirror->wantTask(QStringLiteral("77")));
    const auto made = m_mirror->mirrored(QStringLiteral("77"));
    QVERIFY(made && *made);
    QCOMPARE((*made)->task.id, QStringLiteral("77"));
    QVERIFY((*made)->wanted);
    QVERIFY(!(*made)->task.plannedStart.isKnown());
    QVERIFY(m_mirror->applyTasks({told(QStringLiteral("77"))}, {0}));
    QCOMPARE(wanted(), QStringList());
    QVERIFY(m_mirror->wantTask(QStringLiteral("77")));
    QCOMPARE(wanted(), QStringList{QStringLiteral("77@0")});
    QCOMPARE(m_mirror->mirrored(QStringLiteral("77")).value()->row, (*made)->row);
    QVERIFY(!*m_mirror->mirrored(QStringLiteral("78")));
}

void MirrorTest::detailsAsTheyWereTold()
{
    store::Kept<Task> kept = told(QStringLiteral("9007199254740993"), text(u"А-17"));
    kept.value.contractor = Known<NamedRef>::fromService({QStringLiteral("3"), text(u"ООО «Ёлка»")});
    kept.value.worker = Known<NamedRef>::fromService({}); // known to be nobody
    FieldRow row;
    row.fieldId = QStringLiteral("2302");
    row.name = text(u"Сумма");
    row.typeId = 2;
    row.value = FieldValue::number(QStringLiteral("9007199254740993.01"));
    kept.value.details = {row};
    const auto rows = m_mirror->applyTasks({kept, told(QStringLiteral("5"))}, {0, 0});
    QVERIFY(rows);
    const auto read = m_mirror->mirrored(kept.value.id);
    QVERIFY(read && *read);
    QCOMPARE((*read)->task, kept.value);
    QCOMPARE((*read)->row, rows->first());
    QCOMPARE(m_mirror->mirrored(QStringLiteral("5")).value()->row, rows->last());
    SQLite::Database file(m_store->mirrorPath().toStdString());
    SQLite::Statement raw(file, "SELECT body FROM task_body WHERE row=?");
    store::bindAll(raw, rows->first());
    QVERIFY(raw.executeStep());
    QCOMPARE(store::toldOf(store::Packing(file).unpack(store::bytesAt(raw, 0))).raw, kept.raw);
    QVERIFY(m_mirror->applyTasks({}, {}));
}

void MirrorTest::whatIsGoneAndComesBack()
{
    QVERIFY(m_mirror->applyTasks({told(QStringLiteral("5"))}, {0}));
    const RowId row = m_mirror->mirrored(QStringLiteral("5")).value()->row;
    QVERIFY(m_mirror->wantTask(QStringLiteral("5")));
    QCOMPARE(m_mirror->markTaskGone(QStringLiteral("5")).value(), row);
    auto gone = m_mirror->mirrored(QStringLiteral("5")).value();
    QVERIFY(gone->gone && !gone->wanted);
    QCOMPARE(gone->task.number, QStringLiteral("N5")); // what was known of it is not forgotten
    QCOMPARE(column("SELECT state FROM task"), QString::number(static_cast<int>(TaskState::Gone)));
    QVERIFY(m_mirror->applyTasks({told(QStringLiteral("5"))}, {0}));
    QVERIFY(!m_mirror->mirrored(QStringLiteral("5")).value()->gone);
    QCOMPARE(column("SELECT state FROM task"), QString::number(static_cast<int>(TaskState::Sent)));
    // What was never mirrored may be gone as well.
    QVERIFY(m_mirror->markTaskGone(QStringLiteral("6")).value() != row);
    QCOMPARE(m_mirror->counts().value(), (MirrorCounts{1, 0}));
}

void MirrorTest::countsFollow()
{
    const auto counted = [this] {
        return QStringList{
            column("SELECT count(*) FROM task WHERE gone=0"),
            column("SELECT count(*) FROM task WHERE wanted=1")};
    };
    const auto told = [this] {
        const MirrorCounts counts = m_mirror->counts().value();
        return QStringList{QString::number(counts.tasks), QString::number(counts.detailsMissing)};
    };
    QCOMPARE(m_mirror->counts().value(), (MirrorCounts{0, 0}));
    // Every way a task can go, many times over.
    quint32 dice = 1;
    for (int i = 0; i < 300; ++i) {
        dice = dice * 1664525 + 1013904223;
        const QString id = QString::number((dice >> 8) % 12);
        switch ((dice >> 16) % 4) {
        case 0:
            QVERIFY(m_mirror->noteFeed({{id, i}}, i));
            break;
        case 1:
            QVERIFY(m_mirror->wantTask(id));
            break;
        case 2:
            QVERIFY(m_mirror->applyTasks({test::told(id)}, {i}));
            break;
        default:
            QVERIFY(m_mirror->markTaskGone(id));
        }
        if (i % 10 == 0)
            QCOMPARE(told(), counted());
    }
    QCOMPARE(told(), counted());
    QVERIFY(m_mirror->counts()->tasks > 0);
}

void MirrorTest::employeesComeAndGo()
{
    const auto there = [this] {
        return column(
            "SELECT group_concat(id || ':' || gone, ' ') FROM (SELECT * FROM employee ORDER BY id)");
    };
    Employee worker{
        QStringLiteral("1"), text(u"Ёлкин"), Known<bool>::fromService(false), Known<bool>::fromService(true)};
    Employee unknown{QStringLiteral("2"), text(u"Петров"), {}, {}};
    QVERIFY(m_mirror->applyEmployees({worker, unknown}, true));
    QCOMPARE(there(), QStringLiteral("1:0 2:0"));
    QCOMPARE(
        column("SELECT coalesce(mobile_role,'null') || operator_role FROM employee WHERE id=1"),
        QStringLiteral("10"));
    QCOMPARE(column("SELECT coalesce(mobile_role,'null') FROM employee WHERE id=2"), QStringLiteral("null"));
    // A list broken off says nothing about who has gone.
    QVERIFY(m_mirror->applyEmployees({worker}, false));
    QCOMPARE(there(), QStringLiteral("1:0 2:0"));
    QVERIFY(m_mirror->applyEmployees({worker}, true));
    QCOMPARE(there(), QStringLiteral("1:0 2:1"));
    QVERIFY(m_mirror->applyEmployees({unknown}, false));
    QCOMPARE(there(), QStringLiteral("1:0 2:0"));
    QVERIFY(m_mirror->applyEmployees({}, true));
    QCOMPARE(there(), QStringLiteral("1:1 2:1"));
}

void MirrorTest::templatesAreReadAgain()
{
    const NamedRef first{QStringLiteral("1"), text(u"Монтаж")};
    const NamedRef second{QStringLiteral("2"), text(u"Ремонт")};
    const auto unread = [this] {
        QStringList ids = m_mirror->templatesWithoutDetails().value();
        ids.sort();
        return ids;
    };
    QVERIFY(m_mirror->applyTemplateList({first, second}, false));
    QCOMPARE(unread(), QStringList({first.id, second.id}));
    Template card;
    card.id = first.id;
    card.name = first.name;
    card.colour = QStringLiteral("#ff0000");
    QVERIFY(m_mirror->applyTemplates({{card, "{}"}}));
    QCOMPARE(unread(), QStringList{second.id});
    // The same name again: nothing to read. Another name: the card is an old one.
    QVERIFY(m_mirror->applyTemplateList({first}, false));
    QCOMPARE(unread(), QStringList{second.id});
    QVERIFY(m_mirror->applyTemplateList({{first.id, text(u"Монтаж окон")}}, false));
    QCOMPARE(unread(), QStringList({first.id, second.id}));
    QCOMPARE(column("SELECT colour FROM template WHERE id=1"), QStringLiteral("#ff0000"));
    // No feed names a changed template: a complete walk reads every one again, but not what has gone.
    QVERIFY(m_mirror->applyTemplates({{card, "{}"}}));
    QVERIFY(m_mirror->applyTemplateList({first}, true));
    QCOMPARE(unread(), QStringList{first.id});
    QCOMPARE(column("SELECT gone FROM template WHERE id=2"), QStringLiteral("1"));
}

void MirrorTest::fieldsOfTemplates()
{
    Template card;
    card.id = QStringLiteral("1");
    TemplateRow text;
    text.fieldId = QStringLiteral("10");
    TemplateRow list = text;
    list.fieldId = QStringLiteral("11");
    TemplateRow section; // no field of its own
    card.details = {text, section, list};
    card.report = {text};
    QVERIFY(m_mirror->applyTemplates({{card, {}}}));
    QCOMPARE(
        m_mirror->fieldsWithoutDetails().value(), QStringList({QStringLiteral("10"), QStringLiteral("11")}));
    TemplateField field;
    field.id = QStringLiteral("10");
    QVERIFY(m_mirror->applyTemplateFields({{field, "{}"}}));
    QCOMPARE(m_mirror->fieldsWithoutDetails().value(), QStringList{QStringLiteral("11")});
    // A list's values may have changed too.
    QVERIFY(m_mirror->applyTemplateList({{card.id, {}}}, true));
    QCOMPARE(
        m_mirror->fieldsWithoutDetails().value(), QStringList({QStringLiteral("10"), QStringLiteral("11")}));
    // One that no template uses is read for its own sake, until the list of fields misses it.
    QVERIFY(m_mirror->applyTemplateList({}, true));
    QCOMPARE(m_mirror->fieldsWithoutDetails().value(), QStringList{QStringLiteral("10")});
    const NamedRef fresh{QStringLiteral("12"), QStringLiteral("new")};
    QVERIFY(m_mirror->applyFieldList({{field.id, {}}, fresh}, true));
    QCOMPARE(
        m_mirror->fieldsWithoutDetails().value(), QStringList({QStringLiteral("10"), QStringLiteral("12")}));
    QVERIFY(m_mirror->applyTemplateFields({{field, "{}"}}));
    QVERIFY(m_mirror->applyFieldList({fresh}, true));
    QCOMPARE(m_mirror->fieldsWithoutDetails().value(), QStringList{QStringLiteral("12")});
    QVERIFY(m_mirror->applyFieldList({{field.id, {}}}, true));
    QCOMPARE(m_mirror->fieldsWithoutDetails().value(), QStringList());
}

void MirrorTest::contractorsOfTheList()
{
    const ContractorListItem top{QStringLiteral("1"), text(u"Ромашка"), {}};
    const ContractorListItem part{QStringLiteral("2"), text(u"Склад"), {top.id, top.name}};
    const auto unread = [this] { return m_mirror->contractorsWithoutDetails(10).value(); };
    QVERIFY(m_mirror->applyContractorList({top, part}, true));
    QCOMPARE(unread(), QStringList({top.id, part.id}));
    QCOMPARE(m_mirror->contractorsWithoutDetails(1)->size(), 1);
    Contractor card;
    card.id = top.id;
    card.name = top.name;
    QVERIFY(m_mirror->applyContractors({{card, {}}}));
    card.id = part.id;
    card.name = part.name;
    card.parent = part.parent;
    QVERIFY(m_mirror->applyContractors({{card, {}}}));
    QCOMPARE(unread(), QStringList());
    QVERIFY(m_mirror->applyContractorList({top, part}, true));
    QCOMPARE(unread(), QStringList());
    // Renamed, or moved in the tree: its card is an old one.
    QVERIFY(m_mirror->applyContractorList({top, {part.id, part.name, {QStringLiteral("7"), {}}}}, true));
    QCOMPARE(unread(), QStringList{part.id});
    QVERIFY(m_mirror->applyContractorList({{top.id, text(u"Лютик"), {}}}, false));
    QCOMPARE(unread(), QStringList({top.id, part.id}));
    QVERIFY(m_mirror->applyContractorList({part}, true));
    QCOMPARE(unread(), QStringList{part.id});
    QCOMPARE(column("SELECT gone FROM contractor WHERE id=1"), QStringLiteral("1"));
}

void MirrorTest::aCardTellsMoreThanTheList()
{
    QVERIFY(m_mirror->applyContractorList(
        {{QStringLiteral("2"), text(u"Склад"), {QStringLiteral("1"), text(u"Ромашка")}}}, true));
    Contractor card;
    card.id = QStringLiteral("2");
    card.name = text(u"Новый склад");
    card.parent = {QStringLiteral("1"), {}}; // only the id: the list knows the name
    QVERIFY(m_mirror->applyContractors({{card, "{}"}}));
    QCOMPARE(
        column("SELECT parent_name || ': ' || search FROM contractor"),
        text(u"Ромашка: ромашка / новый склад"));
    card.parent = {}; // nothing at all
    QVERIFY(m_mirror->applyContractors({{card, "{}"}}));
    QCOMPARE(column("SELECT parent_name FROM contractor"), text(u"Ромашка"));
    card.parent = {QStringLiteral("7"), text(u"Лютик")};
    QVERIFY(m_mirror->applyContractors({{card, "{}"}}));
    QCOMPARE(
        column("SELECT parent_id || parent_name || ': ' || search FROM contractor"),
        text(u"7Лютик: лютик / новый склад"));
    // A card asked for by itself makes its row.
    card.id = QStringLiteral("3");
    QVERIFY(m_mirror->applyContractors({{card, "{}"}}));
    QCOMPARE(column("SELECT count(*) FROM contractor"), QStringLiteral("2"));
}

void MirrorTest::journalRows()
{
    const auto rows = [this] {
        return column("SELECT group_concat(row, ' ') FROM (SELECT row FROM journal_row ORDER BY row)");
    };
    const auto listed = [this] {
        return column(
            "SELECT group_concat(n, ', ') FROM (SELECT row || ' ' || number AS n FROM task ORDER BY row)");
    };
    QVERIFY(m_mirror->applyTasks(
        {told(QStringLiteral("5"), QStringLiteral("5")), told(QStringLiteral("8"), QStringLiteral("8"))},
        {0, 0}));
    store::JournalRow row;
    const auto numbered = [&row](RowId number, const char *shown) {
        row.row = number;
        row.token = QStringLiteral("t%1").arg(number);
        row.task.number = QString::fromLatin1(shown);
        return row;
    };
    QVERIFY(m_mirror->putJournalRow(numbered(-3, "c")));
    QVERIFY(m_mirror->putJournalRow(numbered(-4, "d")));
    QVERIFY(m_mirror->putJournalRow(numbered(-4, "d2")));
    QCOMPARE(rows(), QStringLiteral("-4 -3"));
    QCOMPARE(listed(), QStringLiteral("-4 d2, -3 c, 1 5, 2 8"));
    // The local one got its mirrored number: never both, never none.
    QVERIFY(m_mirror->putJournalRow(numbered(1, "c"), -3));
    QCOMPARE(rows(), QStringLiteral("-4 1"));
    QCOMPARE(listed(), QStringLiteral("-4 d2, 1 c, 2 8"));
    // The service's new word is kept, but what is laid over it stays until it is laid anew.
    QVERIFY(m_mirror->applyTasks({told(QStringLiteral("5"), QStringLiteral("55"))}, {0}));
    QCOMPARE(listed(), QStringLiteral("-4 d2, 1 c, 2 8"));
    QCOMPARE(m_mirror->mirrored(QStringLiteral("5")).value()->task.number, QStringLiteral("55"));
    QVERIFY(m_mirror->putJournalRow(numbered(1, "c3"), 1));
    QCOMPARE(listed(), QStringLiteral("-4 d2, 1 c3, 2 8"));
    QVERIFY(m_mirror->removeJournalRow(-4));
    QVERIFY(m_mirror->removeJournalRow(-99));
    QCOMPARE(rows(), QStringLiteral("1"));
    QVERIFY(m_mirror->replaceJournalRows({numbered(-1, "a"), numbered(2, "b")}));
    QCOMPARE(rows(), QStringLiteral("-1 2"));
    QCOMPARE(listed(), QStringLiteral("-1 a, 1 55, 2 b"));
    QVERIFY(m_mirror->replaceJournalRows({}));
    QCOMPARE(listed(), QStringLiteral("1 55, 2 8"));
    QCOMPARE(m_mirror->counts()->tasks, 2);
    // What is found follows each of them.
    QCOMPARE(column("SELECT count(*) FROM task_text"), QStringLiteral("2"));
}

void MirrorTest::metaStays()
{
    QCOMPARE(m_mirror->meta(QStringLiteral("lists.read")).value(), QString());
    QVERIFY(m_mirror->setMeta(QStringLiteral("lists.read"), QStringLiteral("1")));
    QVERIFY(m_mirror->setMeta(QStringLiteral("lists.read"), QStringLiteral("2")));
    QVERIFY(m_store->openMirror());
    QCOMPARE(m_store->mirror->meta(QStringLiteral("lists.read")).value(), QStringLiteral("2"));
}

QTEST_GUILESS_MAIN(MirrorTest)
#include "MirrorTest.moc"
