#pragma once

#include "Controls.h"
#include "EquipmentFixture.h"
#include "equipment/EquipmentCardView.h"
#include "equipment/EquipmentForms.h"
#include "equipment/EquipmentScreen.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QTableView>
#include <QTreeWidget>

using namespace naryad;
using namespace naryad::test;
using namespace naryad::ui;
using namespace Qt::StringLiterals;

/// The Equipment screen over small databases, with the commands faked.
class EquipmentScreenFixture : public QObject
{
    Q_OBJECT
protected:
    template <class Form> Form *opened()
    {
        if (!QTest::qWaitFor([] { return openWindow<Form>() != nullptr; }))
            return nullptr;
        Form *form = openWindow<Form>();
        form->activateWindow();
        return QTest::qWaitFor([form] { return form->isActiveWindow(); }) ? form : nullptr;
    }
    template <class T> T *part(const char *name) const
    {
        return m_screen->findChild<T *>(QString::fromLatin1(name));
    }
    static void put(QWidget *form, const char *name, const QString &text)
    {
        auto *line = form->findChild<QLineEdit *>(QString::fromLatin1(name));
        line->setText(text);
        Q_EMIT line->textEdited(text);
    }
    void press(const char *action) const { part<QAction>(action)->trigger(); }
    static void save(QWidget *form) { named<QAbstractButton>(form, u"Save"_s)->click(); }
    void say(qint64 id = 1) { m_desk->commands.submits.answer(id); }
    const Command &said() const { return m_desk->commands.submitted.constLast(); }
    bool shows(const QString &serial) const
    {
        return QTest::qWaitFor([&] {
            const auto &card = m_screen->card().card();
            return card && card->row.serialNumber == serial && part<QAction>("editEquipment")->isEnabled();
        });
    }
    bool rows(int count) const
    {
        const auto *table = part<QTableView>("equipment");
        return QTest::qWaitFor([table, count] { return table->model()->rowCount() == count; });
    }
    QString cell(int row, int column) const
    {
        const auto *model = part<QTableView>("equipment")->model();
        const QModelIndex index = model->index(row, column);
        const bool here = QTest::qWaitFor([&index] { return index.data().toString() != u"loading…"_s; });
        return here ? index.data().toString() : QString();
    }
    QStringList cardLines() const
    {
        QStringList lines;
        for (QTreeWidgetItemIterator it(m_screen->card().tree()); *it; ++it)
            lines.append((*it)->text(0) + u'=' + (*it)->text(1));
        return lines;
    }
    /// The form of the piece Q1234.
    PieceForm *edited()
    {
        m_screen->reveal(u"1"_s);
        if (!shows(u"Q1234"_s))
            return nullptr;
        press("editEquipment");
        return opened<PieceForm>();
    }

    std::unique_ptr<EquipmentFixture> m_desk;
    std::unique_ptr<EquipmentScreen> m_screen;

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<EquipmentFixture>();
        QVERIFY(m_desk->open());
        QVERIFY(m_desk->keepEquipment());
        m_screen = std::make_unique<EquipmentScreen>(m_desk->desk());
        m_screen->resize(1100, 700);
        m_screen->show();
        QVERIFY(QTest::qWaitForWindowActive(m_screen.get()));
        QVERIFY(rows(3));
    }

    void cleanup()
    {
        m_desk->reader.reset();
        m_screen.reset();
        m_desk.reset();
    }
};
