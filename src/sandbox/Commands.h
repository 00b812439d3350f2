#pragma once

#include "Company.h"

#include <QByteArray>
#include <QUrlQuery>

#include <optional>

namespace naryad::sandbox {

/// What goes back over the wire.
struct Reply
{
    int status = 200;
    QByteArray body;
};

/// A request as the commands see it.
struct Ask
{
    bool post = false;
    QString path;
    QUrlQuery query;
    QByteArray body;
};

/// 400 in the service's own form.
Reply refuse(int code, const QString &description);

/// Answers the documented commands on a company, as strictly as the document tells.
class Commands
{
public:
    Commands(Company &company, const Options &options);

    Reply answer(const Ask &ask);
    /// The whole truth for tests, outside the API: /sandbox/…; nullopt for another path.
    std::optional<Reply> inspect(const Ask &ask) const;

private:
    using Handler = Reply (Commands::*)(const Ask &);
    struct Entry
    {
        const char *path;
        bool post;
        Handler handler;
    };
    static const QVector<Entry> &table();

    Reply createTask(const Ask &ask);
    Reply updateTask(const Ask &ask);
    Reply getTask(const Ask &ask);
    Reply taskList(const Ask &ask);
    Reply createComment(const Ask &ask);
    Reply closeTask(const Ask &ask);
    Reply getContractor(const Ask &ask);
    Reply contractorList(const Ask &ask);
    Reply getTemplate(const Ask &ask);
    Reply templateList(const Ask &ask);
    Reply getField(const Ask &ask);
    Reply fieldList(const Ask &ask);
    Reply employeeList(const Ask &ask);
    Reply modelList(const Ask &ask);
    Reply equipmentList(const Ask &ask);
    Reply updates(const Ask &ask);

    /// Reads and checks a task body into `task`; the refusal where it breaks a rule.
    std::optional<Reply> readTaskBody(const QByteArray &body, StoredTask &task) const;
    QJsonArray rows(const QVector<Row> &from) const;
    QJsonObject taskJson(const StoredTask &task, bool full) const;

    Company &m_company;
    Options m_options;
    QHash<QString, int> m_counts;
};

} // namespace naryad::sandbox
