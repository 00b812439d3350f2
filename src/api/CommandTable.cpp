#include "api/CommandTable.h"

#include <algorithm>

namespace naryad::api {

namespace {

CommandInfo row(const char *name, bool write, const char *root)
{
    return {QString::fromLatin1(name), write, QString::fromLatin1(root) + QString::fromLatin1(name)};
}

CommandInfo get(const char *name, const char *root = "/api/v5/")
{
    return row(name, false, root);
}

CommandInfo post(const char *name, const char *root = "/api/v5/")
{
    return row(name, true, root);
}

} // namespace

const QVector<CommandInfo> &commandTable()
{
    static const QVector<CommandInfo> table{
        post("create-task"),
        post("update-task"),
        get("get-task"),
        get("get-task-list"),
        post("add-template-fields-to-task"),
        post("remove-template-fields-from-task"),
        post("create-comment"),
        post("close-task", "/api/v4/"),
        get("get-taskupdates", "/api/"),
        post("create-contractor"),
        post("update-contractor"),
        get("get-contractor"),
        get("get-contractor-by-external-id"),
        get("get-contractor-list"),
        post("create-contractor-person"),
        post("update-contractor-person"),
        get("get-contractor-person"),
        post("delete-contractor-person"),
        post("create-contractor-phone"),
        post("update-contractor-phone"),
        get("get-contractor-phone"),
        post("delete-contractor-phone"),
        // The document prints no path for it; its twin update-subdivision is served under v4.
        post("add-subdivision", "/api/v4/"),
        post("update-subdivision", "/api/v4/"),
        post("create-template-field"),
        post("update-template-field"),
        get("get-template-field"),
        get("get-template-field-list"),
        post("delete-template-field"),
        post("create-template"),
        post("update-template"),
        // Inferred: the document prints a template's body under the name of get-template-field.
        get("get-template"),
        get("get-template-list"),
        post("delete-template"),
        get("get-employee-list"),
        post("create-equipment-model"),
        post("update-equipment-model"),
        get("get-equipment-model-list"),
        post("delete-equipment-model"),
        post("create-equipment"),
        post("update-equipment"),
        get("get-equipment"),
        get("get-equipment-list"),
        post("delete-equipment"),
        get("get-updates"),
    };
    return table;
}

const CommandInfo *commandInfo(const QString &name)
{
    const QVector<CommandInfo> &table = commandTable();
    const auto found = std::find_if(
        table.begin(), table.end(), [&name](const CommandInfo &info) { return info.name == name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace naryad::api
