#pragma once

#include "core/TaskCard.h"
#include "tasks/TaskStart.h"

#include <QLineEdit>
#include <QPointer>
#include <QVector>

#include <functional>

class QAction;

namespace naryad::models {
class FindModel;
}
namespace naryad::store {
class Reader;
}

namespace naryad::ui {

class EntityPickerList;

/// The field `Find or do`: finds everything the mirror knows and does whatever the menus do.
///
/// Owns its model and the list under it. What is found is told by hitChosen(); a command is done by its
/// action. The best match is marked, Up and Down move the mark, Enter takes it, Esc goes back to where the
/// keyboard was. Thread: the GUI's; never waits.
class Palette : public QLineEdit
{
    Q_OBJECT
public:
    explicit Palette(store::Reader &reader, QWidget *parent = nullptr);

    /// Called whenever the field is entered: the actions that can be done now. `words` names each, with the
    /// menu it stands in.
    struct Command
    {
        QString words;
        QPointer<QAction> action;
    };
    void setCommands(std::function<QVector<Command>()> commands);

    /// The keyboard comes here, from wherever it is.
    void open();
    /// True where a new task is for what is marked here, a contractor: taskAsked() was emitted.
    bool beginTask();
    QSize sizeHint() const override;
    static QString prefixWords();

Q_SIGNALS:
    void hitChosen(const naryad::Hit &hit);
    void taskAsked(const naryad::ui::TaskStart &start);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void enter();
    void showList();
    void take(int row);
    void takeMarked();
    void goBack();

    models::FindModel *m_model;
    EntityPickerList *m_list;
    std::function<QVector<Command>()> m_find;
    QVector<Command> m_commands;
    QPointer<QWidget> m_before; ///< where the keyboard was
    bool m_takeWhenReady = false; ///< Enter came before the answer
};

} // namespace naryad::ui
