#include "ProgramFixture.h"

#include "Languages.h"

#include <QLabel>
#include <QLineEdit>
#include <QTcpServer>
#include <QTest>

using namespace naryad;
using test::Fault;

/// What the window `Connect` says of each refusal, in both languages, on real sockets.
class ConnectReasonsTest : public test::ProgramFixture
{
    Q_OBJECT
private Q_SLOTS:
    void eachRefusalHasItsOwnWords_data();
    void eachRefusalHasItsOwnWords();

private:
    enum class Case {
        WrongKey,
        NoServer,
        NoSuchHost,
        WebPage,
        OddAddress,
        OddKey,
    };
    QString addressFor(Case of);
    /// What the window says, wherever in it.
    QString reasons() const
    {
        QString said;
        for (const char *place : {"companyReason", "keyReason", "connectReason"}) {
            const auto *label = control<QLabel>(m_program->connectWindow(), place);
            if (label && label->isVisible())
                said += label->text().remove(QChar(0x200b)) + QLatin1Char(' ');
        }
        return said;
    }
};

void ConnectReasonsTest::eachRefusalHasItsOwnWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("of");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *language, Case of, const QString &words) {
        QTest::newRow(name) << QString::fromLatin1(language) << int(of) << words;
    };
    const auto ru = [](const char16_t *text) { return QString::fromUtf16(text); };
    row("wrong key, en", "en", Case::WrongKey, QStringLiteral("The service did not accept the key."));
    row("wrong key, ru", "ru", Case::WrongKey, ru(u"Сервис не принял ключ."));
    row("no server, en", "en", Case::NoServer, QStringLiteral("Nothing answers at 127.0.0.1"));
    row("no server, ru", "ru", Case::NoServer, ru(u"не отвечает"));
    row("no such host, en", "en", Case::NoSuchHost, QStringLiteral("There is no such address"));
    row("no such host, ru", "ru", Case::NoSuchHost, ru(u"Такого адреса нет"));
    row("web page, en", "en", Case::WebPage, QStringLiteral("a web page, not with the Mobiforce API"));
    row("web page, ru", "ru", Case::WebPage, ru(u"веб-страница, а не API Мобифорс"));
    row("plain http, en", "en", Case::OddAddress, QStringLiteral("http"));
    row("plain http, ru", "ru", Case::OddAddress, QStringLiteral("http"));
    row("key with a space, en", "en", Case::OddKey, QStringLiteral("key"));
    row("key with a space, ru", "ru", Case::OddKey, ru(u"люч"));
}

QString ConnectReasonsTest::addressFor(Case of)
{
    switch (of) {
    case Case::NoServer: {
        QTcpServer taken;
        taken.listen(QHostAddress::LocalHost, 0);
        return QStringLiteral("http://127.0.0.1:%1").arg(taken.serverPort());
    }
    case Case::NoSuchHost:
        return QStringLiteral("https://no-such-company.invalid");
    case Case::OddAddress:
        return QStringLiteral("http://company.mobiforce.ru");
    default:
        return m_proxy->url().toString();
    }
}

void ConnectReasonsTest::eachRefusalHasItsOwnWords()
{
    QFETCH(QString, language);
    QFETCH(int, of);
    QFETCH(QString, words);
    const auto wanted = static_cast<Case>(of);
    QObject translators;
    app::loadLanguage(language, &translators);
    startService(5);
    if (wanted == Case::WebPage)
        m_proxy->spoil({}, Fault::WebPage, -1);
    const QString address = addressFor(wanted);
    const QString key = wanted == Case::WrongKey ? QStringLiteral("not-the-key")
        : wanted == Case::OddKey                 ? QStringLiteral("two words")
                                                 : m_sandbox->key();
    startProgram();
    connectByTyping(address, key);
    QTRY_VERIFY2_WITH_TIMEOUT(reasons().contains(words), qPrintable(reasons()), 15000);
    // What was typed stays, and it can be tried again at once.
    auto *company = control<QLineEdit>(m_program->connectWindow(), "company");
    QCOMPARE(company->text(), address);
    QCOMPARE(control<QLineEdit>(m_program->connectWindow(), "apiKey")->text(), key);
    QVERIFY(!m_program->session());
    m_proxy->heal();
    connectByTyping(m_proxy->url().toString(), m_sandbox->key());
    QTRY_VERIFY_WITH_TIMEOUT(m_program->session(), 10000);
    quitProgram();
}

QTEST_MAIN(ConnectReasonsTest)
#include "ConnectReasonsTest.moc"
