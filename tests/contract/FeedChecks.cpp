#include "Session.h"

#include <algorithm>

namespace naryad::contract {

namespace {

/// Walks the feed of tasks from its start: ascending, to an end, and the task made here is in it.
void checkTaskFeed(Session &s)
{
    qint64 usn = 0;
    bool met = false;
    for (int answers = 0; answers < s.bounds.feeds; ++answers) {
        const auto answer = s.ask(s.updates.updates(QStringLiteral("task"), usn));
        if (!s.report.took("get-updates", answer))
            return;
        for (const api::Update &update : *answer) {
            if (update.usn <= usn) {
                s.report.holds(
                    "get-updates", false, QStringLiteral("usn %1 after %2").arg(update.usn).arg(usn));
                return;
            }
            usn = update.usn;
            met = met || update.objectId == s.made.task;
        }
        if (answer->size() < api::UpdateRows) {
            if (!s.made.task.isEmpty())
                s.report.holds("get-updates", met, QStringLiteral("the task that was made is not in it"));
            return;
        }
    }
    s.report.note(
        "get-updates",
        QStringLiteral("not seen to its end, it goes on after %1 answers").arg(s.bounds.feeds));
}

/// The document shows one type and says that there are more: what a server makes of another is its own
/// affair.
void noteOtherFeed(Session &s)
{
    if (!s.ask(s.updates.updates(QStringLiteral("contractor"), 0)))
        s.report.note("get-updates", QStringLiteral("type contractor is not offered"));
}

} // namespace

bool checkEmployees(Session &s)
{
    api::PageWalk<Employee> walk;
    for (bool more = true; more && walk.page() < s.bounds.pages;) {
        const auto answer = s.ask(s.employees.employeePage(walk.page()));
        if (!s.report.took("get-employee-list", answer)) {
            const ErrorKind kind = answer.error().kind;
            return kind != ErrorKind::Offline && kind != ErrorKind::TimedOut && kind != ErrorKind::KeyRefused;
        }
        more = walk.take(*answer);
    }
    const auto mobile = std::find_if(walk.rows().begin(), walk.rows().end(), [](const Employee &employee) {
        return employee.mobileRole.isKnown() && employee.mobileRole.value;
    });
    if (mobile != walk.rows().end())
        s.made.worker = {mobile->id, mobile->name};
    return true;
}

void checkFeeds(Session &s)
{
    checkTaskFeed(s);
    noteOtherFeed(s);
    const auto events = s.ask(s.updates.taskUpdates(std::nullopt));
    // Another client of this account, or an earlier run, may have used the five minutes up
    if (!events
        && (events.error().kind == ErrorKind::RateLimited || events.error().kind == ErrorKind::Refused)) {
        s.report.skip(
            "get-taskupdates",
            QStringLiteral("asked less than five minutes ago: ") + Report::wordsOf(events.error()));
        return;
    }
    if (!s.report.took("get-taskupdates", events))
        return;
    s.report.holds(
        "get-taskupdates", events->size() <= 100,
        QStringLiteral("%1 events instead of 100 at most").arg(events->size()));
}

void cleanUp(Session &s)
{
    QStringList left;
    const auto gone = [&left](const Result<QString> &deleted, const QString &what) {
        if (!deleted)
            left.append(what);
    };
    if (!s.made.person.isEmpty())
        gone(s.ask(s.contractors.deletePerson(s.made.person)), QStringLiteral("a person"));
    if (!s.made.taskTemplate.isNothing())
        gone(s.ask(s.templates.deleteTemplate(s.made.taskTemplate.id)), QStringLiteral("a template"));
    for (const QString &field : {s.made.textField, s.made.numberField, s.made.listField}) {
        if (!field.isEmpty())
            gone(s.ask(s.templates.deleteField(field)), QStringLiteral("a template field"));
    }
    if (!s.made.task.isEmpty())
        left.append(QStringLiteral("a task"));
    if (!s.made.contractor.isEmpty())
        left.append(QStringLiteral("a contractor with its branch"));
    left.removeDuplicates();
    if (!left.isEmpty())
        s.report.remark(
            QStringLiteral(
                "left on the server, as no command deletes it or the server refused: %1, all called “%2…”")
                .arg(left.join(QStringLiteral(", ")), s.name(QString()).trimmed()));
}

} // namespace naryad::contract
