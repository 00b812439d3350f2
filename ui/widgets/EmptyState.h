#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace naryad::ui {

/// What stands where a list or a card would be: a sentence and, where something can be done, one button.
/// Thread: the GUI's.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString &objectName, QWidget *parent = nullptr);

    /// `action` with '&' for its mnemonic; empty: no button.
    void tell(const QString &text, const QString &action = {});
    QString text() const { return m_text; }

Q_SIGNALS:
    void actionTriggered();

private:
    QString m_text;
    QLabel *m_label;
    QPushButton *m_button;
};

} // namespace naryad::ui
