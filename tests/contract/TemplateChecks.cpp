#include "Session.h"

#include <algorithm>

namespace naryad::contract {

namespace {

QString makeField(Session &s, const TemplateFieldBody &body)
{
    const Result<QString> id = s.ask(s.templates.createField(body));
    return s.report.took("create-template-field", id) ? *id : QString();
}

std::optional<TemplateField> readField(Session &s, const QString &id)
{
    const auto field = s.ask(s.templates.field(id));
    if (!s.report.took("get-template-field", field))
        return std::nullopt;
    return field->value;
}

const ListOption *optionNamed(const TemplateField &field, const QString &name)
{
    const auto found
        = std::find_if(field.values.begin(), field.values.end(), [&name](const ListOption &option) {
              return same(name, option.name) && !option.deleted;
          });
    return found == field.values.end() ? nullptr : &*found;
}

/// Renames a list field, takes one of its two values away and adds a third.
void changeListField(Session &s, const TemplateField &before)
{
    TemplateFieldBody body = templateFieldBodyOf(before);
    body.name = s.name(QStringLiteral("list, changed"));
    for (ListOption &option : body.values)
        option.deleted = option.deleted || same(option.name, QStringLiteral("no"));
    ListOption third;
    third.name = QStringLiteral("maybe");
    body.values.append(third);
    const auto changed = s.ask(s.templates.updateField(before.id, body));
    if (!s.report.took("update-template-field", changed))
        return;
    const auto after = readField(s, before.id);
    if (!after)
        return;
    const auto holds = [&](bool condition, const QString &otherwise) {
        s.report.holds("update-template-field", condition, otherwise);
    };
    holds(same(body.name, after->name), unlike(QStringLiteral("name"), body.name, after->name));
    holds(optionNamed(*after, QStringLiteral("yes")), QStringLiteral("the value that was kept is gone"));
    holds(
        !optionNamed(*after, QStringLiteral("no")),
        QStringLiteral("the value that was taken out is still there"));
    holds(
        optionNamed(*after, QStringLiteral("maybe")),
        QStringLiteral("the value that was added is not there"));
}

void deleteField(Session &s)
{
    const QString id = makeField(s, {s.name(QStringLiteral("to be deleted")), 1});
    if (id.isEmpty())
        return;
    if (!s.report.took("delete-template-field", s.ask(s.templates.deleteField(id))))
        return;
    if (Session::isGone(s.ask(s.templates.field(id))))
        return;
    const auto found = s.look<NamedRef>(id, [&s](int page) { return s.templates.fieldPage(page); });
    s.report.holds(
        "delete-template-field", found && !found->row, QStringLiteral("the field is still read and listed"));
}

TemplateRow rowOf(const QString &fieldId)
{
    TemplateRow row;
    row.fieldId = fieldId;
    row.visibleToMobile = true;
    row.required = false;
    return row;
}

TemplateBody templateBody(const Session &s, const QString &what)
{
    TemplateBody body;
    body.name = s.name(what);
    body.colour = QStringLiteral("#336699");
    body.visitDay = {QStringLiteral("2"), QString()};
    body.visitDurationSeconds = 7200;
    for (const QString &field : {s.made.textField, s.made.numberField}) {
        if (!field.isEmpty())
            body.details.append(rowOf(field));
    }
    if (!s.made.listField.isEmpty())
        body.report.append(rowOf(s.made.listField));
    return body;
}

bool hasField(const QVector<TemplateRow> &rows, const QString &fieldId)
{
    return std::any_of(
        rows.begin(), rows.end(), [&fieldId](const TemplateRow &row) { return row.fieldId == fieldId; });
}

void compareTemplate(Session &s, const char *command, const TemplateBody &written, const Template &read)
{
    const auto holds
        = [&](bool condition, const QString &otherwise) { s.report.holds(command, condition, otherwise); };
    holds(same(written.name, read.name), unlike(QStringLiteral("name"), written.name, read.name));
    holds(
        read.colour.compare(written.colour, Qt::CaseInsensitive) == 0,
        unlike(QStringLiteral("color"), written.colour, read.colour));
    holds(
        read.visitDurationSeconds == written.visitDurationSeconds,
        QStringLiteral("visitDuration reads otherwise than it was written"));
    for (const TemplateRow &row : written.details)
        holds(hasField(read.details, row.fieldId), QStringLiteral("props lacks field %1").arg(row.fieldId));
    for (const TemplateRow &row : written.report)
        holds(
            hasField(read.report, row.fieldId), QStringLiteral("checklist lacks field %1").arg(row.fieldId));
}

/// The document prints a template's body under the heading and the address of get-template-field: a server
/// written from it may have no get-template at all.
std::optional<Template> readTemplate(Session &s, const QString &id)
{
    const auto answer = s.ask(s.templates.taskTemplate(id));
    if (answer) {
        s.report.took("get-template", answer);
        return answer->value;
    }
    const Error &error = answer.error();
    const bool unknown
        = error.httpStatus == 404 || error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound;
    if (unknown)
        s.report.skip(
            "get-template",
            QStringLiteral("the document doesn't name it, and the server answers: ")
                + Report::wordsOf(error));
    else
        s.report.took("get-template", answer);
    return std::nullopt;
}

void changeTemplate(Session &s, const QString &id, const std::optional<Template> &before)
{
    TemplateBody body = before ? templateBodyOf(*before) : templateBody(s, QStringLiteral("template"));
    body.name = s.name(QStringLiteral("template, changed"));
    body.colour = QStringLiteral("#996633");
    body.visitDurationSeconds = 3600;
    if (!s.report.took("update-template", s.ask(s.templates.updateTemplate(id, body))))
        return;
    s.made.taskTemplate.name = body.name;
    if (!before)
        return;
    if (const auto after = readTemplate(s, id))
        compareTemplate(s, "update-template", body, *after);
}

void deleteTemplate(Session &s)
{
    const auto id
        = s.ask(s.templates.createTemplate(templateBody(s, QStringLiteral("template to be deleted"))));
    if (!s.report.took("create-template", id))
        return;
    if (!s.report.took("delete-template", s.ask(s.templates.deleteTemplate(*id))))
        return;
    if (Session::isGone(s.ask(s.templates.taskTemplate(*id))))
        return;
    const auto found = s.look<NamedRef>(*id, [&s](int page) { return s.templates.templatePage(page); });
    s.report.holds(
        "delete-template", found && !found->row, QStringLiteral("the template is still read and listed"));
}

} // namespace

void checkFields(Session &s)
{
    s.made.textField = makeField(s, {s.name(QStringLiteral("text")), 1});
    s.made.numberField = makeField(s, {s.name(QStringLiteral("number")), 2});
    TemplateFieldBody list{s.name(QStringLiteral("list")), 5};
    for (const QString &value : {QStringLiteral("yes"), QStringLiteral("no")}) {
        ListOption option;
        option.name = value;
        list.values.append(option);
    }
    s.made.listField = makeField(s, list);
    if (!s.made.listField.isEmpty()) {
        if (const auto read = readField(s, s.made.listField)) {
            const auto holds = [&s](bool condition, const QString &otherwise) {
                s.report.holds("get-template-field", condition, otherwise);
            };
            holds(same(list.name, read->name), unlike(QStringLiteral("name"), list.name, read->name));
            holds(read->typeId == 5, QStringLiteral("type %1 instead of 5").arg(read->typeId));
            holds(
                optionNamed(*read, QStringLiteral("yes")) && optionNamed(*read, QStringLiteral("no")),
                QStringLiteral("valueList lacks a value"));
            changeListField(s, *read);
        }
        s.mustList<NamedRef>("get-template-field-list", s.made.listField, [&s](int page) {
            return s.templates.fieldPage(page);
        });
    }
    deleteField(s);
}

void checkTemplates(Session &s)
{
    const TemplateBody body = templateBody(s, QStringLiteral("template"));
    const auto id = s.ask(s.templates.createTemplate(body));
    if (s.report.took("create-template", id)) {
        s.made.taskTemplate = {*id, body.name};
        const auto read = readTemplate(s, *id);
        if (read)
            compareTemplate(s, "get-template", body, *read);
        changeTemplate(s, *id, read);
        s.mustList<NamedRef>(
            "get-template-list", *id, [&s](int page) { return s.templates.templatePage(page); });
    }
    deleteTemplate(s);
}

} // namespace naryad::contract
