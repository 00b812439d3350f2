#pragma once

#include <QWidget>

class QFormLayout;
class QSpinBox;

namespace naryad::ui {

class SettingsHost;

/// How long what can't be taken back is held, how often the program looks for changes, and how much it asks
/// of the line. Thread: the GUI's.
class LinePage : public QWidget
{
    Q_OBJECT
public:
    /// `host` outlives the page.
    explicit LinePage(SettingsHost &host, QWidget *parent = nullptr);

private:
    QSpinBox *
    addNumber(QFormLayout *form, const QString &objectName, const QString &label, const QString &explanation);
    void keep();

    SettingsHost &m_host;
    QSpinBox *m_hold;
    QSpinBox *m_lookEvery;
    QSpinBox *m_requests;
};

} // namespace naryad::ui
