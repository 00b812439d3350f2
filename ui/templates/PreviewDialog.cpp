#include "templates/PreviewDialog.h"

#include "core/CommandKinds.h"
#include "models/TemplateWords.h"
#include "widgets/FieldEditors.h"
#include "widgets/PlainLabel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// The rows with what their fields are called now, as a form of a task shows them.
TemplateForm formFor(const QVector<TemplateRow> &rows, const TemplateDoc &doc, const TemplateStock &stock)
{
    TemplateForm form;
    form.loaded = true;
    form.taskTemplate.details = rows;
    form.fields = stock.definitions();
    for (const NewField &made : doc.made) {
        TemplateField field;
        field.id = localId(made.token);
        field.name = made.body.name;
        field.typeId = made.body.typeId;
        field.values = made.body.values;
        form.fields.append(field);
    }
    for (TemplateRow &row : form.taskTemplate.details) {
        if (const TemplateField *field = form.field(row.fieldId))
            row.name = field->name;
    }
    return form;
}

QWidget *page(
    const QString &words, const QVector<TemplateRow> &rows, const TemplateDoc &doc,
    const TemplateStock &stock, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget(scroll);
    auto *column = new QVBoxLayout(inner);
    column->addWidget(plainLabel(words, inner));
    auto *editors = new FieldEditors(inner);
    editors->begin({});
    editors->setForm(formFor(rows, doc, stock), true);
    column->addWidget(editors);
    column->addStretch();
    scroll->setWidget(inner);
    return scroll;
}

} // namespace

PreviewDialog::PreviewDialog(const TemplateDoc &doc, const TemplateStock &stock, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"templatePreview"_s);
    setWindowTitle(tr("Preview"));
    setAccessibleName(windowTitle());
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"previewTabs"_s);
    tabs->setAccessibleName(windowTitle());
    tabs->addTab(
        page(tr("What the dispatcher fills in:"), doc.body.details, doc, stock, tabs), tr("&Task form"));
    tabs->addTab(
        page(
            tr("What the worker fills in (photos and signatures on the phone alone):"), doc.body.report, doc,
            stock, tabs),
        tr("&Worker's report"));
    auto *box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    box->button(QDialogButtonBox::Close)->setObjectName(u"previewClose"_s);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(tabs, 1);
    column->addWidget(box);
    resize(560, 520);
}

} // namespace naryad::ui
