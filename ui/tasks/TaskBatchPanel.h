#pragma once

#include <QVector>
#include <QWidget>

class QAction;
class QLabel;

namespace naryad::ui {

/// What stands beside the list while several tasks are marked: how many, and all that can be done to them, a
/// button for each action. Thread: the GUI's.
class TaskBatchPanel : public QWidget
{
    Q_OBJECT
public:
    TaskBatchPanel(const QVector<QAction *> &actions, QWidget *parent = nullptr);

    void setCount(int count);

private:
    QLabel *m_title;
};

} // namespace naryad::ui
