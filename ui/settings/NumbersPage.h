#pragma once

#include "core/TaskNumbers.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QRadioButton;

namespace naryad::ui {

class ReasonLabel;
class SettingsHost;

/// Who numbers new tasks of this account: the service, or this program with a prefix. Thread: the GUI's.
class NumbersPage : public QWidget
{
    Q_OBJECT
public:
    /// `host` outlives the page.
    explicit NumbersPage(SettingsHost &host, QWidget *parent = nullptr);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void show(const TaskNumbers &numbers);
    void keep();
    void showExample();
    TaskNumbers typed() const;

    SettingsHost &m_host;
    QRadioButton *m_byService;
    QRadioButton *m_byNaryad;
    QLineEdit *m_prefix;
    QLineEdit *m_next;
    QLabel *m_example;
    ReasonLabel *m_reason;
    TaskNumbers m_kept; ///< as it is on disk
    TaskNumbers m_said; ///< as it will be, once what is on its way has arrived
    bool m_known = false; ///< what is kept has been read
};

} // namespace naryad::ui
