#include "settings/SettingsWindow.h"

#include "settings/LinePage.h"
#include "settings/NumbersPage.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

SettingsWindow::SettingsWindow(SettingsHost &host, QWidget *parent)
    : QDialog(parent)
    , m_names(new QListWidget)
    , m_pages(new QStackedWidget)
{
    setObjectName(u"settingsWindow"_s);
    setWindowTitle(tr("Settings"));
    m_names->setObjectName(u"settingsPages"_s);
    m_names->setAccessibleName(tr("Pages"));
    m_pages->setObjectName(u"settingsStack"_s);
    addPage(tr("Sending and reading"), new LinePage(host));
    addPage(tr("Task numbers"), new NumbersPage(host));
    m_names->setFixedWidth(
        m_names->sizeHintForColumn(0) + 4 * m_names->frameWidth() + fontMetrics().height());
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_names, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setObjectName(u"settingsButtons"_s);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"closeSettings"_s);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *row = new QHBoxLayout;
    row->addWidget(m_names);
    row->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    m_names->setCurrentRow(0);
}

void SettingsWindow::addPage(const QString &name, QWidget *page)
{
    page->setAccessibleName(name);
    m_names->addItem(name);
    m_pages->addWidget(page);
}

} // namespace naryad::ui
