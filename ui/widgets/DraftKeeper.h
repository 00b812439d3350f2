#pragma once

#include "core/Clock.h"
#include "core/Draft.h"
#include "core/Error.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace naryad::ui {

class DraftBook;

/// Keeps what is typed into one form as it is typed: 300 ms after the first key that is not kept yet, and at
/// once when told. Thread: the GUI's.
class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /// `read` tells the form's content for the draft; empty where nothing is typed, which drops it. `book`
    /// and `clock` outlive the keeper.
    DraftKeeper(
        DraftBook &book, const Clock &clock, Draft draft, std::function<QJsonObject()> read, QObject *parent);

    const QString &key() const { return m_draft.key; }
    /// Something was typed.
    void touched();
    void keepNow();
    /// Keeps what there is and then nothing until resume(): what the form says is on its way to the journal.
    void pause();
    void resume();
    /// It is said: the draft is gone, and nothing is kept any more.
    void said();
    /// Said by commands that do not name the draft: it goes, or only `rest` stays of it.
    void saidAllBut(const QJsonObject &rest);
    /// And the form stands empty for another of its kind.
    void startAgain();

Q_SIGNALS:
    /// On disk since `when` (UTC); invalid: there is nothing to keep (any more).
    void kept(const QDateTime &when);
    void notKept(const naryad::Error &error);

private:
    DraftBook &m_book;
    const Clock &m_clock;
    Draft m_draft;
    std::function<QJsonObject()> m_read;
    bool m_touched = false; ///< something is not kept yet
    bool m_paused = false;
};

} // namespace naryad::ui
