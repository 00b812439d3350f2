#include "ViewsPane.h"

#include "core/Text.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace naryad::ui {

namespace {

enum Role {
    KeyRole = Qt::UserRole + 1,
    OpensOnlyRole,
    WordsRole, ///< how many, for the ear
};

enum Column {
    Name,
    Count,
};

} // namespace

ViewsPane::ViewsPane(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("views"));
    setAccessibleName(tr("Views"));
    setColumnCount(2);
    header()->hide();
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setSectionResizeMode(Count, QHeaderView::ResizeToContents);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        const QString key = item->data(Name, KeyRole).toString();
        if (key.isEmpty())
            return;
        if (item->data(Name, OpensOnlyRole).toBool())
            Q_EMIT opened(key);
        else
            Q_EMIT chosen(key);
    });
}

QSize ViewsPane::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 26, QTreeWidget::sizeHint().height()};
}

void ViewsPane::setLines(const QVector<Line> &lines)
{
    const QString before = current();
    const auto chosenOnes = selectedItems();
    const QString marked
        = chosenOnes.isEmpty() ? QString() : chosenOnes.first()->data(Name, KeyRole).toString();
    QHash<QString, QPair<QString, QString>> counts;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = topLevelItem(i);
        counts.insert(
            item->data(Name, KeyRole).toString(),
            {item->text(Count), item->data(Name, WordsRole).toString()});
    }
    clear();
    for (const Line &one : lines) {
        auto *item = new QTreeWidgetItem(this, QStringList{one.text, QString()});
        item->setData(Name, KeyRole, one.key);
        item->setData(Name, OpensOnlyRole, one.opensOnly);
        item->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(Name, plainTooltip(one.tip.isEmpty() ? one.text : one.tip));
        if (one.key.isEmpty()) {
            item->setFlags(Qt::NoItemFlags);
            QFont bold = font();
            bold.setBold(true);
            item->setFont(Name, bold);
            item->setForeground(Name, palette().brush(QPalette::Active, QPalette::Text));
            item->setFirstColumnSpanned(true);
        } else {
            const auto told = counts.value(one.key);
            item->setText(Count, told.first);
            item->setData(Name, WordsRole, told.second);
        }
        tell(item);
    }
    mark(marked);
    setCurrent(before);
}

/// A screen reader says name and number in one.
void ViewsPane::tell(QTreeWidgetItem *item) const
{
    const QString words = item->data(Name, WordsRole).toString();
    const QString name = item->text(Name);
    item->setData(
        Name, Qt::AccessibleTextRole, words.isEmpty() ? name : QString(name + QStringLiteral(", ") + words));
}

QTreeWidgetItem *ViewsPane::line(const QString &key) const
{
    for (int i = 0; i < topLevelItemCount() && !key.isEmpty(); ++i) {
        if (topLevelItem(i)->data(Name, KeyRole).toString() == key)
            return topLevelItem(i);
    }
    return nullptr;
}

void ViewsPane::setCount(const QString &key, const QString &count, const QString &words)
{
    QTreeWidgetItem *item = line(key);
    if (!item || (item->text(Count) == count && item->data(Name, WordsRole).toString() == words))
        return;
    item->setText(Count, count);
    item->setData(Name, WordsRole, words);
    tell(item);
}

QString ViewsPane::count(const QString &key) const
{
    const QTreeWidgetItem *item = line(key);
    return item ? item->text(Count) : QString();
}

void ViewsPane::mark(const QString &key)
{
    QTreeWidgetItem *item = line(key);
    if (!item)
        clearSelection();
    else if (!item->isSelected() || currentItem() != item)
        setCurrentItem(item);
}

QString ViewsPane::current() const
{
    return currentItem() ? currentItem()->data(Name, KeyRole).toString() : QString();
}

void ViewsPane::setCurrent(const QString &key)
{
    if (QTreeWidgetItem *item = line(key))
        setCurrentItem(item, Name, QItemSelectionModel::NoUpdate);
}

/// A heading is no line to be chosen, but to be read: not as pale as what is disabled.
void ViewsPane::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (topLevelItem(i)->data(Name, KeyRole).toString().isEmpty())
            topLevelItem(i)->setForeground(Name, palette().brush(QPalette::Active, QPalette::Text));
    }
}

void ViewsPane::keyPressEvent(QKeyEvent *event)
{
    const QString before = current();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // Not the pane's: at the end of the list, where nothing can be moved further, another view is not meant.
    const auto others = event->modifiers() & (Qt::AltModifier | Qt::MetaModifier);
    if (others || (enter && event->modifiers().testFlag(Qt::ControlModifier))) {
        event->ignore();
        return;
    }
    if (enter && !before.isEmpty()) {
        if (!currentItem()->isSelected() && !currentItem()->data(Name, OpensOnlyRole).toBool())
            Q_EMIT chosen(before);
        Q_EMIT opened(before);
        return;
    }
    QTreeWidget::keyPressEvent(event);
    const QString now = current();
    const bool space = event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier;
    if (!now.isEmpty() && (now != before || space) && !currentItem()->data(Name, OpensOnlyRole).toBool())
        Q_EMIT chosen(now);
}

} // namespace naryad::ui
