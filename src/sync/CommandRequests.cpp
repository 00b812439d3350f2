#include "CommandRequests.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace naryad::sync {

namespace {

/// The same for the same command and place, and nobody else's.
QString derivedToken(const QString &token, int place)
{
    return QUuid::createUuidV5(QUuid(token), QStringLiteral("contact %1").arg(place))
        .toString(QUuid::WithoutBraces);
}

struct Requests
{
    const Services &services;
    const QString &id;
    const QString &token;

    api::WriteRequest operator()(const CreateTask &c) const { return services.tasks.prepareCreate(c.body); }
    api::WriteRequest operator()(const UpdateTask &c) const
    {
        return services.tasks.prepareUpdate(id, c.body);
    }
    api::WriteRequest operator()(const AddComment &c) const
    {
        return services.tasks.prepareComment(id, c.text);
    }
    api::WriteRequest operator()(const CloseTask &c) const
    {
        return services.tasks.prepareClose(id, c.result.id, c.note);
    }
    api::WriteRequest operator()(const AddTaskFields &c) const
    {
        return services.tasks.prepareAddFields(id, c.fields);
    }
    api::WriteRequest operator()(const RemoveTaskFields &c) const
    {
        QStringList ids;
        for (const NamedRef &field : c.fields)
            ids.append(field.id);
        return services.tasks.prepareRemoveFields(id, ids);
    }

    api::WriteRequest operator()(const CreateContractor &c) const
    {
        ContractorBody body = c.body;
        body.externalId = Known<QString>::fromHere(externalIdOf(c, token));
        return services.contractors.prepareCreateContractor(body);
    }
    api::WriteRequest operator()(const UpdateContractor &c) const
    {
        return services.contractors.prepareUpdateContractor(id, c.body);
    }
    api::WriteRequest operator()(const AddSubdivision &c) const
    {
        SubdivisionBody body = c.body;
        body.externalId = externalIdOf(c, token);
        int place = 0;
        for (SubdivisionContact &contact : body.contacts) {
            ++place;
            if (contact.externalId.isEmpty())
                contact.externalId = derivedToken(token, place);
        }
        return services.contractors.prepareAddSubdivision(body);
    }
    api::WriteRequest operator()(const UpdateSubdivision &c) const
    {
        return services.contractors.prepareUpdateSubdivision(id, c.body);
    }
    api::WriteRequest operator()(const CreatePerson &c) const
    {
        return services.contractors.prepareCreatePerson(c.body);
    }
    api::WriteRequest operator()(const UpdatePerson &c) const
    {
        return services.contractors.prepareUpdatePerson(id, c.body);
    }
    api::WriteRequest operator()(const DeletePerson &) const
    {
        return services.contractors.prepareDeletePerson(id);
    }
    api::WriteRequest operator()(const CreatePhone &c) const
    {
        return services.contractors.prepareCreatePhone(c.body);
    }
    api::WriteRequest operator()(const UpdatePhone &c) const
    {
        return services.contractors.prepareUpdatePhone(id, c.body);
    }
    api::WriteRequest operator()(const DeletePhone &) const
    {
        return services.contractors.prepareDeletePhone(id);
    }

    api::WriteRequest operator()(const CreateTemplateField &c) const
    {
        return services.templates.prepareCreateField(c.body);
    }
    api::WriteRequest operator()(const UpdateTemplateField &c) const
    {
        return services.templates.prepareUpdateField(id, c.body);
    }
    api::WriteRequest operator()(const DeleteTemplateField &) const
    {
        return services.templates.prepareDeleteField(id);
    }
    api::WriteRequest operator()(const CreateTemplate &c) const
    {
        return services.templates.prepareCreateTemplate(c.body);
    }
    api::WriteRequest operator()(const UpdateTemplate &c) const
    {
        return services.templates.prepareUpdateTemplate(id, c.body);
    }
    api::WriteRequest operator()(const DeleteTemplate &) const
    {
        return services.templates.prepareDeleteTemplate(id);
    }

    api::WriteRequest operator()(const CreateEquipmentModel &c) const
    {
        return services.equipment.prepareCreateModel(c.body);
    }
    api::WriteRequest operator()(const UpdateEquipmentModel &c) const
    {
        return services.equipment.prepareUpdateModel(id, c.body);
    }
    api::WriteRequest operator()(const DeleteEquipmentModel &) const
    {
        return services.equipment.prepareDeleteModel(id);
    }
    api::WriteRequest operator()(const CreateEquipment &c) const
    {
        return services.equipment.prepareCreateEquipment(c.body);
    }
    api::WriteRequest operator()(const UpdateEquipment &c) const
    {
        return services.equipment.prepareUpdateEquipment(id, c.body);
    }
    api::WriteRequest operator()(const DeleteEquipment &) const
    {
        return services.equipment.prepareDeleteEquipment(id);
    }
};

} // namespace

api::WriteRequest
requestOf(const Services &services, const Command &command, const QString &id, const QString &token)
{
    return std::visit(Requests{services, id, token}, command);
}

bool hasOwnExternalId(const Command &command)
{
    if (const auto *create = std::get_if<CreateContractor>(&command))
        return !create->body.externalId.value.isEmpty();
    const auto *add = std::get_if<AddSubdivision>(&command);
    return add && !add->body.externalId.isEmpty();
}

bool bearsToken(const Command &command)
{
    return std::holds_alternative<CreateContractor>(command) && !hasOwnExternalId(command);
}

QString externalIdOf(const Command &command, const QString &token)
{
    if (const auto *create = std::get_if<CreateContractor>(&command))
        return create->body.externalId.value.isEmpty() ? token : create->body.externalId.value;
    if (const auto *add = std::get_if<AddSubdivision>(&command))
        return add->body.externalId.isEmpty() ? token : add->body.externalId;
    return {};
}

QFuture<Result<QString>> send(const Services &services, const api::WriteRequest &request)
{
    return services.tasks.send(request);
}

QByteArray freeze(const api::WriteRequest &request)
{
    const QJsonObject frozen{
        {QStringLiteral("command"), request.command},
        {QStringLiteral("query"), request.query.toString(QUrl::FullyEncoded)},
        {QStringLiteral("body"), QString::fromUtf8(request.body)}};
    return QJsonDocument(frozen).toJson(QJsonDocument::Compact);
}

std::optional<api::WriteRequest> thaw(const QByteArray &frozen)
{
    const QJsonObject object = QJsonDocument::fromJson(frozen).object();
    if (object.isEmpty())
        return std::nullopt;
    api::WriteRequest request;
    request.command = object.value(QLatin1String("command")).toString();
    request.query = QUrlQuery(object.value(QLatin1String("query")).toString());
    request.body = object.value(QLatin1String("body")).toString().toUtf8();
    return request;
}

} // namespace naryad::sync
