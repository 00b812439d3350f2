#pragma once

#include "core/Commands.h"
#include "models/ManyTasksModel.h"
#include "widgets/Desk.h"
#include "widgets/FormProblem.h"

#include <QDialog>
#include <QJsonObject>

#include <functional>

class QLabel;
class QPushButton;
class QTableView;

namespace naryad::ui {

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
    /// What is typed, to stand there again should the window be closed without saying it.
    virtual QJsonObject typed() const { return {}; }
    virtual void restore(const QJsonObject &) {}
    bool isSaid() const { return m_step == Step::Said; }

    void reject() override;

Q_SIGNALS:
    /// All that could be said is on disk.
    void said();

protected:
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

    QString m_title;
    Step m_step = Step::Choosing;
    bool m_goWhenRead = false;
    FormProblem m_complaint;
    QLabel *m_sums;
    ReasonLabel *m_message;
    QTableView *m_table;
    QPushButton *m_go;
    QPushButton *m_back;
    QPushButton *m_done;
    QWidget *m_form = nullptr;
};

} // namespace naryad::ui
