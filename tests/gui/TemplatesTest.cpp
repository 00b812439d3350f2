#include "ProgramFixture.h"
#include "templates/FieldEditor.h"
#include "templates/TemplateEditor.h"
#include "templates/TemplatesScreen.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace naryad;
using namespace Qt::StringLiterals;

/// The template workbench in the real window, by as few keys as promised: each key is counted as it is
/// pressed.
class TemplatesTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_keys = 0;
        startService();
    }
    void cleanup() { quitProgram(); }
    void anExistingFieldIsAdded();
    void aNewFieldIsMadeAndAdded();

private:
    void hit(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++m_keys;
        press(key, modifiers);
    }
    void hit(const QString &letters)
    {
        m_keys += static_cast<int>(letters.size());
        type(letters);
    }
    bool openCompanyWithTemplates()
    {
        return openCompany()
            && QTest::qWaitFor(
                   [this] {
                       const TemplateStock &stock = window().templates()->stock();
                       if (stock.templates.isEmpty() || stock.fields.isEmpty())
                           return false;
                       return std::all_of(
                           stock.templates.begin(), stock.templates.end(),
                           [](const auto &one) { return one.loaded; });
                   },
                   20000);
    }
    QJsonArray rows(const QString &list) const
    {
        return truth(u"/api/v5/get-template?id=829"_s).toObject().value(list).toArray();
    }
    static QStringList names(const QJsonArray &rows)
    {
        QStringList all;
        for (const QJsonValue row : rows)
            all.append(row[u"name"].toString());
        return all;
    }

    int m_keys = 0;
};

void TemplatesTest::anExistingFieldIsAdded()
{
    QVERIFY(openCompanyWithTemplates());
    const QStringList before = names(rows(u"props"_s));
    const QJsonArray report = rows(u"checklist"_s);
    QVERIFY(!before.contains(u"Срочность"_s));
    hit(Qt::Key_4, Qt::ControlModifier);
    hit(u"рем"_s);
    hit(Qt::Key_Return);
    QCOMPARE(window().templates()->templateEditor()->doc().object.id, u"829"_s);
    hit(Qt::Key_Insert);
    hit(u"сро"_s);
    hit(Qt::Key_Return);
    hit(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(names(rows(u"props"_s)), before + QStringList{u"Срочность"_s}, 10000);
    QVERIFY2(m_keys <= 11, qPrintable(QString::number(m_keys)));
    // Nothing else is other than it was.
    QCOMPARE(rows(u"checklist"_s), report);
    QCOMPARE(m_proxy->count(u"update-template"_s), 1);
}

void TemplatesTest::aNewFieldIsMadeAndAdded()
{
    QVERIFY(openCompanyWithTemplates());
    const QStringList before = names(rows(u"props"_s));
    hit(Qt::Key_4, Qt::ControlModifier);
    hit(u"рем"_s);
    hit(Qt::Key_Return);
    hit(Qt::Key_Insert);
    const QString name = u"Высота"_s;
    type(name); // what the human invents is not counted
    hit(Qt::Key_Return);
    hit(u"n"_s);
    hit(Qt::Key_Return);
    hit(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(names(rows(u"props"_s)), before + QStringList{name}, 10000);
    QVERIFY2(m_keys <= 11, qPrintable(QString::number(m_keys)));
    const QJsonObject row = rows(u"props"_s).last().toObject();
    QCOMPARE(row[u"field"_s][u"type"_s][u"id"_s].toString(), u"2"_s);
    QCOMPARE(m_proxy->count(u"create-template-field"_s), 1);
}

QTEST_MAIN(TemplatesTest)
#include "TemplatesTest.moc"
