#include "AddressLine.h"

#include "EntityPickerList.h"
#include "models/AddressModel.h"

#include <QApplication>
#include <QKeyEvent>

namespace naryad::ui {

AddressLine::AddressLine(store::Reader &reader, const QString &name, QWidget *parent)
    : QLineEdit(parent)
    , m_model(new models::AddressModel(reader, this))
    , m_list(new EntityPickerList(m_model, name, this))
{
    setAccessibleName(name);
    connect(this, &QLineEdit::textEdited, this, &AddressLine::ask);
    connect(m_list, &EntityPickerList::clicked, this, &AddressLine::take);
    connect(m_model, &models::AddressModel::ready, this, [this] {
        if (m_asked && hasFocus())
            showList();
    });
}

AddressLine::~AddressLine()
{
    close();
}

void AddressLine::ask()
{
    m_asked = true;
    m_model->setTyped(text());
}

void AddressLine::showList()
{
    if (m_model->rowCount() == 0) {
        m_list->hide();
        return;
    }
    if (!m_open)
        qApp->installEventFilter(this);
    m_open = true;
    m_list->popUp(-1);
}

void AddressLine::close()
{
    m_asked = false;
    if (!m_open)
        return;
    m_open = false;
    qApp->removeEventFilter(this);
    m_list->hide();
}

void AddressLine::take(int row)
{
    const Address address = m_model->at(row);
    close();
    if (!address.isEmpty())
        Q_EMIT chosen(address);
}

/// The keys of the list, which itself never has the keyboard.
bool AddressLine::listKey(const QKeyEvent &event)
{
    if (isReadOnly())
        return false;
    const bool shown = m_open && m_list->isVisible();
    switch (event.key()) {
    case Qt::Key_Down:
        if (shown)
            m_list->step(1);
        else
            ask();
        return true;
    case Qt::Key_Up:
        if (shown)
            m_list->step(-1);
        return shown;
    case Qt::Key_Escape:
        if (shown)
            close();
        return shown;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!shown || m_list->marked() < 0)
            return false;
        take(m_list->marked());
        return true;
    default:
        return false;
    }
}

void AddressLine::keyPressEvent(QKeyEvent *event)
{
    if ((event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && listKey(*event))
        event->accept();
    else
        QLineEdit::keyPressEvent(event);
}

bool AddressLine::event(QEvent *event)
{
    // The open list's Esc is not the window's.
    if (event->type() == QEvent::ShortcutOverride && m_open
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void AddressLine::focusOutEvent(QFocusEvent *event)
{
    const bool byTab = event->reason() == Qt::TabFocusReason;
    const int marked = m_open && byTab ? m_list->marked() : -1;
    close();
    if (marked >= 0)
        take(marked);
    QLineEdit::focusOutEvent(event);
}

void AddressLine::hideEvent(QHideEvent *event)
{
    close();
    QLineEdit::hideEvent(event);
}

/// While the list is open: a click or the wheel elsewhere, or another place of the window, closes it.
bool AddressLine::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    const bool pressed = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel;
    const bool moved = event->type() == QEvent::Move || event->type() == QEvent::Resize;
    const bool elsewhere = widget && widget != this && widget != m_list && !m_list->isAncestorOf(widget);
    if ((pressed && elsewhere) || (moved && watched == window()))
        close();
    return QLineEdit::eventFilter(watched, event);
}

} // namespace naryad::ui
