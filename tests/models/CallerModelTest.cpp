#include "models/CallerModel.h"
#include "ModelFixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using models::CallerModel;

/// The rows of the caller desk: what they say, and that they are the answer to what is typed last.
class CallerModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingTypedIsNobody();
    void whoIsFoundIsShown();
    void theLastTypedIsAnswered();
    void whatHasChangedIsToldAnew();
    void aLineTellsWhatIsKnown_data();
    void aLineTellsWhatIsKnown();

private:
    bool type(const QString &typed);
    void keep(const QString &name, const QString &number);

    std::unique_ptr<ModelFixture> m_store;
    std::unique_ptr<CallerModel> m_model;
};

void CallerModelTest::keep(const QString &name, const QString &number)
{
    Contractor contractor;
    contractor.id = QStringLiteral("12");
    contractor.name = name;
    Phone phone;
    phone.number = number;
    phone.personId = QStringLiteral("5");
    Person person;
    person.id = QStringLiteral("5");
    person.name = text(u"Александр");
    contractor.phones = Known<QVector<Phone>>::fromService({phone});
    contractor.persons = Known<QVector<Person>>::fromService({person});
    QVERIFY(m_store->mirror->applyContractors({{contractor, "{}"}}));
}

void CallerModelTest::init()
{
    m_model.reset();
    m_store = std::make_unique<ModelFixture>();
    m_model = std::make_unique<CallerModel>(m_store->reader);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
    keep(text(u"Ромашка"), QStringLiteral("89036277781"));
}

bool CallerModelTest::type(const QString &typed)
{
    m_model->setTyped(typed);
    return QTest::qWaitFor([this] { return m_model->isReady(); });
}

void CallerModelTest::nothingTypedIsNobody()
{
    QSignalSpy ready(m_model.get(), &CallerModel::ready);
    m_model->setTyped(QStringLiteral("  "));
    // At once: nothing is read for it.
    QCOMPARE(ready.size(), 1);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(m_model->at(0).contractor.id.isEmpty());
}

void CallerModelTest::whoIsFoundIsShown()
{
    QVERIFY(type(QStringLiteral(" 7781 ")));
    QCOMPARE(m_model->rowCount(), 1);
    const QModelIndex first = m_model->index(0);
    QCOMPARE(first.data().toString(), text(u"Ромашка\nАлександр · +7 (903) 627-77-81"));
    QCOMPARE(first.data(Qt::AccessibleTextRole).toString(), text(u"Ромашка, Александр · +7 (903) 627-77-81"));
    QVERIFY(!first.data(Qt::ToolTipRole).toString().isEmpty());
    QVERIFY(!first.data(Qt::DecorationRole).isValid());
    QVERIFY(!m_model->index(7).data().isValid());
    QCOMPARE(m_model->at(0).contractor, (NamedRef{QStringLiteral("12"), text(u"Ромашка")}));
    QCOMPARE(m_model->rowOf(QStringLiteral("12")), 0);
    QCOMPARE(m_model->rowOf(QStringLiteral("13")), -1);
    QVERIFY(type(QStringLiteral("hjvfi"))); // the other layout
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(type(QStringLiteral("9999")));
    QCOMPARE(m_model->rowCount(), 0);
}

void CallerModelTest::theLastTypedIsAnswered()
{
    QSignalSpy ready(m_model.get(), &CallerModel::ready);
    for (const char *typed : {"999", "9999", "7781"})
        m_model->setTyped(QString::fromLatin1(typed));
    QVERIFY(!m_model->isReady());
    QTRY_VERIFY(m_model->isReady());
    QCOMPARE(m_model->rowCount(), 1);
    m_store->reader.drafts().waitForFinished();
    QCoreApplication::processEvents();
    QCOMPARE(ready.size(), 1);
}

void CallerModelTest::whatHasChangedIsToldAnew()
{
    QVERIFY(type(QStringLiteral("7781")));
    QSignalSpy reset(m_model.get(), &CallerModel::modelReset);
    m_model->refresh();
    QTRY_VERIFY(m_model->isReady());
    QCOMPARE(reset.size(), 0); // nothing did
    keep(text(u"Ромашка и К"), QStringLiteral("89036277781"));
    m_model->refresh();
    QTRY_VERIFY(m_model->isReady());
    QCOMPARE(reset.size(), 1);
    QVERIFY(m_model->index(0).data().toString().startsWith(text(u"Ромашка и К")));
}

void CallerModelTest::aLineTellsWhatIsKnown_data()
{
    QTest::addColumn<Caller>("caller");
    QTest::addColumn<QString>("line");
    Caller caller;
    QTest::newRow("nothing") << caller << QString();
    caller.phone = QStringLiteral("33");
    QTest::newRow("a phone") << caller << QStringLiteral("33");
    caller.openTasks = 2;
    QTest::newRow("and tasks") << caller << text(u"33 · open tasks: 2");
    caller.moreTasks = true;
    caller.person = text(u"Пётр");
    QTest::newRow("at least") << caller << text(u"Пётр · 33 · open tasks: 2+");
}

void CallerModelTest::aLineTellsWhatIsKnown()
{
    QFETCH(Caller, caller);
    QFETCH(QString, line);
    QCOMPARE(models::lineOf(caller), line);
}

QTEST_GUILESS_MAIN(CallerModelTest)
#include "CallerModelTest.moc"
