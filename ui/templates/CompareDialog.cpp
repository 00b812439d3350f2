#include "templates/CompareDialog.h"

#include "core/Duration.h"
#include "core/Text.h"
#include "models/TemplateWords.h"
#include "widgets/PlainLabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

struct Line
{
    QString part;
    QString one;
    QString other;
};

QString rowText(const TemplateRow &row, const TemplateStock &stock, qsizetype place)
{
    QString text
        = u"%1. %2 · %3"_s.arg(place + 1).arg(row.name, models::fieldTypeText(row.typeId, stock.fieldTypes));
    if (row.visibleToMobile.value_or(false))
        text += u" · "_s + CompareDialog::tr("on phone");
    if (row.required.value_or(false))
        text += u" · "_s + CompareDialog::tr("required");
    return text;
}

qsizetype placeOf(const QVector<TemplateRow> &rows, const QString &fieldId)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows.at(i).fieldId == fieldId)
            return i;
    }
    return -1;
}

/// A field that is in both stands in one line, at its place in the first; then what only the second has.
void addRows(
    QVector<Line> &lines, const QString &part, const QVector<TemplateRow> &one,
    const QVector<TemplateRow> &other, const TemplateStock &stock)
{
    for (qsizetype i = 0; i < one.size(); ++i) {
        const qsizetype at = placeOf(other, one.at(i).fieldId);
        lines.append(
            {part, rowText(one.at(i), stock, i), at < 0 ? QString() : rowText(other.at(at), stock, at)});
    }
    for (qsizetype i = 0; i < other.size(); ++i) {
        if (placeOf(one, other.at(i).fieldId) < 0)
            lines.append({part, {}, rowText(other.at(i), stock, i)});
    }
}

QString duration(const TemplateBody &body)
{
    return body.visitDurationSeconds ? durationText(*body.visitDurationSeconds) : QString();
}

} // namespace

CompareDialog::CompareDialog(
    const TemplateStock &stock, const TemplateBody &one, const QString &id, QWidget *parent)
    : QDialog(parent)
    , m_stock(stock)
    , m_one(one)
    , m_other(new QComboBox(this))
    , m_table(new QTableWidget(0, 4, this))
{
    setObjectName(u"compareTemplates"_s);
    setWindowTitle(tr("Compare templates"));
    setAccessibleName(windowTitle());
    auto *title = plainLabel(tr("“%1” beside").arg(one.name), this);
    title->setBuddy(m_other);
    m_other->setObjectName(u"compareWith"_s);
    m_other->setAccessibleName(tr("Compare with"));
    m_other->setAccessibleDescription(tr("Compare with"));
    for (const Stocked<Template> &other : stock.templates) {
        if (other.loaded && other.value.id != id)
            m_other->addItem(other.value.name, other.value.id);
    }
    m_table->setObjectName(u"compareTable"_s);
    m_table->setAccessibleName(windowTitle());
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    box->button(QDialogButtonBox::Close)->setObjectName(u"compareClose"_s);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_other, &QComboBox::currentIndexChanged, this, &CompareDialog::fill);
    auto *column = new QVBoxLayout(this);
    column->addWidget(title);
    column->addWidget(m_other);
    column->addWidget(m_table, 1);
    column->addWidget(box);
    resize(760, 520);
    fill();
}

void CompareDialog::fill()
{
    const Stocked<Template> *found = m_stock.findTemplate(m_other->currentData().toString());
    const TemplateBody other = found ? templateBodyOf(found->value) : TemplateBody();
    m_table->setHorizontalHeaderLabels({tr("Part"), m_one.name, other.name, tr("Differs")});
    QVector<Line> lines{
        {tr("Colour"), m_one.colour, other.colour},
        {tr("Visit day"), models::visitDayText(m_one.visitDay, m_stock.visitDays),
         models::visitDayText(other.visitDay, m_stock.visitDays)},
        {tr("Visit duration"), duration(m_one), duration(other)}};
    addRows(lines, tr("Details"), m_one.details, other.details, m_stock);
    addRows(lines, tr("Report"), m_one.report, other.report, m_stock);
    m_table->setRowCount(int(lines.size()));
    for (int row = 0; row < lines.size(); ++row) {
        const Line &line = lines.at(row);
        const bool differs = line.one != line.other;
        const QString cells[]{line.part, line.one, line.other, differs ? tr("≠ differs") : QString()};
        for (int column = 0; column < 4; ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            cell->setToolTip(plainTooltip(cells[column]));
            QFont font = cell->font();
            font.setBold(differs);
            cell->setFont(font);
            m_table->setItem(row, column, cell);
        }
    }
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
}

} // namespace naryad::ui
