#include "WorkbenchFixture.h"

using namespace naryad;
using namespace Qt::StringLiterals;
using models::TemplateTableModel;
using test::named;

/// What others, the service and the user himself make of what the workbench said.
class WorkbenchOthersTest : public test::WorkbenchFixture
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheServiceDidBeyondIsTold();
    void othersChangesAreMergedOrAskedAbout();
    void aRefusalOpensAsItWasTyped();
    void aDeletionIsTakenBack();
};

/// A section that is taken out takes its rows' place in it along: nobody asked for that in so many words.
void WorkbenchOthersTest::whatTheServiceDidBeyondIsTold()
{
    start(true);
    m_screen->openTemplate(u"829"_s);
    TemplateTableModel &details = rows("detailsFields");
    int section = -1;
    for (int row = 0; row < details.rowCount(); ++row) {
        if (details.rows().at(row).type() == FieldType::Section)
            section = row;
    }
    QVERIFY(section >= 0);
    details.remove({section});
    editor()->focusRows();
    save();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"update-template"_s) == 1 && allDone(), 10000);
    QTRY_VERIFY2_WITH_TIMEOUT(
        outbox().first().warning.contains(u"Код домофона / parent"_s), qPrintable(outbox().first().warning),
        10000);
    QVERIFY(outbox().first().warning.contains(u"The service also changed"_s));
}

void WorkbenchOthersTest::othersChangesAreMergedOrAskedAbout()
{
    start();
    m_screen->openTemplate(u"828"_s);
    const QJsonObject before = templateOf(u"828"_s);
    const auto bodyOf = [](QJsonObject json) {
        QJsonObject body{{u"name"_s, json[u"name"_s]}, {u"color"_s, json[u"color"_s]}};
        body.insert(u"visitDuration"_s, json[u"visitDuration"_s].toString().toInt());
        for (const QString &list : {u"props"_s, u"checklist"_s}) {
            QJsonArray rows;
            for (const QJsonValue row : json[list].toArray()) {
                rows.append(QJsonObject{
                    {u"visibleToMobile"_s, row[u"visibleToMobile"]},
                    {u"required"_s, row[u"required"]},
                    {u"field"_s, QJsonObject{{u"id"_s, row[u"field"][u"id"]}}}});
            }
            body.insert(list, rows);
        }
        return body;
    };
    // Another part than ours: both stay.
    QJsonObject theirs = bodyOf(before);
    theirs.insert(u"color"_s, u"#445566"_s);
    elsewhere(u"/api/v5/update-template?id=828"_s, theirs);
    named<QLineEdit>(m_screen.get(), u"Template name"_s)->setText(u"Mine"_s);
    editor()->focusName();
    save();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"update-template"_s) == 2 && allDone(), 10000);
    QCOMPARE(templateOf(u"828"_s)[u"name"_s].toString(), u"Mine"_s);
    QCOMPARE(templateOf(u"828"_s)[u"color"_s].toString(), u"#445566"_s);
    QCOMPARE(outbox().first().merged.size(), 1);
    // The same part: it is asked about, and nothing is sent over theirs.
    QTRY_COMPARE(editor()->doc().base.name, u"Mine"_s);
    QTRY_COMPARE(editor()->doc().base.colour, u"#445566"_s);
    theirs.insert(u"name"_s, u"Theirs"_s);
    elsewhere(u"/api/v5/update-template?id=828"_s, theirs);
    named<QLineEdit>(m_screen.get(), u"Template name"_s)->setText(u"Mine again"_s);
    save();
    QTRY_VERIFY_WITH_TIMEOUT(!outbox().isEmpty() && !outbox().first().conflicts.isEmpty(), 10000);
    QCOMPARE(outbox().first().conflicts.first().part, u"name"_s);
    QCOMPARE(templateOf(u"828"_s)[u"name"_s].toString(), u"Theirs"_s);
}

void WorkbenchOthersTest::aRefusalOpensAsItWasTyped()
{
    start();
    m_screen->openTemplate(u"828"_s);
    // A day the service does not have: it refuses, and says which.
    named<QComboBox>(m_screen.get(), u"Visit day"_s)->setEditText(u"77"_s);
    named<QLineEdit>(m_screen.get(), u"Template name"_s)->setText(u"To be refused"_s);
    editor()->focusName();
    save();
    QTRY_VERIFY_WITH_TIMEOUT(!outbox().isEmpty() && outbox().first().state == CommandState::Refused, 10000);
    m_screen->openTemplate(u"829"_s);
    m_screen->fix(outbox().first());
    QCOMPARE(named<QLineEdit>(m_screen.get(), u"Template name"_s)->text(), u"To be refused"_s);
    QVERIFY(named<QComboBox>(m_screen.get(), u"Visit day"_s)->currentText().startsWith(u"#77"));
    auto *message = control<QLabel>(editor(), "templateEditorMessage");
    QVERIFY2(message->text().contains(u"неизвестный день"_s), qPrintable(message->text()));
    named<QComboBox>(m_screen.get(), u"Visit day"_s)->setEditText(u"2"_s);
    save();
    QTRY_VERIFY_WITH_TIMEOUT(allDone(), 10000);
    QCOMPARE(templateOf(u"828"_s)[u"name"_s].toString(), u"To be refused"_s);
    QCOMPARE(templateOf(u"828"_s)[u"visit"_s][u"id"_s].toString(), u"2"_s);
}

void WorkbenchOthersTest::aDeletionIsTakenBack()
{
    start(false, 100);
    m_screen->openTemplate(u"834"_s);
    QTest::mouseClick(named<QPushButton>(m_screen.get(), u"Delete"_s), Qt::LeftButton);
    m_screen->findChild<QMessageBox *>(u"confirmDelete"_s)
        ->findChild<QPushButton *>(u"confirmDeleteYes"_s)
        ->click();
    QTRY_VERIFY(m_screen->stock().findTemplate(u"834"_s)->leaving);
    auto recalled = m_engine->recallLast();
    QVERIFY(QTest::qWaitFor([&recalled] { return recalled.isFinished(); }));
    QVERIFY(recalled.result());
    QTRY_VERIFY(!m_screen->stock().findTemplate(u"834"_s)->leaving);
    QCOMPARE(m_proxy->count(u"delete-template"_s), 0);
}

QTEST_MAIN(WorkbenchOthersTest)
#include "WorkbenchOthersTest.moc"
