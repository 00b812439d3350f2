#include "shell/WayBack.h"

#include <QAction>

namespace naryad::ui {

namespace {

constexpr int MostPlaces = 50;

} // namespace

WayBack::WayBack(
    std::function<QJsonObject()> here, std::function<void(const QJsonObject &)> go, QObject *parent)
    : QObject(parent)
    , m_here(std::move(here))
    , m_go(std::move(go))
    , m_back(new QAction(tr("&Back"), parent))
    , m_forward(new QAction(tr("Forw&ard"), parent))
{
    m_back->setObjectName(QStringLiteral("back"));
    m_back->setShortcuts(QKeySequence::Back);
    m_forward->setObjectName(QStringLiteral("forward"));
    m_forward->setShortcuts(QKeySequence::Forward);
    connect(m_back, &QAction::triggered, this, [this] { step(m_before, m_after); });
    connect(m_forward, &QAction::triggered, this, [this] { step(m_after, m_before); });
    enable();
}

void WayBack::leave()
{
    if (m_going)
        return;
    const QJsonObject here = m_here();
    m_after.clear();
    if (m_before.isEmpty() || m_before.last() != here)
        m_before.append(here);
    if (m_before.size() > MostPlaces)
        m_before.removeFirst();
    enable();
}

void WayBack::step(QVector<QJsonObject> &from, QVector<QJsonObject> &to)
{
    const QJsonObject here = m_here();
    // A choice that led nowhere else is no step.
    while (!from.isEmpty() && from.last() == here)
        from.removeLast();
    if (!from.isEmpty()) {
        const QJsonObject place = from.takeLast();
        to.append(here);
        m_going = true;
        m_go(place);
        m_going = false;
    }
    enable();
}

void WayBack::enable()
{
    m_back->setEnabled(!m_before.isEmpty());
    m_forward->setEnabled(!m_after.isEmpty());
}

} // namespace naryad::ui
