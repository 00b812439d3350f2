#pragma once

#include "core/Commands.h"
#include "core/Task.h"
#include "core/TaskCard.h"
#include "models/OutboxModel.h"
#include "widgets/Desk.h"

#include <QHash>
#include <QSet>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace naryad::ui {

class ConflictTable;
class FoundTasks;
class Looks;

/// The Outbox: what was said from this computer and what became of it, with the buttons that apply to the
/// chosen row. Owns its OutboxModel. Never drops or sends anything without being told so by a button. Thread:
/// the GUI's.
class OutboxScreen : public QWidget
{
    Q_OBJECT
public:
    explicit OutboxScreen(Desk desk, QWidget *parent = nullptr);

    /// What Engine::mirrorChanged told.
    void apply(const MirrorChange &change);
    /// The user has come here: what needs a decision of his is chosen, else what is still on its way, and the
    /// list has the keyboard.
    void enter();
    /// Chooses a command's row, now or as soon as it is loaded.
    void select(CommandId id);
    models::OutboxModel *model() const { return m_model; }

public Q_SLOTS:
    /// Everything the chosen rows tell, as plain text, to the clipboard.
    void copyRows();
    void shareColumns();
    /// Ctrl+F.
    void focusFilter();

Q_SIGNALS:
    /// Rows were copied, in words.
    void copied(const QString &words);
    /// The user wants to change a refused command: open its editor as it was.
    void fixRequested(const naryad::JournalEntry &entry);
    /// A held command was taken back: what it was typed as is a draft again.
    void recalled();
    /// An update was sent with what others changed meanwhile laid under it; in words. Once for each.
    void sentMerged(naryad::CommandId id, const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeListPane();
    QWidget *makeDetailsPane();
    QPushButton *makeButton(const QString &name, const QString &text, const QString &accessible);
    void modelLoaded();
    void tellMerged(const JournalEntry &entry);
    void choose(int row);
    void keepSelection();
    void selectionMoved();
    void showEntry();
    void showButtons();
    void showText();
    void lookChanged(CommandId id);
    void say(const QString &text);
    void decide(Decision decision, const QString &objectId = {});
    void recall();
    void settleDecision(CommandId id, const QFuture<Result<void>> &decided);
    void itIsThere();
    void confirmSendAgain();

    Desk m_desk;
    models::OutboxModel *m_model = nullptr;
    Looks *m_looks = nullptr;
    QTableView *m_table = nullptr;
    int m_sharedOutcome = 0; ///< the width that column was given
    QStackedWidget *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_reload = nullptr;
    QLabel *m_summary = nullptr;
    QLineEdit *m_filter = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QLabel *m_message = nullptr;
    ConflictTable *m_conflicts = nullptr;
    FoundTasks *m_found = nullptr;
    QWidget *m_buttons = nullptr;
    QGridLayout *m_grid = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_fix = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_look = nullptr;
    QPushButton *m_there = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_mine = nullptr;
    QPushButton *m_theirs = nullptr;
    QPushButton *m_drop = nullptr;

    std::optional<JournalEntry> m_entry; ///< the one chosen row's
    CommandId m_wanted = 0; ///< what to choose again after a reload
    CommandId m_asked = 0; ///< select() was asked for a row not loaded yet
    bool m_reloading = false;
    QSet<CommandId> m_deciding; ///< a decision is on its way to the disk
    QHash<CommandId, QString> m_messages; ///< what a decision came to
    CommandId m_lookAsked = 0; ///< the user waits for this look
    QDateTime m_since; ///< this window is there since then
    QHash<CommandId, QString> m_mergedTold; ///< the words told
};

} // namespace naryad::ui
