#pragma once

#include "Mended.h"

/// The document's section "Шаблон", with what it prints of templates under "Задача", and its employees,
/// likewise.
namespace naryad::test::samples {

/// create-template-field. Comments.
inline QByteArray createFieldBodyAsPrinted()
{
    return R"json({
    "name": "Реквизит перечисление", // Имя дополнительного поля
    "type": { // Тип дополнительного поля
        "id": "5" // Идентификатор типа дополнительного поля
    },
    "valueList": [ // список значения для выбора, применяется только для типа доп. поля 5
        { // Элемент списка значений, заданный порядок следования элементов сохраняется в системе
            "name": "да" // Наименование элемента
        },
        {
            "name": "нет"
        }
    ]
})json";
}

inline QByteArray createFieldBody()
{
    return withoutComments(createFieldBodyAsPrinted());
}

/// update-template-field. Comments.
inline QByteArray updateFieldBodyAsPrinted()
{
    return R"json({
    "name": "Реквизит перечисление",
    "type": {
        "id": "5",
        "name": "list"
    },
    "valueList": [// список значения для выбора, применяется только для типа доп. поля 5
        { // существующий элемент значений поля выбора из списка значений
            "id": "2747",// идентификатор значения
            "deleted": false, // признак, что элемент не подлежит удалению
            "name": "да" // наименованиеэлемента
        },
        { // существующий элемент значений поля выбора из списка значений
            "id": "2751",
            "deleted": true, // признак, что элемент требуется удалить
            "name": "нет"
        },
        {  // новый  элемент значений поля выбора из списка значений, не указан идентификатор
            "deleted": false,
            "name": "не знаю"
        }
    ]
})json";
}

inline QByteArray updateFieldBody()
{
    return withoutComments(updateFieldBodyAsPrinted());
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

/// get-template-field-list, and the same again under get-template-list.
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

/// create-template. Comments, and a comma before the closing brace of the visit.
inline QByteArray createTemplateBodyAsPrinted()
{
    return R"json({
    "color": "#ffffff",//Цвет маркера шаблона в шестнадцатеричной записи
    "name": "Реквизит перечисление",// наименование шаблона
    "visit": { //возможный день назначения задачи
        "id": 2, // Идентификатор дня назначения, см ниже
    },
    "visitDuration": 7200, // Планируемое время выполнения задачи в секундах
    "props": [	// Список дополнительных свойств задачи
        {
            "visibleToMobile": false,// видимость поля мобильному сотруднику
            "field": {
                "id": "1668", //идентификатор поля шаблона задачи
            }
        }
    ],
    "checklist": {// Список дополнительных свойств отчета задачи
        "required": true, // Обязательно для заполнения в мобильном приложении
        "field": {
            "id": "6636" //идентификатор поля шаблона задачи
        }
    }
})json";
}

inline QByteArray createTemplateBodyWithComma()
{
    return withoutComments(createTemplateBodyAsPrinted());
}

/// `checklist` as one object, as the document's bodies show it.
inline QByteArray createTemplateBodyWithObject()
{
    return mended(mended(createTemplateBodyAsPrinted(), "2,\n", "2\n"), "\"1668\",", "\"1668\"");
}

/// `checklist` as an array, as answers show it and as it is sent.
inline QByteArray createTemplateBody()
{
    return mended(
        mended(createTemplateBodyWithObject(), "\"checklist\": {", "\"checklist\": [{"), "}\n    }\n}",
        "}\n    }]\n}");
}

/// update-template, likewise.
inline QByteArray updateTemplateBodyAsPrinted()
{
    return R"json({
    "color": "#ffffff",//Цвет маркера шаблона в шестнадцатеричной записи
    "name": "Реквизит перечисление",// наименование шаблона
    "visit": { //возможный день назначения задачи
        "id": 2, // Идентификатор дня назначения, см ниже
    },
    "visitDuration": 7200, // Планируемое время выполнения задачи в секундах
    "props": [	// Список дополнительных свойств задачи
        {
            "visibleToMobile": false,// видимость поля мобильному сотруднику
            "field": {
                "id": "1668", //идентификатор поля шаблона задачи
            }
        }
    ],
    "checklist": {// Список дополнительных свойств отчета задачи
        "required": true, // Обязательно для заполнения в мобильном приложении
        "field": {
            "id": "6636" //идентификатор поля шаблона задачи
        }
    }
})json";
}

inline QByteArray updateTemplateBody()
{
    return mended(
        mended(
            mended(mended(updateTemplateBodyAsPrinted(), "2,\n", "2\n"), "\"1668\",", "\"1668\""),
            "\"checklist\": {", "\"checklist\": [{"),
        "}\n    }\n}", "}\n    }]\n}");
}

/// Printed under get-template-field, and the only body of a template there is.
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

/// A comma before the closing bracket.
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
    return mended(employeesAsPrinted(), "},\n\n]", "}\n]");
}

} // namespace naryad::test::samples
