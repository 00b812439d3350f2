#include "WordsDialog.h"

#include "PlainLabel.h"
#include "ReasonLabel.h"
#include "core/Await.h"

#include <QAction>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QTableWidget>

namespace naryad::ui {

using namespace Qt::StringLiterals;

WordsDialog::WordsDialog(Desk desk, const Parts &parts, QWidget *parent)
    : QDialog(parent)
    , m_desk(std::move(desk))
    , m_keepsName(parts.keepsName)
    , m_tellsSource(parts.tellsSource)
    , m_form(new QFormLayout(this))
    , m_table(new QTableWidget(0, parts.tellsSource ? From + 1 : Name + 1, this))
    , m_number(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_message(new ReasonLabel(parts.message, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    build(parts);
}

void WordsDialog::build(const Parts &parts)
{
    m_table->setObjectName(parts.table);
    m_table->setAccessibleName(parts.tableName);
    QStringList heads{tr("Number"), tr("Name")};
    if (m_tellsSource)
        heads.append(tr("From"));
    m_table->setHorizontalHeaderLabels(heads);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_number->setObjectName(parts.number);
    m_number->setAccessibleName(tr("Number"));
    const QRegularExpression digits(QStringLiteral("\\d{1,%1}").arg(parts.digits));
    m_number->setValidator(new QRegularExpressionValidator(digits, m_number));
    m_name->setObjectName(parts.name);
    m_name->setAccessibleName(tr("Name"));
    const auto button = [this](const QString &objectName, const QString &text, void (WordsDialog::*slot)()) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(objectName);
        made->setAccessibleName(QString(text).remove(u'&'));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    auto *removes = button(parts.remove, parts.removes, &WordsDialog::remove);
    auto *adds = button(parts.add, tr("&Add"), &WordsDialog::add);
    adds->setAutoDefault(true);
    auto *remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &WordsDialog::remove);
    m_table->addAction(remove);
    m_form->addRow(plainLabel(parts.intro, this));
    m_form->addRow(m_table);
    m_form->addRow(removes);
    m_form->addRow(tr("&Number"), m_number);
    m_form->addRow(tr("Na&me"), m_name);
    m_form->addRow(adds);
    m_form->addRow(m_message);
    connect(m_table, &QTableWidget::itemChanged, this, &WordsDialog::rename);
}

void WordsDialog::clearMessage()
{
    m_message->clearMessage();
}

void WordsDialog::read(const QString &chosen)
{
    ask(++m_asked, chosen);
}

void WordsDialog::fill(quint64 asked, const QString &chosen, const Result<QVector<DictionaryEntry>> &found)
{
    if (asked != m_asked)
        return;
    if (!found) {
        m_message->setProblem(describe(found.error()));
        return;
    }
    m_quiet = true;
    m_table->setRowCount(int(found->size()));
    const auto put = [this](int row, Column column, const QString &text) {
        auto *item = new QTableWidgetItem(text);
        if (column != Name)
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_table->setItem(row, column, item);
    };
    for (int row = 0; row < found->size(); ++row) {
        const DictionaryEntry &word = found->at(row);
        put(row, Number, word.id);
        put(row, Name, word.name);
        if (m_tellsSource) {
            const bool learned = word.source == DictionaryEntry::Source::Learned;
            put(row, From, learned ? tr("the service") : tr("typed"));
        }
        if (word.id == chosen)
            m_table->setCurrentCell(row, Name);
    }
    if (m_table->currentRow() < 0 && m_table->rowCount() > 0)
        m_table->setCurrentCell(0, Name);
    m_quiet = false;
}

/// What was typed stays there until it is on disk, and where it can't be kept.
void WordsDialog::write(const QFuture<Result<void>> &written, const QString &chosen)
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

void WordsDialog::rename(const QTableWidgetItem *item)
{
    if (m_quiet || item->column() != Name)
        return;
    const QString id = m_table->item(item->row(), Number)->text();
    const QString name = item->text().trimmed();
    if (name.isEmpty()) {
        m_message->setProblem(m_keepsName);
        read(id);
        return;
    }
    write(keep(id, name), id);
}

void WordsDialog::add()
{
    const QString id = m_number->text();
    if (id.isEmpty()) {
        m_message->setProblem(tr("Enter the number your account uses for it."));
        m_number->setFocus();
        return;
    }
    write(keep(id, m_name->text().trimmed()), id);
}

void WordsDialog::remove()
{
    const int row = m_table->currentRow();
    if (row >= 0)
        write(drop(m_table->item(row, Number)->text()), {});
}

} // namespace naryad::ui
