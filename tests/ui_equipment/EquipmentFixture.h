#pragma once

#include "DeskFixture.h"

#include <QTest>

namespace naryad::test {

/// A desk with equipment in the mirror: 1 "Q1234" of model 8 "150 SX" at 10 "Ромашка" with five values,
/// 2 "A-7" of model 9 "Котёл", and 3 "Z-9" of which only the list told.
class EquipmentFixture : public DeskFixture
{
public:
    static Equipment piece()
    {
        Equipment one;
        one.id = QStringLiteral("1");
        one.serialNumber = QStringLiteral("Q1234");
        one.description = Known<QString>::fromService(QStringLiteral("Стиральная машина 150 SX"));
        one.inventoryNumber = Known<QString>::fromService(QStringLiteral("ИНВ-5"));
        one.externalId = Known<QString>::fromService({});
        one.contractor = Known<NamedRef>::fromService({QStringLiteral("10"), QStringLiteral("Ромашка")});
        EquipmentModel model{QStringLiteral("8"), QStringLiteral("150 SX")};
        model.type = Known<NamedRef>::fromService({{}, QStringLiteral("СМА")});
        model.manufacturer = Known<NamedRef>::fromService({{}, QStringLiteral("Ariston")});
        one.model = Known<EquipmentModel>::fromService(model);
        const auto value = [](const char *id, const FieldValue &what) {
            EquipmentValue made;
            made.fieldId = QString::fromLatin1(id);
            made.value = what;
            return made;
        };
        EquipmentValue named = value("15", FieldValue());
        named.name = QStringLiteral("Гарантия");
        named.notUnderstood.insert(QStringLiteral("odd"), "{\"a\":1}");
        one.values = Known<QVector<EquipmentValue>>::fromService(
            {value("11", FieldValue::checkbox(true)), value("12", FieldValue::text(QStringLiteral("синий"))),
             value("13", FieldValue::number(QStringLiteral("9007199254740993.5"))),
             value("14", FieldValue::other("[\"a\", {\"b\":1.50}]")), named});
        one.createdAt = Known<QDateTime>::fromService(QDateTime({2026, 1, 2}, {9, 0}, Qt::UTC));
        return one;
    }

    bool keepEquipment()
    {
        Equipment other;
        other.id = QStringLiteral("2");
        other.serialNumber = QStringLiteral("A-7");
        other.model = Known<EquipmentModel>::fromService({QStringLiteral("9"), QStringLiteral("Котёл")});
        other.contractor = Known<NamedRef>::fromService({});
        other.values = Known<QVector<EquipmentValue>>::fromService({});
        return mirror
                   ->applyContractorList(
                       {{QStringLiteral("10"), QStringLiteral("Ромашка"), {}},
                        {QStringLiteral("11"),
                         QStringLiteral("Филиал"),
                         {QStringLiteral("10"), QStringLiteral("Ромашка")}}},
                       true)
                   .has_value()
            && mirror
                   ->applyEquipmentModels(
                       {{QStringLiteral("8"), QStringLiteral("150 SX")},
                        {QStringLiteral("9"), QStringLiteral("Котёл")}},
                       true)
                   .has_value()
            && mirror
                   ->applyEquipmentList(
                       {{QStringLiteral("1"), QStringLiteral("Q1234")},
                        {QStringLiteral("2"), QStringLiteral("A-7")},
                        {QStringLiteral("3"), QStringLiteral("Z-9")}},
                       true)
                   .has_value()
            && mirror->applyEquipment({{piece(), "{}"}, {other, "{}"}}).has_value();
    }
};

} // namespace naryad::test
