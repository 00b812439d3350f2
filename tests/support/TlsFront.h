#pragma once

#include <QSslConfiguration>
#include <QThread>
#include <QUrl>

#include <memory>

namespace naryad::test {

/// A TLS server on 127.0.0.1 in a thread of its own, in front of any plain server: it takes the encryption
/// off and hands bytes both ways. Its certificates are of the tests' own authority, which nobody trusts but
/// who holds a TrustTestAuthority. Functions: from the test's thread.
class TlsFront
{
public:
    enum class Certificate {
        Good, ///< of 127.0.0.1 and localhost
        OtherName,
        Expired,
    };

    TlsFront(const QUrl &server, Certificate certificate);
    ~TlsFront();
    TlsFront(const TlsFront &) = delete;
    TlsFront &operator=(const TlsFront &) = delete;

    /// "https://127.0.0.1:PORT"
    QUrl url() const;

    int connections() const; ///< ever accepted
    int handshakes() const; ///< those that a client went through to the end
    /// Bytes of clients that came through the encryption.
    qint64 received() const;

private:
    class Worker;
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    QThread m_thread;
    Worker *m_worker;
};

/// While it lives, this process trusts the tests' authority.
class TrustTestAuthority
{
public:
    TrustTestAuthority();
    ~TrustTestAuthority();
    TrustTestAuthority(const TrustTestAuthority &) = delete;
    TrustTestAuthority &operator=(const TrustTestAuthority &) = delete;

private:
    QSslConfiguration m_before;
};

} // namespace naryad::test
