#pragma once

#include "SingleInstance.h"
#include "connect/ConnectHost.h"
#include "core/Account.h"
#include "models/Details.h"
#include "secrets/KeyStore.h"
#include "settings/SettingsHost.h"
#include "shell/MainWindow.h"
#include "shell/UiSettings.h"
#include "store/Reader.h"
#include "sync/Engine.h"

#include <memory>

namespace naryad::app {

/// Checks keys against the service and keeps them in the keychain, for the screens.
class KeyKeeper final : public ui::ConnectHost
{
public:
    KeyKeeper(secrets::KeyStore &store, const Clock &clock)
        : m_store(store)
        , m_clock(clock)
    {}

    QFuture<Result<void>> check(const CompanyAddress &company, const QString &key) override;
    QFuture<Result<void>> keepKey(const CompanyAddress &company, const QString &key) override;

private:
    secrets::KeyStore &m_store;
    const Clock &m_clock;
};

/// One company at work: its lock, its engine, what reads it, and its window; taken down in the other order.
/// Thread: the GUI's.
class Session : public QObject, private ui::SettingsHost
{
    Q_OBJECT
public:
    Session(Account account, ui::ConnectHost &host, const Clock &clock, const QString &preferencesFile);
    ~Session() override;

    /// Takes the folder and opens its files. Errors: Storage (InUse: another program has it).
    Result<void> open(const QString &key);
    void show();
    /// What a start asks of the window.
    void carryOut(const WindowOrder &order);
    /// What the keychain answered. A key that was entered meanwhile stands: the answer is older.
    void keyRead(const Result<QString> &key);

    ui::MainWindow &window() { return *m_window; }
    sync::Engine &engine() { return *m_engine; }
    const Account &account() const { return m_account; }

private:
    void useKey(const QString &key);
    ui::LineSettings lineSettings() const override;
    void setLineSettings(const ui::LineSettings &settings) override;
    QFuture<Result<TaskNumbers>> taskNumbers() override;
    QFuture<Result<TaskNumbers>>
    setTaskNumbers(TaskNumbers::By by, const QString &prefix, std::optional<qint64> next) override;

    Account m_account;
    ui::ConnectHost &m_host;
    const Clock &m_clock;
    SingleInstance m_instance;
    bool m_hasKey = false;
    ui::UiSettings m_settings;
    ui::UiSettings m_ownSettings; ///< in the company's folder
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<models::Details> m_details;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace naryad::app
