#pragma once

#include "widgets/Desk.h"

#include <QDialog>

class QLineEdit;
class QTableWidget;
class QTableWidgetItem;

namespace naryad::ui {

class ReasonLabel;

/// Window `Closing results`: the dictionary of closing results kept on this computer, a number and a name
/// each. What is changed is on disk at once. Thread: the GUI's.
class ResultsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ResultsDialog(Desk desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void build();
    /// Reads them anew; `chosen`: the number whose row is to be current.
    void read(const QString &chosen = {});
    void rename(const QTableWidgetItem *item);
    void add();
    void remove();
    void write(const QFuture<Result<void>> &written, const QString &chosen);

    Desk m_desk;
    QTableWidget *m_table;
    QLineEdit *m_number;
    QLineEdit *m_name;
    ReasonLabel *m_message;
    bool m_quiet = false;
};

} // namespace naryad::ui
