#include "MadeUp.h"

#include "Words.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace naryad::bench {

namespace {

constexpr int Workers = 200;
constexpr int MostContractors = 20000;
constexpr qint64 Days = 5 * 365;
constexpr int DaysAhead = 90;

struct Field
{
    int id;
    int type;
    const char16_t *name;
};

constexpr std::array<Field, 9> Fields{
    {{2301, 1, u"Описание работ"},
     {2302, 2, u"Планируемая сумма"},
     {2304, 5, u"Тип оплаты"},
     {2305, 5, u"Тип выезда"},
     {2309, 1, u"Код домофона"},
     {2310, 3, u"Пропуск заказан"},
     {2313, 1, u"Выполненные работы"},
     {2315, 6, u"Фото после"},
     {2318, 3, u"Акт подписан"}}};
constexpr int DetailRows = 6; ///< of the fields; the others are the report's

constexpr std::array<const char16_t *, 12> TemplateNames{
    u"Монтаж",        u"Демонтаж",    u"Осмотр",      u"Срочный выезд", u"Плановая чистка", u"Замер",
    u"Пуско-наладка", u"Диагностика", u"Ремонт узла", u"Заправка",      u"Приемка",         u"Перенос блока"};
constexpr std::array<const char16_t *, 8> Colours{u"#4c9be8", u"#e8804c", u"#57b36a", u"#c05fc9",
                                                  u"#d9b23c", u"#5fc0c9", u"#888888", u"#d05a5a"};
constexpr std::array<const char16_t *, 6> Forms{u"ООО", u"АО", u"ТСЖ", u"ИП", u"Магазин", u"Школа"};
constexpr std::array<const char16_t *, 20> Firms{
    u"Ромашка", u"Газстрой",  u"Березовая роща", u"Елки",     u"Северный ветер", u"Продукты", u"Атриум",
    u"Линия",   u"Логистика", u"Восход",         u"Прогресс", u"Маяк",           u"Уют",      u"Престиж",
    u"Вымпел",  u"Контур",    u"Радуга",         u"Меридиан", u"Дельта",         u"Заря"};
constexpr std::array<const char16_t *, 10> Streets{
    u"Ленинский проспект", u"ул. Садовая",  u"ул. Тверская-Ямская", u"Профсоюзная ул.", u"ул. Королёва",
    u"Варшавское шоссе",   u"ул. Гагарина", u"проспект Мира",       u"ул. Лесная",      u"Набережная ул."};
constexpr std::array<const char16_t *, 20> Surnames{
    u"Петров",  u"Сидоров", u"Громов",  u"Васильев", u"Щербаков", u"Жуков",   u"Королёв",
    u"Беляев",  u"Иванов",  u"Смирнов", u"Кузнецов", u"Попов",    u"Соколов", u"Лебедев",
    u"Новиков", u"Козлов",  u"Морозов", u"Волков",   u"Зайцев",   u"Павлов"};
constexpr std::array<const char16_t *, 10> GivenNames{u"Александр", u"Сергей", u"Алексей", u"Дмитрий",
                                                      u"Пётр",      u"Иван",   u"Андрей",  u"Николай",
                                                      u"Олег",      u"Юрий"};
constexpr std::array<const char16_t *, 4> Payments{u"Наличные", u"Карта", u"Счет", u"Без оплаты"};
constexpr std::array<const char16_t *, 3> Visits{u"Срочный", u"Плановый", u"Повторный"};

template <class List> QString of(const List &list, quint32 which)
{
    return QString::fromUtf16(list.at(which % list.size()));
}

QByteArray quoted(const QString &plain)
{
    return '"' + plain.toUtf8() + '"';
}

QByteArray quotedTime(const Known<QDateTime> &time)
{
    return time.value.isValid() ? quoted(time.value.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")))
                                : "null";
}

QByteArray refJson(const NamedRef &ref)
{
    return "{\"id\":" + quoted(ref.id) + ",\"name\":" + quoted(ref.name) + '}';
}

QByteArray valueJson(const FieldValue &value)
{
    switch (value.kind()) {
    case FieldValue::Kind::Text:
        return quoted(value.asText());
    case FieldValue::Kind::Number:
        return value.asText().toUtf8();
    case FieldValue::Kind::Checkbox:
        return value.isChecked() ? "true" : "false";
    case FieldValue::Kind::Option:
        return refJson(value.asOption());
    default:
        return "0";
    }
}

QByteArray rowsJson(const QVector<FieldRow> &rows)
{
    QByteArray json = "[";
    for (const FieldRow &row : rows) {
        if (json.size() > 1)
            json += ',';
        json += "{\"field\":{\"id\":" + quoted(row.fieldId) + ",\"type\":{\"id\":\""
            + QByteArray::number(row.typeId) + "\"}},\"id\":" + quoted(row.rowId) + ",\"name\":"
            + quoted(row.name) + ",\"parent\":0,\"required\":false,\"value\":" + valueJson(row.value)
            + ",\"visibleToMobile\":true}";
    }
    return json + ']';
}

/// The answer of get-task with all that the vendor's own mobile program sees, keys in the sandbox's order.
QByteArray answerOf(const Task &task)
{
    const Address &address = task.address.value;
    QByteArray json = "{\"address\":" + quoted(address.text) + ",\"addressFloor\":" + quoted(address.floor)
        + ",\"addressInfo\":" + quoted(address.notes) + ",\"addressPorch\":" + quoted(address.entrance)
        + ",\"addressRoom\":" + quoted(address.room) + ",\"checklist\":" + rowsJson(task.report)
        + ",\"contractor\":" + refJson(task.contractor.value) + ",\"createdAt\":" + quotedTime(task.createdAt)
        + ",\"draft\":" + (task.draft.value ? "true" : "false") + ",\"employee\":"
        + (task.worker.value.isNothing() ? QByteArray("\"0\"") : refJson(task.worker.value))
        + ",\"id\":" + quoted(task.id) + ",\"lat\":\"\",\"lon\":\"\",\"name\":" + quoted(task.number)
        + ",\"plannedEndVisitTime\":" + quotedTime(task.plannedEnd)
        + ",\"plannedVisitTime\":" + quotedTime(task.plannedStart) + ",\"props\":" + rowsJson(task.details);
    if (!task.draft.value) {
        json += ",\"task_status\":{\"color\":\"#888888\",\"id\":" + quoted(task.status.value.id)
            + ",\"name\":" + quoted(task.status.value.name)
            + ",\"statusId\":" + (task.finished.value ? "\"7\"}" : "\"1\"}");
    }
    return json + ",\"template\":{\"id\":" + task.taskTemplate.id.toUtf8()
        + ",\"name\":" + quoted(task.taskTemplate.name) + "},\"verificationRequired\":false}";
}

NamedRef workerRef(quint32 which)
{
    return {
        QString::number(3019 + which), of(GivenNames, which / 20) + QLatin1Char(' ') + of(Surnames, which)};
}

FieldRow rowOf(const Field &field, const QString &rowId, const FieldValue &value)
{
    FieldRow row;
    row.rowId = rowId;
    row.fieldId = QString::number(field.id);
    row.name = QString::fromUtf16(field.name);
    row.typeId = field.type;
    row.value = value;
    row.visibleToMobile = true;
    row.required = false;
    return row;
}

} // namespace

/// A fixed one, so that the data are the same on every day.
QDateTime MadeUp::today()
{
    static const QDateTime day({2026, 11, 24}, {0, 0}, Qt::UTC);
    return day;
}

int MadeUp::contractors() const
{
    return std::clamp(m_tasks / 50, 20, MostContractors);
}

/// Beyond the ids of the stand-in service: a synchronisation with it adds rows and changes none.
QString MadeUp::taskId(int place)
{
    return QString::number(50000001 + qint64(place) * 3);
}

QString MadeUp::number(int place)
{
    return QStringLiteral("%1").arg(place + 1, 6, 10, QLatin1Char('0'));
}

QString MadeUp::phoneDigits(int contractor, int which) const
{
    return QStringLiteral("9%1").arg(
        qint64(drawn(contractor, 40 + which, 1000000000)), 9, 10, QLatin1Char('0'));
}

NamedRef MadeUp::contractorRef(int place) const
{
    const auto draw = static_cast<quint32>(place);
    return {
        QString::number(97611 + place * 13),
        of(Forms, draw) + QStringLiteral(" «") + of(Firms, draw / Forms.size()) + QLatin1Char(' ')
            + QString::number(place / 120 + 1) + QChar(u'»')};
}

ContractorListItem MadeUp::contractorRow(int place) const
{
    const NamedRef ref = contractorRef(place);
    return {ref.id, ref.name, {}};
}

store::Kept<Contractor> MadeUp::contractor(int place) const
{
    const NamedRef ref = contractorRef(place);
    Contractor made;
    made.id = ref.id;
    made.name = ref.name;
    made.detailsLoaded = true;
    QVector<Phone> phones;
    for (int i = 0; i < 2; ++i) {
        const QString digits = phoneDigits(place, i);
        phones.append(
            {QString::number(1397914 + place * 2 + i),
             QStringLiteral("+7 %1 %2-%3-%4")
                 .arg(digits.left(3), digits.mid(3, 3), digits.mid(6, 2), digits.mid(8, 2)),
             {}});
    }
    made.phones = Known<QVector<Phone>>::fromService(phones);
    const QByteArray raw = "{\"id\":" + quoted(made.id) + ",\"name\":" + quoted(made.name)
        + ",\"phone\":[{\"name\":" + quoted(phones.at(0).number)
        + "},{\"name\":" + quoted(phones.at(1).number) + "}]}";
    return {made, raw};
}

QVector<Employee> MadeUp::employees() const
{
    QVector<Employee> list;
    for (quint32 i = 0; i < Workers; ++i) {
        const NamedRef ref = workerRef(i);
        list.append({ref.id, ref.name, Known<bool>::fromService(false), Known<bool>::fromService(true)});
    }
    return list;
}

QVector<store::Kept<Template>> MadeUp::templates() const
{
    QVector<store::Kept<Template>> list;
    for (quint32 i = 0; i < TemplateNames.size(); ++i) {
        Template made;
        made.id = QString::number(830 + i);
        made.name = of(TemplateNames, i);
        made.colour = of(Colours, i);
        made.visitDurationSeconds = 3600 + static_cast<int>(i % 4) * 1800;
        for (std::size_t f = 0; f < Fields.size(); ++f) {
            TemplateRow row;
            row.fieldId = QString::number(Fields.at(f).id);
            row.name = QString::fromUtf16(Fields.at(f).name);
            row.typeId = Fields.at(f).type;
            (f < DetailRows ? made.details : made.report).append(row);
        }
        list.append({made, "{\"id\":" + quoted(made.id) + ",\"name\":" + quoted(made.name) + '}'});
    }
    return list;
}

QVector<store::Kept<TemplateField>> MadeUp::fields() const
{
    QVector<store::Kept<TemplateField>> list;
    for (const Field &field : Fields) {
        TemplateField made;
        made.id = QString::number(field.id);
        made.name = QString::fromUtf16(field.name);
        made.typeId = field.type;
        if (field.type == 5) {
            for (quint32 i = 0; i < Visits.size(); ++i)
                made.values.append(
                    {QString::number(field.id * 10 + static_cast<int>(i)),
                     field.id == 2304 ? of(Payments, i) : of(Visits, i), false});
        }
        list.append({made, "{\"id\":" + quoted(made.id) + '}'});
    }
    return list;
}

void MadeUp::fillRows(Task &task, int place, int kind) const
{
    const auto rowId = [place](std::size_t f) {
        return QString::number(2074364 + qint64(place) * 16 + static_cast<qint64>(f));
    };
    const auto option = [](int field, quint32 which, const QString &name) {
        return FieldValue::option({QString::number(field * 10 + static_cast<int>(which)), name});
    };
    for (std::size_t f = 0; f < Fields.size(); ++f) {
        const Field &field = Fields.at(f);
        FieldValue value;
        const quint32 draw = drawn(place, 20 + static_cast<int>(f), 1000);
        if (field.id == 2301)
            value = FieldValue::text(description(place, m_tasks));
        else if (field.id == 2302)
            value = FieldValue::number(QString::number(draw * 50));
        else if (field.id == 2304)
            value = option(field.id, draw % 3, of(Payments, draw % 3));
        else if (field.id == 2305)
            value = option(field.id, draw % 3, of(Visits, draw % 3));
        else if (field.id == 2309)
            value = FieldValue::text(QStringLiteral("%1К%2").arg(draw % 300).arg(kind));
        else if (field.id == 2313 && task.finished.value)
            value = FieldValue::text(
                draw % 2 == 0 ? QStringLiteral("Выполнено") : QStringLiteral("Нужен еще выезд"));
        else if (field.type == 3)
            value = FieldValue::checkbox(draw % 2 == 0);
        (f < DetailRows ? task.details : task.report).append(rowOf(field, rowId(f), value));
    }
}

store::Kept<Task> MadeUp::task(int place) const
{
    const auto draw = [place](int turn, quint32 below) { return drawn(place, turn, below); };
    Task made;
    made.id = taskId(place);
    made.number = number(place);
    const int kind = static_cast<int>(draw(1, TemplateNames.size()));
    made.taskTemplate = {QString::number(830 + kind), of(TemplateNames, static_cast<quint32>(kind))};
    const qint64 day = qint64(place) * Days / m_tasks - Days + DaysAhead + qint64(draw(2, 20)) - 10;
    const QDateTime start
        = today().addDays(day).addSecs(5 * 3600 + qint64(draw(3, 11)) * 3600 + draw(4, 4) * 900);
    made.createdAt = Known<QDateTime>::fromService(start.addDays(-3 - qint64(draw(5, 10))));
    const bool hasTime = draw(6, 25) != 0;
    made.plannedStart = Known<QDateTime>::fromService(hasTime ? start : QDateTime());
    made.plannedEnd
        = Known<QDateTime>::fromService(hasTime ? start.addSecs(3600 + draw(7, 4) * 1800) : QDateTime());
    const bool isPast = start < today();
    made.draft = Known<bool>::fromService(!isPast && draw(8, 5) == 0);
    const int client = static_cast<int>(draw(9, static_cast<quint32>(contractors())));
    made.contractor = Known<NamedRef>::fromService(contractorRef(client));
    made.worker = Known<NamedRef>::fromService(
        made.draft.value && draw(10, 3) != 0 ? NamedRef() : workerRef(draw(11, Workers)));
    Address address;
    address.text
        = QStringLiteral("г. Москва, %1, дом %2").arg(of(Streets, draw(12, 10))).arg(draw(13, 150) + 1);
    address.entrance = QString::number(draw(14, 8) + 1);
    address.floor = QString::number(draw(15, 20) + 1);
    address.room = QString::number(draw(16, 300) + 1);
    if (draw(17, 4) == 0)
        address.notes = QStringLiteral("вход со двора");
    made.address = Known<Address>::fromService(address);
    made.resultCheck = Known<bool>::fromService(false);
    if (!made.draft.value) {
        const bool done = isPast && draw(18, 12) != 0;
        made.finished = Known<bool>::fromService(done);
        made.status = Known<NamedRef>::fromService(
            done ? NamedRef{QStringLiteral("19"), QStringLiteral("Завершена")}
                 : NamedRef{QStringLiteral("12"), QStringLiteral("Отправлено")});
    }
    fillRows(made, place, kind);
    return {made, answerOf(made)};
}

} // namespace naryad::bench
