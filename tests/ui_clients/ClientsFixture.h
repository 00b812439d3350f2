#pragma once

#include "Controls.h"
#include "DeskFixture.h"

#include <QLineEdit>
#include <QTest>

namespace naryad::test {

/// A desk with two clients in the mirror: 10 "Ромашка" with phones, a person and a subdivision 11 "Филиал",
/// and 12 "Лютик" of which only the list told.
class ClientsFixture : public DeskFixture
{
public:
    static Contractor romashka()
    {
        Contractor client;
        client.id = QStringLiteral("10");
        client.name = QStringLiteral("Ромашка");
        client.externalId = Known<QString>::fromService(QStringLiteral("77-А"));
        Address address;
        address.text = QStringLiteral("Мира 1");
        address.entrance = QStringLiteral("2");
        address.latitude = QStringLiteral("55.77");
        address.longitude = QStringLiteral("37.60");
        client.address = Known<Address>::fromService(address);
        client.phones = Known<QVector<Phone>>::fromService(
            {phone("1", "89036277781"), phone("2", "12/34/567"), phone("3", "+7 495 000-00-00", true),
             phone("4", "112", false, "5")});
        Person person;
        person.id = QStringLiteral("5");
        person.name = QStringLiteral("Александр");
        person.phones = Known<QVector<Phone>>::fromService({phone("4", "112", false, "5")});
        Person gone;
        gone.id = QStringLiteral("6");
        gone.name = QStringLiteral("Ушедший");
        gone.deleted = true;
        client.persons = Known<QVector<Person>>::fromService({person, gone});
        client.createdAt = Known<QDateTime>::fromService(QDateTime({2026, 1, 2}, {9, 0}, Qt::UTC));
        client.detailsLoaded = true;
        return client;
    }

    static Contractor branch()
    {
        Contractor client;
        client.id = QStringLiteral("11");
        client.name = QStringLiteral("Филиал");
        client.parent = {QStringLiteral("10"), QStringLiteral("Ромашка")};
        client.address = Known<Address>::fromService({});
        client.phones = Known<QVector<Phone>>::fromService({});
        client.detailsLoaded = true;
        return client;
    }

    bool keepClients()
    {
        const QVector<ContractorListItem> list{
            {QStringLiteral("10"), QStringLiteral("Ромашка"), {}},
            {QStringLiteral("11"),
             QStringLiteral("Филиал"),
             {QStringLiteral("10"), QStringLiteral("Ромашка")}},
            {QStringLiteral("12"), QStringLiteral("Лютик"), {}}};
        return mirror->applyContractorList(list, true).has_value()
            && mirror
                   ->applyContractors(
                       {{romashka(), "{\"id\":\"10\",\"big\":9007199254740993}"}, {branch(), "{}"}})
                   .has_value();
    }

private:
    static Phone phone(const char *id, const char *number, bool deleted = false, const char *person = "")
    {
        return {QString::fromLatin1(id), QString::fromLatin1(number), QString::fromLatin1(person), deleted};
    }
};

} // namespace naryad::test
