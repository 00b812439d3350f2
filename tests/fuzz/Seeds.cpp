#include "Seeds.h"

#include "Samples.h"

namespace naryad::fuzz {

QVector<Seed> seeds()
{
    namespace samples = test::samples;
    return {
        {"task", samples::task()},
        {"task-list", samples::taskList()},
        {"contractor-as-printed", samples::contractorAsPrinted()},
        {"contractor", samples::contractor()},
        {"contractor-by-external-id", samples::contractorByExternalId()},
        {"contractor-list", samples::contractorList()},
        {"template-field", samples::templateField()},
        {"named-list", samples::namedList()},
        {"template", samples::taskTemplate()},
        {"employees-as-printed", samples::employeesAsPrinted()},
        {"employees", samples::employees()},
        {"updates-by-task", samples::updatesByTask()},
        {"updates-by-object", samples::updatesByObject()},
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
