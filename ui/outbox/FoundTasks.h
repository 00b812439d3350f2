#pragma once

#include "core/AccountZone.h"
#include "core/Commands.h"

#include <QWidget>

class QTableWidget;

namespace naryad::ui {

/// What an unanswered command may have become, to choose one from. Hidden while there is nothing.
/// Thread: the GUI's.
class FoundTasks : public QWidget
{
    Q_OBJECT
public:
    enum Column {
        Title, ///< a number or a name
        Plan,
        Owner,
        Created,
        Id,
        Worker,
        Template,
        ColumnCount,
    };

    explicit FoundTasks(AccountZone zone, QWidget *parent = nullptr);

    /// What command `of` may have become, best first. Nothing is chosen at first: the user has to look. What
    /// is chosen of this command's stays chosen while it is among them.
    void setFound(CommandId of, const QVector<FoundObject> &found, bool areTasks);
    /// The service's id of the chosen one; empty where none is.
    QString chosenId() const;
    void takeFocus();
    /// All that is told of one, in one line.
    static QString line(const FoundObject &one, bool isTask, const AccountZone &zone);

Q_SIGNALS:
    void choiceChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static QString text(const FoundObject &one, int column, const AccountZone &zone);

    AccountZone m_zone;
    CommandId m_of = 0;
    QVector<FoundObject> m_found;
    QTableWidget *m_table = nullptr;
};

} // namespace naryad::ui
