#pragma once

#include "core/AccountZone.h"
#include "core/SyncState.h"

#include <QPointer>
#include <QStatusBar>

class QAction;
class QDialog;
class QLabel;
class QProgressBar;
class QToolButton;

namespace naryad::ui {

class PassingWords;

/// The window's bottom line: what the synchronisation is doing, in words, with its progress.
///
/// Owns the `Sync status` button, words and a bar of progress shown only while something is fetched, the
/// button that pauses it, and the small window of details. Thread: the GUI's.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    StatusLine(AccountZone zone, bool demo, QWidget *parent = nullptr);

    void setState(const SyncState &state);

    /// What stands behind `Sync status`, as lines of plain text: counts, the last success, the last error.
    static QString details(const SyncState &state, const AccountZone &zone);
    /// How far the details are: "Details 120,300 of 1,000,000, newest first, about 40 min"; empty where none
    /// is missing.
    static QString progressWords(const SyncState &state);
    /// Pauses or resumes the synchronisation; for the menu.
    QAction *pauseAction() const { return m_pauseAction; }
    /// What came of what the user did last.
    PassingWords *passing() const { return m_passing; }

public Q_SLOTS:
    void showDetails();

Q_SIGNALS:
    /// The user wants the synchronisation paused, or to go on.
    void pauseAsked(bool paused);

private:
    void showPause();

    AccountZone m_zone;
    SyncState m_state;
    QToolButton *m_status = nullptr;
    PassingWords *m_passing = nullptr;
    QLabel *m_words = nullptr;
    QProgressBar *m_progress = nullptr;
    QAction *m_pauseAction = nullptr;
    QToolButton *m_pause = nullptr;
    QPointer<QDialog> m_details;
    QPointer<QLabel> m_detailsText;
};

} // namespace naryad::ui
