#include "Company.h"

#include <QTimeZone>

namespace naryad::sandbox {

namespace {

QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

} // namespace

Company::Company(const Options &options, const QDateTime &today)
    : m_state(options.seed * 2862933555777941757ULL + 3037000493ULL)
{
    makeEmployees();
    makeFields();
    makeTemplates();
    makeContractors(options.contractors);
    makeEquipment();
    makeTasks(options.tasks, today);
    firstNewTask = m_lastId + 1;
}

/// A generator of our own: the standard ones may differ from one library to the next.
quint32 Company::random(quint32 below)
{
    m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
    return below == 0 ? 0 : static_cast<quint32>((m_state >> 33) % below);
}

void Company::touch(StoredTask &task)
{
    if (task.usn != 0)
        feed.erase(task.usn);
    task.usn = ++m_usn;
    feed[task.usn] = task.id;
}

const StoredEmployee *Company::employee(qint64 id) const
{
    for (const StoredEmployee &candidate : employees) {
        if (candidate.id == id)
            return &candidate;
    }
    return nullptr;
}

void Company::makeEmployees()
{
    const QStringList names {u(u"Александр Смирнов"), u(u"Елена Павлова"), u(u"Марина Котова"), u(u"Пётр Иванов"),
        u(u"Сергей Кузнецов"), u(u"Андрей Соколов"), u(u"Дмитрий Лебедев"), u(u"Игорь Новиков"), u(u"Олег Морозов"),
        u(u"Фёдор Ёлкин"), u(u"Николай Волков"), u(u"Рустам Галиев")};
    for (int i = 0; i < names.size(); ++i)
        employees.append({2977 + i * 7, names.at(i), i < 3, i >= 2});
}

void Company::makeFields()
{
    struct Seed
    {
        const char16_t *name;
        int type;
        QStringList values;
    };
    const QVector<Seed> seeds {{u"Планируемая сумма за работу", 2, {}}, {u"Фото накладной", 6, {}},
        {u"Тип оплаты", 5, {u(u"Наличные"), u(u"Карта"), u(u"По счёту")}},
        {u"Тип выезда", 5, {u(u"Плановый"), u(u"Срочный"), u(u"Гарантийный")}}, {u"Описание неисправности", 1, {}},
        {u"Гарантия", 3, {}}, {u"Доступ на объект", 4, {}}, {u"Код домофона", 1, {}}, {u"Пропуск заказан", 3, {}},
        {u"Диагностика (рубли)", 2, {}}, {u"Подпись клиента", 7, {}}, {u"Выполненные работы", 1, {}},
        {u"Фото до", 6, {}}, {u"Фото после", 6, {}}, {u"Показание счётчика", 2, {}},
        {u"Материалы <b>&</b> запчасти", 1, {}}, {u"Акт подписан", 3, {}}, {u"Комментарий мастера", 1, {}},
        {u"Заявленное оборудование", 1, {}}, {u"Срочность", 5, {u(u"Обычная"), u(u"Высокая")}}};
    qint64 id = 2302;
    qint64 valueId = 2747;
    for (const Seed &seed : seeds) {
        StoredField field {id, u(seed.name), seed.type, {}};
        for (const QString &value : seed.values)
            field.values.append({valueId++, value});
        fields.emplace(id, field);
        ++id;
    }
}

void Company::makeTemplates()
{
    struct Seed
    {
        const char16_t *name;
        const char *colour;
        int hours;
        QVector<int> props;
        QVector<int> checklist;
    };
    // Numbers are places in the list of fields above; 6 is the section that holds 7 and 8.
    const QVector<Seed> seeds {{u"Стандартная задача", "#ffffff", 1, {0, 4}, {11, 1}},
        {u"Ремонт", "#3377bb", 2, {4, 5, 2, 6, 7, 8, 0}, {9, 12, 13, 10}},
        {u"Монтаж", "#2e8b57", 3, {18, 3, 2, 0, 6, 7, 8}, {11, 13, 10, 16}},
        {u"Осмотр", "#d2a106", 1, {3, 4}, {17, 12}}, {u"Техническое обслуживание", "#8a5fbf", 2, {18, 19}, {11, 14, 16, 10}},
        {u"Доставка", "#c0504d", 1, {15, 2, 0}, {1, 10}}, {u"Замер", "#4bacc6", 1, {4}, {14, 17}},
        {u"Гарантийный выезд «Комфорт»", "#777777", 2, {5, 4, 19}, {9, 11, 13, 10}}};
    qint64 id = 828;
    for (const Seed &seed : seeds) {
        StoredTemplate made;
        made.id = id++;
        made.name = u(seed.name);
        made.colour = QString::fromLatin1(seed.colour);
        made.durationSeconds = seed.hours * 3600;
        const auto rows = [this](const QVector<int> &places, bool report) {
            QVector<Row> list;
            for (int place : places) {
                Row row;
                row.id = nextId();
                row.fieldId = 2302 + place;
                row.parentFieldId = place == 7 || place == 8 ? 2308 : 0;
                row.visible = report ? QJsonValue() : QJsonValue(true);
                row.required = report && (place == 1 || place == 10 || place == 11);
                list.append(row);
            }
            return list;
        };
        made.props = rows(seed.props, false);
        made.checklist = rows(seed.checklist, true);
        templates.emplace(made.id, made);
    }
}

void Company::makeContractors(int count)
{
    const QStringList firms {u(u"ООО «Ромашка»"), u(u"Газстрой"), u(u"ТСЖ «Берёзовая роща»"), u(u"Кафе «Ёлки»"),
        u(u"АО «Северный ветер»"), u(u"Магазин «Продукты & Ко»"), u(u"Школа № 57"), u(u"Поликлиника № 3"),
        u(u"Бизнес-центр «Атриум»"), u(u"<b>Салон</b> «Линия»"), u(u"Склад «Логистика-Юг»"), u(u"ИП Петров И. С.")};
    const QStringList surnames {u(u"Петров"), u(u"Сидорова"), u(u"Громов"), u(u"Васильева"), u(u"Щербаков"),
        u(u"Жукова"), u(u"Королёв"), u(u"Беляев")};
    const QStringList names {u(u"Александр"), u(u"Ирина"), u(u"Сергей Сергеевич"), u(u"Ольга"), u(u"Алексей И")};
    const QStringList streets {u(u"Ленинский проспект"), u(u"ул. Садовая"), u(u"ул. 3-я Тверская-Ямская"),
        u(u"Профсоюзная ул."), u(u"ул. Академика Королёва"), u(u"Варшавское шоссе")};
    const QStringList odd {u(u"11"), u(u"832874834"), u(u"8(903)6277781 доб. 12"), u(u"+7 555 55 55 55")};
    QVector<qint64> tops;
    for (int i = 0; i < count; ++i) {
        StoredContractor made;
        made.id = 97611 + i * 13;
        const bool child = i % 3 == 2 && !tops.isEmpty();
        if (child) {
            made.parentId = tops.at(static_cast<qsizetype>(random(static_cast<quint32>(tops.size()))));
            made.name = u(u"Подразделение %1").arg(i);
        } else {
            made.name = i / 2 < firms.size() && i % 2 == 0 ? firms.at(i / 2)
                                                           : any(surnames) + QStringLiteral(" %1").arg(i);
            tops.append(made.id);
        }
        made.address = u(u"г. Москва, ") + any(streets) + u(u", дом ") + QString::number(1 + random(120));
        made.porch = i % 2 ? QString::number(1 + random(6)) : QString();
        made.floor = i % 2 ? QString::number(1 + random(16)) : QString();
        made.room = i % 2 ? QString::number(1 + random(200)) : QString();
        made.info = i % 5 == 0 ? u(u"Вход со двора, <позвонить>") : QString();
        if (i % 4 == 0) {
            made.lat = QStringLiteral("55.%1").arg(6000 + random(3000));
            made.lon = QStringLiteral("37.%1").arg(4000 + random(4000));
        }
        made.createdAt = 1636723472 + i * 86400;
        const StoredPerson person {nextId(), any(names)};
        made.persons.append(person);
        made.phones.append({nextId(), QStringLiteral("+7 903 %1-%2-%3").arg(100 + random(900)).arg(10 + random(90)).arg(10 + random(90)), person.id, false});
        made.phones.append({nextId(), i % 6 == 0 ? any(odd) : QStringLiteral("8495%1").arg(1000000 + random(8999999)), 0, false});
        if (i % 7 == 0)
            made.phones.append({nextId(), QStringLiteral("33"), 0, true});
        contractors.emplace(made.id, made);
    }
}

void Company::makeEquipment()
{
    for (int i = 0; i < 60; ++i)
        models.append({641 + i, QStringLiteral("%1 SX-%2").arg(150 + i * 5).arg(i)});
    for (int i = 0; i < 300; ++i)
        equipment.append({4161 + i, QStringLiteral("DF%1JG%2").arg(4534346 + i * 17).arg(random(1000))});
}

QJsonValue Company::valueFor(const StoredField &field)
{
    switch (field.type) {
    case 1:
        return random(3) == 0 ? u(u"Не включается, шум & стук < обычного") : u(u"Код 25К, консьерж предупреждён");
    case 2:
        return static_cast<int>(random(200)) * 50;
    case 3:
        return random(2) == 0;
    case 5: {
        const auto &value = any(field.values);
        return QJsonObject {{QStringLiteral("id"), QString::number(value.first)}, {QStringLiteral("name"), value.second}};
    }
    default:
        return 0;
    }
}

void Company::makeTasks(int count, const QDateTime &today)
{
    const QTimeZone zone("Europe/Moscow");
    const QDate day = today.toTimeZone(zone).date();
    QVector<qint64> templateIds;
    for (const auto &[id, made] : templates)
        templateIds.append(id);
    QVector<qint64> contractorIds;
    for (const auto &[id, made] : contractors)
        contractorIds.append(id);
    for (int i = 0; i < count; ++i) {
        StoredTask task;
        task.id = nextId();
        task.number = QStringLiteral("%1").arg(i + 1, 6, 10, QLatin1Char('0'));
        const StoredTemplate &made = templates.at(any(templateIds));
        task.templateId = made.id;
        const int offset = -14 + static_cast<int>(static_cast<qint64>(i) * 22 / qMax(1, count));
        task.createdAt = QDateTime(day.addDays(offset - 1), QTime(9, 0), zone).toUTC();
        if (random(20) != 0) {
            const QTime time(8 + static_cast<int>(random(10)), static_cast<int>(random(4)) * 15);
            task.start = QDateTime(day.addDays(offset), time, zone).toUTC();
            task.end = task.start.addSecs(made.durationSeconds);
        }
        if (!contractorIds.isEmpty()) {
            const StoredContractor &client = contractors.at(any(contractorIds));
            task.contractorId = client.id;
            task.address = client.address;
            task.porch = client.porch;
            task.floor = client.floor;
            task.room = client.room;
            task.info = client.info;
        }
        task.draft = offset >= 0 && random(5) == 0;
        if (!task.draft || random(3) == 0)
            task.employeeId = employees.at(2 + static_cast<int>(random(10))).id;
        if (!task.draft && offset < 0 && random(10) != 0) {
            task.closedResult = QStringLiteral("74");
            task.closedNote = u(u"Выполнено");
        }
        for (const Row &row : made.props) {
            Row copy = row;
            copy.id = nextId();
            copy.value = valueFor(fields.at(row.fieldId));
            task.props.append(copy);
        }
        for (const Row &row : made.checklist) {
            Row copy = row;
            copy.id = nextId();
            copy.value = 0;
            task.checklist.append(copy);
        }
        touch(task);
        tasks.emplace(task.id, task);
    }
}

} // namespace naryad::sandbox
