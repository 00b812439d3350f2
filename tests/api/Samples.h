#pragma once

#include <QByteArray>

/// The answers the vendor's document prints, as printed; those that are no JSON there (a comma too many, a
/// bracket too few) are mended here, and the printed form of one is kept to see it refused.
namespace naryad::test::samples {

inline QByteArray task()
{
    return R"json({
    "id": "522075",
    "createdAt": "2021-10-29T09:48:36Z",
    "plannedVisitTime": "2021-01-01T12:00:00Z",
    "plannedEndVisitTime": "2021-01-01T13:00:00Z",
    "draft": true,
    "template": {
        "id": 828,
        "name": "Стандартная задача"
    },
    "name": "1111",
    "props": [
        {
            "id": "2074364",
            "name": "Планируемая сумма за работу",
            "parent": 0,
            "value": 100,
            "visibleToMobile": true,
            "required": false,
            "field": {
                "id": "2302",
                "type": {
                    "id": "2"
                }
            }
        }
    ],
    "checklist": [
        {
            "id": "2074371",
            "name": "Фото накладной",
            "parent": 0,
            "value": 0,
            "visibleToMobile": null,
            "required": false,
            "field": {
                "id": "2303",
                "type": {
                    "id": "6"
                }
            }
        }
    ]
})json";
}

inline QByteArray taskList()
{
    return R"json([
    {
        "id": "140639",
        "name": "000001"
    },
    {
        "id": "145301",
        "name": "000003"
    },
    {
        "id": "145302",
        "name": "000004"
    }
])json";
}

/// As printed: a comma stands before the closing brace in line 30.
inline QByteArray contractorAsPrinted()
{
    return R"json({
    "id": "1903968",
    "name": "Ромашка",
    "address": "Ленинский пр., дом № 6",
    "addressFloor": "",
    "addressRoom": "",
    "addressPorch": "",
    "createdAt": "1636723472",
    "addressInfo": "",
    "equipmentCounter": "0",
    "subdivisionCounter": "0",
    "lat": "",
    "lon": "",
    "favourites": false,
    "author": {
        "id": "2977",
        "name": "Валентин"
    },
    "parent": "0",
    "employee": "0",
    "phone": [
        {
            "id": "1397914",
            "name": "+7 555 55 55 55",
            "contractorPerson": "NULL",
            "createdAt": "1636723472",
            "deleted": false
        }
    ],
})json";
}

inline QByteArray contractor()
{
    QByteArray text = contractorAsPrinted();
    text.replace("],\n}", "]\n}");
    return text;
}

inline QByteArray contractorByExternalId()
{
    QByteArray text = contractor();
    text.replace(
        "\"id\": \"1903968\",",
        "\"id\": \"1903968\",\n    \"externalId\": \"91bf7d25-abd9-11e1-9c86-002219216b99\",");
    return text;
}

inline QByteArray contractorList()
{
    return R"json([
    {
        "id": "2210405",
        "name": "Газпроп",
        "parentName": null,
        "parentId": null
    },
    {
        "id": "2210406",
        "name": "Подразделение 1",
        "parentName": "Газпроп",
        "parentId": "2210405"
    }
])json";
}

inline QByteArray templateField()
{
    return R"json({
    "id": "6636",
    "name": "Реквизит перечисление",
    "type": {
        "id": "5",
        "name": "list"
    },
    "valueList": [
        {
            "id": "2747",
            "deleted": false,
            "name": "да"
        },
        {
            "id": "2751",
            "deleted": true,
            "name": "нет"
        }
    ]
})json";
}

inline QByteArray namedList()
{
    return R"json([
    {
        "id": "1611",
        "name": "Документы"
    },
    {
        "id": "1664",
        "name": "Тип выезда"
    },
    {
        "id": "1665",
        "name": "Тип оплаты"
    }
])json";
}

inline QByteArray taskTemplate()
{
    return R"json({
    "id": "4241",
    "color": "#ffffff",
    "createdAt": "1635265800",
    "name": "Реквизит перечисление",
    "visit": {
        "id": "2",
        "name": "Сегодня"
    },
    "visitDuration": "7200",
    "props": [
        {
            "id": "14016",
            "name": "Сумма по чеку",
            "visibleToMobile": false,
            "required": false,
            "field": {
                "id": "1668",
                "type": {
                    "id": "2"
                }
            }
        }
    ],
    "checklist": [
        {
            "id": "14017",
            "name": "Диагностика (рубли)",
            "visibleToMobile": null,
            "required": false,
            "field": {
                "id": "1701",
                "type": {
                    "id": "2"
                }
            }
        }
    ]
})json";
}

/// As printed: a comma stands before the closing bracket.
inline QByteArray employeesAsPrinted()
{
    return R"json([
{
        "id": "2977",
        "name": "Александр Смирнов",
        "operatorRole": true,
        "mobileRole": false
    },
    {
        "id": "3091",
        "name": "Петр Иванов",
        "operatorRole": false,
        "mobileRole": true
    },

])json";
}

inline QByteArray employees()
{
    QByteArray text = employeesAsPrinted();
    text.replace("},\n\n]", "}\n]");
    return text;
}

inline QByteArray updatesByTask()
{
    return R"json([
    {
        "usn": "363",
        "taskId": "655621",
        "time": "2022-11-26 00:45:06"
    },
    {
        "usn": "448",
        "taskId": "655634",
        "time": "2022-11-26 00:45:06"
    }
])json";
}

inline QByteArray updatesByObject()
{
    return R"json([
    {
        "usn": "563",
        "objectId": "655627",
        "time": "2022-11-26 00:48:06"
    }
])json";
}

} // namespace naryad::test::samples
