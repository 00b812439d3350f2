#include "Futures.h"
#include "History.h"
#include "core/CommandKinds.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace naryad::test {

Truth History::truth()
{
    const Services &beside = m_stage.beside();
    const sync::JournalOverlay &said = m_program.core().said();
    return {
        [&beside](const QString &id) -> std::optional<Task> {
            const auto answer = settled(beside.tasks.task(id));
            return answer ? std::optional(answer->value) : std::nullopt;
        },
        [&beside](const QString &id) -> std::optional<Contractor> {
            const auto answer = settled(beside.contractors.contractor(id));
            return answer ? std::optional(answer->value) : std::nullopt;
        },
        [&said](const QString &id) { return said.idOf(refOf(id)); },
        [&said](const QString &id) {
            return std::any_of(said.open().begin(), said.open().end(), [&](CommandId open) {
                const JournalEntry &entry = said.entries().at(open);
                const ObjectRef subject = subjectOf(entry.command, entry.token);
                return subject.key() == id || said.idOf(subject) == said.idOf(refOf(id));
            });
        }};
}

/// Somebody in the service's own pages. Never in the moment between a read of the program's and the write
/// that follows it, nor before a late write: no client can see such a change.
void History::others(const Step &step)
{
    if (!waitForLine())
        return neverRests();
    const Services &beside = m_stage.beside();
    const World &world = m_stage.world();
    const QString value = QStringLiteral("other-%1-").arg(++m_othersSaid);
    const Truth known = truth();
    const auto idOf = [&](Thing::Kind kind) {
        const Thing *thing = m_speech.pick(kind, step.b >> 4);
        return thing ? known.idOf(thing->id) : QString();
    };
    const qsizetype after = m_line.count();
    switch (step.a % 7) {
    case 0:
    case 1: {
        const QString id = idOf(Thing::Kind::Contractor);
        const auto now = id.isEmpty() ? std::nullopt : known.contractor(id);
        if (!now)
            return;
        ContractorBody body = contractorBodyOf(*now);
        const bool name = step.c % 2 != 0;
        (name ? body.name : body.address.value.text) = value;
        if (settled(beside.contractors.updateContractor(id, body)))
            m_foreign.append(
                {Thing::Kind::Contractor, id, name ? QStringLiteral("name") : QStringLiteral("address"),
                 value, after});
        return;
    }
    case 2:
    case 3: {
        const QString id = idOf(Thing::Kind::Draft);
        const auto now = id.isEmpty() ? std::nullopt : known.task(id);
        if (!now || !now->draft.value)
            return;
        TaskBody body = formOf({}, *now);
        body.taskTemplate = now->taskTemplate;
        body.contractor = Known<NamedRef>::fromHere({world.contractor, {}});
        const bool number = step.c % 2 != 0 || body.details.isEmpty();
        if (number)
            body.number = value;
        else
            setTextIn(body, value);
        if (settled(beside.tasks.updateTask(id, body)))
            m_foreign.append(
                {Thing::Kind::Draft, id, number ? QStringLiteral("number") : QStringLiteral("text"), value,
                 after});
        return;
    }
    case 4:
        settled(beside.tasks.addComment(world.sentTask, value));
        return;
    case 5:
        settled(beside.equipment.deleteEquipment(world.equipment));
        return;
    default:
        TaskBody body;
        body.taskTemplate = {world.taskTemplate, {}};
        body.plannedStart = QDateTime({2027, 1, 1}, {9, 0}, Qt::UTC).addSecs(60LL * m_othersSaid);
        settled(beside.tasks.createTask(body));
        return;
    }
}

/// Somebody else has made one of the same name before.
void History::makeAlike(const Command &command)
{
    const Services &beside = m_stage.beside();
    const QVector<Reference> references = referencesOf(command);
    const bool local = std::any_of(
        references.begin(), references.end(), [](const Reference &one) { return refOf(one.id).isLocal(); });
    if (local)
        return;
    if (const auto *field = std::get_if<CreateTemplateField>(&command))
        settled(beside.templates.createField(field->body));
    else if (const auto *made = std::get_if<CreateTemplate>(&command))
        settled(beside.templates.createTemplate(made->body));
    else if (const auto *model = std::get_if<CreateEquipmentModel>(&command))
        settled(beside.equipment.createModel(model->body));
    else if (const auto *piece = std::get_if<CreateEquipment>(&command))
        settled(beside.equipment.createEquipment(piece->body));
    else if (const auto *person = std::get_if<CreatePerson>(&command))
        settled(beside.contractors.createPerson(person->body));
    else if (const auto *phone = std::get_if<CreatePhone>(&command))
        settled(beside.contractors.createPhone(phone->body));
    // A list that was read a moment ago is taken for what there is.
    pass(61s);
}

} // namespace naryad::test
