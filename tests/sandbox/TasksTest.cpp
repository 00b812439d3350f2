#include "Desk.h"

#include <QTest>

using namespace naryad::test;

namespace {

/// Everything the document's body of create-task has.
const QByteArray WholeBody = R"({
    "number":"1111", "template":{"id":828}, "employee":{"id":"3005"}, "contractor":{"id":97611}, "draft":true,
    "address":"Ленинский проспект 21", "addressPorch":"1", "addressFloor":"2", "addressRoom":"3",
    "addressInfo":"Вход по паспорту", "lat":"37.222", "lon":"54.222", "verificationRequired":false,
    "plannedVisitTime":"2021-01-01T15:00:00", "plannedEndVisitTime":"2021-01-01T16:00:00",
    "props":[{"field":{"id":2302},"value":100}]})";

QByteArray body(const QJsonObject &changes, std::initializer_list<const char *> removed = {})
{
    return changed(WholeBody, changes, removed);
}

QByteArray body(const char *changes)
{
    return body(json(changes).toObject());
}

} // namespace

/// create-task, update-task, get-task and get-task-list.
class TasksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void aTaskIsKeptWhole();
    void aTaskReadsAsTheDocumentShows();
    void theLeastBodyWillDo();
    void breachesAreRefused_data();
    void breachesAreRefused();
    void whatTheDocumentShowsPasses_data();
    void whatTheDocumentShowsPasses();
    void onlyDraftsAreUpdated();
    void anUpdateKeepsWhatItDoesntName();
    void anUpdateMayEmptyWhatItDoesntName();
    void nullTakesAReferenceAway();
    void anotherTemplateBringsItsOwnRows();
    void rowsKeepTheirIds();
    void anAddressMayBeFound();
    void theListEndsWithWhatWasMade();
    void fullTasksTellTheRest();
    void idsMayPassDoubles();

private:
    qint64 create(const QByteArray &body)
    {
        return m_desk->post(QStringLiteral("create-task"), body).madeId();
    }
    qint64 createSent() { return create(body(R"({"draft":false})")); }
    Reply update(qint64 id, const QByteArray &body)
    {
        return m_desk->post(QStringLiteral("update-task?id=%1").arg(id), body);
    }
    QJsonObject get(qint64 id) { return m_desk->get(QStringLiteral("get-task?id=%1").arg(id)).object(); }

    std::unique_ptr<Desk> m_desk;
};

void TasksTest::aTaskIsKeptWhole()
{
    const qint64 id = create(WholeBody);
    QVERIFY(id > 0);
    QCOMPARE(text(m_desk->made("task")), text(QJsonArray{num(id)}));
    QCOMPARE(text(m_desk->truth(QStringLiteral("new-tasks"))), text(QJsonArray{num(id)}));
    const QJsonObject truth = m_desk->truthOf("task", id);
    QCOMPARE(text(without(truth, {"id", "usn", "props", "checklist"})), text(json(R"({
            "createdAt":"2026-11-24T09:00:00Z", "plannedVisitTime":"2021-01-01T12:00:00Z",
            "plannedEndVisitTime":"2021-01-01T13:00:00Z", "draft":true,
            "template":{"id":828,"name":"Стандартная задача"}, "name":"1111",
            "contractor":{"id":"97611","name":"ООО «Ромашка»"}, "employee":{"id":"3005","name":"Сергей Кузнецов"},
            "address":"Ленинский проспект 21", "addressPorch":"1", "addressFloor":"2", "addressRoom":"3",
            "addressInfo":"Вход по паспорту", "lat":"37.222", "lon":"54.222", "verificationRequired":false,
            "closed_result":"", "closed_note":"", "comments":[], "comment_ids":[]})")));
    QCOMPARE(
        rowOfField(truth.value(QLatin1String("props")).toArray(), 2302).value(QLatin1String("value")), 100);
}

/// The document's sample, key for key; ids of rows and of the task apart.
void TasksTest::aTaskReadsAsTheDocumentShows()
{
    QJsonObject task = get(create(WholeBody));
    for (const char *list : {"props", "checklist"}) {
        QJsonArray rows;
        const QJsonArray given = task.value(QLatin1String(list)).toArray();
        for (const QJsonValue &row : given) {
            QVERIFY(row.toObject().value(QLatin1String("id")).toString().toLongLong() > 0);
            rows.append(without(row.toObject(), {"id"}));
        }
        task.insert(QLatin1String(list), rows);
    }
    QVERIFY(task.value(QLatin1String("id")).isString());
    QCOMPARE(text(without(task, {"id"})), text(json(R"({
        "createdAt":"2026-11-24T09:00:00Z", "plannedVisitTime":"2021-01-01T12:00:00Z",
        "plannedEndVisitTime":"2021-01-01T13:00:00Z", "draft":true,
        "template":{"id":828,"name":"Стандартная задача"}, "name":"1111",
        "props":[
            {"name":"Планируемая сумма за работу","parent":0,"value":100,"visibleToMobile":true,"required":false,
             "field":{"id":"2302","type":{"id":"2"}}},
            {"name":"Описание неисправности","parent":0,"value":null,"visibleToMobile":true,"required":false,
             "field":{"id":"2306","type":{"id":"1"}}}],
        "checklist":[
            {"name":"Выполненные работы","parent":0,"value":0,"visibleToMobile":null,"required":true,
             "field":{"id":"2313","type":{"id":"1"}}},
            {"name":"Фото накладной","parent":0,"value":0,"visibleToMobile":null,"required":true,
             "field":{"id":"2303","type":{"id":"6"}}}]})")));
}

void TasksTest::theLeastBodyWillDo()
{
    const qint64 id = create(R"({"template":{"id":"831"},"draft":true})");
    QVERIFY(id > 0);
    const QJsonObject truth = m_desk->truthOf("task", id);
    QCOMPARE(truth.value(QLatin1String("name")), QStringLiteral("002001")); // given by the system
    QCOMPARE(truth.value(QLatin1String("contractor")), QStringLiteral("0"));
    QCOMPARE(truth.value(QLatin1String("employee")), QStringLiteral("0"));
    QVERIFY(truth.value(QLatin1String("plannedVisitTime")).isNull());
    QVERIFY(truth.value(QLatin1String("plannedEndVisitTime")).isNull());
    QCOMPARE(truth.value(QLatin1String("lat")), QString());
    QCOMPARE(create(R"({"template":{"id":"831"},"draft":true})"), id + 5); // four rows took an id each
}

void TasksTest::breachesAreRefused_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *changes, int code) {
        QTest::newRow(name) << body(changes) << code;
    };
    QTest::newRow("no template") << body({}, {"template"}) << MissingKey;
    QTest::newRow("no draft") << body({}, {"draft"}) << MissingKey;
    QTest::newRow("sent to nobody") << body({{QStringLiteral("draft"), false}}, {"employee"}) << NotAllowed;
    row("an unknown key", R"({"equipment":{"id":4161}})", UnknownKey);
    row("the id in the body", R"({"id":1})", UnknownKey);
    row("another spelling", R"({"address_porch":"1"})", UnknownKey);
    row("no such template", R"({"template":{"id":1}})", NotFound);
    row("no template at all", R"({"template":null})", MissingKey);
    row("a bare template", R"({"template":828})", WrongValue);
    row("a template with its name", R"({"template":{"id":828,"name":"x"}})", UnknownKey);
    row("a template without id", R"({"template":{}})", MissingKey);
    row("words for an id", R"({"template":{"id":"first"}})", WrongValue);
    row("a fraction for an id", R"({"template":{"id":828.5}})", WrongValue);
    row("a negative id", R"({"template":{"id":-828}})", WrongValue);
    row("no such worker", R"({"employee":{"id":1}})", NotFound);
    row("one who only dispatches", R"({"employee":{"id":2977}})", NotFound);
    row("no such client", R"({"contractor":{"id":97612}})", NotFound);
    row("draft as a number", R"({"draft":1})", WrongValue);
    row("draft as a word", R"({"draft":"true"})", WrongValue);
    row("draft as nothing", R"({"draft":null})", WrongValue);
    row("sent to null", R"({"draft":false,"employee":null})", NotAllowed);
    row("a number that is one", R"({"number":1111})", WrongValue);
    row("an address that is no text", R"({"address":null})", WrongValue);
    row("a floor that is a number", R"({"addressFloor":2})", WrongValue);
    row("degrees as a number", R"({"lat":37.222})", WrongValue);
    row("degrees in words", R"({"lon":"east"})", WrongValue);
    row("beyond the pole", R"({"lat":"91"})", WrongValue);
    row("beyond the date line", R"({"lon":"-180.5"})", WrongValue);
    row("a check in words", R"({"verificationRequired":"yes"})", WrongValue);
    row("a time with a zone", R"({"plannedVisitTime":"2021-01-01T15:00:00Z"})", WrongValue);
    row("a day", R"({"plannedVisitTime":"2021-01-01"})", WrongValue);
    row("no such day", R"({"plannedVisitTime":"2021-02-30T15:00:00"})", WrongValue);
    row("an empty time", R"({"plannedEndVisitTime":""})", WrongValue);
    row("seconds since 1970", R"({"plannedEndVisitTime":1609513200})", WrongValue);
    row("an end before the start", R"({"plannedEndVisitTime":"2021-01-01T14:59:59"})", WrongValue);
    row("one prop outside an array", R"({"props":{"field":{"id":2302},"value":100}})", WrongValue);
    row("a prop that is no object", R"({"props":[100]})", WrongValue);
    row("a prop without field", R"({"props":[{"value":100}]})", MissingKey);
    row("a prop without value", R"({"props":[{"field":{"id":2302}}]})", MissingKey);
    row("a prop with more", R"({"props":[{"field":{"id":2302},"value":1,"required":true}]})", UnknownKey);
    row("a field of no template", R"({"props":[{"field":{"id":1},"value":100}]})", NotFound);
    row("a field of another template", R"({"props":[{"field":{"id":2304},"value":{"id":2747}}]})", NotFound);
    row("a field of the report", R"({"props":[{"field":{"id":2313},"value":"x"}]})", NotFound);
    row("a field twice", R"({"props":[{"field":{"id":2302},"value":1},{"field":{"id":2302},"value":2}]})",
        WrongValue);
    row("a checklist", R"({"checklist":[]})", UnknownKey);
}

/// In a create and in an update of a draft; neither leaves anything behind.
void TasksTest::breachesAreRefused()
{
    QFETCH(const QByteArray, given);
    QFETCH(const int, code);
    QCOMPARE(m_desk->post(QStringLiteral("create-task"), given).code(), code);
    QCOMPARE(text(m_desk->made("task")), text(QJsonArray()));

    naryad::sandbox::Options options;
    options.omittedKeep = false; // what is left out is then missing in an update as well
    m_desk = std::make_unique<Desk>(options);
    const qint64 id = create(WholeBody);
    const QString before = text(m_desk->truthOf("task", id));
    QCOMPARE(update(id, given).code(), code);
    QCOMPARE(text(m_desk->truthOf("task", id)), before);
}

void TasksTest::whatTheDocumentShowsPasses_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::newRow("ids as texts") << body(R"({"template":{"id":"828"},"contractor":{"id":"97611"}})");
    QTest::newRow("ids as numbers") << body(R"({"employee":{"id":3005}})");
    QTest::newRow("no place") << body(R"({"lat":"","lon":""})");
    QTest::newRow("no props") << body(R"({"props":[]})");
    QTest::newRow("no number") << body({}, {"number"});
    QTest::newRow("no client") << body({}, {"contractor"});
    QTest::newRow("a draft for somebody") << body(R"({"draft":true})");
    QTest::newRow("sent at once") << body(R"({"draft":false})");
    QTest::newRow("a moment") << body(R"({"plannedEndVisitTime":"2021-01-01T15:00:00"})");
    QTest::newRow("an end alone") << body({}, {"plannedVisitTime"});
}

void TasksTest::whatTheDocumentShowsPasses()
{
    QFETCH(const QByteArray, given);
    QVERIFY(create(given) > 0);
}

void TasksTest::onlyDraftsAreUpdated()
{
    const qint64 id = create(WholeBody);
    QCOMPARE(update(id, body(R"({"address":"Садовая 3","draft":false})")).madeId(), id);
    const QString sent = text(m_desk->truthOf("task", id));
    QVERIFY(sent.contains(QStringLiteral("Садовая 3")));
    const Reply refused = update(id, WholeBody);
    QCOMPARE(refused.code(), NotAllowed);
    QVERIFY(refused.words().contains(QStringLiteral("черновик")));
    QCOMPARE(text(m_desk->truthOf("task", id)), sent);
    QCOMPARE(update(1, WholeBody).code(), NotFound);
}

void TasksTest::anUpdateKeepsWhatItDoesntName()
{
    const qint64 id = create(WholeBody);
    const QJsonObject before = m_desk->truthOf("task", id);
    QCOMPARE(update(id, R"({"template":{"id":828},"draft":true})").madeId(), id);
    QJsonObject after = m_desk->truthOf("task", id);
    // Times alone have no other way of saying that there are none.
    QVERIFY(after.value(QLatin1String("plannedVisitTime")).isNull());
    QVERIFY(after.value(QLatin1String("plannedEndVisitTime")).isNull());
    QCOMPARE(
        text(without(after, {"usn", "plannedVisitTime", "plannedEndVisitTime"})),
        text(without(before, {"usn", "plannedVisitTime", "plannedEndVisitTime"})));
    QVERIFY(
        after.value(QLatin1String("usn")).toString().toLongLong()
        > before.value(QLatin1String("usn")).toString().toLongLong());
    // The array, where it is given, is all there is.
    QCOMPARE(update(id, body(R"({"props":[{"field":{"id":2306},"value":"шум"}]})")).madeId(), id);
    const QJsonArray props = m_desk->truthOf("task", id).value(QLatin1String("props")).toArray();
    QVERIFY(rowOfField(props, 2302).value(QLatin1String("value")).isNull());
    QCOMPARE(rowOfField(props, 2306).value(QLatin1String("value")), QStringLiteral("шум"));
}

void TasksTest::anUpdateMayEmptyWhatItDoesntName()
{
    naryad::sandbox::Options options;
    options.omittedKeep = false;
    m_desk = std::make_unique<Desk>(options);
    const qint64 id = create(WholeBody);
    QCOMPARE(update(id, R"({"template":{"id":828},"draft":true})").madeId(), id);
    const QJsonObject after = m_desk->truthOf("task", id);
    QCOMPARE(text(without(after, {"id", "usn", "props", "checklist", "createdAt"})), text(json(R"({
            "plannedVisitTime":null, "plannedEndVisitTime":null, "draft":true,
            "template":{"id":828,"name":"Стандартная задача"}, "name":"002002", "contractor":"0", "employee":"0",
            "address":"", "addressPorch":"", "addressFloor":"", "addressRoom":"", "addressInfo":"", "lat":"", "lon":"",
            "verificationRequired":false, "closed_result":"", "closed_note":"", "comments":[], "comment_ids":[]})")));
    QVERIFY(rowOfField(after.value(QLatin1String("props")).toArray(), 2302)
                .value(QLatin1String("value"))
                .isNull());
}

void TasksTest::nullTakesAReferenceAway()
{
    const qint64 id = create(WholeBody);
    QCOMPARE(update(id, body(R"({"employee":null,"contractor":null})")).madeId(), id);
    const QJsonObject after = m_desk->truthOf("task", id);
    QCOMPARE(after.value(QLatin1String("contractor")), QStringLiteral("0"));
    QCOMPARE(after.value(QLatin1String("employee")), QStringLiteral("0"));
}

void TasksTest::anotherTemplateBringsItsOwnRows()
{
    const qint64 id = create(WholeBody);
    const Reply reply
        = update(id, body(R"({"template":{"id":834},"props":[{"field":{"id":2306},"value":"замер окна"}]})"));
    QCOMPARE(reply.madeId(), id);
    const QJsonObject task = get(id);
    QCOMPARE(task.value(QLatin1String("template")).toObject().value(QLatin1String("id")), 834);
    const QJsonArray props = task.value(QLatin1String("props")).toArray();
    QCOMPARE(props.size(), 1);
    QCOMPARE(rowOfField(props, 2306).value(QLatin1String("value")), QStringLiteral("замер окна"));
    QCOMPARE(task.value(QLatin1String("checklist")).toArray().size(), 2);
}

void TasksTest::rowsKeepTheirIds()
{
    const qint64 id = create(WholeBody);
    const QJsonArray before = get(id).value(QLatin1String("props")).toArray();
    QCOMPARE(update(id, body(R"({"props":[{"field":{"id":2302},"value":7}]})")).madeId(), id);
    const QJsonArray after = get(id).value(QLatin1String("props")).toArray();
    for (int i = 0; i < before.size(); ++i)
        QCOMPARE(
            after.at(i).toObject().value(QLatin1String("id")),
            before.at(i).toObject().value(QLatin1String("id")));
    const qint64 other = create(WholeBody);
    QVERIFY(get(other).value(QLatin1String("props")).toArray().at(0) != after.at(0));
}

void TasksTest::anAddressMayBeFound()
{
    naryad::sandbox::Options options;
    options.geocode = true;
    m_desk = std::make_unique<Desk>(options);
    const auto place = [this](qint64 id) -> QString {
        const QJsonObject truth = m_desk->truthOf("task", id);
        return truth.value(QLatin1String("lat")).toString() + QLatin1Char(' ')
            + truth.value(QLatin1String("lon")).toString();
    };
    QCOMPARE(place(create(WholeBody)), QStringLiteral("37.222 54.222"));
    const qint64 id = create(body(R"({"lat":"","lon":""})"));
    const QString found = place(id);
    QVERIFY(found.startsWith(QLatin1String("55.")) && found.contains(QLatin1String(" 37.")));
    QCOMPARE(
        update(id, body({{QStringLiteral("address"), QStringLiteral("Садовая 3")}}, {"lat", "lon"})).madeId(),
        id);
    QVERIFY(place(id) != found);
    QCOMPARE(place(create(body({}, {"address", "lat", "lon"}))), QStringLiteral(" "));
}

void TasksTest::theListEndsWithWhatWasMade()
{
    naryad::sandbox::Options options;
    options.tasks = 19;
    m_desk = std::make_unique<Desk>(options);
    const qint64 first = create(WholeBody);
    const qint64 second = create(WholeBody);
    const auto page = [this](int number) {
        return m_desk->get(QStringLiteral("get-task-list?page=%1").arg(number)).array();
    };
    QCOMPARE(page(0).size(), 10);
    QCOMPARE(page(1).size(), 10);
    QCOMPARE(
        text(page(1).at(9)),
        text(QJsonObject{
            {QStringLiteral("id"), num(first)}, {QStringLiteral("name"), QStringLiteral("1111")}}));
    QCOMPARE(
        text(page(2)),
        text(QJsonArray{QJsonObject{
            {QStringLiteral("id"), num(second)}, {QStringLiteral("name"), QStringLiteral("1111")}}}));
    QCOMPARE(page(3).size(), 0);
    QCOMPARE(text(m_desk->get(QStringLiteral("get-task-list")).array()), text(page(0)));
}

void TasksTest::fullTasksTellTheRest()
{
    naryad::sandbox::Options options;
    options.fullTasks = true;
    m_desk = std::make_unique<Desk>(options);
    const qint64 id = createSent();
    const QJsonObject task = get(id);
    QCOMPARE(
        text(task),
        text(without(
            m_desk->truthOf("task", id),
            {"closed_result", "closed_note", "comments", "comment_ids", "usn"})));
    QCOMPARE(
        text(task.value(QLatin1String("task_status"))),
        text(json(R"({"id":"12","name":"Отправлено","statusId":"1","color":"#888888"})")));
    QVERIFY(!get(create(WholeBody)).contains(QLatin1String("task_status")));
    m_desk->post4(QStringLiteral("close-task?id=%1").arg(id), R"({"result_status":"74"})");
    QCOMPARE(
        text(get(id).value(QLatin1String("task_status"))),
        text(json(R"({"id":"19","name":"Завершена","statusId":"7","color":"#888888"})")));
}

void TasksTest::idsMayPassDoubles()
{
    naryad::sandbox::Options options;
    options.newIdsFrom = (qint64(1) << 53) + 1;
    m_desk = std::make_unique<Desk>(options);
    const qint64 id = create(WholeBody);
    QVERIFY(id > (qint64(1) << 53));
    QCOMPARE(get(id).value(QLatin1String("id")), num(id));
    QCOMPARE(update(id, WholeBody).body, "{\"id\":" + QByteArray::number(id) + '}');
}

QTEST_GUILESS_MAIN(TasksTest)
#include "TasksTest.moc"
