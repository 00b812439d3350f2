#include "shell/ShortcutSheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

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
    QVector<ShortcutLine> lines;
    const QList<QAction *> actions = root.findChildren<QAction *>();
    for (const QAction *action : actions) {
        const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        const ShortcutLine line{withoutMarks(action->text()), keys};
        if (!keys.isEmpty() && !line.text.isEmpty() && !lines.contains(line))
            lines.append(line);
    }
    return lines;
}

ShortcutSheet::ShortcutSheet(const QVector<ShortcutLine> &lines, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    setAccessibleName(windowTitle());
    auto *column = new QVBoxLayout(this);
    auto *table = new QTableWidget(int(lines.size()), 2, this);
    table->setObjectName(u"shortcutTable"_s);
    table->setAccessibleName(windowTitle());
    table->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    for (int row = 0; row < lines.size(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(lines.at(row).text));
        table->setItem(row, 1, new QTableWidgetItem(lines.at(row).keys));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    column->addWidget(table);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *close = box->button(QDialogButtonBox::Close);
    close->setObjectName(u"shortcutClose"_s);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(box);
    const int em = fontMetrics().height();
    resize(em * 24, em * 24);
}

} // namespace naryad::ui
