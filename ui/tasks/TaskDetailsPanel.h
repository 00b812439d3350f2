#pragma once

#include "widgets/Desk.h"

#include <QPlainTextEdit>

class QAction;

namespace naryad::ui {

/// Everything known of the task that is chosen, as plain text that can be selected and copied.
/// Thread: the GUI's. Never shows an older task under a newer choice.
class TaskDetailsPanel : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TaskDetailsPanel(Desk desk, QWidget *parent = nullptr);

    void show(RowId row); ///< 0: nothing chosen
    void reload();
    RowId row() const { return m_row; }

    /// The card in words, as the panel shows it; the service's answer folded into one line unless
    /// `wholeAnswer`.
    static QString textOf(const TaskCard &card, const AccountZone &zone, bool wholeAnswer);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    Desk m_desk;
    RowId m_row = 0;
    QAction *m_answer; ///< shows the service's answer, or folds it
};

} // namespace naryad::ui
