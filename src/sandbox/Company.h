#pragma once

#include "Feed.h"
#include "Generator.h"
#include "Shelf.h"
#include "sandbox/Sandbox.h"

namespace naryad::sandbox {

/// The stand-in company: what the service would hold. All changes go through keep() and remove(), which also
/// move the feeds. Thread: the sandbox's.
class Company
{
public:
    /// `today`: what its tasks lie around, UTC.
    Company(const Options &options, const QDateTime &today);
    Company(const Options &options, Measures measures);

    const Options &options() const { return m_options; }
    const Catalogue &catalogue() const { return m_generator.catalogue(); }
    const Measures &measures() const { return m_generator.measures(); }
    QDateTime now() const;
    qint64 nowSeconds() const { return now().toSecsSinceEpoch(); }
    qint64 nextId() { return ++m_lastId; }

    const Shelf<StoredTask> &tasks() const { return m_tasks; }
    const Shelf<StoredContractor> &contractors() const { return m_contractors; }
    const Shelf<StoredPerson> &persons() const { return m_persons; }
    const Shelf<StoredPhone> &phones() const { return m_phones; }
    const Shelf<StoredField> &fields() const { return m_fields; }
    const Shelf<StoredTemplate> &templates() const { return m_templates; }
    const Shelf<StoredModel> &models() const { return m_models; }
    const Shelf<StoredEquipment> &equipment() const { return m_equipment; }

    void keep(const StoredTask &task);
    void keep(const StoredContractor &contractor);
    /// These two leave their contractor's lists to the caller.
    void keep(const StoredPerson &person) { m_persons.put(person); }
    void keep(const StoredPhone &phone) { m_phones.put(phone); }
    void keep(const StoredField &field) { m_fields.put(field); }
    void keep(const StoredTemplate &made);
    void keep(const StoredModel &model) { m_models.put(model); }
    void keep(const StoredEquipment &piece);
    /// No command does this; the vendor's own program may. `told`: the feeds name it.
    void removeTask(qint64 id, bool told);
    void removeField(qint64 id) { m_fields.remove(id); }
    void removeTemplate(qint64 id);
    void removeModel(qint64 id) { m_models.remove(id); }
    void removeEquipment(qint64 id);

    int subdivisionsOf(qint64 contractorId) const;
    int equipmentOf(qint64 contractorId) const;
    /// The one made first, where several have the same: the document doesn't call it unique.
    std::optional<StoredContractor> contractorByExternalId(const QString &externalId) const;

    bool isFieldUsed(qint64 id) const;
    bool isTemplateUsed(qint64 id) const;
    bool isModelUsed(qint64 id) const;

    /// Null for a type that has no feed.
    const Feed *feed(const QString &type) const;
    const EventLog &events() const { return m_events; }

    QDateTime lastTaskUpdates; ///< when get-taskupdates was last answered; not kept in a saved state

    /// All that is held beside the measures, in one order for writing and reading.
    template <class Pass> void pass(Pass &pass)
    {
        m_tasks.pass(pass);
        m_contractors.pass(pass);
        m_persons.pass(pass);
        m_phones.pass(pass);
        m_fields.pass(pass);
        m_templates.pass(pass);
        m_models.pass(pass);
        m_equipment.pass(pass);
        m_taskFeed.pass(pass);
        m_contractorFeed.pass(pass);
        m_templateFeed.pass(pass);
        m_equipmentFeed.pass(pass);
        m_events.pass(pass);
        pass(m_lastId, m_moreSubdivisions, m_moreEquipment, m_externalIds);
    }

private:
    Company(const Company &) = delete; // the shelves' sources point at the generator
    Company &operator=(const Company &) = delete;

    template <class T> Past past(const typename Shelf<T>::Source &source) const;
    Shelf<StoredTask>::Source taskSource() const;
    Shelf<StoredContractor>::Source contractorSource() const;
    Shelf<StoredPerson>::Source personSource() const;
    Shelf<StoredPhone>::Source phoneSource() const;
    Shelf<StoredEquipment>::Source equipmentSource() const;
    bool isOwnTaskOf(qint64 templateId) const;

    Options m_options;
    Generator m_generator;
    Shelf<StoredTask> m_tasks;
    Shelf<StoredContractor> m_contractors;
    Shelf<StoredPerson> m_persons;
    Shelf<StoredPhone> m_phones;
    Shelf<StoredField> m_fields;
    Shelf<StoredTemplate> m_templates;
    Shelf<StoredModel> m_models;
    Shelf<StoredEquipment> m_equipment;
    Feed m_taskFeed;
    Feed m_contractorFeed;
    Feed m_templateFeed;
    Feed m_equipmentFeed;
    EventLog m_events;
    qint64 m_lastId;
    // By contractor: what clients added to (or took from) the company's own.
    QHash<qint64, int> m_moreSubdivisions;
    QHash<qint64, int> m_moreEquipment;
    QMultiHash<QString, qint64> m_externalIds; ///< of contractors that clients made or changed
};

} // namespace naryad::sandbox
