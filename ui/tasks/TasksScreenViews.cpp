#include "QuickFilters.h"
#include "TaskDetailsPanel.h"
#include "TaskViews.h"
#include "TasksScreen.h"
#include "ViewsPane.h"

#include <QLineEdit>
#include <QStackedWidget>

/// The Tasks screen and its views: what narrows it as one, and where the user is in it.
namespace naryad::ui {

using namespace Qt::StringLiterals;

QVector<QWidget *> TasksScreen::panes() const
{
    return {m_views->pane(), m_filter, m_stack, m_details};
}

void TasksScreen::focusList()
{
    m_stack->currentWidget()->setFocus();
}

void TasksScreen::narrowTo(const QString &text, const QJsonObject &chips)
{
    m_firstMatch = true;
    m_quiet = true;
    m_quick->choose(chips);
    m_filter->setText(text);
    m_quiet = false;
    narrow();
}

QJsonObject TasksScreen::place() const
{
    return {
        {u"text"_s, m_filter->text()},
        {u"chips"_s, m_quick->chosen()},
        {u"row"_s, static_cast<qint64>(m_chosen)}};
}

void TasksScreen::goTo(const QJsonObject &place)
{
    const QString text = place[u"text"_s].toString();
    const QJsonObject chips = place[u"chips"_s].toObject();
    if (text != m_filter->text() || chips != m_quick->chosen()) {
        narrowTo(text, chips);
        m_firstMatch = false;
    }
    if (const auto row = static_cast<RowId>(place[u"row"_s].toInteger()); row != 0) {
        m_startRow = 0;
        selectTask(row);
    }
    focusList();
}

} // namespace naryad::ui
