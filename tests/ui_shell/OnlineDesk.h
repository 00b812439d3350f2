#pragma once

#include "FaultProxy.h"
#include "core/Clock.h"
#include "models/Details.h"
#include "sandbox/Sandbox.h"
#include "store/Reader.h"
#include "sync/Engine.h"
#include "widgets/Desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace naryad::test {

/// A screen's desk with a real engine in front of the stand-in: nothing is held, and what arrives is asked of
/// the stand-in itself. What stands on it goes before shut().
class OnlineDesk : public QObject
{
    Q_OBJECT
protected:
    /// False where the stand-in does not start or the files can't be opened.
    bool open(const sandbox::Options &options)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        if (!m_sandbox->start())
            return false;
        m_proxy = std::make_unique<FaultProxy>(m_sandbox->address());
        Account account;
        account.name = QStringLiteral("test");
        account.base = m_proxy->url();
        account.zoneId = "Europe/Moscow";
        account.folder = m_folder->path();
        sync::EngineOptions engineOptions;
        engineOptions.hold = std::chrono::seconds(0);
        m_engine = std::make_unique<sync::Engine>(account, m_sandbox->key(), m_clock, engineOptions);
        if (!m_engine->open())
            return false;
        m_reader = std::make_unique<store::Reader>(m_engine->mirrorPath(), m_engine->journalPath());
        m_details = std::make_unique<models::Details>(*m_reader);
        return true;
    }
    void shut()
    {
        m_details.reset();
        m_reader.reset();
        m_engine.reset();
        m_proxy.reset();
        m_sandbox.reset();
    }

    ui::Desk desk() const
    {
        return {*m_reader, *m_details, *m_engine, m_clock, AccountZone("Europe/Moscow")};
    }
    bool isOnline() const { return m_engine->state().phase == SyncState::Phase::Online; }

    /// What the stand-in answers beside the program.
    QJsonValue truth(const QString &path, const QByteArray &post = {}) const
    {
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(m_sandbox->address().toString() + path));
        request.setRawHeader("Authorization", "key=" + m_sandbox->key().toUtf8());
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        std::unique_ptr<QNetworkReply> reply(
            post.isEmpty() ? manager.get(request) : manager.post(request, post));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
            return {};
        const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    /// How often the stand-in was asked for the command.
    int asked(const QString &command) const
    {
        return truth(QStringLiteral("/sandbox/requests")).toObject().value(command).toInt();
    }
    /// The body of the last request of this command.
    QJsonObject sent(const QString &command) const
    {
        QJsonObject body;
        for (const FaultProxy::Seen &seen : m_proxy->seen()) {
            if (seen.request.command() == command)
                body = QJsonDocument::fromJson(seen.request.body).object();
        }
        return body;
    }
    template <class T> static Result<T> answered(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20000) || future.resultCount() == 0)
            return fail(ErrorKind::Cancelled);
        return future.result();
    }
    bool allIsSent() const
    {
        return QTest::qWaitFor(
            [this] {
                const SyncState &state = m_engine->state();
                return state.waiting == 0 && state.unsure == 0 && state.refused == 0 && state.sent > 0;
            },
            20000);
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<FaultProxy> m_proxy;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<models::Details> m_details;
};

} // namespace naryad::test
