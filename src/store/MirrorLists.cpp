#include "MirrorPrivate.h"

#include "EntityIndex.h"
#include "Said.h"
#include "TaskColumns.h"
#include "core/Serial.h"
#include "core/Text.h"

#include <algorithm>

namespace naryad::store {

namespace {

int roleOf(const Known<bool> &role)
{
    return role.isKnown() ? (role.value ? 1 : 0) : -1;
}

/// What was told of persons one by one stays through an answer that does not speak of them, as long as their
/// phones are there.
void keepPersons(Contractor &contractor, const Contractor &before)
{
    if (contractor.persons.isKnown() || !before.persons.isKnown())
        return;
    const QVector<Phone> &phones = contractor.phones.value;
    QVector<Person> persons = before.persons.value;
    persons.removeIf([&phones](const Person &person) {
        return std::none_of(phones.begin(), phones.end(), [&person](const Phone &phone) {
            return phone.personId == person.id;
        });
    });
    if (!persons.isEmpty())
        contractor.persons = Known<QVector<Person>>::fromService(persons);
}

} // namespace

void Mirror::Private::markGone(const std::string &table, const QStringList &named)
{
    database->exec("CREATE TEMP TABLE IF NOT EXISTS listed(id TEXT PRIMARY KEY)");
    database->exec("DELETE FROM temp.listed");
    SQLite::Statement name(*database, "INSERT OR IGNORE INTO temp.listed VALUES(?)");
    for (const QString &id : named) {
        bindAll(name, id);
        name.exec();
        name.reset();
    }
    database->exec(
        "UPDATE " + table + " SET gone = NOT gone WHERE gone = (id IN (SELECT id FROM temp.listed))");
}

Result<void> Mirror::applyEmployees(const QVector<Employee> &employees, bool complete)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement write(
            *d->database, "INSERT OR REPLACE INTO employee VALUES(?,?,nullif(?,-1),nullif(?,-1),0,?,?)");
        EntityIndex index(*d->database);
        QStringList named;
        for (const Employee &employee : employees) {
            bindAll(
                write, employee.id, employee.name, roleOf(employee.operatorRole), roleOf(employee.mobileRole),
                foldText(employee.name), sortKey(employee.name));
            write.exec();
            write.reset();
            index.put(Hit::Kind::Employee, employee.id, {employee.name});
            named.append(employee.id);
        }
        if (complete)
            d->markGone("employee", named);
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::applyTemplateList(const QVector<NamedRef> &templates, bool complete)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement write(
            *d->database,
            "INSERT INTO template(id, name, colour, loaded, gone, search, sort) VALUES(?1,?2,'',0,0,?3,?4) "
            "ON CONFLICT(id) DO UPDATE SET loaded = loaded AND name=?2, name=?2, gone=0, search=?3, sort=?4");
        EntityIndex index(*d->database);
        QStringList named;
        for (const NamedRef &item : templates) {
            bindAll(write, item.id, item.name, foldText(item.name), sortKey(item.name));
            write.exec();
            write.reset();
            index.put(Hit::Kind::Template, item.id, {item.name});
            named.append(item.id);
        }
        if (complete) {
            d->markGone("template", named);
            // No feed names a changed template or field, so a complete walk reads every one again.
            d->database->exec("UPDATE template SET loaded=0 WHERE gone=0");
            d->database->exec("UPDATE template_field SET loaded=0");
        }
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::applyTemplates(const QVector<Kept<Template>> &templates)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement write(*d->database, "INSERT OR REPLACE INTO template VALUES(?,?,?,1,0,?,?,?,?)");
        EntityIndex index(*d->database);
        for (const Kept<Template> &kept : templates) {
            bindAll(
                write, kept.value.id, kept.value.name, kept.value.colour, foldText(kept.value.name),
                sortKey(kept.value.name), compact(serial::toJson(kept.value)), kept.raw);
            write.exec();
            write.reset();
            index.put(Hit::Kind::Template, kept.value.id, {kept.value.name});
        }
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::applyFieldList(const QVector<NamedRef> &fields, bool complete)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement write(
            *d->database,
            "INSERT INTO template_field(id, card, loaded, gone, name, search, sort) "
            "VALUES(?1,'',0,0,?2,?3,?4) "
            "ON CONFLICT(id) DO UPDATE SET loaded = loaded AND name=?2, name=?2, gone=0, search=?3, sort=?4");
        EntityIndex index(*d->database);
        SQLite::Statement read(*d->database, "SELECT 1 FROM template_field WHERE id=? AND card<>''");
        QStringList named;
        for (const NamedRef &item : fields) {
            bindAll(write, item.id, item.name, foldText(item.name), sortKey(item.name));
            write.exec();
            write.reset();
            // A card tells more to find it by than the list does.
            bindAll(read, item.id);
            if (!read.executeStep())
                index.put(Hit::Kind::Field, item.id, {item.name});
            read.reset();
            named.append(item.id);
        }
        if (complete)
            d->markGone("template_field", named);
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::applyTemplateFields(const QVector<Kept<TemplateField>> &fields)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement write(
            *d->database,
            "INSERT OR REPLACE INTO template_field(id, card, raw, loaded, gone, name, search, sort) "
            "VALUES(?,?,?,1,0,?,?,?)");
        EntityIndex index(*d->database);
        for (const Kept<TemplateField> &kept : fields) {
            bindAll(
                write, kept.value.id, compact(serial::toJson(kept.value)), kept.raw, kept.value.name,
                foldText(kept.value.name), sortKey(kept.value.name));
            write.exec();
            write.reset();
            index.put(Hit::Kind::Field, kept.value.id, saidBy(kept.value));
        }
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::applyContractorList(const QVector<ContractorListItem> &contractors, bool complete)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement write(
            *d->database,
            "INSERT INTO contractor(id, name, parent_id, parent_name, loaded, gone, search, sort) "
            "VALUES(?1,?2,?3,?4,0,0,?5,?6) ON CONFLICT(id) DO UPDATE SET loaded = loaded AND name=?2 AND "
            "parent_id=?3, name=?2, parent_id=?3, parent_name=?4, gone=0, search=?5, sort=?6");
        EntityIndex index(*d->database);
        SQLite::Statement read(*d->database, "SELECT 1 FROM contractor WHERE id=? AND card IS NOT NULL");
        QStringList named;
        for (const ContractorListItem &item : contractors) {
            Contractor shown;
            shown.name = item.name;
            shown.parent = item.parent;
            const QString path = shown.path();
            bindAll(
                write, item.id, item.name, item.parent.id, item.parent.name, foldText(path), sortKey(path));
            write.exec();
            write.reset();
            // Where its card is known, that says more; a changed name makes it be read again.
            read.reset();
            bindAll(read, item.id);
            if (!read.executeStep())
                index.put(Hit::Kind::Contractor, item.id, saidBy(shown));
            named.append(item.id);
        }
        if (complete)
            d->markGone("contractor", named);
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::applyPerson(const QString &contractorId, const Person &person)
{
    auto kept = d->guarded([&]() -> Result<std::optional<Kept<Contractor>>> {
        SQLite::Statement find(
            *d->database,
            "SELECT id, name, parent_id, parent_name, card, raw FROM contractor "
            "WHERE id=? AND loaded=1 AND gone=0");
        bindAll(find, contractorId);
        if (!find.executeStep())
            return std::optional<Kept<Contractor>>();
        Contractor contractor = serial::contractorFromJson(objectOf(bytesAt(find, 4)));
        contractor.id = contractorId;
        contractor.name = textAt(find, 1);
        contractor.parent = {textAt(find, 2), textAt(find, 3)};
        contractor.persons.source = Source::Service;
        QVector<Person> &persons = contractor.persons.value;
        persons.removeIf([&person](const Person &other) { return other.id == person.id; });
        persons.append(person);
        return std::optional(Kept<Contractor>{contractor, bytesAt(find, 5)});
    });
    if (!kept)
        return tl::unexpected(kept.error());
    return *kept ? applyContractors({**kept}) : Result<void>();
}

Result<void> Mirror::applyContractors(const QVector<Kept<Contractor>> &contractors)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        EntityIndex index(*d->database);
        SQLite::Statement listed(
            *d->database, "SELECT parent_id, parent_name, card FROM contractor WHERE id=?");
        SQLite::Statement parentName(*d->database, "SELECT name FROM contractor WHERE id=?");
        SQLite::Statement write(
            *d->database,
            "INSERT INTO contractor(id, name, parent_id, parent_name, loaded, gone, search, sort, card, raw) "
            "VALUES(?1,?2,?3,?4,1,0,?5,?6,?7,?8) ON CONFLICT(id) DO UPDATE SET name=?2, parent_id=?3, "
            "parent_name=?4, loaded=1, gone=0, search=?5, sort=?6, card=?7, raw=?8");
        for (const Kept<Contractor> &kept : contractors) {
            Contractor contractor = kept.value;
            NamedRef &parent = contractor.parent;
            // The list knows the parent's name, the card often only its id, or nothing: then the list's word
            // stays.
            bindAll(listed, contractor.id);
            if (listed.executeStep()) {
                if (parent.name.isEmpty() && (parent.isNothing() || parent.id == textAt(listed, 0)))
                    parent = {textAt(listed, 0), textAt(listed, 1)};
                keepPersons(contractor, serial::contractorFromJson(objectOf(bytesAt(listed, 2))));
            }
            listed.reset();
            bindAll(parentName, parent.id);
            if (parent.name.isEmpty() && !parent.isNothing() && parentName.executeStep())
                parent.name = textAt(parentName, 0);
            parentName.reset();
            const QString path = contractor.path();
            Contractor card = kept.value;
            card.persons = contractor.persons;
            bindAll(
                write, contractor.id, contractor.name, parent.id, parent.name, foldText(path), sortKey(path),
                compact(serial::toJson(card)), kept.raw);
            write.exec();
            write.reset();
            index.put(Hit::Kind::Contractor, contractor.id, saidBy(contractor));
            index.putPhones(contractor.id, phonesOf(contractor));
        }
        transaction.commit();
        return {};
    });
}

Result<QStringList> Mirror::Private::idsOf(const std::string &sql, int limit) const
{
    return guarded([&]() -> Result<QStringList> {
        SQLite::Statement find(*database, sql);
        QStringList ids;
        while ((limit < 0 || ids.size() < limit) && find.executeStep())
            ids.append(textAt(find, 0));
        return ids;
    });
}

Result<QStringList> Mirror::contractorsShowing(const QString &id) const
{
    return d->guarded([&]() -> Result<QStringList> {
        SQLite::Statement find(*d->database, "SELECT id FROM contractor WHERE instr(card, ?) > 0");
        bindAll(find, QStringLiteral("\"id\":\"%1\"").arg(id));
        QStringList ids;
        while (find.executeStep())
            ids.append(textAt(find, 0));
        return ids;
    });
}

Result<void> Mirror::wantContractors(const QStringList &ids)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Transaction transaction(*d->database);
        SQLite::Statement want(*d->database, "UPDATE contractor SET loaded=0 WHERE id=?");
        for (const QString &id : ids) {
            bindAll(want, id);
            want.exec();
            want.reset();
        }
        transaction.commit();
        return {};
    });
}

Result<void> Mirror::wantTemplate(const QString &id)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Statement want(*d->database, "UPDATE template SET loaded=0 WHERE id=?");
        bindAll(want, id);
        want.exec();
        return {};
    });
}

Result<void> Mirror::wantTemplateField(const QString &id)
{
    return d->guarded([&]() -> Result<void> {
        SQLite::Statement want(*d->database, "UPDATE template_field SET loaded=0 WHERE id=?");
        bindAll(want, id);
        want.exec();
        return {};
    });
}

Result<QStringList> Mirror::contractorsWithoutDetails(int limit) const
{
    return d->idsOf("SELECT id FROM contractor WHERE loaded=0 AND gone=0", limit);
}

Result<QStringList> Mirror::templatesWithoutDetails() const
{
    return d->idsOf("SELECT id FROM template WHERE loaded=0 AND gone=0", -1);
}

Result<QStringList> Mirror::fieldsWithoutDetails() const
{
    return d->guarded([&]() -> Result<QStringList> {
        SQLite::Statement find(*d->database, "SELECT card FROM template WHERE gone=0 AND card IS NOT NULL");
        SQLite::Statement known(*d->database, "SELECT 1 FROM template_field WHERE id=? AND loaded=1");
        QStringList ids;
        SQLite::Statement listed(*d->database, "SELECT id FROM template_field WHERE loaded=0 AND gone=0");
        while (listed.executeStep())
            ids.append(textAt(listed, 0));
        while (find.executeStep()) {
            const Template value = serial::templateFromJson(objectOf(bytesAt(find, 0)));
            for (const auto *rows : {&value.details, &value.report}) {
                for (const TemplateRow &row : *rows) {
                    if (row.fieldId.isEmpty() || ids.contains(row.fieldId))
                        continue;
                    bindAll(known, row.fieldId);
                    if (!known.executeStep())
                        ids.append(row.fieldId);
                    known.reset();
                }
            }
        }
        return ids;
    });
}

} // namespace naryad::store
