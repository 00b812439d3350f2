#pragma once

#include "Controls.h"
#include "FaultProxy.h"
#include "core/Clock.h"
#include "models/Details.h"
#include "models/TemplateTableModel.h"
#include "models/ValueListModel.h"
#include "sandbox/Sandbox.h"
#include "store/Reader.h"
#include "sync/Engine.h"
#include "templates/FieldEditor.h"
#include "templates/TemplateEditor.h"
#include "templates/TemplatesScreen.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace naryad::test {

using namespace Qt::StringLiterals;
using models::TemplateTableModel;

/// The workbench in front of the stand-in, with nothing faked between: what is saved arrives, once, in order,
/// and nothing else changes.
class WorkbenchFixture : public QObject
{
    Q_OBJECT
protected:
    void startService(bool fullTasks = false);
    void startProgram(int holdSeconds = 0);
    void start(bool fullTasks = false, int holdSeconds = 0)
    {
        startService(fullTasks);
        startProgram(holdSeconds);
    }
    QJsonValue truth(const QString &path) const { return ask(path, {}); }
    QJsonValue ask(const QString &path, const QByteArray &body) const;
    /// Another dispatcher's write.
    QJsonValue elsewhere(const QString &path, const QJsonObject &body) const
    {
        return ask(path, QJsonDocument(body).toJson());
    }
    int asked(const QString &command) const
    {
        return truth(u"/sandbox/requests"_s).toObject().value(command).toInt();
    }
    QJsonObject templateOf(const QString &id) const
    {
        return truth(u"/api/v5/get-template?id="_s + id).toObject();
    }
    QString idNamed(const QString &list, const QString &name) const;
    QVector<JournalEntry> outbox() const
    {
        auto future = m_reader->outbox(1);
        const bool there = QTest::qWaitFor([&future] { return future.isFinished(); });
        return there ? future.result().value_or(QVector<JournalEntry>()) : QVector<JournalEntry>();
    }
    bool allDone() const
    {
        const QVector<JournalEntry> entries = outbox();
        return std::all_of(
            entries.begin(), entries.end(), [](const JournalEntry &entry) { return isFinal(entry.state); });
    }
    template <class T> T *control(QWidget *in, const char *name) const
    {
        return in->findChild<T *>(QLatin1String(name));
    }
    ui::TemplateEditor *editor() const { return m_screen->templateEditor(); }
    ui::FieldEditor *fieldEditor() const { return m_screen->fieldEditor(); }
    TemplateTableModel &rows(const char *table) const
    {
        return *static_cast<TemplateTableModel *>(control<QTableView>(editor(), table)->model());
    }
    void save() const;

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<test::FaultProxy> m_proxy;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<models::Details> m_details;
    std::unique_ptr<ui::TemplatesScreen> m_screen;

private Q_SLOTS:
    void cleanup();
};

} // namespace naryad::test
