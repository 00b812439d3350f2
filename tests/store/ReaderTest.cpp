#include "store/Reader.h"
#include "StoreFixture.h"

#include <QTest>

using namespace naryad;
using namespace naryad::test;

/// Rows, cards, pickers and the Outbox, as the screens read them.
class ReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void rowsInTheOrderAsked();
    void whatLiesOverARow();
    void theCardTellsWhatWasSaid();
    void pickersBestFirst_data();
    void pickersBestFirst();
    void workersOnly();
    void resultsOfThisComputer();
    void theLastResultOfEachTemplate();
    void fieldsOfTheAccount();
    void aCardByWhatCommandsCallTheTask();
    void contractorCards();
    void templateForms();
    void outbox();
    void withoutFiles();
    void whoGoesDropsTheLine();

private:
    template <class T> static T taken(QFuture<Result<T>> future) { return future.result().value(); }
    RowId mirrored(const store::Kept<Task> &task)
    {
        return m_store->mirror->applyTasks({task}, {0})->first();
    }

    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<StoreFixture> m_store;
};

void ReaderTest::init()
{
    m_reader.reset();
    m_store = std::make_unique<StoreFixture>();
    QVERIFY(m_store->openJournal());
    QVERIFY(m_store->openMirror());
    m_reader = std::make_unique<store::Reader>(m_store->mirrorPath(), m_store->journalPath());
}

void ReaderTest::rowsInTheOrderAsked()
{
    QVector<RowId> rows;
    for (int i = 0; i < 5; ++i)
        rows.append(mirrored(told(QString::number(100 + i))));
    QVERIFY(m_store->mirror->wantTask(QStringLiteral("200")));
    const RowId bare = m_store->mirror->mirrored(QStringLiteral("200")).value()->row;
    Template card;
    card.id = QStringLiteral("7");
    card.colour = QStringLiteral("#00ff00");
    QVERIFY(m_store->mirror->applyTemplates({{card, {}}}));

    const auto read = taken(m_reader->taskRows({rows.at(3), 9999, bare, rows.at(0), -5, rows.at(3)}));
    QCOMPARE(read.size(), 4);
    QCOMPARE(read.at(0).id, QStringLiteral("103"));
    QCOMPARE(read.at(0).row, rows.at(3));
    QCOMPARE(read.at(0).number, QStringLiteral("N103"));
    QCOMPARE(read.at(0).templateColour, card.colour);
    QCOMPARE(read.at(0).state, TaskState::Sent);
    QVERIFY(read.at(0).detailsLoaded && read.at(0).token.isEmpty());
    QVERIFY(!read.at(1).detailsLoaded);
    QCOMPARE(read.at(1).state, TaskState::NotKnown);
    QCOMPARE(read.at(1).templateColour, QString());
    QCOMPARE(read.at(2).id, QStringLiteral("100"));
    QCOMPARE(read.at(3), read.at(0));
    QCOMPARE(taken(m_reader->taskRows({})).size(), 0);
}

void ReaderTest::whatLiesOverARow()
{
    const RowId row = mirrored(told(QStringLiteral("5")));
    store::JournalRow laid;
    laid.row = row;
    laid.task = told(QStringLiteral("5"), QStringLiteral("said here")).value;
    laid.state = TaskState::Closed;
    laid.pending = PendingState::Unsure;
    store::JournalRow local;
    local.row = -3;
    local.token = QStringLiteral("token");
    local.task.taskTemplate.name = text(u"Осмотр");
    local.state = TaskState::Draft;
    local.pending = PendingState::Held;
    QVERIFY(m_store->mirror->replaceJournalRows({laid, local}));
    const auto read = taken(m_reader->taskRows({row, -3}));
    QCOMPARE(read.at(0).number, QStringLiteral("said here"));
    QCOMPARE(read.at(0).state, TaskState::Closed);
    QCOMPARE(read.at(0).pending, PendingState::Unsure);
    QCOMPARE(read.at(0).id, QStringLiteral("5"));
    QCOMPARE(read.at(1).token, local.token);
    QVERIFY(read.at(1).id.isEmpty() && read.at(1).detailsLoaded);
    QCOMPARE(read.at(1).ref(), (ObjectRef{{}, local.token}));
    QVERIFY(m_store->mirror->removeJournalRow(row));
    QCOMPARE(taken(m_reader->taskRows({row})).first().number, QStringLiteral("N5"));
}

void ReaderTest::theCardTellsWhatWasSaid()
{
    store::Journal &journal = *m_store->journal;
    const RowId row = mirrored(told(QStringLiteral("50")));
    const auto say = [&journal](const Command &command) { return journal.append(command).value(); };
    const JournalEntry create = say(creation());
    const JournalEntry onLocal = say(commentOn({{}, create.token}));
    say(commentOn({QStringLiteral("5"), {}})); // ids that only begin or end alike
    say(commentOn({QStringLiteral("150"), {}}));
    const JournalEntry other = say(creation());
    const JournalEntry onOther = say(commentOn({{}, other.token}));
    const JournalEntry onId = say(UpdateTask{{QStringLiteral("50"), {}}, creation().body});
    QVERIFY(journal.settle(create.id, sent(QStringLiteral("50"))));
    // Another command's result is the same id, and is listed once.
    QVERIFY(journal.settle(onId.id, sent(QStringLiteral("50"))));

    const auto numbers = [](const TaskCard &card) {
        QVector<CommandId> ids;
        for (const JournalEntry &entry : card.said)
            ids.append(entry.id);
        return ids;
    };
    const TaskCard card = taken(m_reader->taskCard(row));
    QCOMPARE(numbers(card), QVector<CommandId>({create.id, onLocal.id, onId.id}));
    QCOMPARE(card.said.first(), journal.entry(create.id).value());
    QCOMPARE(card.task, told(QStringLiteral("50")).value);
    QCOMPARE(card.rawAnswer, told(QStringLiteral("50")).raw);

    store::JournalRow local;
    local.row = -other.id;
    local.token = other.token;
    QVERIFY(m_store->mirror->putJournalRow(local));
    const TaskCard localCard = taken(m_reader->taskCard(local.row));
    QCOMPARE(numbers(localCard), QVector<CommandId>({other.id, onOther.id}));
    QVERIFY(localCard.rawAnswer.isEmpty());
    // A task nothing was said about, and one that is not there.
    QCOMPARE(taken(m_reader->taskCard(mirrored(told(QStringLiteral("60"))))).said.size(), 0);
    QCOMPARE(m_reader->taskCard(9999).result().error().kind, ErrorKind::NotFound);
}

void ReaderTest::pickersBestFirst_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const char16_t *typed, const QStringList &found) {
        QTest::addRow("%s", name) << text(typed) << found;
    };
    row("the exact name before all", u"ромашка",
        {QStringLiteral("3"), QStringLiteral("5"), QStringLiteral("4"), QStringLiteral("1"),
         QStringLiteral("2")});
    row("in another case and quotes", u"«РОМАШКА»",
        {QStringLiteral("3"), QStringLiteral("5"), QStringLiteral("4"), QStringLiteral("1"),
         QStringLiteral("2")});
    row("a subdivision by its own name", u"склад", {QStringLiteral("5"), QStringLiteral("6")});
    row("the whole path as it is shown", u"Ромашка / Склад", {QStringLiteral("5")});
    row("words in any order", u"склад ромашка", {QStringLiteral("5")});
    row("the wrong layout", u"hjvfirf",
        {QStringLiteral("3"), QStringLiteral("5"), QStringLiteral("4"), QStringLiteral("1"),
         QStringLiteral("2")});
    row("inside a word", u"машка",
        {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("5"),
         QStringLiteral("4")});
    row("yo", u"ёлка", {QStringLiteral("7")});
    row("no wildcard", u"%", {});
    row("nobody", u"нет такого", {});
}

void ReaderTest::pickersBestFirst()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    const auto item = [](const char *id, const char16_t *name, const NamedRef &parent = {}) {
        return ContractorListItem{QString::fromLatin1(id), text(name), parent};
    };
    QVERIFY(m_store->mirror->applyContractorList(
        {item("1", u"АО Ромашка"), item("2", u"Нью-Ромашка"), item("3", u"Ромашка"),
         item("4", u"Ромашка Плюс"), item("5", u"Склад", {QStringLiteral("3"), text(u"Ромашка")}),
         item("6", u"Складской двор"), item("7", u"Елка"), item("8", u"ромашка (закрыта)")},
        true));
    // What has gone is not offered.
    QVERIFY(m_store->mirror->applyContractorList(
        {item("1", u"АО Ромашка"), item("2", u"Нью-Ромашка"), item("3", u"Ромашка"),
         item("4", u"Ромашка Плюс"), item("5", u"Склад", {QStringLiteral("3"), text(u"Ромашка")}),
         item("6", u"Складской двор"), item("7", u"Елка")},
        true));
    QStringList ids;
    const auto rows = taken(m_reader->contractors(typed, 200));
    for (const Contractor &contractor : rows)
        ids.append(contractor.id);
    QCOMPARE(ids, found);
    QCOMPARE(taken(m_reader->contractors(typed, 2)), rows.mid(0, 2));
    QCOMPARE(taken(m_reader->contractors({}, 200)).size(), 7);
    QCOMPARE(taken(m_reader->contractors({}, 200)).first().name, text(u"АО Ромашка"));
}

void ReaderTest::workersOnly()
{
    const auto yes = Known<bool>::fromService(true);
    const auto no = Known<bool>::fromService(false);
    QVERIFY(m_store->mirror->applyEmployees(
        {{QStringLiteral("1"), text(u"Иванов"), no, yes},
         {QStringLiteral("2"), text(u"Иваненко"), yes, no},
         {QStringLiteral("3"), text(u"Ивашов"), {}, {}}},
        true));
    const auto workers = taken(m_reader->employees(text(u"ива"), true, 10));
    QCOMPARE(workers.size(), 2);
    QCOMPARE(workers.at(0).id, QStringLiteral("1"));
    QCOMPARE(workers.at(0).mobileRole, yes);
    QVERIFY(!workers.at(1).mobileRole.isKnown());
    QCOMPARE(taken(m_reader->employees(text(u"ива"), false, 10)).size(), 3);
    QCOMPARE(taken(m_reader->employees(text(u"ива"), false, 10)).first().id, QStringLiteral("2"));
    QVERIFY(m_store->mirror->applyTemplateList(
        {{QStringLiteral("1"), text(u"Ремонт")}, {QStringLiteral("2"), text(u"Монтаж")}}, true));
    QCOMPARE(taken(m_reader->templates({}, 10)).first().name, text(u"Монтаж"));
    QCOMPARE(taken(m_reader->templates(text(u"htvjyn"), 10)).first().id, QStringLiteral("1"));
}

void ReaderTest::resultsOfThisComputer()
{
    QVERIFY(m_store->journal->keepResult({QStringLiteral("75"), text(u"Отказ клиента")}));
    QVERIFY(m_store->journal->keepResult({QStringLiteral("74"), text(u"Выполнено")}));
    const NamedRef done{QStringLiteral("74"), text(u"Выполнено")};
    QCOMPARE(taken(m_reader->results({}, 10)).size(), 2);
    QCOMPARE(taken(m_reader->results({}, 1)), QVector<NamedRef>{done});
    QCOMPARE(taken(m_reader->results(QStringLiteral("74"), 10)), QVector<NamedRef>{done});
    QCOMPARE(taken(m_reader->results(text(u"выполнено 74"), 10)), QVector<NamedRef>{done});
    QCOMPARE(taken(m_reader->results(text(u"dsgjk"), 10)), QVector<NamedRef>{done});
    QCOMPARE(taken(m_reader->results(text(u"клиента отказ"), 10)).size(), 1);
    QCOMPARE(taken(m_reader->results(text(u"нет"), 10)).size(), 0);
}

void ReaderTest::theLastResultOfEachTemplate()
{
    using Used = QHash<QString, NamedRef>;
    store::Journal &journal = *m_store->journal;
    QCOMPARE(taken(m_reader->resultsUsed()), Used());
    QVERIFY(journal.setMeta(QStringLiteral("session"), QStringLiteral("a")));
    QVERIFY(journal.keepResult({QStringLiteral("74"), text(u"Выполнено")}));
    QVERIFY(journal.noteResultUsed(QStringLiteral("7"), QStringLiteral("75")));
    QVERIFY(journal.noteResultUsed(QStringLiteral("7"), QStringLiteral("74")));
    QVERIFY(journal.noteResultUsed(QStringLiteral("8"), QStringLiteral("76")));
    const NamedRef done{QStringLiteral("74"), text(u"Выполнено")};
    const NamedRef nameless{QStringLiteral("76"), {}};
    Used expected{{QStringLiteral("7"), done}, {QStringLiteral("8"), nameless}, {QString(), nameless}};
    QCOMPARE(taken(m_reader->resultsUsed()), expected);
    // Of a task whose template is not known: the last of all, and no template's.
    QVERIFY(journal.noteResultUsed({}, QStringLiteral("74")));
    expected.insert(QString(), done);
    QCOMPARE(taken(m_reader->resultsUsed()), expected);
}

void ReaderTest::fieldsOfTheAccount()
{
    const auto field = [](const char *id, const QString &name, int type) {
        return store::Kept<TemplateField>{{QString::fromLatin1(id), name, type, {}}, {}};
    };
    QVERIFY(m_store->mirror->applyTemplateFields(
        {field("1", text(u"Общая сумма"), 2), field("2", text(u"Сумма работ"), 2),
         field("3", text(u"Сумма"), 2), field("4", text(u"Оплата"), 5), field("5", text(u"Раздел"), 4)}));
    QStringList ids;
    const auto found = taken(m_reader->templateFields(text(u"сумма"), 10));
    for (const TemplateField &one : found)
        ids.append(one.id);
    // Called so, beginning so, having it inside.
    QCOMPARE(ids, (QStringList{QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1")}));
    QCOMPARE(taken(m_reader->templateFields(text(u"jgkfnf"), 10)).first().id, QStringLiteral("4"));
    QCOMPARE(taken(m_reader->templateFields({}, 3)).size(), 3);
    QCOMPARE(taken(m_reader->templateFields(text(u"нет такого"), 10)).size(), 0);
    QCOMPARE(taken(m_reader->templateField(QStringLiteral("4"))).typeId, 5);
    const auto none = m_reader->templateField(QStringLiteral("6"));
    QCOMPARE(none.result().error().kind, ErrorKind::NotFound);
}

void ReaderTest::aCardByWhatCommandsCallTheTask()
{
    Task task;
    task.id = QStringLiteral("101");
    task.number = QStringLiteral("17");
    QVERIFY(m_store->mirror->wantTask(task.id));
    QVERIFY(m_store->mirror->applyTasks({{task, "{}"}}, {0}));
    QCOMPARE(taken(m_reader->taskCardOf({task.id, {}})).task.number, QStringLiteral("17"));
    for (const ObjectRef &none : {ObjectRef{QStringLiteral("102"), {}}, ObjectRef{{}, QStringLiteral("t")}})
        QCOMPARE(m_reader->taskCardOf(none).result().error().kind, ErrorKind::NotFound);
}

void ReaderTest::contractorCards()
{
    QVERIFY(m_store->mirror->applyContractorList(
        {{QStringLiteral("5"), text(u"Склад"), {QStringLiteral("3"), text(u"Ромашка")}}}, true));
    Contractor bare = taken(m_reader->contractor(QStringLiteral("5")));
    QVERIFY(!bare.detailsLoaded);
    QCOMPARE(bare.path(), text(u"Ромашка / Склад"));
    Contractor card = bare;
    card.parent = {QStringLiteral("3"), {}};
    card.detailsLoaded = true;
    card.name = text(u"Склад 2");
    QVERIFY(m_store->mirror->applyContractors({{card, "{}"}}));
    const Contractor read = taken(m_reader->contractor(QStringLiteral("5")));
    QVERIFY(read.detailsLoaded);
    QCOMPARE(read.path(), text(u"Ромашка / Склад 2"));
    QCOMPARE(m_reader->contractor(QStringLiteral("6")).result().error().kind, ErrorKind::NotFound);
}

void ReaderTest::templateForms()
{
    QCOMPARE(m_reader->templateForm(QStringLiteral("1")).result().error().kind, ErrorKind::NotFound);
    QVERIFY(m_store->mirror->applyTemplateList({{QStringLiteral("1"), text(u"Монтаж")}}, true));
    TemplateForm form = taken(m_reader->templateForm(QStringLiteral("1")));
    QVERIFY(!form.loaded);
    QCOMPARE(form.taskTemplate.name, text(u"Монтаж"));
    Template card;
    card.id = QStringLiteral("1");
    card.name = text(u"Монтаж");
    TemplateRow words;
    words.fieldId = QStringLiteral("10");
    words.typeId = 1;
    TemplateRow list = words;
    list.fieldId = QStringLiteral("11");
    list.typeId = 5;
    card.details = {words, list};
    QVERIFY(m_store->mirror->applyTemplates({{card, {}}}));
    form = taken(m_reader->templateForm(QStringLiteral("1")));
    QVERIFY(!form.loaded); // a list without its values can't be filled in
    TemplateField field;
    field.id = QStringLiteral("11");
    field.typeId = 5;
    field.values = {{QStringLiteral("1"), text(u"Да"), false}};
    QVERIFY(m_store->mirror->applyTemplateFields({{field, {}}}));
    form = taken(m_reader->templateForm(QStringLiteral("1")));
    QVERIFY(form.loaded);
    QCOMPARE(form.taskTemplate, card);
    QCOMPARE(*form.field(QStringLiteral("11")), field);
}

void ReaderTest::outbox()
{
    store::Journal &journal = *m_store->journal;
    using namespace std::chrono_literals;
    // The reader goes by the computer's clock.
    const auto toDaysAgo = [this](int days) {
        const QDateTime then = QDateTime::currentDateTimeUtc().addDays(-days);
        m_store->clock.advance(std::chrono::milliseconds(m_store->clock.now().msecsTo(then)));
    };
    toDaysAgo(100);
    QVector<CommandId> ids;
    for (int i = 0; i < 7; ++i)
        ids.append(journal.append(creation())->id);
    QVERIFY(journal.settle(ids.at(0), sent({})));
    toDaysAgo(31);
    QVERIFY(journal.settle(ids.at(1), toState(CommandState::Dropped)));
    toDaysAgo(29);
    QVERIFY(journal.settle(ids.at(2), sent({})));
    QVERIFY(journal.settle(ids.at(3), toState(CommandState::Unsure)));
    QVERIFY(journal.settle(ids.at(4), toState(CommandState::Refused)));
    QVERIFY(journal.settle(ids.at(5), toState(CommandState::Held)));
    const auto numbers = [this](int days) {
        QVector<CommandId> found;
        const auto entries = taken(m_reader->outbox(days));
        for (const JournalEntry &entry : entries)
            found.append(entry.id);
        return found;
    };
    // What is not settled never leaves it, however old.
    QCOMPARE(numbers(30), QVector<CommandId>({ids.at(6), ids.at(5), ids.at(4), ids.at(3), ids.at(2)}));
    QCOMPARE(
        numbers(50), QVector<CommandId>({ids.at(6), ids.at(5), ids.at(4), ids.at(3), ids.at(2), ids.at(1)}));
    QCOMPARE(numbers(1), QVector<CommandId>({ids.at(6), ids.at(5), ids.at(4), ids.at(3)}));
}

void ReaderTest::withoutFiles()
{
    const store::Reader reader(m_store->path(QStringLiteral("none.db")), m_store->journalPath());
    const auto answer = reader.taskIds({}, -1).result();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Storage);
    QVERIFY(!QFile::exists(m_store->path(QStringLiteral("none.db"))));
    // As soon as it is there, it is read.
    const auto made = store::Mirror::open(m_store->path(QStringLiteral("none.db")));
    QVERIFY(made);
    QVERIFY(reader.taskIds({}, -1).result());
}

void ReaderTest::whoGoesDropsTheLine()
{
    QVector<store::Kept<Task>> tasks;
    for (int i = 0; i < 2000; ++i)
        tasks.append(told(QString::number(i)));
    QVERIFY(m_store->mirror->applyTasks(tasks, QVector<qint64>(tasks.size())));
    QVector<QFuture<Result<store::TaskIds>>> line;
    for (int i = 0; i < 200; ++i)
        line.append(m_reader->taskIds({}, -1));
    m_reader.reset();
    int dropped = 0;
    for (const auto &future : line) {
        QVERIFY(future.isFinished());
        dropped += future.isCanceled() ? 1 : 0;
    }
    QVERIFY(dropped > 0);
}

QTEST_GUILESS_MAIN(ReaderTest)
#include "ReaderTest.moc"
