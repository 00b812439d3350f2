#include "ContractorCodec.h"
#include "EquipmentCodec.h"
#include "ListCodec.h"
#include "Samples.h"
#include "TaskCodec.h"
#include "TemplateCodec.h"

#include <QTest>

using namespace naryad;
using namespace naryad::api;
namespace samples = naryad::test::samples;

namespace {

using Reader = bool (*)(const QByteArray &);

const AccountZone zone;

bool readsNames(const QByteArray &body)
{
    return readPage<NamedRef>(body, readNamedRow).has_value();
}

bool readsContractor(const QByteArray &body)
{
    return readContractor(body, QStringLiteral("1903968"), zone).has_value();
}

bool readsUpdates(const QByteArray &body)
{
    return readUpdates(body, zone).has_value();
}

} // namespace

Q_DECLARE_METATYPE(Reader)

/// Every example of the document: those that are JSON are read; those that are none are refused with the
/// place and the reason, and are read once mended. The bodies among them are compared in BodiesTest.
class DocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryAnswer_data();
    void readsEveryAnswer();
    void readsEveryBodyOnceMended_data();
    void readsEveryBodyOnceMended();
    void tellsWhatIsBroken_data();
    void tellsWhatIsBroken();
    void findsOneFaultAfterTheOther();
};

void DocumentTest::readsEveryAnswer_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Reader>("reads");
    const auto row = [](const char *name, const QByteArray &text, Reader reads) {
        QTest::newRow(name) << text << reads;
    };
    row(
        "get-task", samples::task(),
        +[](const QByteArray &body) { return readTask(body, QStringLiteral("522075"), zone).has_value(); });
    row("get-task-list", samples::taskList(), readsNames);
    row(
        "get-taskupdates", samples::taskUpdates(),
        +[](const QByteArray &body) { return readTaskEvents(body).has_value(); });
    row("get-contractor", samples::contractor(), readsContractor);
    row("get-contractor-by-external-id", samples::contractorByExternalId(), readsContractor);
    row(
        "get-contractor-list", samples::contractorList(), +[](const QByteArray &body) {
            return readPage<ContractorListItem>(body, readContractorListItem).has_value();
        });
    row(
        "get-contractor-person", samples::person(), +[](const QByteArray &body) {
            return readPerson(body, QStringLiteral("1903968"), zone).has_value();
        });
    row(
        "get-contractor-phone", samples::phone(),
        +[](const QByteArray &body) { return readPhone(body, QStringLiteral("1404860"), zone).has_value(); });
    row(
        "get-template-field", samples::templateField(),
        +[](const QByteArray &body) { return readTemplateField(body, QStringLiteral("6636")).has_value(); });
    row("get-template-field-list and get-template-list", samples::namedList(), readsNames);
    row(
        "get-template", samples::taskTemplate(),
        +[](const QByteArray &body) { return readTemplate(body, QStringLiteral("4241"), zone).has_value(); });
    row(
        "get-employee-list", samples::employees(),
        +[](const QByteArray &body) { return readPage<Employee>(body, readEmployee).has_value(); });
    row("get-equipment-model-list", samples::modelList(), readsNames);
    row(
        "get-equipment", samples::equipment(), +[](const QByteArray &body) {
            return readEquipment(body, QStringLiteral("4161"), zone).has_value();
        });
    row("get-equipment-list", samples::equipmentList(), readsNames);
    row("get-updates, tasks", samples::updatesByTask(), readsUpdates);
    row("get-updates, step 1", samples::firstUpdates(), readsUpdates);
    row("get-updates, step 2", samples::updatesByObject(), readsUpdates);
    row("get-updates, step 5", samples::lastUpdates(), readsUpdates);
}

void DocumentTest::readsEveryAnswer()
{
    QFETCH(QByteArray, text);
    QFETCH(Reader, reads);
    QVERIFY(reads(text));
}

void DocumentTest::readsEveryBodyOnceMended_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("an error") << samples::error();
    QTest::newRow("create-task") << samples::taskBody();
    QTest::newRow("update-task") << samples::taskUpdateBody();
    QTest::newRow("add-template-fields-to-task") << samples::addFieldsBody();
    QTest::newRow("the element printed under delete-template") << samples::addedField();
    QTest::newRow("remove-template-fields-from-task") << samples::removeFieldsBody();
    QTest::newRow("create-comment") << samples::commentBody();
    QTest::newRow("close-task") << samples::closeBody();
    QTest::newRow("create-contractor") << samples::contractorBody();
    QTest::newRow("update-contractor") << samples::contractorUpdateBody();
    QTest::newRow("create-contractor-person") << samples::personBody();
    QTest::newRow("update-contractor-person") << samples::personUpdateBody();
    QTest::newRow("create-contractor-phone") << samples::phoneBody();
    QTest::newRow("update-contractor-phone") << samples::phoneUpdateBody();
    QTest::newRow("add-subdivision") << samples::addSubdivisionBody();
    QTest::newRow("update-subdivision") << samples::updateSubdivisionBody();
    QTest::newRow("create-template-field") << samples::createFieldBody();
    QTest::newRow("update-template-field") << samples::updateFieldBody();
    QTest::newRow("create-template, one object") << samples::createTemplateBodyWithObject();
    QTest::newRow("create-template") << samples::createTemplateBody();
    QTest::newRow("update-template") << samples::updateTemplateBody();
    QTest::newRow("create-equipment-model") << samples::modelBody();
    QTest::newRow("update-equipment-model") << samples::modelUpdateBody();
    QTest::newRow("create-equipment") << samples::equipmentBody();
    QTest::newRow("update-equipment") << samples::equipmentUpdateBody();
}

void DocumentTest::readsEveryBodyOnceMended()
{
    QFETCH(QByteArray, text);
    const auto root = parseJson(text);
    QVERIFY2(root.has_value(), root ? "" : qPrintable(describe(root.error())));
    QVERIFY(root->isObject() || root->isArray());
}

void DocumentTest::tellsWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &text, int line, int column, const char *words) {
        QTest::newRow(name) << text << QStringLiteral("line %1, column %2").arg(line).arg(column)
                            << QString::fromLatin1(words);
    };
    const auto comment = "JSON knows no comments.";
    const auto comma = "There is a comma too many here.";
    row("an error", samples::errorAsPrinted(), 2, 11, comment);
    row("create-task", samples::taskBodyAsPrinted(), 2, 22, comment);
    row("update-task", samples::taskUpdateBodyAsPrinted(), 2, 22, comment);
    row("add-template-fields-to-task", samples::addFieldsBodyAsPrinted(), 1, 4, comment);
    row("remove-template-fields-from-task", samples::removeFieldsBodyAsPrinted(), 3, 26, comment);
    row("create-comment", samples::commentBodyAsPrinted(), 2, 32, comment);
    row("close-task", samples::closeBodyAsPrinted(), 1, 1, "A value was expected here.");
    row("get-taskupdates", samples::taskUpdatesAsPrinted(), 4, 19, "A key must stand in quotes.");
    row("create-contractor", samples::contractorBodyAsPrinted(), 2, 30, comment);
    row("update-contractor", samples::contractorUpdateBodyAsPrinted(), 2, 30, comment);
    row("get-contractor", samples::contractorAsPrinted(), 29, 6, comma);
    row("get-contractor-by-external-id", samples::contractorByExternalIdAsPrinted(), 30, 6, comma);
    row("create-contractor-person", samples::personBodyAsPrinted(), 2, 32, comment);
    row("update-contractor-person", samples::personUpdateBodyAsPrinted(), 2, 32, comment);
    row("get-contractor-person", samples::personAsPrinted(), 15, 10, comma);
    row("create-contractor-phone", samples::phoneBodyAsPrinted(), 2, 49, comment);
    row("update-contractor-phone", samples::phoneUpdateBodyAsPrinted(), 2, 49, comment);
    row("add-subdivision", samples::addSubdivisionBodyAsPrinted(), 2, 22, comment);
    row("create-template-field", samples::createFieldBodyAsPrinted(), 2, 38, comment);
    row("update-template-field", samples::updateFieldBodyAsPrinted(), 7, 19, comment);
    row("create-template", samples::createTemplateBodyAsPrinted(), 2, 24, comment);
    row("update-template", samples::updateTemplateBodyAsPrinted(), 2, 24, comment);
    row("get-employee-list", samples::employeesAsPrinted(), 13, 6, comma);
    row("create-equipment-model", samples::modelBodyAsPrinted(), 2, 22, comment);
    row("update-equipment-model", samples::modelUpdateBodyAsPrinted(), 2, 22, comment);
    row("get-equipment-model-list", samples::modelListAsPrinted(), 9, 6, comma);
    row("create-equipment", samples::equipmentBodyAsPrinted(), 2, 29, comment);
    row("update-equipment", samples::equipmentUpdateBodyAsPrinted(), 2, 29, comment);
    row("get-equipment-list", samples::equipmentListAsPrinted(), 9, 6, comma);
    row("get-updates, tasks", samples::updatesByTaskAsPrinted(), 11, 6, comma);
    row("get-updates, step 1", samples::firstUpdatesAsPrinted(), 11, 6, comma);
}

void DocumentTest::tellsWhatIsBroken()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, words);
    const auto root = parseAnswer(text);
    QVERIFY(!root.has_value());
    QCOMPARE(root.error().kind, ErrorKind::BadAnswer);
    QCOMPARE(root.error().place, place);
    QCOMPARE(root.error().words, words);
    // The user's sentence has both
    QVERIFY(describe(root.error()).contains(place));
    QVERIFY(describe(root.error()).contains(words));
}

void DocumentTest::findsOneFaultAfterTheOther()
{
    const auto fault = [](const QByteArray &text) {
        const auto root = parseAnswer(text);
        return root ? QString() : QString(root.error().place + QStringLiteral(": ") + root.error().words);
    };
    QCOMPARE(
        fault(samples::addFieldsBodyWithoutComma()),
        QStringLiteral("line 7, column 5: A comma is missing before this."));
    QCOMPARE(
        fault(samples::addFieldsBodyWithCurlyQuotes()),
        QStringLiteral("line 7, column 13: JSON knows only straight double quotes."));
    QCOMPARE(
        fault(samples::personBodyWithoutBrace()),
        QStringLiteral("line 4, column 20: missing value separator"));
    QCOMPARE(
        fault(samples::createTemplateBodyWithComma()),
        QStringLiteral("line 5, column 16: There is a comma too many here."));
    QCOMPARE(
        fault(samples::equipmentBodyWithoutComma()),
        QStringLiteral("line 17, column 5: A comma is missing before this."));
    // The page itself sets its examples with no-break spaces.
    QCOMPARE(
        fault(samples::taskList().replace("    {", "\u00a0   {")),
        QStringLiteral("line 2, column 1: A no-break space is no space in JSON."));
}

QTEST_APPLESS_MAIN(DocumentTest)
#include "DocumentTest.moc"
