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
    lineEdit()->setObjectName(QStringLiteral("typed"));
    lineEdit()->setAccessibleName(name);
    lineEdit()->setClearButtonEnabled(true);
    // The rows are the answer already: nothing is filtered a second time.
    auto *completer = new QCompleter(m_model, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    setCompleter(completer);
    // On leaving, a combo box goes to the first row that is called as the text: another thing of that name
    // than the chosen one.
    lineEdit()->disconnect(SIGNAL(editingFinished()), this);
    connect(lineEdit(), &QLineEdit::textEdited, this, &EntityPicker::typed);
    connect(this, &QComboBox::activated, this, [this](int row) { take(m_model->at(row)); });
    connect(
        completer, QOverload<const QModelIndex &>::of(&QCompleter::activated), this,
        [this](const QModelIndex &index) { take(m_model->at(index.row())); });
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
    const QString shown = ref.name.isEmpty() && !ref.id.isEmpty() ? QLatin1Char('#') + ref.id : ref.name;
    keepText(shown, 0);
}

void EntityPicker::setTypedText(const QString &text)
{
    keepText(text, int(text.size()));
    typed(text);
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
    Q_EMIT edited();
}

void EntityPicker::take(const NamedRef &ref)
{
    if (ref.isNothing())
        return;
    const bool changed = m_ref != ref;
    setRef(ref);
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

/// Takes the row the arrow keys went to in the list under the field.
bool EntityPicker::takeMarked()
{
    const QAbstractItemView *list = completer()->popup();
    if (!list->isVisible() || !list->currentIndex().isValid())
        return false;
    take(m_model->at(list->currentIndex().row()));
    return true;
}

/// The combo box has the keyboard, not its line edit, and with the list open the list sends its keys here
/// first.
void EntityPicker::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && enter && (takeMarked() || isUnresolved())) {
        takeBest();
        completer()->popup()->hide();
        event->accept();
        return;
    }
    QComboBox::keyPressEvent(event);
}

void EntityPicker::focusOutEvent(QFocusEvent *event)
{
    takeBest();
    QComboBox::focusOutEvent(event);
}

void EntityPicker::showPopup()
{
    const QString text = typedText();
    const int cursor = lineEdit()->cursorPosition();
    QComboBox::showPopup();
    keepText(text, cursor);
}

} // namespace naryad::ui
