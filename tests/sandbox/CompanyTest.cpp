#include "Desk.h"

#include <QTest>
#include <QTimeZone>

#include <map>

using namespace naryad::test;

namespace {

qint64 idOf(const QJsonValue &row)
{
    return row.toObject().value(QLatin1String("id")).toString().toLongLong();
}

} // namespace

/// The made-up company: the same for the same seed, believable, and as large as asked.
class CompanyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDefaultIsAsPromised();
    void theSeedDecides();
    void tasksLieAroundToday();
    void tasksAgreeWithTheirTemplates();
    void idsHaveGaps();
    void anEmptyCompanyAnswersToo();
    void aMillionTasks();
    void manyContractors();

private:
    static naryad::sandbox::Options sized(int tasks, int contractors, quint32 seed = 1)
    {
        naryad::sandbox::Options options;
        options.tasks = tasks;
        options.contractors = contractors;
        options.seed = seed;
        options.fullTasks = true;
        return options;
    }
    static QJsonArray page(Desk &desk, const char *list, qint64 number)
    {
        return desk.get(QStringLiteral("%1?page=%2").arg(QString::fromLatin1(list)).arg(number)).array();
    }
    static QVector<QJsonObject> allTasks(Desk &desk);
};

QVector<QJsonObject> CompanyTest::allTasks(Desk &desk)
{
    QVector<QJsonObject> tasks;
    const QJsonArray all = desk.get(QStringLiteral("get-updates?type=task&usn=0")).array();
    for (const QJsonValue &row : all) {
        const QString id = row.toObject().value(QLatin1String("taskId")).toString();
        tasks.append(desk.get(QStringLiteral("get-task?id=") + id).object());
    }
    return tasks;
}

void CompanyTest::theDefaultIsAsPromised()
{
    Desk desk;
    QCOMPARE(
        text(desk.truth(QStringLiteral("counts"))),
        text(json(R"({"task":2000,"contractor":40,"person":50,"phone":96,"template":8,"field":20,"model":60,
                      "equipment":300,"employee":12})")));
    QCOMPARE(
        desk.get(QStringLiteral("get-template?id=829")).object().value(QLatin1String("name")),
        QStringLiteral("Ремонт"));
    QCOMPARE(
        desk.get(QStringLiteral("get-contractor?id=97611")).object().value(QLatin1String("name")),
        QStringLiteral("ООО «Ромашка»"));
    QCOMPARE(
        desk.get(QStringLiteral("get-template-field?id=2302")).object().value(QLatin1String("name")),
        QStringLiteral("Планируемая сумма за работу"));
    QCOMPARE(
        desk.get(QStringLiteral("get-template-field?id=2304")).object().value(QLatin1String("name")),
        QStringLiteral("Тип оплаты"));
}

void CompanyTest::theSeedDecides()
{
    const auto look = [](quint32 seed) -> QByteArray {
        Desk desk(sized(50, 40, seed));
        QByteArray all;
        for (const char *path :
             {"get-task-list", "get-contractor-list", "get-contractor?id=97624", "get-equipment-list"})
            all += desk.get(QString::fromLatin1(path)).body;
        const qint64 id = idOf(page(desk, "get-task-list", 2).at(3));
        return all + desk.get(QStringLiteral("get-task?id=%1").arg(id)).body;
    };
    QCOMPARE(look(5), look(5));
    QVERIFY(look(5) != look(6));
}

void CompanyTest::tasksLieAroundToday()
{
    Desk desk(sized(660, 40));
    std::map<qint64, int> days;
    int drafts = 0;
    int closed = 0;
    int unplanned = 0;
    const QDate today(2026, 11, 24);
    const QVector<QJsonObject> tasks = allTasks(desk);
    QCOMPARE(tasks.size(), 660);
    for (const QJsonObject &task : tasks) {
        const auto time = [&task](const char *key) {
            return QDateTime::fromString(task.value(QLatin1String(key)).toString(), Qt::ISODate);
        };
        QVERIFY(time("createdAt") <= desk.clock.now());
        const bool isDraft = task.value(QLatin1String("draft")).toBool();
        const bool isClosed
            = task.value(QLatin1String("task_status")).toObject().value(QLatin1String("statusId"))
            == QLatin1String("7");
        drafts += isDraft;
        closed += isClosed;
        if (!isDraft)
            QVERIFY(task.value(QLatin1String("employee")).isObject());
        if (!time("plannedVisitTime").isValid()) {
            ++unplanned;
            continue;
        }
        const QDate day = time("plannedVisitTime").toTimeZone(QTimeZone("Europe/Moscow")).date();
        ++days[today.daysTo(day)];
        QVERIFY(time("plannedEndVisitTime") > time("plannedVisitTime"));
        if (isDraft)
            QVERIFY(day >= today);
        if (isClosed)
            QVERIFY(day < today);
    }
    QCOMPARE(days.begin()->first, -14);
    QCOMPARE(days.rbegin()->first, 7);
    QCOMPARE(days.size(), 22U);
    QVERIFY(drafts > 20 && drafts < 100);
    QVERIFY(closed > 300 && closed < 420);
    QVERIFY(unplanned > 10 && unplanned < 70);
}

void CompanyTest::tasksAgreeWithTheirTemplates()
{
    Desk desk(sized(120, 40));
    QSet<qint64> templates;
    QSet<QString> rowIds;
    const QVector<QJsonObject> tasks = allTasks(desk);
    for (const QJsonObject &task : tasks) {
        const qint64 templateId
            = task.value(QLatin1String("template")).toObject().value(QLatin1String("id")).toInteger();
        templates.insert(templateId);
        const QJsonObject made = desk.get(QStringLiteral("get-template?id=%1").arg(templateId)).object();
        for (const char *list : {"props", "checklist"}) {
            const QJsonArray rows = task.value(QLatin1String(list)).toArray();
            const QJsonArray expected = made.value(QLatin1String(list)).toArray();
            QCOMPARE(rows.size(), expected.size());
            for (int i = 0; i < rows.size(); ++i) {
                const QJsonObject row = rows.at(i).toObject();
                QCOMPARE(
                    text(without(row, {"id", "value"})), text(without(expected.at(i).toObject(), {"id"})));
                QVERIFY(!rowIds.contains(row.value(QLatin1String("id")).toString()));
                rowIds.insert(row.value(QLatin1String("id")).toString());
            }
        }
        const QString client
            = task.value(QLatin1String("contractor")).toObject().value(QLatin1String("id")).toString();
        const QJsonObject contractor = desk.get(QStringLiteral("get-contractor?id=") + client).object();
        QCOMPARE(task.value(QLatin1String("address")), contractor.value(QLatin1String("address")));
    }
    QCOMPARE(templates.size(), 8);
}

void CompanyTest::idsHaveGaps()
{
    Desk desk(sized(30, 40));
    QSet<qint64> ids;
    for (int number = 0; number < 3; ++number) {
        const QJsonArray rows = page(desk, "get-task-list", number);
        for (const QJsonValue &row : rows)
            ids.insert(idOf(row));
    }
    QCOMPARE(ids.size(), 30);
    for (qint64 id = 522001; id < 522001 + 90; ++id)
        QCOMPARE(desk.get(QStringLiteral("get-task?id=%1").arg(id)).code(), ids.contains(id) ? 0 : NotFound);
    for (qint64 id : {97610, 97612, 97611 + 40 * 13})
        QCOMPARE(desk.get(QStringLiteral("get-contractor?id=%1").arg(id)).code(), NotFound);
    // One person of a contractor with one, none where the second would be.
    QCOMPARE(desk.get(QStringLiteral("get-contractor-person?id=1903968")).status, 200);
    QCOMPARE(desk.get(QStringLiteral("get-contractor-person?id=1903969")).code(), NotFound);
    QCOMPARE(desk.get(QStringLiteral("get-contractor-phone?id=1397916")).code(), NotFound);
    // What clients make is beyond all of them, of whatever kind.
    const qint64 made = desk.post(QStringLiteral("create-contractor"), R"({"name":"x"})").madeId();
    QVERIFY(made > 2074364 + 30 * 32);
}

void CompanyTest::anEmptyCompanyAnswersToo()
{
    naryad::sandbox::Options options = sized(0, 0);
    options.equipment = 3;
    Desk desk(options);
    for (const char *list : {"get-task-list", "get-contractor-list"})
        QCOMPARE(desk.get(QString::fromLatin1(list)).body, QByteArray("[]"));
    QCOMPARE(desk.get(QStringLiteral("get-updates?type=task&usn=0")).body, QByteArray("[]"));
    QCOMPARE(desk.send("GET", QStringLiteral("/api/get-taskupdates")).body, QByteArray("[]"));
    QCOMPARE(
        desk.get(QStringLiteral("get-equipment?id=4161")).object().value(QLatin1String("contractor")),
        QStringLiteral("0"));
    const qint64 id
        = desk.post(QStringLiteral("create-task"), R"({"template":{"id":828},"draft":true})").madeId();
    QCOMPARE(idOf(page(desk, "get-task-list", 0).at(0)), id);
    QCOMPARE(desk.get(QStringLiteral("get-updates?type=task&usn=0")).array().size(), 1);
}

void CompanyTest::aMillionTasks()
{
    Desk desk(sized(1000000, 40));
    const QJsonArray first = page(desk, "get-task-list", 0);
    const QJsonArray last = page(desk, "get-task-list", 99999);
    QCOMPARE(first.size(), 10);
    QCOMPARE(last.size(), 10);
    QCOMPARE(page(desk, "get-task-list", 100000).size(), 0);
    QCOMPARE(first.at(0).toObject().value(QLatin1String("name")), QStringLiteral("000001"));
    QCOMPARE(last.at(9).toObject().value(QLatin1String("name")), QStringLiteral("1000000"));
    for (const QJsonValue &row : {first.at(0), last.at(9)}) {
        const QJsonObject task = desk.get(QStringLiteral("get-task?id=%1").arg(idOf(row))).object();
        QCOMPARE(task.value(QLatin1String("name")), row.toObject().value(QLatin1String("name")));
    }
    const auto updates = [&desk](qint64 usn) {
        return desk.get(QStringLiteral("get-updates?type=task&usn=%1").arg(usn)).array();
    };
    const auto usn = [](const QJsonValue &row) {
        return row.toObject().value(QLatin1String("usn")).toString().toLongLong();
    };
    const QJsonArray begin = updates(0);
    QCOMPARE(begin.size(), 3000);
    QCOMPARE(
        begin.at(0).toObject().value(QLatin1String("taskId")).toString().toLongLong(), idOf(first.at(0)));
    const qint64 step = usn(begin.at(1)) - usn(begin.at(0));
    const qint64 end = usn(begin.at(0)) + step * 999999;
    QCOMPARE(updates(end).size(), 0);
    const QJsonArray tail = updates(end - step * 10);
    QCOMPARE(tail.size(), 10);
    QCOMPARE(tail.last().toObject().value(QLatin1String("taskId")).toString().toLongLong(), idOf(last.at(9)));
    // Changed in the middle, it is at the end.
    const qint64 middle = idOf(page(desk, "get-task-list", 50000).at(0));
    const QByteArray comment = R"({"message":"x","task":{"id":)" + QByteArray::number(middle) + "}}";
    QVERIFY(desk.post(QStringLiteral("create-comment"), comment).madeId() > 0);
    QCOMPARE(updates(end).at(0).toObject().value(QLatin1String("taskId")).toString().toLongLong(), middle);
    QCOMPARE(idOf(page(desk, "get-task-list", 50000).at(0)), middle);
    QCOMPARE(desk.send("GET", QStringLiteral("/api/get-taskupdates")).array().size(), 100);
}

void CompanyTest::manyContractors()
{
    Desk desk(sized(10, 100000));
    const QJsonObject counts = desk.truth(QStringLiteral("counts")).toObject();
    QCOMPARE(counts.value(QLatin1String("contractor")), 100000);
    QVERIFY(counts.value(QLatin1String("phone")).toInt() >= 200000);
    const QJsonArray last = page(desk, "get-contractor-list", 9999);
    QCOMPARE(last.size(), 10);
    QCOMPARE(page(desk, "get-contractor-list", 10000).size(), 0);
    const qint64 id = idOf(last.at(9));
    QCOMPARE(id, 97611 + 99999 * 13);
    const QJsonObject contractor = desk.get(QStringLiteral("get-contractor?id=%1").arg(id)).object();
    QVERIFY(contractor.value(QLatin1String("phone")).toArray().size() >= 2);
    const QJsonObject phone = contractor.value(QLatin1String("phone")).toArray().at(0).toObject();
    const QString person = phone.value(QLatin1String("contractorPerson")).toString();
    const QJsonObject told = desk.get(QStringLiteral("get-contractor-person?id=") + person).object();
    QCOMPARE(told.value(QLatin1String("contractor")).toObject().value(QLatin1String("id")), num(id));
    QCOMPARE(
        told.value(QLatin1String("phone")).toArray().at(0).toObject().value(QLatin1String("id")),
        phone.value(QLatin1String("id")));
    const QString externalId = QStringLiteral("91bf7d25-abd9-11e1-9c86-00000001869e"); // 99,998 in sixteens
    const Reply found = desk.get(QStringLiteral("get-contractor-by-external-id?external-id=") + externalId);
    QCOMPARE(found.object().value(QLatin1String("id")), num(97611 + 99998 * 13));
}

QTEST_GUILESS_MAIN(CompanyTest)
#include "CompanyTest.moc"
