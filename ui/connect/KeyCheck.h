#pragma once

#include "connect/ConnectHost.h"

#include <QObject>

namespace naryad::ui {

/// One try with a key: ask the service, then keep the key. Used by both windows that take one.
///
/// Owns the running question. A late answer to a cancelled or replaced try is dropped. Thread: the GUI's.
class KeyCheck : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Checking,
        Keeping,
    };

    explicit KeyCheck(ConnectHost &host, QObject *parent = nullptr);
    ~KeyCheck() override;

    State state() const { return m_state; }
    void start(const CompanyAddress &company, const QString &key);
    /// Gives up the question; nothing is signalled afterwards. While the key is being kept there is nothing
    /// to give up: false.
    bool cancel();

    /// Why a key is not in the keychain, for the user.
    static QString notKeptWords(const Error &error);

Q_SIGNALS:
    void refused(const naryad::Error &error);
    /// `notKept`: empty, or the sentence that tells why the key lasts for this run only.
    void accepted(const naryad::CompanyAddress &company, const QString &key, const QString &notKept);

private:
    void checked(int turn, const Result<void> &result);
    void kept(int turn, const Result<void> &result);

    ConnectHost &m_host;
    State m_state = State::Idle;
    int m_turn = 0;
    CompanyAddress m_company;
    QString m_key;
    QFuture<Result<void>> m_running;
};

} // namespace naryad::ui
