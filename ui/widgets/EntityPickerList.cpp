#include "EntityPickerList.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QListView>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace naryad::ui {

namespace {

constexpr int MostRowsShown = 12;

} // namespace

// A tooltip and not a popup: a popup takes keyboard and mouse from the whole program.
EntityPickerList::EntityPickerList(QAbstractItemModel *model, const QString &name, QWidget *field)
    : QFrame(field, Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus)
    , m_field(field)
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("nothing matches"), this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("candidates"));
    setAccessibleName(name);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setFrameStyle(int(QFrame::StyledPanel) | int(QFrame::Plain));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_list->setObjectName(QStringLiteral("candidateList"));
    m_list->setAccessibleName(name);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameStyle(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setModel(model);
    // Without the keyboard a list draws its mark pale, as in a window left: here it is what Enter takes.
    QPalette colours = m_list->palette();
    for (const auto role : {QPalette::Highlight, QPalette::HighlightedText})
        colours.setBrush(QPalette::Inactive, role, colours.brush(QPalette::Active, role));
    m_list->setPalette(colours);
    m_nothing->setObjectName(QStringLiteral("nothingMatches"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setMargin(4);
    m_nothing->setEnabled(false);
    m_hint->setObjectName(QStringLiteral("candidatesHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setMargin(4);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    // As high as its rows: a list view would ask for more.
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    column->addWidget(m_hint);
    connect(
        m_list, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT clicked(index.row()); });
}

void EntityPickerList::popUp(int marked)
{
    fit();
    show();
    m_list->scrollToTop();
    mark(marked);
}

void EntityPickerList::setDelegate(QAbstractItemDelegate *delegate)
{
    m_list->setItemDelegate(delegate);
}

void EntityPickerList::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setAccessibleName(hint);
}

void EntityPickerList::fit()
{
    const int rows = m_list->model()->rowCount();
    const bool hinted = !m_hint->text().isEmpty();
    m_list->setVisible(rows > 0);
    m_nothing->setVisible(rows == 0);
    m_hint->setVisible(hinted);
    const QRect room = m_field->screen()->availableGeometry();
    const int bar = rows > MostRowsShown ? m_list->verticalScrollBar()->sizeHint().width() : 0;
    const int wanted = m_list->sizeHintForColumn(0) + bar + 2 * frameWidth() + 8;
    const int width = std::min(std::clamp(wanted, m_field->width(), 2 * m_field->width()), room.width());
    const int row = rows > 0 ? m_list->sizeHintForRow(0) : m_nothing->sizeHint().height();
    const int hint = hinted ? m_hint->heightForWidth(width - 2 * frameWidth() - 2) : 0;
    const int height = std::clamp(rows, 1, MostRowsShown) * row + hint + 2 + 2 * frameWidth();
    const QPoint corner = m_field->mapToGlobal(QPoint(0, m_field->height()));
    // Within its window where that has room for it to the left.
    const QWidget *window = m_field->window();
    const QRect frame(window->mapToGlobal(QPoint()), window->size());
    const int atRight = corner.x() + m_field->width() - width;
    const bool outside = corner.x() + width > frame.right() + 1 && atRight >= frame.left();
    const int wantedLeft = outside ? atRight : corner.x();
    const int left = std::max(room.left(), std::min(wantedLeft, room.right() + 1 - width));
    const bool below = corner.y() + height <= room.bottom() + 1;
    setGeometry(left, below ? corner.y() : corner.y() - m_field->height() - height, width, height);
}

int EntityPickerList::marked() const
{
    return m_list->currentIndex().row();
}

void EntityPickerList::mark(int row)
{
    const QModelIndex index = m_list->model()->index(row, 0);
    if (!index.isValid()) {
        m_list->clearSelection();
        m_list->setCurrentIndex({});
        return;
    }
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void EntityPickerList::step(int rows)
{
    const int last = m_list->model()->rowCount() - 1;
    if (last < 0)
        return;
    // With nothing marked, down begins at the top and up at the end.
    const int from = marked() >= 0 ? marked() : rows > 0 ? -1 : last + 1;
    mark(std::clamp(from + rows, 0, last));
}

int EntityPickerList::pageRows() const
{
    return MostRowsShown - 1;
}

} // namespace naryad::ui
