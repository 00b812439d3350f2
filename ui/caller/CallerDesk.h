#pragma once

#include "core/Caller.h"
#include "core/TaskCard.h"
#include "tasks/TaskStart.h"
#include "widgets/Desk.h"

#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace naryad::models {
class CallerModel;
}

namespace naryad::ui {

/// Who is calling: a number or a name is typed, the best match is chosen and its card shown at once, from
/// what this computer knows, so also with the line down.
///
/// Owns its model. What is done about the caller is told by signals; a key that comes before the answer is
/// done when it is there. Never shows an older card under a newer choice. Thread: the GUI's.
class CallerDesk : public QWidget
{
    Q_OBJECT
public:
    explicit CallerDesk(Desk desk, QWidget *parent = nullptr);
    ~CallerDesk() override;

    /// The user has come here: the field has the keyboard, and what stands in it is typed over.
    void enter();
    /// Looks for this number, as if it were typed.
    void call(const QString &number);
    /// What Engine::mirrorChanged told.
    void apply(const MirrorChange &change);
    /// A new task for the caller chosen, or for one nobody knows: taskAsked() follows as soon as the answer
    /// is there. False where nothing is typed.
    bool beginTask();
    QLineEdit *field() const { return m_field; }
    /// In reading order, for F6.
    QVector<QWidget *> panes() const;

Q_SIGNALS:
    void taskAsked(const naryad::ui::TaskStart &start);
    /// A comment on this task.
    void commentAsked(const naryad::TaskRow &task);
    /// The contractor's own screen.
    void openContractor(const naryad::NamedRef &contractor);
    /// A contractor nobody knows yet: with this number, or with this name.
    void newContractor(const QString &phone, const QString &name);
    /// Esc in an empty field: back to where the user came from.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Then {
        Nothing,
        Open,
        Task,
        Comment,
    };

    QWidget *makeList();
    QWidget *makeCard();
    void makeActions();
    bool fieldKey(int key);
    void answered();
    void choose(int row);
    void askCard();
    void showCard();
    void showTasks();
    void enable();
    void does(Then what);
    void doNow(Then what);
    bool isWaiting(Then what) const;
    Caller chosen() const;

    Desk m_desk;
    models::CallerModel *m_model;
    QLineEdit *m_field = nullptr;
    QStackedWidget *m_stack = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nobody = nullptr;
    QPushButton *m_new = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_tasksTitle = nullptr;
    QListWidget *m_tasks = nullptr;
    QAction *m_taskAction = nullptr;
    QAction *m_openAction = nullptr;
    QAction *m_commentAction = nullptr;
    Caller m_caller; ///< whose card is shown or asked for; nobody: an empty id
    std::optional<CallerCard> m_card; ///< of m_caller
    quint64 m_asked = 0; ///< answers to an older question are dropped
    bool m_typedSince = false; ///< the rows are not of what is typed any more: the best will be chosen
    bool m_cardReady = true; ///< the card asked for last was answered
    Then m_then = Then::Nothing;
};

} // namespace naryad::ui
