#pragma once

#include "Accounts.h"
#include "CommandLine.h"
#include "Session.h"
#include "connect/ConnectWindow.h"
#include "core/Clock.h"
#include "sandbox/Sandbox.h"
#include "secrets/KeyStore.h"
#include "shell/RussianKeys.h"

#include <QEventLoopLocker>
#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace naryad::app {

/// `naryad` with a window: which company opens, with which key, and what is said where that can't be.
/// Owns everything. Thread: the GUI's.
class WindowProgram : public QObject
{
    Q_OBJECT
public:
    /// `keys` null: the system's keychain, or memory where the key is for this run only.
    explicit WindowProgram(CommandLine line, std::unique_ptr<secrets::KeyStore> keys = {});
    ~WindowProgram() override;

    void start();
    /// The window to connect with, where it is open; the company at work, where one is.
    ui::ConnectWindow *connectWindow() const { return m_connect; }
    Session *session() const { return m_session.get(); }
    /// Opens the demo company without showing its window; for the tour.
    Result<Session *> openDemo();
    /// Opens this company in the place of the one that is open. `notKept`: empty, or why the key lasts for
    /// this run only.
    void openSession(const Account &account, const QString &key, const QString &notKept);

private:
    Result<std::unique_ptr<Session>> makeDemo(std::unique_ptr<sandbox::Sandbox> &service);
    void startDemo();
    /// Puts it in the place of the one that was open, which goes once the new window is there.
    void showSession(std::unique_ptr<Session> next);
    void sendAndQuit();
    void tellWhatIsLeft(int commands);
    void quitNow();
    void readKey();
    void askToConnect(ui::ConnectWindow::Purpose purpose, const QString &notice = {});
    void dropConnect();
    void
    onConnected(const CompanyAddress &company, const QString &key, const QByteArray &zoneId, bool keyKept);
    /// The company that is open stays where another can't be; without one there is nothing to stay for.
    void cannotOpen(const Error &error, const QString &path, std::function<void()> again);
    void showProblem(const Error &error, const QString &path, std::function<void()> again);

    ui::RussianKeys m_russianKeys;
    CommandLine m_line;
    SystemClock m_clock;
    Accounts m_accounts;
    std::unique_ptr<secrets::KeyStore> m_keys;
    std::unique_ptr<KeyKeeper> m_keeper;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<Session> m_session;
    QPointer<ui::ConnectWindow> m_connect;
    QString m_stdinKey;
    std::optional<QEventLoopLocker> m_quitting; ///< the last window's end does not end the program yet
};

} // namespace naryad::app
