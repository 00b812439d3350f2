#include "Desk.h"

#include <QTest>

using namespace naryad::test;

namespace {

// Fields of the template "Ремонт" (829), one of each kind it has.
constexpr qint64 Number = 2302;
constexpr qint64 Picture = 2303;
constexpr qint64 List = 2304;
constexpr qint64 Text = 2306;
constexpr qint64 Checkbox = 2307;
constexpr qint64 Section = 2308;

QByteArray body(qint64 field, const char *value)
{
    return QStringLiteral(R"({"template":{"id":829},"draft":true,"props":[{"field":{"id":%1},"value":%2}]})")
        .arg(field)
        .arg(QString::fromUtf8(value))
        .toUtf8();
}

} // namespace

/// What may stand in a field of each kind, in create-task, update-task and add-template-fields-to-task alike.
class TaskValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_desk = std::make_unique<Desk>(); }
    void valuesFitTheirField_data();
    void valuesFitTheirField();
    void aListTakesItsOptionsOnly_data();
    void aListTakesItsOptionsOnly();
    void aRemovedOptionStaysWhereItStands();
    void filesComeBackAsTheyWere();

private:
    QJsonValue stored(qint64 task, qint64 field)
    {
        const QJsonArray rows = m_desk->truthOf("task", task).value(QLatin1String("props")).toArray();
        return rowOfField(rows, field).value(QLatin1String("value"));
    }
    qint64 create(const QByteArray &body)
    {
        return m_desk->post(QStringLiteral("create-task"), body).madeId();
    }

    std::unique_ptr<Desk> m_desk;
};

void TaskValuesTest::valuesFitTheirField_data()
{
    QTest::addColumn<qint64>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *name, qint64 field, const char *value, bool fits) {
        QTest::newRow(name) << field << QByteArray(value) << fits;
    };
    row("a text", Text, R"("Не включается, <b>шум</b> & стук")", true);
    row("an empty text", Text, R"("")", true);
    row("a number in a text field", Text, "1", false);
    row("null in a text field", Text, "null", false);
    row("an object in a text field", Text, R"({"id":1})", false);
    row("a number", Number, "100", true);
    row("a fraction", Number, "-0.25", true);
    row("a number beyond doubles", Number, "9007199254740993", true);
    row("digits in a text", Number, R"("100")", false);
    row("yes in a number field", Number, "true", false);
    row("an array in a number field", Number, "[100]", false);
    row("yes", Checkbox, "true", true);
    row("no", Checkbox, "false", true);
    row("one for yes", Checkbox, "1", false);
    row("a text for yes", Checkbox, R"("true")", false);
    row("a value of a section", Section, R"("x")", false);
    row("nothing in a section", Section, "0", false);
}

void TaskValuesTest::valuesFitTheirField()
{
    QFETCH(const qint64, field);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, fits);
    const Reply made = m_desk->post(QStringLiteral("create-task"), body(field, value.constData()));
    QCOMPARE(made.code(), fits ? 0 : WrongValue);
    if (fits)
        QCOMPARE(text(stored(made.madeId(), field)), text(json(value.constData())));

    const qint64 draft = create(R"({"template":{"id":829},"draft":true})");
    const Reply updated
        = m_desk->post(QStringLiteral("update-task?id=%1").arg(draft), body(field, value.constData()));
    QCOMPARE(updated.code(), made.code());
    QCOMPARE(text(stored(draft, field)), text(fits ? json(value.constData()) : QJsonValue()));

    const QByteArray added = QStringLiteral(R"([{"to":"props","field":{"id":%1},"value":%2}])")
                                 .arg(field)
                                 .arg(QString::fromUtf8(value))
                                 .toUtf8();
    const qint64 other = create(R"({"template":{"id":835},"draft":true})");
    const Reply extended
        = m_desk->post(QStringLiteral("add-template-fields-to-task?id=%1").arg(other), added);
    QCOMPARE(extended.code(), made.code());
}

void TaskValuesTest::aListTakesItsOptionsOnly_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("fits");
    QTest::newRow("as it is read") << QByteArray(R"({"id":"2748","name":"Карта"})") << true;
    QTest::newRow("another name") << QByteArray(R"({"id":2748,"name":"?"})") << true;
    QTest::newRow("no name") << QByteArray(R"({"id":2748})") << true;
    QTest::newRow("a bare id") << QByteArray("2748") << true;
    QTest::newRow("a bare id in a text") << QByteArray(R"("2748")") << true;
    QTest::newRow("the name alone") << QByteArray(R"("Карта")") << false;
    QTest::newRow("the name as an object") << QByteArray(R"({"name":"Карта"})") << false;
    QTest::newRow("more than id and name") << QByteArray(R"({"id":2748,"deleted":false})") << false;
    QTest::newRow("an option of another list") << QByteArray("2751") << false;
    QTest::newRow("in an array") << QByteArray("[2748]") << false;
    QTest::newRow("nothing") << QByteArray("null") << false;
    QTest::newRow("zero") << QByteArray("0") << false;
}

void TaskValuesTest::aListTakesItsOptionsOnly()
{
    QFETCH(const QByteArray, value);
    QFETCH(const bool, fits);
    const Reply made = m_desk->post(QStringLiteral("create-task"), body(List, value.constData()));
    QCOMPARE(made.code(), fits ? 0 : WrongValue);
    if (fits) // told with its own name, whatever name came
        QCOMPARE(text(stored(made.madeId(), List)), text(json(R"({"id":"2748","name":"Карта"})")));
}

void TaskValuesTest::aRemovedOptionStaysWhereItStands()
{
    const qint64 task = create(body(List, "2748"));
    const QByteArray removal
        = R"({"name":"Тип оплаты","type":{"id":"5"},"valueList":[{"id":"2748","deleted":true}]})";
    QCOMPARE(m_desk->post(QStringLiteral("update-template-field?id=2304"), removal).status, 200);
    QCOMPARE(create(body(List, "2748")), 0);
    const QString update = QStringLiteral("update-task?id=%1").arg(task);
    QCOMPARE(m_desk->post(update, body(List, R"({"id":"2748","name":"Карта"})")).madeId(), task);
    QCOMPARE(text(stored(task, List)), text(json(R"({"id":"2748","name":"Карта"})")));
    QCOMPARE(m_desk->post(update, body(List, "2747")).madeId(), task);
    QCOMPARE(m_desk->post(update, body(List, "2748")).code(), WrongValue);
}

void TaskValuesTest::filesComeBackAsTheyWere()
{
    const qint64 task = create(R"({"template":{"id":835},"draft":true})");
    const QString add = QStringLiteral("add-template-fields-to-task?id=%1").arg(task);
    QCOMPARE(
        m_desk->post(add, R"([{"to":"props","field":{"id":2303},"value":[{"id":1}]}])").code(), WrongValue);
    QCOMPARE(m_desk->post(add, R"([{"to":"props","field":{"id":2303},"value":0}])").madeId(), task);
    QVERIFY(stored(task, Picture).isNull());
    const QString update = QStringLiteral("update-task?id=%1").arg(task);
    for (const char *same : {"null", "0", "[]"}) {
        const QByteArray given
            = QByteArray(R"({"template":{"id":835},"draft":true,"props":[{"field":{"id":2303},"value":)")
            + same + "}]}";
        QCOMPARE(m_desk->post(update, given).madeId(), task);
        QVERIFY(stored(task, Picture).isNull());
    }
    const QByteArray file
        = R"({"template":{"id":835},"draft":true,"props":[{"field":{"id":2303},"value":"photo.jpg"}]})";
    QCOMPARE(m_desk->post(update, file).code(), WrongValue);
}

QTEST_GUILESS_MAIN(TaskValuesTest)
#include "TaskValuesTest.moc"
