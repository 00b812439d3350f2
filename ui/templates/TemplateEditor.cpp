#include "templates/TemplateEditor.h"

#include "core/CommandKinds.h"
#include "core/Duration.h"
#include "models/TemplateWords.h"
#include "templates/Swatch.h"
#include "templates/TemplateRows.h"

#include <QColorDialog>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastBeside = 46; ///< of the editor's width, in lines of text

/// "#rrggbb" of what is typed; the text itself where it is no colour.
QString colourOf(const QString &typed)
{
    static const QRegularExpression six(u"^#?([0-9a-fA-F]{6})$"_s);
    const QString text = typed.trimmed();
    const auto match = six.match(text);
    return match.hasMatch() ? u'#' + match.captured(1).toLower() : text;
}

bool isColour(const QString &text)
{
    return text.isEmpty() || (text.size() == 7 && colourOf(text) == text && QColor(text).isValid());
}

/// The number a day is typed by: "2", "2 Today", "#2", or a known name.
QString dayId(const QString &typed, const QVector<NamedRef> &days)
{
    static const QRegularExpression numbered(u"^#?(\\d+)(?:\\s|$)"_s);
    const QString text = typed.simplified();
    if (const auto match = numbered.match(text); match.hasMatch())
        return match.captured(1);
    for (const NamedRef &day : days) {
        if (!text.isEmpty() && day.name.compare(text, Qt::CaseInsensitive) == 0)
            return day.id;
    }
    return {};
}

} // namespace

TemplateEditor::TemplateEditor(Desk desk, QWidget *parent)
    : DocEditor(std::move(desk), u"templateEditor"_s, parent)
    , m_name(new QLineEdit(this))
    , m_colour(new QLineEdit(this))
    , m_pick(new QToolButton(this))
    , m_day(new QComboBox(this))
    , m_duration(new QLineEdit(this))
    , m_lists(new QSplitter(Qt::Horizontal, this))
    , m_details(new TemplateRows(TemplateRows::List::Details, this))
    , m_report(new TemplateRows(TemplateRows::List::Report, this))
{
    build();
    setEnabled(false);
    for (QLineEdit *line : {m_name, m_colour, m_duration})
        connect(line, &QLineEdit::textChanged, this, &TemplateEditor::read);
    connect(m_day, &QComboBox::currentTextChanged, this, &TemplateEditor::read);
    connect(m_pick, &QToolButton::clicked, this, &TemplateEditor::pickColour);
    for (TemplateRows *rows : {m_details, m_report}) {
        connect(&rows->model(), &models::TemplateTableModel::edited, this, &TemplateEditor::read);
        connect(rows, &TemplateRows::made, this, [this](const NewField &field) {
            m_doc.made.append(field);
            m_details->setStock(m_stock, m_doc.made);
            m_report->setStock(m_stock, m_doc.made);
        });
    }
}

void TemplateEditor::build()
{
    auto *grid = new QGridLayout;
    const auto add
        = [this, grid](QWidget *field, const QString &name, const QString &label, int row, int column) {
              field->setObjectName(name);
              field->setAccessibleName(QString(label).remove(u'&'));
              auto *title = new QLabel(label, this);
              title->setBuddy(field);
              grid->addWidget(title, row, column);
              grid->addWidget(field, row, column + 1);
          };
    add(m_name, u"templateName"_s, tr("Template &name"), 0, 0);
    add(m_colour, u"colour"_s, tr("&Colour"), 0, 2);
    add(m_day, u"visitDay"_s, tr("Visit da&y"), 1, 0);
    add(m_duration, u"visitDuration"_s, tr("Visit d&uration"), 1, 2);
    grid->addWidget(m_pick, 0, 4);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(3, 1);
    m_pick->setObjectName(u"pickColour"_s);
    m_pick->setAccessibleName(tr("Choose colour"));
    m_pick->setToolTip(tr("Choose colour"));
    m_colour->setPlaceholderText(u"#rrggbb"_s);
    m_duration->setPlaceholderText(tr("h:mm"));
    m_day->setEditable(true);
    m_day->setInsertPolicy(QComboBox::NoInsert);
    m_day->setCompleter(nullptr);
    m_day->setMinimumHeight(m_day->lineEdit()->minimumSizeHint().height() + 6);
    m_day->setAccessibleDescription(tr("Visit day"));
    m_day->lineEdit()->setObjectName(u"typed"_s);
    m_day->lineEdit()->setAccessibleName(tr("Visit day"));
    m_day->setToolTip(
        tr("No command of the service lists its visit days: a number not shown here can be typed"));
    content()->addLayout(grid);
    m_lists->setObjectName(u"templateLists"_s);
    m_lists->setChildrenCollapsible(false);
    m_lists->addWidget(m_details);
    m_lists->addWidget(m_report);
    content()->addWidget(m_lists, 1);
    QWidget *before = m_name;
    for (QWidget *next : std::initializer_list<QWidget *>{
             m_colour, m_pick, m_day, m_duration, m_details->first(), m_details->last(), m_report->first(),
             m_report->last()}) {
        setTabOrder(before, next);
        before = next;
    }
    const auto button
        = [this](const QString &name, const QString &text, const QKeySequence &keys, auto signal) {
              connect(addButton(name, text, keys), &QPushButton::clicked, this, signal);
          };
    button(
        u"duplicate"_s, tr("Du&plicate"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
        &TemplateEditor::duplicateAsked);
    button(u"compare"_s, tr("Co&mpare…"), {}, &TemplateEditor::compareAsked);
    button(u"preview"_s, tr("Previe&w…"), {}, &TemplateEditor::previewAsked);
    button(
        u"export"_s, tr("E&xport…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        &TemplateEditor::exportAsked);
    endFields(before);
}

/// Beside each other where both leave room for names, else one below the other.
void TemplateEditor::resizeEvent(QResizeEvent *event)
{
    DocEditor::resizeEvent(event);
    const bool narrow = width() < fontMetrics().height() * LeastBeside;
    m_lists->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
}

void TemplateEditor::open(const TemplateDoc &doc, DraftBook &book, const Draft &draft)
{
    endDraft();
    m_open = true;
    setEnabled(true);
    m_doc = doc;
    fill(m_doc);
    beginDraft(book, draft);
    if (!m_doc.notes.isEmpty())
        tellNews(m_doc.notes.join(u'\n'));
    m_doc.notes.clear();
    showDifference();
}

void TemplateEditor::close()
{
    endDraft();
    m_open = false;
    m_doc = {};
    fill(m_doc);
    showDifference();
    setEnabled(false);
}

/// Fills the fields; what was typed elsewhere is not touched.
void TemplateEditor::fill(const TemplateDoc &doc)
{
    m_quiet = true;
    m_name->setText(doc.body.name);
    m_colour->setText(doc.body.colour);
    showDays();
    m_day->setEditText(models::visitDayText(doc.body.visitDay, m_stock.visitDays));
    const auto seconds = doc.body.visitDurationSeconds;
    m_duration->setText(
        !doc.duration.isEmpty() ? doc.duration
            : seconds           ? durationText(*seconds)
                                : QString());
    m_details->model().setRows(doc.body.details);
    m_report->model().setRows(doc.body.report);
    m_details->setStock(m_stock, doc.made);
    m_report->setStock(m_stock, doc.made);
    showColour();
    m_quiet = false;
}

void TemplateEditor::showDays()
{
    const QString typed = m_day->currentText();
    QStringList texts;
    for (const NamedRef &day : m_stock.visitDays)
        texts.append(models::visitDayText(day, m_stock.visitDays));
    QStringList shown;
    for (int i = 0; i < m_day->count(); ++i)
        shown.append(m_day->itemText(i));
    if (texts == shown)
        return;
    const bool quiet = std::exchange(m_quiet, true);
    m_day->clear();
    m_day->addItems(texts);
    m_day->setEditText(typed);
    m_quiet = quiet;
}

void TemplateEditor::showColour()
{
    m_pick->setIcon(swatch(isColour(m_doc.body.colour) ? m_doc.body.colour : QString(), palette()));
}

/// What stands in the fields becomes the body. What can't be read leaves its part as it was typed last.
void TemplateEditor::read()
{
    if (m_quiet || !m_open)
        return;
    m_doc.body.name = m_name->text().simplified();
    m_doc.body.colour = colourOf(m_colour->text());
    readVisitDay();
    const QString typed = m_duration->text().simplified();
    const auto seconds = durationSeconds(typed);
    m_doc.duration = typed.isEmpty() || seconds ? QString() : typed;
    // A duration told in odd seconds is only said anew where another was typed.
    const auto told = m_doc.base.visitDurationSeconds;
    if (told && typed == durationText(*told))
        m_doc.body.visitDurationSeconds = told;
    else if (m_doc.duration.isEmpty())
        m_doc.body.visitDurationSeconds = seconds;
    m_doc.body.details = m_details->model().rows();
    m_doc.body.report = m_report->model().rows();
    showColour();
    touched();
}

void TemplateEditor::readVisitDay()
{
    const QString id = dayId(m_day->currentText(), m_stock.visitDays);
    if (id == m_doc.body.visitDay.id)
        return;
    NamedRef day{id, {}};
    for (const NamedRef &known : std::as_const(m_stock.visitDays)) {
        if (known.id == id)
            day = known;
    }
    m_doc.body.visitDay = day;
}

void TemplateEditor::pickColour()
{
    auto *dialog = new QColorDialog(QColor(m_doc.body.colour), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"colourDialog"_s);
    dialog->setWindowTitle(tr("Colour of the template"));
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &colour) {
        m_colour->setText(colour.name(QColor::HexRgb));
    });
    dialog->open();
}

bool TemplateEditor::isChanged() const
{
    return m_open && (!m_doc.duration.isEmpty() || !differenceOf(m_doc.base, m_doc.body).isEmpty());
}

void TemplateEditor::setStock(const TemplateStock &stock)
{
    m_stock = stock;
    if (!m_open) {
        return;
    }
    const QVector<TemplateRow> details = m_doc.body.details;
    const QVector<TemplateRow> report = m_doc.body.report;
    takeIds(m_doc, stock);
    const bool quiet = std::exchange(m_quiet, true);
    if (details != m_doc.body.details)
        m_details->model().setRows(m_doc.body.details);
    if (report != m_doc.body.report)
        m_report->model().setRows(m_doc.body.report);
    m_details->setStock(stock, m_doc.made);
    m_report->setStock(stock, m_doc.made);
    showDays();
    m_quiet = quiet;
    const Stocked<Template> *now = stock.findTemplate(m_doc.object.key());
    // Nothing is typed: it follows what the service tells.
    if (now && now->loaded && !isChanged() && !isSending()) {
        m_doc.base = m_doc.body = templateBodyOf(now->value);
        fill(m_doc);
    }
    showDifference();
}

void TemplateEditor::focusRows()
{
    m_details->table()->setFocus();
}

void TemplateEditor::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void TemplateEditor::addField()
{
    if (!m_open)
        return;
    (m_report->isAncestorOf(focusWidget()) ? m_report : m_details)->add();
}

QJsonObject TemplateEditor::form() const
{
    return formOf(m_doc);
}

QStringList TemplateEditor::differenceLines() const
{
    if (!m_open)
        return {};
    QStringList lines;
    const QVector<NewField> made = saidFirst();
    for (const NewField &field : made) {
        lines.append(tr("A new field is made first: “%1” (%2)")
                         .arg(field.body.name, models::fieldTypeText(field.body.typeId, m_stock.fieldTypes)));
    }
    return lines + models::changeLines(differenceOf(m_doc.base, m_doc.body), m_stock);
}

QString TemplateEditor::differenceSummary() const
{
    return models::changeSummary(differenceOf(m_doc.base, m_doc.body));
}

QStringList TemplateEditor::othersLines() const
{
    const bool isNew = m_doc.object == ObjectRef();
    const Stocked<Template> *now = m_open && !isNew ? m_stock.findTemplate(m_doc.object.key()) : nullptr;
    if (!now || !now->loaded || !isChanged())
        return {};
    return models::changeLines(differenceOf(m_doc.base, templateBodyOf(now->value)), m_stock);
}

FormProblem TemplateEditor::problem() const
{
    if (m_doc.body.name.isEmpty())
        return {m_name, tr("A template needs a name")};
    if (!isColour(m_doc.body.colour))
        return {m_colour, tr("A colour is written as #rrggbb, e.g. #3377bb")};
    if (!m_doc.duration.isEmpty())
        return {m_duration, tr("A duration is written as hours and minutes, e.g. 2:30")};
    if (m_doc.body.visitDay.isNothing() && !m_day->currentText().trimmed().isEmpty())
        return {m_day, tr("This visit day is not known here: type its number")};
    // The document shows no form of "none" for these, and what is left out may stay.
    if (m_doc.body.colour.isEmpty() && !m_doc.base.colour.isEmpty())
        return {m_colour, tr("The service has no way to take a colour away: choose another")};
    if (m_doc.body.visitDay.isNothing() && !m_doc.base.visitDay.isNothing())
        return {m_day, tr("The service has no way to take the visit day away: choose another")};
    if (!m_doc.body.visitDurationSeconds && m_doc.base.visitDurationSeconds)
        return {m_duration, tr("The service has no way to take the duration away: type another, or 0:00")};
    return {};
}

/// Those that stand in a list: one that was taken out again is not made.
QVector<NewField> TemplateEditor::saidFirst() const
{
    QVector<NewField> used;
    for (const NewField &field : m_doc.made) {
        const auto is = [&field](const TemplateRow &row) { return row.fieldId == localId(field.token); };
        if (std::any_of(m_doc.body.details.begin(), m_doc.body.details.end(), is)
            || std::any_of(m_doc.body.report.begin(), m_doc.body.report.end(), is))
            used.append(field);
    }
    return used;
}

Command TemplateEditor::command() const
{
    if (m_doc.object == ObjectRef())
        return CreateTemplate{m_doc.body};
    return UpdateTemplate{m_doc.object, m_doc.body, m_doc.base};
}

QString TemplateEditor::token() const
{
    return m_doc.object == ObjectRef() ? m_doc.token : QString();
}

void TemplateEditor::taken()
{
    if (m_doc.object == ObjectRef())
        m_doc.object = {{}, m_doc.token};
    m_doc.base = m_doc.body;
    m_doc.made.clear();
}

void TemplateEditor::restore(const QJsonObject &form)
{
    if (form.isEmpty()) {
        m_doc.body = m_doc.base;
        m_doc.duration.clear();
    } else {
        Draft draft;
        draft.form = form;
        const TemplateDoc typed = templateDocOf(draft);
        m_doc.body = typed.body;
        m_doc.made = typed.made;
        m_doc.duration = typed.duration;
    }
    fill(m_doc);
}

} // namespace naryad::ui
