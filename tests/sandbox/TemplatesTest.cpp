#include "Desk.h"

#include <QTest>

using namespace naryad::test;

namespace {

/// The document's body, its checklist as the array its answer shows.
const QByteArray WholeBody = R"({
    "color":"#FFffff", "name":"Реквизит перечисление", "visit":{"id":2}, "visitDuration":7200,
    "props":[{"visibleToMobile":false,"field":{"id":"2302"}}],
    "checklist":[{"required":true,"field":{"id":"2311"}}]})";

QByteArray body(const char *changes, std::initializer_list<const char *> removed = {})
{
    return changed(WholeBody, json(changes).toObject(), removed);
}

} // namespace

/// Task templates, and the employees beside them.
class TemplatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start({}); }
    void aTemplateReadsAsTheDocumentShows();
    void aChecklistMayBeOneObject();
    void bothFlagsAreTakenInBothLists();
    void aNameIsEnough();
    void breachesAreRefused_data();
    void breachesAreRefused();
    void listsAreWhole();
    void anUpdateMayEmptyWhatItDoesntName();
    void newTasksTakeTheNewRows();
    void sectionsAreToldOnlyWhenAsked();
    void theListIsPaged();
    void whatIsInUseStays();
    void anUnusedTemplateGoes();
    void employeesHaveRoles();

private:
    void start(const naryad::sandbox::Options &options) { m_desk = std::make_unique<Desk>(options); }
    qint64 create(const QByteArray &body)
    {
        return m_desk->post(QStringLiteral("create-template"), body).madeId();
    }
    Reply update(qint64 id, const QByteArray &body)
    {
        return m_desk->post(QStringLiteral("update-template?id=%1").arg(id), body);
    }
    Reply get(qint64 id) { return m_desk->get(QStringLiteral("get-template?id=%1").arg(id)); }
    Reply remove(qint64 id) { return m_desk->post(QStringLiteral("delete-template?id=%1").arg(id)); }

    std::unique_ptr<Desk> m_desk;
};

void TemplatesTest::aTemplateReadsAsTheDocumentShows()
{
    const qint64 id = create(WholeBody);
    QVERIFY(id > 0);
    QCOMPARE(text(m_desk->made("template")), text(QJsonArray{num(id)}));
    QJsonObject told = get(id).object();
    for (const char *list : {"props", "checklist"}) {
        const QJsonObject row = told.value(QLatin1String(list)).toArray().at(0).toObject();
        QVERIFY(row.value(QLatin1String("id")).toString().toLongLong() > 0);
        told.insert(QLatin1String(list), QJsonArray{without(row, {"id"})});
    }
    QJsonObject expected = json(R"json({
        "color":"#ffffff", "createdAt":"1795510800", "name":"Реквизит перечисление",
        "visit":{"id":"2","name":"Сегодня"}, "visitDuration":"7200",
        "props":[{"name":"Планируемая сумма за работу","visibleToMobile":false,"required":false,
                  "field":{"id":"2302","type":{"id":"2"}}}],
        "checklist":[{"name":"Диагностика (рубли)","visibleToMobile":null,"required":true,
                      "field":{"id":"2311","type":{"id":"2"}}}]})json")
                               .toObject();
    expected.insert(QStringLiteral("id"), num(id));
    QCOMPARE(text(told), text(expected));
}

void TemplatesTest::aChecklistMayBeOneObject()
{
    const qint64 array = create(WholeBody);
    const qint64 object = create(body(R"({"checklist":{"required":true,"field":{"id":"2311"}}})"));
    QVERIFY(object > array);
    const QJsonArray rows = get(object).object().value(QLatin1String("checklist")).toArray();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(
        text(without(rows.at(0).toObject(), {"id"})),
        text(without(
            get(array).object().value(QLatin1String("checklist")).toArray().at(0).toObject(), {"id"})));
    QCOMPARE(update(object, R"({"checklist":{"field":{"id":2312}}})").status, 200);
    QCOMPARE(
        rowOfField(get(object).object().value(QLatin1String("checklist")).toArray(), 2312)
            .value(QLatin1String("required")),
        false);
}

void TemplatesTest::bothFlagsAreTakenInBothLists()
{
    const qint64 id = create(R"({"name":"x",
        "props":[{"visibleToMobile":true,"required":true,"field":{"id":2302}},{"field":{"id":2306}}],
        "checklist":[{"visibleToMobile":null,"required":false,"field":{"id":2311}},
                     {"visibleToMobile":false,"field":{"id":2313}}]})");
    QVERIFY(id > 0);
    const QJsonObject told = get(id).object();
    const QJsonArray props = told.value(QLatin1String("props")).toArray();
    const QJsonArray report = told.value(QLatin1String("checklist")).toArray();
    QCOMPARE(rowOfField(props, 2302).value(QLatin1String("required")), true);
    QCOMPARE(rowOfField(props, 2302).value(QLatin1String("visibleToMobile")), true);
    QCOMPARE(rowOfField(props, 2306).value(QLatin1String("required")), false);
    QVERIFY(rowOfField(report, 2311).value(QLatin1String("visibleToMobile")).isNull());
    QCOMPARE(rowOfField(report, 2313).value(QLatin1String("visibleToMobile")), false);
}

void TemplatesTest::aNameIsEnough()
{
    const QJsonObject told = get(create(R"({"name":"x"})")).object();
    QCOMPARE(told.value(QLatin1String("color")), QStringLiteral("#ffffff"));
    QCOMPARE(told.value(QLatin1String("visitDuration")), QStringLiteral("0"));
    QCOMPARE(told.value(QLatin1String("visit")), QStringLiteral("0"));
    QCOMPARE(told.value(QLatin1String("props")).toArray().size(), 0);
}

void TemplatesTest::breachesAreRefused_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *changes, int code) {
        QTest::newRow(name) << body(changes) << code;
    };
    QTest::newRow("no name") << body("{}", {"name"}) << MissingKey;
    row("an empty name", R"({"name":""})", WrongValue);
    row("a colour without hash", R"({"color":"ffffff"})", WrongValue);
    row("a short colour", R"({"color":"#fff"})", WrongValue);
    row("a colour in words", R"({"color":"white"})", WrongValue);
    row("a colour that is a number", R"({"color":16777215})", WrongValue);
    row("a bare day", R"({"visit":2})", WrongValue);
    row("no such day", R"({"visit":{"id":99}})", WrongValue);
    row("a day with its name", R"({"visit":{"id":2,"name":"Сегодня"}})", UnknownKey);
    row("a duration in a text", R"({"visitDuration":"7200"})", WrongValue);
    row("a duration below nothing", R"({"visitDuration":-1})", WrongValue);
    row("half a second", R"({"visitDuration":0.5})", WrongValue);
    row("props as one object", R"({"props":{"field":{"id":2302}}})", WrongValue);
    row("no props at all", R"({"props":null})", WrongValue);
    row("a row that is no object", R"({"props":[2302]})", WrongValue);
    row("a row without field", R"({"props":[{"visibleToMobile":true}]})", MissingKey);
    row("a bare field", R"({"checklist":[{"field":2311}]})", WrongValue);
    row("a field with its type", R"({"checklist":[{"field":{"id":2311,"type":{"id":2}}}]})", UnknownKey);
    row("no such field", R"({"checklist":[{"field":{"id":1}}]})", NotFound);
    row("a field twice", R"({"props":[{"field":{"id":2302}},{"field":{"id":2302}}]})", WrongValue);
    row("visible as a number", R"({"props":[{"visibleToMobile":1,"field":{"id":2302}}]})", WrongValue);
    row("required as nothing", R"({"checklist":[{"required":null,"field":{"id":2311}}]})", WrongValue);
    row("a row with its id", R"({"props":[{"id":"1","field":{"id":2302}}]})", UnknownKey);
    row("a row with its parent", R"({"props":[{"parent":2308,"field":{"id":2302}}]})", UnknownKey);
    row("an unknown key", R"({"createdAt":"1635265800"})", UnknownKey);
}

void TemplatesTest::breachesAreRefused()
{
    QFETCH(const QByteArray, given);
    QFETCH(const int, code);
    naryad::sandbox::Options options;
    options.omittedKeep = false;
    start(options);
    QCOMPARE(m_desk->post(QStringLiteral("create-template"), given).code(), code);
    QCOMPARE(text(m_desk->made("template")), text(QJsonArray()));
    const QString before = text(m_desk->truthOf("template", 829));
    QCOMPARE(update(829, given).code(), code);
    QCOMPARE(text(m_desk->truthOf("template", 829)), before);
    QCOMPARE(update(1, given).code(), NotFound);
}

void TemplatesTest::listsAreWhole()
{
    const QJsonObject before = m_desk->truthOf("template", 829);
    const Reply reply = update(829, R"({"props":[
        {"visibleToMobile":true,"required":false,"field":{"id":2302}},
        {"visibleToMobile":false,"required":false,"field":{"id":2309}}]})");
    QCOMPARE(reply.body, QByteArray("\"829\"")); // bare, in quotes
    const QJsonObject after = m_desk->truthOf("template", 829);
    QCOMPARE(text(without(after, {"props"})), text(without(before, {"props"})));
    const QJsonArray rows = after.value(QLatin1String("props")).toArray();
    QCOMPARE(rows.size(), 2);
    // Known rows keep their ids, in the new order; the section that went takes nobody along.
    const QJsonArray rowsBefore = before.value(QLatin1String("props")).toArray();
    QCOMPARE(
        rows.at(0).toObject().value(QLatin1String("id")),
        rowOfField(rowsBefore, 2302).value(QLatin1String("id")));
    QCOMPARE(
        rows.at(1).toObject().value(QLatin1String("id")),
        rowOfField(rowsBefore, 2309).value(QLatin1String("id")));
    QCOMPARE(rowOfField(rowsBefore, 2309).value(QLatin1String("parent")), 2308);
    QCOMPARE(rows.at(1).toObject().value(QLatin1String("parent")), 0);
    QCOMPARE(rows.at(1).toObject().value(QLatin1String("visibleToMobile")), false);
}

void TemplatesTest::anUpdateMayEmptyWhatItDoesntName()
{
    naryad::sandbox::Options options;
    options.omittedKeep = false;
    start(options);
    const qint64 id = create(WholeBody);
    QCOMPARE(update(id, R"({"name":"Замер"})").status, 200);
    QCOMPARE(
        text(without(get(id).object(), {"id", "createdAt"})),
        text(json(
            R"({"color":"#ffffff","name":"Замер","visit":"0","visitDuration":"0","props":[],"checklist":[]})")));
}

void TemplatesTest::newTasksTakeTheNewRows()
{
    const auto task = [this] {
        const qint64 id
            = m_desk->post(QStringLiteral("create-task"), R"({"template":{"id":834},"draft":true})").madeId();
        return m_desk->truthOf("task", id);
    };
    const QJsonObject before = task();
    QCOMPARE(
        update(834, R"({"name":"Замер окон","checklist":[{"required":true,"field":{"id":2321}}]})").status,
        200);
    const QJsonArray report = task().value(QLatin1String("checklist")).toArray();
    QCOMPARE(report.size(), 1);
    QCOMPARE(rowOfField(report, 2321).value(QLatin1String("required")), true);
    const QJsonObject old
        = m_desk->truthOf("task", before.value(QLatin1String("id")).toString().toLongLong());
    QCOMPARE(text(old.value(QLatin1String("checklist"))), text(before.value(QLatin1String("checklist"))));
    QCOMPARE(
        old.value(QLatin1String("template")).toObject().value(QLatin1String("name")),
        QStringLiteral("Замер окон"));
}

void TemplatesTest::sectionsAreToldOnlyWhenAsked()
{
    const auto parent = [this] {
        return rowOfField(get(829).object().value(QLatin1String("props")).toArray(), 2309)
            .value(QLatin1String("parent"));
    };
    QVERIFY(parent().isUndefined());
    naryad::sandbox::Options options;
    options.fullTasks = true;
    start(options);
    QCOMPARE(parent(), 2308);
}

void TemplatesTest::theListIsPaged()
{
    const QJsonArray page = m_desk->get(QStringLiteral("get-template-list?page=0")).array();
    QCOMPARE(page.size(), 8);
    QCOMPARE(text(page.at(0)), text(json(R"({"id":"828","name":"Стандартная задача"})")));
    for (int i = 0; i < 3; ++i)
        create(WholeBody);
    QCOMPARE(m_desk->get(QStringLiteral("get-template-list")).array().size(), 10);
    QCOMPARE(m_desk->get(QStringLiteral("get-template-list?page=1")).array().size(), 1);
}

void TemplatesTest::whatIsInUseStays()
{
    QCOMPARE(remove(828).code(), InUse);
    const qint64 ofTask = create(WholeBody);
    const QByteArray id = QByteArray::number(ofTask);
    m_desk->post(QStringLiteral("create-task"), R"({"draft":true,"template":{"id":)" + id + "}}");
    QCOMPARE(remove(ofTask).code(), InUse);
    const qint64 ofSubdivision = create(WholeBody);
    m_desk->post4(
        QStringLiteral("add-subdivision"),
        R"({"contractor_id":97611,"name":"x","template_id":)" + QByteArray::number(ofSubdivision) + '}');
    QCOMPARE(remove(ofSubdivision).code(), InUse);
    QCOMPARE(get(ofTask).status, 200);
}

void TemplatesTest::anUnusedTemplateGoes()
{
    const qint64 id = create(WholeBody);
    QCOMPARE(remove(id).body, QByteArray::number(id)); // bare, a number
    QCOMPARE(get(id).code(), NotFound);
    QCOMPARE(remove(id).code(), NotFound);
    QCOMPARE(m_desk->get(QStringLiteral("get-template-list")).array().size(), 8);
    QCOMPARE(
        m_desk
            ->post(
                QStringLiteral("create-task"),
                R"({"draft":true,"template":{"id":)" + QByteArray::number(id) + "}}")
            .code(),
        NotFound);
    naryad::sandbox::Options options;
    options.tasks = 0;
    start(options);
    QCOMPARE(remove(830).status, 200);
    const QJsonArray rest = m_desk->get(QStringLiteral("get-template-list")).array();
    QCOMPARE(rest.size(), 7);
    QCOMPARE(rest.at(2).toObject().value(QLatin1String("id")), QStringLiteral("831"));
}

void TemplatesTest::employeesHaveRoles()
{
    const QJsonArray first = m_desk->get(QStringLiteral("get-employee-list")).array();
    const QJsonArray second = m_desk->get(QStringLiteral("get-employee-list?page=1")).array();
    QCOMPARE(first.size(), 10);
    QCOMPARE(second.size(), 2);
    QCOMPARE(
        text(first.at(0)),
        text(json(R"({"id":"2977","name":"Александр Смирнов","operatorRole":true,"mobileRole":false})")));
    QCOMPARE(
        text(first.at(2)),
        text(json(R"({"id":"2991","name":"Марина Котова","operatorRole":true,"mobileRole":true})")));
    QCOMPARE(
        text(first.at(4)),
        text(json(R"({"id":"3005","name":"Сергей Кузнецов","operatorRole":false,"mobileRole":true})")));
    QCOMPARE(m_desk->get(QStringLiteral("get-employee-list?page=2")).array().size(), 0);
}

QTEST_GUILESS_MAIN(TemplatesTest)
#include "TemplatesTest.moc"
