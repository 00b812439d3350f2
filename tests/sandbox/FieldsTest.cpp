#include "Desk.h"

#include <QTest>

using namespace naryad::test;

namespace {

/// "id:name" of each option in its order, "-" before the removed.
QString options(const QJsonObject &field)
{
    QStringList words;
    const QJsonArray rows = field.value(QLatin1String("valueList")).toArray();
    for (const QJsonValue &row : rows) {
        const QJsonObject option = row.toObject();
        words.append(
            QLatin1String(option.value(QLatin1String("deleted")).toBool() ? "-" : "")
            + option.value(QLatin1String("name")).toString());
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

/// The fields of task templates.
class FieldsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start({}); }
    void aListIsKeptWhole();
    void otherKindsHaveNoList_data();
    void otherKindsHaveNoList();
    void creationIsChecked_data();
    void creationIsChecked();
    void anUpdateReadsAsTheDocumentShows();
    void optionsFollowTheUpdate_data();
    void optionsFollowTheUpdate();
    void optionsLeftOutMayGo();
    void updatesAreChecked_data();
    void updatesAreChecked();
    void theKindOfAUsedFieldStays();
    void theCompanysFieldsAreOfEveryKind();
    void theListIsPaged();
    void whatIsInUseStays();
    void anUnusedFieldGoes();

private:
    void start(const naryad::sandbox::Options &options) { m_desk = std::make_unique<Desk>(options); }
    qint64 create(const QByteArray &body)
    {
        return m_desk->post(QStringLiteral("create-template-field"), body).madeId();
    }
    Reply update(qint64 id, const QByteArray &body)
    {
        return m_desk->post(QStringLiteral("update-template-field?id=%1").arg(id), body);
    }
    Reply get(qint64 id) { return m_desk->get(QStringLiteral("get-template-field?id=%1").arg(id)); }
    Reply remove(qint64 id) { return m_desk->post(QStringLiteral("delete-template-field?id=%1").arg(id)); }

    std::unique_ptr<Desk> m_desk;
};

void FieldsTest::aListIsKeptWhole()
{
    const qint64 id = create(
        R"({"name":"Реквизит перечисление","type":{"id":"5"},"valueList":[{"name":"да"},{"name":"нет"}]})");
    QVERIFY(id > 0);
    QJsonObject field = get(id).object();
    QCOMPARE(text(field), text(m_desk->truthOf("field", id)));
    const QJsonArray rows = field.value(QLatin1String("valueList")).toArray();
    QCOMPARE(rows.size(), 2);
    for (const QJsonValue &row : rows)
        QVERIFY(row.toObject().value(QLatin1String("id")).toString().toLongLong() > id);
    QVERIFY(
        rows.at(0).toObject().value(QLatin1String("id")) != rows.at(1).toObject().value(QLatin1String("id")));
    field.insert(
        QStringLiteral("valueList"),
        QJsonArray{without(rows.at(0).toObject(), {"id"}), without(rows.at(1).toObject(), {"id"})});
    QJsonObject expected = json(R"({"name":"Реквизит перечисление","type":{"id":"5","name":"list"},
        "valueList":[{"deleted":false,"name":"да"},{"deleted":false,"name":"нет"}]})")
                               .toObject();
    expected.insert(QStringLiteral("id"), num(id));
    QCOMPARE(text(field), text(expected));
    QCOMPARE(options(get(create(R"({"name":"Пустой","type":{"id":5}})")).object()), QString());
}

void FieldsTest::otherKindsHaveNoList_data()
{
    QTest::addColumn<int>("type");
    for (int type : {1, 2, 3, 4, 6, 7})
        QTest::addRow("%d", type) << type;
}

void FieldsTest::otherKindsHaveNoList()
{
    QFETCH(const int, type);
    const QByteArray head = R"({"name":"Поле","type":{"id":)" + QByteArray::number(type) + '}';
    const qint64 id = create(head + '}');
    QVERIFY(id > 0);
    const QJsonObject field = get(id).object();
    QCOMPARE(field.value(QLatin1String("type")).toObject().value(QLatin1String("id")), QString::number(type));
    QVERIFY(!field.contains(QLatin1String("valueList")));
    QCOMPARE(
        m_desk->post(QStringLiteral("create-template-field"), head + R"(,"valueList":[{"name":"да"}]})")
            .code(),
        WrongValue);
    QCOMPARE(
        m_desk->post(QStringLiteral("create-template-field"), head + R"(,"valueList":[]})").code(),
        WrongValue);
    QCOMPARE(update(id, head + R"(,"valueList":[]})").code(), WrongValue);
    QCOMPARE(update(id, head + '}').status, 200);
}

void FieldsTest::creationIsChecked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *body, int code) {
        QTest::newRow(name) << QByteArray(body) << code;
    };
    row("no name", R"({"type":{"id":"1"}})", MissingKey);
    row("an empty name", R"({"name":"","type":{"id":"1"}})", WrongValue);
    row("no type", R"({"name":"x"})", MissingKey);
    row("a bare type", R"({"name":"x","type":5})", WrongValue);
    row("a type with its name", R"({"name":"x","type":{"id":"5","name":"list"}})", UnknownKey);
    row("type 0", R"({"name":"x","type":{"id":"0"}})", WrongValue);
    row("type 8", R"({"name":"x","type":{"id":"8"}})", WrongValue);
    row("a type in words", R"({"name":"x","type":{"id":"list"}})", WrongValue);
    row("an unknown key", R"({"name":"x","type":{"id":"1"},"required":true})", UnknownKey);
    row("one option outside an array", R"({"name":"x","type":{"id":"5"},"valueList":{"name":"да"}})",
        WrongValue);
    row("a bare option", R"({"name":"x","type":{"id":"5"},"valueList":["да"]})", WrongValue);
    row("an option without name", R"({"name":"x","type":{"id":"5"},"valueList":[{}]})", MissingKey);
    row("an empty option", R"({"name":"x","type":{"id":"5"},"valueList":[{"name":" "}]})", WrongValue);
    row("an option with an id", R"({"name":"x","type":{"id":"5"},"valueList":[{"id":"1","name":"да"}]})",
        UnknownKey);
    row("an option that is deleted",
        R"({"name":"x","type":{"id":"5"},"valueList":[{"deleted":false,"name":"да"}]})", UnknownKey);
}

void FieldsTest::creationIsChecked()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, code);
    QCOMPARE(m_desk->post(QStringLiteral("create-template-field"), body).code(), code);
    QCOMPARE(text(m_desk->made("field")), text(QJsonArray()));
}

/// The document's own body: one kept, one removed, one new.
void FieldsTest::anUpdateReadsAsTheDocumentShows()
{
    const Reply reply = update(2304, R"({"name":"Реквизит перечисление","type":{"id":"5","name":"list"},
        "valueList":[{"id":"2747","deleted":false,"name":"да"},{"id":"2748","deleted":true,"name":"нет"},
                     {"deleted":false,"name":"не знаю"}]})");
    QCOMPARE(reply.body, QByteArray("\"2304\"")); // bare, in quotes
    const QJsonObject field = get(2304).object();
    QCOMPARE(field.value(QLatin1String("name")), QStringLiteral("Реквизит перечисление"));
    QCOMPARE(options(field), QStringLiteral("да -нет не знаю По счёту"));
    QVERIFY(
        rowWith(field.value(QLatin1String("valueList")).toArray(), "name", QStringLiteral("не знаю"))
            .value(QLatin1String("id"))
            .toString()
            .toLongLong()
        > 2755);
    // A task shows the option as it was when it was chosen, and takes the new one.
    QVERIFY(
        m_desk
            ->post(
                QStringLiteral("create-task"),
                R"({"template":{"id":829},"draft":true,"props":[{"field":{"id":2304},"value":2747}]})")
            .madeId()
        > 0);
    QCOMPARE(
        m_desk
            ->post(
                QStringLiteral("create-task"),
                R"({"template":{"id":829},"draft":true,"props":[{"field":{"id":2304},"value":2748}]})")
            .code(),
        WrongValue);
}

void FieldsTest::optionsFollowTheUpdate_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *list, const char *expected) {
        QTest::newRow(name) << QByteArray(list) << QString::fromUtf8(expected);
    };
    row("another order", R"([{"id":2749},{"id":2747},{"id":2748}])", "По счёту Наличные Карта");
    row("one new, first", R"([{"name":"Бартер"}])", "Бартер Наличные Карта По счёту");
    row("one renamed", R"([{"id":"2748","name":"Картой"}])", "Картой Наличные По счёту");
    row("nothing said", "[]", "Наличные Карта По счёту");
    row("one removed", R"([{"id":"2749","deleted":true}])", "-По счёту Наличные Карта");
}

void FieldsTest::optionsFollowTheUpdate()
{
    QFETCH(const QByteArray, list);
    QFETCH(const QString, expected);
    QCOMPARE(update(2304, R"({"valueList":)" + list + '}').status, 200);
    const QJsonObject field = get(2304).object();
    QCOMPARE(options(field), expected);
    QCOMPARE(field.value(QLatin1String("name")), QStringLiteral("Тип оплаты"));
    // A removed one comes back when an update says so.
    QCOMPARE(update(2304, R"({"valueList":[{"id":"2749","deleted":false}]})").status, 200);
    QVERIFY(!options(get(2304).object()).contains(QLatin1Char('-')));
}

void FieldsTest::optionsLeftOutMayGo()
{
    naryad::sandbox::Options options;
    options.omittedKeep = false;
    start(options);
    QCOMPARE(
        update(2304, R"({"name":"Тип оплаты","type":{"id":"5"},"valueList":[{"id":"2748","name":"Карта"}]})")
            .status,
        200);
    QCOMPARE(::options(get(2304).object()), QStringLiteral("Карта -Наличные -По счёту"));
    QCOMPARE(update(2304, R"({"type":{"id":"5"}})").code(), MissingKey);
}

void FieldsTest::updatesAreChecked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *body, int code) {
        QTest::newRow(name) << QByteArray(body) << code;
    };
    row("an empty name", R"({"name":""})", WrongValue);
    row("a type that isn't there", R"({"type":{"id":"9"}})", WrongValue);
    row("a type's name as a number", R"({"type":{"id":"5","name":5}})", WrongValue);
    row("an option of another field", R"({"valueList":[{"id":"2750","name":"x"}]})", WrongValue);
    row("an option twice", R"({"valueList":[{"id":"2747"},{"id":"2747"}]})", WrongValue);
    row("a new option without name", R"({"valueList":[{"deleted":false}]})", MissingKey);
    row("an option without a name left", R"({"valueList":[{"id":"2747","name":""}]})", WrongValue);
    row("deleted as a number", R"({"valueList":[{"id":"2747","deleted":1}]})", WrongValue);
    row("an unknown key of an option", R"({"valueList":[{"id":"2747","sorting":1}]})", UnknownKey);
    row("an unknown key", R"({"id":"2304"})", UnknownKey);
}

void FieldsTest::updatesAreChecked()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, code);
    const QString before = text(m_desk->truthOf("field", 2304));
    QCOMPARE(update(2304, body).code(), code);
    QCOMPARE(text(m_desk->truthOf("field", 2304)), before);
    QCOMPARE(update(1, body).code(), NotFound);
}

void FieldsTest::theKindOfAUsedFieldStays()
{
    QCOMPARE(update(2302, R"({"name":"Сумма","type":{"id":"1"}})").code(), InUse);
    QCOMPARE(update(2302, R"({"name":"Сумма","type":{"id":"2"}})").status, 200);
    const qint64 id = create(R"({"name":"Поле","type":{"id":5},"valueList":[{"name":"да"}]})");
    QCOMPARE(update(id, R"({"name":"Поле","type":{"id":"1","name":"text"}})").status, 200);
    QVERIFY(!get(id).object().contains(QLatin1String("valueList")));
}

void FieldsTest::theCompanysFieldsAreOfEveryKind()
{
    QStringList types;
    for (qint64 id = 2302; id < 2322; ++id) {
        const QJsonObject type = get(id).object().value(QLatin1String("type")).toObject();
        types.append(type.value(QLatin1String("id")).toString());
    }
    for (const char *type : {"1", "2", "3", "4", "5", "6", "7"})
        QVERIFY(types.contains(QLatin1String(type)));
    QCOMPARE(options(get(2305).object()), QStringLiteral("Плановый Срочный Гарантийный -Повторный"));
    QCOMPARE(get(2301).code(), NotFound);
}

void FieldsTest::theListIsPaged()
{
    const auto page = [this](int number) {
        return m_desk->get(QStringLiteral("get-template-field-list?page=%1").arg(number)).array();
    };
    QCOMPARE(page(1).size(), 10);
    QCOMPARE(text(page(0).at(0)), text(json(R"({"id":"2302","name":"Планируемая сумма за работу"})")));
    const qint64 id = create(R"({"name":"Поле","type":{"id":1}})");
    QCOMPARE(page(2).at(0).toObject().value(QLatin1String("id")), num(id));
    QCOMPARE(page(3).size(), 0);
}

void FieldsTest::whatIsInUseStays()
{
    QCOMPARE(remove(2302).code(), InUse); // in templates and tasks of the company
    const qint64 inTemplate = create(R"({"name":"В шаблоне","type":{"id":1}})");
    const QByteArray made
        = R"({"name":"Шаблон","props":[{"field":{"id":)" + QByteArray::number(inTemplate) + "}}]}";
    QVERIFY(m_desk->post(QStringLiteral("create-template"), made).madeId() > 0);
    QCOMPARE(remove(inTemplate).code(), InUse);
    const qint64 inTask = create(R"({"name":"В задаче","type":{"id":1}})");
    const qint64 task
        = m_desk->post(QStringLiteral("create-task"), R"({"template":{"id":828},"draft":true})").madeId();
    const QByteArray row = R"([{"to":"checklist","field":{"id":)" + QByteArray::number(inTask) + "}}]";
    QCOMPARE(m_desk->post(QStringLiteral("add-template-fields-to-task?id=%1").arg(task), row).madeId(), task);
    QCOMPARE(remove(inTask).code(), InUse);
    const QByteArray gone = R"([{"field":{"id":)" + QByteArray::number(inTask) + "}}]";
    QCOMPARE(
        m_desk->post(QStringLiteral("remove-template-fields-from-task?id=%1").arg(task), gone).madeId(),
        task);
    QCOMPARE(remove(inTask).status, 200);
    // Out of the template, but the company's tasks still have it.
    QCOMPARE(
        m_desk->post(QStringLiteral("update-template?id=833"), R"({"name":"Доставка","props":[]})").status,
        200);
    QCOMPARE(remove(2317).code(), InUse);
}

void FieldsTest::anUnusedFieldGoes()
{
    const qint64 id = create(R"({"name":"Поле","type":{"id":1}})");
    const Reply reply = remove(id);
    QCOMPARE(reply.body, QByteArray::number(id)); // bare, a number
    QCOMPARE(get(id).code(), NotFound);
    QCOMPARE(remove(id).code(), NotFound);
    QCOMPARE(m_desk->get(QStringLiteral("get-template-field-list?page=2")).array().size(), 0);
    QCOMPARE(m_desk->truth(QStringLiteral("counts")).toObject().value(QLatin1String("field")), 20);
    naryad::sandbox::Options options;
    options.tasks = 0; // nothing but templates use the company's own then
    start(options);
    QCOMPARE(
        m_desk->post(QStringLiteral("update-template?id=833"), R"({"name":"Доставка","props":[]})").status,
        200);
    QCOMPARE(remove(2317).status, 200);
    QCOMPARE(m_desk->get(QStringLiteral("get-template-field-list?page=1")).array().size(), 9);
    QCOMPARE(get(2317).code(), NotFound);
    QCOMPARE(get(2318).status, 200);
}

QTEST_GUILESS_MAIN(FieldsTest)
#include "FieldsTest.moc"
