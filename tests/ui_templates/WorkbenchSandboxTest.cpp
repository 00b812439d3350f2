#include "WorkbenchFixture.h"

using namespace naryad;
using namespace Qt::StringLiterals;
using models::TemplateTableModel;
using test::named;

/// What the workbench says lands at the stand-in as it was shown before.
class WorkbenchSandboxTest : public test::WorkbenchFixture
{
    Q_OBJECT
private Q_SLOTS:
    void allTenCommandsAreReached();
    void aSaveThatChangesNothingSendsNothing();
    void oneFieldOfManyIsRenamed();
    void valuesKeepTheirIdsAndOrder();
    void anImportWorksWithTheLineDown();
};

void WorkbenchSandboxTest::allTenCommandsAreReached()
{
    start();
    // A new field, then a new template of it and of an old one.
    QTest::mouseClick(named<QPushButton>(m_screen.get(), u"New field"_s), Qt::LeftButton);
    QTRY_VERIFY(named<QLineEdit>(m_screen.get(), u"Field name"_s));
    QTest::keyClicks(named<QLineEdit>(m_screen.get(), u"Field name"_s), u"Cable"_s);
    auto *type = named<QComboBox>(m_screen.get(), u"Field type"_s);
    type->setCurrentIndex(type->findData(u"5"_s));
    auto *values = named<QListView>(m_screen.get(), u"Values"_s);
    QVERIFY(values);
    auto &list = *static_cast<models::ValueListModel *>(values->model());
    QCOMPARE(list.paste(u"copper\nsteel"_s, 0), 2);
    values->setFocus();
    save();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"create-template-field"_s) == 1 && allDone(), 10000);
    const QString field = idNamed(u"get-template-field-list"_s, u"Cable"_s);
    QVERIFY(!field.isEmpty());
    QTRY_COMPARE(fieldEditor()->doc().object.id, field);
    const QJsonObject made = truth(u"/api/v5/get-template-field?id="_s + field).toObject();
    QCOMPARE(made[u"valueList"_s].toArray().size(), 2);

    QTest::mouseClick(named<QPushButton>(m_screen.get(), u"New template"_s), Qt::LeftButton);
    QTest::keyClicks(named<QLineEdit>(m_screen.get(), u"Template name"_s), u"Wiring"_s);
    named<QLineEdit>(m_screen.get(), u"Colour"_s)->setText(u"#12ab34"_s);
    named<QComboBox>(m_screen.get(), u"Visit day"_s)->setEditText(u"2"_s);
    named<QLineEdit>(m_screen.get(), u"Visit duration"_s)->setText(u"1:30"_s);
    QTest::mouseClick(named<QPushButton>(m_screen.get(), u"Add to details"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"cab"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::mouseClick(named<QPushButton>(m_screen.get(), u"Add to report"_s), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), u"ajnj lj"_s); // "фото до" in the other layout
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(rows("reportFields")
                .setData(
                    rows("reportFields").index(0, TemplateTableModel::Required), Qt::Checked,
                    Qt::CheckStateRole));
    save();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"create-template"_s) == 1 && allDone(), 10000);
    const QString id = idNamed(u"get-template-list"_s, u"Wiring"_s);
    QTRY_COMPARE(editor()->doc().object.id, id);
    QJsonObject there = templateOf(id);
    QCOMPARE(there[u"color"_s].toString(), u"#12ab34"_s);
    QCOMPARE(there[u"visitDuration"_s].toString(), u"5400"_s);
    QCOMPARE(there[u"visit"_s][u"id"_s].toString(), u"2"_s);
    QCOMPARE(there[u"checklist"_s][0][u"required"_s].toBool(), true);
    // As an array, whatever the document's own body shows.
    for (const auto &seen : m_proxy->seen()) {
        if (seen.request.command() == u"create-template"_s)
            QVERIFY(seen.request.body.contains("\"checklist\":["));
    }

    // Both are changed, then deleted.
    QTest::keyClicks(named<QLineEdit>(m_screen.get(), u"Template name"_s), u" 2"_s);
    save();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"update-template"_s) == 1 && allDone(), 10000);
    QCOMPARE(templateOf(id)[u"name"_s].toString(), u"Wiring 2"_s);
    m_screen->openField(field);
    QTest::keyClicks(named<QLineEdit>(m_screen.get(), u"Field name"_s), u" kind"_s);
    save();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"update-template-field"_s) == 1 && allDone(), 10000);

    const auto remove = [this] {
        QTest::mouseClick(named<QPushButton>(m_screen.get(), u"Delete"_s), Qt::LeftButton);
        auto *box = m_screen->findChild<QMessageBox *>(u"confirmDelete"_s);
        QVERIFY(box && box->isVisible());
        QCOMPARE(box->textFormat(), Qt::PlainText);
        if (m_screen->fieldEditor()->isVisible())
            QVERIFY2(box->text().contains(u"Wiring 2"_s), qPrintable(box->text()));
        box->findChild<QPushButton *>(u"confirmDeleteYes"_s)->click();
    };
    QTRY_VERIFY(!m_screen->stock().usesOf(field).isEmpty());
    // What is used can't go: the refusal is told in the Outbox, and the field stays.
    remove();
    QTRY_VERIFY_WITH_TIMEOUT(!outbox().isEmpty() && outbox().first().state == CommandState::Refused, 10000);
    m_engine->decide(outbox().first().id, Decision::Drop);
    m_screen->openTemplate(id);
    remove();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"delete-template"_s) == 1 && allDone(), 10000);
    QTRY_VERIFY(!m_screen->stock().findTemplate(id));
    m_screen->openField(field);
    QTest::mouseClick(named<QPushButton>(m_screen.get(), u"Delete"_s), Qt::LeftButton);
    QTRY_VERIFY(m_screen->findChild<QMessageBox *>(u"confirmDelete"_s));
    m_screen->findChild<QMessageBox *>(u"confirmDelete"_s)
        ->findChild<QPushButton *>(u"confirmDeleteYes"_s)
        ->click();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"delete-template-field"_s) == 2 && allDone(), 10000);
    QTRY_VERIFY(!m_screen->stock().findField(field));
    for (const char *read :
         {"get-template", "get-template-list", "get-template-field", "get-template-field-list"})
        QVERIFY2(asked(QLatin1String(read)) > 0, read);
}

void WorkbenchSandboxTest::aSaveThatChangesNothingSendsNothing()
{
    start();
    m_screen->openTemplate(u"829"_s);
    const int written = m_proxy->count(u"update-template"_s);
    editor()->focusName();
    save();
    auto *name = named<QLineEdit>(m_screen.get(), u"Template name"_s);
    name->clear();
    QVERIFY(editor()->isChanged());
    name->setText(u"Ремонт"_s); // the same again
    save();
    auto *difference = control<QPlainTextEdit>(editor(), "templateEditorDifference");
    QVERIFY(difference->toPlainText().contains(u"Nothing is changed"_s));
    QVERIFY(outbox().isEmpty());
    QCOMPARE(m_proxy->count(u"update-template"_s), written);
    // What is moved and moved back is nothing either.
    rows("detailsFields").move(0, 2);
    QVERIFY(editor()->isChanged());
    rows("detailsFields").move(2, 0);
    QVERIFY(!editor()->isChanged());
    save();
    QVERIFY(outbox().isEmpty());
}

void WorkbenchSandboxTest::oneFieldOfManyIsRenamed()
{
    startService(true);
    constexpr int Many = 150;
    QJsonArray details;
    QString renamed;
    for (int i = 0; i < Many; ++i) {
        // A section before every ten.
        const QJsonObject type{{u"id"_s, i % 10 == 0 ? u"4"_s : u"1"_s}};
        const QJsonValue id = elsewhere(
            u"/api/v5/create-template-field"_s,
            {{u"name"_s, u"Field %1"_s.arg(i)}, {u"type"_s, type}})[u"id"];
        details.append(
            QJsonObject{{u"visibleToMobile"_s, i % 3 == 0}, {u"field"_s, QJsonObject{{u"id"_s, id}}}});
        if (i == 77)
            renamed = id.toVariant().toString();
    }
    const QString id = elsewhere(
                           u"/api/v5/create-template"_s,
                           {{u"name"_s, u"Large"_s},
                            {u"color"_s, u"#3377bb"_s},
                            {u"visitDuration"_s, 3600},
                            {u"props"_s, details},
                            {u"checklist"_s, QJsonArray{}}})[u"id"]
                           .toVariant()
                           .toString();
    startProgram();
    QTRY_VERIFY_WITH_TIMEOUT(
        m_screen->stock().findTemplate(id) && m_screen->stock().findTemplate(id)->loaded, 30000);
    QElapsedTimer timer;
    timer.start();
    m_screen->openTemplate(id);
    QCoreApplication::processEvents();
    QCOMPARE(rows("detailsFields").rowCount(), Many);
    auto *table = control<QTableView>(editor(), "detailsFields");
    table->setFocus();
    table->setCurrentIndex(rows("detailsFields").index(0, 0));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
    qInfo("opened and moved 20 times in %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(rows("detailsFields").rows().at(20).name, u"Field 0"_s);
    editor()->startOver();
    QVERIFY(!editor()->isChanged());

    const QJsonObject before = templateOf(id);
    m_screen->openField(renamed);
    named<QLineEdit>(m_screen.get(), u"Field name"_s)->setText(u"Renamed"_s);
    fieldEditor()->focusName();
    save();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"update-template-field"_s) == 1 && allDone(), 10000);
    QJsonObject after = templateOf(id);
    QJsonArray expected = before[u"props"_s].toArray();
    QJsonObject row = expected.at(77).toObject();
    row.insert(u"name"_s, u"Renamed"_s);
    expected.replace(77, row);
    QCOMPARE(after[u"props"_s].toArray(), expected);
    after.insert(u"props"_s, before[u"props"_s]);
    QCOMPARE(after, before);
    QVERIFY(outbox().first().warning.isEmpty());
    // The template, too, with one flag of one row changed, is otherwise as it was.
    m_screen->openTemplate(id);
    QVERIFY(rows("detailsFields")
                .setData(
                    rows("detailsFields").index(5, TemplateTableModel::Required), Qt::Checked,
                    Qt::CheckStateRole));
    editor()->focusRows();
    save();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"update-template"_s) == 1 && allDone(), 10000);
    row = expected.at(5).toObject();
    row.insert(u"required"_s, true);
    expected.replace(5, row);
    QCOMPARE(templateOf(id)[u"props"_s].toArray(), expected);
}

void WorkbenchSandboxTest::valuesKeepTheirIdsAndOrder()
{
    start();
    const QString id = idNamed(u"get-template-field-list"_s, u"Тип оплаты"_s);
    const auto there
        = [this, id] { return truth(u"/api/v5/get-template-field?id="_s + id)[u"valueList"].toArray(); };
    const QJsonArray before = there();
    QCOMPARE(before.size(), 3);
    m_screen->openField(id);
    auto *values = named<QListView>(m_screen.get(), u"Values"_s);
    auto &list = *static_cast<models::ValueListModel *>(values->model());
    values->setFocus();
    values->setCurrentIndex(list.index(2));
    QTest::keyClick(values, Qt::Key_Up, Qt::AltModifier);
    values->setCurrentIndex(list.index(0));
    QTest::keyClick(values, Qt::Key_Delete);
    QVERIFY(list.setData(list.index(2), u"Картой"_s));
    QCOMPARE(list.paste(u"Бонусами\nВ рассрочку"_s, 1), 2);
    save();
    QTRY_VERIFY_WITH_TIMEOUT(asked(u"update-template-field"_s) == 1 && allDone(), 10000);
    QStringList said;
    for (const QJsonValue value : there()) {
        said.append(value[u"name"].toString() + (value[u"deleted"].toBool() ? u" (deleted)"_s : QString()));
    }
    QCOMPARE(
        said,
        (QStringList{u"Наличные (deleted)"_s, u"Бонусами"_s, u"В рассрочку"_s, u"По счёту"_s, u"Картой"_s}));
    QCOMPARE(there().at(0)[u"id"], before.at(0)[u"id"]);
    QCOMPARE(there().at(3)[u"id"], before.at(2)[u"id"]);
    QCOMPARE(there().at(4)[u"id"], before.at(1)[u"id"]);
    // Then the removed one is out of sight, and saving says nothing of it anew.
    QTRY_COMPARE(list.rowCount(), 5);
    QVERIFY(!fieldEditor()->isChanged());
}

void WorkbenchSandboxTest::anImportWorksWithTheLineDown()
{
    start();
    TemplateFile file{u"Imported"_s, u"#102030"_s, {u"99"_s, u"Сегодня"_s}, 7200};
    file.details = {{u"Срочность"_s, 5, {u"Обычная"_s, u"Высокая"_s}, true}, {u"гарантия"_s, 3, {}, true}};
    file.report = {{u"Покрытие"_s, 5, {u"матовое"_s, u"глянцевое"_s}, {}, true}};
    const QString path = m_folder->filePath(u"template.json"_s);
    QFile written(path);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(toText(file)) > 0);
    written.close();
    m_proxy->setLineDown(true);
    m_screen->importFrom(path);
    auto *difference = control<QPlainTextEdit>(editor(), "templateEditorDifference");
    QVERIFY2(difference->toPlainText().contains(u"Покрытие"_s), qPrintable(difference->toPlainText()));
    editor()->focusName();
    save();
    QTRY_COMPARE(outbox().size(), 2);
    QTRY_VERIFY(m_screen->stock().findTemplate(editor()->doc().object.key()));
    QCOMPARE(idNamed(u"get-template-list"_s, u"Imported"_s), QString());
    m_proxy->setLineDown(false);
    m_engine->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(allDone(), 30000);
    QStringList writes;
    for (const auto &seen : m_proxy->seen()) {
        if (seen.request.method == "POST" && seen.handedOn)
            writes.append(seen.request.command());
    }
    QCOMPARE(writes, (QStringList{u"create-template-field"_s, u"create-template"_s}));
    const QJsonObject there = templateOf(idNamed(u"get-template-list"_s, u"Imported"_s));
    QCOMPARE(there[u"visit"_s][u"id"_s].toString(), u"2"_s); // by its name
    QCOMPARE(there[u"props"_s].toArray().size(), 2);
    QCOMPARE(there[u"props"_s][1][u"name"_s].toString(), u"Гарантия"_s);
    const QString made = there[u"checklist"_s][0][u"field"_s][u"id"_s].toString();
    const QJsonArray values = truth(u"/api/v5/get-template-field?id="_s + made)[u"valueList"].toArray();
    QCOMPARE(values.at(0)[u"name"].toString(), u"матовое"_s);
    QCOMPARE(values.at(1)[u"name"].toString(), u"глянцевое"_s);
    // Written out again it is the same file, but for the day's own number.
    QTRY_COMPARE(editor()->doc().object.isLocal(), false);
    const QString again = m_folder->filePath(u"again.json"_s);
    m_screen->exportTo(again, false);
    QFile read(again);
    QVERIFY(read.open(QIODevice::ReadOnly));
    auto exported = templateFileFromText(read.readAll());
    QVERIFY(exported);
    exported->visitDay = file.visitDay;
    exported->details[1].name = file.details.at(1).name;
    QCOMPARE(exported->details.size(), file.details.size());
    QCOMPARE(exported->report.first().values, file.report.first().values);
}

QTEST_MAIN(WorkbenchSandboxTest)
#include "WorkbenchSandboxTest.moc"
