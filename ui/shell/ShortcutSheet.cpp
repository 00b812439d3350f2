#include "shell/ShortcutSheet.h"

#include "core/Text.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHash>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// What stands in a menu, with the title of the menu of the bar it is in.
void collect(const QMenu &menu, const QString &title, QVector<QPair<const QAction *, QString>> &all)
{
    const QList<QAction *> actions = menu.actions();
    for (const QAction *action : actions) {
        if (const QMenu *inner = action->menu())
            collect(*inner, title, all);
        else
            all.append({action, title});
    }
}

/// The nearest thing with a name that it belongs to, else that it is heard in.
QString placeOf(const QAction &action, const QObject &root)
{
    for (const QObject *owner = action.parent(); owner && owner != &root; owner = owner->parent()) {
        const auto *widget = qobject_cast<const QWidget *>(owner);
        if (widget && !widget->accessibleName().isEmpty())
            return widget->accessibleName();
    }
    const QList<QObject *> heardIn = action.associatedObjects();
    for (const QObject *one : heardIn) {
        const auto *widget = qobject_cast<const QWidget *>(one);
        if (widget && widget != &root && !widget->accessibleName().isEmpty())
            return widget->accessibleName();
    }
    return {};
}

QString keysOf(const QAction &action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText);
}

} // namespace

QString withoutMarks(QString text)
{
    // "&&" is a real ampersand, a single one only marks the key.
    text.replace(u"&&"_s, QString(QChar(1)));
    text.remove(u'&');
    text.replace(QChar(1), u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

QVector<ShortcutLine> shortcutsOf(const QObject &root)
{
    QVector<QPair<const QAction *, QString>> all;
    const QList<QMenuBar *> bars = root.findChildren<QMenuBar *>();
    for (const QMenuBar *bar : bars) {
        const QList<QAction *> menus = bar->actions();
        for (const QAction *menu : menus) {
            if (menu->menu())
                collect(*menu->menu(), withoutMarks(menu->text()), all);
        }
    }
    QHash<const QAction *, bool> inMenus;
    for (const auto &one : std::as_const(all))
        inMenus.insert(one.first, true);
    const QList<QAction *> actions = root.findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (!inMenus.contains(action) && !keysOf(*action).isEmpty())
            all.append({action, placeOf(*action, root)});
    }
    QVector<ShortcutLine> lines;
    QStringList groups;
    for (const auto &[action, group] : std::as_const(all)) {
        const ShortcutLine line{withoutMarks(action->text()), keysOf(*action), group};
        if (line.keys.isEmpty() || line.text.isEmpty() || lines.contains(line))
            continue;
        lines.append(line);
        if (!groups.contains(group))
            groups.append(group);
    }
    std::stable_sort(lines.begin(), lines.end(), [&groups](const ShortcutLine &a, const ShortcutLine &b) {
        return groups.indexOf(a.group) < groups.indexOf(b.group);
    });
    return lines;
}

QVector<ShortcutLine> shortcutsOfForms()
{
    const auto words
        = [](const char *text) { return QCoreApplication::translate("naryad::ui::ShortcutSheet", text); };
    const auto keys
        = [](QKeySequence::StandardKey key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    const QString form = words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "In a form"));
    const QString text = words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "In a text field"));
    const QString find = words(
        QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "At the beginning of Find or do, with a space"));
    const QString take = QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText);
    return {
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Save as a draft")), keys(QKeySequence::Save),
         form},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Send, close the task or add the comment")),
         take, form},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Undo what was typed")),
         keys(QKeySequence::Undo), text},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Redo what was typed")),
         keys(QKeySequence::Redo), text},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Only tasks")), u"т, t"_s, find},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Only contractors")), u"к, k, c"_s, find},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Only workers")), u"и, w"_s, find},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Only fields")), u"п, f"_s, find},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Only equipment")), u"о, o, e"_s, find},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Only templates")), u"ш, s"_s, find},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Only phones")), u"+"_s, find},
        {words(QT_TRANSLATE_NOOP("naryad::ui::ShortcutSheet", "Only commands")), u">"_s, find},
    };
}

ShortcutSheet::ShortcutSheet(const QVector<ShortcutLine> &lines, QWidget *parent)
    : QDialog(parent)
    , m_filter(new QLineEdit(this))
    , m_table(new QTableWidget(0, 2, this))
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    setAccessibleName(windowTitle());
    auto *column = new QVBoxLayout(this);
    m_filter->setObjectName(u"shortcutFilter"_s);
    m_filter->setAccessibleName(tr("Find a shortcut"));
    m_filter->setPlaceholderText(tr("Find a shortcut: by what it does, or by its keys"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_table->setObjectName(u"shortcutTable"_s);
    m_table->setAccessibleName(windowTitle());
    m_table->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    QString group;
    for (const ShortcutLine &line : lines) {
        if (line.group != group)
            addHeading(line.group);
        group = line.group;
        addLine(line);
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    column->addWidget(m_table);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *close = box->button(QDialogButtonBox::Close);
    close->setObjectName(u"shortcutClose"_s);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutSheet::narrow);
    column->addWidget(box);
    const int em = fontMetrics().height();
    resize(em * 28, em * 28);
}

void ShortcutSheet::addLine(const ShortcutLine &line)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(line.text));
    m_table->setItem(row, 1, new QTableWidgetItem(line.keys));
}

void ShortcutSheet::addHeading(const QString &group)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *heading = new QTableWidgetItem(group.isEmpty() ? tr("This window") : group);
    QFont bold = font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setFlags(Qt::ItemIsEnabled);
    m_table->setItem(row, 0, heading);
    m_table->setSpan(row, 0, 1, 2);
}

/// Also where it was typed in the other layout. A heading stays where a line below it does.
void ShortcutSheet::narrow(const QString &typed)
{
    const QString wanted = foldText(typed.trimmed());
    const QString swapped = foldText(swapLayout(typed.trimmed()));
    int heading = -1;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (!m_table->item(row, 1)) {
            heading = row;
            m_table->setRowHidden(row, true);
            continue;
        }
        const QString text = foldText(m_table->item(row, 0)->text() + u' ' + m_table->item(row, 1)->text());
        const bool shown = text.contains(wanted) || (!swapped.isEmpty() && text.contains(swapped));
        m_table->setRowHidden(row, !shown);
        if (shown && heading >= 0)
            m_table->setRowHidden(heading, false);
    }
}

} // namespace naryad::ui
