#pragma once

#include "Mended.h"

/// The document's section "Оборудование", likewise.
namespace naryad::test::samples {

/// create-equipment-model. Comments.
inline QByteArray modelBodyAsPrinted()
{
    return R"json({
    "name": "150 SX",// наименование модели
    "type": { //не обязательный
        "id": "6636" //идентификатор типа оборудования
    },
    "manufacture": { //не обязательный
        "id": "436" //идентификатор производителя оборудования
    }

})json";
}

inline QByteArray modelBody()
{
    return withoutComments(modelBodyAsPrinted());
}

/// update-equipment-model, likewise.
inline QByteArray modelUpdateBodyAsPrinted()
{
    return R"json({
    "name": "150 SX",// наименование модели
    "type": { //не обязательный
        "id": "6636" //идентификатор типа оборудования
    },
    "manufacture": { //не обязательный
        "id": "436" //идентификатор производителя оборудования
    }

})json";
}

inline QByteArray modelUpdateBody()
{
    return withoutComments(modelUpdateBodyAsPrinted());
}

/// A comma before the closing bracket.
inline QByteArray modelListAsPrinted()
{
    return R"json([
    {
        "id": "1611",
        "name": "150 SX"
    },
    {
        "id": "1664",
        "name": "150 DS"
    },

])json";
}

inline QByteArray modelList()
{
    return mended(modelListAsPrinted(), "},\n\n]", "}\n]");
}

/// create-equipment. Comments, and a comma missing after the model.
inline QByteArray equipmentBodyAsPrinted()
{
    return R"json({
    "serialNumber":"Q1234", // Серийный номер оборудования

    "props":[// Список значений дополнительных полей оборудования, не обязательный
        {
            "value": [true], //Значения поля оборудования, булево
            "field":{"id":61} //Идентификатор поля оборудования
        },
        {
            "value": ["Встренная"],//Значения поля оборудования, строка
            "field":{"id":61}
        }
    ],
    "model":{//модель оборудования, не обязательный
        "id":574
        }
    "contractor":{//Клиент, владеющий оборудованием, не обязательный
        "id":714
        }
})json";
}

inline QByteArray equipmentBodyWithoutComma()
{
    return withoutComments(equipmentBodyAsPrinted());
}

inline QByteArray equipmentBody()
{
    return mended(equipmentBodyAsPrinted(), "}\n    \"contractor\"", "},\n    \"contractor\"");
}

/// update-equipment, likewise.
inline QByteArray equipmentUpdateBodyAsPrinted()
{
    return R"json({
    "serialNumber":"Q1234", // Серийный номер оборудования

    "props":[// Список значений дополнительных полей оборудования, не обязательный
        {
            "value": [true], //Значения поля оборудования, булево
            "field":{"id":61} //Идентификатор поля оборудования
        },
        {
            "value": ["Встренная"],//Значения поля оборудования, строка
            "field":{"id":61}
        }
    ],
    "model":{//модель оборудования, не обязательный
        "id":574
        }
    "contractor":{//Клиент, владеющий оборудованием, не обязательный
        "id":714
        }
})json";
}

inline QByteArray equipmentUpdateBody()
{
    return mended(equipmentUpdateBodyAsPrinted(), "}\n    \"contractor\"", "},\n    \"contractor\"");
}

inline QByteArray equipment()
{
    return R"json({
    "id": "4161",
    "createdAt": "1651227794",
    "author": {
        "id": "9050",
        "name": "Сергей"
    },
    "employee": "0",
    "externalId": "",
    "name": "DF4534346JG453",
    "inventoryNumber": "",
    "description": "СМА Ariston BI WMHL 71283 с/н DF4534346JG453",
    "contractor": {
        "id": "2046355",
        "name": "Петров Игорь Семенович",
        "parent": "0",
        "lat": "55.7719",
        "lon": "37.5963",
        "favourites": false,
        "address": "г Москва, ул 3-я Тверская-Ямская, д 12 стр 1",
        "addressFloor": "",
        "addressRoom": "",
        "addressPorch": "",
        "addressInfo": "",
        "subdivisionCounter": "0",
        "region": "''",
        "employeeRegion": "''"
    },
    "equipmentModel": {
        "id": "641",
        "name": "BI WMHL 71283",
        "manufacture": {
            "mName": "Ariston"
        },
        "type": {
            "tName": "СМА"
        }
    },
    "equipmentFieldValues": []
})json";
}

/// A comma before the closing bracket.
inline QByteArray equipmentListAsPrinted()
{
    return R"json([
    {
        "id": "1611",
        "name": "SX2928934"
    },
    {
        "id": "1664",
        "name": "DS2332"
    },
])json";
}

inline QByteArray equipmentList()
{
    return mended(equipmentListAsPrinted(), "},\n]", "}\n]");
}

} // namespace naryad::test::samples
