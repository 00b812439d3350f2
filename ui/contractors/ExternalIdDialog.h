#pragma once

#include "widgets/Desk.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace naryad::ui {

class ReasonLabel;

/// Window `Find by external id`: the service is asked, so that a client no list has named yet is found too.
/// Open it by open(). Thread: the GUI's.
class ExternalIdDialog : public QDialog
{
    Q_OBJECT
public:
    ExternalIdDialog(Desk desk, QWidget *parent);

Q_SIGNALS:
    /// It is in the mirror now.
    void found(const QString &id);

private:
    void ask();

    Desk m_desk;
    QLineEdit *m_field;
    QPushButton *m_find;
    ReasonLabel *m_message;
};

} // namespace naryad::ui
