#pragma once

#include "History.h"

namespace naryad::test {

/// Compares what a history's program believes with what the line's record and the server tell.
class Checker
{
public:
    explicit Checker(History &history);

    /// While some may still wait for the user: nothing is taken for done that is not, and nothing is done
    /// twice or after it was taken back.
    void checkAtRest();
    /// After the last synchronisation: all is final, others' work stands, and the mirror is the server.
    void checkEnd();

private:
    void checkOne(const Said &said, const JournalEntry &entry);
    void checkOrder();
    void checkOthersWork();
    void checkTasks();
    void checkCards();
    void checkOptions();
    QString idOf(const Said &said) const;
    void wrong(const Said &said, const QString &what);

    History &m_history;
    QVector<FaultProxy::Seen> m_seen;
};

} // namespace naryad::test
