#include "Company.h"

#include "core/Clock.h"

#include <algorithm>

namespace naryad::sandbox {

namespace {

/// A source over a small list.
template <class T> typename Shelf<T>::Source sourceOf(const QVector<T> &list)
{
    const auto place = [&list](qint64 id) -> qint64 {
        const T *found = byId(list, id);
        return found ? found - list.constData() : -1;
    };
    return {
        list.size(), [&list](qint64 at) { return list.at(static_cast<qsizetype>(at)).id; }, place,
        [&list](qint64 at) { return list.at(static_cast<qsizetype>(at)); }};
}

bool hasField(const QVector<Row> &rows, qint64 fieldId)
{
    return std::any_of(
        rows.begin(), rows.end(), [fieldId](const Row &row) { return row.fieldId == fieldId; });
}

Measures measuresOf(const Options &options, const QDateTime &today)
{
    // Whole seconds: a saved state keeps no more, and must make the same company.
    return {
        options.tasks, options.contractors, options.equipment, options.seed,
        QDateTime::fromSecsSinceEpoch(today.toSecsSinceEpoch(), Qt::UTC)};
}

} // namespace

template <class T> Past Company::past(const typename Shelf<T>::Source &source) const
{
    return {
        source.count, source.idAt, source.placeOf, m_generator.firstChangeAt(), m_generator.lastChangeAt()};
}

Company::Company(const Options &options, const QDateTime &today)
    : Company(options, measuresOf(options, today))
{}

Company::Company(const Options &options, Measures measures)
    : m_options(options)
    , m_generator(std::move(measures))
    , m_tasks(taskSource())
    , m_contractors(contractorSource())
    , m_persons(personSource())
    , m_phones(phoneSource())
    , m_fields(sourceOf(catalogue().fields))
    , m_templates(sourceOf(catalogue().templates))
    , m_models(sourceOf(catalogue().models))
    , m_equipment(equipmentSource())
    , m_taskFeed(past<StoredTask>(taskSource()))
    , m_contractorFeed(past<StoredContractor>(contractorSource()))
    , m_templateFeed(past<StoredTemplate>(sourceOf(catalogue().templates)))
    , m_equipmentFeed(past<StoredEquipment>(equipmentSource()))
    , m_events(past<StoredTask>(taskSource()))
    , m_lastId(std::max(m_generator.firstFreeId(), options.newIdsFrom) - 1)
{}

Shelf<StoredTask>::Source Company::taskSource() const
{
    const Generator &from = m_generator;
    return {
        from.measures().tasks, [&from](qint64 place) { return from.taskId(place); },
        [&from](qint64 id) { return from.taskPlace(id); },
        [&from](qint64 place) { return from.task(place); }};
}

Shelf<StoredContractor>::Source Company::contractorSource() const
{
    const Generator &from = m_generator;
    return {
        from.measures().contractors, [&from](qint64 place) { return from.contractorId(place); },
        [&from](qint64 id) { return from.contractorPlace(id); },
        [&from](qint64 place) { return from.contractor(place); }};
}

Shelf<StoredPerson>::Source Company::personSource() const
{
    const Generator &from = m_generator;
    return {
        from.personCount(), nullptr, [&from](qint64 id) { return from.personPlace(id); },
        [&from](qint64 place) { return from.person(place); }};
}

Shelf<StoredPhone>::Source Company::phoneSource() const
{
    const Generator &from = m_generator;
    return {
        from.phoneCount(), nullptr, [&from](qint64 id) { return from.phonePlace(id); },
        [&from](qint64 place) { return from.phone(place); }};
}

Shelf<StoredEquipment>::Source Company::equipmentSource() const
{
    const Generator &from = m_generator;
    return {
        from.measures().equipment, [&from](qint64 place) { return from.equipmentId(place); },
        [&from](qint64 id) { return from.equipmentPlace(id); },
        [&from](qint64 place) { return from.equipment(place); }};
}

QDateTime Company::now() const
{
    static const SystemClock system;
    return m_options.clock ? m_options.clock->now() : system.now();
}

void Company::keep(const StoredTask &task)
{
    m_tasks.put(task);
    m_taskFeed.touch(task.id, nowSeconds());
    m_events.add(task.id, nowSeconds());
}

void Company::keep(const StoredContractor &contractor)
{
    const bool isNew = !m_contractors.contains(contractor.id);
    if (isNew && contractor.parentId != 0)
        ++m_moreSubdivisions[contractor.parentId];
    if (m_contractors.isChanged(contractor.id))
        m_externalIds.remove(m_contractors.find(contractor.id)->externalId, contractor.id);
    if (!contractor.externalId.isEmpty())
        m_externalIds.insert(contractor.externalId, contractor.id);
    m_contractors.put(contractor);
    m_contractorFeed.touch(contractor.id, nowSeconds());
}

void Company::keep(const StoredTemplate &made)
{
    m_templates.put(made);
    m_templateFeed.touch(made.id, nowSeconds());
}

void Company::keep(const StoredEquipment &piece)
{
    if (const auto before = m_equipment.find(piece.id))
        --m_moreEquipment[before->contractorId];
    ++m_moreEquipment[piece.contractorId];
    m_equipment.put(piece);
    m_equipmentFeed.touch(piece.id, nowSeconds());
}

void Company::removeTask(qint64 id, bool told)
{
    m_tasks.remove(id);
    if (!told)
        return;
    m_taskFeed.touch(id, nowSeconds());
    m_events.add(id, nowSeconds());
}

void Company::removeTemplate(qint64 id)
{
    m_templates.remove(id);
    m_templateFeed.touch(id, nowSeconds());
}

void Company::removeEquipment(qint64 id)
{
    if (const auto before = m_equipment.find(id))
        --m_moreEquipment[before->contractorId];
    m_equipment.remove(id);
    m_equipmentFeed.touch(id, nowSeconds());
}

int Company::subdivisionsOf(qint64 contractorId) const
{
    const qint64 place = m_generator.contractorPlace(contractorId);
    return (place < 0 ? 0 : m_generator.subdivisions(place)) + m_moreSubdivisions.value(contractorId);
}

int Company::equipmentOf(qint64 contractorId) const
{
    const qint64 place = m_generator.contractorPlace(contractorId);
    return (place < 0 ? 0 : m_generator.equipmentOf(place)) + m_moreEquipment.value(contractorId);
}

std::optional<StoredContractor> Company::contractorByExternalId(const QString &externalId) const
{
    const qint64 place = m_generator.contractorPlaceByExternalId(externalId);
    if (place >= 0) {
        const auto own = m_contractors.find(m_generator.contractorId(place));
        if (own->externalId == externalId)
            return own;
    }
    const auto ids = m_externalIds.values(externalId);
    return ids.isEmpty() ? std::nullopt : m_contractors.find(*std::min_element(ids.begin(), ids.end()));
}

/// Whether a task of the company, as it was made, has the template.
bool Company::isOwnTaskOf(qint64 templateId) const
{
    if (!byId(catalogue().templates, templateId))
        return false;
    for (qint64 place = 0; place < measures().tasks; ++place) {
        if (m_generator.taskTemplate(place) == templateId && !m_tasks.isChanged(m_generator.taskId(place)))
            return true;
    }
    return false;
}

bool Company::isTemplateUsed(qint64 id) const
{
    const auto ofTask = [id](const auto &item) { return item.second.templateId == id; };
    return std::any_of(m_tasks.changed().begin(), m_tasks.changed().end(), ofTask)
        || std::any_of(m_contractors.changed().begin(), m_contractors.changed().end(), ofTask)
        || isOwnTaskOf(id);
}

bool Company::isFieldUsed(qint64 id) const
{
    const auto shows
        = [id](const auto &owner) { return hasField(owner.props, id) || hasField(owner.checklist, id); };
    for (qint64 place = 0; place < m_templates.size(); ++place) {
        if (shows(*m_templates.find(m_templates.idAt(place))))
            return true;
    }
    const auto &tasks = m_tasks.changed();
    if (std::any_of(tasks.begin(), tasks.end(), [&shows](const auto &item) { return shows(item.second); }))
        return true;
    const auto &own = catalogue().templates;
    return std::any_of(own.begin(), own.end(), [this, &shows](const StoredTemplate &made) {
        return shows(made) && isOwnTaskOf(made.id);
    });
}

bool Company::isModelUsed(qint64 id) const
{
    for (qint64 place = 0; place < m_equipment.size(); ++place) {
        if (m_equipment.find(m_equipment.idAt(place))->modelId == id)
            return true;
    }
    return false;
}

const Feed *Company::feed(const QString &type) const
{
    if (type == QLatin1String("task"))
        return &m_taskFeed;
    if (type == QLatin1String("contractor"))
        return &m_contractorFeed;
    if (type == QLatin1String("template"))
        return &m_templateFeed;
    return type == QLatin1String("equipment") ? &m_equipmentFeed : nullptr;
}

} // namespace naryad::sandbox
