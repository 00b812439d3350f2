#include "TaskBatchPanel.h"

#include "widgets/PlainLabel.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

TaskBatchPanel::TaskBatchPanel(const QVector<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, this))
{
    setObjectName(u"taskBatch"_s);
    setAccessibleName(tr("Chosen tasks"));
    m_title->setObjectName(u"batchTitle"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    for (QAction *action : actions) {
        // Its letter would be another one's of the window's menus.
        const QString text = QString(action->text()).remove(u'&');
        auto *button = new QPushButton(text, this);
        button->setObjectName(u"batch:"_s + action->objectName());
        button->setAccessibleName(text);
        button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
        if (action->menu())
            button->setMenu(action->menu());
        else
            connect(button, &QPushButton::clicked, action, &QAction::trigger);
        column->addWidget(button);
    }
    column->addStretch();
}

void TaskBatchPanel::setCount(int count)
{
    m_title->setText(tr("%n tasks chosen", nullptr, count));
}

} // namespace naryad::ui
