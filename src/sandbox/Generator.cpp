#include "Generator.h"

#include "Wire.h"

#include <array>

namespace naryad::sandbox {

namespace {

constexpr qint64 FirstContractor = 97611;
constexpr qint64 ContractorStep = 13;
constexpr qint64 FirstPerson = 1903968;
constexpr qint64 PersonSlots = 2;
constexpr qint64 FirstPhone = 1397914;
constexpr qint64 PhoneSlots = 4;
constexpr qint64 FirstEquipment = 4161;
constexpr qint64 Day = 86400;

/// Contractors come in groups of twelve; a subdivision's parent within its group, -1 for a contractor of its
/// own. The ninth is a subdivision of a subdivision.
constexpr std::array<int, 12> Parents{-1, -1, 0, -1, -1, 0, -1, -1, 5, -1, -1, 9};

qint64 parentPlace(qint64 place)
{
    const auto group = static_cast<qint64>(Parents.size());
    const int parent = Parents.at(static_cast<std::size_t>(place % group));
    return parent < 0 ? -1 : place - place % group + parent;
}

bool hasSecondPerson(qint64 place)
{
    return place % 4 == 1;
}

bool hasDeletedPhone(qint64 place)
{
    return place % 7 == 0;
}

/// How many of `count` places leave `rest` when divided by `by`.
qint64 countOf(qint64 count, qint64 by, qint64 rest)
{
    return count <= rest ? 0 : (count - rest - 1) / by + 1;
}

const QString &externalPrefix()
{
    static const QString prefix = QStringLiteral("91bf7d25-abd9-11e1-9c86-");
    return prefix;
}

const QVector<QString> &firms()
{
    static const QVector<QString> list{
        u(u"ООО «Ромашка»"),
        u(u"Газстрой"),
        u(u"ТСЖ «Берёзовая роща»"),
        u(u"Кафе «Ёлки»"),
        u(u"АО «Северный ветер»"),
        u(u"Магазин «Продукты & Ко»"),
        u(u"Школа № 57"),
        u(u"Поликлиника № 3"),
        u(u"Бизнес-центр «Атриум»"),
        u(u"<b>Салон</b> «Линия»"),
        u(u"Склад «Логистика-Юг»"),
        u(u"ИП Петров И. С.")};
    return list;
}

const QVector<QString> &streets()
{
    static const QVector<QString> list{u(u"Ленинский проспект"),      u(u"ул. Садовая"),
                                       u(u"ул. 3-я Тверская-Ямская"), u(u"Профсоюзная ул."),
                                       u(u"ул. Академика Королёва"),  u(u"Варшавское шоссе")};
    return list;
}

const QVector<QString> &surnames()
{
    static const QVector<QString> list{u(u"Петров"),   u(u"Сидорова"), u(u"Громов"),  u(u"Васильева"),
                                       u(u"Щербаков"), u(u"Жукова"),   u(u"Королёв"), u(u"Беляев")};
    return list;
}

const QVector<QString> &givenNames()
{
    static const QVector<QString> list{
        u(u"Александр"), u(u"Ирина"), u(u"Сергей Сергеевич"), u(u"Ольга"), u(u"Алексей И")};
    return list;
}

/// Numbers as people type them.
const QVector<QString> &oddNumbers()
{
    static const QVector<QString> list{
        u(u"11"), u(u"832874834"), u(u"8(903)6277781 доб. 12"), u(u"+7 555 55 55 55")};
    return list;
}

} // namespace

Generator::Generator(Measures measures)
    : m_measures(std::move(measures))
{}

/// Of our own: the standard library's may differ from one to the next. Any draw can be made alone, so that an
/// object needs none of those before it.
quint32 Generator::draw(Kind kind, qint64 place, int turn, quint32 below) const
{
    quint64 z = m_measures.seed + 0x9e3779b97f4a7c15ULL * static_cast<quint64>(place + 1)
        + 0xd1342543de82ef95ULL * static_cast<quint64>(turn * 16 + static_cast<int>(kind) + 1);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    z ^= z >> 31;
    return below == 0 ? 0 : static_cast<quint32>((z >> 33) % below);
}

qint64 Generator::firstFreeId() const
{
    const qint64 beyond = std::max(
        {taskId(m_measures.tasks), rowId(m_measures.tasks, 0), contractorId(m_measures.contractors),
         FirstPerson + PersonSlots * m_measures.contractors, FirstPhone + PhoneSlots * m_measures.contractors,
         equipmentId(m_measures.equipment)});
    return (beyond / 100000 + 1) * 100000;
}

qint64 Generator::firstChangeAt() const
{
    return m_measures.today.toSecsSinceEpoch() - 14 * Day;
}

qint64 Generator::lastChangeAt() const
{
    return m_measures.today.toSecsSinceEpoch();
}

qint64 Generator::contractorId(qint64 place) const
{
    return FirstContractor + place * ContractorStep;
}

qint64 Generator::contractorPlace(qint64 id) const
{
    const qint64 place = (id - FirstContractor) / ContractorStep;
    return id >= FirstContractor && place < m_measures.contractors && contractorId(place) == id ? place : -1;
}

qint64 Generator::contractorPlaceByExternalId(const QString &externalId) const
{
    if (!externalId.startsWith(externalPrefix()))
        return -1;
    bool isNumber = false;
    const qint64 place = externalId.mid(externalPrefix().size()).toLongLong(&isNumber, 16);
    return isNumber && place >= 0 && place < m_measures.contractors
            && contractor(place).externalId == externalId
        ? place
        : -1;
}

qint64 Generator::contractorCreatedAt(qint64 place) const
{
    return 1636723472 + place % 1400 * Day;
}

StoredContractor Generator::contractor(qint64 place) const
{
    const auto drawn
        = [this, place](int turn, quint32 below) { return draw(Kind::Contractor, place, turn, below); };
    StoredContractor made;
    made.id = contractorId(place);
    if (place % 2 == 0)
        made.externalId = externalPrefix() + QStringLiteral("%1").arg(place, 12, 16, QLatin1Char('0'));
    const qint64 parent = parentPlace(place);
    if (parent >= 0) {
        made.parentId = contractorId(parent);
        made.name = u(u"Подразделение %1").arg(place);
    } else if (place % 2 == 0 && place / 2 < firms().size()) {
        made.name = firms().at(static_cast<qsizetype>(place / 2));
    } else {
        made.name = pick(surnames(), Kind::Contractor, place, 0) + QStringLiteral(" %1").arg(place);
    }
    made.address.text = u(u"г. Москва, ") + pick(streets(), Kind::Contractor, place, 1) + u(u", дом ")
        + QString::number(1 + drawn(2, 120));
    if (place % 2 != 0) {
        made.address.porch = QString::number(1 + drawn(3, 6));
        made.address.floor = QString::number(1 + drawn(4, 16));
        made.address.room = QString::number(1 + drawn(5, 200));
    }
    if (place % 5 == 0)
        made.address.info = u(u"Вход со двора, <позвонить>");
    if (place % 4 == 0) {
        made.address.lat = QStringLiteral("55.%1").arg(6000 + drawn(6, 3000));
        made.address.lon = QStringLiteral("37.%1").arg(4000 + drawn(7, 4000));
    }
    made.createdAt = contractorCreatedAt(place);
    made.persons.append(FirstPerson + place * PersonSlots);
    made.phones = {FirstPhone + place * PhoneSlots, FirstPhone + place * PhoneSlots + 1};
    if (hasSecondPerson(place)) {
        made.persons.append(FirstPerson + place * PersonSlots + 1);
        made.phones.append(FirstPhone + place * PhoneSlots + 2);
    }
    if (hasDeletedPhone(place))
        made.phones.append(FirstPhone + place * PhoneSlots + 3);
    return made;
}

int Generator::subdivisions(qint64 place) const
{
    const auto group = static_cast<qint64>(Parents.size());
    int count = 0;
    for (qint64 child = place - place % group; child < place - place % group + group; ++child)
        count += child < m_measures.contractors && parentPlace(child) == place;
    return count;
}

qint64 Generator::personCount() const
{
    return m_measures.contractors + countOf(m_measures.contractors, 4, 1);
}

qint64 Generator::personPlace(qint64 id) const
{
    const qint64 slot = id - FirstPerson;
    const qint64 owner = slot / PersonSlots;
    if (slot < 0 || owner >= m_measures.contractors)
        return -1;
    return slot % PersonSlots == 0 || hasSecondPerson(owner) ? slot : -1;
}

StoredPerson Generator::person(qint64 place) const
{
    const qint64 owner = place / PersonSlots;
    return {
        FirstPerson + place, contractorId(owner), QString(), pick(givenNames(), Kind::Person, place, 0),
        false};
}

qint64 Generator::phoneCount() const
{
    const qint64 owners = m_measures.contractors;
    return 2 * owners + countOf(owners, 4, 1) + countOf(owners, 7, 0);
}

qint64 Generator::phonePlace(qint64 id) const
{
    const qint64 slot = id - FirstPhone;
    const qint64 owner = slot / PhoneSlots;
    if (slot < 0 || owner >= m_measures.contractors)
        return -1;
    const qint64 turn = slot % PhoneSlots;
    const bool exists
        = turn < 2 || (turn == 2 && hasSecondPerson(owner)) || (turn == 3 && hasDeletedPhone(owner));
    return exists ? slot : -1;
}

StoredPhone Generator::phone(qint64 place) const
{
    const qint64 owner = place / PhoneSlots;
    const auto drawn
        = [this, place](int turn, quint32 below) { return draw(Kind::Phone, place, turn, below); };
    StoredPhone made{FirstPhone + place, contractorId(owner),        0,
                     QString(),          contractorCreatedAt(owner), false};
    switch (place % PhoneSlots) {
    case 0:
    case 2: // a person's
        made.personId = FirstPerson + owner * PersonSlots + place % PhoneSlots / 2;
        made.name = QStringLiteral("+7 903 %1-%2-%3")
                        .arg(100 + drawn(0, 900))
                        .arg(10 + drawn(1, 90))
                        .arg(10 + drawn(2, 90));
        break;
    case 1:
        made.name = owner % 6 == 0 ? pick(oddNumbers(), Kind::Phone, place, 0)
                                   : QStringLiteral("8495%1").arg(1000000 + drawn(1, 8999999));
        break;
    default:
        made.name = QStringLiteral("33");
        made.deleted = true;
        break;
    }
    return made;
}

qint64 Generator::equipmentId(qint64 place) const
{
    return FirstEquipment + place;
}

qint64 Generator::equipmentPlace(qint64 id) const
{
    const qint64 place = id - FirstEquipment;
    return place >= 0 && place < m_measures.equipment ? place : -1;
}

StoredEquipment Generator::equipment(qint64 place) const
{
    StoredEquipment made;
    made.id = equipmentId(place);
    made.serial
        = QStringLiteral("DF%1JG%2").arg(4534346 + place * 17).arg(draw(Kind::Equipment, place, 0, 1000));
    made.modelId = place % 10 == 9
        ? 0
        : m_catalogue.models.at(static_cast<qsizetype>(place % m_catalogue.models.size())).id;
    made.contractorId = m_measures.contractors == 0 ? 0 : contractorId(place % m_measures.contractors);
    made.createdAt = 1651227794 + place * 3600;
    if (place % 3 == 0)
        made.values = {{61, QJsonArray{place % 2 == 0}}, {62, QJsonArray{u(u"Встроенная")}}};
    return made;
}

int Generator::equipmentOf(qint64 contractorPlace) const
{
    return static_cast<int>(countOf(m_measures.equipment, m_measures.contractors, contractorPlace));
}

} // namespace naryad::sandbox
