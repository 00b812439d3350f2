#include "shell/Palette.h"

#include "models/FindModel.h"
#include "widgets/EntityPickerList.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>

#include <utility>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// A row: what it is called, in grey what tells it from its likes, and at the right end, in the first row of
/// each group, the group.
class FoundDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        const QFontMetrics &letters = option.fontMetrics;
        size.rwidth() += letters.horizontalAdvance(index.data(models::FindModel::LineRole).toString())
            + letters.horizontalAdvance(index.data(models::FindModel::GroupRole).toString())
            + 4 * letters.averageCharWidth();
        size.rheight() += 4;
        return size;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const bool marked = option.state.testFlag(QStyle::State_Selected);
        const QString title = index.data(Qt::DisplayRole).toString();
        const QString line = index.data(models::FindModel::LineRole).toString();
        const QString group = index.data(models::FindModel::GroupRole).toString();
        const QFontMetrics &letters = option.fontMetrics;
        const int space = letters.averageCharWidth();
        QRect room = option.rect.adjusted(space, 0, -space, 0);
        const QColor text = option.palette.color(marked ? QPalette::HighlightedText : QPalette::Text);
        const QColor aside = marked ? text : option.palette.color(QPalette::PlaceholderText);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(aside);
        painter->drawText(room, int(Qt::AlignRight) | int(Qt::AlignVCenter), group);
        if (!group.isEmpty())
            room.setRight(room.right() - letters.horizontalAdvance(group) - 2 * space);
        painter->setPen(text);
        const QString shown = letters.elidedText(title, Qt::ElideMiddle, room.width());
        painter->drawText(room, int(Qt::AlignLeft) | int(Qt::AlignVCenter), shown);
        room.setLeft(room.left() + letters.horizontalAdvance(shown) + 2 * space);
        painter->setPen(aside);
        if (room.width() > 4 * space) {
            painter->drawText(
                room, int(Qt::AlignLeft) | int(Qt::AlignVCenter),
                letters.elidedText(line, Qt::ElideRight, room.width()));
        }
        painter->restore();
    }
};

} // namespace

Palette::Palette(store::Reader &reader, QWidget *parent)
    : QLineEdit(parent)
    , m_model(new models::FindModel(reader, this))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Find or do"));
    setPlaceholderText(tr("Find or do… (Ctrl+K)"));
    setToolTip(tr("Find a task, a contractor, a phone number, anything; > for a command (Ctrl+K)"));
    setClearButtonEnabled(true);
    m_list = new EntityPickerList(m_model, tr("Found"), this);
    m_list->setDelegate(new FoundDelegate(m_list));
    connect(m_list, &EntityPickerList::clicked, this, &Palette::take);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_takeWhenReady = false;
        if (hasFocus())
            m_model->setTyped(typed);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now == this && before)
            m_before = before;
    });
    connect(m_model, &models::FindModel::ready, this, [this] {
        if (hasFocus())
            showList();
        if (std::exchange(m_takeWhenReady, false))
            takeMarked();
    });
}

void Palette::setCommands(std::function<QVector<Command>()> commands)
{
    m_find = std::move(commands);
}

/// Wide enough for what it asks, and never so wide that the menus beside it have no room.
QSize Palette::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 36, QLineEdit::sizeHint().height()};
}

void Palette::open()
{
    setFocus(Qt::ShortcutFocusReason);
    m_model->setTyped(text());
    selectAll();
}

bool Palette::beginTask()
{
    const int row = m_list->isVisible() ? m_list->marked() : 0;
    const bool contractor = hasFocus() && m_model->isReady() && row >= 0 && row < m_model->rowCount()
        && m_model->at(row).command < 0 && m_model->at(row).hit.kind == Hit::Kind::Contractor;
    if (!contractor)
        return false;
    const Hit hit = m_model->at(row).hit;
    goBack();
    Q_EMIT taskAsked(TaskStart::forContractor({hit.id, hit.title}));
    return true;
}

/// What can be done is asked for when it is to be shown: it changes with the screen and the chosen row.
void Palette::enter()
{
    m_commands = m_find ? m_find() : QVector<Command>();
    QVector<models::FindModel::Command> shown;
    for (const Command &command : std::as_const(m_commands))
        shown.append({command.words, command.action->shortcut().toString(QKeySequence::NativeText)});
    m_model->setCommands(shown);
}

/// What a text may begin with to look in one group alone.
QString Palette::prefixWords()
{
    return tr("t task · c contractor · w worker · f field · + phone · e equipment · s template · > command");
}

void Palette::showList()
{
    const bool empty = text().trimmed().isEmpty();
    m_list->setHint(empty ? prefixWords() : QString());
    m_list->popUp(m_model->rowCount() > 0 ? 0 : -1);
}

void Palette::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::ActiveWindowFocusReason || event->reason() == Qt::PopupFocusReason)
        return;
    enter();
    m_model->setTyped(text());
}

void Palette::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    m_list->hide();
}

bool Palette::event(QEvent *event)
{
    // Esc ends the search here, whatever else it does in the window.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void Palette::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const bool page = event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp;
        const bool down = event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown;
        if (!m_list->isVisible())
            showList();
        else
            m_list->step((down ? 1 : -1) * (page ? m_list->pageRows() : 1));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_model->isReady())
            takeMarked();
        else
            m_takeWhenReady = true;
        return;
    case Qt::Key_Escape:
        goBack();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void Palette::takeMarked()
{
    take(m_list->isVisible() ? m_list->marked() : 0);
}

void Palette::take(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const models::FindModel::Found found = m_model->at(row);
    const QPointer<QAction> action
        = found.command >= 0 ? m_commands.at(found.command).action : QPointer<QAction>();
    // First back: what is done may take the keyboard elsewhere.
    goBack();
    if (found.command < 0)
        Q_EMIT hitChosen(found.hit);
    else if (action && action->isEnabled())
        action->trigger();
}

void Palette::goBack()
{
    m_takeWhenReady = false;
    m_list->hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus();
    else
        clearFocus();
    clear();
}

} // namespace naryad::ui
