#include "models/OutboxModel.h"
#include "ModelFixture.h"
#include "models/Words.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using models::OutboxModel;

/// The Outbox's model: newest first, every row keeps its place and its selection.
class OutboxModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void newestFirst();
    void aStateChangesInPlace();
    void whatComesAndGoes();
    void onlyTheJournalsChangesAreRead();
    void aJournalThatCantBeRead();
    void columnsInWords();

private:
    CommandId add(const QString &words = QStringLiteral("words"));
    bool settle(CommandId id, CommandState state);
    bool reload();
    QVector<CommandId> shown() const;

    std::unique_ptr<ModelFixture> m_store;
    std::unique_ptr<OutboxModel> m_model;
};

void OutboxModelTest::init()
{
    m_model.reset();
    m_store = std::make_unique<ModelFixture>();
    m_model = std::make_unique<OutboxModel>(m_store->reader, AccountZone("Europe/Moscow"), m_store->clock);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_model.get());
}

CommandId OutboxModelTest::add(const QString &words)
{
    const auto entry
        = m_store->journal->append(AddComment{{QStringLiteral("5"), {}}, words, QStringLiteral("17")});
    return entry ? entry->id : 0;
}

bool OutboxModelTest::settle(CommandId id, CommandState state)
{
    store::Outcome outcome;
    outcome.state = state;
    outcome.needsUser = state == CommandState::Unsure;
    return m_store->journal->settle(id, outcome).has_value();
}

bool OutboxModelTest::reload()
{
    QSignalSpy loaded(m_model.get(), &OutboxModel::loaded);
    m_model->reload();
    return QTest::qWaitFor([&] { return !loaded.isEmpty(); });
}

QVector<CommandId> OutboxModelTest::shown() const
{
    QVector<CommandId> ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids.append(m_model->entry(m_model->index(row, OutboxModel::Outcome))->id);
    return ids;
}

void OutboxModelTest::newestFirst()
{
    QVERIFY(!m_model->isLoaded());
    QVERIFY(reload());
    QVERIFY(m_model->isLoaded());
    QCOMPARE(m_model->rowCount(), 0);
    QVector<CommandId> ids;
    for (int i = 0; i < 5; ++i)
        ids.prepend(add());
    QVERIFY(reload());
    QCOMPARE(shown(), ids);
    QCOMPARE(m_model->indexOf(ids.at(3)), m_model->index(3, 0));
    QVERIFY(!m_model->indexOf(99).isValid());
    QVERIFY(!m_model->entry({}));
    QVERIFY(!m_model->error());
}

void OutboxModelTest::aStateChangesInPlace()
{
    const QVector<CommandId> ids{add(), add(), add()};
    QVERIFY(reload());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex selected = m_model->indexOf(ids.at(1));
    QVERIFY(settle(ids.at(1), CommandState::Refused));
    QVERIFY(reload());
    // It, and the one behind it, which waits for it no more.
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.first().at(0).toModelIndex(), m_model->index(0, 0));
    QCOMPARE(changed.last().at(0).toModelIndex(), m_model->index(1, 0));
    QCOMPARE(changed.last().at(1).toModelIndex(), m_model->index(1, OutboxModel::ColumnCount - 1));
    QCOMPARE(m_model->entry(selected)->state, CommandState::Refused);
    QVERIFY(reload()); // nothing new: nothing told
    QCOMPARE(changed.size(), 2);
    QCOMPARE(resets.size() + inserted.size(), 0);
}

void OutboxModelTest::whatComesAndGoes()
{
    QVector<CommandId> ids;
    for (int i = 0; i < 5; ++i)
        ids.append(add());
    QVERIFY(settle(ids.at(0), CommandState::Sent));
    QVERIFY(settle(ids.at(2), CommandState::Dropped));
    QVERIFY(reload());
    QCOMPARE(m_model->rowCount(), 5);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex leaves = m_model->indexOf(ids.at(2));
    const QPersistentModelIndex stays = m_model->indexOf(ids.at(1));
    {
        // A month later.
        SQLite::Database journal(m_store->journalPath().toStdString(), SQLite::OPEN_READWRITE);
        journal.exec("UPDATE command SET settled=1 WHERE state IN ('sent','dropped')");
    }
    const CommandId first = add();
    const CommandId second = add();
    QVERIFY(settle(ids.at(4), CommandState::Unsure));
    QVERIFY(reload());
    QCOMPARE(shown(), QVector<CommandId>({second, first, ids.at(4), ids.at(3), ids.at(1)}));
    QCOMPARE(m_model->entry(m_model->indexOf(ids.at(4)))->state, CommandState::Unsure);
    QVERIFY(!leaves.isValid());
    QCOMPARE(m_model->entry(stays)->id, ids.at(1));
    QCOMPARE(resets.size(), 0);
}

void OutboxModelTest::onlyTheJournalsChangesAreRead()
{
    QSignalSpy loaded(m_model.get(), &OutboxModel::loaded);
    MirrorChange change;
    change.taskListChanged = true;
    change.listsChanged = true;
    change.tasks = {1, 2};
    m_model->apply(change);
    add();
    change.journalChanged = true;
    m_model->apply(change);
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(loaded.size(), 1);
    // Of two answers on their way only the last is shown.
    m_model->reload();
    m_model->reload();
    QTRY_COMPARE(loaded.size(), 2);
    QCoreApplication::processEvents();
    QCOMPARE(loaded.size(), 2);
}

void OutboxModelTest::aJournalThatCantBeRead()
{
    const QString path = m_store->path(QStringLiteral("later.db"));
    store::Reader reader(m_store->mirrorPath(), path);
    OutboxModel model(reader, AccountZone("Europe/Moscow"), m_store->clock);
    model.reload();
    QTRY_VERIFY(model.isLoaded());
    QVERIFY(model.error());
    QCOMPARE(model.error()->kind, ErrorKind::Storage);
    const auto journal = store::Journal::open(path, m_store->clock);
    QVERIFY(journal && (*journal)->append(AddComment{{QStringLiteral("5"), {}}, {}, {}}));
    model.reload();
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(!model.error());
}

void OutboxModelTest::columnsInWords()
{
    const CommandId id = add(QStringLiteral("first line\n<b>second</b>"));
    QVERIFY(m_store->journal->beginAttempt(id, "{}", {}));
    QVERIFY(settle(id, CommandState::Unsure));
    QVERIFY(reload());
    const auto data
        = [this](int column, int role) { return m_model->index(0, column).data(role).toString(); };
    QCOMPARE(data(OutboxModel::When, Qt::DisplayRole), QStringLiteral("24.11 12:00:00")); // Moscow
    QCOMPARE(
        data(OutboxModel::What, Qt::DisplayRole),
        QStringLiteral("Comment on task 17: first line <b>second</b>")); // one line
    QVERIFY(data(OutboxModel::What, Qt::AccessibleTextRole).contains(QLatin1Char('\n')));
    QVERIFY(data(OutboxModel::What, Qt::ToolTipRole).contains(QStringLiteral("<br>&lt;b&gt;")));
    QCOMPARE(data(OutboxModel::State, Qt::DisplayRole), models::words(CommandState::Unsure));
    QVERIFY(data(OutboxModel::Outcome, Qt::DisplayRole).contains(QStringLiteral("Tried at 24.11")));
    QVERIFY(m_model->index(0, 0).data(Qt::DecorationRole).isNull());
    // A sign stands beside the words of the state.
    QVERIFY(m_model->index(0, OutboxModel::State).data(Qt::DecorationRole).isValid());
    QSet<QString> headers;
    for (int column = 0; column < OutboxModel::ColumnCount; ++column)
        headers.insert(m_model->headerData(column, Qt::Horizontal).toString());
    QCOMPARE(headers.size(), 4);
    QVERIFY(!headers.contains(QString()));
}

QTEST_GUILESS_MAIN(OutboxModelTest)
#include "OutboxModelTest.moc"
