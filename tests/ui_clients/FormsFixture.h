#pragma once

#include "ClientsFixture.h"
#include "contractors/ContractorEditor.h"
#include "contractors/ContractorWindows.h"
#include "contractors/PeopleForms.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The windows about clients over small databases, with the commands faked.
class FormsFixture : public QObject
{
    Q_OBJECT
protected:
    template <class Form> Form *opened()
    {
        return QTest::qWaitFor([] { return openWindow<Form>() != nullptr; }) ? openWindow<Form>() : nullptr;
    }
    static void put(QWidget *form, const char *name, const QString &text)
    {
        form->findChild<QLineEdit *>(QString::fromLatin1(name))->setText(text);
    }
    static QString text(const QWidget *form, const char *name)
    {
        return form->findChild<QLineEdit *>(QString::fromLatin1(name))->text();
    }
    static QString label(const QWidget *form, const char *name)
    {
        const auto *found = form->findChild<QLabel *>(QString::fromLatin1(name));
        return found->isVisible() ? QString(found->text()).remove(QChar(0x200b)) : QString();
    }
    static void save(QWidget *form) { named<QAbstractButton>(form, u"Save"_s)->click(); }
    void say(qint64 id = 1) { m_desk->commands.submits.answer(id); }
    const Command &said() const { return m_desk->commands.submitted.constLast(); }

    std::unique_ptr<ClientsFixture> m_desk;
    std::unique_ptr<QWidget> m_screen;
    std::unique_ptr<ContractorWindows> m_windows;

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ClientsFixture>();
        QVERIFY(m_desk->open());
        QVERIFY(m_desk->keepClients());
        m_screen = std::make_unique<QWidget>();
        m_screen->show();
        m_windows = std::make_unique<ContractorWindows>(m_desk->desk(), m_screen.get());
    }

    void cleanup()
    {
        m_desk->reader.reset();
        m_windows.reset();
        m_screen.reset();
        m_desk.reset();
    }
};
