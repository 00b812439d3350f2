#pragma once

#include "Controls.h"
#include "FaultProxy.h"
#include "contractors/ClientCard.h"
#include "contractors/ContractorEditor.h"
#include "contractors/ContractorWindows.h"
#include "contractors/ContractorsScreen.h"
#include "contractors/ExternalIdDialog.h"
#include "contractors/PeopleForms.h"
#include "core/Clock.h"
#include "models/Details.h"
#include "sandbox/Sandbox.h"
#include "store/Reader.h"
#include "sync/Engine.h"
#include "tasks/TaskEditor.h"
#include "tasks/TaskWindows.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace naryad;
using namespace naryad::ui;
using namespace Qt::StringLiterals;
using test::named;
using test::openWindow;

/// The Contractors screen with a real engine in front of the stand-in.
class ClientsOnline : public QObject
{
    Q_OBJECT
protected:
    QJsonValue truth(const QString &path, const QByteArray &post = {}) const
    {
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(m_sandbox->address().toString() + path));
        request.setRawHeader("Authorization", "key=" + m_sandbox->key().toUtf8());
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        std::unique_ptr<QNetworkReply> reply(
            post.isEmpty() ? manager.get(request) : manager.post(request, post));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
            return {};
        const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }

    template <class T> Result<T> answered(QFuture<Result<T>> future) const
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20000) || future.resultCount() == 0)
            return fail(ErrorKind::Cancelled);
        return future.result();
    }
    QJsonObject client(const QString &id) const
    {
        return truth(u"/sandbox/contractor?id="_s + id).toObject();
    }
    int asked(const QString &command) const
    {
        return truth(u"/sandbox/requests"_s).toObject().value(command).toInt();
    }
    /// The body of the last request of this command.
    QJsonObject sent(const QString &command) const
    {
        QJsonObject body;
        for (const test::FaultProxy::Seen &seen : m_proxy->seen()) {
            if (seen.request.command() == command)
                body = QJsonDocument::fromJson(seen.request.body).object();
        }
        return body;
    }
    template <class Form> Form *opened() const
    {
        return QTest::qWaitFor([] { return openWindow<Form>() != nullptr; }) ? openWindow<Form>() : nullptr;
    }
    void press(const QString &name) const
    {
        auto *button = named<QAbstractButton>(m_screen.get(), name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        button->click();
    }
    /// Fills the fields of the form that is open, saves it and waits until it is on disk.
    template <class Form> void fill(const QVector<QPair<QString, QString>> &fields) const
    {
        const QPointer<Form> form = opened<Form>();
        QVERIFY(form);
        for (const auto &[name, text] : fields) {
            auto *line = named<QLineEdit>(form, name);
            QVERIFY2(line, qPrintable(name));
            line->setText(text);
        }
        named<QAbstractButton>(form, u"Save"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!form, 10000);
    }
    bool shows(const QString &name) const
    {
        return QTest::qWaitFor(
            [this, &name] {
                const auto &card = m_screen->card().card();
                return card && card->contractor.name == name;
            },
            20000);
    }
    void mark(const QString &text) const
    {
        QTreeWidget *card = m_screen->card().tree();
        const auto found = [card, &text] {
            return card->findItems(text, Qt::MatchStartsWith | Qt::MatchRecursive, 0)
                + card->findItems(text, Qt::MatchStartsWith | Qt::MatchRecursive, 1);
        };
        QTRY_VERIFY_WITH_TIMEOUT(!found().isEmpty(), 20000);
        card->setFocus();
        card->setCurrentItem(found().first());
    }
    /// One of the sandbox's own, with or without a parent.
    QString anyClient(bool subdivision) const
    {
        const auto ids = answered(m_reader->contractorIds());
        const auto cards = answered(m_reader->contractorCards(*ids));
        for (const Contractor &one : *cards) {
            if (one.parent.isNothing() != subdivision && one.detailsLoaded)
                return one.id;
        }
        return {};
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
    std::unique_ptr<test::FaultProxy> m_proxy;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<models::Details> m_details;
    std::unique_ptr<ContractorsScreen> m_screen;
    std::unique_ptr<TaskWindows> m_tasks;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        sandbox::Options options;
        options.tasks = 6;
        options.contractors = 6;
        options.equipment = 1;
        m_sandbox = std::make_unique<sandbox::Sandbox>(options);
        QVERIFY(m_sandbox->start());
        m_proxy = std::make_unique<test::FaultProxy>(m_sandbox->address());
        Account account;
        account.name = u"test"_s;
        account.base = m_proxy->url();
        account.zoneId = "Europe/Moscow";
        account.folder = m_folder->path();
        sync::EngineOptions engineOptions;
        engineOptions.hold = std::chrono::seconds(0);
        m_engine = std::make_unique<sync::Engine>(account, m_sandbox->key(), m_clock, engineOptions);
        QVERIFY(m_engine->open());
        m_reader = std::make_unique<store::Reader>(m_engine->mirrorPath(), m_engine->journalPath());
        m_details = std::make_unique<models::Details>(*m_reader);
        const auto loaded = [this] {
            const auto form = m_reader->templateForm(u"829"_s).result();
            const auto ids = m_reader->contractorIds().result();
            const auto cards = m_reader->contractorCards(ids.value_or(QStringList())).result();
            return m_engine->state().phase == SyncState::Phase::Online && form && form->loaded && cards
                && cards->size() >= 6 && std::all_of(cards->begin(), cards->end(), [](const auto &one) {
                       return one.detailsLoaded;
                   });
        };
        QVERIFY(QTest::qWaitFor(loaded, 20000));
        const Desk desk{*m_reader, *m_details, *m_engine, m_clock, AccountZone("Europe/Moscow")};
        m_screen = std::make_unique<ContractorsScreen>(desk);
        m_screen->resize(1100, 700);
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
        m_tasks = std::make_unique<TaskWindows>(desk, m_screen.get());
        connect(
            m_engine.get(), &sync::Engine::mirrorChanged, m_screen.get(), [this](const MirrorChange &change) {
                m_screen->apply(change);
                if (change.listsChanged)
                    m_tasks->listsChanged();
            });
    }

    void cleanup()
    {
        m_tasks.reset();
        m_screen.reset();
        m_details.reset();
        m_reader.reset();
        m_engine.reset();
        m_proxy.reset();
        m_sandbox.reset();
    }
};
