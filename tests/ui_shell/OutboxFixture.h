#pragma once

#include "Controls.h"
#include "DeskFixture.h"
#include "models/Words.h"
#include "outbox/OutboxScreen.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

inline Error refusal()
{
    Error error;
    error.kind = ErrorKind::Refused;
    error.httpStatus = 400;
    error.serviceCode = u"17"_s;
    error.words = u"<b>Шаблон</b> не найден"_s;
    return error;
}

inline Error noAnswer()
{
    Error error;
    error.kind = ErrorKind::Ambiguous;
    error.cause = ErrorCause::ConnectionClosed;
    return error;
}

inline AddComment comment(const QString &text = u"Позвонить заранее"_s)
{
    return {{u"1031"_s, {}}, text, u"1031"_s};
}

inline CloseTask closing()
{
    return {{u"1038"_s, {}}, {u"74"_s, u"Выполнено"_s}, u"Без замечаний"_s, u"1038"_s};
}

inline QStringList visibleButtons(const OutboxScreen &screen)
{
    QStringList names;
    const QList<QPushButton *> all = screen.findChildren<QPushButton *>();
    for (const QPushButton *button : all) {
        if (button->isVisible())
            names.append(button->accessibleName());
    }
    names.sort();
    return names;
}

/// The Outbox over a real small journal, with the commands faked.
class OutboxFixture : public QObject
{
    Q_OBJECT
protected:
    void show()
    {
        m_screen = std::make_unique<OutboxScreen>(m_fixture->desk());
        m_screen->resize(1024, 560);
        m_screen->show();
        QTRY_VERIFY(m_screen->model()->isLoaded());
    }

    void reload()
    {
        QSignalSpy loaded(m_screen->model(), &models::OutboxModel::loaded);
        MirrorChange change;
        change.journalChanged = true;
        m_screen->apply(change);
        QTRY_VERIFY(!loaded.isEmpty());
    }

    QTableView *table() const { return named<QTableView>(m_screen.get(), u"Outbox"_s); }
    QPushButton *button(const QString &name) const { return named<QPushButton>(m_screen.get(), name); }
    QTableWidget *found() const { return named<QTableWidget>(m_screen.get(), u"Found"_s); }
    QLabel *message() const { return m_screen->findChild<QLabel *>(u"outboxMessage"_s); }
    QString details() const
    {
        return named<QPlainTextEdit>(m_screen.get(), u"Outbox details"_s)->toPlainText();
    }

    FoundObject task(const QString &id, const QString &number, const Known<NamedRef> &contractor = {}) const
    {
        return {
            id, number, contractor,
            Known<QDateTime>::fromService(QDateTime({2026, 11, 24}, {12, 0}, Qt::UTC)),
            Known<QDateTime>::fromService({})};
    }

    /// Without an answer, and still looked for by itself.
    CommandId addLookedFor(const Command &command)
    {
        const CommandId id = m_fixture->add(command, CommandState::Sending);
        store::Outcome outcome;
        outcome.state = CommandState::Unsure;
        outcome.error = noAnswer();
        outcome.notBefore = m_fixture->clock.now().addSecs(60);
        return m_fixture->journal->settle(id, outcome) ? id : 0;
    }

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<OutboxScreen> m_screen;

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<DeskFixture>();
        QVERIFY(m_fixture->open());
    }

    void cleanup()
    {
        // The reader first: what it still has to tell must find its models alive.
        if (m_fixture)
            m_fixture->reader.reset();
        m_screen.reset();
        m_fixture.reset();
    }
};
