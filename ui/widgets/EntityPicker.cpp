#include "widgets/EntityPicker.h"

#include "core/Text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>
#include <QWheelEvent>

namespace naryad::ui {

EntityPicker::EntityPicker(
    store::Reader &reader, models::LookupModel::Kind kind, const QString &name, QWidget *parent)
    : QComboBox(parent)
    , m_model(new models::LookupModel(reader, kind, this))
    , m_kind(kind)
    , m_matches(new QCompleter(m_model, this))
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setCompleter(nullptr);
    setModel(m_model);
    setCurrentIndex(-1);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    setMaxVisibleItems(15);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    setAccessibleDescription(name);
    lineEdit()->setAccessibleName(name);
    lineEdit()->setClearButtonEnabled(true);

    // The rows are the answer already: nothing is filtered a second time.
    m_matches->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_matches->setMaxVisibleItems(10);
    m_matches->setWidget(this);
    connect(
        m_matches, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) { take(m_model->at(index.row())); });

    connect(this, &QComboBox::activated, this, [this](int row) { take(m_model->at(row)); });
    // Text set from outside (a screen reader's) is text typed; the combo box's own comes with a current row.
    connect(lineEdit(), &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_quiet && currentIndex() < 0)
            typed(text);
    });
    // A combo box empties its field, or takes a row by itself, when its list changes: nobody has chosen that.
    connect(m_model, &models::LookupModel::modelAboutToBeReset, this, [this] {
        m_text = typedText();
        m_cursor = lineEdit()->cursorPosition();
        m_quiet = true;
    });
    connect(m_model, &models::LookupModel::modelReset, this, [this] {
        keepText(m_text);
        lineEdit()->setCursorPosition(m_cursor);
    });
    connect(m_model, &models::LookupModel::ready, this, &EntityPicker::listReady);
    ask({});
}

void EntityPicker::ask(const QString &typed)
{
    m_asked = typed;
    m_stale = false;
    m_model->setTyped(typed);
}

QString EntityPicker::typedText() const
{
    return lineEdit()->text();
}

bool EntityPicker::isEmpty() const
{
    return m_ref.isNothing() && typedText().trimmed().isEmpty();
}

bool EntityPicker::isUnresolved() const
{
    return m_ref.isNothing() && !typedText().trimmed().isEmpty();
}

QString EntityPicker::problem() const
{
    if (!isUnresolved())
        return {};
    const QString text = typedText().trimmed();
    return m_ambiguous ? tr("There are several “%1”: point at the one you mean in the list.").arg(text)
                       : tr("“%1” is not in the list. Choose one of the list, or empty the field.").arg(text);
}

bool EntityPicker::isOpen() const
{
    return m_matches->popup()->isVisible() || view()->isVisible();
}

QString EntityPicker::textOf(const NamedRef &ref) const
{
    if (m_kind == models::LookupModel::Kind::Results)
        return QString(ref.id + QLatin1Char(' ') + ref.name).trimmed();
    return ref.name.isEmpty() && !ref.id.isEmpty() ? QLatin1Char('#') + ref.id : ref.name;
}

void EntityPicker::keepText(const QString &text)
{
    m_quiet = true;
    setCurrentIndex(-1);
    lineEdit()->setText(text);
    m_quiet = false;
}

void EntityPicker::setRef(const NamedRef &ref)
{
    m_ref = ref;
    m_wish = Wish::None;
    m_ambiguous = false;
    m_narrowing = false;
    keepText(textOf(ref));
    lineEdit()->setCursorPosition(0);
    // Opened the next time, the list is whole again.
    if (!m_asked.isEmpty())
        ask({});
}

void EntityPicker::take(const NamedRef &ref)
{
    if (ref.isNothing())
        return;
    const bool changed = m_ref != ref;
    m_matches->popup()->hide();
    setRef(ref);
    if (changed)
        Q_EMIT refChanged(m_ref);
}

void EntityPicker::setTextReader(TextReader reader)
{
    m_reader = std::move(reader);
}

void EntityPicker::setReadOnly(bool readOnly)
{
    lineEdit()->setReadOnly(readOnly);
    lineEdit()->setClearButtonEnabled(!readOnly);
}

void EntityPicker::reload()
{
    if (isOpen())
        m_stale = true; // rows must not move under the pointer
    else
        ask(m_asked);
}

void EntityPicker::typed(const QString &text)
{
    m_wish = Wish::None;
    m_ambiguous = false;
    m_openWhenReady = false;
    m_narrowing = hasFocus() && !text.trimmed().isEmpty();
    if (!m_narrowing)
        m_matches->popup()->hide();
    ask(text);
    if (!m_ref.isNothing()) {
        m_ref = {};
        Q_EMIT refChanged(m_ref);
    }
}

void EntityPicker::listReady()
{
    if (m_wish != Wish::None) {
        resolve(std::exchange(m_wish, Wish::None));
    } else if (std::exchange(m_openWhenReady, false)) {
        showPopup();
    } else if (m_narrowing && hasFocus() && !view()->isVisible()) {
        narrow();
    }
}

/// The row a text stands for: the one it names, else the first, for the best come first. -1: none.
int EntityPicker::bestRow() const
{
    const int rows = m_model->rowCount();
    if (m_reader) {
        if (const NamedRef read = m_reader(typedText()); !read.isNothing()) {
            for (int row = 0; row < rows; ++row) {
                if (m_model->at(row).id == read.id)
                    return row;
            }
            return -1;
        }
    }
    if (const auto exact = m_model->exactMatch(typedText())) {
        for (int row = 0; row < rows; ++row) {
            if (m_model->at(row) == *exact)
                return row;
        }
    }
    return rows > 0 ? 0 : -1;
}

int EntityPicker::pointedRow() const
{
    const QAbstractItemView *popup = m_matches->popup();
    return popup->isVisible() && m_model->isReady() ? popup->currentIndex().row() : -1;
}

void EntityPicker::narrow()
{
    if (m_model->rowCount() == 0) {
        m_matches->popup()->hide();
        return;
    }
    m_matches->complete();
    QAbstractItemView *popup = m_matches->popup();
    const int row = bestRow();
    popup->setCurrentIndex(row < 0 ? QModelIndex() : popup->model()->index(row, 0));
}

bool EntityPicker::settle()
{
    return resolve(Wish::Certain);
}

bool EntityPicker::resolve(Wish wish)
{
    if (isUnresolved()) {
        if (!m_model->isReady()) {
            m_wish = qMax(m_wish, wish);
            return false;
        }
        const int pointed = wish == Wish::Best ? pointedRow() : -1;
        const NamedRef read = m_reader ? m_reader(typedText()) : NamedRef();
        const int best = bestRow();
        if (pointed >= 0) {
            take(m_model->at(pointed));
        } else if (!read.isNothing()) {
            // A number that is known keeps its name unless another one was typed behind it.
            take(best >= 0 && read.name.isEmpty() ? m_model->at(best) : read);
        } else if (const auto exact = m_model->exactMatch(typedText())) {
            take(*exact);
        } else if (best >= 0 && (wish == Wish::Best || m_model->rowCount() == 1)) {
            m_ambiguous = m_model->rowCount() > 1
                && foldText(m_model->at(0).name) == foldText(m_model->at(1).name);
            if (!m_ambiguous)
                take(m_model->at(best));
        }
    }
    m_matches->popup()->hide();
    m_narrowing = false;
    Q_EMIT settled();
    return true;
}

void EntityPicker::keyPressEvent(QKeyEvent *event)
{
    QAbstractItemView *popup = m_matches->popup();
    const bool open = popup->isVisible();
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (plain ? event->key() : 0) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!open && !isUnresolved())
            break;
        resolve(Wish::Best);
        event->accept();
        return;
    case Qt::Key_Escape:
        if (!open)
            break;
        popup->hide();
        m_narrowing = false;
        event->accept();
        return;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (open) {
            const int step = event->key() == Qt::Key_Down ? 1 : -1;
            const int row = qBound(0, popup->currentIndex().row() + step, m_model->rowCount() - 1);
            popup->setCurrentIndex(popup->model()->index(row, 0));
        } else if (event->key() == Qt::Key_Down) {
            showPopup();
        }
        event->accept();
        return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        // The combo box would choose another thing out of sight.
        event->accept();
        return;
    default:
        break;
    }
    QComboBox::keyPressEvent(event);
}

void EntityPicker::wheelEvent(QWheelEvent *event)
{
    // Scrolling a form past the field must not choose something else in it.
    event->ignore();
}

void EntityPicker::focusOutEvent(QFocusEvent *event)
{
    switch (event->reason()) {
    case Qt::ActiveWindowFocusReason:
    case Qt::PopupFocusReason:
    case Qt::MenuBarFocusReason:
        break;
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
        resolve(Wish::Best);
        break;
    default:
        resolve(Wish::Certain);
        break;
    }
    QComboBox::focusOutEvent(event);
}

void EntityPicker::showPopup()
{
    if (lineEdit()->isReadOnly())
        return;
    m_matches->popup()->hide();
    const QString wanted = m_ref.isNothing() ? typedText() : QString();
    if (m_stale || m_asked != wanted || !m_model->isReady()) {
        if (m_stale || m_asked != wanted)
            ask(wanted);
        m_openWhenReady = true;
        return;
    }
    QComboBox::showPopup();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->at(row).id == m_ref.id) {
            view()->setCurrentIndex(m_model->index(row, 0));
            break;
        }
    }
}

} // namespace naryad::ui
