#pragma once

#include "core/Commands.h"
#include "core/Draft.h"
#include "models/ManyTasksModel.h"
#include "widgets/Desk.h"
#include "widgets/FormProblem.h"

#include <QDialog>
#include <QJsonObject>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QTableView;

namespace naryad::ui {

class DraftBook;
class DraftKeeper;
class ReasonLabel;

/// One thing said of many tasks: shows which they are and what becomes of each, before and after.
///
/// A window of its own: the list can be worked with beside it, and it may be closed at any time once all is
/// on disk. What can't be said of a task is told in its row and left out; the rest goes. Deletes itself when
/// closed. Thread: the GUI's. Never talks to the network.
class ManyDialog : public QDialog
{
    Q_OBJECT
public:
    /// `title`: of the window ("Close tasks"), and what its button says.
    ManyDialog(
        Desk desk, const QVector<RowId> &rows, const QString &title, models::ManyTasksModel::Judge judge,
        QWidget *parent);
    ~ManyDialog() override;

    void apply(const MirrorChange &change);
    models::ManyTasksModel &model() { return *m_model; }
    /// As what its draft is kept; nothing: there is nothing to type in it.
    virtual std::optional<Draft::Kind> draftKind() const { return {}; }
    /// What is typed and not said, for the draft; empty: nothing.
    virtual QJsonObject typed() const { return {}; }
    virtual void restore(const QJsonObject &) {}
    /// Keeps what is typed as it is typed, and first puts in what an earlier window of its kind left, unless
    /// something is typed already. Drafts called `inUse` are other windows'. `book` outlives the window.
    void keepAs(DraftBook &book, Draft::Kind kind, QStringList inUse);
    void keepNow();
    QString draftKey() const; ///< empty: nothing is kept
    bool isSaid() const { return m_step == Step::Said; }

    void done(int result) override;
    void reject() override;

Q_SIGNALS:
    /// All that could be said is on disk.
    void said();

protected:
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// What is said of which row.
    struct Saying
    {
        TaskRow row;
        Command command;
    };
    using Made = std::function<void(const Result<QVector<Saying>> &)>;

    /// `form` (null: none) stands above the rows; `focus` has the keyboard first.
    void finishLayout(QWidget *form, QWidget *focus);
    /// The column of texts is of use here; with `own` each row may have one of its own.
    void showTexts(bool shown, bool own);
    void complain(const FormProblem &problem);
    void touched();
    /// Those typed into rows and not said, for the draft: {"own": {task: text}}; empty: none.
    QJsonObject ownTexts() const;
    void restoreOwnTexts(const QJsonObject &typed);
    virtual FormProblem wrongNow() const { return {}; }
    /// Before anything is said: what is typed and not taken yet is taken.
    virtual void take() {}
    /// The commands for these rows, in their order; answers by `made`, maybe later. A row it has none for it
    /// leaves out of the model.
    virtual void makeCommands(const QVector<TaskRow> &rows, const Made &made) = 0;

    Desk m_desk;
    models::ManyTasksModel *m_model;

private:
    enum class Step {
        Choosing,
        Saying,
        Said,
    };

    void begin();
    void sayNext();
    void stopped(const Error &error);
    void finished();
    void takeBack();
    void showSums();
    QString sums() const;
    void enable();
    void shareColumns();

    QString m_title;
    Step m_step = Step::Choosing;
    bool m_goWhenRead = false;
    FormProblem m_complaint;
    DraftKeeper *m_keeper = nullptr;
    bool m_tellsNotKept = false; ///< the message is that the draft is not on disk
    QLabel *m_sums;
    ReasonLabel *m_message;
    QTableView *m_table;
    QPushButton *m_go;
    QPushButton *m_back;
    QPushButton *m_done;
    QWidget *m_form = nullptr;
    int m_room = 0; ///< the width the columns share
};

} // namespace naryad::ui
