#include "api/CommandTable.h"

#include <algorithm>

namespace naryad::api {

namespace {

constexpr auto V5 = "/api/v5/";
constexpr auto V4 = "/api/v4/";
constexpr auto NoVersion = "/api/";

/// The document prints no path for it; its twin update-subdivision is served under v4.
constexpr auto AddSubdivisionPath = "/api/v4/add-subdivision";
/// Inferred: the document prints a template's body under the name of get-template-field.
constexpr auto GetTemplatePath = "/api/v5/get-template";

CommandInfo row(const char *name, bool write, const char *root)
{
    return {
        QString::fromLatin1(name),
        write,
        QString::fromLatin1(root) + QString::fromLatin1(name),
        false,
        Sends::Nothing,
        false};
}

CommandInfo get(const char *name, const char *root = V5)
{
    return row(name, false, root);
}

CommandInfo getById(const char *name, const char *root = V5)
{
    CommandInfo info = get(name, root);
    info.takesId = true;
    return info;
}

CommandInfo create(const char *name, const char *root = V5)
{
    CommandInfo info = row(name, true, root);
    info.sends = Sends::Object;
    return info;
}

CommandInfo update(const char *name, const char *root = V5)
{
    CommandInfo info = create(name, root);
    info.takesId = true;
    return info;
}

CommandInfo remove(const char *name)
{
    CommandInfo info = row(name, true, V5);
    info.takesId = true;
    return info;
}

CommandInfo at(CommandInfo info, const char *path)
{
    info.path = QString::fromLatin1(path);
    return info;
}

CommandInfo sendingArray(CommandInfo info)
{
    info.sends = Sends::Array;
    return info;
}

CommandInfo withoutAnswer(CommandInfo info)
{
    info.mayAnswerNoId = true;
    return info;
}

} // namespace

const QVector<CommandInfo> &commandTable()
{
    static const QVector<CommandInfo> table{
        create("create-task"),
        update("update-task"),
        getById("get-task"),
        get("get-task-list"),
        withoutAnswer(sendingArray(update("add-template-fields-to-task"))),
        withoutAnswer(sendingArray(update("remove-template-fields-from-task"))),
        create("create-comment"),
        update("close-task", V4),
        getById("get-taskupdates", NoVersion),
        create("create-contractor"),
        update("update-contractor"),
        getById("get-contractor"),
        get("get-contractor-by-external-id"),
        get("get-contractor-list"),
        create("create-contractor-person"),
        update("update-contractor-person"),
        getById("get-contractor-person"),
        remove("delete-contractor-person"),
        create("create-contractor-phone"),
        update("update-contractor-phone"),
        getById("get-contractor-phone"),
        remove("delete-contractor-phone"),
        at(create("add-subdivision"), AddSubdivisionPath),
        withoutAnswer(update("update-subdivision", V4)),
        create("create-template-field"),
        update("update-template-field"),
        getById("get-template-field"),
        get("get-template-field-list"),
        remove("delete-template-field"),
        create("create-template"),
        update("update-template"),
        at(getById("get-template"), GetTemplatePath),
        get("get-template-list"),
        remove("delete-template"),
        get("get-employee-list"),
        create("create-equipment-model"),
        update("update-equipment-model"),
        get("get-equipment-model-list"),
        remove("delete-equipment-model"),
        create("create-equipment"),
        update("update-equipment"),
        getById("get-equipment"),
        get("get-equipment-list"),
        remove("delete-equipment"),
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
