#include "templates/TemplatesScreen.h"
#include "Controls.h"
#include "DeskFixture.h"
#include "models/TemplateTableModel.h"
#include "templates/CompareDialog.h"
#include "templates/FieldEditor.h"
#include "templates/PreviewDialog.h"
#include "templates/TemplateEditor.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

/// The workbench over real small databases, with the commands faked.
class TemplatesScreenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyControlHasAName();
    void whatIsTypedIsKeptAndThereAgain();
    void aNewTemplateIsSaidOnce();
    void whatCantBeTakenAwayIsTold();
    void twoAreCompared();
    void aPreviewShowsBothForms();
    void aDuplicateIsANewOne();
    void typedIsTakenOutAndBroughtBack();

private:
    void open();
    QLineEdit *line(const QString &name) const { return named<QLineEdit>(m_screen.get(), name); }
    QString difference() const
    {
        return m_screen->findChild<QPlainTextEdit *>(u"templateEditorDifference"_s)->toPlainText();
    }
    models::TemplateTableModel &details() const
    {
        return *static_cast<models::TemplateTableModel *>(
            m_screen->findChild<QTableView *>(u"detailsFields"_s)->model());
    }
    void save() const { m_screen->templateEditor()->save(); }

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<TemplatesScreen> m_screen;
};

void TemplatesScreenTest::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    QVERIFY(m_fixture->open());
    QVector<store::Kept<TemplateField>> fields;
    for (const auto &[id, name, type] :
         {std::tuple(u"10"_s, u"Sum"_s, 2), std::tuple(u"11"_s, u"Note"_s, 1),
          std::tuple(u"12"_s, u"Pay"_s, 5), std::tuple(u"13"_s, u"Photo"_s, 6)}) {
        TemplateField field;
        field.id = id;
        field.name = name;
        field.typeId = type;
        if (type == 5)
            field.values = {{u"1"_s, u"cash"_s}, {u"2"_s, u"card"_s}};
        fields.append({field, "{}"});
    }
    QVERIFY(m_fixture->mirror->applyTemplateFields(fields));
    const auto row = [](const QString &id, const QString &name, int type) {
        TemplateRow made;
        made.fieldId = id;
        made.name = name;
        made.typeId = type;
        made.visibleToMobile = true;
        return made;
    };
    Template one;
    one.id = u"1"_s;
    one.name = u"Repair"_s;
    one.colour = u"#3377bb"_s;
    one.visitDay = {u"2"_s, u"Today"_s};
    one.visitDurationSeconds = 7200;
    one.details = {row(u"10"_s, u"Sum"_s, 2), row(u"12"_s, u"Pay"_s, 5)};
    one.report = {row(u"13"_s, u"Photo"_s, 6)};
    Template two = one;
    two.id = u"2"_s;
    two.name = u"Survey"_s;
    two.details.removeLast();
    QVERIFY(m_fixture->mirror->applyTemplates({{one, "{}"}, {two, "{}"}}));
    open();
}

void TemplatesScreenTest::open()
{
    m_screen.reset();
    m_screen = std::make_unique<TemplatesScreen>(m_fixture->desk());
    m_screen->resize(1000, 600);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    QTRY_VERIFY(m_screen->templateEditor()->isOpen());
}

void TemplatesScreenTest::cleanup()
{
    m_fixture->reader.reset();
    m_screen.reset();
    m_fixture.reset();
}

void TemplatesScreenTest::everyControlHasAName()
{
    int seen = 0;
    QCOMPARE(unnamedControls(m_screen.get(), &seen).join(u'\n'), QString());
    QVERIFY2(seen >= 20, qPrintable(QString::number(seen)));
    QCOMPARE(cutControls(m_screen.get()).join(u'\n'), QString());
    for (const QString &name : {u"Templates"_s, u"Fields"_s})
        QVERIFY2(named<QListView>(m_screen.get(), name), qPrintable(name));
    for (const QString &name :
         {u"New template"_s, u"New field"_s, u"Add to details"_s, u"Add to report"_s, u"Delete"_s, u"Save"_s})
        QVERIFY2(named<QPushButton>(m_screen.get(), name), qPrintable(name));
    for (const QString &name : {u"Template name"_s, u"Colour"_s, u"Visit duration"_s})
        QVERIFY2(line(name), qPrintable(name));
    QVERIFY(named<QComboBox>(m_screen.get(), u"Visit day"_s));
    QVERIFY(named<QTableView>(m_screen.get(), u"Details fields"_s));
    QVERIFY(named<QTableView>(m_screen.get(), u"Report fields"_s));
    m_screen->openField(u"12"_s);
    seen = 0;
    QCOMPARE(unnamedControls(m_screen.get(), &seen).join(u'\n'), QString());
    QCOMPARE(cutControls(m_screen.get()).join(u'\n'), QString());
    QVERIFY(line(u"Field name"_s));
    QVERIFY(named<QComboBox>(m_screen.get(), u"Field type"_s));
    QVERIFY(named<QListView>(m_screen.get(), u"Values"_s));
    QVERIFY(named<QPushButton>(m_screen.get(), u"Delete"_s));
    QVERIFY(named<QPushButton>(m_screen.get(), u"Save"_s));
}

void TemplatesScreenTest::whatIsTypedIsKeptAndThereAgain()
{
    m_screen->openTemplate(u"1"_s);
    line(u"Template name"_s)->setText(u"Repair at once"_s);
    details().remove({0});
    m_fixture->clock.advance(std::chrono::milliseconds(300));
    QTRY_COMPARE(m_fixture->commands.kept.size(), 1);
    QVERIFY(difference().contains(u"“Sum” removed"_s));
    // Another one, and back: it is as it was typed.
    m_screen->openTemplate(u"2"_s);
    QCOMPARE(line(u"Template name"_s)->text(), u"Survey"_s);
    m_screen->openTemplate(u"1"_s);
    QCOMPARE(line(u"Template name"_s)->text(), u"Repair at once"_s);
    QCOMPARE(details().rowCount(), 1);
    // So it is in the next run, and the list says so.
    open();
    auto *list = named<QListView>(m_screen.get(), u"Templates"_s);
    QTRY_VERIFY(list->model()->index(0, 0).data().toString().contains(u"not saved"_s));
    m_screen->openTemplate(u"1"_s);
    QTRY_COMPARE(line(u"Template name"_s)->text(), u"Repair at once"_s);
    save();
    QCOMPARE(m_fixture->commands.submitted.size(), 1);
    const auto *update = std::get_if<UpdateTemplate>(&m_fixture->commands.submitted.first());
    QVERIFY(update && update->base);
    QCOMPARE(update->base->name, u"Repair"_s);
    QCOMPARE(update->body.name, u"Repair at once"_s);
    QVERIFY(!m_fixture->commands.submittedDrafts.first().isEmpty());
    // The disk is full: what is typed stays, and can be saved again.
    m_fixture->commands.submits.answer(fail(ErrorKind::Storage));
    QTRY_VERIFY(!m_screen->templateEditor()->isSending());
    QCOMPARE(line(u"Template name"_s)->text(), u"Repair at once"_s);
    save();
    m_fixture->commands.submits.answer(CommandId(1));
    QTRY_VERIFY(!m_screen->templateEditor()->isChanged());
}

void TemplatesScreenTest::aNewTemplateIsSaidOnce()
{
    m_screen->newTemplate();
    save();
    QVERIFY(m_fixture->commands.saidFirst.isEmpty());
    line(u"Colour"_s)->setText(u"red"_s);
    save();
    QVERIFY(line(u"Template name"_s)->hasFocus()); // it needs one
    line(u"Template name"_s)->setText(u"Mine"_s);
    save();
    QVERIFY(line(u"Colour"_s)->hasFocus()); // and that is no colour
    line(u"Colour"_s)->setText(u"AABBCC"_s);
    save();
    QCOMPARE(m_fixture->commands.saidFirst.size(), 1);
    m_fixture->commands.firsts.answer(fail(ErrorKind::Storage));
    QTRY_VERIFY(!m_screen->templateEditor()->isSending());
    save();
    QCOMPARE(m_fixture->commands.tokens.size(), 2);
    // The same token: whatever of it reached the disk, it is made once.
    QCOMPARE(m_fixture->commands.tokens.at(0), m_fixture->commands.tokens.at(1));
    QCOMPARE(std::get<CreateTemplate>(m_fixture->commands.saidFirst.at(1)).body.colour, u"#aabbcc"_s);
    m_fixture->commands.firsts.answer(CommandId(5));
    QTRY_VERIFY(!m_screen->templateEditor()->isChanged());
    // What is typed from here on changes it, and makes no second one.
    line(u"Template name"_s)->setText(u"Mine too"_s);
    save();
    const auto *update = std::get_if<UpdateTemplate>(&m_fixture->commands.submitted.last());
    QVERIFY(update);
    QCOMPARE(update->object.token, m_fixture->commands.tokens.first());
}

void TemplatesScreenTest::whatCantBeTakenAwayIsTold()
{
    m_screen->openTemplate(u"1"_s);
    for (QLineEdit *field : {line(u"Colour"_s), line(u"Visit duration"_s)}) {
        const QString before = field->text();
        field->clear();
        save();
        QVERIFY(field->hasFocus());
        QVERIFY(m_fixture->commands.submitted.isEmpty());
        field->setText(before);
        QVERIFY(!m_screen->templateEditor()->isChanged());
    }
    line(u"Visit duration"_s)->setText(u"two"_s);
    save();
    QVERIFY(line(u"Visit duration"_s)->hasFocus());
    QVERIFY(m_fixture->commands.submitted.isEmpty());
}

void TemplatesScreenTest::twoAreCompared()
{
    m_screen->openTemplate(u"1"_s);
    named<QPushButton>(m_screen.get(), u"Compare"_s)->click();
    auto *dialog = openWindow<CompareDialog>();
    QVERIFY(dialog);
    QCOMPARE(unnamedControls(dialog), QStringList());
    auto *table = dialog->findChild<QTableWidget *>(u"compareTable"_s);
    QStringList differing;
    for (int row = 0; row < table->rowCount(); ++row) {
        if (!table->item(row, 3)->text().isEmpty())
            differing.append(table->item(row, 1)->text());
    }
    QCOMPARE(differing.size(), 1);
    QVERIFY(differing.first().contains(u"Pay"_s));
    dialog->close();
}

void TemplatesScreenTest::aPreviewShowsBothForms()
{
    m_screen->openTemplate(u"1"_s);
    named<QPushButton>(m_screen.get(), u"Preview"_s)->click();
    auto *dialog = openWindow<PreviewDialog>();
    QVERIFY(dialog);
    QCOMPARE(unnamedControls(dialog), QStringList());
    QVERIFY(dialog->findChild<QWidget *>(u"field-10"_s));
    QVERIFY(dialog->findChild<QComboBox *>(u"field-12"_s));
    QVERIFY(dialog->findChild<QWidget *>(u"field-13"_s));
    dialog->close();
}

void TemplatesScreenTest::aDuplicateIsANewOne()
{
    m_screen->openTemplate(u"1"_s);
    QTest::keyClick(line(u"Template name"_s), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(line(u"Template name"_s)->text(), u"Repair (copy)"_s);
    save();
    const auto *create = std::get_if<CreateTemplate>(&m_fixture->commands.saidFirst.first());
    QVERIFY(create);
    QCOMPARE(create->body.details.size(), 2);
    QCOMPARE(create->body.visitDurationSeconds, std::optional(7200));
}

void TemplatesScreenTest::typedIsTakenOutAndBroughtBack()
{
    m_screen->openTemplate(u"1"_s);
    auto *button = m_screen->templateEditor()->findChild<QPushButton *>(u"startOver"_s);
    QVERIFY(!button->isEnabled());
    line(u"Template name"_s)->setText(u"Other"_s);
    button->click();
    QCOMPARE(line(u"Template name"_s)->text(), u"Repair"_s);
    QVERIFY(!m_screen->templateEditor()->isChanged());
    button->click();
    QCOMPARE(line(u"Template name"_s)->text(), u"Other"_s);
}

QTEST_MAIN(TemplatesScreenTest)
#include "TemplatesScreenTest.moc"
