#include "StartWatch.h"

#include "models/TaskListModel.h"

#include <QApplication>
#include <QEvent>
#include <QLoggingCategory>
#include <QTableView>

namespace naryad::app {

namespace {

Q_LOGGING_CATEGORY(lcStart, "naryad.start", QtWarningMsg)

using models::TaskListModel;

/// Sees every painting until the list has been painted with its rows.
class StartWatch : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        const auto *table = qobject_cast<QTableView *>(watched->parent());
        auto *list = table ? qobject_cast<TaskListModel *>(table->model()) : nullptr;
        if (!list || watched != table->viewport() || !isHere(*table, *list))
            return false;
        parent()->removeEventFilter(this);
        // Once this event has been handled, it stands there.
        QMetaObject::invokeMethod(
            list, [this, list] { painted(*list); }, Qt::QueuedConnection);
        return false;
    }

private:
    static bool isHere(const QTableView &table, const TaskListModel &list)
    {
        const int first = table.rowAt(0);
        return first >= 0 && list.index(first, 0).data(TaskListModel::LoadedRole).toBool();
    }

    void painted(TaskListModel &list)
    {
        qCInfo(lcStart) << "painted";
        connect(&list, &TaskListModel::loadChanged, this, [this, &list] { complete(list); });
        complete(list);
    }

    void complete(const TaskListModel &list)
    {
        if (m_complete || list.load() != TaskListModel::Load::Ready)
            return;
        m_complete = true;
        qCInfo(lcStart) << "complete";
        deleteLater();
    }

    bool m_complete = false;
};

} // namespace

void watchStart(QApplication &app)
{
    if (lcStart().isInfoEnabled())
        app.installEventFilter(new StartWatch(&app));
}

} // namespace naryad::app
