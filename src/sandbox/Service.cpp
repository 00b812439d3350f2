#include "Service.h"

#include "Handlers.h"
#include "State.h"
#include "core/Clock.h"

namespace naryad::sandbox {

namespace {

/// What a command's query holds.
enum class Query {
    None,
    Id,
    Page,
    ExternalId,
    LastEvent,
    Updates,
};

struct Command
{
    const char *name;
    const char *root;
    Method method;
    Query query;
    Reply (*answer)(Company &, const Ask &);
};

constexpr auto V5 = "/api/v5/";
constexpr auto V4 = "/api/v4/";
constexpr auto Get = Method::Get;
constexpr auto Post = Method::Post;

const QVector<Command> &commands()
{
    static const QVector<Command> table{
        {"create-task", V5, Post, Query::None, createTask},
        {"update-task", V5, Post, Query::Id, updateTask},
        {"get-task", V5, Get, Query::Id, getTask},
        {"get-task-list", V5, Get, Query::Page, getTaskList},
        {"add-template-fields-to-task", V5, Post, Query::Id, addTemplateFieldsToTask},
        {"remove-template-fields-from-task", V5, Post, Query::Id, removeTemplateFieldsFromTask},
        {"create-comment", V5, Post, Query::None, createComment},
        {"close-task", V4, Post, Query::Id, closeTask},
        {"get-taskupdates", "/api/", Get, Query::LastEvent, getTaskUpdates},
        {"create-contractor", V5, Post, Query::None, createContractor},
        // The document's address shows no id, its text describes it.
        {"update-contractor", V5, Post, Query::Id, updateContractor},
        {"get-contractor", V5, Get, Query::Id, getContractor},
        {"get-contractor-by-external-id", V5, Get, Query::ExternalId, getContractorByExternalId},
        {"get-contractor-list", V5, Get, Query::Page, getContractorList},
        {"create-contractor-person", V5, Post, Query::None, createContractorPerson},
        {"update-contractor-person", V5, Post, Query::Id, updateContractorPerson},
        {"get-contractor-person", V5, Get, Query::Id, getContractorPerson},
        {"delete-contractor-person", V5, Post, Query::Id, deleteContractorPerson},
        {"create-contractor-phone", V5, Post, Query::None, createContractorPhone},
        {"update-contractor-phone", V5, Post, Query::Id, updateContractorPhone},
        {"get-contractor-phone", V5, Get, Query::Id, getContractorPhone},
        {"delete-contractor-phone", V5, Post, Query::Id, deleteContractorPhone},
        // The document gives no address: taken to be where its twin is.
        {"add-subdivision", V4, Post, Query::None, addSubdivision},
        {"update-subdivision", V4, Post, Query::Id, updateSubdivision},
        {"create-template-field", V5, Post, Query::None, createTemplateField},
        {"update-template-field", V5, Post, Query::Id, updateTemplateField},
        {"get-template-field", V5, Get, Query::Id, getTemplateField},
        {"get-template-field-list", V5, Get, Query::Page, getTemplateFieldList},
        {"delete-template-field", V5, Post, Query::Id, deleteTemplateField},
        {"create-template", V5, Post, Query::None, createTemplate},
        {"update-template", V5, Post, Query::Id, updateTemplate},
        // The document heads a template's answer "get-template-field": taken for a slip.
        {"get-template", V5, Get, Query::Id, getTemplate},
        {"get-template-list", V5, Get, Query::Page, getTemplateList},
        {"delete-template", V5, Post, Query::Id, deleteTemplate},
        {"get-employee-list", V5, Get, Query::Page, getEmployeeList},
        // "GET – запрос, page" under its heading is a slip too: it is described by its POST parameters.
        {"create-equipment-model", V5, Post, Query::None, createEquipmentModel},
        {"update-equipment-model", V5, Post, Query::Id, updateEquipmentModel},
        {"get-equipment-model-list", V5, Get, Query::Page, getEquipmentModelList},
        {"delete-equipment-model", V5, Post, Query::Id, deleteEquipmentModel},
        {"create-equipment", V5, Post, Query::None, createEquipment},
        {"update-equipment", V5, Post, Query::Id, updateEquipment},
        {"get-equipment", V5, Get, Query::Id, getEquipment},
        {"get-equipment-list", V5, Get, Query::Page, getEquipmentList},
        {"delete-equipment", V5, Post, Query::Id, deleteEquipment},
        {"get-updates", V5, Get, Query::Updates, getUpdates},
    };
    return table;
}

QStringList queryKeys(Query query)
{
    switch (query) {
    case Query::Id:
    case Query::LastEvent:
        return {key("id")};
    case Query::Page:
        return {key("page")};
    case Query::ExternalId:
        return {key("external-id")};
    case Query::Updates:
        return {key("type"), key("usn")};
    case Query::None:
        break;
    }
    return {};
}

/// Fills in what is a number, and refuses what the command doesn't take, lacks or can't read.
std::optional<Reply> readQuery(Query query, Ask &ask)
{
    const QStringList allowed = queryKeys(query);
    const bool isOptional = query == Query::Page || query == Query::LastEvent;
    const auto items = ask.query.queryItems();
    for (const auto &item : items) {
        if (!allowed.contains(item.first) || ask.query.allQueryItemValues(item.first).size() > 1)
            return refuse(Code::UnknownKey, u(u"Неизвестный параметр запроса: ") + item.first);
    }
    for (const QString &name : allowed) {
        if (!ask.query.hasQueryItem(name)) {
            if (isOptional)
                continue;
            return refuse(Code::MissingKey, u(u"Не указан параметр запроса: ") + name);
        }
        const QString given = ask.query.queryItemValue(name, QUrl::FullyDecoded);
        if (name == QLatin1String("type") || name == QLatin1String("external-id"))
            continue;
        bool isNumber = false;
        const qint64 number = given.toLongLong(&isNumber);
        if (!isNumber || number < 0 || !given.at(0).isDigit())
            return refuse(Code::WrongValue, u(u"Неверный параметр запроса: ") + name);
        if (name == QLatin1String("page"))
            ask.page = std::min(number, std::numeric_limits<qint64>::max() / (2 * PageRows));
        else
            ask.id = number;
    }
    return std::nullopt;
}

QDateTime today(const Options &options)
{
    return options.clock ? options.clock->now() : SystemClock().now();
}

} // namespace

Service::Service(const Options &options)
    : m_options(options)
    , m_today(today(options))
    , m_company(std::make_unique<Company>(m_options, m_today))
{}

Reply Service::answer(const Ask &ask)
{
    if (const auto own = ownCommand(ask))
        return *own;
    Ask withId = ask;
    withId.id = ask.asked("id").toLongLong();
    if (const auto inspected = inspect(*m_company, withId))
        return *inspected;
    return command(ask);
}

Reply Service::command(const Ask &ask)
{
    const QString name = ask.path.section(QLatin1Char('/'), -1);
    for (const Command &candidate : commands()) {
        if (name != QLatin1String(candidate.name))
            continue;
        ++m_counts[name];
        if (ask.path != QLatin1String(candidate.root) + name)
            return refuse(Code::UnknownCommand, u(u"Команда недоступна в этой версии API: ") + ask.path);
        if (ask.method != candidate.method)
            return refuse(Code::WrongMethod, u(u"Неверный метод запроса"));
        Ask read = ask;
        if (const auto refused = readQuery(candidate.query, read))
            return *refused;
        return candidate.answer(*m_company, read);
    }
    return refuse(Code::UnknownCommand, u(u"Неизвестная команда"));
}

std::optional<Reply> Service::ownCommand(const Ask &ask)
{
    const auto told = [](const Result<void> &result) {
        return result ? ok(true) : refuse(Code::NotAllowed, describe(result.error()));
    };
    if (ask.path == QLatin1String("/sandbox/requests")) {
        QJsonObject counts;
        for (auto item = m_counts.cbegin(); item != m_counts.cend(); ++item)
            counts.insert(item.key(), item.value());
        return ok(counts);
    }
    if (ask.path == QLatin1String("/sandbox/remove-task")) {
        m_company->removeTask(ask.asked("id").toLongLong(), ask.asked("told") != QLatin1String("0"));
        return ok(true);
    }
    if (ask.path == QLatin1String("/sandbox/save"))
        return told(save(ask.asked("file")));
    if (ask.path == QLatin1String("/sandbox/load"))
        return told(load(ask.asked("file")));
    if (ask.path == QLatin1String("/sandbox/reset")) {
        reset();
        return ok(true);
    }
    return std::nullopt;
}

Result<void> Service::save(const QString &file) const
{
    return saveState(*m_company, file);
}

Result<void> Service::load(const QString &file)
{
    auto loaded = loadState(m_options, file);
    if (!loaded)
        return tl::unexpected(loaded.error());
    m_company = std::move(*loaded);
    return {};
}

void Service::reset()
{
    m_company = std::make_unique<Company>(m_options, m_today);
    m_counts.clear();
}

} // namespace naryad::sandbox
