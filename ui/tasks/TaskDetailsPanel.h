#pragma once

#include "core/Commands.h"
#include "core/Contractor.h"
#include "core/TaskCard.h"
#include "widgets/Desk.h"

#include <QWidget>

#include <optional>

class QAction;
class QLayout;
class QPlainTextEdit;
class QPushButton;

namespace naryad::ui {

/// Everything known of the task that is chosen, as plain text that can be selected and copied, and what can
/// be done to it beside. Thread: the GUI's. Never shows an older task under a newer choice.
class TaskDetailsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TaskDetailsPanel(Desk desk, QWidget *parent = nullptr);

    void show(RowId row); ///< 0: nothing chosen
    using QWidget::show;
    void reload();
    RowId row() const { return m_row; }
    QString toPlainText() const;
    /// A button for it beside the text; not owned.
    void addActionButton(QAction *action);

    /// The card in words, as the panel shows it; the service's answer folded into one line unless
    /// `wholeAnswer`.
    static QString textOf(const TaskCard &card, const AccountZone &zone, bool wholeAnswer);

Q_SIGNALS:
    /// The newest refused command about the task is to be mended.
    void fixRequested(const naryad::JournalEntry &entry);

private:
    QPushButton *addButton(const QString &objectName, const QString &text);
    void askContractor();
    void write();
    void openMenu(const QPoint &place);

    Desk m_desk;
    RowId m_row = 0;
    quint64 m_asked = 0; ///< answers to an older question are dropped
    std::optional<TaskCard> m_card;
    std::optional<Contractor> m_contractor; ///< of the card
    QString m_shown; ///< what stands there
    QString m_lookedAt; ///< the contractor whose card was asked of the service
    QPlainTextEdit *m_text;
    QLayout *m_buttons;
    QAction *m_answer; ///< shows the service's answer, or folds it
    QPushButton *m_raw;
    QPushButton *m_mend;
};

} // namespace naryad::ui
