#include "JournalCallTimes.h"

namespace naryad::sync {

namespace {

QString taskUpdatesKey()
{
    return QStringLiteral("get-taskupdates.asked");
}

} // namespace

JournalCallTimes::JournalCallTimes(store::Journal &journal)
    : m_journal(journal)
{}

Result<QDateTime> JournalCallTimes::lastTaskUpdates() const
{
    return m_journal.meta(taskUpdatesKey()).map([](const QString &text) {
        return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
    });
}

Result<void> JournalCallTimes::setLastTaskUpdates(const QDateTime &moment)
{
    return m_journal.setMeta(taskUpdatesKey(), moment.toUTC().toString(Qt::ISODateWithMs));
}

} // namespace naryad::sync
