#pragma once

#include "Company.h"
#include "Wire.h"

#include <QHash>

namespace naryad::sandbox {

/// The service without its HTTP: finds the command, checks address, method and query, and answers on the
/// company it owns. Thread: the sandbox's.
class Service
{
public:
    explicit Service(const Options &options);

    /// Any path but those under /sandbox/ that it knows is judged as a command.
    Reply answer(const Ask &ask);

    Result<void> save(const QString &file) const;
    Result<void> load(const QString &file);
    void reset();

private:
    Reply command(const Ask &ask);
    std::optional<Reply> ownCommand(const Ask &ask);

    Options m_options;
    QDateTime m_today; ///< of the first company, and so of every reset
    std::unique_ptr<Company> m_company;
    QHash<QString, int> m_counts; ///< command → requests, refused ones too
};

} // namespace naryad::sandbox
