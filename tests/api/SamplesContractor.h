#pragma once

#include "Mended.h"

/// The document's section "Клиент/объект", likewise.
namespace naryad::test::samples {

/// create-contractor. Comments, one of them empty.
inline QByteArray contractorBodyAsPrinted()
{
    return R"json({
    "externalId":"11123344", //Дентификатор во внешней системе
    "name":"ООО ‘Ромашка’", //Имя
    "address":"Ленинский проспект 21", // Адрес, не обязательный, если не указаны lat,lon – будет геокодирование
    "addressPorch":"1", // Адрес, подъезд, не обязательный
    "addressFloor":"2", // Адрес, этаж, не обязательный
    "addressRoom":"3", // Адрес, квартира/офис, не обязательный
    "addressInfo":"Вход по паспорту", // Адрес дополнительная информация, не обязательный
    "lat":"37.222", // Широта, не обязательный
    "lon":"54.222", // Долгота, не обязательный
    "person":[
        {"name":"Александр","phone":[{"name":"1234567"}]} //
    ],
    "phone":[{"name":"832874834"}]
})json";
}

inline QByteArray contractorBody()
{
    return withoutComments(contractorBodyAsPrinted());
}

/// update-contractor, likewise.
inline QByteArray contractorUpdateBodyAsPrinted()
{
    return R"json({
    "externalId":"11123344", //Дентификатор во внешней системе
    "name":"ООО ‘Ромашка’", //Имя
    "address":"Ленинский проспект 21", // Адрес, не обязательный, если не указаны lat,lon – будет геокодирование
    "addressPorch":"1", // Адрес, подъезд, не обязательный
    "addressFloor":"2", // Адрес, этаж, не обязательный
    "addressRoom":"3", // Адрес, квартира/офис, не обязательный
    "addressInfo":"Вход по паспорту", // Адрес дополнительная информация, не обязательный
    "lat":"37.222", // Широта, не обязательный
    "lon":"54.222", // Долгота, не обязательный
    "person":[
        {"name":"Александр","phone":[{"name":"1234567"}]} //
    ],
    "phone":[{"name":"832874834"}]
})json";
}

inline QByteArray contractorUpdateBody()
{
    return withoutComments(contractorUpdateBodyAsPrinted());
}

/// A comma before the closing brace.
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
    return mended(contractorAsPrinted(), "],\n}", "]\n}");
}

/// Likewise.
inline QByteArray contractorByExternalIdAsPrinted()
{
    return R"json({
    "id": "1903968",
    "externalId": "91bf7d25-abd9-11e1-9c86-002219216b99",
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

inline QByteArray contractorByExternalId()
{
    return mended(contractorByExternalIdAsPrinted(), "],\n}", "]\n}");
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

/// create-contractor-person. Comments, and an opening brace missing.
inline QByteArray personBodyAsPrinted()
{
    return R"json({
    "contractor":{"id":97611}, //идентификатор клиента/объекта, являющегося родителем
    "name":"Алексей И", // Имя контактного лица
    "phone":["name":"8-800-888-88-88"}] // массив записей телефонов
})json";
}

inline QByteArray personBodyWithoutBrace()
{
    return withoutComments(personBodyAsPrinted());
}

inline QByteArray personBody()
{
    return mended(personBodyAsPrinted(), "[\"name\"", "[{\"name\"");
}

/// update-contractor-person, likewise.
inline QByteArray personUpdateBodyAsPrinted()
{
    return R"json({
    "contractor":{"id":97611}, //идентификатор клиента/объекта, являющегося родителем контактного лица
    "name":"Алексей И", // Имя контактного лица
    "phone":["name":"8-800-888-88-88"}] // массив записей телефонов
})json";
}

inline QByteArray personUpdateBody()
{
    return mended(personUpdateBodyAsPrinted(), "[\"name\"", "[{\"name\"");
}

/// The array of phones is never closed.
inline QByteArray personAsPrinted()
{
    return R"json({
    "id": "1903968",
    "name": "Алексей И",
    "contractor": {
        "id": "97611",
        "name": "123"
    },
    "jobposition": "",
    "deleted": false,
    "phone": [
        {
            "id": "1404789",
            "name": "11",
            "deleted": false
        },
})json";
}

inline QByteArray person()
{
    return mended(personAsPrinted(), "},\n}", "}\n    ]\n}");
}

/// create-contractor-phone. Comments, and a brace missing in an array that does not belong there at all.
inline QByteArray phoneBodyAsPrinted()
{
    return R"json({
    "parent":{"id":97611, "type":"contractor"}, //идентификатор родителя для телефона
    "name":"8-800-888-88-88", // Номер телефона
    "phone":["name":"8-800-888-88-88"}] // массив записей телефонов
})json";
}

/// Less the array, which is left out on purpose.
inline QByteArray phoneBody()
{
    return mended(phoneBodyAsPrinted(), ",\n    \"phone\":[\"name\":\"8-800-888-88-88\"}]", "");
}

/// update-contractor-phone, likewise.
inline QByteArray phoneUpdateBodyAsPrinted()
{
    return R"json({
    "parent":{"id":97611, "type":"contractor"}, //идентификатор родителя для телефона
    "name":"8-800-888-88-88", // Номер телефона
    "phone":["name":"8-800-888-88-88"}] // массив записей телефонов
})json";
}

inline QByteArray phoneUpdateBody()
{
    return mended(phoneUpdateBodyAsPrinted(), ",\n    \"phone\":[\"name\":\"8-800-888-88-88\"}]", "");
}

inline QByteArray phone()
{
    return R"json({
    "id": "1404860",
    "name": "33",
    "deleted": true,
    "parent": {
        "id": "97611",
        "type": "contractor"
    }
})json";
}

/// A comment.
inline QByteArray addSubdivisionBodyAsPrinted()
{
    return R"json({
"contractor_id": "2",//Обязательное поле, идентификатор клиента в Мобифорс, к которому будет привязано подразделение
"external_id": "2",
"name": "Перекресток",
"address": "Ленинский проспект 38",
"address_porch": "1",
"address_floor": "2",
"address_room": "3",
"address_info": "Вход со двора",
"lat": "",
"lon": "",
"template_id": 1,
"contact": [
{
"external_id": "3334",
"name": "Александр",
"tel": [
{
"name": "89036277781"
}
]
},
{
"external_id": "3335",
"name": "Сергей Сергеевич"
}
]
})json";
}

inline QByteArray addSubdivisionBody()
{
    return withoutComments(addSubdivisionBodyAsPrinted());
}

inline QByteArray updateSubdivisionBody()
{
    return R"json({
"name": "Перекресток",
"address": "Ленинский проспект 38",
"address_porch": "1",
"address_floor": "2",
"address_room": "3",
"address_info": "Вход со двора",
"lat": "",
"lon": "",
"template_id": 1,
"contact": [
{
"external_id": "3334",
"name": "Александр",
"tel": [
{
"name": "89036277781"
}
]
},
{
"external_id": "3335",
"name": "Сергей Сергеевич"
}
]
})json";
}

} // namespace naryad::test::samples
