#pragma once

#include "core/Result.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace naryad::ui {

/// The field `API key`: hidden characters, a button that shows them, one that pastes. Thread: the GUI's.
class KeyField : public QWidget
{
    Q_OBJECT
public:
    explicit KeyField(QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }
    /// The key as it can be sent, or why not.
    Result<QString> key() const;
    void setReadOnly(bool readOnly);

public Q_SLOTS:
    void paste();

Q_SIGNALS:
    void edited();

private:
    QLineEdit *m_edit = nullptr;
    QToolButton *m_show = nullptr;
    QToolButton *m_paste = nullptr;
};

} // namespace naryad::ui
