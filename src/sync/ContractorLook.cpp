#include "CommandRequests.h"
#include "Look.h"
#include "Preparation.h"

#include <QCoreApplication>

namespace naryad::sync {

namespace {

/// A contractor or subdivision is known by the external id it was made with.
class ExternalIdLook : public Look
{
public:
    using Look::Look;

protected:
    void ask() override
    {
        const QString externalId = externalIdOf(m_lost.command, m_lost.entry.token);
        services()
            .contractors.contractorByExternalId(externalId, true)
            .then(this, [this](const Result<api::Snapshot<Contractor>> &answer) {
                if (answer) {
                    const Contractor &made = answer->value;
                    decide({{made.id, made.name, Known<NamedRef>::fromService(made.parent)}});
                } else if (answer.error().kind != ErrorKind::NotFound) {
                    fail(answer.error());
                } else if (const auto *add = std::get_if<AddSubdivision>(&m_lost.command)) {
                    askList(*add);
                } else {
                    decide({});
                }
            });
    }

private:
    /// No sample shows that a subdivision is found by its external id, so one of the same name and parent
    /// that was not there before the command is shown, and nothing is taken for granted.
    void askList(const AddSubdivision &add)
    {
        wholeList(services(), ListKind::Contractors)
            .then(this, [this, body = add.body](const Result<QVector<ContractorListItem>> &rows) {
                if (!rows) {
                    fail(rows.error());
                    return;
                }
                for (const ContractorListItem &row : *rows) {
                    if (row.name == body.name && row.parent.id == body.contractorId && !isOurs(row.id))
                        m_alike.append(row);
                }
                askNextAlike();
            });
    }

    void askNextAlike()
    {
        if (m_alike.isEmpty()) {
            if (m_young.isEmpty())
                decide({});
            else
                finish(Evidence{Evidence::Verdict::Several, {}, m_young});
            return;
        }
        const ContractorListItem row = m_alike.takeFirst();
        services()
            .contractors.contractor(row.id, true)
            .then(this, [this, row](const Result<api::Snapshot<Contractor>> &answer) {
                if (!answer && answer.error().kind != ErrorKind::NotFound) {
                    fail(answer.error());
                    return;
                }
                // Clocks and zones may differ by a day.
                const QDateTime since = m_lost.entry.createdAt.addDays(-1);
                if (answer) {
                    const Known<QDateTime> &made = answer->value.createdAt;
                    if (!made.isKnown() || !made.value.isValid() || made.value >= since)
                        m_young.append({row.id, row.name, Known<NamedRef>::fromService(row.parent)});
                }
                askNextAlike();
            });
    }

    QVector<ContractorListItem> m_alike;
    QVector<FoundObject> m_young;
};

/// A person is known by its name among those its contractor shows, or those its phones lead to.
class PersonLook : public Look
{
public:
    PersonLook(const LookDesk &desk, const Lost &lost, QObject *parent)
        : Look(desk, lost, parent)
        , m_body(std::get<CreatePerson>(lost.command).body)
    {}

protected:
    void ask() override
    {
        services()
            .contractors.contractor(m_body.contractorId, true)
            .then(this, [this](const Result<api::Snapshot<Contractor>> &answer) {
                if (!answer) {
                    fail(answer.error());
                    return;
                }
                const Contractor &contractor = answer->value;
                // One without a phone stands nowhere unless the service shows persons.
                m_wouldShow = contractor.persons.isKnown()
                    || (contractor.phones.isKnown() && !m_body.phones.isEmpty());
                const QStringList ids = personIdsOf(contractor);
                for (const QString &id : ids) {
                    if (!wasThere(id) && !isOurs(id))
                        m_ids.append(id);
                }
                askNext();
            });
    }

private:
    void askNext()
    {
        if (m_ids.isEmpty()) {
            if (!m_found.isEmpty() || m_wouldShow)
                decide(m_found);
            else
                finish(Evidence{
                    Evidence::Verdict::CantTell,
                    {},
                    {},
                    {},
                    QCoreApplication::translate(
                        "naryad::sync", "The service does not show the persons of a contractor.")});
            return;
        }
        services()
            .contractors.person(m_ids.takeFirst(), true)
            .then(this, [this](const Result<api::Snapshot<Person>> &answer) {
                if (!answer && answer.error().kind != ErrorKind::NotFound) {
                    fail(answer.error());
                    return;
                }
                if (answer && !answer->value.deleted && answer->value.name == m_body.name)
                    m_found.append({answer->value.id, answer->value.name, answer->value.contractor});
                askNext();
            });
    }

    PersonBody m_body;
    bool m_wouldShow = false;
    QStringList m_ids;
    QVector<FoundObject> m_found;
};

/// A phone is known by its number among those of its parent.
class PhoneLook : public Look
{
public:
    PhoneLook(const LookDesk &desk, const Lost &lost, QObject *parent)
        : Look(desk, lost, parent)
        , m_body(std::get<CreatePhone>(lost.command).body)
    {}

protected:
    void ask() override
    {
        if (m_body.parentKind == PhoneParent::Person) {
            services()
                .contractors.person(m_body.parentId, true)
                .then(this, [this](const Result<api::Snapshot<Person>> &answer) {
                    if (answer)
                        judge(answer->value.phones, false);
                    else
                        fail(answer.error());
                });
            return;
        }
        services()
            .contractors.contractor(m_body.parentId, true)
            .then(this, [this](const Result<api::Snapshot<Contractor>> &answer) {
                if (answer)
                    judge(answer->value.phones, true);
                else
                    fail(answer.error());
            });
    }

private:
    void judge(const Known<QVector<Phone>> &phones, bool ownOnly)
    {
        if (!phones.isKnown()) {
            finish(Evidence{
                Evidence::Verdict::CantTell,
                {},
                {},
                {},
                QCoreApplication::translate("naryad::sync", "The service does not show these phones.")});
            return;
        }
        QVector<FoundObject> candidates;
        for (const Phone &phone : phones.value) {
            const bool elsewhere = ownOnly && !phone.personId.isEmpty();
            if (phone.number == m_body.number && !phone.deleted && !elsewhere && !wasThere(phone.id)
                && !isOurs(phone.id))
                candidates.append({phone.id, phone.number});
        }
        decide(candidates);
    }

    PhoneBody m_body;
};

} // namespace

Look *newContractorLook(const LookDesk &desk, const Lost &lost, QObject *parent)
{
    if (std::holds_alternative<CreatePerson>(lost.command))
        return new PersonLook(desk, lost, parent);
    if (std::holds_alternative<CreatePhone>(lost.command))
        return new PhoneLook(desk, lost, parent);
    return new ExternalIdLook(desk, lost, parent);
}

} // namespace naryad::sync
