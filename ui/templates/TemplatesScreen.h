#pragma once

#include "core/Commands.h"
#include "core/TaskCard.h"
#include "core/TemplateStock.h"
#include "models/StockListModel.h"
#include "templates/TemplateDoc.h"
#include "widgets/Desk.h"
#include "widgets/DraftBook.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QListView;
class QStackedWidget;

namespace naryad::ui {

class DocEditor;
class FieldEditor;
class TemplateEditor;

/// The workbench: the templates and their fields at the left, the editor of the chosen one at the right.
///
/// What is typed into an editor is kept as it is typed, and is there again whenever it is opened. Owns the
/// editors. Thread: the GUI's. Never talks to the network.
class TemplatesScreen : public QWidget
{
    Q_OBJECT
public:
    explicit TemplatesScreen(Desk desk, QWidget *parent = nullptr);
    ~TemplatesScreen() override;

    void apply(const MirrorChange &change);
    /// The way in: the filter of the templates.
    void enter();
    void focusFilter() { enter(); }
    /// Opens what was refused as it was typed, with the service's words.
    void fix(const JournalEntry &entry);
    void openTemplate(const QString &id);
    void openField(const QString &id);
    void newTemplate();
    void newField();
    /// Opens the template of a file as a new one. Tells what is wrong with the file in place.
    void importFrom(const QString &file);
    /// Writes the open template to a file; over one that is there only with `overwrite`.
    void exportTo(const QString &file, bool overwrite);

    const TemplateStock &stock() const { return m_stock; }
    bool isLoaded() const { return m_loaded; }
    TemplateEditor *templateEditor() const { return m_template; }
    FieldEditor *fieldEditor() const { return m_field; }

Q_SIGNALS:
    /// A sentence for the strip above the screens.
    void said(const QString &text);
    void loaded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeLists();
    QListView *makeList(models::StockListModel *model, const QString &name, const QString &title);
    void makeActions();
    void wireEditors();
    void reload();
    void showStock(const TemplateStock &stock);
    void showRows();
    void openFirst();
    void choose(QListView *list, const QString &id);
    void openRow(const QModelIndex &index, bool isTemplate);
    void openDoc(const TemplateDoc &doc, const Draft &draft);
    void openDoc(const FieldDoc &doc, const Draft &draft);
    void present(DocEditor *editor);
    DocEditor *shown() const;
    std::optional<Draft> draftOf(Draft::Kind kind, const QString &id) const;
    Draft freshDraft(Draft::Kind kind, const ObjectRef &object, const QString &token) const;
    void reopenClean(DocEditor *editor);
    void askDelete();
    void remove(const Command &command);
    void duplicate();
    void compare();
    void preview();
    void chooseImport();
    void chooseExport();
    void tellIn(const QString &text, bool problem);

    Desk m_desk;
    DraftBook m_book;
    TemplateStock m_stock;
    bool m_draftsKnown = false;
    bool m_loaded = false;
    bool m_asking = false; ///< the stock is being read
    bool m_stale = false; ///< and has changed since
    bool m_quiet = false; ///< rows are being shown: nobody chooses one
    QString m_wanted; ///< id of a template that is to be opened once it is there
    models::StockListModel *m_templates;
    models::StockListModel *m_fields;
    QLineEdit *m_templateFilter = nullptr;
    QLineEdit *m_fieldFilter = nullptr;
    QListView *m_templateList = nullptr;
    QListView *m_fieldList = nullptr;
    QStackedWidget *m_editors = nullptr;
    TemplateEditor *m_template = nullptr;
    FieldEditor *m_field = nullptr;
};

} // namespace naryad::ui
