#include "Rereads.h"

#include "api/PageWalk.h"
#include "core/Serial.h"
#include "core/TaskBodies.h"

#include <QObject>
#include <QPromise>

#include <algorithm>

namespace naryad::sync {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

template <class T> QJsonObject without(const T &body, std::initializer_list<const char *> keys)
{
    QJsonObject json = serial::toJson(body);
    for (const char *name : keys)
        json.remove(key(name));
    return json;
}

Reread ofTask(const Task &task)
{
    TaskBody body = taskBodyOf(task);
    body.draft = task.draft.value;
    QJsonObject json = serial::toJson(body);
    const std::pair<const char *, bool> told[]{
        {"number", !task.number.isEmpty()},
        {"template", !task.taskTemplate.isNothing()},
        {"draft", task.draft.isKnown()},
        {"start", task.plannedStart.isKnown()},
        {"end", task.plannedEnd.isKnown()}};
    for (const auto &[name, isTold] : told) {
        if (!isTold)
            json.remove(key(name));
    }
    return {json, false};
}

Reread ofContractor(const Contractor &contractor)
{
    return {without(contractorBodyOf(contractor), {"persons", "phones"}), false};
}

Reread ofSubdivision(const Contractor &contractor)
{
    return {without(subdivisionBodyOf(contractor), {"contractor", "external", "contacts"}), false};
}

Reread ofPerson(const Person &person)
{
    QJsonObject json = without(PersonBody{person.contractor.value.id, person.name, {}}, {"phones"});
    if (!person.contractor.isKnown())
        json.remove(key("contractor"));
    return {json, person.deleted};
}

Reread ofPhone(const Phone &phone)
{
    PhoneBody body{phone.contractorId, PhoneParent::Contractor, phone.number};
    if (!phone.personId.isEmpty())
        body = {phone.personId, PhoneParent::Person, phone.number};
    QJsonObject json = serial::toJson(body);
    if (body.parentId.isEmpty()) {
        json.remove(key("parent"));
        json.remove(key("ofPerson"));
    }
    return {json, phone.deleted};
}

/// A future of a snapshot as one of its reread form.
template <class T, class Form>
QFuture<Result<Reread>> formed(Services &services, QFuture<Result<api::Snapshot<T>>> future, Form form)
{
    return future.then(&services.reads, [form](const Result<api::Snapshot<T>> &answer) -> Result<Reread> {
        return answer.map([&form](const api::Snapshot<T> &snapshot) { return form(snapshot.value); });
    });
}

/// The same with the answer as it came.
template <class T, class Body>
QFuture<Result<Reread>> formedWhole(Services &services, QFuture<Result<api::Snapshot<T>>> future, Body body)
{
    return future.then(&services.reads, [body](const Result<api::Snapshot<T>> &answer) -> Result<Reread> {
        return answer.map([&body](const api::Snapshot<T> &snapshot) {
            return Reread{body(snapshot.value), false, snapshot.raw};
        });
    });
}

/// One walk through a list; deletes itself.
class Walk : public QObject
{
public:
    Walk(Services &services, ListKind kind)
        : QObject(&services.reads)
        , m_services(services)
        , m_kind(kind)
    {
        m_promise.start();
    }

    QFuture<Result<QVector<ContractorListItem>>> future() const { return m_promise.future(); }

    void ask()
    {
        const int page = m_walk.page();
        switch (m_kind) {
        case ListKind::Tasks:
            return take(m_services.tasks.taskPage(page));
        case ListKind::Contractors:
            return take(m_services.contractors.contractorPage(page));
        case ListKind::TemplateFields:
            return take(m_services.templates.fieldPage(page));
        case ListKind::Templates:
            return take(m_services.templates.templatePage(page));
        case ListKind::EquipmentModels:
            return take(m_services.equipment.modelPage(page));
        case ListKind::Equipment:
            return take(m_services.equipment.equipmentPage(page));
        }
    }

private:
    static ContractorListItem item(const NamedRef &row) { return {row.id, row.name, {}}; }
    static ContractorListItem item(const ContractorListItem &row) { return row; }

    template <class Row> void take(const QFuture<Result<api::Page<Row>>> &future)
    {
        QFuture<Result<api::Page<Row>>> asked = future;
        asked.then(this, [this](const Result<api::Page<Row>> &answer) {
            if (!answer) {
                finish(tl::unexpected(answer.error()));
                return;
            }
            api::Page<ContractorListItem> page;
            page.last = answer->last;
            for (const Row &row : answer->rows)
                page.rows.append(item(row));
            if (m_walk.take(page))
                ask();
            else
                finish(m_walk.rows());
        });
    }

    void finish(Result<QVector<ContractorListItem>> rows)
    {
        m_promise.addResult(std::move(rows));
        m_promise.finish();
        deleteLater();
    }

    Services &m_services;
    ListKind m_kind;
    api::PageWalk<ContractorListItem> m_walk;
    QPromise<Result<QVector<ContractorListItem>>> m_promise;
};

/// One walk to the end of the feed; deletes itself.
class FeedWalk : public QObject
{
public:
    explicit FeedWalk(Services &services)
        : QObject(&services.reads)
        , m_services(services)
    {
        m_promise.start();
    }

    QFuture<Result<qint64>> future() const { return m_promise.future(); }

    void ask(qint64 usn)
    {
        m_services.updates.updates(QStringLiteral("task"), usn)
            .then(this, [this, usn](const Result<QVector<api::Update>> &answer) {
                if (!answer) {
                    finish(
                        refusesFeed(answer.error()) ? Result<qint64>(usn) : tl::unexpected(answer.error()));
                    return;
                }
                qint64 last = usn;
                for (const api::Update &update : *answer)
                    last = std::max(last, update.usn);
                if (answer->size() >= api::UpdateRows && last > usn && ++m_pages < PagesAtMost)
                    ask(last);
                else
                    finish(last);
            });
    }

private:
    /// A company's whole history would keep a new task waiting; what is not read here the look reads.
    static constexpr int PagesAtMost = 5;

    void finish(Result<qint64> usn)
    {
        m_promise.addResult(std::move(usn));
        m_promise.finish();
        deleteLater();
    }

    Services &m_services;
    int m_pages = 0;
    QPromise<Result<qint64>> m_promise;
};

QFuture<Result<Reread>> rereadModel(Services &services, const QString &id)
{
    return wholeList(services, ListKind::EquipmentModels)
        .then(&services.reads, [id](const Result<QVector<ContractorListItem>> &rows) -> Result<Reread> {
            if (!rows)
                return tl::unexpected(rows.error());
            for (const ContractorListItem &row : *rows) {
                if (row.id == id)
                    return Reread{without(EquipmentModelBody{row.name, {}, {}}, {}), false};
            }
            return fail(ErrorKind::NotFound);
        });
}

} // namespace

bool refusesFeed(const Error &error)
{
    return error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound;
}

QFuture<Result<qint64>> endOfFeed(Services &services, qint64 usn)
{
    auto *walk = new FeedWalk(services);
    const auto future = walk->future();
    walk->ask(usn);
    return future;
}

QJsonObject taskAsBody(const Task &task)
{
    return ofTask(task).body;
}

QFuture<Result<QVector<ContractorListItem>>> wholeList(Services &services, ListKind kind)
{
    auto *walk = new Walk(services, kind);
    const auto future = walk->future();
    walk->ask();
    return future;
}

QFuture<Result<Reread>> reread(Services &services, const Command &like, const QString &id)
{
    switch (kindOf(like)) {
    case ObjectKind::Task:
        return formed<Task>(services, services.tasks.task(id, true), ofTask);
    case ObjectKind::Contractor: {
        const bool subdivision
            = std::holds_alternative<UpdateSubdivision>(like) || std::holds_alternative<AddSubdivision>(like);
        return formed<Contractor>(
            services, services.contractors.contractor(id, true), subdivision ? ofSubdivision : ofContractor);
    }
    case ObjectKind::Person:
        return formed<Person>(services, services.contractors.person(id, true), ofPerson);
    case ObjectKind::Phone:
        return formed<Phone>(services, services.contractors.phone(id, true), ofPhone);
    case ObjectKind::TemplateField:
        return formedWhole<TemplateField>(
            services, services.templates.field(id, true),
            [](const TemplateField &field) { return serial::toJson(templateFieldBodyOf(field)); });
    case ObjectKind::Template:
        return formedWhole<Template>(
            services, services.templates.taskTemplate(id, true),
            [](const Template &value) { return serial::toJson(templateBodyOf(value)); });
    case ObjectKind::EquipmentModel:
        return rereadModel(services, id);
    case ObjectKind::Equipment:
        break;
    }
    return formed<Equipment>(
        services, services.equipment.equipment(id, true), [](const Equipment &equipment) {
            return Reread{serial::toJson(equipmentBodyOf(equipment)), false};
        });
}

} // namespace naryad::sync
