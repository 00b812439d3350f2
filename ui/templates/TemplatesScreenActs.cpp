#include "core/Await.h"
#include "core/CommandKinds.h"
#include "exports/FileName.h"
#include "models/TemplateWords.h"
#include "templates/CompareDialog.h"
#include "templates/FieldEditor.h"
#include "templates/PreviewDialog.h"
#include "templates/TemplateEditor.h"
#include "templates/TemplatesScreen.h"

#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

/// What the Templates screen does with what is open: copies, comparisons, files, deletion.
namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostBytes = 8 * 1024 * 1024;

} // namespace

void TemplatesScreen::duplicate()
{
    if (shown() != m_template || !m_template->isOpen())
        return;
    const TemplateDoc from = m_template->doc();
    TemplateDoc doc;
    doc.body = from.body;
    doc.body.name = tr("%1 (copy)").arg(from.body.name);
    // What nobody understood of one row is no part of another template.
    for (auto *rows : {&doc.body.details, &doc.body.report}) {
        for (TemplateRow &row : *rows) {
            row.rowId.clear();
            row.parent.clear();
            row.notUnderstood.clear();
        }
    }
    doc.body.notUnderstood.clear();
    doc.made = from.made;
    doc.token = freshToken();
    openDoc(doc, freshDraft(Draft::Kind::Template, {}, doc.token));
    m_template->focusName();
}

void TemplatesScreen::compare()
{
    if (!m_template->isOpen())
        return;
    auto *dialog = new CompareDialog(m_stock, m_template->doc().body, m_template->doc().object.key(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TemplatesScreen::preview()
{
    if (!m_template->isOpen())
        return;
    auto *dialog = new PreviewDialog(m_template->doc(), m_stock, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// Where it is used is told before it goes.
void TemplatesScreen::askDelete()
{
    const bool isTemplate = shown() == m_template;
    const ObjectRef object = isTemplate ? m_template->doc().object : m_field->doc().object;
    if (object == ObjectRef())
        return;
    const QString name = isTemplate ? m_template->doc().base.name : m_field->doc().base.name;
    QString words
        = tr("It goes after a short hold, and can be taken back until then (Ctrl+Z). On the service "
             "there is no way back.");
    if (!isTemplate) {
        QStringList names;
        const QVector<NamedRef> uses = m_stock.usesOf(object.key());
        for (const NamedRef &use : uses)
            names.append(use.name);
        words = (names.isEmpty() ? tr("No template that is known here uses it.")
                                 : tr("It is used in: %1.").arg(names.join(u", "_s)))
            + u"\n\n"_s + words;
    }
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"confirmDelete"_s);
    box->setWindowTitle(tr("Delete"));
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    // All in the text: the informative one below it guesses at markup whatever the box's format is.
    box->setText(
        (isTemplate ? tr("Delete the template “%1”?") : tr("Delete the field “%1”?")).arg(name) + u"\n\n"_s
        + words);
    QPushButton *remove = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    remove->setObjectName(u"confirmDeleteYes"_s);
    remove->setAccessibleName(tr("Delete"));
    QPushButton *keep = box->addButton(QMessageBox::Cancel);
    keep->setObjectName(u"confirmDeleteNo"_s);
    box->setDefaultButton(keep);
    // What was asked about, whatever is shown by the time of the answer.
    const Command command = isTemplate ? Command(DeleteTemplate{object, m_template->doc().base.name})
                                       : Command(DeleteTemplateField{object, m_field->doc().base.name});
    connect(remove, &QPushButton::clicked, this, [this, command] { this->remove(command); });
    box->open();
}

void TemplatesScreen::remove(const Command &command)
{
    await(this, m_desk.commands.submit(command), [this](const Result<CommandId> &id) {
        tellIn(
            id ? tr("Its deletion is held for a moment: Ctrl+Z takes it back.") : describe(id.error()), !id);
    });
}

void TemplatesScreen::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import a template"));
    dialog->setObjectName(u"importFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(u"JSON (*.json)"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &TemplatesScreen::importFrom);
    dialog->open();
}

void TemplatesScreen::importFrom(const QString &file)
{
    QFile from(file);
    if (!from.open(QIODevice::ReadOnly)) {
        tellIn(tr("The file can't be read: %1").arg(from.errorString()), true);
        return;
    }
    const auto read = templateFileFromText(from.read(MostBytes + 1));
    if (!read) {
        tellIn(tr("This is no file of a template (%1)").arg(read.error().place), true);
        return;
    }
    const ImportedTemplate imported
        = importedOf(*read, m_stock.definitions(), m_stock.visitDays, &freshToken);
    TemplateDoc doc;
    doc.body = imported.body;
    doc.made = imported.made;
    doc.token = freshToken();
    doc.notes = models::importLines(imported);
    openDoc(doc, freshDraft(Draft::Kind::Template, {}, doc.token));
    // It is there without a key pressed: kept from now on.
    m_template->touchNow();
}

void TemplatesScreen::chooseExport()
{
    if (shown() != m_template || !m_template->isOpen())
        return;
    auto *dialog = new QFileDialog(this, tr("Export the template"));
    dialog->setObjectName(u"exportTemplateFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(u"JSON (*.json)"_s);
    dialog->selectFile(exports::fileName(m_template->doc().body.name, u"json"_s));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        // It asked about the very name that was typed, and about no other.
        const QString file = exports::withSuffix(chosen, u"json"_s);
        exportTo(file, file == chosen);
    });
    dialog->open();
}

void TemplatesScreen::exportTo(const QString &file, bool overwrite)
{
    if (!overwrite && QFile::exists(file)) {
        tellIn(describe(exports::fileIsThere(file)), true);
        return;
    }
    QVector<TemplateField> fields = m_stock.definitions();
    for (const NewField &made : m_template->doc().made) {
        TemplateField field;
        field.id = localId(made.token);
        field.name = made.body.name;
        field.typeId = made.body.typeId;
        field.values = made.body.values;
        fields.append(field);
    }
    QSaveFile to(file);
    const QByteArray text = toText(fileOf(m_template->doc().body, fields));
    if (!to.open(QIODevice::WriteOnly) || to.write(text) != text.size() || !to.commit()) {
        tellIn(tr("The file can't be written: %1").arg(to.errorString()), true);
        return;
    }
    tellIn(tr("Written to %1").arg(file), false);
}

} // namespace naryad::ui
