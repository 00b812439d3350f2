#include "ResultsDialog.h"

#include "core/Await.h"
#include "widgets/PlainLabel.h"
#include "widgets/ReasonLabel.h"

#include <QAction>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QTableWidget>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

enum Column {
    Number,
    Name,
    Columns,
};

} // namespace

ResultsDialog::ResultsDialog(Desk desk, QWidget *parent)
    : QDialog(parent)
    , m_desk(std::move(desk))
    , m_table(new QTableWidget(0, Columns, this))
    , m_number(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_message(new ReasonLabel(u"message"_s, this))
{
    setObjectName(u"ResultsDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Closing results"));
    build();
    read();
    resize(420, 380);
}

void ResultsDialog::build()
{
    m_table->setObjectName(u"results"_s);
    m_table->setAccessibleName(tr("Closing results"));
    m_table->setHorizontalHeaderLabels({tr("Number"), tr("Name")});
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_number->setObjectName(u"number"_s);
    m_number->setAccessibleName(tr("Number"));
    m_number->setValidator(new QRegularExpressionValidator(QRegularExpression(u"\\d{1,19}"_s), m_number));
    m_name->setObjectName(u"name"_s);
    m_name->setAccessibleName(tr("Name"));
    const auto button
        = [this](const QString &objectName, const QString &text, void (ResultsDialog::*slot)()) {
              auto *made = new QPushButton(text, this);
              made->setObjectName(objectName);
              made->setAccessibleName(QString(text).remove(u'&'));
              made->setAutoDefault(false);
              connect(made, &QPushButton::clicked, this, slot);
              return made;
          };
    auto *adds = button(u"addResult"_s, tr("&Add"), &ResultsDialog::add);
    adds->setAutoDefault(true);
    auto *removes = button(u"removeResult"_s, tr("&Remove the chosen"), &ResultsDialog::remove);
    auto *remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &ResultsDialog::remove);
    m_table->addAction(remove);

    auto *form = new QFormLayout(this);
    form->addRow(plainLabel(
        tr("No command of the service lists its closing results. What answers tell is learned; the rest is "
           "entered once. F2 changes a name, Delete removes one here; on the service nothing changes."),
        this));
    form->addRow(m_table);
    form->addRow(removes);
    form->addRow(tr("&Number"), m_number);
    form->addRow(tr("Na&me"), m_name);
    form->addRow(adds);
    form->addRow(m_message);
    connect(m_table, &QTableWidget::itemChanged, this, &ResultsDialog::rename);
}

void ResultsDialog::read(const QString &chosen)
{
    await(this, m_desk.details.results(), [this, chosen](const Result<QVector<NamedRef>> &found) {
        if (!found) {
            m_message->setProblem(describe(found.error()));
            return;
        }
        m_quiet = true;
        m_table->setRowCount(int(found->size()));
        for (int row = 0; row < found->size(); ++row) {
            auto *number = new QTableWidgetItem(found->at(row).id);
            number->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            m_table->setItem(row, Number, number);
            m_table->setItem(row, Name, new QTableWidgetItem(found->at(row).name));
            if (found->at(row).id == chosen)
                m_table->setCurrentCell(row, Name);
        }
        if (m_table->currentRow() < 0 && m_table->rowCount() > 0)
            m_table->setCurrentCell(0, Name);
        m_quiet = false;
    });
}

/// What was typed stays there until it is on disk, and where it can't be kept.
void ResultsDialog::write(const QFuture<Result<void>> &written, const QString &chosen)
{
    await(this, written, [this, chosen](const Result<void> &done) {
        if (!done) {
            m_message->setProblem(describe(done.error()));
            return;
        }
        m_message->clearMessage();
        if (m_number->text() == chosen) {
            m_number->clear();
            m_name->clear();
        }
        read(chosen);
        Q_EMIT changed();
    });
}

void ResultsDialog::rename(const QTableWidgetItem *item)
{
    if (m_quiet || item->column() != Name)
        return;
    const QString id = m_table->item(item->row(), Number)->text();
    const QString name = item->text().trimmed();
    if (name.isEmpty()) {
        m_message->setProblem(tr("A result that has a name keeps one."));
        read(id);
        return;
    }
    write(m_desk.commands.keepResult({id, name}), id);
}

void ResultsDialog::add()
{
    const QString id = m_number->text();
    if (id.isEmpty()) {
        m_message->setProblem(tr("Enter the number your account uses for it."));
        m_number->setFocus();
        return;
    }
    write(m_desk.commands.keepResult({id, m_name->text().trimmed()}), id);
}

void ResultsDialog::remove()
{
    const int row = m_table->currentRow();
    if (row >= 0)
        write(m_desk.commands.dropResult(m_table->item(row, Number)->text()), {});
}

} // namespace naryad::ui
