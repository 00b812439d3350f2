#include "EntityPicker.h"

#include "EntityPickerList.h"
#include "core/Text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

namespace naryad::ui {

EntityPicker::EntityPicker(
    store::Reader &reader, models::LookupModel::Kind kind, const QString &name, QWidget *parent)
    : QComboBox(parent)
    , m_model(new models::LookupModel(reader, kind, this))
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setModel(m_model);
    setCurrentIndex(-1);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    setAccessibleName(name);
    setAccessibleDescription(name);
    lineEdit()->setObjectName(QStringLiteral("typed"));
    lineEdit()->setAccessibleName(name);
    lineEdit()->setClearButtonEnabled(true);
    // No completer: its list writes the row it goes to into the field, and that text asks for a new list.
    setCompleter(nullptr);
    m_list = new EntityPickerList(m_model, name, this);
    connect(m_list, &EntityPickerList::clicked, this, [this](int row) { take(m_model->at(row)); });
    // On leaving, a combo box goes to the first row that is called as the text: another thing of that name
    // than the chosen one.
    lineEdit()->disconnect(SIGNAL(editingFinished()), this);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this](const QString &text) {
        typed(text);
        if (text.trimmed().isEmpty())
            closeList();
        else
            openList(Mark::Best);
    });
    connect(this, &QComboBox::activated, this, [this](int row) { take(m_model->at(row)); });
    // A combo box takes the first row of a new list by itself: nobody has chosen it.
    connect(m_model, &models::LookupModel::modelReset, this, [this] { keepText(m_text, m_cursor); });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_model, &models::LookupModel::modelAboutToBeReset, this, [this] {
        m_text = typedText();
        m_cursor = lineEdit()->cursorPosition();
        m_quiet = true;
    });
    connect(m_model, &models::LookupModel::ready, this, [this] {
        if (m_takeWhenReady) {
            m_takeWhenReady = false;
            takeBest();
            Q_EMIT settled();
        }
        if (m_open)
            showList();
    });
    connect(lineEdit(), &QLineEdit::textChanged, this, [this](const QString &text) {
        // A text set from outside (a screen reader, a test) is a text typed.
        if (!m_quiet && !lineEdit()->isModified() && text != m_model->fieldText(m_ref) && currentIndex() < 0)
            typed(text);
    });
    m_model->setTyped({});
}

QString EntityPicker::typedText() const
{
    return lineEdit()->text();
}

bool EntityPicker::isUnresolved() const
{
    return m_ref.isNothing() && !typedText().trimmed().isEmpty();
}

bool EntityPicker::isAmbiguous() const
{
    return isUnresolved() && m_model->isReady() && m_model->rowCount() > 0 && !m_model->best(typedText());
}

/// A new list must not change what stands in the field.
void EntityPicker::keepText(const QString &text, int cursor)
{
    m_quiet = true;
    setCurrentIndex(-1);
    lineEdit()->setText(text);
    lineEdit()->setCursorPosition(cursor);
    m_quiet = false;
}

void EntityPicker::setRef(const NamedRef &ref)
{
    m_ref = ref;
    keepText(m_model->fieldText(ref), 0);
}

void EntityPicker::setTypedText(const QString &text)
{
    keepText(text, int(text.size()));
    typed(text);
}

void EntityPicker::setKind(models::LookupModel::Kind kind)
{
    m_model->setKind(kind);
    reload();
}

void EntityPicker::reload()
{
    m_model->setTyped(m_ref.isNothing() ? typedText() : QString());
}

void EntityPicker::typed(const QString &text)
{
    if (!m_ref.isNothing()) {
        m_ref = {};
        Q_EMIT refChanged(m_ref);
    }
    m_takeWhenReady = false;
    m_pointed = {};
    m_model->setTyped(text);
    Q_EMIT edited();
}

void EntityPicker::take(const NamedRef &ref)
{
    if (ref.isNothing())
        return;
    closeList();
    m_takeWhenReady = false;
    const bool changed = m_ref != ref;
    setRef(ref);
    // Typing goes on at the end; what is left shows its beginning.
    if (hasFocus())
        lineEdit()->end(false);
    if (!changed)
        return;
    Q_EMIT refChanged(m_ref);
    Q_EMIT edited();
}

void EntityPicker::takeBest()
{
    if (!m_ref.isNothing() || typedText().trimmed().isEmpty())
        return;
    if (!m_model->isReady()) {
        m_takeWhenReady = true;
        return;
    }
    if (const auto best = m_model->best(typedText()))
        take(*best);
}

/// Asks for what the list is to show, and shows it once that is there.
void EntityPicker::openList(Mark mark)
{
    m_mark = mark;
    m_pointed = {};
    if (!m_open)
        qApp->installEventFilter(this);
    m_open = true;
    if (m_model->isReady())
        showList();
}

void EntityPicker::closeList()
{
    if (!m_open)
        return;
    m_open = false;
    m_pointed = {};
    qApp->removeEventFilter(this);
    m_list->hide();
}

/// The row of this id; -1 where it isn't listed.
int EntityPicker::rowOf(const QString &id) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!id.isEmpty() && m_model->at(row).id == id)
            return row;
    }
    return -1;
}

/// What the user has marked stays marked in a new list; else the chosen one is, or the best match.
void EntityPicker::showList()
{
    int row = rowOf(m_pointed.id);
    if (row < 0)
        row = rowOf(m_ref.id);
    if (row < 0 && m_ref.isNothing() && !typedText().trimmed().isEmpty()) {
        if (const auto best = m_model->best(typedText()))
            row = rowOf(best->id);
    }
    m_list->popUp(row);
    if (row < 0 && m_mark == Mark::Something && typedText().trimmed().isEmpty())
        step(1);
}

/// The user's own step: what it ends on is taken also where it is no match of the text.
void EntityPicker::step(int rows)
{
    m_list->step(rows);
    m_pointed = m_model->at(m_list->marked());
}

/// Takes what is marked in the open list, else the best match.
void EntityPicker::takeMarked()
{
    const NamedRef pointed = m_open ? m_pointed : NamedRef();
    closeList();
    if (pointed.isNothing())
        takeBest();
    else
        take(pointed);
}

/// The keys of the list, which itself never has the keyboard.
bool EntityPicker::listKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    const int key = event.key();
    const bool opens = (key == Qt::Key_F4 && held == Qt::NoModifier)
        || ((key == Qt::Key_Down || key == Qt::Key_Up) && held == Qt::AltModifier);
    if (opens) {
        if (m_open)
            closeList();
        else
            openAll(Mark::Something);
        return true;
    }
    if (held != Qt::NoModifier)
        return false;
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (m_open)
            step(key == Qt::Key_Down ? 1 : -1);
        else if (key == Qt::Key_Down)
            openAll(Mark::Something);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (m_open)
            step(key == Qt::Key_PageDown ? m_list->pageRows() : -m_list->pageRows());
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        // Where there is no text to move in they are the list's.
        if (!m_open || !typedText().isEmpty())
            return false;
        step(key == Qt::Key_Home ? -m_model->rowCount() : m_model->rowCount());
        return true;
    case Qt::Key_Escape:
        if (!m_open)
            return false;
        closeList();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_open && !isUnresolved())
            return false;
        takeMarked();
        return true;
    default:
        return false;
    }
}

/// The combo box has the keyboard, not its line edit.
void EntityPicker::keyPressEvent(QKeyEvent *event)
{
    if (listKey(*event))
        event->accept();
    else
        QComboBox::keyPressEvent(event);
}

bool EntityPicker::event(QEvent *event)
{
    // The open list's Esc is not the window's.
    if (event->type() == QEvent::ShortcutOverride && m_open
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QComboBox::event(event);
}

/// While the list is open: a click or the wheel elsewhere, or another place of the window, closes it.
bool EntityPicker::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<const QWidget *>(watched);
    const bool pressed = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel;
    const bool moved = event->type() == QEvent::Move || event->type() == QEvent::Resize;
    const bool elsewhere = widget && widget != this && !isAncestorOf(widget) && !m_list->isAncestorOf(widget);
    if ((pressed && elsewhere) || (moved && watched == window()))
        closeList();
    return QComboBox::eventFilter(watched, event);
}

void EntityPicker::focusOutEvent(QFocusEvent *event)
{
    // Another window in front is no choice of the user's: what he had only marked is not taken.
    if (event->reason() == Qt::ActiveWindowFocusReason)
        closeList();
    takeMarked();
    QComboBox::focusOutEvent(event);
}

void EntityPicker::hideEvent(QHideEvent *event)
{
    closeList();
    QComboBox::hideEvent(event);
}

/// The wheel scrolls the form; turned over a field it must not choose another thing.
void EntityPicker::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

/// With a thing chosen the list is of all of them, to choose another.
void EntityPicker::openAll(Mark mark)
{
    m_model->setTyped(m_ref.isNothing() ? typedText() : QString());
    openList(mark);
}

void EntityPicker::showPopup()
{
    if (m_open)
        closeList();
    else
        openAll(Mark::Best);
}

void EntityPicker::hidePopup()
{
    closeList();
    QComboBox::hidePopup();
}

} // namespace naryad::ui
