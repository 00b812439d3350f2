#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QList>

#include <utility>

namespace naryad::test {

/// A secret service that takes every question and answers none, as one does whose unlock window stands
/// unanswered; turnAway() then refuses what was asked and all that comes after it.
class MuteSecretService final : public QDBusVirtualObject
{
public:
    bool start()
    {
        auto bus = QDBusConnection::sessionBus();
        return bus.registerVirtualObject(QStringLiteral("/"), this, QDBusConnection::SubPath)
            && bus.registerService(QStringLiteral("org.freedesktop.secrets"));
    }

    int asked() const { return m_asked; }

    void turnAway()
    {
        m_refusing = true;
        for (const QDBusMessage &message : std::as_const(m_held))
            refuse(message, QDBusConnection::sessionBus());
        m_held.clear();
    }

    QString introspect(const QString &) const override { return {}; }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        ++m_asked;
        if (m_refusing)
            refuse(message, bus);
        else
            m_held.append(message);
        return true;
    }

private:
    static void refuse(const QDBusMessage &message, const QDBusConnection &bus)
    {
        bus.send(message.createErrorReply(QDBusError::AccessDenied, QStringLiteral("not today")));
    }

    QList<QDBusMessage> m_held;
    int m_asked = 0;
    bool m_refusing = false;
};

} // namespace naryad::test
