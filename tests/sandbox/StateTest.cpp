#include "Desk.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace naryad::test;

/// Saving, loading and resetting a company.
class StateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(options());
    }
    void aLoadedCompanyIsTheSame();
    void workGoesOnAfterLoading();
    void loadingBringsItsOwnMeasures();
    void theClockMayHaveMoved();
    void aResetCompanyIsTheFirst();
    void theSamePathsWorkOverHttp();
    void damagedFilesAreRefused_data();
    void damagedFilesAreRefused();
    void whatCantBeWrittenIsTold();
    void nothingWorksBeforeTheStart();

private:
    static naryad::sandbox::Options options()
    {
        naryad::sandbox::Options options;
        options.tasks = 60;
        options.equipment = 30;
        options.feedTypes
            = {QStringLiteral("contractor"), QStringLiteral("template"), QStringLiteral("equipment")};
        options.taskUpdatesLimit = false;
        return options;
    }
    QString file() const { return m_folder->filePath(QStringLiteral("state")); }
    /// Something of everything a client can do.
    void work();
    /// All that can be read of the company, by every command that reads.
    static QStringList everything(Desk &desk);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
};

void StateTest::work()
{
    const auto done = [this](const QByteArray &path, const QByteArray &body) {
        const Reply reply = m_desk->send("POST", QStringLiteral("/api/") + QString::fromLatin1(path), body);
        if (reply.status != 200)
            QFAIL(reply.body.constData());
        m_desk->clock.advance(std::chrono::seconds(7));
    };
    done(
        "v5/create-contractor",
        R"({"externalId":"u-1","name":"ООО <Новое> & Ко","address":"Садовая 3","lat":"55.1","lon":"37.2",
        "person":[{"name":"Ирина","phone":[{"name":"+7 903"}]}],"phone":[{"name":"11"}]})");
    done("v5/update-contractor?id=97611", R"({"name":"Ромашка-2","externalId":"u-2"})");
    done("v4/add-subdivision", R"({"contractor_id":97611,"name":"Склад","external_id":"u-3","template_id":829,
        "contact":[{"external_id":"c-1","name":"Пётр","tel":[{"name":"5"}]}]})");
    done("v5/update-contractor-person?id=1903968", R"({"contractor":{"id":97624},"name":"Ольга"})");
    done("v5/delete-contractor-phone?id=1397915", "{}");
    done(
        "v5/create-template-field",
        R"({"name":"Список","type":{"id":5},"valueList":[{"name":"да"},{"name":"нет"}]})");
    done(
        "v5/update-template-field?id=2304",
        R"({"name":"Оплата","type":{"id":5},"valueList":[{"id":2747,"deleted":true}]})");
    done("v5/create-template", R"({"name":"Новый","color":"#123456","visit":{"id":3},"visitDuration":60,
        "props":[{"visibleToMobile":false,"field":{"id":2302}}],"checklist":[{"required":true,"field":{"id":2312}}]})");
    done("v5/update-template?id=830", R"({"props":[{"field":{"id":2306}}]})");
    done("v5/create-equipment-model", R"({"name":"М-1","type":{"id":6638}})");
    done(
        "v5/create-equipment",
        R"({"serialNumber":"S-1","contractor":{"id":97611},"model":{"id":650},"props":[{"value":["x",7.5],"field":{"id":62}}]})");
    done("v5/delete-equipment?id=4170", "{}");
    done("v5/delete-equipment?id=4161", "{}");
    done(
        "v5/create-task",
        R"({"number":"77","template":{"id":829},"employee":{"id":3005},"contractor":{"id":97637},"draft":false,
        "address":"Садовая 3","verificationRequired":true,"plannedVisitTime":"2026-12-01T10:00:00",
        "props":[{"field":{"id":2302},"value":9007199254740993},{"field":{"id":2304},"value":2748},{"field":{"id":2307},"value":true}]})");
    const QByteArray id = m_desk->made("task").at(0).toString().toLatin1();
    done("v5/create-comment", R"({"message":"позвонить","task":{"id":)" + id + "}}");
    done(
        "v5/add-template-fields-to-task?id=" + id,
        R"([{"to":"props","field":{"id":2319},"parent":{"id":2308},"value":"x"}])");
    done("v4/close-task?id=" + id, R"({"result_status":"75","results_description":"отмена"})");
    done("v5/create-task", R"({"template":{"id":828},"draft":true})");
}

QStringList StateTest::everything(Desk &desk)
{
    QStringList lines;
    const auto tell = [&desk, &lines](const QString &path) {
        const Reply reply = desk.send("GET", path);
        lines.append(path + QLatin1Char(' ') + QString::fromUtf8(reply.body));
        return reply.array();
    };
    const QVector<QPair<const char *, const char *>> lists{
        {"get-task-list", "task"},
        {"get-contractor-list", "contractor"},
        {"get-template-list", "template"},
        {"get-template-field-list", "field"},
        {"get-equipment-model-list", "model"},
        {"get-equipment-list", "equipment"}};
    for (const auto &[command, kind] : lists) {
        bool more = true;
        for (int page = 0; more; ++page) {
            const QJsonArray rows
                = tell(QStringLiteral("/api/v5/%1?page=%2").arg(QString::fromLatin1(command)).arg(page));
            more = !rows.isEmpty();
            for (const QJsonValue &row : rows)
                tell(
                    QStringLiteral("/sandbox/%1?id=%2")
                        .arg(
                            QString::fromLatin1(kind), row.toObject().value(QLatin1String("id")).toString()));
        }
    }
    for (const char *type : {"task", "contractor", "template", "equipment"})
        tell(QStringLiteral("/api/v5/get-updates?usn=0&type=") + QString::fromLatin1(type));
    for (const char *kind :
         {"task", "contractor", "person", "phone", "template", "field", "model", "equipment"})
        tell(QStringLiteral("/sandbox/new?kind=") + QString::fromLatin1(kind));
    for (const char *externalId : {"u-1", "u-2", "u-3"})
        tell(
            QStringLiteral("/api/v5/get-contractor-by-external-id?external-id=")
            + QString::fromLatin1(externalId));
    tell(QStringLiteral("/sandbox/counts"));
    tell(QStringLiteral("/api/get-taskupdates"));
    tell(QStringLiteral("/api/get-taskupdates?id=866945"));
    return lines;
}

void StateTest::aLoadedCompanyIsTheSame()
{
    work();
    const QStringList before = everything(*m_desk);
    QVERIFY(before.size() > 250);
    QVERIFY(m_desk->sandbox.save(file()));
    QCOMPARE(everything(*m_desk), before);

    Desk other; // of other measures
    other.clock.advance(std::chrono::seconds(7 * 18));
    QVERIFY(everything(other) != before);
    QVERIFY(other.sandbox.load(file()));
    QCOMPARE(other.truth(QStringLiteral("counts")), m_desk->truth(QStringLiteral("counts")));
    Desk like(options());
    like.clock.advance(std::chrono::seconds(7 * 18));
    QVERIFY(like.sandbox.load(file()));
    QCOMPARE(everything(like), before);
    // Saved again, it is the same file.
    QVERIFY(like.sandbox.save(file() + QLatin1Char('2')));
    QFile one(file());
    QFile two(file() + QLatin1Char('2'));
    QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
    QCOMPARE(one.size(), two.size());
}

void StateTest::workGoesOnAfterLoading()
{
    work();
    QVERIFY(m_desk->sandbox.save(file()));
    const qint64 next = m_desk->post(QStringLiteral("create-contractor"), R"({"name":"x"})").madeId();
    const QStringList expected = everything(*m_desk);
    QVERIFY(m_desk->sandbox.load(file()));
    QVERIFY(everything(*m_desk) != expected);
    QCOMPARE(m_desk->post(QStringLiteral("create-contractor"), R"({"name":"x"})").madeId(), next);
    QCOMPARE(everything(*m_desk), expected);
    QCOMPARE(m_desk->get(QStringLiteral("get-equipment?id=4161")).code(), NotFound);
}

void StateTest::loadingBringsItsOwnMeasures()
{
    QVERIFY(m_desk->sandbox.save(file()));
    naryad::sandbox::Options more;
    more.tasks = 500;
    more.seed = 7;
    Desk other(more);
    QVERIFY(other.sandbox.load(file()));
    QCOMPARE(other.truth(QStringLiteral("counts")).toObject().value(QLatin1String("task")), 60);
    QCOMPARE(
        other.get(QStringLiteral("get-task-list")).body, m_desk->get(QStringLiteral("get-task-list")).body);
    // What it answers, and to what it resets, stays its own.
    QCOMPARE(other.get(QStringLiteral("get-updates?type=template&usn=0")).status, 400);
    QVERIFY(other.sandbox.reset());
    QCOMPARE(other.truth(QStringLiteral("counts")).toObject().value(QLatin1String("task")), 500);
}

void StateTest::theClockMayHaveMoved()
{
    const QByteArray list = m_desk->get(QStringLiteral("get-updates?type=task&usn=0")).body;
    const qint64 id = m_desk->get(QStringLiteral("get-task-list"))
                          .array()
                          .at(4)
                          .toObject()
                          .value(QLatin1String("id"))
                          .toString()
                          .toLongLong();
    const QString task = text(m_desk->truthOf("task", id));
    QVERIFY(m_desk->sandbox.save(file()));
    m_desk = std::make_unique<Desk>(options());
    m_desk->clock.advance(std::chrono::hours(24 * 40));
    QVERIFY(m_desk->sandbox.reset());
    QVERIFY(m_desk->sandbox.load(file()));
    QCOMPARE(m_desk->get(QStringLiteral("get-updates?type=task&usn=0")).body, list);
    QCOMPARE(text(m_desk->truthOf("task", id)), task);
}

void StateTest::aResetCompanyIsTheFirst()
{
    const QStringList before = everything(*m_desk);
    QVERIFY(!m_desk->truth(QStringLiteral("requests")).toObject().isEmpty());
    work();
    QVERIFY(everything(*m_desk) != before);
    QVERIFY(m_desk->sandbox.reset());
    QVERIFY(m_desk->truth(QStringLiteral("requests")).toObject().isEmpty());
    // Days later still the company of its first day, but for what is a week old by then.
    QCOMPARE(everything(*m_desk).mid(0, before.size() - 2), before.mid(0, before.size() - 2));
}

void StateTest::theSamePathsWorkOverHttp()
{
    const QString query = QStringLiteral("?file=")
        + QString::fromLatin1(QUrl::toPercentEncoding(m_folder->filePath(QStringLiteral("мой файл+1"))));
    const QByteArray contractor = R"({"name":"x"})";
    QCOMPARE(m_desk->send("POST", QStringLiteral("/sandbox/save") + query, "{}").body, QByteArray("true"));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("мой файл+1"))));
    QVERIFY(m_desk->post(QStringLiteral("create-contractor"), contractor).madeId() > 0);
    QCOMPARE(m_desk->made("contractor").size(), 1);
    QCOMPARE(m_desk->send("POST", QStringLiteral("/sandbox/load") + query, "{}").body, QByteArray("true"));
    QCOMPARE(m_desk->made("contractor").size(), 0);
    QVERIFY(m_desk->post(QStringLiteral("create-contractor"), contractor).madeId() > 0);
    QCOMPARE(m_desk->send("GET", QStringLiteral("/sandbox/reset")).body, QByteArray("true"));
    QCOMPARE(m_desk->made("contractor").size(), 0);
    QCOMPARE(m_desk->send("GET", QStringLiteral("/sandbox/load?file=/nowhere/at/all")).code(), NotAllowed);
    QCOMPARE(m_desk->send("GET", QStringLiteral("/sandbox/save")).code(), NotAllowed);
}

void StateTest::damagedFilesAreRefused_data()
{
    QTest::addColumn<int>("keep");
    QTest::addColumn<int>("flip");
    QTest::newRow("nothing left") << 0 << -1;
    QTest::newRow("a head alone") << 10 << -1;
    QTest::newRow("cut short") << 300 << -1;
    QTest::newRow("another kind of file") << -1 << 3;
    QTest::newRow("a wrong sum") << -1 << 20;
    QTest::newRow("one bit") << -1 << 200;
}

void StateTest::damagedFilesAreRefused()
{
    QFETCH(const int, keep);
    QFETCH(const int, flip);
    work();
    QVERIFY(m_desk->sandbox.save(file()));
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    if (keep >= 0) {
        QVERIFY(damaged.resize(keep));
    } else {
        QVERIFY(damaged.size() > flip);
        damaged.seek(flip);
        const char byte = static_cast<char>(damaged.read(1).at(0) ^ 1);
        damaged.seek(flip);
        damaged.write(&byte, 1);
    }
    damaged.close();
    const QStringList before = everything(*m_desk);
    const auto loaded = m_desk->sandbox.load(file());
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, naryad::ErrorKind::Storage);
    QCOMPARE(loaded.error().cause, naryad::ErrorCause::Damaged);
    QCOMPARE(everything(*m_desk), before);
}

void StateTest::whatCantBeWrittenIsTold()
{
    const auto saved = m_desk->sandbox.save(m_folder->filePath(QStringLiteral("no/such/folder")));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, naryad::ErrorKind::Storage);
    const auto loaded = m_desk->sandbox.load(m_folder->filePath(QStringLiteral("nothing")));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, naryad::ErrorKind::Storage);
}

void StateTest::nothingWorksBeforeTheStart()
{
    naryad::sandbox::Sandbox idle;
    QVERIFY(!idle.save(file()));
    QVERIFY(!idle.load(file()));
    QVERIFY(!idle.reset());
    m_desk->sandbox.stop();
    QVERIFY(!m_desk->sandbox.save(file()));
}

QTEST_GUILESS_MAIN(StateTest)
#include "StateTest.moc"
