#pragma once

#include "Futures.h"
#include "Report.h"
#include "api/CallTimes.h"
#include "api/ContractorService.h"
#include "api/EmployeeService.h"
#include "api/EquipmentService.h"
#include "api/PageWalk.h"
#include "api/TaskService.h"
#include "api/TemplateService.h"
#include "api/UpdateService.h"
#include "core/Clock.h"

namespace naryad::contract {

/// How far to go with a server that holds a lot.
struct Bounds
{
    int pages = 300; ///< of a list
    int feeds = 400; ///< answers of get-updates
    QString resultId; ///< a result status of the account, for close-task
};

/// get-taskupdates is asked once a run, whatever earlier runs did: the server itself counts.
class NoCallTimes final : public api::CallTimes
{
public:
    Result<QDateTime> lastTaskUpdates() const override { return QDateTime(); }
    Result<void> setLastTaskUpdates(const QDateTime &) override { return {}; }
};

/// What the checks hand on to each other: each thing made under a name of this run. Empty: could not be made.
struct Made
{
    NamedRef worker; ///< found, not made
    NamedRef taskTemplate;
    QString textField;
    QString numberField;
    QString listField;
    QString contractor;
    QString person;
    QString task;
};

/// Whether a list held what was looked for.
template <class T> struct Found
{
    std::optional<T> row;
    bool whole = true; ///< the list was seen to its end
};

/// One run against one server: the services, what it made, and the report.
class Session
{
public:
    Session(const api::Endpoint &server, const Bounds &bounds);

    /// "contract-20261124-093000-3f2a WHAT": every thing of this run is called so.
    QString name(const QString &what) const { return m_mark + QLatin1Char(' ') + what; }
    /// The same without a space: for numbers, serials and external ids.
    QString code(const QString &what) const { return m_mark + QLatin1Char('-') + what; }

    template <class T> Result<T> ask(const QFuture<Result<T>> &future) const
    {
        return test::settled(future, 180000);
    }

    /// Walks a list for an id; `page(n)` asks for its page n.
    template <class T, class Page> Result<Found<T>> look(const QString &id, Page page) const
    {
        api::PageWalk<T> walk;
        for (bool more = true; more && walk.page() < bounds.pages;) {
            const Result<api::Page<T>> answer = ask(page(walk.page()));
            if (!answer)
                return fail(answer.error());
            more = walk.take(*answer);
        }
        Found<T> found;
        found.whole = walk.isComplete();
        for (const T &row : walk.rows()) {
            if (row.id == id)
                found.row = row;
        }
        return found;
    }

    /// Walks a list for what was made, and reports on the command that lists it.
    template <class T, class Page>
    std::optional<T> mustList(const char *command, const QString &id, Page page)
    {
        const Result<Found<T>> found = look<T>(id, page);
        if (!report.took(command, found))
            return std::nullopt;
        if (!found->row && !found->whole)
            report.note(command, longList());
        else
            report.holds(
                command, found->row.has_value(), QStringLiteral("it lacks what was made (%1)").arg(id));
        return found->row;
    }

    QString longList() const
    {
        return QStringLiteral("not seen to its end, it goes on after %1 pages").arg(bounds.pages);
    }

    /// What a get-* of something deleted may say.
    template <class T> static bool isGone(const Result<T> &answer)
    {
        return !answer
            && (answer.error().kind == ErrorKind::NotFound || answer.error().kind == ErrorKind::Refused);
    }

    const Bounds bounds;
    Report report;
    Made made;
    const AccountZone zone;
    const SystemClock clock;
    NoCallTimes callTimes;
    api::ReadChannel reads;
    api::WriteChannel writes;
    api::TaskService tasks;
    api::ContractorService contractors;
    api::TemplateService templates;
    api::EquipmentService equipment;
    api::EmployeeService employees;
    api::UpdateService updates;

private:
    const QString m_mark;
};

// The checks, in the order they build on each other; each reports on every command of its part of the
// document.
/// False where the server can't be reached or refuses the key: nothing more is worth trying.
bool checkEmployees(Session &session);
void checkFields(Session &session);
void checkTemplates(Session &session);
void checkContractors(Session &session);
void checkPersonsAndPhones(Session &session);
void checkSubdivisions(Session &session);
void checkEquipment(Session &session);
void checkTasks(Session &session);
void checkFeeds(Session &session);
/// Deletes what the checks left and a command deletes; tells what stays.
void cleanUp(Session &session);

/// The same text but for spaces around it.
bool same(const QString &written, const QString &read);
/// "written was X, read is Y"
QString unlike(const QString &part, const QString &written, const QString &read);
/// The first part of the address that reads otherwise than it was written; nullopt where none does.
std::optional<QString> addressUnlike(const Address &written, const Known<Address> &read);

} // namespace naryad::contract
