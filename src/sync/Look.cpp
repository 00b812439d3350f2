#include "Look.h"

#include "Merge.h"
#include "Preparation.h"
#include "core/Serial.h"

#include <QCoreApplication>

#include <algorithm>

namespace naryad::sync {

Look::Look(LookDesk desk, Lost lost, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_lost(std::move(lost))
{
    m_promise.start();
}

QFuture<Result<Evidence>> Look::start()
{
    const auto future = m_promise.future();
    ask();
    return future;
}

void Look::finish(Result<Evidence> result)
{
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

bool Look::isOurs(const QString &id) const
{
    return m_desk.overlay.isOurs(kindOf(m_lost.command), id);
}

void Look::decide(const QVector<FoundObject> &candidates)
{
    if (candidates.isEmpty())
        finish(Evidence{Evidence::Verdict::Absent});
    else if (candidates.size() > 1)
        finish(Evidence{Evidence::Verdict::Several, {}, candidates});
    else
        compare(candidates.first());
}

void Look::readTaskFeed(
    std::function<void(const api::Update &)> each, std::function<void()> refused, std::function<void()> done)
{
    readTaskFeedFrom(m_lost.before.usn, std::move(each), std::move(refused), std::move(done));
}

void Look::readTaskFeedFrom(
    qint64 usn, std::function<void(const api::Update &)> each, std::function<void()> refused,
    std::function<void()> done)
{
    services()
        .updates.updates(QStringLiteral("task"), usn)
        .then(this, [=, this](const Result<QVector<api::Update>> &answer) {
            if (!answer && refusesFeed(answer.error())) {
                refused();
                return;
            }
            if (!answer) {
                fail(answer.error());
                return;
            }
            qint64 last = usn;
            for (const api::Update &update : *answer) {
                last = std::max(last, update.usn);
                each(update);
            }
            if (answer->size() >= api::UpdateRows && last > usn)
                readTaskFeedFrom(last, each, refused, done);
            else
                done();
        });
}

void Look::readObject(std::function<void(const Reread *)> tell)
{
    reread(services(), m_lost.command, m_lost.id)
        .then(this, [this, tell = std::move(tell)](const Result<Reread> &now) {
            if (!now && now.error().kind != ErrorKind::NotFound)
                fail(now.error());
            else
                tell(now ? &*now : nullptr);
        });
}

/// A difference is no proof that it is another one, but the user must hear of it.
void Look::compare(const FoundObject &made)
{
    if (std::holds_alternative<CreateEquipmentModel>(m_lost.command)) {
        finish(Evidence{Evidence::Verdict::Applied, made.id, {made}});
        return;
    }
    reread(services(), m_lost.command, made.id).then(this, [this, made](const Result<Reread> &now) {
        if (!now) {
            fail(now.error());
            return;
        }
        Evidence evidence{Evidence::Verdict::Applied, made.id, {made}};
        if (!differingParts(bodyOf(m_lost.command), now->body).isEmpty()) {
            evidence.warning = QCoreApplication::translate(
                "naryad::sync",
                "Found on the service after a lost answer, but not all of it is as it was said. Check it.");
        }
        finish(evidence);
    });
}

namespace {

/// A create known by its name in a list that has no other key.
class ListedLook : public Look
{
public:
    ListedLook(const LookDesk &desk, const Lost &lost, std::pair<ListKind, QString> listed, QObject *parent)
        : Look(desk, lost, parent)
        , m_listed(std::move(listed))
    {}

protected:
    void ask() override
    {
        wholeList(services(), m_listed.first)
            .then(this, [this](const Result<QVector<ContractorListItem>> &rows) {
                if (!rows) {
                    fail(rows.error());
                    return;
                }
                QVector<FoundObject> candidates;
                for (const ContractorListItem &row : *rows) {
                    if (row.name == m_listed.second && !wasThere(row.id) && !isOurs(row.id))
                        candidates.append({row.id, row.name});
                }
                decide(candidates);
            });
    }

private:
    std::pair<ListKind, QString> m_listed;
};

/// An update is known by the parts it changed.
class UpdateLook : public Look
{
public:
    using Look::Look;

protected:
    void ask() override
    {
        readObject([this](const Reread *now) {
            // What is gone can't be changed any more: another attempt hears so from the service.
            const bool ofField = std::holds_alternative<UpdateTemplateField>(m_lost.command);
            const bool applied = now
                && (ofField ? isFieldAsSent(now->body)
                            : isApplied(m_lost.before.before, m_lost.before.sent, now->body).value_or(false));
            Evidence evidence{applied ? Evidence::Verdict::Applied : Evidence::Verdict::Absent};
            evidence.id = m_lost.id;
            if (!applied && ofField && now)
                evidence.found = valuesNow(now->body);
            finish(evidence);
        });
    }

private:
    /// New values carry no id, so they are known by their names; what the update left out may have stayed.
    bool isFieldAsSent(const QJsonObject &body) const
    {
        const TemplateFieldBody sent = serial::templateFieldBodyFromJson(m_lost.before.sent);
        const TemplateFieldBody now = serial::templateFieldBodyFromJson(body);
        const auto stands = [&now](auto matches) {
            return std::any_of(now.values.begin(), now.values.end(), [&](const ListOption &value) {
                return !value.deleted && matches(value);
            });
        };
        return now.name == sent.name
            && std::all_of(sent.values.begin(), sent.values.end(), [&](const ListOption &value) {
                   return value.deleted
                       ? !stands([&](const ListOption &other) { return other.id == value.id; })
                       : stands([&](const ListOption &other) { return other.name == value.name; });
               });
    }

    static QVector<FoundObject> valuesNow(const QJsonObject &body)
    {
        QVector<FoundObject> values;
        const TemplateFieldBody now = serial::templateFieldBodyFromJson(body);
        for (const ListOption &value : now.values) {
            if (!value.deleted)
                values.append({value.id, value.name});
        }
        return values;
    }
};

/// A delete is known by what is not there, or told as deleted.
class DeleteLook : public Look
{
public:
    using Look::Look;

protected:
    void ask() override
    {
        readObject([this](const Reread *now) {
            const bool gone = !now || now->deleted;
            finish(Evidence{gone ? Evidence::Verdict::Applied : Evidence::Verdict::Absent, m_lost.id});
        });
    }
};

/// What get-task tells of the commands that are about a task's fields or its end.
class OfTaskLook : public Look
{
public:
    using Look::Look;

protected:
    void ask() override
    {
        services().tasks.task(m_lost.id, true).then(this, [this](const Result<api::Snapshot<Task>> &answer) {
            if (answer)
                read(answer->value);
            else if (answer.error().kind == ErrorKind::NotFound)
                finish(Evidence{Evidence::Verdict::CantTell, {}, {}, {}, describe(answer.error())});
            else
                fail(answer.error());
        });
    }

private:
    void read(const Task &task)
    {
        Evidence evidence{Evidence::Verdict::Absent, m_lost.id};
        const QMap<QString, int> counts = fieldCounts(task);
        if (const auto *add = std::get_if<AddTaskFields>(&m_lost.command)) {
            QMap<QString, int> wanted = m_lost.before.counts;
            for (const TaskFieldAddition &one : add->fields)
                ++wanted[one.field.fieldId];
            const bool all = std::all_of(wanted.keyBegin(), wanted.keyEnd(), [&](const QString &id) {
                return counts.value(id) >= wanted.value(id);
            });
            evidence.verdict = all ? Evidence::Verdict::Applied : Evidence::Verdict::Absent;
            for (const auto *rows : {&task.details, &task.report}) {
                for (const FieldRow &row : *rows)
                    evidence.found.append({{}, row.name});
            }
        } else if (const auto *remove = std::get_if<RemoveTaskFields>(&m_lost.command)) {
            const bool gone
                = std::none_of(remove->fields.begin(), remove->fields.end(), [&](const NamedRef &field) {
                      return counts.contains(field.id);
                  });
            evidence.verdict = gone ? Evidence::Verdict::Applied : Evidence::Verdict::Absent;
        } else if (task.finished.isKnown() && task.finished.value) {
            evidence.verdict = Evidence::Verdict::Applied;
            if (m_lost.before.closed) {
                evidence.verdict = Evidence::Verdict::CantTell;
                evidence.words = QCoreApplication::translate(
                    "naryad::sync",
                    "The task was closed before this was sent, and nothing tells with which result.");
            } else {
                evidence.warning = QCoreApplication::translate(
                    "naryad::sync",
                    "The answer was lost, and the task is closed now; nothing tells with which result.");
            }
        }
        finish(evidence);
    }
};

/// No command reads comments back: only whether the task has moved since.
class CommentLook : public Look
{
public:
    using Look::Look;

protected:
    void ask() override
    {
        readTaskFeed(
            [this](const api::Update &update) { m_moved = m_moved || update.objectId == m_lost.id; },
            [this] {
                finish(Evidence{Evidence::Verdict::CantTell, m_lost.id});
            },
            [this] { tell(); });
    }

private:
    void tell()
    {
        Evidence evidence{Evidence::Verdict::CantTell, m_lost.id};
        evidence.words = m_moved
            ? QCoreApplication::translate(
                "naryad::sync",
                "Comments can't be read back. The task has changed since the attempt, so it is likely that "
                "this one is there.")
            : QCoreApplication::translate(
                "naryad::sync",
                "Comments can't be read back. The task has not changed since the attempt, so it is likely "
                "that this one did not arrive.");
        finish(evidence);
    }

    bool m_moved = false;
};

Look *newLook(const LookDesk &desk, const Lost &lost, QObject *parent)
{
    const Command &command = lost.command;
    if (std::holds_alternative<CreateTask>(command))
        return newTaskLook(desk, lost, parent);
    if (std::holds_alternative<AddComment>(command))
        return new CommentLook(desk, lost, parent);
    if (isUpdate(command))
        return new UpdateLook(desk, lost, parent);
    if (isDelete(command))
        return new DeleteLook(desk, lost, parent);
    if (const auto listed = listedAs(command))
        return new ListedLook(desk, lost, *listed, parent);
    if (kindOf(command) == ObjectKind::Task)
        return new OfTaskLook(desk, lost, parent);
    return newContractorLook(desk, lost, parent);
}

} // namespace

QFuture<Result<Evidence>> lookFor(const LookDesk &desk, const Lost &lost, QObject *parent)
{
    return newLook(desk, lost, parent)->start();
}

} // namespace naryad::sync
