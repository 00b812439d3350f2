#pragma once

#include "core/AccountZone.h"
#include "core/CommandEntry.h"

#include <QWidget>

class QTableWidget;

namespace naryad::ui {

/// What two people made of the same parts of one object, side by side: each part as it was, as it is here,
/// and as it is on the service. Hidden while there is nothing. Decides nothing. Thread: the GUI's.
class ConflictTable : public QWidget
{
    Q_OBJECT
public:
    explicit ConflictTable(AccountZone zone, QWidget *parent = nullptr);

    void setConflicts(const QVector<FieldConflict> &conflicts);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitRows();
    void copyChosen();

    AccountZone m_zone;
    QVector<FieldConflict> m_conflicts;
    QTableWidget *m_table = nullptr;
};

} // namespace naryad::ui
