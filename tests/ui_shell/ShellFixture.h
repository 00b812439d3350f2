#pragma once

#include "Controls.h"
#include "DeskFixture.h"
#include "contractors/ContractorsScreen.h"
#include "equipment/EquipmentScreen.h"
#include "outbox/OutboxScreen.h"
#include "shell/ActivityBar.h"
#include "shell/MainWindow.h"
#include "shell/NoticeBar.h"
#include "tasks/TasksScreen.h"
#include "templates/TemplatesScreen.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

/// The main window over real small databases, with the commands and the connection faked.
class ShellFixture : public QObject
{
    Q_OBJECT
protected:
    void make(bool demo = false, const QString &name = u"Сервис"_s)
    {
        Account account;
        account.name = name;
        account.base = QUrl(u"https://servis.mobiforce.ru"_s);
        account.zoneId = "Europe/Moscow";
        account.demo = demo;
        m_window = std::make_unique<MainWindow>(m_fixture->desk(), account, *m_host);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    QToolButton *status() const { return named<QToolButton>(m_window.get(), u"Sync status"_s); }
    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<FakeHost> m_host;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<DeskFixture>();
        QVERIFY(m_fixture->open());
        m_host = std::make_unique<FakeHost>();
    }

    void cleanup()
    {
        // The reader first: what it still has to tell must find its models alive.
        if (m_fixture)
            m_fixture->reader.reset();
        m_window.reset();
        m_host.reset();
        m_fixture.reset();
    }
};
