#include "DictionaryDialog.h"

#include "PlainLabel.h"
#include "ReasonLabel.h"
#include "core/Await.h"
#include "models/EquipmentDetails.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QTableWidget>

namespace naryad::ui {

using namespace Qt::StringLiterals;

DictionaryDialog::DictionaryDialog(Desk desk, const QVector<DictionaryKind> &kinds, QWidget *parent)
    : QDialog(parent)
    , m_desk(std::move(desk))
    , m_kinds(kinds)
    , m_kind(new QComboBox(this))
    , m_table(new QTableWidget(0, 3, this))
    , m_number(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_message(new ReasonLabel(u"dictionaryMessage"_s, this))
{
    setObjectName(u"DictionaryDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Dictionaries"));
    build();
    read({});
    resize(520, 520);
}

QString DictionaryDialog::words(DictionaryKind kind)
{
    switch (kind) {
    case DictionaryKind::Results:
        return tr("Closing results");
    case DictionaryKind::EquipmentTypes:
        return tr("Equipment types");
    case DictionaryKind::Manufacturers:
        return tr("Manufacturers");
    case DictionaryKind::EquipmentFields:
        return tr("Equipment fields");
    case DictionaryKind::VisitDays:
        return tr("Visit days");
    case DictionaryKind::FieldTypes:
        return tr("Field types");
    }
    return {};
}

void DictionaryDialog::build()
{
    m_kind->setObjectName(u"dictionaryKind"_s);
    m_kind->setAccessibleName(tr("Dictionary"));
    m_kind->setAccessibleDescription(m_kind->accessibleName());
    for (const DictionaryKind kind : std::as_const(m_kinds))
        m_kind->addItem(words(kind));
    m_table->setObjectName(u"dictionary"_s);
    m_table->setAccessibleName(tr("Numbers and names"));
    m_table->setHorizontalHeaderLabels({tr("Number"), tr("Name"), tr("From")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_number->setObjectName(u"dictionaryNumber"_s);
    m_number->setAccessibleName(tr("Number"));
    m_number->setValidator(new QRegularExpressionValidator(QRegularExpression(u"\\d{1,30}"_s), m_number));
    m_name->setObjectName(u"dictionaryName"_s);
    m_name->setAccessibleName(tr("Name"));
    const auto button
        = [this](const QString &objectName, const QString &text, void (DictionaryDialog::*slot)()) {
              auto *made = new QPushButton(text, this);
              made->setObjectName(objectName);
              made->setAccessibleName(QString(text).remove(u'&'));
              made->setAutoDefault(false);
              connect(made, &QPushButton::clicked, this, slot);
              return made;
          };
    auto *removes = button(u"removeWord"_s, tr("&Remove the chosen"), &DictionaryDialog::remove);
    auto *adds = button(u"addWord"_s, tr("&Add"), &DictionaryDialog::add);
    adds->setAutoDefault(true);
    auto *remove = new QAction(this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, this, &DictionaryDialog::remove);
    m_table->addAction(remove);
    auto *form = new QFormLayout(this);
    form->addRow(plainLabel(
        tr("No command of the service lists these. What answers tell is learned; the rest is entered once. "
           "F2 changes a name, Delete removes one here; on the service nothing changes."),
        this));
    form->addRow(tr("&Dictionary"), m_kind);
    form->addRow(m_table);
    form->addRow(removes);
    form->addRow(tr("&Number"), m_number);
    form->addRow(tr("Na&me"), m_name);
    form->addRow(adds);
    form->addRow(m_message);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_message->clearMessage();
        read({});
    });
    connect(m_table, &QTableWidget::itemChanged, this, &DictionaryDialog::rename);
}

DictionaryKind DictionaryDialog::kind() const
{
    return m_kinds.value(m_kind->currentIndex());
}

void DictionaryDialog::read(const QString &chosen)
{
    const auto asked = ++m_asked;
    await(
        this, models::EquipmentDetails(m_desk.reader).dictionary(kind()),
        [this, chosen, asked](const Result<QVector<DictionaryEntry>> &found) {
            if (asked != m_asked)
                return;
            if (!found) {
                m_message->setProblem(describe(found.error()));
                return;
            }
            m_quiet = true;
            m_table->setRowCount(int(found->size()));
            for (int row = 0; row < found->size(); ++row) {
                const DictionaryEntry &word = found->at(row);
                const bool learned = word.source == DictionaryEntry::Source::Learned;
                m_table->setItem(row, Number, new QTableWidgetItem(word.id));
                m_table->setItem(row, Name, new QTableWidgetItem(word.name));
                m_table->setItem(row, From, new QTableWidgetItem(learned ? tr("the service") : tr("typed")));
                for (const int fixed : {int(Number), int(From)})
                    m_table->item(row, fixed)->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
                if (word.id == chosen)
                    m_table->setCurrentCell(row, Name);
            }
            if (m_table->currentRow() < 0 && m_table->rowCount() > 0)
                m_table->setCurrentCell(0, Name);
            m_quiet = false;
        });
}

/// What was typed stays there until it is on disk, and where it can't be kept.
void DictionaryDialog::write(const QFuture<Result<void>> &written, const QString &chosen)
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

void DictionaryDialog::rename(const QTableWidgetItem *item)
{
    if (m_quiet || item->column() != Name)
        return;
    const QString id = m_table->item(item->row(), Number)->text();
    const QString name = item->text().trimmed();
    if (name.isEmpty()) {
        m_message->setProblem(tr("What has a name keeps one."));
        read(id);
        return;
    }
    write(m_desk.commands.keepWord({kind(), id, name, DictionaryEntry::Source::Typed}), id);
}

void DictionaryDialog::add()
{
    const QString id = m_number->text();
    if (id.isEmpty()) {
        m_message->setProblem(tr("Enter the number your account uses for it."));
        m_number->setFocus();
        return;
    }
    write(
        m_desk.commands.keepWord({kind(), id, m_name->text().trimmed(), DictionaryEntry::Source::Typed}), id);
}

void DictionaryDialog::remove()
{
    const int row = m_table->currentRow();
    if (row >= 0)
        write(m_desk.commands.dropWord(kind(), m_table->item(row, Number)->text()), {});
}

} // namespace naryad::ui
