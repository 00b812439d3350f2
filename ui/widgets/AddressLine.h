#pragma once

#include "core/Task.h"

#include <QLineEdit>

namespace naryad::models {
class AddressModel;
}
namespace naryad::store {
class Reader;
}

namespace naryad::ui {

class EntityPickerList;

/// An address as it is typed, with those this computer knows under it: the arrow keys mark one, Enter, Tab or
/// a click takes it whole. What is typed stays what it is while none is taken. Thread: the GUI's.
class AddressLine : public QLineEdit
{
    Q_OBJECT
public:
    AddressLine(store::Reader &reader, const QString &name, QWidget *parent = nullptr);
    ~AddressLine() override;

Q_SIGNALS:
    /// One of the list was taken; it stands nowhere yet.
    void chosen(const naryad::Address &address);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void showList();
    void close();
    void take(int row);
    bool listKey(const QKeyEvent &event);

    models::AddressModel *m_model;
    EntityPickerList *m_list;
    bool m_asked = false; ///< the list is to be shown once it is here
    bool m_open = false;
};

} // namespace naryad::ui
