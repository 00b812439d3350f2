#include "models/TemplateWords.h"
#include "templates/FieldEditor.h"
#include "templates/Swatch.h"
#include "templates/TemplateEditor.h"
#include "templates/TemplatesScreen.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

/// The two lists at the left of the Templates screen, and its keys.
namespace naryad::ui {

using namespace Qt::StringLiterals;

namespace {

/// Draws a template's colour before its name.
class ColourDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = swatch(index.data(models::StockListModel::ColourRole).toString(), option->palette);
        option->decorationSize = QSize(16, 16);
    }
};

QLineEdit *makeFilter(QWidget *parent, const QString &name, const QString &title)
{
    auto *filter = new QLineEdit(parent);
    filter->setObjectName(name);
    filter->setAccessibleName(title);
    filter->setPlaceholderText(title);
    filter->setClearButtonEnabled(true);
    return filter;
}

} // namespace

QListView *TemplatesScreen::makeList(models::StockListModel *model, const QString &name, const QString &title)
{
    auto *list = new QListView(this);
    list->setObjectName(name);
    list->setAccessibleName(title);
    list->setModel(model);
    list->setUniformItemSizes(true);
    list->setTextElideMode(Qt::ElideRight);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMinimumHeight(list->fontMetrics().height() * 3);
    return list;
}

QWidget *TemplatesScreen::makeLists()
{
    auto *left = new QSplitter(Qt::Vertical, this);
    left->setObjectName(u"templatesLeft"_s);
    left->setChildrenCollapsible(false);
    const auto part
        = [this, left](
              models::StockListModel *model, const QString &name, const QString &title, const QString &find,
              QLineEdit *&filter, QListView *&list, const QVector<QPushButton *> &buttons) {
              auto *box = new QWidget(left);
              auto *column = new QVBoxLayout(box);
              column->setContentsMargins(4, 4, 4, 4);
              auto *label = new QLabel(title, box);
              filter = makeFilter(box, name + u"Filter", find);
              list = makeList(model, name, title);
              label->setBuddy(list);
              column->addWidget(label);
              column->addWidget(filter);
              column->addWidget(list, 1);
              for (QPushButton *button : buttons)
                  column->addWidget(button);
              setTabOrder(filter, list);
              left->addWidget(box);
              filter->installEventFilter(this);
              list->installEventFilter(this);
              const bool isTemplate = model == m_templates;
              connect(filter, &QLineEdit::textChanged, this, [this, model](const QString &typed) {
                  m_quiet = true;
                  model->setFilter(typed);
                  m_quiet = false;
              });
              const auto open = [this, isTemplate](const QModelIndex &index) {
                  if (!m_quiet && index.isValid())
                      openRow(index, isTemplate);
              };
              connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, open);
              connect(list, &QListView::clicked, this, open);
          };
    const auto button = [this](const QString &name, const QString &text, void (TemplatesScreen::*act)()) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAccessibleName(QString(text).remove(u'&').remove(u'…'));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, act);
        return made;
    };
    part(
        m_templates, u"templates"_s, tr("Templates"), tr("Find a template"), m_templateFilter, m_templateList,
        {button(u"newTemplate"_s, tr("New template"), &TemplatesScreen::newTemplate),
         button(u"import"_s, tr("&Import…"), &TemplatesScreen::chooseImport)});
    m_templateList->setItemDelegate(new ColourDelegate(m_templateList));
    part(
        m_fields, u"fields"_s, tr("Fields"), tr("Find a field"), m_fieldFilter, m_fieldList,
        {button(u"newField"_s, tr("New fiel&d"), &TemplatesScreen::newField)});
    return left;
}

void TemplatesScreen::makeActions()
{
    const auto make = [this](const QString &name, const QString &text, const QKeySequence &keys, auto act) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    make(u"saveTemplateAction"_s, tr("Save the template or field"), QKeySequence::Save, [this] {
        shown()->save();
    });
    make(
        u"addTemplateFieldAction"_s, tr("Add a field to the template"), QKeySequence(Qt::Key_Insert), [this] {
            if (shown() == m_template)
                m_template->addField();
        });
    make(
        u"duplicateTemplateAction"_s, tr("Duplicate the template"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), &TemplatesScreen::duplicate);
    make(
        u"exportTemplateAction"_s, tr("Export the template"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        &TemplatesScreen::chooseExport);
}

void TemplatesScreen::wireEditors()
{
    for (DocEditor *editor : {static_cast<DocEditor *>(m_template), static_cast<DocEditor *>(m_field)}) {
        connect(editor, &DocEditor::saved, this, [this, editor] { reopenClean(editor); });
        connect(editor, &DocEditor::draftChanged, this, &TemplatesScreen::showRows);
        connect(editor, &DocEditor::deleteAsked, this, &TemplatesScreen::askDelete);
    }
    connect(m_template, &TemplateEditor::duplicateAsked, this, &TemplatesScreen::duplicate);
    connect(m_template, &TemplateEditor::compareAsked, this, &TemplatesScreen::compare);
    connect(m_template, &TemplateEditor::previewAsked, this, &TemplatesScreen::preview);
    connect(m_template, &TemplateEditor::exportAsked, this, &TemplatesScreen::chooseExport);
}

void TemplatesScreen::enter()
{
    m_templateFilter->setFocus(Qt::ShortcutFocusReason);
    m_templateFilter->selectAll();
}

/// In a filter: Up and Down walk the list, Enter opens the first and goes into it, Esc clears it. In a list
/// Enter goes into what is open.
bool TemplatesScreen::eventFilter(QObject *watched, QEvent *event)
{
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (!asks && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    auto *filter = qobject_cast<QLineEdit *>(watched);
    const bool ofTemplates = watched == m_templateFilter || watched == m_templateList;
    QListView *list = ofTemplates ? m_templateList : m_fieldList;
    const bool enters = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool clears = filter && key.key() == Qt::Key_Escape && !filter->text().isEmpty();
    const bool walks = filter && (key.key() == Qt::Key_Down || key.key() == Qt::Key_Up);
    const bool plain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!plain || (!enters && !clears && !walks))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (asks)
        return true;
    if (clears) {
        filter->clear();
        return true;
    }
    if (walks) {
        list->setFocus();
        return true;
    }
    if (filter) {
        if (const QModelIndex first = list->model()->index(0, 0); first.isValid()) {
            if (list->currentIndex() == first)
                openRow(first, ofTemplates);
            else
                list->setCurrentIndex(first);
        }
    }
    if (shown() == m_template)
        m_template->focusRows();
    else
        m_field->focusName();
    return true;
}

} // namespace naryad::ui
