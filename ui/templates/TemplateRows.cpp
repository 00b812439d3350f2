#include "templates/TemplateRows.h"

#include "core/CommandKinds.h"
#include "models/TemplateWords.h"
#include "templates/FieldPicker.h"
#include "templates/NewFieldBar.h"
#include "templates/TemplateDoc.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

TemplateRows::TemplateRows(List list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_model(new models::TemplateTableModel(this))
    , m_table(new QTableView(this))
{
    const bool details = list == List::Details;
    const QString name = details ? u"details"_s : u"report"_s;
    const QString title = details ? tr("Details fields") : tr("Report fields");
    auto *label = new QLabel(details ? tr("Det&ails fields") : tr("Rep&ort fields"), this);
    label->setBuddy(m_table);
    m_table->setObjectName(name + u"Fields");
    m_table->setAccessibleName(title);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setDragDropOverwriteMode(false);
    m_table->setDropIndicatorShown(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(models::TemplateTableModel::Name, QHeaderView::Stretch);
    header->setResizeContentsPrecision(0);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    m_table->setMinimumHeight(m_table->fontMetrics().height() * 6);
    m_table->installEventFilter(this);
    m_add = new QPushButton(details ? tr("Add to details") : tr("Add to report"), this);
    m_add->setObjectName(details ? u"addToDetails"_s : u"addToReport"_s);
    m_add->setAccessibleName(m_add->text());
    m_add->setToolTip(
        u"%1 (%2)"_s.arg(m_add->text(), QKeySequence(Qt::Key_Insert).toString(QKeySequence::NativeText)));
    m_add->setAutoDefault(false);
    m_picker = new FieldPicker(
        m_add->objectName() + u"Name", details ? tr("Field for the details") : tr("Field for the report"),
        this);
    m_picker->hide();
    m_new = new NewFieldBar(m_add->objectName() + u"New", this);
    m_new->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(label);
    column->addWidget(m_table, 1);
    column->addWidget(m_picker);
    column->addWidget(m_new);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, &TemplateRows::add);
    connect(m_picker, &FieldPicker::left, this, &TemplateRows::backToTable);
    connect(m_new, &NewFieldBar::left, this, &TemplateRows::backToTable);
    connect(m_picker, &FieldPicker::chosen, this, &TemplateRows::insert);
    connect(m_picker, &FieldPicker::createAsked, this, [this](const QString &typed) {
        m_picker->hide();
        m_new->begin(typed, models::fieldTypeChoices(m_stock.fieldTypes));
    });
    connect(m_new, &NewFieldBar::made, this, [this](const TemplateFieldBody &body) {
        const NewField field{freshToken(), body};
        m_made.append(field);
        Q_EMIT made(field);
        TemplateField value;
        value.id = localId(field.token);
        value.name = body.name;
        value.typeId = body.typeId;
        insert(value);
    });
}

QWidget *TemplateRows::first() const
{
    return m_table;
}

QWidget *TemplateRows::last() const
{
    return m_add;
}

void TemplateRows::setStock(const TemplateStock &stock, const QVector<NewField> &made)
{
    m_stock = stock;
    m_made = made;
    m_model->setStock(stock);
    offer();
}

/// What is not in this list yet.
void TemplateRows::offer()
{
    QVector<TemplateField> fields;
    for (const NewField &field : std::as_const(m_made)) {
        TemplateField value;
        value.id = localId(field.token);
        value.name = field.body.name;
        value.typeId = field.body.typeId;
        if (!m_model->hasField(value.id))
            fields.append(value);
    }
    for (const Stocked<TemplateField> &one : std::as_const(m_stock.fields)) {
        if (!one.leaving && !m_model->hasField(one.value.id))
            fields.append(one.value);
    }
    m_picker->setFields(fields, m_stock.fieldTypes);
}

void TemplateRows::add()
{
    m_new->hide();
    offer();
    m_picker->show();
    m_picker->setFocus();
}

/// Behind the current row; at the end where none is.
void TemplateRows::insert(const TemplateField &field)
{
    TemplateRow row;
    row.fieldId = field.id;
    row.name = field.name;
    row.typeId = field.typeId;
    // Each list is said with the flag that the document shows in it.
    if (m_list == List::Details)
        row.visibleToMobile = true;
    else
        row.required = false;
    const bool chosenOne = m_table->currentIndex().isValid() && !chosen().isEmpty();
    const int at = chosenOne ? m_table->currentIndex().row() + 1 : m_model->rowCount();
    m_model->insertRow(row, at);
    m_picker->hide();
    m_table->setCurrentIndex(m_model->index(at, models::TemplateTableModel::Name));
    backToTable();
}

void TemplateRows::backToTable()
{
    m_picker->hide();
    m_new->hide();
    m_table->setFocus();
}

QVector<int> TemplateRows::chosen() const
{
    QVector<int> rows;
    const QModelIndexList indexes = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : indexes)
        rows.append(index.row());
    return rows;
}

/// The table's own keys; `act` false: only whether it is one.
bool TemplateRows::tableKey(int key, Qt::KeyboardModifiers held, bool act)
{
    const int row = m_table->currentIndex().row();
    const Qt::KeyboardModifiers plain = held & ~Qt::KeypadModifier;
    if (plain == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        const int to = key == Qt::Key_Up ? row - 1 : row + 1;
        if (act && row >= 0 && to >= 0 && to < m_model->rowCount()) {
            m_model->move(row, to);
            m_table->setCurrentIndex(m_model->index(to, m_table->currentIndex().column()));
        }
        return true;
    }
    if (plain != Qt::NoModifier)
        return false;
    if (key == Qt::Key_Insert) {
        if (act)
            add();
        return true;
    }
    if (key == Qt::Key_Delete) {
        if (act)
            m_model->remove(chosen());
        return true;
    }
    return false;
}

bool TemplateRows::eventFilter(QObject *watched, QEvent *event)
{
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (watched == m_table && (asks || event->type() == QEvent::KeyPress)) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (tableKey(key.key(), key.modifiers(), !asks)) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace naryad::ui
