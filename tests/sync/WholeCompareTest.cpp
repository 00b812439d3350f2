#include "WholeCompare.h"
#include "core/Serial.h"

#include <QTest>

using namespace naryad;
using namespace naryad::sync;
using namespace Qt::StringLiterals;

namespace {

TemplateBody body(const QString &name)
{
    TemplateRow row;
    row.fieldId = u"10"_s;
    row.name = u"Sum"_s;
    row.visibleToMobile = true;
    return {name, u"#ffffff"_s, {}, 3600, {row}, {}};
}

const QByteArray Before
    = R"({"id":"1","name":"A","color":"#ffffff","visitDuration":"3600","requiredContractor":true,
    "props":[{"id":"5","name":"Sum","visibleToMobile":true,"parent":"7","field":{"id":"10"}}],"checklist":[]})";

} // namespace

/// What a service did beyond an update is told, and what it was asked for is not.
class WholeCompareTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void templates_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QString>("told");
        const auto with = [](const QByteArray &from, const QByteArray &to) {
            return QByteArray(Before).replace("\"name\":\"A\"", "\"name\":\"B\"").replace(from, to);
        };
        QTest::newRow("as asked") << with({"checklist"}, {"checklist"}) << QString();
        QTest::newRow("an unknown key") << with("\"requiredContractor\":true", "\"requiredContractor\":false")
                                        << u"requiredContractor: true → false"_s;
        QTest::newRow("an unknown key is gone")
            << with("\"requiredContractor\":true,", "") << u"requiredContractor: true → nothing"_s;
        QTest::newRow("a new key") << with("\"id\":\"1\"", "\"id\":\"1\",\"extra\":1")
                                   << u"extra: nothing → 1"_s;
        QTest::newRow("a row's section")
            << with("\"parent\":\"7\"", "\"parent\":0") << u"props / Sum / parent: 7 → 0"_s;
        QTest::newRow("a row's number")
            << with("\"id\":\"5\"", "\"id\":\"6\"") << u"props / Sum / id: 5 → 6"_s;
        QTest::newRow("no JSON") << QByteArray("<html>") << QString();
    }
    void templates()
    {
        QFETCH(QByteArray, now);
        const QJsonObject sent = serial::toJson(body(u"B"_s));
        QTEST(beyondTheChange(Before, now, sent, sent).join(u'|'), "told");
    }
    void whatWasAskedForAndIsNot()
    {
        const QJsonObject sent = serial::toJson(body(u"B"_s));
        TemplateBody other = body(u"A"_s);
        const QStringList lines = beyondTheChange({}, {}, sent, serial::toJson(other));
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.first().startsWith(u"name:"));
        other = body(u"B"_s);
        other.details.clear();
        QCOMPARE(beyondTheChange({}, {}, sent, serial::toJson(other)).size(), 1);
    }
    void valuesByTheirIds()
    {
        const QByteArray before = R"({"id":"1","name":"F","type":{"id":"5"},"valueList":[
            {"id":"1","name":"one","deleted":false},{"id":"2","name":"two","deleted":false}]})";
        const TemplateFieldBody sent{u"F"_s, 5, {}, {{u"1"_s, u"one"_s}, {u"2"_s, u"two"_s, true}}};
        const QJsonObject json = serial::toJson(sent);
        QByteArray now
            = R"({"id":"1","name":"F","type":{"id":"5"},"valueList":[{"id":"1","name":"one","deleted":false}]})";
        QVERIFY(beyondTheChange(before, now, json, json).isEmpty());
        now.replace("\"id\":\"1\",\"name\":\"one\"", "\"id\":\"9\",\"name\":\"one\"");
        QCOMPARE(beyondTheChange(before, now, json, json).size(), 1);
    }
    void manyAreToldShort()
    {
        QVERIFY(beyondTheChangeText({}).isEmpty());
        QStringList lines;
        for (int i = 0; i < 9; ++i)
            lines.append(QString::number(i));
        const QString text = beyondTheChangeText(lines);
        QVERIFY(text.contains(u'4') && !text.contains(u"5;"_s));
    }
};

QTEST_APPLESS_MAIN(WholeCompareTest)
#include "WholeCompareTest.moc"
