#pragma once

#include "core/AccountZone.h"
#include "core/SyncState.h"

#include <QPointer>
#include <QStatusBar>

class QDialog;
class QLabel;
class QProgressBar;
class QToolButton;

namespace naryad::ui {

/// The window's bottom line: what the synchronisation is doing, in words, with its progress.
///
/// Owns the `Sync status` button, a progress bar shown only while something is fetched, and the small window
/// of details. Thread: the GUI's.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    StatusLine(AccountZone zone, bool demo, QWidget *parent = nullptr);

    void setState(const SyncState &state);

    /// What stands behind `Sync status`, as lines of plain text: counts, the last success, the last error.
    static QString details(const SyncState &state, const AccountZone &zone);

public Q_SLOTS:
    void showDetails();

private:
    AccountZone m_zone;
    SyncState m_state;
    QToolButton *m_status = nullptr;
    QProgressBar *m_progress = nullptr;
    QPointer<QDialog> m_details;
    QPointer<QLabel> m_detailsText;
};

} // namespace naryad::ui
