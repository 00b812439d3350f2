#include "FieldEditors.h"

#include "PlainLabel.h"
#include "SectionOrder.h"
#include "ThreeStates.h"
#include "core/Text.h"
#include "models/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QWheelEvent>

#include <limits>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongName = 32;

/// What a line shows of any value, also of one that is not of the field's type.
QString lineText(const FieldValue &value)
{
    return value.kind() == FieldValue::Kind::Text ? value.asText() : models::valueText(value);
}

QJsonObject optionJson(const QString &id, const QString &name)
{
    return {{u"id"_s, id}, {u"name"_s, name}};
}

/// The place of an option in the box; one that is not offered (any more) is still this task's and is added.
int placeIn(QComboBox *box, const NamedRef &option)
{
    if (option.isNothing() && option.name.isEmpty())
        return 0;
    int place = option.isNothing() ? box->findText(option.name, Qt::MatchExactly | Qt::MatchCaseSensitive)
                                   : box->findData(option.id);
    if (place < 0) {
        box->addItem(option.name.isEmpty() ? u'#' + option.id : option.name, option.id);
        place = box->count() - 1;
    }
    return place;
}

/// The wheel scrolls the form; turned over a list it must not choose another value.
class StillComboBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

/// The label of a row: set in by its depth, on several lines only where its text needs them, as those cost a
/// form of hundreds of rows most of its time.
QLabel *rowLabel(const QString &text, int depth, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    label->setWordWrap(text.size() > LongName);
    if (depth > 0)
        label->setContentsMargins(depth * label->fontMetrics().height(), 0, 0, 0);
    return label;
}

} // namespace

QWidget *FieldEditors::makeLine(int place)
{
    const Field &field = m_all.at(place);
    const QString original = lineText(field.entry.value);
    auto *edit = new QLineEdit(this);
    edit->setMaxLength(std::numeric_limits<int>::max()); // a longer value must not be cut by being shown
    edit->setText(field.touched ? field.typed.toString() : original);
    connect(edit, &QLineEdit::textChanged, this, [this, place, original](const QString &text) {
        note(place, text != original, text);
    });
    return edit;
}

QWidget *FieldEditors::makeBox(int place)
{
    const Field &field = m_all.at(place);
    const FieldValue original = field.entry.value;
    const bool flag = original.kind() == FieldValue::Kind::Checkbox;
    auto *box = new QCheckBox(this);
    std::optional<bool> answer;
    if (field.touched ? field.typed.isBool() : flag)
        answer = field.touched ? field.typed.toBool() : original.isChecked();
    showAnswer(box, answer);
    // Nobody's answer can be given back; one that is known can only be turned round.
    box->setTristate(!flag);
    explainAnswer(box);
    if (!flag && original.kind() != FieldValue::Kind::Empty && !field.touched)
        box->setText(escapeMnemonic(original.displayText()));
    connect(box, &QCheckBox::stateChanged, this, [this, place, box, original, flag] {
        box->setText({});
        explainAnswer(box);
        const auto now = answerOf(box);
        const bool same = flag ? now == original.isChecked() : !now;
        note(place, !same, now ? QJsonValue(*now) : QJsonValue(QJsonValue::Null));
    });
    return box;
}

QWidget *FieldEditors::makeList(int place, const TemplateField *definition)
{
    const Field &field = m_all.at(place);
    auto *box = new StillComboBox(this);
    box->addItem(u"—"_s, QString());
    if (definition) {
        for (const ListOption &option : definition->values) {
            if (!option.deleted)
                box->addItem(option.name, option.id);
        }
    }
    const FieldValue &value = field.entry.value;
    const int original = placeIn(
        box, value.kind() == FieldValue::Kind::Option ? value.asOption() : NamedRef{{}, value.displayText()});
    box->setCurrentIndex(field.touched ? placeIn(box, optionOf(field.typed)) : original);
    connect(box, &QComboBox::currentIndexChanged, this, [this, place, box, original](int chosen) {
        note(
            place, chosen != original,
            optionJson(box->itemData(chosen).toString(), chosen == 0 ? QString() : box->itemText(chosen)));
    });
    return box;
}

QWidget *FieldEditors::makeEditor(int place, const TemplateField *definition)
{
    switch (fieldTypeFromId(m_all.at(place).entry.typeId)) {
    case FieldType::Text:
    case FieldType::Number:
        return makeLine(place);
    case FieldType::Checkbox:
        return makeBox(place);
    case FieldType::List:
        return makeList(place, definition);
    case FieldType::Section:
    case FieldType::Picture:
    case FieldType::Signature:
    case FieldType::Unknown:
        break;
    }
    return nullptr;
}

/// What can't be typed here: its value, or why there is none.
QLabel *FieldEditors::makeShown(int place)
{
    const FieldEntry &entry = m_all.at(place).entry;
    const bool ofWorker = fieldTypeFromId(entry.typeId) != FieldType::Unknown;
    const QString why = ofWorker ? tr("filled in by the worker")
                                 : tr("of a kind this program does not know: kept as it is");
    const QString value = models::valueText(entry.value);
    QLabel *shown = rowLabel(entry.value.isEmpty() ? why : value, 0, this);
    shown->setToolTip(plainTooltip(why));
    shown->setTextInteractionFlags(Qt::TextSelectableByMouse);
    shown->setSizePolicy(QSizePolicy::Expanding, shown->sizePolicy().verticalPolicy());
    return shown;
}

void FieldEditors::addRow(const TemplateRow &row, int depth, const QString &path, int place, QWidget *editor)
{
    auto *form = static_cast<QFormLayout *>(layout());
    QWidget *field = editor ? editor : makeShown(place);
    const QString where = path.isEmpty() ? row.name : path + u" / "_s + row.name;
    field->setObjectName(u"field-%1"_s.arg(row.fieldId));
    field->setAccessibleName(row.name);
    const QString about = m_all.at(place).required ? tr("%1, required").arg(where) : where;
    const auto *shown = qobject_cast<QLabel *>(field);
    field->setAccessibleDescription(shown ? where + u": "_s + shown->text() : about);
    // A label with a buddy reads '&' as the mark of a key, also in plain text.
    const QString name = editor ? escapeMnemonic(row.name) : row.name;
    QLabel *label = rowLabel(m_all.at(place).required ? tr("%1 (required)").arg(name) : name, depth, this);
    if (editor)
        label->setBuddy(editor);
    form->addRow(label, field);
}

void FieldEditors::setForm(const TemplateForm &form, bool own)
{
    clearForm();
    auto *rows = static_cast<QFormLayout *>(layout());
    const auto placed = inSections(form.taskTemplate.details);
    for (const auto &[row, depth, path] : placed) {
        if (row->type() == FieldType::Section) {
            QLabel *heading = rowLabel(row->name, depth, this);
            QFont bold = heading->font();
            bold.setBold(true);
            heading->setFont(bold);
            rows->addRow(heading);
            continue;
        }
        const int place = ensure({row->fieldId, row->name, row->typeId, {}});
        if (m_shown.contains(place))
            continue;
        m_all[place].required = row->required.value_or(false);
        m_all[place].widget = makeEditor(place, form.field(row->fieldId));
        m_shown.append(place);
        addRow(*row, depth, path, place, m_all.at(place).widget);
    }
    if (m_readOnly)
        setReadOnly();
    for (int place = 0; own && place < m_all.size(); ++place) {
        const Field &field = m_all.at(place);
        const bool section = fieldTypeFromId(field.entry.typeId) == FieldType::Section;
        if (!field.own || section || m_shown.contains(place) || field.entry.value.isEmpty())
            continue;
        rows->addRow(
            plainLabel(field.entry.name, this), plainLabel(models::valueText(field.entry.value), this));
    }
    show();
    putTextIn();
}

void FieldEditors::putText(const QString &text)
{
    m_textToPut = text;
    putTextIn();
}

void FieldEditors::putTextIn()
{
    for (const int place : std::as_const(m_shown)) {
        const Field &field = m_all.at(place);
        auto *edit = qobject_cast<QLineEdit *>(field.widget);
        const bool isText = fieldTypeFromId(field.entry.typeId) == FieldType::Text;
        if (m_textToPut.isEmpty() || !isText || !edit || !edit->text().isEmpty())
            continue;
        edit->setText(std::exchange(m_textToPut, {}));
    }
}

} // namespace naryad::ui
