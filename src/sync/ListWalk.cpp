#include "ListWalk.h"

#include <memory>
#include <utility>

namespace naryad::sync {

namespace {

constexpr int CardsInFlight = 3;
constexpr int CardsAtOnce = 300;

} // namespace

ListWalk::ListWalk(Services &services, store::Mirror &mirror, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mirror(mirror)
{}

void ListWalk::start()
{
    if (isBusy()) {
        m_walkNext = !m_walking;
        return;
    }
    m_walking = true;
    m_complete = true;
    m_done = 0;
    m_total = 0;
    m_oddCards.clear();
    begin();
    walkEmployees();
    begin();
    walkTemplates();
    begin();
    walkContractors();
}

void ListWalk::stop()
{
    ++m_generation;
    m_running = 0;
    m_inFlight = 0;
    m_walking = false;
    m_walkNext = false;
    m_complete = false;
    m_asked.clear();
}

void ListWalk::end()
{
    --m_running;
    Q_EMIT progressed();
    if (isBusy())
        return;
    m_walking = false;
    if (std::exchange(m_walkNext, false))
        start();
    else
        Q_EMIT finished();
}

void ListWalk::fail(const Error &error)
{
    m_complete = false;
    const quint64 generation = m_generation;
    Q_EMIT failed(error);
    // Whoever heard of it may have stopped the walk.
    if (generation == m_generation)
        end();
    else if (!isBusy())
        Q_EMIT finished();
}

bool ListWalk::stored(const Result<void> &written)
{
    if (written)
        return true;
    fail(written.error());
    return false;
}

/// Asks page after page to the list's end, writes the whole with `apply`, then goes on with `next`.
template <class T, class Ask, class Apply>
void ListWalk::walk(Ask ask, Apply apply, std::function<void()> next, api::PageWalk<T> pages)
{
    const quint64 generation = m_generation;
    auto asked = ask(pages.page());
    asked.then(
        this,
        [this, generation, ask, apply, next = std::move(next),
         pages = std::move(pages)](const Result<api::Page<T>> &answer) mutable {
            if (generation != m_generation)
                return;
            if (!answer) {
                // What came so far is worth keeping, but says nothing about what has gone.
                if (!pages.rows().isEmpty() && apply(pages.rows(), false))
                    Q_EMIT listsRead();
                fail(answer.error());
                return;
            }
            const bool more = pages.take(*answer);
            m_done = static_cast<int>(m_done + answer->rows.size());
            Q_EMIT progressed();
            if (more) {
                walk<T>(ask, apply, std::move(next), std::move(pages));
                return;
            }
            if (!stored(apply(pages.rows(), pages.isComplete())))
                return;
            Q_EMIT listsRead();
            next();
        });
}

void ListWalk::walkEmployees()
{
    walk<Employee>(
        [this](int page) { return m_services.employees.employeePage(page); },
        [this](const QVector<Employee> &rows, bool complete) {
            return m_mirror.applyEmployees(rows, complete);
        },
        [this] { end(); });
}

void ListWalk::walkTemplates()
{
    walk<NamedRef>(
        [this](int page) { return m_services.templates.templatePage(page); },
        [this](const QVector<NamedRef> &rows, bool complete) {
            return m_mirror.applyTemplateList(rows, complete);
        },
        [this] { readTemplates(); });
}

void ListWalk::walkContractors()
{
    walk<ContractorListItem>(
        [this](int page) { return m_services.contractors.contractorPage(page); },
        [this](const QVector<ContractorListItem> &rows, bool complete) {
            return m_mirror.applyContractorList(rows, complete);
        },
        [this] { readContractors(); });
}

void ListWalk::readEach(
    QStringList ids, void (ListWalk::*ask)(const QString &, bool, std::function<void()>),
    std::function<void()> next)
{
    struct Queue
    {
        QStringList ids;
        int open = 0;
        std::function<void()> pump;
    };
    auto queue = std::make_shared<Queue>();
    queue->ids = std::move(ids);
    m_total = static_cast<int>(m_total + queue->ids.size());
    // The queue holds its own pump until it is empty; then the circle is cut and everything is freed.
    queue->pump = [this, queue, ask, next = std::move(next)] {
        while (queue->open < CardsInFlight && !queue->ids.isEmpty()) {
            ++queue->open;
            (this->*ask)(queue->ids.takeFirst(), false, [queue] {
                --queue->open;
                if (queue->pump)
                    queue->pump();
            });
        }
        if (queue->open == 0 && queue->ids.isEmpty()) {
            const auto keep = std::exchange(queue->pump, {});
            next();
        }
    };
    const auto pump = queue->pump;
    pump();
}

void ListWalk::readTemplates()
{
    const auto ids = m_mirror.templatesWithoutDetails();
    if (!ids) {
        fail(ids.error());
        return;
    }
    readEach(*ids, &ListWalk::askTemplate, [this] { readFields(); });
}

void ListWalk::readFields()
{
    const auto ids = m_mirror.fieldsWithoutDetails();
    if (!ids) {
        fail(ids.error());
        return;
    }
    readEach(*ids, &ListWalk::askField, [this] { end(); });
}

void ListWalk::readContractors()
{
    auto ids = m_mirror.contractorsWithoutDetails(CardsAtOnce);
    if (!ids) {
        fail(ids.error());
        return;
    }
    ids->removeIf([this](const QString &id) { return m_oddCards.contains(id); });
    if (ids->isEmpty()) {
        end();
        return;
    }
    readEach(*ids, &ListWalk::askContractor, [this] { readContractors(); });
}

/// Reads one card, writes it with `apply`, then goes on with `next`; a card that could be neither read nor
/// written is told by failed() and, where `odd` is given, remembered so that this walk does not ask again.
template <class T, class Apply>
void ListWalk::readCard(
    const QString &id, QFuture<Result<api::Snapshot<T>>> answer, Apply apply, QSet<QString> *odd,
    std::function<void()> next)
{
    ++m_inFlight;
    const quint64 generation = m_generation;
    answer.then(
        this,
        [this, generation, id, apply, odd, next = std::move(next)](const Result<api::Snapshot<T>> &card) {
            if (generation != m_generation)
                return;
            --m_inFlight;
            ++m_done;
            m_asked.remove(id);
            const Result<void> kept = card ? apply(store::Kept<T>{card->value, card->raw})
                                           : Result<void>(tl::unexpected(card.error()));
            if (!kept && odd)
                odd->insert(id);
            if (kept)
                Q_EMIT listsRead();
            else
                Q_EMIT failed(kept.error());
            // Whoever heard of the failure may have stopped the walk.
            if (generation == m_generation)
                next();
        });
}

void ListWalk::askTemplate(const QString &id, bool foreground, std::function<void()> next)
{
    readCard<Template>(
        id, m_services.templates.taskTemplate(id, foreground),
        [this](const store::Kept<Template> &card) { return m_mirror.applyTemplates({card}); }, nullptr,
        std::move(next));
}

void ListWalk::askField(const QString &id, bool foreground, std::function<void()> next)
{
    readCard<TemplateField>(
        id, m_services.templates.field(id, foreground),
        [this](const store::Kept<TemplateField> &card) { return m_mirror.applyTemplateFields({card}); },
        nullptr, std::move(next));
}

void ListWalk::askContractor(const QString &id, bool foreground, std::function<void()> next)
{
    readCard<Contractor>(
        id, m_services.contractors.contractor(id, foreground),
        [this](const store::Kept<Contractor> &card) { return m_mirror.applyContractors({card}); },
        &m_oddCards, std::move(next));
}

void ListWalk::lookAtContractor(const QString &id)
{
    if (id.isEmpty() || m_asked.contains(id))
        return;
    m_asked.insert(id);
    begin();
    askContractor(id, true, [this] { end(); });
}

void ListWalk::lookAtTemplate(const QString &id)
{
    if (id.isEmpty() || m_asked.contains(id))
        return;
    m_asked.insert(id);
    begin();
    askTemplate(id, true, [this] { readFields(); });
}

} // namespace naryad::sync
