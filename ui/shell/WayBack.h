#pragma once

#include <QJsonObject>
#include <QObject>
#include <QVector>

#include <functional>

class QAction;

namespace naryad::ui {

/// Alt+← and Alt+→: where the user was before he went to another screen, another view or something found.
///
/// Owns the two actions and the last places. What a place is only those who asked know. Thread: the GUI's.
class WayBack : public QObject
{
    Q_OBJECT
public:
    /// `here` tells where the user is, `go` takes him to a place it told once.
    WayBack(
        std::function<QJsonObject()> here, std::function<void(const QJsonObject &)> go,
        QObject *parent = nullptr);

    /// He is about to go elsewhere: here he can come back to.
    void leave();
    QAction *backAction() const { return m_back; }
    QAction *forwardAction() const { return m_forward; }

private:
    void step(QVector<QJsonObject> &from, QVector<QJsonObject> &to);
    void enable();

    std::function<QJsonObject()> m_here;
    std::function<void(const QJsonObject &)> m_go;
    QVector<QJsonObject> m_before;
    QVector<QJsonObject> m_after;
    bool m_going = false;
    QAction *m_back;
    QAction *m_forward;
};

} // namespace naryad::ui
