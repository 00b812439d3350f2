#include "EntityPicker.h"

#include "core/Text.h"

#include <QAbstractItemView>
#include <QCompleter>
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
    lineEdit()->setAccessibleName(name);
    lineEdit()->setClearButtonEnabled(true);
    // The rows are the answer already: nothing is filtered a second time.
    auto *completer = new QCompleter(m_model, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(completer);
    lineEdit()->installEventFilter(this);
    connect(lineEdit(), &QLineEdit::textEdited, this, &EntityPicker::typed);
    connect(this, &QComboBox::activated, this, [this](int row) { take(m_model->at(row)); });
    connect(completer, QOverload<const QModelIndex &>::of(&QCompleter::activated), this,
        [this](const QModelIndex &index) { take(m_model->at(index.row())); });
    // A combo box takes the first row of a new list by itself: nobody has chosen it.
    connect(m_model, &models::LookupModel::modelReset, this, [this] { keepText(m_text); });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_model, &models::LookupModel::modelAboutToBeReset, this, [this] {
        m_text = typedText();
        m_quiet = true;
    });
    connect(m_model, &models::LookupModel::ready, this, [this] {
        if (m_takeWhenReady) {
            m_takeWhenReady = false;
            takeBest();
        }
    });
    connect(lineEdit(), &QLineEdit::textChanged, this, [this](const QString &text) {
        // A text set from outside (a screen reader, a test) is a text typed.
        if (!m_quiet && !lineEdit()->isModified() && text != m_ref.name && currentIndex() < 0)
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

/// A new list must not change what stands in the field.
void EntityPicker::keepText(const QString &text)
{
    m_quiet = true;
    setCurrentIndex(-1);
    const int cursor = lineEdit()->cursorPosition();
    lineEdit()->setText(text);
    lineEdit()->setCursorPosition(cursor);
    m_quiet = false;
}

void EntityPicker::setRef(const NamedRef &ref)
{
    m_ref = ref;
    const QString shown = ref.name.isEmpty() && !ref.id.isEmpty() ? QLatin1Char('#') + ref.id : ref.name;
    keepText(shown);
    lineEdit()->setCursorPosition(0);
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
    m_model->setTyped(text);
}

void EntityPicker::take(const NamedRef &ref)
{
    if (ref.isNothing())
        return;
    const bool changed = m_ref != ref;
    setRef(ref);
    if (changed)
        Q_EMIT refChanged(m_ref);
}

void EntityPicker::takeBest()
{
    if (!m_ref.isNothing() || typedText().trimmed().isEmpty())
        return;
    if (!m_model->isReady()) {
        m_takeWhenReady = true;
        return;
    }
    if (const auto exact = m_model->exactMatch(typedText()))
        take(*exact);
    else if (m_model->rowCount() > 0)
        take(m_model->at(0));
}

bool EntityPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == lineEdit() && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            && isUnresolved()) {
            takeBest();
            return true;
        }
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)
            takeBest();
    }
    return QComboBox::eventFilter(watched, event);
}

void EntityPicker::focusOutEvent(QFocusEvent *event)
{
    takeBest();
    QComboBox::focusOutEvent(event);
}

void EntityPicker::showPopup()
{
    const QString text = typedText();
    QComboBox::showPopup();
    keepText(text);
}

} // namespace naryad::ui
