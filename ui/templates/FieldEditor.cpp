#include "templates/FieldEditor.h"

#include "models/TemplateWords.h"
#include "widgets/PlainLabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

FieldEditor::FieldEditor(Desk desk, QWidget *parent)
    : DocEditor(std::move(desk), u"fieldEditor"_s, parent)
    , m_name(new QLineEdit(this))
    , m_type(new QComboBox(this))
    , m_uses(plainLabel({}, this))
    , m_valuesTitle(new QLabel(tr("Val&ues, one per line"), this))
    , m_values(new QListView(this))
    , m_model(new models::ValueListModel(this))
{
    build();
    setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this, &FieldEditor::read);
    connect(m_type, &QComboBox::currentIndexChanged, this, [this] {
        showValues();
        read();
    });
    connect(m_model, &models::ValueListModel::edited, this, &FieldEditor::read);
}

void FieldEditor::build()
{
    auto *grid = new QGridLayout;
    auto *nameTitle = new QLabel(tr("Field &name"), this);
    nameTitle->setBuddy(m_name);
    m_name->setObjectName(u"fieldName"_s);
    m_name->setAccessibleName(tr("Field name"));
    auto *typeTitle = new QLabel(tr("Field t&ype"), this);
    typeTitle->setBuddy(m_type);
    m_type->setObjectName(u"fieldType"_s);
    m_type->setAccessibleName(tr("Field type"));
    m_type->setAccessibleDescription(tr("Field type"));
    m_uses->setObjectName(u"fieldUses"_s);
    m_valuesTitle->setBuddy(m_values);
    m_values->setObjectName(u"values"_s);
    m_values->setAccessibleName(tr("Values"));
    m_values->setModel(m_model);
    m_values->setEditTriggers(
        QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::AnyKeyPressed);
    m_values->setDragDropMode(QAbstractItemView::InternalMove);
    m_values->setDragDropOverwriteMode(false);
    m_values->setDropIndicatorShown(true);
    m_values->setToolTip(tr(
        "Ins: new value · Del: remove or bring back · Alt+Up, Alt+Down: order · Ctrl+V: many lines at once"));
    m_values->installEventFilter(this);
    grid->addWidget(nameTitle, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(typeTitle, 1, 0);
    grid->addWidget(m_type, 1, 1);
    grid->setColumnStretch(1, 1);
    content()->addLayout(grid);
    content()->addWidget(m_uses);
    content()->addWidget(m_valuesTitle);
    content()->addWidget(m_values, 1);
    content()->addStretch();
    setTabOrder(m_name, m_type);
    setTabOrder(m_type, m_values);
    endFields(m_values);
}

void FieldEditor::open(const FieldDoc &doc, DraftBook &book, const Draft &draft)
{
    endDraft();
    m_open = true;
    setEnabled(true);
    m_doc = doc;
    fill(m_doc);
    beginDraft(book, draft);
    showDifference();
}

void FieldEditor::close()
{
    endDraft();
    m_open = false;
    m_doc = {};
    fill(m_doc);
    showDifference();
    setEnabled(false);
}

void FieldEditor::fill(const FieldDoc &doc)
{
    m_quiet = true;
    m_name->setText(doc.body.name);
    showTypes();
    m_type->setCurrentIndex(m_type->findData(QString::number(doc.body.typeId)));
    m_model->setValues(doc.body.values, doc.base.values);
    showValues();
    showUses();
    m_quiet = false;
}

/// Of a type nobody knows the field keeps its number.
void FieldEditor::showTypes()
{
    QVector<NamedRef> types = models::fieldTypeChoices(m_stock.fieldTypes);
    for (const int type : {m_doc.base.typeId, m_doc.body.typeId}) {
        const QString id = QString::number(type);
        const bool known
            = std::any_of(types.begin(), types.end(), [&id](const NamedRef &one) { return one.id == id; });
        if (!known && type != 0)
            types.append({id, models::fieldTypeText(type, m_stock.fieldTypes)});
    }
    if (m_type->count() == types.size())
        return;
    const bool quiet = std::exchange(m_quiet, true);
    const QVariant current = m_type->currentData();
    m_type->clear();
    for (const NamedRef &type : std::as_const(types))
        m_type->addItem(type.name, type.id);
    m_type->setCurrentIndex(m_type->findData(current));
    m_quiet = quiet;
}

int FieldEditor::typeId() const
{
    return m_type->currentData().toInt();
}

void FieldEditor::showValues()
{
    const bool isList = fieldTypeFromId(typeId()) == FieldType::List;
    m_valuesTitle->setVisible(isList);
    m_values->setVisible(isList);
}

void FieldEditor::showUses()
{
    if (!m_open || m_doc.object == ObjectRef()) {
        m_uses->clear();
        return;
    }
    QStringList names;
    const QVector<NamedRef> uses = m_stock.usesOf(m_doc.object.key());
    for (const NamedRef &use : uses)
        names.append(use.name);
    m_uses->setText(
        names.isEmpty() ? tr("No template uses this field") : tr("Used in: %1").arg(names.join(u", "_s)));
}

void FieldEditor::read()
{
    if (m_quiet || !m_open)
        return;
    m_doc.body.name = m_name->text().simplified();
    const int type = typeId();
    if (type != 0 && type != m_doc.body.typeId) {
        m_doc.body.typeId = type;
        m_doc.body.typeName = type == m_doc.base.typeId ? m_doc.base.typeName : QString();
        for (const Stocked<TemplateField> &field : std::as_const(m_stock.fields)) {
            if (field.value.typeId == type && m_doc.body.typeName.isEmpty())
                m_doc.body.typeName = field.value.typeName;
        }
    }
    m_doc.body.values = m_model->values();
    touched();
}

bool FieldEditor::isChanged() const
{
    return m_open && !differenceOf(m_doc.base, m_doc.body).isEmpty();
}

void FieldEditor::setStock(const TemplateStock &stock)
{
    m_stock = stock;
    if (!m_open)
        return;
    takeIds(m_doc, stock);
    showTypes();
    showUses();
    const Stocked<TemplateField> *now = stock.findField(m_doc.object.key());
    if (now && now->loaded && !isChanged() && !isSending() && m_doc.body != templateFieldBodyOf(now->value)) {
        m_doc.base = m_doc.body = templateFieldBodyOf(now->value);
        fill(m_doc);
    }
    showDifference();
}

void FieldEditor::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

bool FieldEditor::valueKey(int key, Qt::KeyboardModifiers held, bool act)
{
    const int row = m_values->currentIndex().row();
    const Qt::KeyboardModifiers plain = held & ~Qt::KeypadModifier;
    if (plain == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down)) {
        const int to = key == Qt::Key_Up ? row - 1 : row + 1;
        if (act && row >= 0) {
            m_model->move(row, to);
            if (to >= 0 && !m_model->isNewLine(to))
                m_values->setCurrentIndex(m_model->index(to));
        }
        return true;
    }
    if (plain != Qt::NoModifier)
        return false;
    if (key == Qt::Key_Insert) {
        if (act) {
            m_values->setCurrentIndex(m_model->index(m_model->rowCount() - 1));
            m_values->edit(m_values->currentIndex());
        }
        return true;
    }
    if (key == Qt::Key_Delete) {
        if (act)
            m_model->toggleRemoved(row);
        return true;
    }
    return false;
}

void FieldEditor::paste()
{
    const QModelIndex current = m_values->currentIndex();
    const int at = current.isValid() ? current.row() : m_model->rowCount() - 1;
    m_model->paste(QGuiApplication::clipboard()->text(), at);
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (watched != m_values || (!asks && event->type() != QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Paste)) {
        event->accept();
        if (!asks)
            paste();
        return true;
    }
    if (valueKey(key->key(), key->modifiers(), !asks)) {
        event->accept();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QJsonObject FieldEditor::form() const
{
    return formOf(m_doc);
}

QStringList FieldEditor::differenceLines() const
{
    return m_open ? models::changeLines(differenceOf(m_doc.base, m_doc.body), m_stock) : QStringList();
}

QString FieldEditor::differenceSummary() const
{
    return models::changeSummary(differenceOf(m_doc.base, m_doc.body));
}

QStringList FieldEditor::othersLines() const
{
    const bool isNew = m_doc.object == ObjectRef();
    const Stocked<TemplateField> *now = m_open && !isNew ? m_stock.findField(m_doc.object.key()) : nullptr;
    if (!now || !now->loaded || !isChanged())
        return {};
    return models::changeLines(differenceOf(m_doc.base, templateFieldBodyOf(now->value)), m_stock);
}

FormProblem FieldEditor::problem() const
{
    if (m_doc.body.name.isEmpty())
        return {m_name, tr("A field needs a name")};
    if (m_doc.body.typeId == 0)
        return {m_type, tr("A field needs a type")};
    return {};
}

Command FieldEditor::command() const
{
    TemplateFieldBody body = m_doc.body;
    // Values belong to lists alone.
    if (body.typeId != 0 && fieldTypeFromId(body.typeId) != FieldType::List
        && fieldTypeFromId(body.typeId) != FieldType::Unknown)
        body.values.clear();
    if (m_doc.object == ObjectRef())
        return CreateTemplateField{body};
    return UpdateTemplateField{m_doc.object, body, m_doc.base};
}

QString FieldEditor::token() const
{
    return m_doc.object == ObjectRef() ? m_doc.token : QString();
}

void FieldEditor::taken()
{
    if (m_doc.object == ObjectRef())
        m_doc.object = {{}, m_doc.token};
    m_doc.base = m_doc.body;
}

void FieldEditor::restore(const QJsonObject &form)
{
    if (form.isEmpty()) {
        m_doc.body = m_doc.base;
    } else {
        Draft draft;
        draft.form = form;
        m_doc.body = fieldDocOf(draft).body;
    }
    fill(m_doc);
}

/// An open line of the list is taken as it stands.
void FieldEditor::take()
{
    if (QWidget *line = m_values->findChild<QLineEdit *>(); line && line->hasFocus())
        m_values->setFocus();
}

} // namespace naryad::ui
