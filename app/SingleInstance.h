#pragma once

#include "WindowOrder.h"
#include "core/Result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>

#include <memory>

class QLocalSocket;

namespace naryad::app {

/// One program per account folder: a lock file, and a local socket on which a second start asks the first to
/// show its window and hands on what it was started for. Thread: the GUI's.
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Takes the folder. Error: Storage/InUse, its place naming the folder and its words the holder's
    /// process.
    Result<void> take();

    /// Asks the program that holds the folder to raise its window and do this; false where it doesn't answer.
    /// Waits for up to a second.
    static bool raiseOther(const QString &folder, const WindowOrder &order);

    /// Where the other start is listened to.
    QString serverName() const { return serverName(m_folder); }

Q_SIGNALS:
    void raiseAsked(const naryad::app::WindowOrder &order);

private:
    void serve(QLocalSocket *socket);
    static QString serverName(const QString &folder);

    QString m_folder;
    QLockFile m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace naryad::app
