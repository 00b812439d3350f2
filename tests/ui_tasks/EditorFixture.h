#pragma once

#include "DeskFixture.h"
#include "core/TaskCard.h"
#include "core/Template.h"

#include <QTest>
#include <QWidget>

namespace naryad::test {

inline QString u(const char16_t *text)
{
    return QString::fromUtf16(text);
}

/// Laid out so that its text can be read.
inline bool hasRoom(const QWidget *shown)
{
    return shown->isVisible() && shown->height() >= shown->fontMetrics().height()
        && shown->height() >= shown->heightForWidth(shown->width());
}

/// A desk with what the task editor is opened with.
class EditorFixture : public DeskFixture
{
public:
    /// A draft the service has told no contractor, worker, address, check and end of.
    static TaskCard draft()
    {
        TaskCard card;
        card.row.id = QStringLiteral("9");
        card.row.row = 1;
        card.row.state = TaskState::Draft;
        card.row.detailsLoaded = true;
        card.task.id = QStringLiteral("9");
        card.task.number = QStringLiteral("1042");
        card.task.draft = Known<bool>::fromService(true);
        card.task.taskTemplate = {QStringLiteral("7"), u(u"Монтаж")};
        card.task.plannedStart = Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC));
        FieldRow odd;
        odd.fieldId = QStringLiteral("61");
        odd.name = u(u"Замер");
        odd.typeId = 42;
        odd.value = FieldValue::other("{\"a\":[1,9007199254740993]}");
        FieldRow amount;
        amount.fieldId = QStringLiteral("62");
        amount.name = u(u"Сумма");
        amount.typeId = 2;
        amount.value = FieldValue::number(QStringLiteral("100"));
        card.task.details = {odd, amount};
        return card;
    }

    /// Template 7 "Монтаж", an hour and a half, with a field of each kind; template 8 "Осмотр", half an hour.
    bool keepTemplates()
    {
        Template made;
        made.id = QStringLiteral("7");
        made.name = u(u"Монтаж");
        made.visitDurationSeconds = 5400;
        made.details
            = {row("61", u(u"Замер"), 42), row("62", u(u"Сумма"), 2), row("63", u(u"Гарантия"), 3),
               row("64", u(u"Оплата"), 5), row("65", u(u"Описание"), 1)};
        Template short_;
        short_.id = QStringLiteral("8");
        short_.name = u(u"Осмотр");
        short_.visitDurationSeconds = 1800;
        TemplateField list;
        list.id = QStringLiteral("64");
        list.typeId = 5;
        list.values
            = {{QStringLiteral("1"), u(u"нал"), false},
               {QStringLiteral("2"), u(u"карта"), false},
               {QStringLiteral("3"), u(u"чек"), true}};
        return mirror->applyTemplateList({{made.id, made.name}, {short_.id, short_.name}}, true).has_value()
            && mirror->applyTemplates({{made, {}}, {short_, {}}}).has_value()
            && mirror->applyTemplateFields({{list, {}}}).has_value();
    }

    /// Contractors 12 and 13, each with an address.
    bool keepContractors()
    {
        Contractor first;
        first.id = QStringLiteral("12");
        first.name = u(u"Ромашка");
        first.detailsLoaded = true;
        first.address
            = Known<Address>::fromService({u(u"Ленина 5"), {}, {}, QStringLiteral("8"), {}, {}, {}});
        Contractor second = first;
        second.id = QStringLiteral("13");
        second.name = u(u"Василёк");
        second.address = Known<Address>::fromService({u(u"Мира 1"), {}, {}, {}, {}, {}, {}});
        return mirror->applyContractorList({{first.id, first.name, {}}, {second.id, second.name, {}}}, true)
                   .has_value()
            && mirror->applyContractors({{first, {}}, {second, {}}}).has_value();
    }

private:
    static TemplateRow row(const char *field, const QString &name, int type)
    {
        TemplateRow made;
        made.fieldId = QString::fromLatin1(field);
        made.name = name;
        made.typeId = type;
        return made;
    }
};

} // namespace naryad::test
