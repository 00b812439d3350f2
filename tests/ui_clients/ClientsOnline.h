#pragma once

#include "Controls.h"
#include "OnlineDesk.h"
#include "contractors/ClientCard.h"
#include "contractors/ContractorEditor.h"
#include "contractors/ContractorWindows.h"
#include "contractors/ContractorsScreen.h"
#include "contractors/ExternalIdDialog.h"
#include "contractors/PeopleForms.h"
#include "tasks/TaskEditor.h"
#include "tasks/TaskWindows.h"
#include "widgets/EntityPicker.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace naryad;
using namespace naryad::ui;
using namespace Qt::StringLiterals;
using test::named;
using test::openWindow;

/// The Contractors screen with a real engine in front of the stand-in.
class ClientsOnline : public test::OnlineDesk
{
    Q_OBJECT
protected:
    QJsonObject client(const QString &id) const
    {
        return truth(u"/sandbox/contractor?id="_s + id).toObject();
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

    std::unique_ptr<ContractorsScreen> m_screen;
    std::unique_ptr<TaskWindows> m_tasks;

private Q_SLOTS:
    void init()
    {
        sandbox::Options options;
        options.tasks = 6;
        options.contractors = 6;
        options.equipment = 1;
        QVERIFY(open(options));
        const auto loaded = [this] {
            const auto form = m_reader->templateForm(u"829"_s).result();
            const auto ids = m_reader->contractorIds().result();
            const auto cards = m_reader->contractorCards(ids.value_or(QStringList())).result();
            return isOnline() && form && form->loaded && cards && cards->size() >= 6
                && std::all_of(
                       cards->begin(), cards->end(), [](const auto &one) { return one.detailsLoaded; });
        };
        QVERIFY(QTest::qWaitFor(loaded, 20000));
        m_screen = std::make_unique<ContractorsScreen>(desk());
        m_screen->resize(1100, 700);
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
        m_tasks = std::make_unique<TaskWindows>(desk(), m_screen.get());
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
        shut();
    }
};
