#include "Catalogue.h"

#include "Wire.h"

namespace naryad::sandbox {

namespace {

constexpr qint64 FirstField = 2302;
constexpr int SectionPlace = 6; ///< "Доступ на объект", over the two fields after it

} // namespace

Catalogue::Catalogue()
    : visits{{1, u(u"Любой день")}, {2, u(u"Сегодня")}, {3, u(u"Завтра")}}
    , equipmentTypes{{6636, u(u"СМА")}, {6637, u(u"Кондиционер")}, {6638, u(u"Котёл")}, {6639, u(u"Насос")}}
    , makers{{436, u(u"Ariston")}, {437, u(u"Daikin")}, {438, u(u"Протерм")}, {439, u(u"Grundfos")}}
    , equipmentFields{{61, u(u"На гарантии")}, {62, u(u"Размещение")}, {63, u(u"Мощность, кВт")}}
{
    makeEmployees();
    makeFields();
    makeTemplates();
    makeModels();
}

const StoredEmployee *Catalogue::employee(qint64 id) const
{
    return byId(employees, id);
}

void Catalogue::makeEmployees()
{
    const QStringList names{u(u"Александр Смирнов"), u(u"Елена Павлова"),   u(u"Марина Котова"),
                            u(u"Пётр Иванов"),       u(u"Сергей Кузнецов"), u(u"Андрей Соколов"),
                            u(u"Дмитрий Лебедев"),   u(u"Игорь Новиков"),   u(u"Олег Морозов"),
                            u(u"Фёдор Ёлкин"),       u(u"Николай Волков"),  u(u"Рустам Галиев")};
    // Two who only dispatch, one who does both, and the workers.
    for (int i = 0; i < names.size(); ++i)
        employees.append({2977 + i * 7, names.at(i), i < 3, i >= 2});
}

void Catalogue::makeFields()
{
    struct Seed
    {
        const char16_t *name;
        int type;
        QStringList options;
    };
    const QVector<Seed> seeds{
        {u"Планируемая сумма за работу", Number, {}},
        {u"Фото накладной", Picture, {}},
        {u"Тип оплаты", List, {u(u"Наличные"), u(u"Карта"), u(u"По счёту")}},
        {u"Тип выезда", List, {u(u"Плановый"), u(u"Срочный"), u(u"Гарантийный")}},
        {u"Описание неисправности", Text, {}},
        {u"Гарантия", Checkbox, {}},
        {u"Доступ на объект", Section, {}},
        {u"Код домофона", Text, {}},
        {u"Пропуск заказан", Checkbox, {}},
        {u"Диагностика (рубли)", Number, {}},
        {u"Подпись клиента", Signature, {}},
        {u"Выполненные работы", Text, {}},
        {u"Фото до", Picture, {}},
        {u"Фото после", Picture, {}},
        {u"Показание счётчика", Number, {}},
        {u"Материалы <b>&</b> запчасти", Text, {}},
        {u"Акт подписан", Checkbox, {}},
        {u"Комментарий мастера", Text, {}},
        {u"Заявленное оборудование", Text, {}},
        {u"Срочность", List, {u(u"Обычная"), u(u"Высокая")}}};
    qint64 id = FirstField;
    qint64 optionId = 2747;
    for (const Seed &seed : seeds) {
        StoredField field{id++, u(seed.name), seed.type, {}};
        for (const QString &option : seed.options)
            field.options.append({optionId++, option, false});
        fields.append(field);
    }
    // Removed options stay listed.
    fields[3].options.append({optionId, u(u"Повторный"), true});
}

void Catalogue::makeTemplates()
{
    struct Seed
    {
        const char16_t *name;
        const char *colour;
        int hours;
        QVector<int> props;
        QVector<int> checklist;
    };
    // Numbers are places in the list of fields above.
    const QVector<Seed> seeds{
        {u"Стандартная задача", "#ffffff", 1, {0, 4}, {11, 1}},
        {u"Ремонт", "#3377bb", 2, {4, 5, 2, 6, 7, 8, 0}, {9, 12, 13, 10}},
        {u"Монтаж", "#2e8b57", 3, {18, 3, 2, 0, 6, 7, 8}, {11, 13, 10, 16}},
        {u"Осмотр", "#d2a106", 1, {3, 4}, {17, 12}},
        {u"Техническое обслуживание", "#8a5fbf", 2, {18, 19}, {11, 14, 16, 10}},
        {u"Доставка", "#c0504d", 1, {15, 2, 0}, {1, 10}},
        {u"Замер", "#4bacc6", 1, {4}, {14, 17}},
        {u"Гарантийный выезд «Комфорт»", "#777777", 2, {5, 4, 19}, {9, 11, 13, 10}}};
    qint64 id = 828;
    qint64 rowId = 14016;
    const auto rows = [this, &rowId](const QVector<int> &places, bool isReport) {
        QVector<Row> list;
        for (int place : places) {
            Row row;
            row.id = rowId++;
            row.fieldId = fields.at(place).id;
            const bool inSection = place == SectionPlace + 1 || place == SectionPlace + 2;
            row.parentFieldId = inSection ? fields.at(SectionPlace).id : 0;
            row.visible = isReport ? QJsonValue() : QJsonValue(true);
            row.required = isReport && (place == 1 || place == 10 || place == 11);
            list.append(row);
        }
        return list;
    };
    for (const Seed &seed : seeds) {
        StoredTemplate made;
        made.id = id++;
        made.name = u(seed.name);
        made.colour = QString::fromLatin1(seed.colour);
        made.visit = made.id % 3 == 0 ? 2 : made.id % 3 == 1 ? 1 : 3;
        made.duration = seed.hours * 3600;
        made.createdAt = 1635265800 + (made.id - 828) * 3600;
        made.props = rows(seed.props, false);
        made.checklist = rows(seed.checklist, true);
        templates.append(made);
    }
}

void Catalogue::makeModels()
{
    for (int i = 0; i < 60; ++i) {
        // One in eight has neither type nor maker: both are optional.
        const bool bare = i % 8 == 7;
        models.append(
            {641 + i, QStringLiteral("%1 SX-%2").arg(150 + i * 5).arg(i),
             bare ? 0 : equipmentTypes.at(i % 4).id, bare ? 0 : makers.at(i % 4).id});
    }
}

} // namespace naryad::sandbox
