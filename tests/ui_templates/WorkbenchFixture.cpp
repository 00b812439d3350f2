#include "WorkbenchFixture.h"

namespace naryad::test {

void WorkbenchFixture::startService(bool fullTasks)
{
    m_folder = std::make_unique<QTemporaryDir>();
    sandbox::Options options;
    options.tasks = 6;
    options.contractors = 3;
    options.equipment = 1;
    options.fullTasks = fullTasks;
    m_sandbox = std::make_unique<sandbox::Sandbox>(options);
    QVERIFY(m_sandbox->start());
    m_proxy = std::make_unique<test::FaultProxy>(m_sandbox->address());
}

void WorkbenchFixture::startProgram(int holdSeconds)
{
    Account account;
    account.name = u"test"_s;
    account.base = m_proxy->url();
    account.zoneId = "Europe/Moscow";
    account.folder = m_folder->path();
    sync::EngineOptions options;
    options.hold = std::chrono::seconds(holdSeconds);
    m_engine = std::make_unique<sync::Engine>(account, m_sandbox->key(), m_clock, options);
    QVERIFY(m_engine->open());
    m_reader = std::make_unique<store::Reader>(m_engine->mirrorPath(), m_engine->journalPath());
    m_details = std::make_unique<models::Details>(*m_reader);
    m_screen = std::make_unique<ui::TemplatesScreen>(
        ui::Desk{*m_reader, *m_details, *m_engine, m_clock, AccountZone("Europe/Moscow")});
    connect(m_engine.get(), &sync::Engine::mirrorChanged, m_screen.get(), [this](const MirrorChange &change) {
        m_screen->apply(change);
    });
    m_screen->resize(1100, 700);
    m_screen->show();
    QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
    const auto loaded = [this] {
        const TemplateStock &stock = m_screen->stock();
        const auto isLoaded = [](const auto &one) { return one.loaded; };
        return m_engine->state().phase == SyncState::Phase::Online && !stock.templates.isEmpty()
            && stock.fields.size() >= 20
            && std::all_of(stock.templates.begin(), stock.templates.end(), isLoaded)
            && std::all_of(stock.fields.begin(), stock.fields.end(), isLoaded);
    };
    QVERIFY(QTest::qWaitFor(loaded, 30000));
}

void WorkbenchFixture::cleanup()
{
    m_reader.reset(); // what it still has to tell must find its models alive
    m_screen.reset();
    m_details.reset();
    m_engine.reset();
    m_proxy.reset();
    m_sandbox.reset();
}

void WorkbenchFixture::save() const
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::ControlModifier);
}

QJsonValue WorkbenchFixture::ask(const QString &path, const QByteArray &body) const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_sandbox->address().toString() + path));
    request.setRawHeader("Authorization", "key=" + m_sandbox->key().toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    std::unique_ptr<QNetworkReply> reply(
        body.isEmpty() ? manager.get(request) : manager.sendCustomRequest(request, "POST", body));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
        return {};
    const QJsonDocument document = QJsonDocument::fromJson('[' + reply->readAll() + ']');
    return document.array().at(0);
}

QString WorkbenchFixture::idNamed(const QString &list, const QString &name) const
{
    for (int page = 0; page < 40; ++page) {
        const QJsonArray rows = truth(u"/api/v5/%1?page=%2"_s.arg(list).arg(page)).toArray();
        for (const QJsonValue row : rows) {
            if (row[u"name"].toString() == name)
                return row[u"id"].toString();
        }
        if (rows.isEmpty())
            break;
    }
    return {};
}

} // namespace naryad::test
