#include "DraftKeeper.h"

#include "DraftBook.h"

#include <chrono>

using namespace std::chrono_literals;

namespace naryad::ui {

namespace {

constexpr auto Pause = 300ms;

} // namespace

DraftKeeper::DraftKeeper(
    DraftBook &book, const Clock &clock, Draft draft, std::function<QJsonObject()> read, QObject *parent)
    : QObject(parent)
    , m_book(book)
    , m_clock(clock)
    , m_draft(std::move(draft))
    , m_read(std::move(read))
{
    connect(&m_book, &DraftBook::kept, this, [this](const QString &key, const QDateTime &when) {
        // A draft taken out since is kept no more.
        if (key == m_draft.key && !m_draft.form.isEmpty())
            Q_EMIT kept(when);
    });
    connect(&m_book, &DraftBook::notKept, this, [this](const QString &key, const Error &error) {
        if (key == m_draft.key)
            Q_EMIT notKept(error);
    });
}

void DraftKeeper::touched()
{
    if (m_paused || m_touched)
        return;
    m_touched = true;
    // Counted from the first key and not from the last: who types on and on would else lose all of it.
    m_clock.after(Pause, this, [this] { keepNow(); });
}

void DraftKeeper::keepNow()
{
    if (m_paused || !m_touched)
        return;
    m_touched = false;
    const QJsonObject form = m_read();
    if (form == m_draft.form)
        return;
    m_draft.form = form;
    if (!form.isEmpty()) {
        m_book.keep(m_draft);
        return;
    }
    m_book.drop(m_draft.key);
    Q_EMIT kept({});
}

void DraftKeeper::pause()
{
    keepNow();
    m_paused = true;
}

void DraftKeeper::resume()
{
    m_paused = false;
}

void DraftKeeper::said()
{
    m_paused = true;
    m_book.forget(m_draft.key);
}

void DraftKeeper::saidAllBut(const QJsonObject &rest)
{
    m_paused = true;
    if (rest == m_draft.form)
        return;
    m_draft.form = rest;
    if (rest.isEmpty())
        m_book.drop(m_draft.key);
    else
        m_book.keep(m_draft);
}

void DraftKeeper::startAgain()
{
    m_paused = false;
    m_touched = false;
    m_draft.form = {};
    m_draft.replaces = 0;
}

} // namespace naryad::ui
