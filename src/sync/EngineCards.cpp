#include "EngineCore.h"

namespace naryad::sync {

/// What was changed on the service since the contractors were read, and perhaps not read again before the
/// last run ended: no feed need name a changed card. The next walk reads them first.
void EngineCore::wantCardsOfLastRun()
{
    const QDateTime since = m_puller->contractorsReadAt();
    for (const auto &[id, entry] : m_overlay->entries()) {
        const bool isOlder = since.isValid() && entry.settledAt < since;
        if (entry.state != CommandState::Sent || isOlder)
            continue;
        const QVector<Reference> changed = m_courier->changedBy(entry);
        for (const Reference &one : changed)
            cardsOf(one.kind, one.id);
    }
}

/// The contractors whose cards show the object; each is to be read again, also by a later run.
QStringList EngineCore::cardsOf(ObjectKind kind, const QString &id)
{
    auto cards = Result<QStringList>(QStringList{id});
    if (kind == ObjectKind::Person || kind == ObjectKind::Phone)
        cards = m_mirror->contractorsShowing(id);
    else if (kind != ObjectKind::Contractor)
        return {};
    const auto wanted
        = cards.and_then([this](const QStringList &ids) { return m_mirror->wantContractors(ids); });
    if (!wanted)
        m_mirrorError = wanted.error();
    return cards.value_or(QStringList());
}

/// It may be one no list has named yet.
QFuture<Result<Contractor>> EngineCore::findContractor(const QString &externalId)
{
    return m_services->contractors.contractorByExternalId(externalId, true)
        .then(this, [this](const Result<api::Snapshot<Contractor>> &answer) -> Result<Contractor> {
            if (!answer)
                return tl::unexpected(answer.error());
            if (const auto kept = m_mirror->applyContractors({{answer->value, answer->raw}}); !kept)
                return tl::unexpected(kept.error());
            tellLists();
            return answer->value;
        });
}

void EngineCore::tellLists()
{
    MirrorChange change;
    change.listsChanged = true;
    m_batcher->note(change);
    m_batcher->flush();
}

/// A person that is not there any more stays without a name; errors stay in the status.
void EngineCore::lookAtPersons(const QString &contractorId, const QStringList &persons)
{
    for (const QString &id : persons) {
        m_services->contractors.person(id, true).then(
            this, [this, contractorId](const Result<api::Snapshot<Person>> &answer) {
                if (!answer)
                    return;
                if (const auto kept = m_mirror->applyPerson(contractorId, answer->value); !kept)
                    m_mirrorError = kept.error();
                else
                    tellLists();
            });
    }
}

void EngineCore::noteMirror(const Result<void> &written)
{
    if (!written)
        m_mirrorError = written.error();
}

/// What the service applied a command to is read again, as far as one read tells it.
void EngineCore::onObjectChanged(ObjectKind kind, const QString &id)
{
    if (id.isEmpty() || kind == ObjectKind::EquipmentModel) {
        m_puller->listChanged(kind);
        return;
    }
    const QStringList cards = cardsOf(kind, id);
    for (const QString &card : cards) {
        m_puller->cardChanged(ObjectKind::Contractor, card);
        // The card does not tell its name.
        if (kind == ObjectKind::Person)
            lookAtPersons(card, {id});
    }
    if (kind == ObjectKind::Task) {
        m_puller->taskChanged(id);
        look(Lists::None);
    } else if (kind != ObjectKind::Contractor) {
        // Until it is read, lists show what was said of it (and a later run reads it).
        if (kind == ObjectKind::Template)
            noteMirror(m_mirror->wantTemplate(id));
        else if (kind == ObjectKind::TemplateField)
            noteMirror(m_mirror->wantTemplateField(id));
        m_puller->cardChanged(kind, id);
    }
}

} // namespace naryad::sync
