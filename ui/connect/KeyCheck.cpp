#include "connect/KeyCheck.h"

#include "core/Await.h"

#include <utility>

namespace naryad::ui {

KeyCheck::KeyCheck(ConnectHost &host, QObject *parent)
    : QObject(parent)
    , m_host(host)
{}

KeyCheck::~KeyCheck()
{
    cancel();
}

void KeyCheck::start(const CompanyAddress &company, const QString &key)
{
    cancel();
    const int turn = ++m_turn;
    m_company = company;
    m_key = key;
    m_state = State::Checking;
    m_running = m_host.check(company, key);
    await(this, m_running, [this, turn](const Result<void> &answer) { checked(turn, answer); });
}

bool KeyCheck::cancel()
{
    if (m_state == State::Keeping)
        return false;
    ++m_turn;
    m_state = State::Idle;
    m_running.cancel();
    return true;
}

void KeyCheck::checked(int turn, const Result<void> &result)
{
    if (turn != m_turn)
        return;
    if (!result) {
        m_state = State::Idle;
        Q_EMIT refused(result.error());
        return;
    }
    m_state = State::Keeping;
    await(this, m_host.keepKey(m_company, m_key), [this, turn](const Result<void> &answer) {
        kept(turn, answer);
    });
}

void KeyCheck::kept(int turn, const Result<void> &result)
{
    if (turn != m_turn)
        return;
    m_state = State::Idle;
    // A keychain that fails is no reason to keep the user out: the key then lives in memory alone.
    const QString notKept = result ? QString() : notKeptWords(result.error());
    Q_EMIT accepted(m_company, std::exchange(m_key, {}), notKept);
}

QString KeyCheck::notKeptWords(const Error &error)
{
    if (error.cause == ErrorCause::NoKeychain || error.cause == ErrorCause::KeychainSilent)
        return tr("The key is kept for this run only: no system keychain answered.");
    return tr("The key is kept for this run only: %1").arg(describe(error));
}

} // namespace naryad::ui
