#pragma once

#include "Mended.h"

/// The document's section "Задача": every answer and body, character for character but for the page's
/// no-break spaces. …AsPrinted() are those that are no JSON there; without the ending they are mended.
namespace naryad::test::samples {

/// The form of every error. Comments, and a comma before the closing brace.
inline QByteArray errorAsPrinted()
{
    return R"json({
"code": 1,// Номер ошибки
"description": "что то пошло не так",// писание ошибки
})json";
}

inline QByteArray error()
{
    return mended(errorAsPrinted(), "так\",\n}", "так\"\n}");
}

/// create-task. Comments, two of them over two lines.
inline QByteArray taskBodyAsPrinted()
{
    return R"json({
    "number":"1111", //номер задачи, если поле не задано, определяется системой
    "template":{"id":828}, //идентификатор шаблона, обязательное поле, см get-template-field-list
    "employee":{"id":8}, // идентификатор исполнителя см get-employee-list
    "contractor":{"id":12211}, // идентификатор клиента/объекта см get-contractor-list
    "draft":true, // true – создается в черновике, false –
сразу отправляется указанному исполнителю (get-employee-list)
    "address":"Ленинский проспект 21", // Адрес, не обязательный, если не указаны lat,lon – будет геокодирование
    "addressPorch":"1", // Адрес, подъезд, не обязательный
    "addressFloor":"2", // Адрес, этаж, не обязательный
    "addressRoom":"3", // Адрес, квартира/офис, не обязательный
    "addressInfo":"Вход по паспорту", // Адрес дополнительная информация, не обязательный
    "lat":"37.222", // Широта, не обязательный
    "lon":"54.222", // Долгота, не обязательный
    "verificationRequired":false, // Проверка результата выполнения
с возможностью отправки на доработку, не обязательный, по умолчанию false
    "plannedVisitTime":"2021-01-01T15:00:00", // Планируемое время начала выполнения, не обязательный
    "plannedEndVisitTime":"2021-01-01T16:00:00", // Планируемое время окончания выполнения, не обязательный
    "props":[
        {"field":{"id":2302},"value":100} // значения свойств доп реквизитов выбранного шаблона
    ]
})json";
}

inline QByteArray taskBody()
{
    return mended(
        mended(taskBodyAsPrinted(), "сразу отправляется указанному исполнителю (get-employee-list)", ""),
        "с возможностью отправки на доработку, не обязательный, по умолчанию false", "");
}

/// update-task, likewise.
inline QByteArray taskUpdateBodyAsPrinted()
{
    return R"json({
    "number":"1111", //номер задачи, если поле не задано, определяется системой
    "template":{"id":828}, //идентификатор шаблона, обязательное поле, см get-template-field-list
    "employee":{"id":828}, // идентификатор исполнителя см get-employee-list
    "contractor":{"id":12211}, // идентификатор клиента/объекта см get-contractor-list
    "draft":true, // true – создается в черновике, false
– сразу отправляется указанному исполнителю (get-employee-list)
    "address":"Ленинский проспект 21", // Адрес, не обязательный, если не указаны lat,lon – будет геокодирование
    "addressPorch":"1", // Адрес, подъезд, не обязательный
    "addressFloor":"2", // Адрес, этаж, не обязательный
    "addressRoom":"3", // Адрес, квартира/офис, не обязательный
    "addressInfo":"Вход по паспорту", // Адрес дополнительная информация, не обязательный
    "lat":"37.222", // Широта, не обязательный
    "lon":"54.222", // Долгота, не обязательный
    "verificationRequired":false, // Проверка результата выполнения
с возможностью отправки на доработку, не обязательный, по умолчанию false
    "plannedVisitTime":"2021-01-01T15:00:00", // Планируемое время начала выполнения, не обязательный
    "plannedEndVisitTime":"2021-01-01T16:00:00", // Планируемое время окончания выполнения, не обязательный
    "props":[
        {"field":{"id":2302},"value":100} // значения свойств доп реквизитов выбранного шаблона
    ]
})json";
}

inline QByteArray taskUpdateBody()
{
    return mended(
        mended(
            taskUpdateBodyAsPrinted(), "– сразу отправляется указанному исполнителю (get-employee-list)", ""),
        "с возможностью отправки на доработку, не обязательный, по умолчанию false", "");
}

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

/// Comments, a comma missing after the position, curly quotes around the value.
inline QByteArray addFieldsBodyAsPrinted()
{
    return R"json([{ //первый добавляемый элемент
    "to":"props", //Добавлять в раздел checklist или props
    "field":{"id":2512}, // идентификатор поля шаблона
    "parent":{"id":2420}, // родительский элемент,
родителем может быть только поле типа раздел
    "position":1 // положение относительно существующих в задаче полей
    "value":”123434” // значение поля, не обязательное
},
{
    "to":"checklist",
    "field":{"id":1666}
}])json";
}

inline QByteArray addFieldsBodyWithoutComma()
{
    return mended(addFieldsBodyAsPrinted(), "родителем может быть только поле типа раздел", "");
}

inline QByteArray addFieldsBodyWithCurlyQuotes()
{
    return mended(addFieldsBodyWithoutComma(), "\"position\":1", "\"position\":1,");
}

inline QByteArray addFieldsBody()
{
    return addFieldsBodyWithCurlyQuotes().replace("”", "\"");
}

/// A comment, and a comma before the closing brace.
inline QByteArray removeFieldsBodyAsPrinted()
{
    return R"json([
{
    "field":{"id":2512}, // идентификатор ранее добавленного поля шаблона
}
])json";
}

inline QByteArray removeFieldsBody()
{
    return mended(removeFieldsBodyAsPrinted(), "},", "}");
}

/// Likewise.
inline QByteArray commentBodyAsPrinted()
{
    return R"json({
    "message":"Какой то текс", //Текст сообщения комментария
    "task":{"id":828}, //идентификатор задачи, к которой нужно прикрепить комментарий
})json";
}

inline QByteArray commentBody()
{
    return mended(commentBodyAsPrinted(), "},", "}");
}

/// A label before it, and a comment in it.
inline QByteArray closeBodyAsPrinted()
{
    return R"json(INPUT: {
"result_status": "74",// Внутренний идентификатор статуса завершения задачи
"results_description": "Задача отменена клиентом"
})json";
}

inline QByteArray closeBody()
{
    return mended(closeBodyAsPrinted(), "INPUT: ", "");
}

/// Keys without quotes, and a comment.
inline QByteArray taskUpdatesAsPrinted()
{
    return R"json([
            {

                  task_id: 8298402,// внутренний идентификатор задачи в Мобифорс
                  id: 1867878
             }
])json";
}

inline QByteArray taskUpdates()
{
    return mended(taskUpdatesAsPrinted(), "task_id:", "\"task_id\":").replace(" id:", " \"id\":");
}

/// Printed under delete-template; its keys are those of add-template-fields-to-task.
inline QByteArray addedField()
{
    return R"json({
    "to":"props",
    "field":{"id":2512},
    "parent":2420,
    "position":1
})json";
}

} // namespace naryad::test::samples
