#include "ResultMemory.h"

#include "core/Await.h"
#include "core/Quotes.h"

namespace naryad::ui {

ResultMemory::ResultMemory(Desk desk, QObject *parent)
    : QObject(parent)
    , m_desk(std::move(desk))
{
    read();
}

void ResultMemory::read()
{
    await(this, m_desk.details.resultsUsed(), [this](const Result<QHash<QString, NamedRef>> &used) {
        if (used)
            m_used = *used;
    });
}

ResultOffer ResultMemory::offerFor(const NamedRef &taskTemplate) const
{
    if (const auto own = m_used.constFind(taskTemplate.id);
        own != m_used.constEnd() && !taskTemplate.isNothing())
        return {*own, tr("Last used for “%1”.").arg(innerQuotes(taskTemplate.name))};
    const NamedRef last = m_used.value(QString());
    if (last.isNothing())
        return {};
    return {
        last,
        taskTemplate.name.isEmpty() ? tr("The last one used.")
                                    : tr("The last one used; “%1” was not closed from here before.")
                                          .arg(innerQuotes(taskTemplate.name))};
}

} // namespace naryad::ui
