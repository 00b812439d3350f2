#pragma once

#include "FaultProxy.h"
#include "WindowProgram.h"
#include "sandbox/Sandbox.h"

#include <QJsonValue>
#include <QObject>
#include <QTableView>
#include <QTemporaryDir>

#include <memory>

namespace naryad::test {

/// The program as it is started by a user, on a data folder of its own, with the stand-in behind a fault
/// proxy. Its key store is kept over restarts in memory. Base of the window's tests. Thread: the GUI's.
class ProgramFixture : public QObject
{
    Q_OBJECT
public:
    ProgramFixture();
    ~ProgramFixture() override;

protected:
    void startService(int tasks = 60);
    /// Starts the program; a new one takes the place of the old, as after quitting.
    void startProgram();
    void quitProgram();
    /// Types address and key into the window `Connect` and presses its button.
    void connectByTyping(const QString &address, const QString &key);
    /// Starts, connects and waits until everything is there and the main window has the keyboard.
    bool openCompany();
    bool toWindow() const;

    ui::MainWindow &window() const { return m_program->session()->window(); }
    QTableView *table() const;
    QString cell(int row, int column) const;
    /// Types into the control that has the keyboard, key by key.
    static void type(const QString &text);
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// The visible top-level window with this objectName that is active; waits for it.
    static QWidget *waitForWindow(const char *objectName);
    template <class T> static T *control(QWidget *in, const char *objectName)
    {
        auto *found = in->findChild<T *>(QString::fromLatin1(objectName));
        return found;
    }
    /// The words of the status button.
    QString status() const;

    /// What the service holds.
    QJsonValue truth(const QString &path) const;
    int made() const; ///< tasks made by clients

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<FaultProxy> m_proxy;
    std::shared_ptr<secrets::MemoryKeyStore> m_keys;
    std::unique_ptr<app::WindowProgram> m_program;
};

} // namespace naryad::test
