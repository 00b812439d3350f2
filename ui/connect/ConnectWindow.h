#pragma once

#include "connect/KeyCheck.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace naryad::ui {

class KeyField;
class ReasonLabel;

/// The window `Connect`: company, key, and why the service said no. Nothing typed is ever cleared by it.
///
/// Never writes anything itself: the host keeps the key, the one who listens to connected() the account.
/// Thread: the GUI's.
class ConnectWindow : public QDialog
{
    Q_OBJECT
public:
    enum class Purpose {
        FirstStart, ///< the only window: its last button is `Quit`
        AnotherCompany, ///< above the main window: its last button is `Cancel`
    };

    explicit ConnectWindow(
        ConnectHost &host, Purpose purpose = Purpose::FirstStart, QWidget *parent = nullptr);
    ~ConnectWindow() override;

    /// Fills the fields of a known account whose key is asked for.
    void setCompany(const QString &typed, const QByteArray &zoneId = {});
    /// Something the user should know first ("No system keychain answered; enter the key."). Plain text.
    void setNotice(const QString &text);
    bool isChecking() const { return m_check->state() != KeyCheck::State::Idle; }

    static QByteArray defaultZone() { return QByteArrayLiteral("Europe/Moscow"); }

public Q_SLOTS:
    /// What the button `Connect` does.
    void tryToConnect();
    /// Esc: gives up a running check; else, above the main window, closes.
    void reject() override;

Q_SIGNALS:
    /// `zoneId` is empty where nobody chose one: a company that is known keeps its own.
    void connected(
        const naryad::CompanyAddress &company, const QString &key, const QByteArray &zoneId, bool keyKept);
    void demoRequested();
    void quitRequested();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makeMore();
    QDialogButtonBox *makeButtons();
    void clearReasons();
    void setBusy(bool busy);
    void showRefusal(const Error &error);
    void leave();

    Purpose m_purpose;
    KeyCheck *m_check = nullptr;
    QLabel *m_notice = nullptr;
    QLineEdit *m_company = nullptr;
    QLabel *m_suffix = nullptr;
    ReasonLabel *m_companyReason = nullptr;
    KeyField *m_key = nullptr;
    ReasonLabel *m_keyReason = nullptr;
    ReasonLabel *m_reason = nullptr;
    QToolButton *m_moreToggle = nullptr;
    QWidget *m_more = nullptr;
    QComboBox *m_zone = nullptr;
    bool m_zoneChosen = false;
    QPushButton *m_connect = nullptr;
    QPushButton *m_demo = nullptr;
};

} // namespace naryad::ui
