#include "Seeds.h"

#include "Samples.h"

namespace naryad::fuzz {

namespace {

/// Every example of the document: answers and bodies, as printed and mended.
QVector<Seed> examples()
{
    namespace samples = test::samples;
    return {
        {"contractor-body-as-printed", samples::contractorBodyAsPrinted()},
        {"contractor-body", samples::contractorBody()},
        {"contractor-update-body-as-printed", samples::contractorUpdateBodyAsPrinted()},
        {"contractor-update-body", samples::contractorUpdateBody()},
        {"contractor-as-printed", samples::contractorAsPrinted()},
        {"contractor", samples::contractor()},
        {"contractor-by-external-id-as-printed", samples::contractorByExternalIdAsPrinted()},
        {"contractor-by-external-id", samples::contractorByExternalId()},
        {"contractor-list", samples::contractorList()},
        {"person-body-as-printed", samples::personBodyAsPrinted()},
        {"person-body-without-brace", samples::personBodyWithoutBrace()},
        {"person-body", samples::personBody()},
        {"person-update-body-as-printed", samples::personUpdateBodyAsPrinted()},
        {"person-update-body", samples::personUpdateBody()},
        {"person-as-printed", samples::personAsPrinted()},
        {"person", samples::person()},
        {"phone-body-as-printed", samples::phoneBodyAsPrinted()},
        {"phone-body", samples::phoneBody()},
        {"phone-update-body-as-printed", samples::phoneUpdateBodyAsPrinted()},
        {"phone-update-body", samples::phoneUpdateBody()},
        {"phone", samples::phone()},
        {"add-subdivision-body-as-printed", samples::addSubdivisionBodyAsPrinted()},
        {"add-subdivision-body", samples::addSubdivisionBody()},
        {"update-subdivision-body", samples::updateSubdivisionBody()},
        {"model-body-as-printed", samples::modelBodyAsPrinted()},
        {"model-body", samples::modelBody()},
        {"model-update-body-as-printed", samples::modelUpdateBodyAsPrinted()},
        {"model-update-body", samples::modelUpdateBody()},
        {"model-list-as-printed", samples::modelListAsPrinted()},
        {"model-list", samples::modelList()},
        {"equipment-body-as-printed", samples::equipmentBodyAsPrinted()},
        {"equipment-body-without-comma", samples::equipmentBodyWithoutComma()},
        {"equipment-body", samples::equipmentBody()},
        {"equipment-update-body-as-printed", samples::equipmentUpdateBodyAsPrinted()},
        {"equipment-update-body", samples::equipmentUpdateBody()},
        {"equipment", samples::equipment()},
        {"equipment-list-as-printed", samples::equipmentListAsPrinted()},
        {"equipment-list", samples::equipmentList()},
        {"error-as-printed", samples::errorAsPrinted()},
        {"error", samples::error()},
        {"task-body-as-printed", samples::taskBodyAsPrinted()},
        {"task-body", samples::taskBody()},
        {"task-update-body-as-printed", samples::taskUpdateBodyAsPrinted()},
        {"task-update-body", samples::taskUpdateBody()},
        {"task", samples::task()},
        {"task-list", samples::taskList()},
        {"add-fields-body-as-printed", samples::addFieldsBodyAsPrinted()},
        {"add-fields-body-without-comma", samples::addFieldsBodyWithoutComma()},
        {"add-fields-body-with-curly-quotes", samples::addFieldsBodyWithCurlyQuotes()},
        {"add-fields-body", samples::addFieldsBody()},
        {"remove-fields-body-as-printed", samples::removeFieldsBodyAsPrinted()},
        {"remove-fields-body", samples::removeFieldsBody()},
        {"comment-body-as-printed", samples::commentBodyAsPrinted()},
        {"comment-body", samples::commentBody()},
        {"close-body-as-printed", samples::closeBodyAsPrinted()},
        {"close-body", samples::closeBody()},
        {"task-updates-as-printed", samples::taskUpdatesAsPrinted()},
        {"task-updates", samples::taskUpdates()},
        {"added-field", samples::addedField()},
        {"create-field-body-as-printed", samples::createFieldBodyAsPrinted()},
        {"create-field-body", samples::createFieldBody()},
        {"update-field-body-as-printed", samples::updateFieldBodyAsPrinted()},
        {"update-field-body", samples::updateFieldBody()},
        {"template-field", samples::templateField()},
        {"named-list", samples::namedList()},
        {"create-template-body-as-printed", samples::createTemplateBodyAsPrinted()},
        {"create-template-body-with-comma", samples::createTemplateBodyWithComma()},
        {"create-template-body-with-object", samples::createTemplateBodyWithObject()},
        {"create-template-body", samples::createTemplateBody()},
        {"update-template-body-as-printed", samples::updateTemplateBodyAsPrinted()},
        {"update-template-body", samples::updateTemplateBody()},
        {"task-template", samples::taskTemplate()},
        {"employees-as-printed", samples::employeesAsPrinted()},
        {"employees", samples::employees()},
        {"updates-by-task-as-printed", samples::updatesByTaskAsPrinted()},
        {"updates-by-task", samples::updatesByTask()},
        {"first-updates-as-printed", samples::firstUpdatesAsPrinted()},
        {"first-updates", samples::firstUpdates()},
        {"updates-by-object", samples::updatesByObject()},
        {"last-updates", samples::lastUpdates()},
    };
}

} // namespace

QVector<Seed> seeds()
{
    return examples()
        + QVector<Seed>{
            {"id-as-printed", QByteArrayLiteral("{id:111}")},
            {"id-object", QByteArrayLiteral("{\"id\":111}")},
            {"id-text", QByteArrayLiteral("\"111\"")},
            {"id-number", QByteArrayLiteral("111")},
            {"results", QByteArrayLiteral("{\"results\":[{\"id\":\"1\",\"name\":\"x\"}]}")},
            {"numbered-rows", QByteArrayLiteral("{\"0\":{\"id\":1},\"2\":{\"id\":2}}")},
            {"refusal", QByteArrayLiteral("{\"code\":1,\"description\":\"Задача не найдена\"}")},
            {"web-page", QByteArrayLiteral("<!DOCTYPE html><html><body>Sorry</body></html>")},
        };
}

} // namespace naryad::fuzz
