#pragma once

#include "connect/KeyCheck.h"

#include <QDialog>

class QPushButton;

namespace naryad::ui {

class KeyField;
class ReasonLabel;

/// A new key for the account that is open, after the service stopped accepting the old one. The same checks
/// as in the window `Connect`; the old key stays in use until the new one is accepted. Thread: the GUI's.
class KeyDialog : public QDialog
{
    Q_OBJECT
public:
    KeyDialog(ConnectHost &host, CompanyAddress company, QWidget *parent = nullptr);
    ~KeyDialog() override;

public Q_SLOTS:
    void tryKey();
    /// Esc: gives up a running check, else closes.
    void reject() override;

Q_SIGNALS:
    /// `notKept`: empty, or why the key lasts for this run only. The dialog closes after it.
    void keyAccepted(const QString &key, const QString &notKept);

protected:
    bool event(QEvent *event) override;

private:
    void setBusy(bool busy);

    CompanyAddress m_company;
    KeyCheck *m_check = nullptr;
    KeyField *m_key = nullptr;
    ReasonLabel *m_reason = nullptr;
    QPushButton *m_use = nullptr;
};

} // namespace naryad::ui
