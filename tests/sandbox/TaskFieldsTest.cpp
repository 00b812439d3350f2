#include "Desk.h"

#include <QTest>

using namespace naryad::test;

/// add-template-fields-to-task and remove-template-fields-from-task.
class TaskFieldsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_task
            = m_desk->post(QStringLiteral("create-task"), R"({"template":{"id":829},"draft":true})").madeId();
        QVERIFY(m_task > 0);
    }
    void rowsAreAdded();
    void theSameFieldMayComeTwice();
    void positionCountsWhatStaysBefore_data();
    void positionCountsWhatStaysBefore();
    void anyTaskMayBeExtended();
    void additionsAreChecked_data();
    void additionsAreChecked();
    void onlyASectionOfTheListIsAParent_data();
    void onlyASectionOfTheListIsAParent();
    void rowsAreRemoved();
    void whatStoodInARemovedSectionMovesUp();
    void removalsAreChecked_data();
    void removalsAreChecked();
    void addedFieldsTakeValuesInUpdates();

private:
    Reply add(const QByteArray &rows)
    {
        return m_desk->post(QStringLiteral("add-template-fields-to-task?id=%1").arg(m_task), rows);
    }
    Reply remove(const QByteArray &rows)
    {
        return m_desk->post(QStringLiteral("remove-template-fields-from-task?id=%1").arg(m_task), rows);
    }
    QString truth() { return text(m_desk->truthOf("task", m_task)); }
    /// The field ids of a list, in its order.
    QStringList fields(const char *list)
    {
        QStringList ids;
        const QJsonArray rows = m_desk->truthOf("task", m_task).value(QLatin1String(list)).toArray();
        for (const QJsonValue &row : rows)
            ids.append(row.toObject()
                           .value(QLatin1String("field"))
                           .toObject()
                           .value(QLatin1String("id"))
                           .toString());
        return ids;
    }
    QString order(const char *list) { return fields(list).join(QLatin1Char(' ')); }
    QJsonObject row(const char *list, qint64 field)
    {
        return rowOfField(m_desk->truthOf("task", m_task).value(QLatin1String(list)).toArray(), field);
    }

    std::unique_ptr<Desk> m_desk;
    qint64 m_task = 0;
};

void TaskFieldsTest::rowsAreAdded()
{
    const QJsonObject before = m_desk->truthOf("task", m_task);
    const Reply added = add(R"([
        {"to":"props","field":{"id":2319},"parent":{"id":2308},"position":1,"value":"123434"},
        {"to":"checklist","field":{"id":"2316"}}])");
    QCOMPARE(added.madeId(), m_task);
    QCOMPARE(order("props"), QStringLiteral("2306 2319 2307 2304 2308 2309 2310 2302"));
    QCOMPARE(order("checklist"), QStringLiteral("2311 2314 2315 2312 2316"));
    QCOMPARE(text(without(row("props", 2319), {"id"})), text(json(R"({
            "name":"Комментарий мастера","parent":2308,"value":"123434","visibleToMobile":true,"required":false,
            "field":{"id":"2319","type":{"id":"1"}}})")));
    QCOMPARE(text(without(row("checklist", 2316), {"id"})), text(json(R"({
            "name":"Показание счётчика","parent":0,"value":0,"visibleToMobile":null,"required":false,
            "field":{"id":"2316","type":{"id":"2"}}})")));
    QVERIFY(
        row("props", 2319).value(QLatin1String("id")) != row("checklist", 2316).value(QLatin1String("id")));
    // Nothing else moved.
    QCOMPARE(
        text(without(m_desk->truthOf("task", m_task), {"props", "checklist", "usn"})),
        text(without(before, {"props", "checklist", "usn"})));
}

void TaskFieldsTest::theSameFieldMayComeTwice()
{
    const QByteArray one = R"([{"to":"checklist","field":{"id":2316}}])";
    QCOMPARE(add(one).madeId(), m_task);
    QCOMPARE(add(one).madeId(), m_task);
    QCOMPARE(fields("checklist").count(QStringLiteral("2316")), 2);
}

void TaskFieldsTest::positionCountsWhatStaysBefore_data()
{
    QTest::addColumn<QByteArray>("position");
    QTest::addColumn<int>("place");
    QTest::newRow("first") << QByteArray(R"(,"position":0)") << 0;
    QTest::newRow("after two") << QByteArray(R"(,"position":2)") << 2;
    QTest::newRow("beyond the end") << QByteArray(R"(,"position":99)") << 7;
    QTest::newRow("none") << QByteArray() << 7;
}

void TaskFieldsTest::positionCountsWhatStaysBefore()
{
    QFETCH(const QByteArray, position);
    QFETCH(const int, place);
    QCOMPARE(add(R"([{"to":"props","field":{"id":2319})" + position + "}]").madeId(), m_task);
    QCOMPARE(fields("props").indexOf(QStringLiteral("2319")), place);
}

void TaskFieldsTest::anyTaskMayBeExtended()
{
    m_task = m_desk
                 ->post(
                     QStringLiteral("create-task"),
                     R"({"template":{"id":828},"employee":{"id":3005},"draft":false})")
                 .madeId();
    QCOMPARE(add(R"([{"to":"props","field":{"id":2319}}])").madeId(), m_task);
    // One of the company's own, too.
    m_task = m_desk->get(QStringLiteral("get-task-list"))
                 .array()
                 .at(3)
                 .toObject()
                 .value(QLatin1String("id"))
                 .toString()
                 .toLongLong();
    const int before = static_cast<int>(fields("checklist").size());
    QCOMPARE(add(R"([{"to":"checklist","field":{"id":2319}}])").madeId(), m_task);
    QCOMPARE(fields("checklist").size(), before + 1);
}

void TaskFieldsTest::additionsAreChecked_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("code");
    const auto one = [](const char *name, const char *rows, int code) {
        QTest::newRow(name) << QByteArray(rows) << code;
    };
    one("no list", R"([{"field":{"id":2319}}])", MissingKey);
    one("another list", R"([{"to":"report","field":{"id":2319}}])", WrongValue);
    one("a list that is no text", R"([{"to":1,"field":{"id":2319}}])", WrongValue);
    one("no field", R"([{"to":"props"}])", MissingKey);
    one("a bare field", R"([{"to":"props","field":2319}])", WrongValue);
    one("no such field", R"([{"to":"props","field":{"id":2512}}])", NotFound);
    one("an unknown key", R"([{"to":"props","field":{"id":2319},"required":true}])", UnknownKey);
    one("a position in words", R"([{"to":"props","field":{"id":2319},"position":"1"}])", WrongValue);
    one("a position before the first", R"([{"to":"props","field":{"id":2319},"position":-1}])", WrongValue);
    one("half a position", R"([{"to":"props","field":{"id":2319},"position":1.5}])", WrongValue);
    one("a row that is no object", "[2319]", WrongValue);
    one("one of two is wrong", R"([{"to":"props","field":{"id":2319}},{"to":"props","field":{"id":1}}])",
        NotFound);
}

/// All or nothing.
void TaskFieldsTest::additionsAreChecked()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const int, code);
    const QString before = truth();
    QCOMPARE(add(rows).code(), code);
    QCOMPARE(truth(), before);
    m_task = 1;
    QCOMPARE(add(rows).code(), NotFound);
}

void TaskFieldsTest::onlyASectionOfTheListIsAParent_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<int>("code");
    const auto one
        = [](const char *name, const char *row, int code) { QTest::newRow(name) << QByteArray(row) << code; };
    one("a section of the task", R"({"to":"props","field":{"id":2319},"parent":{"id":2308}})", 0);
    one("none", R"({"to":"props","field":{"id":2319},"parent":null})", 0);
    one("a text field", R"({"to":"props","field":{"id":2319},"parent":{"id":2306}})", WrongValue);
    one("no field at all", R"({"to":"props","field":{"id":2319},"parent":{"id":2420}})", WrongValue);
    one("a bare id", R"({"to":"props","field":{"id":2319},"parent":2308})", WrongValue);
    one("a section of the other list", R"({"to":"checklist","field":{"id":2319},"parent":{"id":2308}})",
        NotFound);
    one("itself", R"({"to":"checklist","field":{"id":2308},"parent":{"id":2308}})", NotFound);
}

void TaskFieldsTest::onlyASectionOfTheListIsAParent()
{
    QFETCH(const QByteArray, row);
    QFETCH(const int, code);
    QCOMPARE(add('[' + row + ']').code(), code);
    // A section that comes first in the same body is there for the next.
    const QByteArray both
        = R"([{"to":"checklist","field":{"id":2308}},{"to":"checklist","field":{"id":2319},"parent":{"id":2308}}])";
    QCOMPARE(add(both).madeId(), m_task);
    QCOMPARE(this->row("checklist", 2319).value(QLatin1String("parent")), 2308);
}

void TaskFieldsTest::rowsAreRemoved()
{
    add(R"([{"to":"checklist","field":{"id":2316}},{"to":"checklist","field":{"id":2316}},{"to":"props","field":{"id":2316}}])");
    const Reply removed = remove(R"([{"field":{"id":2316}},{"field":{"id":"2302"}}])");
    QCOMPARE(removed.madeId(), m_task);
    QCOMPARE(order("props"), QStringLiteral("2306 2307 2304 2308 2309 2310"));
    QCOMPARE(order("checklist"), QStringLiteral("2311 2314 2315 2312"));
    QCOMPARE(remove(R"([{"field":{"id":2316}}])").code(), NotFound);
}

void TaskFieldsTest::whatStoodInARemovedSectionMovesUp()
{
    QCOMPARE(row("props", 2309).value(QLatin1String("parent")), 2308);
    QCOMPARE(remove(R"([{"field":{"id":2308}}])").madeId(), m_task);
    QCOMPARE(row("props", 2309).value(QLatin1String("parent")), 0);
    QCOMPARE(row("props", 2310).value(QLatin1String("parent")), 0);
}

void TaskFieldsTest::removalsAreChecked_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("code");
    QTest::newRow("no field") << QByteArray("[{}]") << MissingKey;
    QTest::newRow("a bare field") << QByteArray(R"([{"field":2302}])") << WrongValue;
    QTest::newRow("a bare id") << QByteArray("[2302]") << WrongValue;
    QTest::newRow("an unknown key") << QByteArray(R"([{"field":{"id":2302},"to":"props"}])") << UnknownKey;
    QTest::newRow("a field the task has not") << QByteArray(R"([{"field":{"id":2319}}])") << NotFound;
    QTest::newRow("one of two") << QByteArray(R"([{"field":{"id":2302}},{"field":{"id":2319}}])") << NotFound;
    QTest::newRow("the same twice") << QByteArray(R"([{"field":{"id":2302}},{"field":{"id":2302}}])")
                                    << NotFound;
}

void TaskFieldsTest::removalsAreChecked()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const int, code);
    const QString before = truth();
    QCOMPARE(remove(rows).code(), code);
    QCOMPARE(truth(), before);
    m_task = 1;
    QCOMPARE(remove(rows).code(), NotFound);
}

void TaskFieldsTest::addedFieldsTakeValuesInUpdates()
{
    add(R"([{"to":"props","field":{"id":2319}}])");
    const QByteArray given
        = R"({"template":{"id":829},"draft":true,"props":[{"field":{"id":2319},"value":"готово"}]})";
    QCOMPARE(m_desk->post(QStringLiteral("update-task?id=%1").arg(m_task), given).madeId(), m_task);
    QCOMPARE(row("props", 2319).value(QLatin1String("value")), QStringLiteral("готово"));
}

QTEST_GUILESS_MAIN(TaskFieldsTest)
#include "TaskFieldsTest.moc"
