#pragma once

#include "Services.h"
#include "api/PageWalk.h"
#include "store/Mirror.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace naryad::sync {

/// Walks the small lists to their ends (employees, templates with their fields, contractors) and reads the
/// cards of what has none yet. Thread: the engine's. Never says a thing has gone after an incomplete walk.
class ListWalk : public QObject
{
    Q_OBJECT
public:
    ListWalk(Services &services, store::Mirror &mirror, QObject *parent = nullptr);

    /// Begins a walk; one that is running goes on as it is.
    void start();
    void stop();
    bool isBusy() const { return m_running > 0 || m_inFlight > 0; }

    void lookAtContractor(const QString &id);
    void lookAtTemplate(const QString &id);

    int done() const { return m_done; }
    int total() const { return m_total; }

Q_SIGNALS:
    void progressed();
    void listsRead();
    void failed(const naryad::Error &error);
    void finished();

private:
    template <class T, class Ask, class Apply>
    void walk(Ask ask, Apply apply, std::function<void()> next, api::PageWalk<T> pages = {});

    template <class T, class Apply>
    void readCard(const QString &id, QFuture<Result<api::Snapshot<T>>> answer, Apply apply, QSet<QString> *odd,
        std::function<void()> next);

    void walkEmployees();
    void walkTemplates();
    void walkContractors();
    void readTemplates();
    void readFields();
    void readContractors();
    void askTemplate(const QString &id, bool foreground, std::function<void()> next);
    void askField(const QString &id, bool foreground, std::function<void()> next);
    void askContractor(const QString &id, bool foreground, std::function<void()> next);
    /// Reads the ids one after another, `width` at a time, then `next`.
    void readEach(QStringList ids, void (ListWalk::*ask)(const QString &, bool, std::function<void()>),
        std::function<void()> next);
    bool stored(const Result<void> &written);
    void fail(const Error &error);
    void begin() { ++m_running; }
    void end();

    Services &m_services;
    store::Mirror &m_mirror;
    quint64 m_generation = 0;
    int m_running = 0; ///< chains of a walk still going
    int m_inFlight = 0;
    int m_done = 0;
    int m_total = 0;
    QSet<QString> m_asked; ///< cards on their way
    QSet<QString> m_oddCards; ///< cards that gave an odd answer in this walk
};

} // namespace naryad::sync
