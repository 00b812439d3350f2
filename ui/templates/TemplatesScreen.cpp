#include "templates/TemplatesScreen.h"

#include "core/Await.h"
#include "core/CommandKinds.h"
#include "templates/FieldEditor.h"
#include "templates/TemplateEditor.h"

#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String MendingOf("fix:"); ///< stands in the key of a draft that mends what was refused

} // namespace

TemplatesScreen::TemplatesScreen(Desk desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(std::move(desk))
    , m_book(
          m_desk,
          [](Draft::Kind kind) {
              return kind == Draft::Kind::Template || kind == Draft::Kind::TemplateField;
          })
    , m_templates(new models::StockListModel(this))
    , m_fields(new models::StockListModel(this))
{
    setObjectName(u"templatesScreen"_s);
    setAccessibleName(tr("Templates"));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(u"templatesSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeLists());
    m_editors = new QStackedWidget(splitter);
    m_template = new TemplateEditor(m_desk, m_editors);
    m_field = new FieldEditor(m_desk, m_editors);
    m_editors->addWidget(m_template);
    m_editors->addWidget(m_field);
    splitter->addWidget(m_editors);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({260, 900});
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    makeActions();
    wireEditors();
    // What was typed earlier is known first: nothing is opened in the place of it.
    m_book.whenLoaded(this, [this] {
        m_draftsKnown = true;
        reload();
    });
}

TemplatesScreen::~TemplatesScreen()
{
    m_template->keepNow();
    m_field->keepNow();
    // While the book they keep in is there.
    delete m_editors;
}

void TemplatesScreen::apply(const MirrorChange &change)
{
    if (change.listsChanged || change.journalChanged)
        reload();
}

/// One question at a time; what changes meanwhile is asked once more.
void TemplatesScreen::reload()
{
    if (!m_draftsKnown)
        return;
    if (m_asking) {
        m_stale = true;
        return;
    }
    m_asking = true;
    await(this, m_desk.details.templateStock(), [this](const Result<TemplateStock> &stock) {
        m_asking = false;
        if (stock)
            showStock(*stock);
        else if (stock.error().kind != ErrorKind::Cancelled)
            tellIn(describe(stock.error()), true);
        if (std::exchange(m_stale, false))
            reload();
    });
}

void TemplatesScreen::showStock(const TemplateStock &stock)
{
    const bool first = !std::exchange(m_loaded, true);
    if (first || stock != m_stock) {
        m_stock = stock;
        m_template->setStock(m_stock);
        m_field->setStock(m_stock);
        showRows();
    }
    if (!m_wanted.isEmpty()) {
        const Stocked<Template> *wanted = m_stock.findTemplate(m_wanted);
        if (wanted && wanted->loaded)
            openTemplate(std::exchange(m_wanted, {}));
    }
    if (!m_template->isOpen() && !m_field->isOpen())
        openFirst();
    Q_EMIT loaded();
}

void TemplatesScreen::openFirst()
{
    for (const Stocked<Template> &one : std::as_const(m_stock.templates)) {
        if (one.loaded) {
            openTemplate(one.value.id);
            return;
        }
    }
}

/// What is typed and not saved is marked; what is new and typed stands in front.
void TemplatesScreen::showRows()
{
    QStringList editedTemplates;
    QStringList editedFields;
    QVector<NamedRef> freshTemplates;
    QVector<NamedRef> freshFields;
    const QVector<Draft> drafts = m_book.drafts();
    for (const Draft &draft : drafts) {
        if (isOfTask(draft.kind))
            continue;
        const bool isTemplate = draft.kind == Draft::Kind::Template;
        ObjectRef object = draft.task;
        if (object.isLocal() && m_stock.idByToken.contains(object.token))
            object = {m_stock.idByToken.value(object.token), {}};
        const QString name = draft.form[u"body"_s][u"name"].toString();
        if (draft.replaces != 0 || object == ObjectRef())
            (isTemplate ? freshTemplates : freshFields).append({draft.key, name});
        else
            (isTemplate ? editedTemplates : editedFields).append(object.key());
    }
    m_quiet = true;
    m_templates->setRows(models::templateRows(m_stock, editedTemplates, freshTemplates));
    m_fields->setRows(models::fieldRows(m_stock, editedFields, freshFields));
    const auto idOf = [](const ObjectRef &object, const QString &key) {
        return object == ObjectRef() ? key : object.key();
    };
    if (m_template->isOpen())
        choose(m_templateList, idOf(m_template->doc().object, m_template->draftKey()));
    if (m_field->isOpen())
        choose(m_fieldList, idOf(m_field->doc().object, m_field->draftKey()));
    m_quiet = false;
}

void TemplatesScreen::choose(QListView *list, const QString &id)
{
    const auto *model = static_cast<models::StockListModel *>(list->model());
    const QModelIndex index = model->indexOf(id);
    const bool quiet = std::exchange(m_quiet, true);
    if (index.isValid() && list->currentIndex() != index)
        list->setCurrentIndex(index);
    else if (!index.isValid())
        list->setCurrentIndex({});
    m_quiet = quiet;
}

/// Of the thing itself, and not one that mends what was refused.
std::optional<Draft> TemplatesScreen::draftOf(Draft::Kind kind, const QString &id) const
{
    const QVector<Draft> drafts = m_book.drafts();
    for (const Draft &draft : drafts) {
        if (draft.kind != kind)
            continue;
        if (draft.key == id)
            return draft;
        const QString known = m_stock.idByToken.value(draft.task.token);
        const bool same = draft.task != ObjectRef() && (draft.task.key() == id || known == id);
        if (same && draft.replaces == 0)
            return draft;
    }
    return std::nullopt;
}

Draft TemplatesScreen::freshDraft(Draft::Kind kind, const ObjectRef &object, const QString &token) const
{
    Draft draft;
    draft.kind = kind;
    draft.task = object;
    draft.key = toName(kind) + u':' + (object == ObjectRef() ? u"new:"_s + token : object.key());
    return draft;
}

void TemplatesScreen::openRow(const QModelIndex &index, bool isTemplate)
{
    const QString id = index.data(models::StockListModel::IdRole).toString();
    if (id.isEmpty())
        return;
    if (isTemplate)
        openTemplate(id);
    else
        openField(id);
}

void TemplatesScreen::openTemplate(const QString &id)
{
    m_wanted.clear();
    // What is being said is still asked for: it stays until that is on disk.
    if (m_template->isSending())
        return present(m_template);
    const auto draft = draftOf(Draft::Kind::Template, id);
    if (draft && !draft->form.isEmpty()) {
        TemplateDoc doc = templateDocOf(*draft);
        takeIds(doc, m_stock);
        openDoc(doc, *draft);
        return;
    }
    const Stocked<Template> *one = m_stock.findTemplate(id);
    if (!one)
        return;
    if (!one->loaded) {
        // Its fields are on their way: nothing may be saved over what is not known.
        m_wanted = id;
        m_template->close();
        present(m_template);
        m_template->tellNews(tr("“%1” is being read…").arg(one->value.name));
        m_desk.commands.lookAtTemplate(id);
        return;
    }
    openDoc(docOf(one->value), freshDraft(Draft::Kind::Template, refOf(id), {}));
}

void TemplatesScreen::openField(const QString &id)
{
    m_wanted.clear();
    if (m_field->isSending())
        return present(m_field);
    const auto draft = draftOf(Draft::Kind::TemplateField, id);
    if (draft && !draft->form.isEmpty()) {
        FieldDoc doc = fieldDocOf(*draft);
        takeIds(doc, m_stock);
        openDoc(doc, *draft);
        return;
    }
    const Stocked<TemplateField> *one = m_stock.findField(id);
    if (!one)
        return;
    if (!one->loaded) {
        m_field->close();
        present(m_field);
        m_field->tellNews(tr("“%1” has not been read yet").arg(one->value.name));
        return;
    }
    openDoc(docOf(one->value), freshDraft(Draft::Kind::TemplateField, refOf(id), {}));
}

void TemplatesScreen::openDoc(const TemplateDoc &doc, const Draft &draft)
{
    m_wanted.clear();
    const bool same = m_template->isOpen() && m_template->draftKey() == draft.key;
    if (!same && !m_template->isSending())
        m_template->open(doc, m_book, draft);
    present(m_template);
    showRows();
}

void TemplatesScreen::openDoc(const FieldDoc &doc, const Draft &draft)
{
    m_wanted.clear();
    const bool same = m_field->isOpen() && m_field->draftKey() == draft.key;
    if (!same && !m_field->isSending())
        m_field->open(doc, m_book, draft);
    present(m_field);
    showRows();
}

void TemplatesScreen::present(DocEditor *editor)
{
    m_editors->setCurrentWidget(editor);
}

DocEditor *TemplatesScreen::shown() const
{
    return m_editors->currentWidget() == m_template ? static_cast<DocEditor *>(m_template) : m_field;
}

void TemplatesScreen::newTemplate()
{
    TemplateDoc doc;
    doc.token = freshToken();
    openDoc(doc, freshDraft(Draft::Kind::Template, {}, doc.token));
    m_template->focusName();
}

void TemplatesScreen::newField()
{
    FieldDoc doc;
    doc.token = freshToken();
    doc.body.typeId = static_cast<int>(FieldType::Text);
    doc.base.typeId = doc.body.typeId;
    openDoc(doc, freshDraft(Draft::Kind::TemplateField, {}, doc.token));
    m_field->focusName();
}

/// What was saved is the beginning of what is typed next.
void TemplatesScreen::reopenClean(DocEditor *editor)
{
    if (editor == m_template) {
        const TemplateDoc doc = m_template->doc();
        m_template->open(doc, m_book, freshDraft(Draft::Kind::Template, doc.object, {}));
    } else {
        const FieldDoc doc = m_field->doc();
        m_field->open(doc, m_book, freshDraft(Draft::Kind::TemplateField, doc.object, {}));
    }
    reload();
}

void TemplatesScreen::fix(const JournalEntry &entry)
{
    m_book.whenLoaded(this, [this, entry] {
        Draft draft;
        draft.kind = kindOf(entry.command) == ObjectKind::Template ? Draft::Kind::Template
                                                                   : Draft::Kind::TemplateField;
        draft.key = MendingOf + toName(draft.kind) + u':' + entry.token;
        draft.replaces = entry.id;
        const auto kept = m_book.find(draft.key);
        if (const auto *update = std::get_if<UpdateTemplate>(&entry.command)) {
            draft.task = update->object;
            const TemplateDoc doc{update->object, update->base.value_or(update->body), update->body, {}};
            openDoc(kept ? templateDocOf(*kept) : doc, kept.value_or(draft));
        } else if (const auto *create = std::get_if<CreateTemplate>(&entry.command)) {
            TemplateDoc doc{{}, {}, create->body, {}};
            doc.token = freshToken();
            openDoc(kept ? templateDocOf(*kept) : doc, kept.value_or(draft));
        } else if (const auto *change = std::get_if<UpdateTemplateField>(&entry.command)) {
            draft.task = change->object;
            const FieldDoc doc{change->object, change->base.value_or(change->body), change->body};
            openDoc(kept ? fieldDocOf(*kept) : doc, kept.value_or(draft));
        } else if (const auto *field = std::get_if<CreateTemplateField>(&entry.command)) {
            const FieldDoc doc{{}, {}, field->body, freshToken()};
            openDoc(kept ? fieldDocOf(*kept) : doc, kept.value_or(draft));
        } else {
            return;
        }
        shown()->setFocus();
        if (shown() == m_template)
            m_template->focusName();
        else
            m_field->focusName();
        if (entry.error)
            shown()->tellRefusal(*entry.error);
    });
}

void TemplatesScreen::tellIn(const QString &text, bool problem)
{
    if (problem)
        Q_EMIT said(text);
    else
        shown()->tellNews(text);
}

} // namespace naryad::ui
