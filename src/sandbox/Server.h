#pragma once

#include "Service.h"

#include <QHttpServer>
#include <QObject>

namespace naryad::sandbox {

/// The HTTP around the service: the key, the latency, the socket. Thread: the sandbox's.
class Server : public QObject
{
public:
    explicit Server(const Options &options);
    ~Server() override;

    /// The port, 0 where it is taken.
    quint16 listen();
    Service &service() { return m_service; }

private:
    QFuture<QHttpServerResponse> answer(const QHttpServerRequest &request);
    Reply judge(const QHttpServerRequest &request);

    Options m_options;
    Service m_service;
    std::map<quint64, std::function<void()>> m_parked; ///< answers that wait for their latency
    quint64 m_parkedCount = 0;
    QHttpServer m_http;
};

} // namespace naryad::sandbox
